"""Sentences that tell two amounts and one percentage, and nothing else of their kind: whatever the
words between them, the one must follow from the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import COVERED, Fault
from indexing.extraction.flags.printed import Interval, meant, reckoned
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
        one, other = amounts
        is_one = one.metric == other.metric
        return not targets and bool(metrics) and is_one and _are_of_two_times(one, other)
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
