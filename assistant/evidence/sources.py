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

        dates: dict[str, date | None] = {}

        def published(doc: str) -> date | None:
            if doc not in dates:
                dates.update(view.published([doc]))
            return dates.get(doc)

        def dated(
            found: tuple[Sequence[MetricFact], Mapping[str, date | None]],
        ) -> Sequence[MetricFact]:
            """The rows, the dates of their articles kept: they will all be asked for."""
            dates.update(found[1])
            return found[0]

        def filters(metric: str, place: str | None) -> dict[str, Any]:
            if place is None:
                return {"metrics": [metric]}
            if gazetteer().place(place) is None:
                # A district may be asked without its province.
                return {"metrics": [metric], "under": place}
            return {"metrics": [metric], "places": names_of(place)}

        def keyed(metric: str, place: str | None) -> KeyedRows:
            def read(chosen: Collection[FactKey]) -> Sequence[MetricFact]:
                found = dated(view.facts_of(chosen))
                tell({row.doc for row in found})
                return found

            return KeyedRows(view.keys(**filters(metric, place)), read)

        told: dict[str, list[MetricFact]] = {}

        def tell(docs: Iterable[str]) -> None:
            """Reads all rows of some articles at once: what stands beside a row will be asked."""
            missing = [doc for doc in docs if doc not in told]
            told.update({doc: [] for doc in missing})
            for row in view.facts(docs=missing) if missing else ():
                told[row.doc].append(row)

        def of_article(doc: str) -> Sequence[MetricFact]:
            tell([doc])
            return told[doc]

        article = cache(view.article)

        def no_figures(doc: str) -> Sequence[Span]:
            held = article(doc)
            readings = read_figures(held) if held else ()
            seen = [r.quantity for r in readings if r.fact is None]
            return tuple(Span(quantity.start, quantity.end) for quantity in seen)

        return cls(
            article=article,
            no_figures=cache(no_figures),
            rows=cache(lambda metric, place: dated(view.dated_facts(**filters(metric, place)))),
            keyed=cache(keyed),
            debts=cache(lambda: dated(view.dated_facts([OTHER], units=CURRENCIES))),
            published=published,
            of_article=of_article,
            of_place=cache(lambda place: view.facts(places=names_of(place))),
        )

    def beside(self, row: MetricFact) -> Sequence[MetricFact]:
        """The other rows of a row's own sentence."""
        told = (other for other in self.of_article(row.doc) if other.start != row.start)
        return [other for other in told if other.quote_start == row.quote_start]
