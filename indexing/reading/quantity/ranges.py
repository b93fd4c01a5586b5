"""The two ends of a range, and what one of them takes from the other: "VND20-25 billion"."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import listed
from indexing.reading.quantity.raw import MOST_FALL, RawQuantity
from indexing.records import SHARES

_MOST_SCORE = 200
_LED = 24
"""Characters before a range in which the word stands that opens it."""


def ends(seen: str, gap: str, one: RawQuantity, two: RawQuantity) -> list[RawQuantity] | None:
    """The two ends of a range; nothing for a score; None for two columns of a table."""
    if two.in_words and two.number == 1 and two.counted is None:
        odds = one.in_words and one.is_bare and _started().search(seen, 0, one.start) is None
        return [] if odds else None  # "by four to one"; "VND99,000 to one who is"
    if two.unit in SHARES and one.number > MOST_FALL * two.number:
        return None  # "5,210 - 61%"
    if one.is_bare and gap == "-" and one.number > two.number and _is_loose(two):
        return []  # "a 12-1 outsider"
    if (
        one.is_bare
        and (gap == "-" or _voted().search(seen, 0, one.start))
        and _is_score(seen, one, two)
    ):
        return []
    return [one.sharing(two), money_carried(one, two)]


def is_range(seen: str, gap: str, one: RawQuantity) -> bool:
    """Whether the words between two figures make them ends: "to", or "and" behind "between"."""
    if _to().fullmatch(gap):
        return True
    led = seen[max(0, one.start - _LED) : one.start]
    return conjunction().fullmatch(gap) is not None and _between().search(led) is not None


def _is_loose(two: RawQuantity) -> bool:
    """What it counts is a noun that no list knows, behind a one."""
    return two.number == 1 and two.counted is not None and not two.counted.known


def _is_score(seen: str, one: RawQuantity, two: RawQuantity) -> bool:
    """Two bare numbers joined by a dash are a score, a vote or odds, but for those of ages."""
    if two.counted is not None or two.factor != 1 or one.in_words or two.in_words:
        return False
    small = max(one.number, two.number) <= _MOST_SCORE
    if small and all(d.number == d.number.to_integral_value() for d in (one, two)):
        rising = one.number < two.number  # "came from 2-1 down"
        return not rising or _aged().search(seen, max(0, one.start - _LED), one.start) is None
    return one.number > two.number


def money_carried(one: RawQuantity, two: RawQuantity) -> RawQuantity:
    """`two` with the currency that stands before `one` only: "VND20-25 billion"."""
    before = one.counted is not None and one.counted.end <= one.number_end
    if before and two.counted is None and (two.factor > 1 or one.factor == 1):
        return two._replace(unit=one.unit, counted=one.counted)
    return two


@cache
def _to() -> re.Pattern[str]:
    return re.compile(
        rf"[ \u00a0]?-[ \u00a0]?|\s+{listed('quantities', 'pairs', 'to')}\s+(?:\S+\s+){{0,2}}?"
    )


@cache
def conjunction() -> re.Pattern[str]:
    """Between two figures that are told together: "and"."""
    return re.compile(rf"\s+{listed('quantities', 'pairs', 'and')}\s+(?:\S+\s+){{0,2}}?")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"{listed('quantities', 'pairs', 'between')}\s+(?:\S+\s+){{0,2}}$")


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(rf"{listed('quantities', 'pairs', 'aged')}\s+$")


@cache
def _started() -> re.Pattern[str]:
    """Before what changed: "cut from two to one"."""
    return re.compile(r"(?<!\w)from\s+$")


@cache
def _voted() -> re.Pattern[str]:
    return re.compile(rf"{listed('quantities', 'pairs', 'voted')}(?:\s+\w+)?\s+$")
