"""What a change is counted from, and whether that is what was asked."""

from __future__ import annotations

from datetime import timedelta

from assistant.evidence.rows.agreement import period_fit
from assistant.understanding.slots.periods import YEAR
from indexing.agreement import same_days
from indexing.database import FactKey
from indexing.reading.period.notation import parse_notation, shift_years
from indexing.records import Period


def is_counted_from(asked: Period | None, key: FactKey) -> bool:
    """Whether a change is counted from the asked days, or from what was so on the day before them.

    A sum "of 2021" is no such moment: what rose on it did not rise on 2022.

    What tells of no days that it is counted from is so from a year earlier, or from its beginning.
    """
    if asked is None:
        return True
    if key.vs is not None:
        eve, based = asked.first_day - timedelta(days=1), parse_notation(key.vs)
        return bool(period_fit(asked, key.vs)) or (based.moment and based.last_day == eve)
    if key.period is None:
        return False
    span = parse_notation(key.period)
    if span.first_day == asked.first_day and span.last_day > asked.last_day:
        return True
    eve = span.first_day - timedelta(days=1)
    is_year_before = same_days(asked.notation, shift_years(key.period, -1))
    return is_year_before or (not span.moment and bool(period_fit(asked, f"@{eve.isoformat()}")))


def is_counted_back(asked: int | None, key: FactKey) -> bool:
    """Whether a change is counted from so many months before; of a year, from any day before it."""
    months = months_back(key)
    if asked is None or months is None or key.period is None:
        return True
    of_year_before = months - parse_notation(key.period).last_day.month in range(YEAR)
    return of_year_before if asked == YEAR else months == asked


def months_back(key: FactKey) -> int | None:
    """How many months lie between the last days of a change and of what it is counted from."""
    if key.period is None or key.vs is None:
        return None
    last, first = (parse_notation(notation).last_day for notation in (key.period, key.vs))
    return (last.year - first.year) * YEAR + last.month - first.month
