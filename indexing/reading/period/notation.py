"""Period notation: what `2023-H1`, `2023-01/2023-09` and `@2022-03-31` mean in days.

A part is a year, half, quarter, month or day; two parts joined by `/` are one span; `@` before a
part is a moment: the last day of that part.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from indexing.records import Period

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PART = re.compile(r"(\d{4})(?:-H([12])|-Q([1-4])|-(\d\d)(?:-(\d\d))?)?", re.ASCII)

SCHOOL_OPENS, SCHOOL_CLOSES = 9, 5
"""The months in which a school year begins and ends."""


@dataclass(frozen=True, slots=True)
class PeriodRange:
    """The days a notation covers, both included; a moment has one day."""

    first_day: date
    last_day: date
    moment: bool


@lru_cache(maxsize=4096)  # a text's few periods are asked for at each of its figures
def parse_notation(notation: str) -> PeriodRange:
    """The days of `notation`.  Raises `ValueError` when it is none."""
    moment = notation.startswith("@")
    parts = notation.removeprefix("@").split("/")
    try:
        first, last = _part_days(parts[0])[0], _part_days(parts[-1])[1]
    except ValueError:
        raise ValueError(_complaint(notation)) from None
    if len(parts) > 2 or (moment and len(parts) > 1) or first > last:
        raise ValueError(_complaint(notation))
    return PeriodRange(last if moment else first, last, moment)


def span_notation(first: date, last: date) -> str:
    """The shortest notation of the span `first` to `last`, both included.

    Raises `ValueError` when `last` is before `first`.
    """
    if last < first:
        raise ValueError(f"a span must not end ({last}) before it begins ({first})")
    if first.day != 1 or last != month_end(last.year, last.month):
        return f"{_day(first)}" if first == last else f"{_day(first)}/{_day(last)}"
    if first.month == 1 and last.month == 12:
        joined = f"{first.year:04}/{last.year:04}"
        return joined if last.year > first.year else f"{first.year:04}"
    if first.year == last.year:
        months = last.month - first.month + 1
        if months == 1:
            return _month(first)
        if months == 6 and first.month in (1, 7):
            return f"{first.year:04}-H{first.month // 6 + 1}"
        if months == 3 and first.month % 3 == 1:
            return f"{first.year:04}-Q{first.month // 3 + 1}"
    return f"{_month(first)}/{_month(last)}"


def shift_years(notation: str, years: int) -> str:
    """`notation` moved by `years`; 29 February becomes 28 February where there is none.

    Raises `ValueError` on a bad notation, or when the years run out (before 1 or after 9999).
    """
    parse_notation(notation)
    parts = notation.removeprefix("@").split("/")
    shifted = "/".join(_shift(part, years) for part in parts)
    shifted = "@" + shifted if notation.startswith("@") else shifted
    parse_notation(shifted)
    return shifted


def as_moment(notation: str) -> str:
    """The moment at the end of a span: `2022-H1` becomes `@2022-06`; a moment stays as it is."""
    parse_notation(notation)
    if notation.startswith("@"):
        return notation
    last = notation.rsplit("/", maxsplit=1)[-1]
    match = _PART.fullmatch(last)
    assert match is not None  # parse_notation has just accepted it
    if match[2] or match[3]:
        month = int(match[2]) * 6 if match[2] else int(match[3]) * 3
        return f"@{match[1]}-{month:02}"
    return f"@{last}"


def is_day(notation: str) -> bool:
    """Whether a notation is that of one day as a span: `2022-03-31`, not `@2022-03-31`."""
    return _DAY.fullmatch(notation) is not None


def school_year(first: int) -> str:
    """The school year that opens in the year `first`."""
    return f"{first:04}-{SCHOOL_OPENS:02}/{first + 1:04}-{SCHOOL_CLOSES:02}"


def is_school_year(notation: str) -> bool:
    """Whether a span is a school year."""
    return "/" in notation and notation == school_year(parse_notation(notation).first_day.year)


def to_period(text: str, start: int, end: int, notation: str) -> Period:
    """The record of an expression that resolved to `notation`."""
    days = parse_notation(notation)
    return Period(text, start, end, notation, days.first_day, days.last_day)


def contains(outer: str, inner: str) -> bool:
    """Every day of `inner` is a day of `outer`."""
    a, b = parse_notation(outer), parse_notation(inner)
    return a.first_day <= b.first_day and b.last_day <= a.last_day


def overlaps(one: str, other: str) -> bool:
    """Some day belongs to both."""
    a, b = parse_notation(one), parse_notation(other)
    return a.first_day <= b.last_day and b.first_day <= a.last_day


def same_days(one: str, other: str) -> bool:
    """Both cover exactly the same days: `2022-H1` and `2022-01/2022-06`, `@2023` and `@2023-12`."""
    a, b = parse_notation(one), parse_notation(other)
    return (a.first_day, a.last_day) == (b.first_day, b.last_day)


@lru_cache(maxsize=4096)
def asked_span(notation: str) -> str:
    """What an asked moment leaves room for: "the end of June" is met by any day of June.

    `@2023-06` becomes `2023-06`, `@2023` becomes `2023-12`; a moment told to the day stays one
    day; a span stays as it is.
    """
    parse_notation(notation)
    if not notation.startswith("@"):
        return notation
    part = as_moment(notation[1:])[1:]
    return f"{part}-12" if len(part) == 4 else part


def meets(asked: Period, held: str) -> bool:
    """A figure held for `held` answers a question about `asked`.

    A held date must lie in the asked span, or the asked date in the held span; two spans must be
    the same days, since a half-year's flow is not the year's.  Whether a held span inside the asked
    one is worth telling is for the caller: `contains`, `overlaps`.
    """
    span = asked_span(asked.notation)
    if same_days(span, held):
        return True
    if _is_date(held):
        return contains(span, held)
    return asked.notation.startswith("@") or _is_date(span) if contains(held, span) else False


def shift_day(day: date, years: int) -> date:
    """The day `years` later; 29 February becomes 28 February where there is none."""
    return date.fromisoformat(shift_years(day.isoformat(), years))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def months_before(day: date, months: int) -> date:
    """The first day of the month `months` before the month of `day`."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def day_before(day: date) -> date:
    """The day before `day`."""
    return day - timedelta(days=1)


def _is_date(notation: str) -> bool:
    days = parse_notation(notation)
    return days.first_day == days.last_day


def _part_days(part: str) -> tuple[date, date]:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(part)
    year = int(match[1])
    if match[5]:
        day = date(year, int(match[4]), int(match[5]))
        return day, day
    if match[4]:
        first_month = last_month = int(match[4])
    elif match[3]:
        first_month, last_month = int(match[3]) * 3 - 2, int(match[3]) * 3
    elif match[2]:
        first_month, last_month = int(match[2]) * 6 - 5, int(match[2]) * 6
    else:
        first_month, last_month = 1, 12
    return date(year, first_month, 1), month_end(year, last_month)


def _shift(part: str, years: int) -> str:
    year = int(part[:4]) + years
    rest = part[4:]
    if rest == "-02-29" and not calendar.isleap(year):
        rest = "-02-28"
    return f"{year:04}{rest}"


def _complaint(notation: str) -> str:
    return (
        f"expected a period such as 2023, 2023-H1, 2023-Q1, 2023-06, 2023-06-30, "
        f"2023-01/2023-09 or @2022-03-31, got {notation!r}"
    )


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _day(day: date) -> str:
    return f"{_month(day)}-{day.day:02}"
