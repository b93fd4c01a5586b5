"""Sums that are right but for one digit: whatever the words say, so near a sum is no chance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from indexing.agreement import last_digit
from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import meant, reckoned
from indexing.extraction.flags.reckoning.listed import in_one_list
from indexing.extraction.text.page import Page
from indexing.records import ADDITIVE, MetricFact

_LONG = 4
"""Digits of a sum that another is with but one of them changed, and not by chance."""
_FEW = 3
"""The same where its parts are told in one list beside it."""
_REACH = 300
"""Characters between a sum and its parts."""
_BESIDE = 150
"""Characters from amounts to their share."""
_OF_ELSE = re.compile(r"\s+of\s+(?!(?:the (?:total|sum)|all|it)\s*[.,;)])", re.IGNORECASE)
"""Behind a share: it is one of something that is told there."""
_CELL = "|"
_MOST = 4
"""Parts of a sum."""


def slipped_sums(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Figures right behind or before another, whose sum it is with one digit changed, or with two
    neighbours exchanged, if no figures beside it make it."""
    keyed: dict[object, list[MetricFact]] = defaultdict(list)
    for row in rows:
        told = row.unit in ADDITIVE and row.aspect in ("level", "change") and row.value > 0
        if told and row.bound == "exact":
            keyed[row.unit, row.place].append(row)
    for alike in keyed.values():
        for index, whole in enumerate(alike):
            runs = [run for run in _runs(alike, index) if _are_near(whole, run)]
            if any(_total(run) == whole.value for run in runs):
                continue
            slipped = [run for run in runs if _is_slipped(page, whole, run)]
            yield from ((whole, *run) for run in slipped[:1])


def slipped_shares(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Shares that are, but for one digit, what the last two amounts before them make."""
    for index, share in enumerate(rows):
        if share.unit != "percent" or (share.metric, share.aspect) != (OTHER, "level"):
            continue
        if _OF_ELSE.match(page.text, share.end):
            continue
        before = [r for r in rows[:index] if r.unit in ADDITIVE and share.start - r.end < _BESIDE]
        for one, other in pairwise(before[-2:]):
            low, high = sorted((one, other), key=lambda row: row.value)
            made = meant(low).of(meant(high))
            kinds = {row.metric for row in (one, other)} - {OTHER}
            alike = one.unit == other.unit and one.place == other.place == share.place
            alike = alike and len(kinds) < 2 and other.quote_start == share.quote_start
            aspects = {one.aspect, other.aspect} <= {"level", "target"}
            if alike and aspects and made is not None and not made.meets(reckoned(share)):
                digits = f"{share.value:f}"
                if len(digits) > _FEW and _one_digit_off(_as_printed(low, high, share), digits):
                    yield one, other, share


def _as_printed(low: MetricFact, high: MetricFact, share: MetricFact) -> str:
    """What per cent one amount is of another, with as many decimals as a share that is told."""
    exponent = share.value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return f"{(low.value / high.value * 100).quantize(step, ROUND_HALF_UP):f}"


def _runs(told: Sequence[MetricFact], index: int) -> Iterator[tuple[MetricFact, ...]]:
    """The figures right behind another, and those right before it, two or more."""
    for size in range(2, _MOST + 1):
        yield tuple(told[index + 1 : index + 1 + size])
        yield tuple(told[max(0, index - size) : index])


def _are_near(whole: MetricFact, run: Fault) -> bool:
    rows = sorted((whole, *run), key=lambda row: row.start)
    near = rows[-1].end - rows[0].start <= _REACH
    at_once = len({row.period for row in run}) == 1
    at_once = at_once and not any(row.quote.startswith(_CELL) for row in rows)
    return at_once and len(run) > 1 and near and all(row.value < whole.value for row in run)


def _is_slipped(page: Page, whole: MetricFact, run: Fault) -> bool:
    """Whether figures make a sum but for one digit.  A list behind it that makes less may leave
    something out."""
    scale = min(last_digit(row.value) for row in (whole, *run))
    made, told = (f"{(value / scale).normalize():f}" for value in (_total(run), whole.value))
    listed = run[0].quote_start == whole.quote_start and whole.end <= run[0].start
    listed = listed and all(in_one_list(page, *pair) for pair in pairwise(run))
    keys = {(row.metric, row.group, row.period) for row in (whole, *run)}
    beside = listed or (len(keys) == 1 and whole.metric != OTHER)
    if len(told) < (_FEW if beside else _LONG) or not _one_digit_off(made, told):
        return False
    behind = run[0].start > whole.start
    return not behind or _total(run) > whole.value or sorted(made) == sorted(told)


def _one_digit_off(one: str, other: str) -> bool:
    """Whether two numbers differ in one digit, or in two neighbours that are exchanged."""
    apart = [i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    if len(one) != len(other) or not 1 <= len(apart) <= 2:
        return False
    first, last = apart[0], apart[-1]
    exchanged = last - first == 1 and one[first : last + 1] == other[first : last + 1][::-1]
    return len(apart) == 1 or exchanged


def _total(run: Fault) -> Decimal:
    return sum((row.value for row in run), Decimal(0))
