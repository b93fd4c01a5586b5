"""Figures of one report that must follow from each other: levels, changes, targets, shares.

Each check gives the rows that cannot all be right.  Where a figure on which another rests is not
told, nothing is concluded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from indexing.agreement import same_days
from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import Interval, is_less, meant, reckoned, summed
from indexing.extraction.text.wording import any_of
from indexing.records import CHANGES, OF_TARGET, MetricFact

_HUNDRED = Interval(Decimal(100), Decimal(100))
_DISTANCE = {"percent": "percentage_points"}
"""In what the distance between two figures is told, where it is not in their own unit."""
_BACK = 250
"""Characters back to a sentence before."""
_SAME_MOVE = 60
"""Characters between a change and the same in per cent."""
_AWAY = re.compile(
    rf"\s+(?:{any_of('compared.above', 'compared.below')})\s[^.;:()\d]{{0,60}}", re.IGNORECASE
)
"""Between points and the rate that they are counted from."""


def contradictions(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report whose numbers do not follow from each other."""
    told = [row for row in rows if row.metric != OTHER and row.unit != "USD"]
    groups: dict[object, list[MetricFact]] = defaultdict(list)
    for row in told:
        groups[row.metric, row.group, row.place].append(row)
    for group in groups.values():
        for row in group:
            ways = list(_ways(row, group))
            meanings = (reckoned(row), _together(row, group)) if ways else ()
            if ways and not any(made.meets(one) for made, _ in ways for one in meanings):
                yield (*ways[0][1], row)
            yield from _outgrown(row, group)
    yield from _misplaced(rows)


def _ways(row: MetricFact, rows: Sequence[MetricFact]) -> Iterator[tuple[Interval, Fault]]:
    """What a figure must be by others of its metric, with those others, in every way there is."""
    beside = [other for other in rows if other.quote_start == row.quote_start]
    levels = [other for other in beside if other.aspect == "level"] or _just_told(row, rows)
    if row.aspect in CHANGES and row.vs is not None:
        known = [other for other in rows if other.aspect == "level"]
        for now in (other for other in known if same_days(other.period, row.period)):
            for before in _earlier(now, row, rows):
                if made := _moved(meant(now), before[0], row):
                    yield made, (now, *before[1])
                if row.aspect == "change_pct" and (counted_back := _of_now(now, before[0])):
                    yield counted_back, (now, *before[1])
    if row.aspect in OF_TARGET:
        targets = [other for other in beside if other.aspect == "target"]
        won = [other for other in beside if other.aspect == "change" and levels]
        counted = (*levels, *won)
        for target in targets or _aimed_at(row, rows):
            for level in (other for other in counted if other.unit == target.unit):
                wanted, reached = meant(target), meant(level)
                made = wanted - reached if row.aspect == "gap" else reached.of(wanted)
                if made is not None and (row.aspect != "gap" or made.high > 0):
                    yield made, (level, target)


def _together(row: MetricFact, rows: Sequence[MetricFact]) -> Interval:
    """What a change and those that are told with it come to: 1,700 came and 1,000 left."""
    beside = [r for r in rows if (r.aspect, r.unit) == ("change", row.unit)]
    return summed(r for r in beside if r.quote_start == row.quote_start) if beside else meant(row)


def _misplaced(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A figure, its distance from a target and the target, told one after the other, where the
    distance is another: "94.1 per cent, 2.6 points above the target of 92.5"."""
    for level, away, target in zip(rows, rows[1:], rows[2:], strict=False):
        alike = level.metric == target.metric != OTHER and level.aspect == "level"
        alike = alike and level.unit == target.unit and away.vs is None
        alike = alike and away.unit == _DISTANCE.get(level.unit, level.unit)
        alike = alike and away.aspect in ("level", "change", "gap") and _is_mark(away, target)
        if alike and level.quote_start == away.quote_start == target.quote_start:
            apart = meant(level) - meant(target)
            told = reckoned(away)
            if not apart.meets(told) and not Interval(-apart.high, -apart.low).meets(told):
                yield level, away, target


def _is_mark(away: MetricFact, mark: MetricFact) -> bool:
    """Whether a distance is told to lie between a figure and a target, or another such figure."""
    between = away.quote[away.end - away.quote_start : mark.start - away.quote_start]
    far = _AWAY.fullmatch(between) is not None
    if away.unit != "percentage_points" or away.aspect != "level":
        return far and mark.aspect == "target"
    return mark.aspect == "target" or (mark.aspect == "level" and far)


def _just_told(row: MetricFact, rows: Sequence[MetricFact]) -> list[MetricFact]:
    """The level of a figure's own time that the sentence before told."""
    before = [other for other in rows if 0 < row.start - other.end < _BACK]
    return [o for o in before if o.aspect == "level" and same_days(o.period, row.period)]


def _aimed_at(row: MetricFact, rows: Sequence[MetricFact]) -> list[MetricFact]:
    """The target that the sentences before a gap or a share told last, unless it was a share of
    it that they told."""
    before = [other for other in rows if 0 < row.start - other.end < _BACK]
    shared = {other.quote_start for other in before if other.aspect == "target_pct"}
    return [o for o in before if o.aspect == "target" and o.quote_start not in shared][-1:]


def _outgrown(row: MetricFact, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A rise above the level that it led to: 14,100 more, and now 11,300."""
    if row.aspect != "change" or row.vs is None:
        return
    for now in rows:
        led = now.aspect == "level" and now.quote_start == row.quote_start
        led = led and now.unit == row.unit and same_days(now.period, row.period)
        if led and is_less(now, row):
            yield now, row


def _earlier(
    now: MetricFact, row: MetricFact, rows: Sequence[MetricFact]
) -> Iterator[tuple[Interval, Fault]]:
    """The level that a change counts from: as told, or by the change that is told beside it."""
    for other in (other for other in rows if other.unit == now.unit and other is not now):
        undated = other.period is None and other.quote_start == now.quote_start == row.quote_start
        if other.aspect == "level" and (undated or same_days(other.period, row.vs)):
            yield meant(other), (other,)
        beside = row.aspect == "change_pct" and abs(row.start - other.end) < _SAME_MOVE
        beside = beside and other.aspect == "change" and other.value * row.value > 0
        if beside and same_days(other.vs, row.vs):
            yield meant(now) - meant(other), (other,)


def _of_now(now: MetricFact, before: Interval) -> Interval | None:
    """How many per cent of a level lie between it and the one before, as some reckon a fall."""
    return (meant(now) - before).of(meant(now))


def _moved(now: Interval, before: Interval, row: MetricFact) -> Interval | None:
    """How much, or how many per cent, lies between two levels."""
    if row.aspect == "change":
        return now - before
    grown = now.of(before)
    return None if grown is None else grown - _HUNDRED
