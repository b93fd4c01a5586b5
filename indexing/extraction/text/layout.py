"""The lay-out of a text: its blocks with the heading each stands under, and their sentences.

What a figure leaves open is taken from its sentence, its paragraph, its heading, its article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from indexing.articles import blocks as plain
from indexing.articles.furniture import without_furniture
from indexing.articles.sentences import block_sentences
from indexing.records import Article, Span

_QUOTE = re.compile(r"[“\"][^“”\"]*[”\"]")
_STOP = re.compile(r"(?:[^\W\d_]{3}|\d|[%)])([.?!])\s+(?=[A-ZĐ])")
"""The end of a sentence, behind no abbreviation."""

Kind = Literal["headline", "heading", "line", "item", "row", "prose"]


@dataclass(frozen=True)
class SentenceSpan:
    """One sentence: `text[start:end]`."""

    start: int
    end: int
    kind: Kind
    block: int
    """Number of the block it stands in."""
    section: int
    """Number of the section: the blocks under one heading."""
    heading: Span | None
    """The heading of the section, if it has one."""

    @cached_property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def read_sentences(article: Article, blocks: Sequence[plain.Block]) -> tuple[SentenceSpan, ...]:
    """The sentences of an article in order: the headline, then the body without its furniture.

    `blocks` are those of its body.
    """
    found = list(_headline(article))
    section, heading = 0, None
    for number, block in enumerate(_prose(article, blocks), 1):
        if block.kind in ("heading", "line"):
            section, heading = section + 1, Span(block.start, block.end)
        spans = block_sentences(article.text, block)
        for span in (one for told in spans for one in _unquoted(article.text, told)):
            found.append(SentenceSpan(span.start, span.end, block.kind, number, section, heading))
    return tuple(found)


def _unquoted(text: str, sentence: Span) -> Iterator[Span]:
    """The sentences of one that quotes several: "We had 9,000. Now we have 12,000," he said."""
    start = sentence.start
    for quote in _QUOTE.finditer(text, sentence.start, sentence.end):
        for stop in _STOP.finditer(text, quote.start(), quote.end()):
            yield Span(start, stop.end(1))
            start = stop.end()
    yield Span(start, sentence.end)


def _headline(article: Article) -> list[SentenceSpan]:
    start = article.text.find(article.title, 0, article.body.start) if article.title else -1
    if start < 0:
        return []
    return [SentenceSpan(start, start + len(article.title), "headline", 0, 0, None)]


def _prose(article: Article, blocks: Sequence[plain.Block]) -> list[plain.Block]:
    kept = (without_furniture(article.text, block, article.furniture) for block in blocks)
    return [block for block in kept if block is not None]
