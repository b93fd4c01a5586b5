"""The stages in their order: an article, or any text, to its rows of the metric table."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from indexing.extraction.flags.flagging import flagged
from indexing.extraction.flags.rounding import without_rounded
from indexing.extraction.place.homes import home_place as home_of
from indexing.extraction.place.naming import province_of
from indexing.extraction.place.outgrown import outgrows
from indexing.extraction.stages.reading import FigureReading, Setting, read_sentence
from indexing.extraction.story.state import Story
from indexing.extraction.table.cells import table_of
from indexing.extraction.table.tables import read_row
from indexing.extraction.text.page import Page, read_page
from indexing.extraction.text.surface import read_surface
from indexing.extraction.topic.topics import NOTHING, topic_of
from indexing.gazetteer import COUNTRY, gazetteer
from indexing.records import Article, MetricFact, Span


def extract(article: Article) -> tuple[MetricFact, ...]:
    """The rows of an article in order of their figures; offsets count in `article.text`."""
    return _rows(read_figures(article))


def home_place(article: Article) -> str | None:
    """The place that an article is about, None where it is unknown."""
    return _at_home(article)[0]


def extract_at(article: Article, home: str | None) -> tuple[MetricFact, ...]:
    """The rows of an article whose place is known, or known to be open, beforehand."""
    return _rows(_read(read_page(read_surface(article), province_of(home)), home))


def read_figures(article: Article) -> tuple[FigureReading, ...]:
    """Every quantity of an article's prose in order, with its row or the reason it makes none."""
    return _at_home(article)[1]


def extract_text(
    text: str, published: date | None = None, home_place: str | None = None
) -> tuple[MetricFact, ...]:
    """The rows of a text that is no article: an answer, a draft, a press release.

    `published` is the day that "last year" counts from, `home_place` the place of figures whose
    sentences name none; None leaves either open.  Offsets count in `text`.
    """
    version = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    article = Article("", version, text, "", published, None, None, Span(0, len(text)))
    return extract_at(article, home_place)


def _at_home(article: Article) -> tuple[str | None, tuple[FigureReading, ...]]:
    """The place that an article is about, and its quantities read as of there."""
    surface = read_surface(article)
    home = home_of(surface)
    found = _read(read_page(surface, province_of(home)), home)
    if article.place or home == COUNTRY or not outgrows(home, _rows(found)):
        return home, found
    return COUNTRY, _read(read_page(surface, province_of(COUNTRY)), COUNTRY)


def _read(page: Page, home: str | None) -> tuple[FigureReading, ...]:
    headline = [s for s in page.sentences if s.kind == "headline"]
    topic = topic_of(page, Span(headline[0].start, headline[0].end)) if headline else NOTHING
    setting, story = Setting(page, home, topic), Story()
    found: list[FigureReading] = []
    for sentence in page.sentences:
        if sentence.kind == "row":
            table = table_of(page, sentence)
            found.extend(read_row(setting, sentence, table, story))
            continue
        readings, after = read_sentence(setting, sentence, story)
        story = after.from_headline() if sentence.kind == "headline" else after
        found.extend(readings)
    named = tuple(_as_called(reading, page.article.published) for reading in found)
    top = headline[0] if headline else None
    return flagged(without_rounded(named, page, top), page, top)


def _as_called(reading: FigureReading, day: date | None) -> FigureReading:
    """The reading with its place under the name that it had when the article came out."""
    fact = reading.fact
    if fact is None or fact.place is None or day is None:
        return reading
    place = gazetteer().called_on(fact.place, day)
    return reading if place == fact.place else reading._replace(fact=replace(fact, place=place))


def _rows(readings: tuple[FigureReading, ...]) -> tuple[MetricFact, ...]:
    return tuple(reading.fact for reading in readings if reading.fact is not None)
