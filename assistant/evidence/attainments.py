"""Levels beside the targets that they were to reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from assistant.evidence.lookup import ranked_places, ranked_rows, wanted_of
from assistant.evidence.rows.agreement import matches_place
from assistant.evidence.rows.keyed import KeyedRows
from assistant.evidence.rows.order import last_day
from assistant.evidence.rows.selection import find
from assistant.evidence.sources import Sources
from assistant.query import Query
from indexing.database import FactKey
from indexing.reading.period.notation import to_period
from indexing.records import Aspect, MetricFact


def levels_at_targets(query: Query, sources: Sources) -> Iterator[tuple[MetricFact, MetricFact]]:
    """For each place the level and the target of the latest day for which both are held, among
    the asked days; the query is of one metric."""
    (metric,) = query.metrics
    held = ranked_rows(query, sources.keyed(metric, None))
    for place in ranked_places(query, held):
        there = held.of_place(partial(matches_place, place))
        levels, targets = _by_day(query, there, "level"), _by_day(query, there, "target")
        if not (both := levels.keys() & targets.keys()):
            continue
        day = max(both)
        level, target = (
            _row(query, metric, place, key, there, sources) for key in (levels[day], targets[day])
        )
        if level and target and level.unit == target.unit:
            yield level, target


def _by_day(query: Query, there: KeyedRows, aspect: Aspect) -> dict[date, FactKey]:
    """The keys of the whole by their last day."""
    asked = [(period.first_day, period.last_day) for period in query.periods]
    keys = (k for k in there.keys if k.aspect == aspect and k.group is None and k.period)
    days = {last_day(key): key for key in keys}
    within = (day for day in days if not asked or any(a <= day <= b for a, b in asked))
    return {day: days[day] for day in within}


def _row(
    query: Query, metric: str, place: str, key: FactKey, there: KeyedRows, sources: Sources
) -> MetricFact | None:
    period = to_period("", 0, 0, key.period or "")
    wanted = wanted_of(replace(query, aspects=(key.aspect,)), metric, place, period)
    found = find(wanted, there, sources.published, sources.told_with)
    return found.facts[0] if found.facts else None
