"""Whether figures are too large for the place that their report was taken to be about.

"VSS presented its account of the quarter in Hanoi": that Hanoi is only where it was presented may
stand in any words, but 20.6 million members can only be the country's.
"""

from __future__ import annotations

from collections.abc import Iterable

from indexing.catalogue import OTHER, catalogue
from indexing.records import MetricFact

_LEAST = 2
"""Metrics that must be told too large: one alone may be a misprint."""


def outgrows(home: str | None, rows: Iterable[MetricFact]) -> bool:
    """Whether the levels told of `home` are those of the whole country: a third of them at least,
    of two metrics, are more than any province can have and no more than the country can."""
    levels = [row for row in rows if row.place == home and _is_level(row)]
    national = [row for row in levels if _is_national(row)]
    return len({row.metric for row in national}) >= _LEAST and 3 * len(national) >= len(levels)


def _is_level(row: MetricFact) -> bool:
    metric = catalogue().metric(row.metric)
    of_whole = row.aspect == "level" and row.group is None and row.metric != OTHER
    return of_whole and row.unit == metric.unit and not metric.is_rate


def _is_national(row: MetricFact) -> bool:
    metric = catalogue().metric(row.metric)
    in_country = metric.plausible(row.value, country=True)
    return in_country and not metric.plausible(row.value, country=False)
