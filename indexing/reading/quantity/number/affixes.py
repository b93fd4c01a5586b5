"""What is joined to a number in digits: parts of codes, signs, and letters that are no measure."""

from __future__ import annotations

import re

from indexing.reading.quantity.number.scales import scaled_before
from indexing.reading.quantity.unit.counted import Counted
from indexing.reading.view import View
from indexing.records import Direction

_LETTERED = re.compile(
    r"-[a-z](?!\w)|\([a-z]\)|-(?:to|for|on|of)-[0-9]|-somethings?\b|(?:st|nd|rd|th)(?!\w)"
)
"""What makes a code, odds, an age or an ordinal of a number before it: "10-K", "401(k)", "2-for-1",
"30-something", "the 4th"."""
_RATIO = re.compile(r"\w-in-$")
_DEGREES = "cf"
_NEVER_CAPITAL = "mtpg"
"""Measures of one letter that a capital makes a code: "9M", "3T"."""


def in_code(view: View, seen: str, start: int, end: int) -> bool:
    """The number at `start` to `end` is part of a code or of odds: "covid-19", "10-K"."""
    return _glued(view, seen, start) or _LETTERED.match(seen, end) is not None


def is_a_letter(view: View, counted: Counted) -> bool:
    """What looks like a measure with a blank before it is a letter: "Group 5 m", "2 c"."""
    alone = counted.parts and counted.end - counted.start == 1
    degrees = alone and view.seen[counted.start] in _DEGREES
    return alone and view.seen[counted.start].isalpha() and view.capital(counted.start) != degrees


def makes_code(view: View, seen: str, end: int, counted: Counted | None) -> bool:
    """The letter right behind a number that ends at `end` is a code's, no measure: "9M", "3T"."""
    lettered = counted is not None and counted.parts and counted.end == end + 1
    return lettered and seen[end] in _NEVER_CAPITAL and view.capital(end)


def _glued(view: View, seen: str, start: int) -> bool:
    """The number is the tail of a code: "covid-19", "g-20", "p5+1", "[x]/19"."""
    if start < 2:
        return False
    mark, before = seen[start - 1], seen[start - 2]
    hyphen = mark == "-" and view.text[view.original(start - 1, start)[0]] in "-\u2010\u2011"
    if _RATIO.search(seen, max(0, start - 8), start):
        return False  # "a 1-in-5 chance"
    if hyphen and scaled_before(seen, start - 1):  # "40 per cent-50 per cent"
        return False
    single = start < 3 or not seen[start - 3].isalnum()  # "f/1.8"
    if mark == "/" and before.isalpha() and not single and not view.capital(start - 2):
        return False  # "5,000 people/12 firms"
    return (hyphen or mark in "/+." or mark == "\0") and (
        before.isalpha() or before == "\0" or mark == "\0" or (mark == "+" and before.isdigit())
    )


def sign_of(seen: str, start: int) -> tuple[int, Direction | None]:
    """Where a signed number begins and which way it points; a dash at a line's head is none."""
    if start == 0 or seen[start - 1] not in "+-":
        return start, None
    line = seen[seen.rfind("\n", 0, start) + 1 : start - 1]
    if not line.strip() or line[-1] not in " \u00a0(|":
        return start, None
    return start - 1, "down" if seen[start - 1] == "-" else "up"
