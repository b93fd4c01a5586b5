"""What a printed figure can stand for: an interval, by its bound and its last printed digit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from indexing.agreement import last_digit
from indexing.records import SHARES, MetricFact

_COARSEST = Decimal("0.3")
"""Share of a figure that its last digit makes at most: "over 100" does not reach to 200."""
_AS_TOLD = Decimal("0.1")
"""The same of a figure without such a word: "20,000" is hardly told of 23,000."""
_OF_PLANS = Decimal("0.02")
"""The same of a plan: it is set at a round number, and not rounded to it."""

_OF_FRACTIONS = Decimal(8)
"""Points between one fraction of daily speech and the next."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def of(self, whole: Interval) -> Interval | None:
        """What per cent of a positive whole this is; None where the whole may be nothing."""
        if whole.low <= 0:
            return None
        corners = [a / b * 100 for a in (self.low, self.high) for b in (whole.low, whole.high)]
        return Interval(min(corners), max(corners))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high


def meant(row: MetricFact) -> Interval:
    """The values that a row's figure can stand for.

    A figure is right within half of its last digit ("3.9 billion" within 50 million); a bound
    leaves room on its side up to the next such digit: "over 1.2 million" ends at 1.3 million.
    """
    digit = _digit(row)
    if row.bound == "over":
        return Interval(row.value, row.value + digit)
    if row.bound == "under":
        return Interval(row.value - digit, row.value)
    slack = digit if row.bound == "about" else digit / 2
    return Interval(row.value - slack, row.value + slack)


def is_less(one: MetricFact, other: MetricFact) -> bool:
    """Whether a figure is less than another, whatever their rounding."""
    return meant(one).high < meant(other).low


def summed(rows: Iterable[MetricFact]) -> Interval:
    """The values that the sum of some figures can stand for."""
    return sum((meant(row) for row in rows), Interval(Decimal(0), Decimal(0)))


def reckoned(row: MetricFact) -> Interval:
    """The same for a figure that its writer worked out: it may be cut off as well as rounded."""
    told, digit = meant(row), _digit(row) / 2
    return Interval(told.low - digit, told.high + digit)


def _digit(row: MetricFact) -> Decimal:
    """The last printed digit; the zeros that end a share are printed, those of 1,200,000 count
    nothing.  A share in words has none: "more than two thirds" may be close to three quarters."""
    if row.unit in SHARES and _is_in_words(row):
        return _OF_FRACTIONS
    if row.unit not in SHARES:
        most = _COARSEST if row.bound != "exact" else _AS_TOLD
        share = _OF_PLANS if row.aspect == "target" else most
        return min(last_digit(row.value), abs(row.value) * share) if row.value else Decimal(1)
    exponent = row.value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _is_in_words(row: MetricFact) -> bool:
    printed = row.quote[row.start - row.quote_start : row.end - row.quote_start]
    return printed != "" and not any(char.isdigit() for char in printed)
