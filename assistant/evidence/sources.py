"""What the stages read of the index while one answer is made: one state, each thing read once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from assistant.evidence.rows.agreement import is_within
from assistant.evidence.rows.keyed import ByPlace, KeyedRows, by_place
from indexing.agreement import names_of
from indexing.catalogue import OTHER
from indexing.database import ArticleEntry, FactKey, IndexView
from indexing.extraction import read_figures
from indexing.gazetteer import gazetteer
from indexing.records import CURRENCIES, Article, Aspect, MetricFact, Span

_Dated = tuple[Sequence[MetricFact], Mapping[str, date | None]]
"""Rows with the publication dates of their articles."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Reading functions over one view of the index; they remember what they have read."""

    article: Callable[[str], Article | None]
    """By `doc`; None where the index holds none."""
    articles: Callable[[], Sequence[ArticleEntry]]
    """All that are held, without their texts."""
    rows: Callable[[str, str | None], Sequence[MetricFact]]
    """All rows of a metric; of one province or the country only where one is given."""
    keyed: Callable[[str, str | None], KeyedRows]
    """The same by their keys; each is read when it is chosen."""
    debts: Callable[[], Sequence[MetricFact]]
    """Amounts of no metric, among them what single debtors owe."""
    published: Callable[[str], date | None]
    """The publication date of an article by its `doc`; None where it is unknown."""
    of_article: Callable[[str], Sequence[MetricFact]]
    of_sentence: Callable[[str, int], Sequence[MetricFact]]
    """The rows of the sentence of an article that begins at some offset."""
    of_place: Callable[[str], Sequence[MetricFact]]
    of_value: Callable[[Decimal], Sequence[MetricFact]]
    """Those of exactly a value, whatever they count."""
    places: Callable[[], Collection[str]]
    """Those of all rows."""
    metrics: Callable[[str], Collection[str]]
    """Those of the rows of a place."""
    no_figures: Callable[[str], Sequence[Span]]
    """Quantities of an article that are none of the table's business: ages, lengths of time."""

    @classmethod
    def of(cls, view: IndexView) -> Sources:
        """Sources that read from `view`, usable while it is open."""
        dates, told = _Dates(view), _Told(view)
        article = cache(view.article)

        def keyed(metric: str, place: str | None) -> KeyedRows:
            def read(chosen: Collection[FactKey]) -> Sequence[MetricFact]:
                # What stands beside a row will be asked.
                found = told.kept(dates.kept(view.sentences_of(chosen)))
                wanted = {key.identity for key in chosen}
                return [row for row in found if FactKey.identity_of(row) in wanted]

            @cache
            def held(aspects: tuple[Aspect, ...] | None) -> ByPlace:
                return by_place(view.keys(**_filters(metric, place), aspects=aspects))

            # Of all places everything is looked at: which of them there are, and each of them.
            return KeyedRows(held if place else lambda aspects: held(None), read)

        def rows(metric: str, place: str | None) -> Sequence[MetricFact]:
            return dates.kept(view.dated_facts(**_filters(metric, place)))

        return cls(
            article=article,
            articles=cache(view.articles),
            no_figures=cache(lambda doc: _no_figures(article(doc))),
            rows=cache(rows),
            keyed=cache(keyed),
            debts=cache(lambda: dates.kept(view.dated_facts([OTHER], units=CURRENCIES))),
            published=dates.of,
            of_article=told.of,
            of_sentence=told.of_sentence,
            of_place=cache(lambda place: view.facts(places=names_of(place))),
            of_value=cache(lambda value: dates.kept(view.facts_of_value(value))),
            places=cache(view.places),
            metrics=lambda place: view.metrics(names_of(place)),
        )

    def parts_of(self, place: str) -> list[str]:
        """The districts and communes of a province of which figures are held, by name."""
        return sorted(held for held in self.places() if is_within(held, place))

    def told_with(self, row: MetricFact) -> Sequence[MetricFact]:
        """The other rows of a row's own sentence."""
        told = self.of_sentence(row.doc, row.quote_start)
        return [other for other in told if other.start != row.start]


def newest_first(held: Iterable[ArticleEntry]) -> list[ArticleEntry]:
    """Reports with the latest first, undated ones last; those of one day by their ids."""
    by_doc = sorted(held, key=lambda entry: entry.doc)
    return sorted(by_doc, key=lambda entry: entry.published or date.min, reverse=True)


class _Dates:
    """Publication dates, each read once."""

    def __init__(self, view: IndexView) -> None:
        self._view = view
        self._known: dict[str, date | None] = {}

    def of(self, doc: str) -> date | None:
        """The date of an article; None where it is unknown."""
        if doc not in self._known:
            self._known.update(self._view.published([doc]))
        return self._known.get(doc)

    def kept(self, found: _Dated) -> Sequence[MetricFact]:
        """The rows, the dates of their articles kept: they will all be asked for."""
        rows, dates = found
        self._known.update(dates)
        return rows


class _Told:
    """The rows of articles and of their sentences, each read once."""

    def __init__(self, view: IndexView) -> None:
        self._of = cache(lambda doc: view.facts(docs=[doc]))
        self._sentences: dict[tuple[str, int], list[MetricFact]] = {}

    def of(self, doc: str) -> Sequence[MetricFact]:
        """The rows of an article."""
        return self._of(doc)

    def of_sentence(self, doc: str, start: int) -> Sequence[MetricFact]:
        """The rows of one sentence of an article."""
        known = self._sentences.get((doc, start))
        return [row for row in self.of(doc) if row.quote_start == start] if known is None else known

    def kept(self, rows: Sequence[MetricFact]) -> Sequence[MetricFact]:
        """The rows, which are all those of their sentences."""
        found: dict[tuple[str, int], list[MetricFact]] = {}
        for row in rows:
            found.setdefault((row.doc, row.quote_start), []).append(row)
        self._sentences.update(found)
        return rows


def _filters(metric: str, place: str | None) -> dict[str, Any]:
    """What the rows of a metric, and of a place where one is given, are chosen by."""
    if place is None:
        return {"metrics": [metric]}
    if gazetteer().place(place) is None and "," not in place:
        # A district may be asked without its province.
        return {"metrics": [metric], "under": place}
    return {"metrics": [metric], "places": names_of(place)}


def _no_figures(article: Article | None) -> Sequence[Span]:
    readings = read_figures(article) if article else ()
    seen = [reading.quantity for reading in readings if reading.fact is None]
    return tuple(Span(quantity.start, quantity.end) for quantity in seen)
