"""Whether a text tells of times long past, so that its dates count from each other.

News count from the day they come out on.  A course of a war of old has none of their words: each
year that it tells lies far behind, and no weekday, "last month" or "two weeks ago" stands in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.resolving.years import counts_from_now

_LONG = 2
"""Years before publication from which on a time is long past."""
_FROM_NOW = frozenset(
    [
        *("weekday", "weekday_vi", "weekday_nth", "day_told", "week", "week_vi", "ago", "ago_vi"),
        *("past", "past_one", "past_vi", "in_the", "so_far", "this_time", "day_of_month"),
        "year_opening",
    ]
)
"""Rules of what is told by its distance from publication."""
_NOW = ("last", "this", "next", "coming", "current", "latest")


def tells_history(found: Sequence[tuple[Expression, Frame]], published: date | None) -> bool:
    """Whether every year told in `found` is long past, one at least is, and nothing is of now."""
    if published is None or any(_is_of_now(e) for e, _ in found):
        return False
    years = [
        int(e.parts[key])
        for e, frame in found
        for key in ("year", "from", "to")
        if not frame.origin and len(e.parts.get(key, "")) == 4
    ]
    return bool(years) and max(years) <= published.year - _LONG


def _is_of_now(e: Expression) -> bool:
    if "relative" in e.parts and counts_from_now(e.parts["relative"]):
        return True
    return e.rule in _FROM_NOW or e.parts.get("which") in _NOW
