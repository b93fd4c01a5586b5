"""Months, parts of years and years by their names and numbers: the span that each names.

Each function resolves the expressions of one rule or a few, named in `rules.py`; it raises
`ValueError` where they name none.
"""

from __future__ import annotations

import re
from datetime import date

from indexing.gazetteer import MERGER_DATE
from indexing.reading.lexicon import squeezed, table
from indexing.reading.period import notation as n
from indexing.reading.period.course import Course
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.resolving.years import count_of, month_number, told_year, year_of

_NEAR = ("last", "this", "next")
_ORDINALS = ("ordinal", "ordinal2")
_LOOKING_BACK = 3
"""Months of a new year in which "at year-end" means the one just past."""


def notation(parts: dict[str, str], frame: Frame, course: Course) -> str:
    return parts["typed"].upper()


def month(parts: dict[str, str], frame: Frame, course: Course) -> str:
    month = month_number(parts)
    which = parts.get("which") or _which(parts.get("which_vi"))
    if which == "that" and "year" not in parts and course.told is not None:
        first = course.told.first_day
        return f"{first.year + (month < first.month):04}-{month:02}"
    if which in _NEAR and "year" not in parts and "relative" not in parts:
        if course.published is None:
            raise ValueError("a relative month without a publication date")
        today = course.published
        passed = month < today.month or (which == "this" and month == today.month)
        shift = {"last": 0 if passed else -1, "this": 0, "next": int(month <= today.month)}
        year = today.year + shift[which]
        return f"{year:04}-{month:02}"
    if "dealt" in parts and course.published and "year" not in parts:  # what is traded is to come
        return f"{course.published.year + (month < course.published.month):04}-{month:02}"
    return f"{year_of(parts, month, frame, course):04}-{month:02}"


def _which(word: str | None) -> str | None:
    return table("periods")["days"]["which"][squeezed(word)] if word else None


def quarter(parts: dict[str, str], frame: Frame, course: Course) -> str:
    numbers = table("periods")["numbers"]
    ordinal = parts.get("ordinal")
    quarter = numbers["ordinals"][ordinal] if ordinal else numbers["quarters"][parts["number"]]
    return f"{year_of(parts, quarter * 3 - 1, frame, course):04}-Q{quarter}"


def two_quarters(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The third and fourth quarters"."""
    first, last = (table("periods")["numbers"]["ordinals"][parts[k]] for k in _ORDINALS)
    year = year_of(parts, last * 3 - 1, frame, course)
    return n.span_notation(date(year, first * 3 - 2, 1), n.month_end(year, last * 3))


def months(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "Jan-Mar", "Oct-Dec 2012"."""
    first, last = month_number(parts), month_number({"named": parts["named2"]})
    year = year_of(parts, last, frame, course)
    return n.span_notation(date(year - (first > last), first, 1), n.month_end(year, last))


def last_quarter(parts: dict[str, str], frame: Frame, course: Course) -> str:
    return f"{year_of(parts, 11, frame, course):04}-Q4"


def half(parts: dict[str, str], frame: Frame, course: Course) -> str:
    half = 1 if parts.get("ordinal", parts.get("number")) in ("first", "đầu", "dau", "1") else 2
    return f"{year_of(parts, half * 6 - 1, frame, course):04}-H{half}"


def owned(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "Last year's third quarter", "the year's first nine months"."""
    if "months" in parts:
        return first_months(parts, frame, course)
    return (quarter if parts["unit"] == "quarter" else half)(parts, frame, course)


def first_months(parts: dict[str, str], frame: Frame, course: Course) -> str:
    count = count_of(parts)
    if not 1 <= count <= 12:
        raise ValueError("a year has twelve months")
    year = year_of(parts, count, frame, course)
    if parts.get("side") in ("cuối", "cuoi"):
        return n.span_notation(date(year, 13 - count, 1), date(year, 12, 31))
    return n.span_notation(date(year, 1, 1), n.month_end(year, count))


def years_ended(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "The five years to 2019", "the decade to 2005"."""
    last, count = int(parts["year"]), count_of(parts) if "count" in parts else 10
    return f"{last - count + 1:04}/{last:04}"


def first_quarters(parts: dict[str, str], frame: Frame, course: Course) -> str:
    months = count_of(parts) * 3
    year = year_of(parts, months, frame, course)
    return n.span_notation(date(year, 1, 1), n.month_end(year, months))


def last_months(parts: dict[str, str], frame: Frame, course: Course) -> str:
    year = told_year(parts, course)
    if year is None:
        raise ValueError("the last months of which year?")
    return n.span_notation(date(year, 13 - count_of(parts), 1), date(year, 12, 31))


def years(parts: dict[str, str], frame: Frame, course: Course) -> str:
    first, last = parts["from"], parts["to"]
    if (
        parts["sign"] == "-"
        and re.fullmatch("0[1-9]|1[0-2]", last)
        and int(last) != int(first) % 100 + 1
    ):
        return f"{first}-{last}"
    if len(last) == 2:
        last = first[:2] + last
        if int(last) <= int(first):
            raise ValueError("no pair of years")
    return n.span_notation(date(int(first), 1, 1), date(int(last), 12, 31))


def year(parts: dict[str, str], frame: Frame, course: Course) -> str:
    year = told_year(parts, course)
    if year is None:
        raise ValueError("no year")
    return f"{year:04}"


def the_year(parts: dict[str, str], frame: Frame, course: Course) -> str:
    told = told_year(parts, course)
    if told is not None:
        return f"{told:04}"
    ahead = frame.edge is not None or frame.aimed or frame.preposition == "moment"
    counted = ahead and not course.past
    year = _closing_year(frame, course.published) if counted and course.published else None
    year = year or course.anchor_year()
    if year is None:
        raise ValueError("which year?")
    return f"{year:04}"


def edge_year(parts: dict[str, str], frame: Frame, course: Course) -> str:
    year = int(the_year(parts, frame, course))
    if told_year(parts, course) is None and course.published:
        year = min(year, _closing_year(frame, course.published))
    return f"@{year:04}-06" if "mid" in parts.get("edge", "") else f"@{year:04}"


def _closing_year(frame: Frame, published: date) -> int:
    """The year whose end is meant: early in a year, unless it lies ahead, the one just past."""
    ahead = frame.aimed or frame.coming or frame.due
    return published.year - (not ahead and published.month <= _LOOKING_BACK)


def year_opening(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """ "When the year began", "at New Year": as the year before the one that is told of ended.

    New Year is the last one; a year that began is that of the text."""
    last = (
        course.published.year
        if {"new", "turn"} & parts.keys() and course.published
        else course.anchor_year()
    )
    if last is None:
        raise ValueError("which year?")
    return f"@{last - 1:04}"


def merger(parts: dict[str, str], frame: Frame, course: Course) -> str:
    """The day on which provinces were last merged, in a text that was written since."""
    today = course.today()
    if today is None or today < MERGER_DATE:
        raise ValueError("which merger?")
    is_before = {"before", "before_then", "ahead"} & parts.keys()
    return f"@{n.day_before(MERGER_DATE)}" if is_before else MERGER_DATE.isoformat()
