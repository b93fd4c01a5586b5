"""The values that a printed figure can stand for: "over 93" leaves some open, 93 does not."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from assistant.understanding.words.cues import load_cues
from indexing.agreement import last_digit
from indexing.records import Bound, MetricFact

WHOLE_PLAN = Decimal(100)
"""Per cent of a plan that its share must come to."""
ENDLESS = Decimal("Infinity")
_ALL = re.compile(r"\b100\s*(?:%|per\s?cent\b|pct\b|phần trăm|phan tram)", re.IGNORECASE)
_COARSEST = Decimal("0.3")
"""Share of a figure that its last digit makes at most: "nearly 1 million" is no 100,000."""


class Values(NamedTuple):
    """The values that a printed figure can stand for, from `low` to `high`."""

    low: Decimal
    high: Decimal
    is_exact: bool

    def within(self, other: Values) -> bool | None:
        """Whether all of these are among the other ones; None where only some are, or may be.

        "Over 93" and 93 touch: whether the one is among the other depends on the words.
        """
        if self == other:
            return True
        touching = self.low == other.high or self.high == other.low
        if self.low > other.high or self.high < other.low:
            return False
        if touching:
            return None if self.is_exact or other.is_exact else False
        return True if other.low <= self.low and self.high <= other.high else None


def values_of(row: MetricFact, is_near: bool = False) -> Values:
    """The values that a row's figure can stand for; `is_near` as for any figure."""
    printed = row.quote[row.start - row.quote_start : row.end - row.quote_start]
    return values(abs(row.value), row.bound, printed, is_near)


def values(value: Decimal, bound: Bound, printed: str, is_near: bool = False) -> Values:
    """The values that a figure stands for; "nearly" stays near, "less than" does not.

    `is_near`: a bound is taken to go no further than the figure's last digit.
    """
    digit = min(last_digit(value), value * _COARSEST)
    if value == WHOLE_PLAN and _ALL.search(printed):
        digit = Decimal(1)  # nothing lies beyond all of it
    if bound == "over":
        return Values(value, value + digit if is_near else ENDLESS, False)
    if bound == "under":
        near = is_near or "near" in load_cues().hits("verdict", printed)
        return Values(value - digit if near else -ENDLESS, value, False)
    slack = digit / 2 if bound == "about" else Decimal(0)
    return Values(value - slack, value + slack, bound == "exact")


def reaches(reached: MetricFact, least: Decimal) -> bool | None:
    """Whether a row came to `least`, what its target asks; None where only some of the values that
    it can stand for did.  What is missing to a target has not come to it."""
    if reached.aspect == "gap":
        return False
    values = values_of(reached)
    if values.low >= least:
        return True
    return False if values.high < least else None
