"""The stages in their order: an article, or any text, to its rows of the metric table."""

from __future__ import annotations

import hashlib
from datetime import date

from indexing.extraction.locating import home_place
from indexing.extraction.page import Page, read_page
from indexing.extraction.reading import FigureReading, Setting, read_sentence
from indexing.extraction.story import Story
from indexing.records import Article, MetricFact, Span

EXTRACTOR_VERSION = "1"
"""Part of the index's fingerprint: raised whenever a change alters the rows."""


def extract(article: Article) -> tuple[MetricFact, ...]:
    """The rows of an article in order of their figures; offsets count in `article.text`."""
    return _rows(read_figures(article))


def read_figures(article: Article) -> tuple[FigureReading, ...]:
    """Every quantity of an article's prose in order, with its row or the reason it makes none."""
    page = read_page(article)
    return _read(page, home_place(article, page.places, _local(page)))


def extract_text(
    text: str, published: date | None = None, home_place: str | None = None
) -> tuple[MetricFact, ...]:
    """The rows of a text that is no article: an answer, a draft, a press release.

    `published` is the day that "last year" counts from, `home_place` the place of figures whose
    sentences name none; None leaves either open.  Offsets count in `text`.
    """
    version = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    article = Article("", version, text, "", published, None, None, Span(0, len(text)))
    return _rows(_read(read_page(article), home_place))


def _read(page: Page, home: str | None) -> tuple[FigureReading, ...]:
    setting, story = Setting(page, home), Story()
    found: list[FigureReading] = []
    for sentence in page.sentences:
        readings, story = read_sentence(setting, sentence, story)
        found.extend(readings)
    return tuple(found)


def _rows(readings: tuple[FigureReading, ...]) -> tuple[MetricFact, ...]:
    return tuple(reading.fact for reading in readings if reading.fact is not None)


def _local(page: Page) -> bool:
    return page.cues.any("local", page.article.body.start, page.article.body.end)
