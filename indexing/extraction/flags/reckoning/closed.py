"""Sentences that tell two amounts and one percentage, and nothing else of their kind: whatever the
words between them, the one must follow from the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import COVERED, Fault
from indexing.extraction.flags.printed import Interval, meant, reckoned
from indexing.extraction.text.page import Page
from indexing.reading.period.notation import parse_notation
from indexing.records import ADDITIVE, CHANGES, SHARES, MetricFact

_ALL = Interval(Decimal(100), Decimal(100))
_SLACK = Decimal("0.5")
"""Points by which a share may differ, as offices reckon with a whole of another day."""
_NEAR_MOVE = (Decimal("0.3"), Decimal("3.5"))
"""How many times what two amounts make a misprinted growth is: another is of something else."""
_NEAR_SHARE = Decimal(15)
"""Points by which a misprinted share differs at the most from what two amounts make."""
_DAY = 3
"""Days by which two spans of one length may differ."""
_TIMES = re.compile(r"\d\s*-?(?:times|fold|lần)\s*$", re.IGNORECASE)
"""The end of a figure that tells how many times another something is."""
_PAIR = 2
_OF_ALL = frozenset({OTHER, "population", "labour_force"})
"""Metrics of what any other may be a share of."""


def misreckoned_sentences(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The two amounts and the percentage of a sentence that follow from each other in no way."""
    told: dict[int, list[MetricFact]] = defaultdict(list)
    for row in rows:
        told[row.quote_start].append(row)
    for figures in told.values():
        shares = [row for row in figures if row.unit in SHARES]
        for share in shares if len(figures) > _PAIR else ():
            amounts = _amounts(share, figures)
            closed = len(shares) == 1 + sum(row.unit == "percent" for row in amounts)
            if closed and len(amounts) == _PAIR and _can_make(share, amounts):
                low, high = sorted(amounts, key=lambda row: row.value)
                known = share.metric not in COVERED or high.metric != OTHER
                if known and _is_misreckoned(share, low, high):
                    yield (*amounts, share)


def misreckoned_changes(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The two amounts of a sentence and its one change, which does not lie between them: "VND 168
    billion, VND 15 billion more than in 2018 (VND 143 billion)"."""
    told: dict[int, list[MetricFact]] = defaultdict(list)
    for row in rows:
        told[row.quote_start].append(row)
    for figures in told.values():
        changes = [row for row in figures if row.aspect == "change" and row.unit in ADDITIVE]
        for change in changes if len(changes) == 1 else ():
            amounts = [row for row in figures if row.unit == change.unit and row is not change]
            amounts = [row for row in amounts if row.place == change.place]
            if len(amounts) != _PAIR or any(row.aspect != "level" for row in amounts):
                continue
            low, high = sorted(amounts, key=lambda row: row.value)
            if _are_now_and_before(change, amounts) and _is_misreckoned(change, low, high):
                yield (*amounts, change)


def _are_now_and_before(change: MetricFact, amounts: Sequence[MetricFact]) -> bool:
    """Whether two amounts can be those that a change lies between: the last stands in a bracket
    behind the time that it counts from, or is of that time."""
    metrics = {row.metric for row in (change, *amounts)} - {OTHER}
    groups = {row.group for row in amounts}
    first, last = amounts
    bracketed = last.quote[: last.start - last.quote_start].rstrip().endswith("(")
    return (
        len(metrics) <= 1
        and len(groups) == 1
        and first.end <= change.start <= last.start
        and change.vs is not None
        and bracketed
    )


def misreckoned_multiples(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Two levels of one thing and how many times the one the other is told to be, in one sentence,
    which is another number: "19,800, 2.4 times the 12,300 of 2018"."""
    told: dict[int, list[MetricFact]] = defaultdict(list)
    for row in rows:
        told[row.quote_start].append(row)
    for figures in told.values():
        for times in (row for row in figures if _TIMES.search(page.text[row.start : row.end])):
            amounts = [row for row in figures if row.aspect == "level" and row.unit in ADDITIVE]
            same = {(row.metric, row.unit, row.place) for row in amounts}
            one_thing = len(amounts) == _PAIR and len(same) == 1 and amounts[0].metric != OTHER
            if one_thing and _are_of_two_times(*amounts):
                low, high = sorted(amounts, key=lambda row: row.value)
                made, number = meant(high).of(meant(low)), reckoned(times)
                number = Interval(number.low * 100, number.high * 100)
                if made and not any(made.meets(way) for way in (number, number + _ALL)):
                    yield (*amounts, times)


def _amounts(share: MetricFact, figures: Sequence[MetricFact]) -> list[MetricFact]:
    """The amounts of a sentence that a percentage can be reckoned from."""
    units = ("percent",) if share.unit == "percentage_points" else ADDITIVE
    told = [row for row in figures if row.unit in units and row.aspect in ("level", "target")]
    told = [row for row in told if row is not share and row.unit != "USD"]
    kinds = {(row.unit, row.place == share.place) for row in told}
    return told if len(kinds) == 1 and (told[0].unit, True) in kinds else []


def _can_make(share: MetricFact, amounts: Sequence[MetricFact]) -> bool:
    """Whether a percentage can be the growth between two amounts, or the share of one in another,
    as far as is known what they are told of."""
    metrics = {COVERED.get(row.metric, row.metric) for row in (share, *amounts)} - _OF_ALL
    targets = [row for row in amounts if row.aspect == "target"]
    if len(metrics) > 1:
        return False
    if share.aspect in CHANGES:
        return not targets and bool(metrics) and _are_of_two_times(*amounts)
    if share.aspect == "target_pct":
        keys = {(row.metric, row.group, row.period) for row in amounts}
        return len(targets) == 1 or (len(keys) == 1 and amounts[0].metric != OTHER)
    dated = {row.period for row in amounts if row.metric != OTHER}
    return share.bound == "exact" and not targets and len(dated) <= 1


def _are_of_two_times(one: MetricFact, other: MetricFact) -> bool:
    """Whether two amounts can be one thing now and before: of spans of one length, if any."""
    if one.group != other.group or one.period is None or other.period is None:
        return False
    first, second = (parse_notation(row.period or "") for row in (one, other))
    lengths = [(span.last_day - span.first_day).days for span in (first, second)]
    return first.moment == second.moment and abs(lengths[0] - lengths[1]) <= _DAY


def _is_misreckoned(share: MetricFact, low: MetricFact, high: MetricFact) -> bool:
    """Whether a percentage is another than any that two amounts make, though near to one."""
    part, whole = meant(low), meant(high)
    apart, told = whole - part, reckoned(share)
    told = Interval(min(abs(told.low), abs(told.high)), max(abs(told.low), abs(told.high)))
    moves = [apart] if share.aspect == "change" else _shares(apart, (part, whole))
    shares = _shares(part, (whole, part + whole)) + _shares(whole, (part, part + whole))
    wide = Interval(told.low - _SLACK, told.high + _SLACK)
    if any(one.meets(told) for one in moves) or any(one.meets(wide) for one in shares):
        return False
    if share.aspect in CHANGES:
        least, most = _NEAR_MOVE
        return any(one.low * least <= told.high and told.low <= one.high * most for one in moves)
    near = shares[:1] if told.low <= _ALL.low else shares[2:3]
    return any(_apart(one, told) <= _NEAR_SHARE for one in near)


def _shares(part: Interval, wholes: Sequence[Interval]) -> list[Interval]:
    """What per cent of some wholes an amount is."""
    return [made for whole in wholes if (made := part.of(whole)) is not None]


def _apart(one: Interval, other: Interval) -> Decimal:
    return max(one.low - other.high, other.low - one.high)
