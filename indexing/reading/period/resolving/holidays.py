"""Holidays: fixed days, weekdays of a month, and those that follow Easter."""

from __future__ import annotations

from datetime import date, timedelta

from indexing.reading.lexicon import squeezed, table
from indexing.reading.period import notation as n
from indexing.reading.period.course import Course
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.resolving.years import year_of, years_off

_WEEK = 7
_EASTER_MONTH = 4


def holiday(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """The day of a holiday in the year told, else in that of a day without a year."""
    name = squeezed(parts["holiday"])
    kinds = table("periods")["holidays"]
    month = [*kinds["fixed"].get(name, ()), *kinds["moving"].get(name, ()), _EASTER_MONTH][0]
    year = year_of(parts, month, frame, course)
    day = _in_year(name, year)
    if "which" in parts and course.published is not None:
        return _near(name, parts["which"], course.published).isoformat()
    return _in_year(name, year + years_off(day, parts, frame, course)).isoformat()


def _near(name: str, which: str, today: date) -> date:
    """The holiday of this year, the last one or the next."""
    day = _in_year(name, today.year)
    if which == "last":
        return day if day < today else _in_year(name, today.year - 1)
    return _in_year(name, today.year + 1) if which == "next" and day <= today else day


def _in_year(name: str, year: int) -> date:
    kinds = table("periods")["holidays"]
    if name in kinds["fixed"]:
        return date(year, *kinds["fixed"][name])
    if name in kinds["moving"]:
        return _nth(year, *kinds["moving"][name])
    return _easter(year) + timedelta(days=kinds["easter"][name])


def _nth(year: int, month: int, weekday: int, nth: int, behind: int = 0) -> date:
    """The nth of a month's weekdays, its last for 0; or so many days `behind` that."""
    if nth == 0:
        last = n.month_end(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % _WEEK)
    first = date(year, month, 1)
    weeks = (nth - 1) * _WEEK
    return first + timedelta(days=(weekday - first.weekday()) % _WEEK + weeks + behind)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the full moon of the church's own reckoning."""
    century, cycle = year // 100, year % 19
    leap = century - century // 4 - (8 * century + 13) // 25
    moon = (leap + 19 * cycle + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - cycle) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    day = moon - sunday
    month = 3 + (day + 40) // 44
    return date(year, month, day + 28 - 31 * (month // 4))
