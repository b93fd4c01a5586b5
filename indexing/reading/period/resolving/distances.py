"""Times told by their distance: "two weeks ago", "three years from now", "four months later".

They count from publication, or from what the text told last.  A distance in days or less names a
day, one in weeks, months or years the week, month or year.  Each function resolves the expressions
of one rule or a few; it raises `ValueError` where there is nothing to count from.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from indexing.reading.lexicon import lookup, squeezed, table
from indexing.reading.period import notation as n
from indexing.reading.period.course import Course
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.resolving.years import count_of, month_number

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_HOURS = 24
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_WHOLE = ("month", "year", "decade")
_NEAR = 300
"""How far behind what it follows "a year later" may stand, in code points."""


def unit_of(word: str) -> str:
    """The unit that a word of a distance means: "năm" is a year."""
    return _units()[squeezed(word)]


def ago(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """The day, week, month or year that lies so far behind publication, or ahead of it."""
    today = course.spoken()
    sign = -1 if {"ahead", "count_in"}.isdisjoint(parts) else 1
    half = not {"half", "and_half", "one_half"}.isdisjoint(parts)
    count, unit = _distance(parts)
    if "named" in parts:  # "eight years ago in May"
        if unit not in ("year", "decade"):
            raise ValueError("which month?")
        year = today.year - count * _MONTHS[unit] // 12
        return f"{year:04}-{month_number(parts):02}"
    if "weekday" in parts:
        number: int = table("periods")["days"]["weekdays"][parts["weekday"]]
        day = today - (today.weekday() - number) % 7 * _DAY
        if unit in ("year", "decade"):  # "20 years ago Thursday"
            return n.shift_day(day, -count * _MONTHS[unit] // 12).isoformat()
        return (day - (count if unit == "week" else 0) * _WEEK).isoformat()
    if "at" in parts:
        return _to_the(parts["at"], today, sign * count, unit)
    if unit in ("minute", "hour"):
        return (today + sign * round(count / _HOURS if unit == "hour" else 0) * _DAY).isoformat()
    if unit == "day":
        return (today + sign * count * _DAY).isoformat()
    if unit == "week":
        return _week_of(today + sign * count * _WEEK)
    months = count * _MONTHS[unit] + half * _MONTHS[unit] // 2
    first = n.months_before(today, -sign * months)
    by_month = unit in ("month", "quarter") or (half and unit == "year")
    return f"{first.year:04}-{first.month:02}" if by_month else f"{first.year:04}"


def later(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """So long after what was told: the last aim, for one; else the last of all where it is near, or
    of what counts."""
    near = course.told is not None and frame.start - course.told.end <= _NEAR
    aim = course.aim if frame.aimed else None  # "By 2025 ...; five years later it is to be"
    if aim and course.told and course.told.start >= frame.sentence and _lies_ahead(course):
        aim = course.told.notation  # "It wants 60% by 2030.  For 2026 ...; four years later"
    told = aim or (course.told.notation if near and course.told else course.anchor)
    if told is None:
        raise ValueError("later than what?")
    moved = _later(told, *_distance(parts))
    if (
        aim is None
        and course.published is not None
        and n.parse_notation(moved).first_day > course.published
    ):
        raise ValueError("later than the text itself")
    return moved


def _lies_ahead(course: Course) -> bool:
    """Whether the date told last is not over when the text comes out."""
    over = course.published and course.told and course.told.last_day < course.published
    return not over


def _later(told: str, count: int, unit: str) -> str:
    days = n.parse_notation(told)
    day = None if days.moment or days.first_day < days.last_day else days.first_day
    if day and unit in ("day", "week"):
        after = day + count * (_DAY if unit == "day" else _WEEK)
        return after.isoformat() if unit == "day" else _week_of(after)
    if unit in ("year", "decade"):
        moved = n.shift_years(told, count * _MONTHS[unit] // 12)
        return moved[:4] if day else moved
    if unit == "month" and (days.moment or "-" in told):
        first = n.months_before(days.last_day, -count)
        return f"{'@' * days.moment}{first.year:04}-{first.month:02}"
    raise ValueError("finer than what was told")


def that(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "That day", "the same year", "that month": the one told last."""
    unit = parts["unit"]
    if unit not in _WHOLE:
        told_days = course.told if unit == "week" else None
        if told_days and timedelta(0) < told_days.last_day - told_days.first_day <= _WEEK:
            return told_days.notation  # "From August 4 to 10 ...  In that week"
        if course.day is None:
            raise ValueError(f"which {unit}?")
        return _week_of(course.day) if unit == "week" else course.day.isoformat()
    if course.told is None:
        raise ValueError(f"which {unit}?")
    told = course.told.first_day
    if unit == "decade":
        first = told.year // 10 * 10
        return f"{first:04}/{first + 9:04}"
    if unit == "month" and "-" not in course.told.notation:
        raise ValueError("a month of that year?")
    return told.isoformat()[: 4 if unit == "year" else 7]


def in_the(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "Earlier in the day", "later in the year": that of publication."""
    today = course.spoken()
    if course.day and course.told and course.told.start >= frame.sentence:  # "shot on Saturday ..."
        today = course.day
    if parts["unit"] == "week":
        return _week_of(today)
    return today.isoformat()[: {"day": 10, "month": 7, "year": 4}[parts["unit"]]]


def past(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The past three months", "the next five years": whole ones, up to publication or from it."""
    today = course.now()
    if today is None:
        raise ValueError("past months, and no date to count from")
    count = count_of(parts) if "count" in parts else 1
    unit = unit_of(parts.get("unit") or parts["unit_last"])
    ahead = "ahead" in parts or parts.get("which") in ("next", "coming")
    if unit == "decade":
        count *= 10
    if unit in ("day", "week"):
        length = count * (_WEEK if unit == "week" else _DAY)
        first = today + _DAY if ahead else today - length
        return n.span_notation(first, first + length - _DAY)
    if ahead:
        return _to_come(today, count, unit)
    if parts.get("which") == "previous" and course.anchor and unit == "month":
        return _before(n.parse_notation(course.anchor).first_day, count)
    if unit == "decade" or (unit == "year" and "count" in parts):
        return n.span_notation(date(today.year - count, 1, 1), date(today.year - 1, 12, 31))
    if unit == "quarter":
        return _quarters(today, -count)
    months = count * _MONTHS[unit]
    back = 0 if today == n.month_end(today.year, today.month) else 1
    last = n.months_before(today, back)
    first = n.months_before(today, months - 1 + back)
    return n.span_notation(first, n.month_end(last.year, last.month))


def _before(day: date, months: int) -> str:
    """So many whole months up to that of `day`."""
    last = n.months_before(day, 1)
    return n.span_notation(n.months_before(day, months), n.month_end(last.year, last.month))


def _to_come(today: date, count: int, unit: str) -> str:
    """The next whole years, quarters or months."""
    if unit in ("year", "decade"):
        return n.span_notation(date(today.year + 1, 1, 1), date(today.year + count, 12, 31))
    if unit == "quarter":
        return _quarters(today, count)
    first, last = n.months_before(today, -1), n.months_before(today, -count)
    return n.span_notation(first, n.month_end(last.year, last.month))


def _quarters(today: date, count: int) -> str:
    """So many whole quarters behind that of `today`, or ahead of it."""
    start = today.replace(day=1, month=(today.month - 1) // 3 * 3 + 1)
    last = n.months_before(start, 1 if count < 0 else -3 * count - 2)
    first = n.months_before(start, -3 * count if count < 0 else -3)
    return n.span_notation(first, n.month_end(last.year, last.month))


def _distance(parts: dict[str, str]) -> tuple[int, str]:
    """How many of which unit; "half a decade" is none and a half of it."""
    for count, word in (("count", "unit"), ("count_in", "unit_in"), ("count_vi", "unit_vi")):
        if count in parts:
            return count_of({"count": parts[count]}), unit_of(parts[word])
    if "couple" in parts:
        return 2, unit_of(parts["unit_couple"])
    if "half" in parts:
        return 0, unit_of(parts["unit_half"])
    unit = unit_of(parts["one"] if len(parts.get("one", "a")) > 2 else parts["unit"])
    return (2, "week") if unit == "fortnight" else (1, unit)


def _to_the(at: str, today: date, count: int, unit: str) -> str:
    """ "Ten years ago this week", "a year ago today", "50 years ago last month"."""
    aside = {"last": -1, "next": 1}.get(at.split(maxsplit=1)[0], 0)
    if at in ("tomorrow", "yesterday"):
        today, at = today + (1 if at == "tomorrow" else -1) * _DAY, "today"
    if at.endswith("month"):
        today = n.months_before(today, -aside)
    elif at.endswith("week"):
        today += aside * _WEEK
    if unit not in _MONTHS or unit == "quarter":
        return (today + count * (_WEEK if unit == "week" else _DAY)).isoformat()
    first = n.months_before(today, -count * _MONTHS[unit])
    if at == "today":
        return first.replace(
            day=min(today.day, n.month_end(first.year, first.month).day)
        ).isoformat()
    return f"{first.year:04}-{first.month:02}"


def _week_of(day: date) -> str:
    monday = day - day.weekday() * _DAY
    return n.span_notation(monday, monday + 6 * _DAY)


@cache
def _units() -> dict[str, str]:
    return lookup(table("periods")["units"])


def before_told(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "In the four months before": as many whole months before what was told, or publication."""
    told = n.parse_notation(course.anchor) if course.anchor else None
    first = told.first_day if told and not told.moment else course.published
    if first is None:
        raise ValueError("before what?")
    return _before(first, count_of(parts))
