"""A text to its figures, read as reports are, but with nothing taken for granted.

A pasted report is read with its headline and its date, so that it means what it means in the index.
What a report may leave to its readers is left open here: a text that names no place is not about
the whole country, and a figure without a date is not of today.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

from indexing.articles import parse_article
from indexing.articles.blocks import split_blocks
from indexing.errors import ArticleError
from indexing.extraction import extract_at, home_place
from indexing.extraction.place.naming import province_of
from indexing.reading.period.periods import resolve_periods
from indexing.reading.place.places import find_places
from indexing.records import Article, MetricFact, Span

_FRONT = "---"
"""What opens the front matter of a report."""


def read_text(text: str, today: date) -> tuple[MetricFact, ...]:
    """The figures of `text` about social security in order; offsets count in `text`.

    Relative periods count from the date that stands below the headline, else from the dates that
    the text itself tells, else from `today`.  What is left open is None.
    """
    article = _as_article(text)
    home = _settled_home(article)
    facts = _told(article, home)
    if all(fact.period is not None for fact in facts) or not resolve_periods(text, today):
        return facts
    dated = _told(replace(article, published=today), home)
    told = {(fact.start, fact.end): fact for fact in dated}
    return tuple(f if f.period is not None else told.get((f.start, f.end), f) for f in facts)


def _told(article: Article, home: str | None) -> tuple[MetricFact, ...]:
    """The figures of a text, in order: those of its prose, and those of its page furniture.

    A caption is no prose, but a figure in it reaches the reader all the same.
    """
    facts = extract_at(article, home)
    if not article.furniture:
        return facts
    every = extract_at(replace(article, furniture=()), home)
    captions = [
        fact
        for fact in every
        if any(span.start <= fact.start and fact.end <= span.end for span in article.furniture)
    ]
    return tuple(sorted((*facts, *captions), key=lambda fact: fact.start))


def _settled_home(article: Article) -> str | None:
    """The place that a text is about, None where the text does not settle it.

    A report, with headline and date, is about the place that it is about in the index, if it names
    it.  Other texts are about the only place that they name.
    """
    if article.place or find_places(article.title):
        return home_place(article)
    named = find_places(article.text)
    about = {mention.province or mention.name for mention in named}
    if len(about) == 1 and not any(mention.kind == "district" for mention in named):
        return about.pop()
    fronted = article.text.startswith(_FRONT)
    report = bool(article.title) and (fronted or article.published is not None)
    home = home_place(article) if report or len(about) == 1 else None
    return home if home is not None and (province_of(home) or home) in about else None


def _as_article(text: str) -> Article:
    """`text` as the report that it is, with headline and date, or as nothing but prose."""
    blocks = split_blocks(text)
    if len(blocks) > 1 and (text.startswith(_FRONT) or blocks[0].kind in ("heading", "line")):
        with suppress(ArticleError):
            return parse_article("text", text, "the text")
    return Article("text", "", text, "", None, None, None, Span(0, len(text)))
