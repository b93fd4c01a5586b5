"""Whether figures of different days can be put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from assistant.evidence.rows.order import last_day
from indexing.agreement import same_days
from indexing.catalogue import OTHER, catalogue
from indexing.gazetteer import MERGER_DATE, gazetteer
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact

_YEAR = timedelta(days=366)
_LEAP = 3
"""Days by which the same months of two years differ at most."""


def mixed_periods(rows: Sequence[MetricFact]) -> bool:
    """Whether rows put side by side do not all speak of the same days."""
    return any(not same_days(row.period, rows[0].period) for row in rows[1:])


def equally_long(one: MetricFact, other: MetricFact) -> bool:
    """Whether amounts that add up over time are of as many days, but for those of a leap year."""
    if one.metric == OTHER or catalogue().metric(one.metric).kind != "flow":
        return True
    spans = [parse_notation(row.period) for row in (one, other) if row.period]
    days = [(span.last_day - span.first_day).days for span in spans]
    return max(days, default=0) - min(days, default=0) <= _LEAP


def may_reach(target: MetricFact, level: MetricFact) -> bool:
    """Whether a target was set for the year of a level, or for a later one that it has to reach."""
    dated = bool(target.period and level.period)
    return dated and last_day(level).year <= last_day(target).year


def near_in_time(one: MetricFact, other: MetricFact) -> bool:
    """Whether two figures lie no further apart than a report of one year and that of the next."""
    days = [last_day(row) for row in (one, other) if row.period]
    return len(days) == 2 and max(days) - min(days) <= _YEAR


def across_merger(place: str | None, earlier: str | None, later: str | None) -> bool:
    """Whether a province was another one at the earlier of two periods than at the later."""
    if place is None or gazetteer().merged_on(place) is None or not (earlier and later):
        return False
    return parse_notation(earlier).last_day < MERGER_DATE <= parse_notation(later).last_day
