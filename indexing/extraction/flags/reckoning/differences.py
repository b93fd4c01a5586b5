"""What lies between two sums, told by itself and as a share: "a deficit of 290, or 23%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import Interval, meant, reckoned
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import ADDITIVE, MetricFact

_NAMED = re.compile(rf"\b(?:{any_of('differences.names')})\b[^.;:()\d]{{0,30}}$", re.IGNORECASE)
"""Before a sum: it lies between two others."""
_OR = re.compile(
    rf"\s*(?:\(|,\s*)(?:{any_of('same.value')}\s+)?|[^.,;:()\d]{{0,20}}\s{any_of('same.value')}\s+",
    re.IGNORECASE,
)
"""Between such a sum and the same in per cent."""
_MORE = re.compile(rf"\s*[,)]?\s*(?:{any_of('differences.more')})\b", re.IGNORECASE)
"""Behind such a share: it tells how far one is above the other."""
_THAN_IT = re.compile(rf"\s+(?:{any_of('differences.more')})\s+than\s+(?:it|they)\b", re.IGNORECASE)
"""Behind a sum: it is the distance from another of the same: "more than it took in"."""
_TOLD = 3
"""Sums back to the two that another lies between."""
_NEAR = (Decimal("0.4"), Decimal("2.5"))
"""How many times what lies between two sums a misprint of it is."""
_BACK = 300
_REACH = 60


def misreckoned_differences(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report of which two sums do not lie as far apart as is told."""
    for index, told in enumerate(rows):
        if told.unit not in (*ADDITIVE, "percentage_points", "other"):
            continue
        pairs = _pairs(rows, index)
        if not pairs:
            continue
        named, meaning = _is_named(page, told) or _is_only_change(rows, told), reckoned(told)
        fitting = [pair for pair in pairs if _apart(*pair).meets(meaning)]
        if named and not fitting and _is_between(page, told, pairs[0]):
            yield (*pairs[0], told)
        for share in rows[index + 1 : index + 2] if fitting else ():
            beside = share.unit == "percent" and _OR.fullmatch(page.text, told.end, share.start)
            is_one = beside and (named or _MORE.match(page.text, share.end))
            if is_one and not any(_is_share(share, told, pair) for pair in fitting):
                yield (*fitting[0], told, share)


def _is_only_change(rows: Sequence[MetricFact], told: MetricFact) -> bool:
    """Whether a change is the only one of its sentence, without a time that it counts from."""
    changes = [r for r in rows if (r.aspect, r.quote_start) == ("change", told.quote_start)]
    return changes == [told] and told.vs is None


def _is_named(page: Page, told: MetricFact) -> bool:
    """Whether words tell a sum to lie between two others, and not what it is to come to."""
    named = _NAMED.search(page.text, max(told.quote_start, told.start - _REACH), told.start)
    named = named or _THAN_IT.match(page.text, told.end)
    return named is not None and not page.cues.any("modal", told.quote_start, told.start)


def _pairs(rows: Sequence[MetricFact], index: int) -> list[tuple[MetricFact, MetricFact]]:
    """Every two of the sums that stand before another, the last two first."""
    told = rows[index]
    unit = "percent" if told.unit == "percentage_points" else told.unit
    before = [r for r in rows[:index] if r.unit == unit and told.start - r.end < _BACK]
    before = [r for r in before if r.place == told.place and r.aspect in ("level", "target")]
    if told.aspect == "change":
        before = [r for r in before if r.aspect == "level" and r.metric == told.metric]
    return list(combinations(before[: -_TOLD - 1 : -1], 2))


def _is_between(page: Page, told: MetricFact, pair: tuple[MetricFact, MetricFact]) -> bool:
    """Whether a sum is of no other time than two others, and so near to what lies between them
    that it must be a misprint."""
    last = max(told.quote_start, *(row.end for row in pair))
    apart, (low, high) = _apart(*pair), _NEAR
    dated = within(page.periods, last, told.quote_end)
    return not dated and apart.low * low <= told.value <= apart.high * high


def _apart(one: MetricFact, other: MetricFact) -> Interval:
    """How far two figures lie apart, whichever is the greater."""
    low, high = sorted((one, other), key=lambda row: row.value)
    return meant(high) - meant(low)


def _is_share(share: MetricFact, told: MetricFact, pair: tuple[MetricFact, MetricFact]) -> bool:
    """Whether a share is what a difference is of either of the figures that it lies between."""
    made = (meant(told).of(meant(row)) for row in pair)
    return any(one is None or one.meets(reckoned(share)) for one in made)
