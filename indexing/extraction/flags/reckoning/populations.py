"""Populations that coverages and the people they cover imply: of each other, and of their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from indexing.agreement import same_days
from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import COVERED, Fault
from indexing.extraction.flags.printed import meant
from indexing.extraction.flags.sizes import out_of_scale, people_of
from indexing.gazetteer import gazetteer
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact

_GROWTH = Decimal("0.1")
"""Share by which the people of a place hardly change within a year."""
_YEAR = 370
"""Days."""
_LIVE_IN = {
    "population": (Decimal("0.72"), Decimal("1.45")),
    "labour_force": (Decimal("0.36"), Decimal("0.82")),
}
"""How many times the population of the census a province's is, and its labour force, at the least
and at the most, before or since: what its coverages are counted of."""
_ALL = Decimal(100)


def implied_populations(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report that imply a population that cannot be, or two."""
    told = [row for row in rows if row.metric != OTHER and row.unit != "USD"]
    yield from _implied_wholes(told)
    yield from _misfit_coverages(told)


def _implied_wholes(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Participants and coverages of two dates that imply two quite different populations."""
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


def _misfit_coverages(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Coverages and the people covered that make a population no province has, nor the country,
    unless another figure told for the same makes one."""
    levels = [row for row in rows if row.aspect == "level" and row.group is None and row.place]
    for share in (row for row in levels if row.metric in COVERED and row.unit == "percent"):
        known = [people_of(share.place or "", merged=merged) for merged in (False, True)]
        told = [row for row in levels if row.metric == COVERED[share.metric]]
        told = [r for r in told if r.place == share.place and same_days(r.period, share.period)]
        told = [row for row in told if not out_of_scale(row, None) and share.value <= _ALL]
        rivals = [r for r in levels if (r.metric, r.place) == (share.metric, share.place)]
        pairs = [(row, rate) for row in told for rate in (share, *rivals) if rate.value > 0]
        if (
            pairs
            and any(known)
            and not any(_fits(*pair, people) for pair in pairs for people in known)
        ):
            yield told[0], share


def _fits(counted: MetricFact, share: MetricFact, people: Decimal | None) -> bool:
    """Whether people covered and their coverage make the population or labour force of a place."""
    base = "population" if share.metric == "hi_coverage" else "labour_force"
    low, high = _LIVE_IN[base]
    made = meant(counted)
    return (
        people is not None
        and made.low / share.value * _ALL <= people * high
        and (made.high / share.value * _ALL >= people * low)
    )
