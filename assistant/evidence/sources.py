"""What the stages read of the index while one answer is made: one state, each thing read once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from assistant.evidence.keyed import KeyedRows
from indexing.agreement import names_of
from indexing.catalogue import OTHER
from indexing.database import FactKey, IndexView
from indexing.extraction import read_figures
from indexing.gazetteer import gazetteer
from indexing.records import CURRENCIES, Article, MetricFact, Span

_Dated = tuple[Sequence[MetricFact], Mapping[str, date | None]]
"""Rows with the publication dates of their articles."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Reading functions over one view of the index; they remember what they have read."""

    article: Callable[[str], Article | None]
    """By `doc`; None where the index holds none."""
    rows: Callable[[str, str | None], Sequence[MetricFact]]
    """All rows of a metric; of one province or the country only where one is given."""
    keyed: Callable[[str, str | None], KeyedRows]
    """The same by their keys; each is read when it is chosen."""
    debts: Callable[[], Sequence[MetricFact]]
    """Amounts of no metric, among them what single debtors owe."""
    published: Callable[[str], date | None]
    """The publication date of an article by its `doc`; None where it is unknown."""
    of_article: Callable[[str], Sequence[MetricFact]]
    of_place: Callable[[str], Sequence[MetricFact]]
    no_figures: Callable[[str], Sequence[Span]]
    """Quantities of an article that are none of the table's business: ages, lengths of time."""

    @classmethod
    def of(cls, view: IndexView) -> Sources:
        """Sources that read from `view`, usable while it is open."""
        dates, told = _Dates(view), _Told(view)
        article = cache(view.article)

        def keyed(metric: str, place: str | None) -> KeyedRows:
            def read(chosen: Collection[FactKey]) -> Sequence[MetricFact]:
                found = dates.kept(view.facts_of(chosen))
                told.read({row.doc for row in found})
                return found

            return KeyedRows(view.keys(**_filters(metric, place)), read)

        def rows(metric: str, place: str | None) -> Sequence[MetricFact]:
            return dates.kept(view.dated_facts(**_filters(metric, place)))

        return cls(
            article=article,
            no_figures=cache(lambda doc: _no_figures(article(doc))),
            rows=cache(rows),
            keyed=cache(keyed),
            debts=cache(lambda: dates.kept(view.dated_facts([OTHER], units=CURRENCIES))),
            published=dates.of,
            of_article=told.of,
            of_place=cache(lambda place: view.facts(places=names_of(place))),
        )

    def beside(self, row: MetricFact) -> Sequence[MetricFact]:
        """The other rows of a row's own sentence."""
        told = (other for other in self.of_article(row.doc) if other.start != row.start)
        return [other for other in told if other.quote_start == row.quote_start]


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
    """All rows of an article, read once."""

    def __init__(self, view: IndexView) -> None:
        self._view = view
        self._known: dict[str, list[MetricFact]] = {}

    def of(self, doc: str) -> Sequence[MetricFact]:
        """The rows of an article."""
        self.read([doc])
        return self._known[doc]

    def read(self, docs: Iterable[str]) -> None:
        """Reads the rows of some articles at once: what stands beside a row will be asked."""
        missing = [doc for doc in docs if doc not in self._known]
        self._known.update({doc: [] for doc in missing})
        for row in self._view.facts(docs=missing) if missing else ():
            self._known[row.doc].append(row)


def _filters(metric: str, place: str | None) -> dict[str, Any]:
    """What the rows of a metric, and of a place where one is given, are chosen by."""
    if place is None:
        return {"metrics": [metric]}
    if gazetteer().place(place) is None:
        # A district may be asked without its province.
        return {"metrics": [metric], "under": place}
    return {"metrics": [metric], "places": names_of(place)}


def _no_figures(article: Article | None) -> Sequence[Span]:
    readings = read_figures(article) if article else ()
    seen = [reading.quantity for reading in readings if reading.fact is None]
    return tuple(Span(quantity.start, quantity.end) for quantity in seen)
