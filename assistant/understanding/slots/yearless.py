"""Times that a question tells without a year: "June 30", "quý II"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from indexing.reading.period.notation import as_moment, shift_years, to_period
from indexing.reading.period.periods import resolve_periods
from indexing.records import Period

_YEARS = re.compile(r"\d{4}", re.ASCII)
_OF_TODAY = re.compile(
    r"\b(?:this|last|next|current|(?:năm|nam) (?:nay|ngoái|ngoai|qua|tới|toi))\b", re.IGNORECASE
)
"""In a time that counts from the day it is told on, and not from one told before."""
_OF_A_YEAR = re.compile(r"\b(?:years?|năm|nam)\b", re.IGNORECASE)
"""In a time that is told by its year: "the end of the year"."""
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:the\s+)?$", re.IGNORECASE)
"""Right before the time at which something ends."""
_ANOTHER = 7
"""Years from one to another by which the days of none come to mean something else."""


def of_year(period: Period, before: Period) -> Period:
    """A period that is told without a year, "June", "quý II", in the year of the one `before` it.

    "This month" and "the end of last year", which count from the day they are told on, stay.
    """
    year = before.last_day.year
    read = [resolve_periods(period.text, date(year, month, 30)) for month in (9, 12)]
    notations = (p.notation.removeprefix("@") for found in (*read, [period]) for p in found)
    told = {_YEARS.sub("", notation) for notation in notations}
    is_moment = period.notation.startswith("@")
    # A bare year moves with the day, unless its end is meant: "by the end of the year".
    is_named = len(told) == 1 and (told.pop() or is_moment) and len(read[-1]) == 1
    if not is_named or _YEARS.search(period.text) or _OF_TODAY.search(period.text):
        return period
    notation = as_moment(read[-1][0].notation) if is_moment else read[-1][0].notation
    return to_period(period.text, period.start, period.end, notation)


def is_without_year(period: Period, today: date) -> bool:
    """Whether a period is told without a year, "June 30", and was read as the last one `today`."""
    if _tells_year(period):
        return False
    another = to_period("", 0, 0, str(period.last_day.year - _ANOTHER))
    read = resolve_periods(period.text, today)
    as_read = len(read) == 1 and read[0].last_day == period.last_day
    return as_read and of_year(period, another) != period


def years_back(period: Period, years: int) -> Period:
    """The same time so many years before."""
    return to_period(period.text, period.start, period.end, shift_years(period.notation, -years))


def _tells_year(period: Period) -> bool:
    words = (_YEARS, _OF_A_YEAR, _OF_TODAY)
    return any(word.search(period.text) for word in words)


def without_deadlines(periods: Sequence[Period], question: str) -> tuple[Period, ...]:
    """The periods without those up to which something lasts, where none tells its year."""
    return tuple(
        period
        for period in periods
        if _tells_year(period) or not _UNTIL.search(question, 0, period.start)
    )
