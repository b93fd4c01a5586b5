"""One thing told twice: otherwise, a thousand times as much, or past its own bound."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, islice

from indexing.agreement import folded_words, last_digit, same_days
from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import meant
from indexing.extraction.flags.told import tells_date
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of
from indexing.records import MetricFact

_THOUSANDFOLD = (Decimal(400), Decimal(2_500))
"""How far apart a sum and the same with its scale or comma misprinted may be."""
_NEAR = Decimal("0.1")
"""Share by which two figures for one thing differ at most: what lies further apart is not meant as
the same."""
_BOUND_NEAR = Decimal("0.05")
_PART = re.compile(rf"\b(?:{any_of('wholes.shares_in')})\b", re.IGNORECASE)
"""Before a figure: it is a part of what was told."""
_OTHERS = ("comparison", "part", "plan")
"""Kinds of cues before a figure that is not of the thing, or not of the time, told of."""
_EXACT = re.compile(
    r"\b(?:(?:exact|precise)\s+(?:number|figure|count|sum)|(?:exactly|precisely))\b[^.;\d]{0,20}$",
    re.IGNORECASE,
)
"""Before a figure: it tells the one before more exactly."""
_NEXT = 250
"""Characters on to the figure that tells another exactly."""
_HEADED = ("level", "target_pct", "change_pct")
"""What a headline tells of what was reached."""
_ARTICLES = ("a ", "an ", "the ", "one ")
_FEW = 3
"""Digits of a figure that another is with one of them missing."""
_LONG = 5
"""Digits of a figure that no other has by chance but for two that changed places."""


def told_twice(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report that tell one thing in two ways."""
    yield from _thousandfold(page, rows)
    yield from _told_otherwise(page, rows)
    yield from _past_bounds(page, rows)
    yield from _told_exactly(page, rows)
    yield from _headed_otherwise(page, rows)


def _thousandfold(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Sums of one metric and place, some thousand times apart: "trillion" beside "billion".

    Far from each other each has its date; else one may be of a part that was told of there.
    """
    keyed: dict[object, list[MetricFact]] = defaultdict(list)
    for row in rows:
        if row.metric != OTHER and row.aspect == "level" and row.unit == "VND" and row.value > 0:
            keyed[row.metric, row.group, row.place].append(row)
    low, high = _THOUSANDFOLD
    for told in keyed.values():
        for one, other in combinations(told, 2):
            times = max(one.value, other.value) / min(one.value, other.value)
            near = page.sentence_at(one.start).block == page.sentence_at(other.start).block
            if low <= times <= high and (near or all(tells_date(page, r) for r in (one, other))):
                yield one, other


def _told_otherwise(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Two exact figures for one thing on one day, in two sentences, that differ a little and not
    by rounding.

    A figure without a date of its own may be of another time, and then differs by right.
    """
    keyed: dict[object, list[MetricFact]] = defaultdict(list)
    for row in rows:
        told = row.metric != OTHER or row.group is not None
        told = told and row.aspect in ("level", "target") and row.period is not None
        if told and row.bound == "exact":
            keyed[row.metric, row.unit, row.place, row.aspect].append(row)
    for rivals in keyed.values():
        for one, other in combinations(rivals, 2):
            apart = one.quote_start != other.quote_start
            if not apart or not same_days(one.period, other.period):
                continue
            pair = (one, other)
            surely = _surely_one(one, other) or all(tells_date(page, row) for row in pair)
            if surely and _differ(one, other) and not any(_of_another(page, row) for row in pair):
                yield pair


def _surely_one(one: MetricFact, other: MetricFact) -> bool:
    """Whether two figures are of one thing whatever their dates: of one debtor, or with the same
    digits in another order."""
    return one.metric == OTHER or _transposed(one, other)


def _differ(one: MetricFact, other: MetricFact) -> bool:
    """Whether two figures are meant as the same, and are not."""
    if _name(one.group or "") != _name(other.group or ""):
        return _is_long(one) and _transposed(one, other)
    near = abs(one.value - other.value) <= _NEAR * min(one.value, other.value)
    return (near or _slipped(one, other)) and not _rounded(one, other)


def _is_long(row: MetricFact) -> bool:
    return len(row.value.normalize().as_tuple().digits) >= _LONG


def _of_another(page: Page, row: MetricFact) -> bool:
    """Whether the words beside a figure tell it of a part, a plan or a time that is compared."""
    if _PART.search(page.text, row.quote_start, row.start):
        return True
    kinds = [kind for kind in _OTHERS if kind != "plan" or row.aspect != "target"]
    return any(page.cues.any(kind, row.quote_start, row.start) for kind in kinds)


def _past_bounds(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A figure and a bound that it does not keep to: "nearly 1.7 million", exactly 1,718,340."""
    keyed: dict[object, list[MetricFact]] = defaultdict(list)
    for row in rows:
        if row.metric != OTHER and row.aspect == "level" and row.period is not None:
            keyed[row.metric, row.unit, row.place, row.group].append(row)
    for told in keyed.values():
        for bound in (row for row in told if row.bound in ("under", "over")):
            for exact in (row for row in told if row.bound == "exact"):
                if not same_days(bound.period, exact.period) or _of_another(page, exact):
                    continue
                if 0 < _past(bound, exact) <= bound.value * _BOUND_NEAR:
                    yield bound, exact


def _past(bound: MetricFact, exact: MetricFact) -> Decimal:
    """How far a figure lies beyond a bound."""
    if bound.bound == "over":
        return bound.value - meant(exact).high
    return meant(exact).low - bound.value


def _name(group: str) -> str:
    name = folded_words(group) or ""
    return next((name.removeprefix(a) for a in _ARTICLES if name.startswith(a)), name)


def _rounded(one: MetricFact, other: MetricFact) -> bool:
    fine, coarse = sorted((one, other), key=lambda row: last_digit(row.value))
    digit = last_digit(coarse.value)
    return (fine.value / digit).quantize(Decimal(1), ROUND_HALF_UP) * digit == coarse.value


def _slipped(one: MetricFact, other: MetricFact) -> bool:
    """Whether one figure is the other with two neighbouring digits exchanged, or a digit more."""
    return _transposed(one, other) or _misses_digit(one, other)


def _misses_digit(one: MetricFact, other: MetricFact) -> bool:
    """Whether one figure has a digit less than the other: 312 for 3,120, 61 for 161."""
    scale = min(last_digit(one.value), last_digit(other.value))
    digits = (f"{(row.value / scale).normalize():f}" for row in (one, other))
    short, long = sorted(digits, key=len)
    if len(long) != len(short) + 1 or len(long) < _FEW:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _transposed(one: MetricFact, other: MetricFact) -> bool:
    """Whether two neighbouring digits of one figure stand the other way round in the other."""
    digits, others = (f"{row.value.normalize():f}" for row in (one, other))
    if digits.find(".") != others.find("."):
        return False
    digits, others = digits.replace(".", ""), others.replace(".", "")
    apart = [i for i, pair in enumerate(zip(digits, others, strict=False)) if pair[0] != pair[1]]
    if len(digits) != len(others) or len(apart) != 2 or apart[1] - apart[0] != 1:
        return False
    first, second = apart
    return (digits[first], digits[second]) == (others[second], others[first])


def _told_exactly(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The bound told last and, right behind, "the exact number", which does not keep to it."""
    for index, exact in enumerate(rows):
        before = (
            row
            for row in reversed(rows[:index])
            if exact.unit in (row.unit, "other") and row.aspect == "level"
        )
        for bound in islice(before, 1):
            near = exact.start - bound.end < _NEXT and bound.bound in ("under", "over")
            if not near or not _EXACT.search(page.text, exact.quote_start, exact.start):
                continue
            if 0 < _past(bound, exact) <= bound.value * _BOUND_NEAR:
                yield bound, exact


def _headed_otherwise(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A figure of the headline that the body tells otherwise: the lead with two digits exchanged,
    or the body as a near one, and the headline's nowhere."""
    if not page.sentences or page.sentences[0].kind != "headline":
        return
    top, lead = page.sentences[0].end, page.sentences[1:2]
    body = [row for row in rows if row.start >= top]
    for headed in (row for row in rows if row.end <= top and row.aspect in _HEADED):
        alike = [r for r in body if (r.unit, r.place) == (headed.unit, headed.place)]
        for told in (row for row in alike if lead and row.start < lead[0].end):
            if told.aspect == headed.aspect == "level" and _transposed(headed, told):
                yield headed, told
        same = [r for r in alike if (r.metric, r.group) == (headed.metric, headed.group)]
        same = [r for r in same if (r.aspect, r.vs) == (headed.aspect, headed.vs)]
        rivals = [r for r in same if same_days(r.period, headed.period)]
        known = any(row.value == headed.value or _rounded(headed, row) for row in body)
        exact = all(row.bound == "exact" for row in (headed, *rivals))
        if headed.metric != OTHER and exact and not known and len(rivals) == 1:
            apart = headed.aspect != "level" or _differ(headed, rivals[0])
            if apart and not _of_another(page, rivals[0]):
                yield headed, rivals[0]
