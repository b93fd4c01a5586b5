"""Days and weeks told by a name or by their distance from publication.

A weekday without a date is the last one, that of publication included; where the sentence speaks of
what is to come, the next.  A week runs from Monday to Sunday.  Each function resolves the
expressions of one rule or a few, named in `rules.py`; it raises `ValueError` where there is
nothing to count from.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from indexing.reading.lexicon import forms, squeezed, table
from indexing.reading.period import notation as n
from indexing.reading.period.course import Course
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.resolving.years import (
    count_of,
    month_number,
    nearest,
    told_year,
    year_of,
    years_off,
)
from indexing.records import Period

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_SATURDAY = 5
_CENTURY = 100
_CENTURY_PARTS = (("nth", "low"), ("century", "low_word"))
_REST = 90
"""Years from a decade's first to that of the last one that may be told behind it."""


def weekday(parts: dict[str, str], frame: Frame, course: Course) -> str:
    today = course.spoken()
    number = _weekday(squeezed(parts.get("weekday") or parts["sunday"]))
    if "of_week" in parts:
        monday = today - today.weekday() * _DAY + _weeks(parts["of_week"]) * _WEEK
        return (monday + number * _DAY).isoformat()
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    if "far" in parts or "week_on" in parts:  # "the Monday after next", "Wednesday week"
        last = squeezed(parts.get("far", "")) == "before last"
        return (
            today - ((back or 7) * _DAY + _WEEK) if last else today + (ahead or 7) * _DAY + _WEEK
        ).isoformat()
    which = parts.get("which")
    if which in ("previous", "following") and course.day is not None:
        back, ahead = (course.day.weekday() - number) % 7, (number - course.day.weekday()) % 7
        today = course.day
    if which in ("last", "past", "previous") or (which or "").startswith("vừa"):
        day = today - (back or 7) * _DAY
    elif which in ("next", "coming", "following", "tới"):
        day = today + (ahead or 7) * _DAY
    else:
        coming = which or frame.coming or frame.due or _goes_on(frame, course)
        day = today + ahead * _DAY if coming else today - back * _DAY
    return day.isoformat()


def _goes_on(frame: Frame, course: Course) -> bool:
    """A day ahead was told before in the sentence: "will rain on Friday, followed by sun on
    Saturday"; what was said or done on this one is behind all the same."""
    told = course.told
    if told is None or frame.happened or told.start < frame.sentence:
        return False
    return course.published is not None and told.first_day == told.last_day > course.published


def day_told(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "Yesterday", "last night", "this morning"."""
    distances = table("periods")["days"]["told"]
    by_form = {form: days for word, days in distances.items() for form in forms(word)}
    days = by_form[squeezed(parts["told"])] if "told" in parts else 0
    return (course.spoken() + days * _DAY).isoformat()


def day_before(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """The day before the last one told, or after it; with none told, of publication."""
    day = course.day or course.spoken()
    return (day + (1 if "after" in parts else -1) * _DAY).isoformat()


def day_two_digits(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """Day first or month first, whichever is nearer to publication: "11/02/89"."""
    told = [parts.get(name) or parts[f"{name}_hyphen"] for name in ("day", "month", "short")]
    one, other, short = (int(number) for number in told)
    today = course.published or date(2000, 1, 1)
    read = [
        date(century + short, month, day)
        for century in (1900, 2000)
        for day, month in ((one, other), (other, one))
        if month <= 12 and day <= n.month_end(century + short, month).day
    ]
    return min(read, key=lambda day: abs(day - today)).isoformat()


def week(parts: dict[str, str], frame: Frame, course: Course) -> str:
    today = course.spoken()
    which = parts.get("far") or parts.get("which", "next" if frame.coming else "last")
    which = "this" if "now" in parts else which
    if course.day and (which == "following" or (which == "previous" and course.past)):
        today = course.day
    if which == "past" and parts.get("unit") == "week":
        return n.span_notation(today - _WEEK, n.day_before(today))
    unit = parts.get("unit") or parts.get("unit_far") or parts.get("now") or parts["weekend"]
    back = _weeks(which)
    if unit == "weekend" and which in ("next", "coming", "following"):
        back = 0
    monday = today - today.weekday() * _DAY + back * _WEEK
    return n.span_notation(monday + (unit == "weekend") * _SATURDAY * _DAY, monday + 6 * _DAY)


def week_ended(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The week to Sunday": its seven days."""
    last = date.fromisoformat(weekday(parts, frame, course))
    return n.span_notation(last - 6 * _DAY, last)


def week_vi(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "Tuần trước", and its end: "cuối tuần này"."""
    monday = course.spoken() - course.spoken().weekday() * _DAY
    monday += _weeks(parts["which_vi"]) * _WEEK
    return n.span_notation(monday + ("weekend" in parts) * _SATURDAY * _DAY, monday + 6 * _DAY)


def week_of(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The week of March 4": from its Monday to its Sunday."""
    month = month_number(parts)
    day = date(year_of(parts, month, frame, course), month, int(re.sub(r"\D", "", parts["day"])))
    day = n.shift_day(day, years_off(day, parts, frame, course))
    monday = day - day.weekday() * _DAY
    return n.span_notation(monday, monday + 6 * _DAY)


def week_of_month(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The first week of April" are its days 1 to 7, "the last two weeks" its last fourteen."""
    month = month_number(parts)
    year = year_of(parts, month, frame, course)
    year += years_off(date(year, month, 1), parts, frame, course)
    count = count_of(parts) if "count" in parts else 1
    length = count * (_DAY if parts.get("units") == "days" else _WEEK)
    last = n.month_end(year, month)
    if parts["nth"] in ("last", "final"):
        return n.span_notation(last - length + _DAY, last)
    nth = table("periods")["numbers"]["ordinals"][parts["nth"]] - 1
    first = date(year, month, 1) + nth * length
    return n.span_notation(first, min(first + length - _DAY, last))


def ended(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The nine months ended Sept. 30": so long, up to that day."""
    month = month_number(parts)
    if "over" in parts:  # whatever is to come, the year that "ended" lies behind
        frame = frame._replace(coming=False)
    year = year_of(parts, month, frame, course)
    if "near" in parts and course.published and not told_year(parts, course):  # it "is ending"
        year = course.published.year + nearest(month - course.published.month)
    day = parts.get("day") or parts.get("day_first")
    told = int(re.sub(r"\D", "", day)) if day else n.month_end(year, month).day
    last = date(year, month, told)
    count, unit = count_of(parts) if "count" in parts else 1, parts["unit"].rstrip("s")
    if unit in ("day", "week"):
        length = count * (_WEEK if unit == "week" else _DAY)
        return n.span_notation(last - length + _DAY, last)
    months = count * {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    if last == n.month_end(year, month):
        return n.span_notation(n.months_before(last, months - 1), last)
    first = n.months_before(last, months)
    told = min(told, n.month_end(first.year, first.month).day)
    return n.span_notation(first.replace(day=told) + _DAY, last)


def decade(parts: dict[str, str], frame: Frame, course: Course) -> str:
    if "decade" in parts:
        first = int(parts["decade"])
    else:
        word = parts.get("tens")
        short = parts.get("short") or parts.get("short_led") or parts.get("short_own", "")
        tens = table("periods")["numbers"]["decades"][word] if word else int(short)
        today = (course.today() or date(2000, 1, 1)).year
        if "short_led" in parts and (told := course.told) and _is_decade(told):
            today = told.first_day.year + _REST  # "the 1870s and 80s"
        first = today - today % _CENTURY + tens
        first -= _CENTURY if first > today else 0
    length = 100 if first % 100 == 0 and first < 1900 else 10  # "the 1800s" are a century
    return f"{first:04}/{first + length - 1:04}"


def _is_decade(told: Period) -> bool:
    return told.last_day.year - told.first_day.year == 9


def century(parts: dict[str, str], frame: Frame, course: Course) -> str:
    words = table("periods")["numbers"]["centuries"]
    digits, word = (parts.get(told) or parts.get(low) for told, low in _CENTURY_PARTS)
    number = int(digits) if digits else words[word]
    first = (number - 1) * _CENTURY
    return f"{max(first, 1):04}/{first + _CENTURY - 1:04}"


def turn(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The turn of the century": the year it began in, or the next one will."""
    length = _CENTURY if parts["unit"] == "century" else 10 * _CENTURY
    first = course.spoken().year // length * length
    return f"{first + length * (frame.coming or frame.due or frame.aimed):04}"


def era(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "This decade", "last century"; "the end of the decade" is that of the one told of."""
    length = 10 if parts.get("unit") == "decade" else _CENTURY
    told = course.told
    if "told" in parts and told and told.last_day.year - told.first_day.year == length - 1:
        return told.notation
    first = course.spoken().year // length * length - ("last" in parts) * length
    return f"{first:04}/{first + length - 1:04}"


def _weeks(which: str) -> int:
    """How many weeks ahead "next" is, and the like; behind where negative."""
    return _week_words().get(squeezed(which), 0)


@cache
def _week_words() -> dict[str, int]:
    weeks: dict[str, int] = table("periods")["days"]["weeks"]
    return {form: count for word, count in weeks.items() for form in forms(word)}


def _weekday(word: str) -> int:
    """Monday is 0; an English `word` may be cut short."""
    known = _weekdays()
    return known[word] if word in known else next(known[d] for d in known if d.startswith(word[:3]))


@cache
def _weekdays() -> dict[str, int]:
    days: dict[str, int] = table("periods")["days"]["weekdays"]
    return {form: number for word, number in days.items() for form in forms(word)}
