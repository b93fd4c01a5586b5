"""What came of a target by the reports: whether it is what a text says of it.

The target may be the reports' own and what came of it put wrong, so that is held against what the
reports say was reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from assistant.evidence.rows.order import last_day
from assistant.evidence.rows.values import WHOLE_PLAN, reaches, values_of
from assistant.evidence.sources import Sources
from assistant.grounding.gate import is_cited_truly
from assistant.grounding.telling.outcomes import Outcome
from indexing.records import OF_TARGET, MetricFact


class _Attempt(NamedTuple):
    """What was reached of a target."""

    least: Decimal
    """The value that meets it."""
    due: date
    reached: MetricFact
    target: MetricFact | None = None


def bears_out(said: MetricFact, told: Outcome, sources: Sources) -> tuple[bool, MetricFact] | None:
    """Whether what was reached is what is told, with the row that `said` is held against.

    None where no report shows it, or where they differ.
    """
    if said.period is None:
        return None
    if said.aspect == "target_pct":
        own = _holds(told, _Attempt(WHOLE_PLAN, last_day(said), said))
        return None if own is None else (own, said)
    rows = [
        row
        for row in sources.rows(said.metric, said.place)
        if row.group == said.group and row.period and is_cited_truly(row, sources.article)
    ]
    shown: dict[bool, MetricFact] = {}
    for attempt in _attempts(said, rows):
        against = attempt.target if said.aspect == "level" else attempt.reached
        at_once = told.succeeded and _is_level(said, attempt.reached)
        if (holds := _holds(told, attempt, at_once)) is not None:
            shown.setdefault(holds, against or attempt.reached)
    return next(iter(shown.items())) if len(shown) == 1 else None


def stands_so(said: MetricFact, told: Outcome, near: Sequence[MetricFact]) -> bool | None:
    """Whether a level of the same sentence stands to its target as is told; None without one."""
    levels = [one for one in near if one.aspect == "level" and _is_level_of(one, said)]
    levels = [one for one in levels if one.period]
    if said.aspect != "target" or not told.so_far or len(levels) != 1:
        return None
    return _holds(told, _Attempt(said.value, last_day(levels[0]), levels[0]))


def _is_level_of(one: MetricFact, target: MetricFact) -> bool:
    keys = [(f.metric, f.place, f.group, f.subject, f.unit) for f in (one, target)]
    return keys[0] == keys[1] and one.period is not None


def _is_level(said: MetricFact, reached: MetricFact) -> bool:
    return said.aspect == reached.aspect == "level" and said.value == reached.value


def _holds(told: Outcome, attempt: _Attempt, at_once: bool = False) -> bool | None:
    """Whether an attempt came to what is told; one that is short before it is due still may, unless
    it is told to have come to it `at_once`."""
    reached = attempt.reached
    met = reaches(reached, attempt.least)
    if met is None or (met is False and last_day(reached) < attempt.due and not at_once):
        return None
    beyond = met and (values_of(reached).low > attempt.least or reached.bound == "over")
    came = {"met": met, "exceeded": beyond, "missed": not met}[told.kind]
    return came != told.denied


def _attempts(said: MetricFact, rows: Sequence[MetricFact]) -> Iterator[_Attempt]:
    """What was reached in the year of `said`, by itself or of the targets set for it."""
    rows = [row for row in rows if last_day(row).year == last_day(said).year]
    for row in rows:
        if row.aspect in OF_TARGET:
            yield _Attempt(WHOLE_PLAN, date(last_day(row).year, 12, 31), row)
    for target in (row for row in rows if row.aspect == "target"):
        due = last_day(target)
        levels = [row for row in rows if row.aspect == "level" and row.unit == target.unit]
        levels = [row for row in levels if last_day(row) <= due]
        last = max(map(last_day, levels), default=due)
        for level in levels:
            if last_day(level) == last:
                yield _Attempt(target.value, due, level, target)
