"""From an article to its passages: whole sentences, bounded in tokens, at exact offsets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from indexing.articles.blocks import split_blocks
from indexing.articles.furniture import without_furniture
from indexing.articles.sentences import block_sentences, split_sentences
from indexing.articles.tokens import count_tokens
from indexing.records import Article, Passage, Span


@dataclass(frozen=True, slots=True)
class _Draft:
    """A passage in the making."""

    start: int
    end: int
    heading: str | None
    tokens: int


def split_passages(article: Article, max_tokens: int) -> list[Passage]:
    """The passages of an article in order: disjoint, furniture left out, all the rest held.

    A paragraph is kept whole where it fits.  A heading opens a passage and is told by those that
    follow under it.  A sentence longer than `max_tokens` is a passage by itself, uncut: a cut could
    part a figure from its unit.
    """
    drafts = [
        draft
        for section in _sections(article)
        for draft in _pack(article.text, section, max_tokens)
    ]
    return [_passage(article, ordinal, draft) for ordinal, draft in enumerate(drafts)]


def embedded_text(article: Article, passage: Passage) -> str:
    """The words of which the passage's vector is made: its title, date and heading go before.

    A passage seldom repeats the province and the year that its article is about; its vector should
    know them.
    """
    when = f" ({article.published:%d %B %Y})" if article.published else ""
    where = f", {article.place}" if article.place else ""
    heads = [f"{article.title}{where}{when}"]
    if passage.heading and not passage.text.startswith(passage.heading):
        heads.append(passage.heading.strip("#*_ "))
    return "\n".join([*heads, passage.text])


def passage_sentences(article: Article, passage: Passage) -> list[Span]:
    """The sentences of a passage, in their order; headings are none."""
    spans = split_sentences(article.text, passage.start, passage.end)
    return [span for span in spans if _is_sentence(article.text[span.start : span.end])]


def _is_sentence(text: str) -> bool:
    """Whether a text ends like a sentence; headings do not."""
    return text.rstrip("*_ \n").endswith((".", "!", "?", "…", ".”", '."'))


@dataclass(frozen=True, slots=True)
class _Section:
    """Paragraphs that may share a passage: nothing but white space lies between them."""

    heading: str | None
    paragraphs: tuple[tuple[Span, ...], ...]
    """The sentences of each paragraph."""


def _sections(article: Article) -> Iterator[_Section]:
    """The article cut before headings and at furniture."""
    heading: str | None = None
    paragraphs: list[tuple[Span, ...]] = []
    under_heading = False
    for block in split_blocks(article.text, article.body.start, article.body.end):
        kept = without_furniture(article.text, block, article.furniture)
        is_heading = block.kind in ("heading", "line")
        if paragraphs and (kept is None or (is_heading and not under_heading)):
            yield _Section(heading, tuple(paragraphs))
            paragraphs = []
        if kept is None:
            continue
        if is_heading:
            heading = article.text[kept.start : kept.end]
        under_heading = is_heading
        paragraphs.append(tuple(block_sentences(article.text, kept)))
        if kept.end < block.end:
            yield _Section(heading, tuple(paragraphs))
            paragraphs = []
    if paragraphs:
        yield _Section(heading, tuple(paragraphs))


def _pack(text: str, section: _Section, max_tokens: int) -> Iterator[_Draft]:
    draft: _Draft | None = None
    for paragraph in section.paragraphs:
        whole = Span(paragraph[0].start, paragraph[-1].end)
        fits = count_tokens(text[whole.start : whole.end]) <= max_tokens
        for piece in [whole] if fits else paragraph:
            grown = _grow(text, draft, piece, section.heading)
            if draft is not None and grown.tokens > max_tokens:
                yield draft
                grown = _grow(text, None, piece, section.heading)
            draft = grown
    if draft is not None:
        yield draft


def _grow(text: str, draft: _Draft | None, piece: Span, heading: str | None) -> _Draft:
    start = piece.start if draft is None else draft.start
    return _Draft(start, piece.end, heading, count_tokens(text[start : piece.end]))


def _passage(article: Article, ordinal: int, draft: _Draft) -> Passage:
    key = f"{article.doc}\n{article.version}\n{draft.start}\n{draft.end}"
    return Passage(
        id=hashlib.sha256(key.encode()).hexdigest()[:32],
        doc=article.doc,
        version=article.version,
        ordinal=ordinal,
        start=draft.start,
        end=draft.end,
        text=article.text[draft.start : draft.end],
        heading=draft.heading,
        tokens=draft.tokens,
    )
