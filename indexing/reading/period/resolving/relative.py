"""Spans told by their distance: from publication, or from what the text has told before.

Each function resolves the expressions of one rule or a few, named in `rules.py`; it raises
`ValueError` where there is nothing to count from.
"""

from __future__ import annotations

from datetime import date, timedelta

from indexing.reading.lexicon import squeezed
from indexing.reading.period import notation as n
from indexing.reading.period.course import Course
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.resolving.calendar import first_months, quarter
from indexing.reading.period.resolving.years import count_of
from indexing.records import Period

_RETOLD = ("previous", "preceding", "prior", "following")
_MONTHS_BACK = {
    **dict.fromkeys(("this", "current", "này"), 0),
    **dict.fromkeys(("next", "coming", "following", "sau", "tới"), -1),
}
_LATELY = timedelta(days=75)
"""How long after a span of months reports of it still come out."""
_A_YEAR_AGO = timedelta(days=200)
"""From so long before publication on, a period is the one that figures are compared with."""
_NEARLY = timedelta(days=4)
"""For each of its months: what may lack of a part that is told as a whole."""


def the_months(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "In nine months" alone: the months of the year so far, as they stood a month or two before.

    Any other number of months ("in arrears for three months") is how long something took.
    """
    parts = {**parts, "count": parts.get("count") or parts["count_vi"]}
    today = course.today()
    if today is None:
        raise ValueError("months of which year?")
    count = count_of(parts)
    span = first_months(parts, frame, course)
    last = n.parse_notation(span).last_day
    told = course.anchor is not None and n.parse_notation(course.anchor).last_day == last
    if count < 2 or not (told or timedelta(0) <= today - last <= _LATELY):
        raise ValueError("how long, not when")
    return span


def the_part(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """The "month", "quarter" or "half-year" that was told of, else the last whole one; "the period"
    is the part of a year told last."""
    if "period" in parts:
        return _part_told(course)
    unit = parts.get("unit") or parts.get("during", "half")
    months = {"month": 1, "quarter": 3}.get(unit, 6)
    if ("that" in parts or course.past) and course.told is not None:
        last = course.told.last_day
    elif course.anchor is not None:
        last = n.parse_notation(course.anchor).last_day
        if "-" not in course.anchor:  # a whole year does not tell which quarter of it
            last = course.parts.get(unit[0].upper(), min(last, course.published or last))
    elif course.published is not None:
        at_hand = frame.edge in ("end", "start")  # "the deadline is the end of the month"
        last = course.published if at_hand else n.day_before(course.published.replace(day=1))
    else:
        raise ValueError(f"the {unit} of which date?")
    first = n.months_before(last, (last.month - 1) % months)
    closing = n.months_before(first, 1 - months)
    lacking = n.month_end(closing.year, closing.month) - (course.published or date.max)
    span = n.span_notation(first, n.month_end(closing.year, closing.month))
    named = course.anchor == span or (course.anchor is None and frame.edge)
    if lacking > _NEARLY * months and not named:
        first, closing = n.months_before(first, months), n.months_before(closing, months)
    return n.span_notation(first, n.month_end(closing.year, closing.month))


def _part_told(course: Course) -> str:
    """The part of a year told last: up to a moment, it began in January."""
    told = course.told
    if told is None or told.first_day.year < told.last_day.year:
        raise ValueError("which period?")
    if told.notation.startswith("@"):
        return n.span_notation(date(told.last_day.year, 1, 1), told.last_day)
    return told.notation


def the_years(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "Over the five years", "over the decade": those that were told of, or the last such ones."""
    count = count_of(parts) if "count" in parts else 10
    if course.term is not None:
        term = n.parse_notation(course.term)
        if term.last_day.year - term.first_day.year == count - 1:
            return course.term
    if course.anchor is None:
        raise ValueError("which years?")
    told = n.parse_notation(course.anchor)
    first = told.first_day.year
    if first == told.last_day.year:
        first -= count
    elif told.last_day.year - first not in (count - 1, count):
        raise ValueError("not the years that were told of")
    return f"{first:04}/{told.last_day.year:04}"


def same(parts: dict[str, str], frame: Frame, course: Course) -> str:
    year = parts.get("year")
    told = squeezed(parts.get("relative", ""))
    if not year and not told and "back" not in parts and parts.get("what", "period") != "period":
        raise ValueError("the same date, not another year's")
    if course.anchor is None:
        if year:
            return year
        if course.published is None:
            raise ValueError("the same period as which?")
        if parts.get("what") in ("day", "date"):
            return n.shift_years(course.published.isoformat(), -1)
        return f"{course.published.year - 1:04}"
    if not year:
        return n.shift_years(course.anchor, -1)
    own = n.parse_notation(course.anchor).last_day.year
    return n.shift_years(course.anchor, int(year) - own)


def this_time(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "This time last year": the day of writing, a year before; or next year, a year on."""
    if course.published is None:
        raise ValueError("a year before which day?")
    return n.shift_years(f"@{course.published.isoformat()}", 1 if "ahead" in parts else -1)


def earlier(parts: dict[str, str], frame: Frame, course: Course) -> str:
    back = 1 if parts.get("count", "a") == "a" else count_of(parts)
    if not parts.get("unit", "year").startswith("year"):
        return _shortly_before(back, parts["unit"], course)
    if "ordinal" in parts:  # "the year-ago second quarter"
        year, _, told = quarter(parts, frame, course).partition("-")
        return f"{int(year) - 1:04}-{told}"
    if course.past and course.told is not None:
        return f"{course.told.last_day.year - back:04}"
    if course.anchor is not None:
        far = "one" in parts and _lies_far(course.anchor, course.published)
        return course.anchor if far else n.shift_years(course.anchor, -back)
    if course.published is None:
        raise ValueError("a year before what?")
    return f"{course.published.year - back:04}"


def _lies_far(told: str, published: date | None) -> bool:
    """What was told is itself what is told of "a year ago", which counts from publication."""
    return published is not None and published - n.parse_notation(told).last_day > _A_YEAR_AGO


def _shortly_before(back: int, unit: str, course: Course) -> str:
    """So many months before what was told, or weeks before publication."""
    told = n.parse_notation(course.anchor).last_day if course.anchor else course.published
    if unit.startswith("week"):
        if course.published is None:
            raise ValueError("weeks before what?")
        monday = course.published - timedelta(days=course.published.weekday() + 7 * back)
        return n.span_notation(monday, monday + timedelta(days=6))
    if told is None:
        raise ValueError("months before what?")
    first = n.months_before(told, back)
    return f"{first.year:04}-{first.month:02}"


def school_year(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """From September to May of the next year."""
    told = parts.get("from") or parts.get("from_behind") or parts.get("from_vi")
    if told is not None:
        first = int(told)
    elif parts["which"] in ("same", "that"):
        if course.told is None or not n.is_school_year(course.told.notation):
            raise ValueError("the same school year as which?")
        first = course.told.first_day.year
    else:
        today = course.now()
        if today is None:
            raise ValueError("a relative school year without a publication date")
        shift = {
            "last": -1,
            "past": -1,
            "previous": -1,
            "preceding": -1,
            "next": 1,
            "coming": 1,
        }.get(parts["which"], 0)
        opening = n.SCHOOL_OPENS - (parts["which"] == "new")  # told of before it begins
        first = today.year - (today.month < opening) + shift
    if frame.edge in ("start", "early"):
        return f"@{first:04}-{n.SCHOOL_OPENS:02}"
    if frame.edge == "end":
        return f"@{first + 1:04}-{n.SCHOOL_CLOSES:02}"
    return n.school_year(first)


def relative_part(parts: dict[str, str], frame: Frame, course: Course) -> str:
    today = course.published
    if today is None and parts.get("which") == "last" and course.told and _is_year(course.told):
        today = n.months_before(course.told.last_day, -1)  # of the year that was told of
    if today is None:
        raise ValueError("a relative month without a publication date")
    before = "previous" if "unit_before" in parts else ""
    which = "next" if "the_next" in parts else parts.get("which") or before or parts["which_vi"]
    back = _MONTHS_BACK.get(squeezed(which), 1)
    unit = parts.get("unit") or parts.get("unit_before") or parts["unit_vi"]
    months = 3 if unit in ("quarter", "quý") else 1
    after = which == "following" or "the_next" in parts
    if course.told and (after or (course.past and which in _RETOLD)):
        today = course.told.last_day
    elif which in _RETOLD and course.anchor and (months == 1 or "-" in course.anchor):
        today = n.parse_notation(course.anchor).last_day
    base = today.replace(day=1, month=(today.month - 1) // months * months + 1)
    first = n.months_before(base, back * months)
    last = n.months_before(first, 1 - months)
    return n.span_notation(first, n.month_end(last.year, last.month))


def _is_year(told: Period) -> bool:
    return told.notation.isdecimal()


def so_far(parts: dict[str, str], frame: Frame, course: Course) -> str:
    told = parts.get("year") or parts.get("year_vi")
    today = course.now() if told is None else course.now() or course.today()
    if today is None:
        raise ValueError("so far until when?")
    year = int(told) if told else today.year
    last = today if today.year == year else date(year, 12, 31)
    if course.anchor is not None:  # the report's own closing day, where it has named it
        closing = n.parse_notation(course.anchor).last_day
        if closing.year == year and timedelta(0) <= last - closing <= _LATELY:
            last = closing
    span = n.span_notation(date(year, 1, 1), last)
    return n.as_moment(span) if "until" in parts else span  # "so far" alone tells no beginning
