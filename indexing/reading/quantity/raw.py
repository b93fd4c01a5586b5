"""A quantity while it is being read: its number, its scale and what it counts, apart."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from indexing.reading.quantity.unit.counted import Counted
from indexing.records import SHARES, Bound, Direction, Unit

MOST_FALL = 10
"""How many times the second end of a range the first may be: "from 2.1 to 1.9 million"."""


class RawQuantity(NamedTuple):
    """A quantity being read: number times factor; offsets in the view."""

    number: Decimal
    factor: Decimal
    unit: Unit
    counted: Counted | None
    start: int
    end: int
    number_end: int
    in_words: bool = False
    share: bool = False
    bound: Bound = "exact"
    direction: Direction | None = None

    @property
    def value(self) -> Decimal:
        """The number in whole units: "1.2 million" is 1,200,000."""
        return self.number * self.factor

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands behind the number that tells what it counts."""
        return self.end == self.number_end and self.unit == "other"

    def sharing(self, other: RawQuantity) -> RawQuantity:
        """It with the unit and the scale that only `other`, a number behind it, says."""
        one = self
        near = one.number < other.number * MOST_FALL
        if one.share:
            return one
        if one.factor == 1 and one.end == one.number_end and near:
            one = one._replace(factor=other.factor)
        counts = other.unit in SHARES and one.factor > other.factor  # "1.21 million or 6 per cent"
        if one.counted is None and one.unit == "other" and not counts:
            one = one._replace(unit=other.unit, counted=other.counted)
        return one
