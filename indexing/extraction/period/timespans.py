"""From a date to the period of a figure: a moment, a span up to it, the same a year before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from indexing.extraction.period.times import TimeUse
from indexing.reading.period.notation import (
    as_moment,
    is_day,
    month_end,
    months_before,
    parse_notation,
    shift_years,
    span_notation,
    to_period,
)
from indexing.reading.period.resolving.years import count_words
from indexing.records import Period

_NEARLY_OVER = 6
"""The part of a span, and with it the days at most, that may lack when it is told as over."""
_NEARLY_DAYS = timedelta(days=31)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_TOLD = re.compile(r"(?:19|20)\d\d|\byear", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})/(\d{4})")
_SO_MANY = re.compile(r"\b(\w+)[\s-]+years\b", re.IGNORECASE)
_FIRST = re.compile(r"(?<!\d)0?1(?!\d)")
_DAY_OF_MONTH = re.compile(r"@(?P<month>\d{4}-\d{2})-\d{2}")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_UNTIL = re.compile(r"\b(?:by|until|till|up to|as of|to)\s+(?:the\s+)?\Z", re.IGNORECASE)
_NEAR = 12
_LEAP = 3
"""Days by which months and quarters differ in length."""


def unfinished(notation: str, published: date | None) -> bool:
    """Whether a period goes on when the article comes out: "this year" in May.

    In its last month a year is told as one that is over, and so are shorter spans near their end.
    """
    if published is None:
        return False
    days = parse_notation(notation)
    length = days.last_day - days.first_day
    left = _NEARLY_DAYS if days.moment else length / _NEARLY_OVER + timedelta(days=3)
    return days.last_day - published > min(left, _NEARLY_DAYS)


def opens_year(notation: str, printed: str) -> bool:
    """Whether a moment is the beginning of a year, told as such and not as 1 January."""
    return notation.startswith("@") and notation.endswith("-01-01") and not _FIRST.search(printed)


def as_flow(notation: str) -> str:
    """The span of a figure that adds up over time: "by the end of July" counts from January."""
    if not notation.startswith("@"):
        return notation
    last = parse_notation(notation).last_day
    return span_notation(date(last.year, 1, 1), last)


def summed_years(notation: str, printed: str) -> str:
    """The years that a sum told of "the five years" is of: those that began with the end of 2015
    are 2016 to 2020."""
    told, years = _SO_MANY.search(printed), _YEARS.fullmatch(notation)
    if told is None or years is None:
        return notation
    word = told[1].casefold()
    count = int(word) if word.isdecimal() else count_words().get(word)
    first, last = int(years[1]), int(years[2])
    return f"{first + 1:04}/{last:04}" if last - first == count else notation


def in_month(text: str, use: TimeUse | None) -> TimeUse | None:
    """The month of which a date names a part, for what was done then: "at the start of May 300
    people joined"; "by mid-May" they had."""
    told = use.period if use is not None else None
    if use is None or told is None or _UNTIL.search(text[max(0, use.start - _NEAR) : use.start]):
        return use
    month = _DAY_OF_MONTH.fullmatch(told.notation)
    if month is None or _DAY.search(text, use.start, use.end):
        return use
    return use._replace(period=to_period(told.text, told.start, told.end, month["month"]))


def _shift_months(notation: str, months: int) -> str:
    """A period moved by whole months, month end to month end."""
    days = parse_notation(notation)
    first, last = (months_before(day, -months) for day in (days.first_day, days.last_day))
    if days.moment:
        return f"@{last.year:04}-{last.month:02}"
    return span_notation(first, month_end(last.year, last.month))


def from_day(since: Period, until: str | None, published: date | None) -> str | None:
    """What was added up since a day: until the article's own date, else until it came out."""
    ends = [parse_notation(until).last_day] if until else []
    ends += [published] if published else []
    last = next((end for end in ends if end > since.first_day), None)
    return None if last is None else span_notation(since.first_day, last)


def base_of(use: TimeUse, own: str | None, stock: bool) -> str | None:
    """The notation of a change's base, given the figure's own period; None if it cannot be told."""
    if use.period is not None:
        use = _before_own(use, use.period, own)
    if use.period is not None:
        begins = use.period.first_day
        if (
            stock
            and (begins.month, begins.day) == (1, 1)
            and (use.role == "since" or begins == use.period.last_day)
        ):  # what a year began with is what the one before it ended with
            return f"@{begins.year - 1:04}"
        return as_moment(use.period.notation) if stock else as_flow(use.period.notation)
    if own is None:
        return None
    if use.months_back:
        return _shift_months(own, -use.months_back)
    year = parse_notation(own).last_day.year
    back = year + use.years_back if use.years_back < 0 else use.years_back
    try:
        return shift_years(own, -back) if back else None
    except ValueError:
        return None


def _before_own(use: TimeUse, base: Period, own: str | None) -> TimeUse:
    """What a figure of October is compared with is the October before: "up on last October"."""
    told = use.role == "since" or _YEAR_TOLD.search(base.text)
    if own is None or told or base.last_day < parse_notation(own).last_day:
        return use
    notation = shift_years(base.notation, -1)
    return use._replace(period=to_period(base.text, base.start, base.end, notation))


def opening_of(use: TimeUse, within: bool = False) -> TimeUse | None:
    """The moment that a span told of a figure began with: "between 2018 and 2023".

    One part of a year tells it only of what changed `within` it: "fell by 6 in March".
    """
    if use.period is None or use.period.notation.startswith("@"):
        return None
    told = use.period
    first, _, last = told.notation.partition("/")
    years = bool(last) and "-" not in first
    new_year = (told.first_day.month, told.first_day.day) == (1, 1)
    if not last and not new_year:
        if not within or "-" not in first or told.first_day == told.last_day:
            return None
        before = months_before(told.first_day, 1)
        moment = f"@{before.year:04}-{before.month:02}"
        return use._replace(role="base", period=to_period(told.text, told.start, told.end, moment))
    # what a year began with is what the one before it ended with
    moment = f"@{told.first_day.year - 1:04}" if new_year and not years else as_moment(first)
    return use._replace(role="base", period=to_period(told.text, told.start, told.end, moment))


def up_to(use: TimeUse) -> TimeUse:
    """A day that heads a column or row is the one that its figures were counted up to."""
    if use.period is None or not is_day(use.period.notation):
        return use
    return use._replace(period=replace(use.period, notation=f"@{use.period.notation}"))


def closing(use: TimeUse) -> TimeUse:
    """A month that heads a running total is the one up to which its figures were added up."""
    if use.period is None:
        return use
    return use._replace(period=replace(use.period, notation=as_moment(use.period.notation)))


def in_year_of(use: TimeUse, around: Sequence[TimeUse], text: str) -> TimeUse:
    """A month without a year that stands in a table is one of the year that the table is about."""
    told = [other.period for other in around if other.role == "main" and other.period is not None]
    years = {other.last_day.year for other in told}
    period = use.period
    if period is None or len(years) != 1 or _YEAR.search(text, use.start, use.end):
        return use
    if _YEAR.fullmatch(period.notation.removeprefix("@")):
        return use  # "this year", "last year"
    notation = shift_years(period.notation, years.pop() - period.last_day.year)
    return use._replace(period=to_period(period.text, period.start, period.end, notation))


def alike(one: str, other: str) -> bool:
    """Whether two spans are of one length, so that what they add up to can be compared."""
    a, b = parse_notation(one.removeprefix("@")), parse_notation(other.removeprefix("@"))
    lengths = [(days.last_day - days.first_day).days for days in (a, b)]
    return abs(lengths[0] - lengths[1]) <= _LEAP
