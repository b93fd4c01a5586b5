"""Populations that a coverage and the people it covers imply, on two days of one report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from indexing.agreement import same_days
from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import COVERED, Fault
from indexing.gazetteer import gazetteer
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact

_GROWTH = Decimal("0.1")
"""Share by which the people of a place hardly change within a year."""
_YEAR = 370
"""Days."""


def implied_populations(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Participants and coverages of two dates that imply two quite different populations."""
    rows = [row for row in rows if row.metric != OTHER and row.unit != "USD"]
    for coverage, participants in COVERED.items():
        whole = [row for row in rows if row.group is None and row.bound == "exact"]
        shares = [r for r in whole if r.metric == coverage and r.aspect == "level" and r.value > 0]
        counts = [r for r in whole if r.metric == participants]
        implied = [(*told, share) for share in shares for told in _counted(counts, share)]
        for (people, rows_of, share), (others, rows_too, other) in combinations(implied, 2):
            if share.period == other.period or share.place != other.place:
                continue
            one, two = people / share.value, others / other.value
            if abs(one - two) > _GROWTH * min(one, two) and _within_a_year(share, other):
                yield *rows_of, share, *rows_too, other


def _counted(
    counts: Sequence[MetricFact], share: MetricFact
) -> Iterator[tuple[Decimal, tuple[MetricFact, ...]]]:
    """How many people a coverage counts: as told, or by the change since then."""
    for row in (r for r in counts if r.aspect == "level" and r.place == share.place):
        if same_days(row.period, share.period) and row.quote_start == share.quote_start:
            yield row.value, (row,)
        for change in counts:
            beside = change.quote_start == row.quote_start and change.unit == row.unit
            if beside and change.aspect == "change" and same_days(change.vs, share.period):
                yield row.value - change.value, (row, change)


def _within_a_year(one: MetricFact, other: MetricFact) -> bool:
    """Whether at most a year lies between two figures, and no merger of their province."""
    if one.period is None or other.period is None or one.place is None:
        return False
    first, last = sorted(parse_notation(row.period or "").last_day for row in (one, other))
    merged = gazetteer().merged_on(one.place.rsplit(", ", 1)[-1])
    return (last - first).days <= _YEAR and not (merged and first < merged <= last)
