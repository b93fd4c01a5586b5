"""How much speaks for it that a sentence tells the asked figure, by `data/nearness.toml`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain

from assistant.datafiles import datafile
from assistant.drafting.quotation.meant import asked_metrics
from assistant.drafting.quotation.printed import Printed
from assistant.evidence.rows.agreement import SAME_DAYS, best_fit
from assistant.evidence.spelt import naming
from assistant.query import Query
from assistant.understanding.slots.narrowing.owned import family
from indexing.catalogue import Metric, catalogue
from indexing.reading.folding import fold
from indexing.reading.metric.terms import Term, find_terms
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact

_ALL = "all"
"""The insurance that stands for all of them."""
_A_YEAR = timedelta(days=365)
_IN_PASSAGE = 0.5
"""What the name of an insurance counts that only the passage around a sentence holds."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """What a sentence must come to, and how much what speaks for it counts."""

    least: float
    days: int
    days_before: int
    days_after: int
    weights: Mapping[str, float]


@cache
def nearness() -> Nearness:
    """What `data/nearness.toml` tells, read once."""
    return Nearness(**datafile("nearness"))


@dataclass(frozen=True, slots=True)
class Measure:
    """What is asked, as sentences are held against it."""

    query: Query
    place: re.Pattern[str] | None
    metrics: Sequence[Metric]
    insurances: frozenset[str]
    latest: date | None
    """Where no time is asked for: the last day that any of the sentences tells of."""

    @classmethod
    def of(cls, query: Query, rows: Iterable[Sequence[MetricFact]]) -> Measure:
        """The measure of `query` among sentences that tell some `rows` each."""
        metrics = [catalogue().metric(metric) for metric in asked_metrics(query)]
        told = chain.from_iterable(rows)
        days = [parse_notation(row.period).last_day for row in told if row.period]
        return cls(
            query,
            naming(query.places),
            metrics,
            frozenset(metric.schemes[0] for metric in metrics if metric.schemes),
            None if query.periods else max(days, default=None),
        )

    def weighed(self, one: Printed, rows: Sequence[MetricFact]) -> float:
        """What speaks for a sentence beside its meaning and its words; `rows`: those of its figures
        that may be meant."""
        fit = max(map(self._fit, rows))
        best = [row for row in rows if self._fit(row) == fit]
        terms = find_terms(one.text)
        told = {term.id for term in terms}
        units = {metric.unit for metric in self.metrics}
        insurance = self._insurance(one, told)
        has_metric = any(row.metric == metric.id for row in best for metric in self.metrics)
        has_measure = any(metric.measure in told for metric in self.metrics)
        evidence = {
            "day": fit == SAME_DAYS,
            "no_day": not fit,
            "place": self.place is not None and self.place.search(fold(one.text)) is not None,
            "metric": has_metric,
            "unit": any(row.unit in units for row in best),
            "other_unit": bool(units) and not any(row.unit in {*units, "other"} for row in best),
            "insurance": insurance,
            "another": self._is_of_another(terms),
            "measure": has_measure,
            "unnamed": not (has_metric or has_measure or insurance == 1),
            "report": self._is_of_time(one.article.published),
        }
        return sum(nearness().weights[key] * value for key, value in evidence.items())

    def _fit(self, row: MetricFact) -> int:
        if self.latest is None or row.period is None:
            return best_fit(self.query.periods, row.period)
        return SAME_DAYS * (self.latest - parse_notation(row.period).last_day <= _A_YEAR)

    def _insurance(self, one: Printed, told: Collection[str]) -> float:
        """Whether a sentence, or at least its passage, names the asked insurance."""
        if not self.insurances.isdisjoint(told):
            return 1.0
        is_around = bool(self.insurances) and any(
            term.id in self.insurances for term in find_terms(one.around)
        )
        return _IN_PASSAGE * is_around

    def _is_of_another(self, terms: Iterable[Term]) -> bool:
        """Whether a sentence names insurances, and none of the kind that is asked for."""
        asked = {*map(family, self.insurances)}
        named = {family(term.id) for term in terms if term.kind == "scheme"}
        return bool(named and asked) and _ALL not in asked and named.isdisjoint(asked)

    def _is_of_time(self, published: date | None) -> bool:
        """Whether a report came out so soon after the asked time that it may speak of it."""
        if published is None:
            return False
        if self.latest is not None:
            return published >= self.latest - _A_YEAR
        return any(
            -nearness().days_before <= (published - asked.last_day).days <= nearness().days_after
            for asked in self.query.periods
        )
