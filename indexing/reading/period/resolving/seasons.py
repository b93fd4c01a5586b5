"""Seasons: three whole months, those of the year told or of the nearest one."""

from __future__ import annotations

from datetime import date
from functools import cache

from indexing.reading.lexicon import forms, table
from indexing.reading.period import notation as n
from indexing.reading.period.course import Course
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.resolving.years import year_of

_SEASONS = (
    "season", "season_of", "season_in", "season_from", "season_to", "season_told", "summer",
)  # fmt: skip
"""The parts of an expression that name a season."""


def season(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """Three whole months; a winter is that of the year it begins in."""
    name = next(parts[key] for key in _SEASONS if key in parts)
    first = _seasons()[name]
    if "told" in parts:
        return _beside_told(first, parts["told"] == "previous", course)
    if "told_then" in parts and course.told is not None:
        told = course.told.first_day
        return _season(told.year + (first + 2 < told.month), first)
    if "which" not in parts:
        return _season(year_of(parts, first, frame, course), first)
    today = course.spoken()
    year = today.year
    if parts["which"] == "next":
        year += first <= today.month
    elif parts["which"] in ("last", "past"):
        while n.parse_notation(_season(year, first)).last_day >= today:
            year -= 1
    elif parts["which"] == "this" and first + 2 - 12 >= today.month:
        year -= 1  # in February "this winter" is that of the year before
    return _season(year, first)


def seasons(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The spring and summer of 1996"."""
    opening, closing = _seasons()[parts["first"]], _seasons()[parts["last"]]
    year = year_of(parts, closing, frame, course)
    first = n.parse_notation(_season(year - (opening > closing), opening)).first_day
    return n.span_notation(first, n.parse_notation(_season(year, closing)).last_day)


def _beside_told(first: int, before: bool, course: Course) -> str:
    """The season that begins in month `first`, the next one after what was told, or before it."""
    if course.told is None:
        raise ValueError("following what?")
    told = course.told.first_day if before else course.told.last_day
    over = first >= told.month if before else first <= told.month
    return _season(told.year + over * (-1 if before else 1), first)


def _season(year: int, first: int) -> str:
    opening = date(year, first, 1)
    closing = n.months_before(opening, -2)
    return n.span_notation(opening, n.month_end(closing.year, closing.month))


@cache
def _seasons() -> dict[str, int]:
    seasons = table("periods")["seasons"]
    vietnamese: dict[str, int] = seasons["first_vi"]
    english: dict[str, int] = seasons["first"]
    return english | {form: first for word, first in vietnamese.items() for form in forms(word)}
