"""Moves that their own levels belie: "rose to" less than before, "higher than" what is more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexing.catalogue import OTHER
from indexing.extraction.flags.belied import MOVED_TO
from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import Interval, is_less, meant, reckoned
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.reading.period.notation import parse_notation
from indexing.records import CHANGES, SHARES, MetricFact

_BACK = 300
"""Characters back to the level before."""
_OVER = r"(?:over|on|from|against|compared (?:with|to))"
_HELD = re.compile(
    rf"[^.;:()]{{0,80}}(?:,|\b(?:is|was|are|were))\s*(?:"
    rf"(?P<above>{any_of('compared.above')}|up {_OVER}|an? {any_of('changes.rises')} {_OVER})"
    rf"|{any_of('compared.below')}|down {_OVER}|an? {any_of('changes.falls')} {_OVER})\s+"
    r"(?:(?:the|its|that of)\s+)?",
    re.IGNORECASE,
)
"""Between a level and an earlier one that it is held against: ", higher than the"."""
_THAN = re.compile(
    rf"\s+(?:[\w-]+\s+){{0,3}}?(?:{any_of('compared.than')})\s+the\s+", re.IGNORECASE
)
"""Between a change and the level that it counts from: "more than the"."""
_THE_MOVE = re.compile(
    rf"(?:The|This)\s+(?:[\w-]+\s+)?{any_of('changes.rises', 'changes.falls')}\s+"
    rf"(?:of|{any_of('changes.comes_to')})\s+",
    re.IGNORECASE,
)
"""Between the head of a sentence and a change that it takes up: "The rise of"."""
_DAY = 3
"""Days by which two spans of one length may differ."""


def belied_moves(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report whose levels did not move as their words tell."""
    levels = [row for row in rows if row.aspect == "level" and row.period is not None]
    for index, now in enumerate(levels):
        yield from _moved_otherwise(page, now, levels[:index])
    for now, before in pairwise(levels):
        told = _HELD.fullmatch(page.text, now.end, before.start)
        if told and _is_of_one_thing(now, before) and now.period != before.period:
            low, high = (before, now) if told["above"] else (now, before)
            if is_less(high, low):
                yield now, before
    yield from _counted_otherwise(page, rows)
    yield from _taken_up_otherwise(page, rows)


def _moved_otherwise(page: Page, now: MetricFact, before: Sequence[MetricFact]) -> Iterator[Fault]:
    """A level that something "rose to", though the sentence before told of a higher one."""
    moved = MOVED_TO.search(page.text, now.quote_start, now.start)
    if moved is None or page.cues.any("comparison", now.quote_start, now.quote_end):
        return
    known = [row for row in before if _is_of_one_thing(now, row)]
    for last in known[-1:]:
        near = 0 < now.start - last.end < _BACK and last.quote_start != now.quote_start
        if not near or not _is_later(now, last):
            continue
        low, high = (last, now) if moved["up"] else (now, last)
        if is_less(high, low):
            yield last, now


def _counted_otherwise(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A level, its distance from an earlier one, and that one, which lies elsewhere."""
    for now, change, before in zip(rows, rows[1:], rows[2:], strict=False):
        alike = now.aspect == before.aspect == "level" and change.aspect == "change"
        alike = alike and now.metric == change.metric and before.metric in (now.metric, OTHER)
        alike = alike and now.unit == change.unit and before.unit in (now.unit, "other")
        alike = alike and now.quote_start == change.quote_start == before.quote_start
        alike = alike and _THAN.fullmatch(page.text, change.end, before.start) is not None
        if alike and not (meant(now) - meant(before)).meets(reckoned(change)):
            yield now, change, before


def _taken_up_otherwise(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Two levels and, right behind, "the rise" without a time of its own, which is another."""
    for index, change in enumerate(rows):
        if change.aspect not in CHANGES:
            continue
        named = _THE_MOVE.fullmatch(page.text, change.quote_start, change.start)
        alone = [row.quote_start for row in rows].count(change.quote_start) == 1
        if not alone and (change.vs is not None or not named):
            continue
        before = [r for r in rows[:index] if r.aspect == "level" and change.start - r.end < _BACK]
        known = [row for row in before if row.metric == change.metric and not _is_rate(row, change)]
        for one, other in pairwise(known[-2:]):
            same = _is_of_one_thing(one, other) and one.period != other.period
            if same and change.quote_start >= other.quote_end and not _dated(page, change):
                yield from _unmoved(one, other, change)


def _is_rate(row: MetricFact, change: MetricFact) -> bool:
    """Whether a rate is told to have risen by so many per cent: often by so many points."""
    return row.unit in SHARES and change.aspect == "change_pct"


def _unmoved(one: MetricFact, other: MetricFact, change: MetricFact) -> Iterator[Fault]:
    """Two levels that do not lie as far apart as is told, whichever came first."""
    told = reckoned(change)
    told = Interval(min(abs(told.low), abs(told.high)), max(abs(told.low), abs(told.high)))
    low, high = sorted((one, other), key=lambda row: row.value)
    apart = meant(high) - meant(low)
    made = [apart]
    if change.aspect == "change_pct":
        made = [share for base in (one, other) if (share := apart.of(meant(base)))]
    if made and not any(way.meets(told) for way in made):
        yield one, other, change


def _dated(page: Page, row: MetricFact) -> bool:
    return bool(within(page.periods, row.quote_start, row.quote_end))


def _is_of_one_thing(one: MetricFact, other: MetricFact) -> bool:
    first, second = ((r.metric, r.unit, r.place, r.group) for r in (one, other))
    return first == second and one.metric != OTHER


def _is_later(now: MetricFact, before: MetricFact) -> bool:
    """Whether a level is of a later day, or of a later span of the same length."""
    if now.period is None or before.period is None:
        return False
    late, early = parse_notation(now.period), parse_notation(before.period)
    if late.last_day <= early.last_day or late.moment != early.moment:
        return False
    long, short = (span.last_day - span.first_day for span in (late, early))
    return late.moment or abs((long - short).days) <= _DAY
