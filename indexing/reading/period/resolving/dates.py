"""Days by their number in a month, in digits, or by their weekday: the day that each names.

Each function resolves the expressions of one rule, named in `rules.py`; it raises `ValueError`
where they name none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from indexing.reading.lexicon import table
from indexing.reading.period import notation as n
from indexing.reading.period.course import Course
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.resolving.years import month_number, year_of, years_off

_MONTHS_APART = 15
"""The most months from one Friday the 13th to the next, and one more."""
_NEAR_MONTH = 300
"""How far behind a month "the 9th" may stand that is of it, in code points."""

_MIDDLE = 15
"""The last day of a month's first half."""


def day(parts: dict[str, str], frame: Frame, course: Course) -> str:
    month = month_number(parts)
    numbers = [int(re.sub(r"\D", "", parts[k])) for k in ("day0", "day", "day2") if k in parts]
    year = _on_its_weekday(parts, month, numbers, course) or year_of(parts, month, frame, course)
    if "on_day" not in parts:
        year += years_off(date(year, month, numbers[0]), parts, frame, course)
    return n.span_notation(date(year, month, numbers[0]), date(year, month, numbers[-1]))


def _on_its_weekday(
    parts: dict[str, str], month: int, numbers: Sequence[int], course: Course
) -> int | None:
    """The year nearest to the text in which a day falls on the weekday told with it, or one of
    several days does: "on Saturday and Sunday, May 22 and 23"."""
    today = course.today()
    if "on_day" not in parts or {"year", "relative"} & parts.keys() or today is None:
        return None
    number = _weekday(parts["on_day"])
    years = range(today.year - 1, today.year + 2)
    days = [date(y, month, d) for y in years for d in numbers if d <= n.month_end(y, month).day]
    agreeing = [day for day in days if day.weekday() == number]
    return min(agreeing, key=lambda day: abs(day - today)).year if agreeing else None


def _weekday(word: str) -> int:
    """Monday is 0; `word` may be cut short."""
    names: dict[str, int] = table("periods")["days"]["weekdays"]
    return next(names[name] for name in names if name.startswith(word[:3]))


def day_of_month(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The 5th of this month", "the last day of next month"."""
    shift = {"last": 1, "this": 0, "next": -1}[parts["which"]]
    first = n.months_before(course.spoken(), shift)
    last = n.month_end(first.year, first.month)
    if "edge" in parts:
        return (first if parts["edge"] == "first" else last).isoformat()
    return first.replace(day=int(re.sub(r"\D", "", parts["day"]))).isoformat()


def day_alone(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "On the 9th", shortly after a day or a month that was told by the month's name; else
    the next such day, where it is to come: "a ruling is due by the 22nd"."""
    told = course.month
    number = int(re.sub(r"\D", "", parts["day"]))
    if told is None or frame.start - told.end > _NEAR_MONTH:
        if not (frame.coming or frame.due):
            raise ValueError("of which month?")
        today = course.spoken()
        return (
            n.months_before(today.replace(day=1), -(number < today.day))
            .replace(day=number)
            .isoformat()
        )
    over = told.first_day == told.last_day and number < told.last_day.day
    return n.months_before(told.last_day, -over).replace(day=number).isoformat()


def weekday_of_month(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The first Monday of April", "the last Thursday in November"."""
    month = month_number(parts)
    year = year_of(parts, month, frame, course)
    number = _weekday(parts["on_day"])
    days = [date(year, month, day) for day in range(1, n.month_end(year, month).day + 1)]
    fitting = [day for day in days if day.weekday() == number]
    nth: int = table("periods")["numbers"]["ordinals"].get(parts["nth"], 0)
    return fitting[nth - 1].isoformat()


def weekday_nth(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "Friday the 13th": the last one, or the next where it is to come."""
    today = course.spoken()
    number = _weekday(parts["on_day"])
    count = int(re.sub(r"\D", "", parts["day"]))
    for months in range(_MONTHS_APART):
        first = n.months_before(today, -months if frame.coming else months)
        if count > n.month_end(first.year, first.month).day:
            continue
        day = first.replace(day=count)
        if day.weekday() == number and (day >= today if frame.coming else day <= today):
            return day.isoformat()
    raise ValueError("no such day")


def day_numbers(parts: dict[str, str], frame: Frame, course: Course) -> str:
    year, month, day = int(parts["year"]), int(parts["month"]), int(parts["day"])
    if month > 12 >= day and "sign" in parts:
        month, day = day, month
    return date(year, month, day).isoformat()


def half_of_month(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The first half of October": its days up to the 15th."""
    if "named" in parts:
        number = month_number(parts)
        first = date(year_of(parts, number, frame, course), number, 1)
    elif "which" in parts:
        shift = {"last": 1, "this": 0, "next": -1}[parts["which"]]
        first = n.months_before(course.spoken(), shift)
    elif course.month is not None:
        first = course.month.first_day.replace(day=1)
    else:
        raise ValueError("of which month?")
    middle = first.replace(day=_MIDDLE)
    if parts["nth"] == "first":
        return n.span_notation(first, middle)
    return n.span_notation(middle + timedelta(days=1), n.month_end(first.year, first.month))


def last_day(parts: dict[str, str], frame: Frame, course: Course) -> str:
    month = month_number(parts)
    return n.month_end(year_of(parts, month, frame, course), month).isoformat()
