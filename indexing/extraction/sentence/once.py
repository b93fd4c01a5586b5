"""Readings of a figure's words that many rules ask for: made once for each segment."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page

T = TypeVar("T")


def once(read: Callable[[Page, Segment], T]) -> Callable[[Page, Segment], T]:
    """`read` as a reader that keeps what it found with the segment, which is of one page only."""

    @wraps(read)
    def known(page: Page, segment: Segment) -> T:
        if read not in segment.readings:
            segment.readings[read] = read(page, segment)
        found: T = segment.readings[read]
        return found

    return known
