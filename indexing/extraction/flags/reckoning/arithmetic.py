"""Figures of one report that must follow from each other: levels, changes, targets, shares.

Each check gives the rows that cannot all be right.  Where a figure on which another rests is not
told, nothing is concluded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from indexing.agreement import same_days
from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import COVERED, Fault
from indexing.extraction.flags.printed import Interval, is_less, meant, reckoned
from indexing.extraction.text.wording import any_of
from indexing.gazetteer import gazetteer
from indexing.reading.period.notation import parse_notation
from indexing.records import CHANGES, OF_TARGET, MetricFact

_HUNDRED = Interval(Decimal(100), Decimal(100))
_GROWTH = Decimal("0.1")
"""Share by which the people of a place hardly change within a year."""
_BACK = 250
"""Characters back to a sentence before."""
_SAME_MOVE = 60
"""Characters between a change and the same in per cent."""
_AWAY = re.compile(
    rf"\s+(?:{any_of('compared.above', 'compared.below')})\s[^.;:()\d]{{0,60}}", re.IGNORECASE
)
"""Between points and the rate that they are counted from."""
_YEAR = 370
"""Days."""


def contradictions(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report whose numbers do not follow from each other."""
    told = [row for row in rows if row.metric != OTHER and row.unit != "USD"]
    groups: dict[object, list[MetricFact]] = defaultdict(list)
    for row in told:
        groups[row.metric, row.group, row.place].append(row)
    for group in groups.values():
        for row in group:
            ways = list(_ways(row, group))
            if ways and not any(made.meets(reckoned(row)) for made, _ in ways):
                yield (*ways[0][1], row)
            yield from _outgrown(row, group)
    yield from _implied_wholes(told)
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
    if row.aspect in OF_TARGET:
        targets = [other for other in beside if other.aspect == "target"]
        won = [other for other in beside if other.aspect == "change" and levels]
        counted = (*levels, *won)
        for target in targets or _aimed_at(row, rows):
            for level in (other for other in counted if other.unit == target.unit):
                wanted, reached = meant(target), meant(level)
                made = wanted - reached if row.aspect == "gap" else reached.of(wanted)
                if made is not None:
                    yield made, (level, target)


def _misplaced(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A rate, its distance from a target and the target, told one after the other, where the
    distance is another: "94.1 per cent, 2.6 points above the target of 92.5"."""
    for level, points, target in zip(rows, rows[1:], rows[2:], strict=False):
        alike = level.metric == target.metric != OTHER and level.aspect == "level"
        alike = alike and level.unit == target.unit == "percent"
        alike = alike and points.aspect == "level" and _is_mark(points, target)
        alike = alike and points.unit == "percentage_points"
        if alike and level.quote_start == points.quote_start == target.quote_start:
            apart = meant(level) - meant(target)
            told = reckoned(points)
            if not apart.meets(told) and not Interval(-apart.high, -apart.low).meets(told):
                yield level, points, target


def _is_mark(points: MetricFact, mark: MetricFact) -> bool:
    """Whether points are told to lie between a rate and a target, or another rate."""
    between = points.quote[points.end - points.quote_start : mark.start - points.quote_start]
    return mark.aspect == "target" or (
        mark.aspect == "level" and _AWAY.fullmatch(between) is not None
    )


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
        if other.aspect == "level" and same_days(other.period, row.vs):
            yield meant(other), (other,)
        beside = row.aspect == "change_pct" and abs(row.start - other.end) < _SAME_MOVE
        beside = beside and other.aspect == "change" and other.value * row.value > 0
        if beside and same_days(other.vs, row.vs):
            yield meant(now) - meant(other), (other,)


def _moved(now: Interval, before: Interval, row: MetricFact) -> Interval | None:
    """How much, or how many per cent, lies between two levels."""
    if row.aspect == "change":
        return now - before
    grown = now.of(before)
    return None if grown is None else grown - _HUNDRED


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
