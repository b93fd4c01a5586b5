"""One of a unit, told by its article: "a mile and a half", "under an hour", "at least a year".

An article alone counts nothing ("a year later"), so a bound must stand before it, or a half behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from indexing.reading.lexicon import pattern, table
from indexing.reading.quantity.number.word_values import PARTS_OF_ONE
from indexing.reading.quantity.raw import RawQuantity
from indexing.reading.quantity.unit.counted import (
    Counted,
    measured_behind,
    part_behind,
    time_behind,
)

_ARTICLE = re.compile(r"a(?<![\w-].)n?(?=\s)")
_HALF = re.compile(r"\s+and\s+a\s+(?P<part>half|quarter)(?!\w)")
_REACH = 24


def find_articled(seen: str) -> Iterator[RawQuantity]:
    """The quantities of `seen` that an article begins."""
    for match in _ARTICLE.finditer(seen):
        counted = measured_behind(seen, match.end()) or time_behind(seen, match.end())
        halved = counted or part_behind(seen, match.end())
        start = match.start()
        if halved and (half := _HALF.match(seen, halved.end)):
            yield _draft(1 + PARTS_OF_ONE[half["part"]], halved, start, half.end(), match.end())
        elif counted and _bounded().search(seen, max(0, start - _REACH), start):
            yield _draft(Decimal(1), counted, start, counted.end, match.end())


def _draft(value: Decimal, counted: Counted, start: int, end: int, number_end: int) -> RawQuantity:
    return RawQuantity(
        value, Decimal(1), counted.unit, counted, start, end, number_end, in_words=True
    )


@cache
def _bounded() -> re.Pattern[str]:
    """The bounds that count; "over a year" and "about a day" may tell when and of what."""
    return re.compile(rf"{pattern(table('quantities')['words']['bounds_of_articles'])}\s+$")
