"""What stands in a text, in order, looked up by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Protocol, Self, TypeVar


class Placed(Protocol):
    """Anything with a place in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Placed)


class InOrder(tuple[T, ...]):
    """Things of one text in order of `start`; where each begins is noted once."""

    starts: tuple[int, ...]

    def __new__(cls, items: Iterable[T]) -> Self:
        """`items` come in order."""
        found = super().__new__(cls, items)
        found.starts = tuple([item.start for item in found])
        return found


def sort(items: Iterable[T]) -> InOrder[T]:
    """The items in order of where they begin, then of where they end."""
    return InOrder(sorted(items, key=lambda item: (item.start, item.end)))


def within(items: InOrder[T], start: int, end: int) -> tuple[T, ...]:
    """The items that begin in `start` to `end` (exclusive)."""
    starts = items.starts
    low = bisect_left(starts, start)
    if low == len(starts) or starts[low] >= end:  # as most often
        return ()
    return items[low : bisect_left(starts, end, low)]
