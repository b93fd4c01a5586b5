"""Days and weeks told by a name or by their distance from publication.

A weekday without a date is the last one, that of publication included; where the sentence speaks of
what is to come, the next.  A week runs from Monday to Sunday.  Each function resolves the
expressions of one rule or a few, named in `period_resolving`; it raises `ValueError` where there is
nothing to count from.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from indexing.reading.lexicon import forms, squeezed, table
from indexing.reading.period import notation as n
from indexing.reading.period.frame import Frame
from indexing.reading.period.story import Story
from indexing.reading.period.years import count_of, month_number, year_of

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_SATURDAY = 5
_CENTURY = 100


def weekday(parts: dict[str, str], frame: Frame, story: Story) -> str:
    today = _published(story)
    number = table("periods")["days"]["weekdays"][parts["weekday"]]
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    which = parts.get("which")
    if which in ("last", "past"):
        day = today - (back or 7) * _DAY
    elif which in ("next", "coming", "following"):
        day = today + (ahead or 7) * _DAY
    else:
        day = today + ahead * _DAY if which or frame.coming else today - back * _DAY
    return day.isoformat()


def day_told(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "Yesterday", "last night", "this morning"."""
    distances = table("periods")["days"]["told"]
    by_form = {form: days for word, days in distances.items() for form in forms(word)}
    days = by_form[squeezed(parts["told"])] if "told" in parts else 0
    return (_published(story) + days * _DAY).isoformat()


def day_before(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """The day before the last one told, or after it; with none told, of publication."""
    day = story.day or _published(story)
    return (day + (1 if "after" in parts else -1) * _DAY).isoformat()


def that_day(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "On that day": the last one told."""
    if story.day is None:
        raise ValueError("on which day?")
    return story.day.isoformat()


def holiday(parts: dict[str, str], frame: Frame, story: Story) -> str:
    month, day = table("periods")["days"]["holidays"][squeezed(parts["holiday"])]
    return date(year_of(parts, month, frame, story), month, day).isoformat()


def day_two_digits(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """Day first or month first, whichever is nearer to publication: "11/02/89"."""
    told = [parts.get(name) or parts[f"{name}_hyphen"] for name in ("day", "month", "short")]
    one, other, short = (int(number) for number in told)
    today = story.published or date(2000, 1, 1)
    read = [
        date(century + short, month, day)
        for century in (1900, 2000)
        for day, month in ((one, other), (other, one))
        if month <= 12 and day <= n.month_end(century + short, month).day
    ]
    return min(read, key=lambda day: abs(day - today)).isoformat()


def week(parts: dict[str, str], frame: Frame, story: Story) -> str:
    today = _published(story)
    which = parts.get("which", "next" if frame.coming else "last")
    if which == "past" and parts.get("unit") == "week":
        return n.span_notation(today - _WEEK, n.day_before(today))
    weeks = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
    unit = parts.get("unit") or parts["weekend"]
    back = weeks.get(which, 0)
    if unit == "weekend" and which in ("next", "coming", "following"):
        back = 0
    monday = today - today.weekday() * _DAY + back * _WEEK
    return n.span_notation(monday + (unit == "weekend") * _SATURDAY * _DAY, monday + 6 * _DAY)


def ago(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """The day, week, month or year that lies so far behind."""
    today = _published(story)
    count = count_of(parts) if "count" in parts else 1
    unit = (parts.get("unit") or parts["one"]).rstrip("s")
    if unit == "day":
        return (today - count * _DAY).isoformat()
    if unit == "week":
        monday = today - today.weekday() * _DAY - count * _WEEK
        return n.span_notation(monday, monday + 6 * _DAY)
    if unit in ("month", "quarter"):
        first = n.months_before(today, count * (3 if unit == "quarter" else 1))
        return f"{first.year:04}-{first.month:02}"
    return f"{today.year - count * (10 if unit == 'decade' else 1):04}"


def ended(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "The nine months ended Sept. 30": so long, up to that day."""
    month = month_number(parts)
    year = year_of(parts, month, frame, story)
    told = int(re.sub(r"\D", "", parts["day"])) if "day" in parts else n.month_end(year, month).day
    last = date(year, month, told)
    count, unit = count_of(parts) if "count" in parts else 1, parts["unit"].rstrip("s")
    if unit == "week":
        return n.span_notation(last - count * _WEEK + _DAY, last)
    months = count * {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    if last == n.month_end(year, month):
        return n.span_notation(n.months_before(last, months - 1), last)
    first = n.months_before(last, months)
    return n.span_notation(first.replace(day=min(told, 28)) + _DAY, last)


def decade(parts: dict[str, str], frame: Frame, story: Story) -> str:
    if "decade" in parts:
        first = int(parts["decade"])
    else:
        word = parts.get("tens")
        tens = table("periods")["numbers"]["decades"][word] if word else int(parts["short"])
        today = (story.today() or date(2000, 1, 1)).year
        first = today - today % _CENTURY + tens
        first -= _CENTURY if first > today else 0
    return f"{first:04}/{first + 9:04}"


def century(parts: dict[str, str], frame: Frame, story: Story) -> str:
    words = table("periods")["numbers"]["centuries"]
    number = int(parts["nth"]) if "nth" in parts else words[parts["century"]]
    first = (number - 1) * _CENTURY
    return f"{first:04}/{first + _CENTURY - 1:04}"


def season(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """Three whole months; a winter is that of the year it begins in."""
    first = table("periods")["seasons"]["first"][parts.get("season") or parts["season_of"]]
    if "which" not in parts:
        return _season(year_of(parts, first, frame, story), first)
    today = _published(story)
    year = today.year
    if parts["which"] == "next":
        year += first <= today.month
    elif parts["which"] in ("last", "past"):
        over = n.parse_notation(_season(year, first)).last_day < today
        year -= not over
    return _season(year, first)


def _season(year: int, first: int) -> str:
    opening = date(year, first, 1)
    closing = n.months_before(opening, -2)
    return n.span_notation(opening, n.month_end(closing.year, closing.month))


def _published(story: Story) -> date:
    if story.published is None:
        raise ValueError("counted from which day?")
    return story.published
