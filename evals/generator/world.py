"""The truth of a made-up world: what each metric was in each place and part of a year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from indexing.catalogue import catalogue

# Of the population: how many take part, between these shares (made up, of a likely size).
_SHARES = {
    "compulsory_si_participants": (0.05, 0.25),
    "voluntary_si_participants": (0.004, 0.02),
    "ui_participants": (0.05, 0.23),
    "hi_participants": (0.82, 0.96),
}
# VND in a year for each inhabitant.
_MONEY = {
    "premium_collection": (2_000_000, 9_000_000),
    "hi_expenditure": (500_000, 1_500_000),
}
_FIRST_YEAR = 2014


@dataclass(frozen=True, slots=True)
class World:
    """Numbers that follow from a seed alone: asked twice, the same."""

    seed: int

    def value(self, metric: str, place: str, year: int, months: int) -> Decimal:
        """`metric` of `place` at the end of the first `months` of `year`, or over them for a flow.

        People in ones, money in whole billions of VND, shares with one decimal.
        """
        if metric == "hi_coverage":
            fixed = Random(f"{self.seed} {metric} {place}")
            return _rounded(fixed.uniform(80, 88) + 0.8 * (year - _FIRST_YEAR) + months / 40, "0.1")
        people = Random(f"{self.seed} {place}").randint(300_000, 3_000_000)
        low, high = _SHARES.get(metric) or _MONEY[metric]
        share = Random(f"{self.seed} {metric} {place}").uniform(low, high)
        swing = Random(f"{self.seed} {metric} {place} {year} {months}").uniform(0.98, 1.03)
        amount = people * share * 1.04 ** (year - _FIRST_YEAR) * swing
        if metric in _SHARES:
            return _rounded(amount, "1")
        billions = _rounded(amount * months / 12 / 10**9, "1")
        return max(billions, Decimal(1)) * 10**9


def is_flow(metric: str) -> bool:
    """Whether `metric` counts over a span rather than at a moment."""
    return catalogue().metric(metric).kind == "flow"


def _rounded(value: float, step: str) -> Decimal:
    return Decimal(value).quantize(Decimal(step), rounding=ROUND_HALF_UP)
