"""Days, months, parts of years and years by their names and numbers: the span that each names.

Each function resolves the expressions of one rule or a few, named in `rules.py`; it raises
`ValueError` where they name none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from indexing.gazetteer import MERGER_DATE
from indexing.reading.lexicon import squeezed, table
from indexing.reading.period import notation as n
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.resolving.years import (
    count_of,
    month_number,
    told_year,
    year_of,
    years_off,
)
from indexing.reading.period.story import Story

_NEAR = ("last", "this", "next")
_ORDINALS = ("ordinal", "ordinal2")
_MONTHS_APART = 15
"""The most months from one Friday the 13th to the next, and one more."""
_NEAR_MONTH = 300
"""How far behind a month "the 9th" may stand that is of it, in code points."""
_LOOKING_BACK = 3
"""Months of a new year in which "at year-end" means the one just past."""


def day(parts: dict[str, str], frame: Frame, story: Story) -> str:
    month = month_number(parts)
    numbers = [int(re.sub(r"\D", "", parts[k])) for k in ("day0", "day", "day2") if k in parts]
    year = _on_its_weekday(parts, month, numbers, story) or year_of(parts, month, frame, story)
    if "on_day" not in parts:
        year += years_off(date(year, month, numbers[0]), parts, frame, story)
    return n.span_notation(date(year, month, numbers[0]), date(year, month, numbers[-1]))


def _on_its_weekday(
    parts: dict[str, str], month: int, numbers: Sequence[int], story: Story
) -> int | None:
    """The year nearest to the text in which a day falls on the weekday told with it, or one of
    several days does: "on Saturday and Sunday, May 22 and 23"."""
    today = story.today()
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


def day_of_month(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "The 5th of this month", "the last day of next month"."""
    shift = {"last": 1, "this": 0, "next": -1}[parts["which"]]
    first = n.months_before(story.spoken(), shift)
    last = n.month_end(first.year, first.month)
    if "edge" in parts:
        return (first if parts["edge"] == "first" else last).isoformat()
    return first.replace(day=int(re.sub(r"\D", "", parts["day"]))).isoformat()


def day_alone(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "On the 9th", shortly after a day or a month that was told by the month's name; else
    the next such day, where it is to come: "a ruling is due by the 22nd"."""
    told = story.month
    number = int(re.sub(r"\D", "", parts["day"]))
    if told is None or frame.start - told.end > _NEAR_MONTH:
        if not (frame.coming or frame.due):
            raise ValueError("of which month?")
        today = story.spoken()
        return (
            n.months_before(today.replace(day=1), -(number < today.day))
            .replace(day=number)
            .isoformat()
        )
    over = told.first_day == told.last_day and number < told.last_day.day
    return n.months_before(told.last_day, -over).replace(day=number).isoformat()


def weekday_of_month(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "The first Monday of April", "the last Thursday in November"."""
    month = month_number(parts)
    year = year_of(parts, month, frame, story)
    number = _weekday(parts["on_day"])
    days = [date(year, month, day) for day in range(1, n.month_end(year, month).day + 1)]
    fitting = [day for day in days if day.weekday() == number]
    nth: int = table("periods")["numbers"]["ordinals"].get(parts["nth"], 0)
    return fitting[nth - 1].isoformat()


def weekday_nth(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "Friday the 13th": the last one, or the next where it is to come."""
    today = story.spoken()
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


def day_numbers(parts: dict[str, str], frame: Frame, story: Story) -> str:
    year, month, day = int(parts["year"]), int(parts["month"]), int(parts["day"])
    if month > 12 >= day and "sign" in parts:
        month, day = day, month
    return date(year, month, day).isoformat()


def notation(parts: dict[str, str], frame: Frame, story: Story) -> str:
    return parts["typed"].upper()


def last_day(parts: dict[str, str], frame: Frame, story: Story) -> str:
    month = month_number(parts)
    return n.month_end(year_of(parts, month, frame, story), month).isoformat()


def month(parts: dict[str, str], frame: Frame, story: Story) -> str:
    month = month_number(parts)
    which = parts.get("which") or _which(parts.get("which_vi"))
    if which == "that" and "year" not in parts and story.told is not None:
        first = story.told.first_day
        return f"{first.year + (month < first.month):04}-{month:02}"
    if which in _NEAR and "year" not in parts and "relative" not in parts:
        if story.published is None:
            raise ValueError("a relative month without a publication date")
        today = story.published
        passed = month < today.month or (which == "this" and month == today.month)
        shift = {"last": 0 if passed else -1, "this": 0, "next": int(month <= today.month)}
        year = today.year + shift[which]
        return f"{year:04}-{month:02}"
    return f"{year_of(parts, month, frame, story):04}-{month:02}"


def _which(word: str | None) -> str | None:
    return table("periods")["days"]["which"][squeezed(word)] if word else None


def quarter(parts: dict[str, str], frame: Frame, story: Story) -> str:
    numbers = table("periods")["numbers"]
    ordinal = parts.get("ordinal")
    quarter = numbers["ordinals"][ordinal] if ordinal else numbers["quarters"][parts["number"]]
    return f"{year_of(parts, quarter * 3 - 1, frame, story):04}-Q{quarter}"


def two_quarters(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "The third and fourth quarters"."""
    first, last = (table("periods")["numbers"]["ordinals"][parts[k]] for k in _ORDINALS)
    year = year_of(parts, last * 3 - 1, frame, story)
    return n.span_notation(date(year, first * 3 - 2, 1), n.month_end(year, last * 3))


def months(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "Jan-Mar", "Oct-Dec 2012"."""
    first, last = month_number(parts), month_number({"named": parts["named2"]})
    year = year_of(parts, last, frame, story)
    return n.span_notation(date(year - (first > last), first, 1), n.month_end(year, last))


def last_quarter(parts: dict[str, str], frame: Frame, story: Story) -> str:
    return f"{year_of(parts, 11, frame, story):04}-Q4"


def half(parts: dict[str, str], frame: Frame, story: Story) -> str:
    half = 1 if parts.get("ordinal", parts.get("number")) in ("first", "đầu", "dau", "1") else 2
    return f"{year_of(parts, half * 6 - 1, frame, story):04}-H{half}"


def owned(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "Last year's third quarter", "the year's first nine months"."""
    if "months" in parts:
        return first_months(parts, frame, story)
    return (quarter if parts["unit"] == "quarter" else half)(parts, frame, story)


def first_months(parts: dict[str, str], frame: Frame, story: Story) -> str:
    count = count_of(parts)
    if not 1 <= count <= 12:
        raise ValueError("a year has twelve months")
    year = year_of(parts, count, frame, story)
    if parts.get("side") in ("cuối", "cuoi"):
        return n.span_notation(date(year, 13 - count, 1), date(year, 12, 31))
    return n.span_notation(date(year, 1, 1), n.month_end(year, count))


def first_quarters(parts: dict[str, str], frame: Frame, story: Story) -> str:
    months = count_of(parts) * 3
    year = year_of(parts, months, frame, story)
    return n.span_notation(date(year, 1, 1), n.month_end(year, months))


def last_months(parts: dict[str, str], frame: Frame, story: Story) -> str:
    year = told_year(parts, story)
    if year is None:
        raise ValueError("the last months of which year?")
    return n.span_notation(date(year, 13 - count_of(parts), 1), date(year, 12, 31))


def years(parts: dict[str, str], frame: Frame, story: Story) -> str:
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


def year(parts: dict[str, str], frame: Frame, story: Story) -> str:
    year = told_year(parts, story)
    if year is None:
        raise ValueError("no year")
    return f"{year:04}"


def the_year(parts: dict[str, str], frame: Frame, story: Story) -> str:
    told = told_year(parts, story)
    if told is not None:
        return f"{told:04}"
    ahead = frame.edge is not None or frame.aimed or frame.preposition == "moment"
    counted = ahead and not story.past
    year = _closing_year(frame, story.published) if counted and story.published else None
    year = year or story.anchor_year()
    if year is None:
        raise ValueError("which year?")
    return f"{year:04}"


def edge_year(parts: dict[str, str], frame: Frame, story: Story) -> str:
    year = int(the_year(parts, frame, story))
    if told_year(parts, story) is None and story.published:
        year = min(year, _closing_year(frame, story.published))
    return f"@{year:04}-06" if "mid" in parts.get("edge", "") else f"@{year:04}"


def _closing_year(frame: Frame, published: date) -> int:
    """The year whose end is meant: early in a year, unless it lies ahead, the one just past."""
    ahead = frame.aimed or frame.coming or frame.due
    return published.year - (not ahead and published.month <= _LOOKING_BACK)


def year_opening(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "When the year began", "at New Year": as the year before the one that is told of ended.

    New Year is the last one; a year that began is that of the text."""
    last = (
        story.published.year
        if {"new", "turn"} & parts.keys() and story.published
        else story.anchor_year()
    )
    if last is None:
        raise ValueError("which year?")
    return f"@{last - 1:04}"


def merger(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """The day on which provinces were last merged, in a text that was written since."""
    today = story.today()
    if today is None or today < MERGER_DATE:
        raise ValueError("which merger?")
    is_before = {"before", "ahead"} & parts.keys()
    return f"@{n.day_before(MERGER_DATE)}" if is_before else MERGER_DATE.isoformat()
