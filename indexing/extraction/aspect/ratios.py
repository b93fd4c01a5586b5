"""What the numbers tell that words leave open: 9,800 of 14,000 are 70 per cent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from indexing.extraction.sentence.segments import Segment
from indexing.records import SHARES, Quantity


def wholes_of(segments: Sequence[Segment], index: int) -> Iterator[int]:
    """The figures before a percentage that another one is that percentage of, by index."""
    share = segments[index].quantity.value
    for part, whole in permutations(range(index), 2):
        one, other = segments[part].quantity, segments[whole].quantity
        less = _alike(one, other) and one.value < other.value
        if less and makes(one.value, other.value, share):
            yield whole


def goals_of(segments: Sequence[Segment], index: int) -> Iterator[int]:
    """The same of two rates, one of which is that percentage of the other: 90.8 of 90.5 per cent
    are 100.3 per cent."""
    share = segments[index].quantity.value
    for part, whole in permutations(range(index), 2):
        one, other = segments[part].quantity, segments[whole].quantity
        if one.unit == other.unit == "percent" and makes(one.value, other.value, share):
            yield whole


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may count the same; a bare number counts what the other does."""
    bare = any(q.is_bare for q in (one, other))
    return (one.unit == other.unit or bare) and not {one.unit, other.unit} & set(SHARES)


def makes(part: Decimal, whole: Decimal, share: Decimal) -> bool:
    """Whether `part` of `whole` is `share` per cent, as far as it is printed."""
    digits = share.as_tuple().exponent
    return (
        whole > 0 and round(part * 100 / whole, -digits if isinstance(digits, int) else 0) == share
    )
