"""Lengths of time by which a time is told from another one: "three months before May 2025", or in a
follow-up from what was asked before: "three months later"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from assistant.query import Query
from indexing.reading.folding import fold
from indexing.reading.period.notation import (
    month_end,
    months_before,
    parse_notation,
    shift_years,
    span_notation,
    to_period,
)
from indexing.reading.period.periods import resolve_periods
from indexing.reading.quantity.number.word_values import word_values
from indexing.records import Period, Span

_SHIFT = re.compile(
    r"\b(?P<count>\w+)\s+(?P<unit>months?|quarters?|years?)\s+"
    r"(?P<way>later|after(?:wards?)?|on|earlier|before|previously)\b"
    r"|\b(?P<so>\w+)\s+(?P<luong>tháng|thang|quý|quy|năm|nam)\s+(?P<chieu>sau|trước|truoc)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?<!the )(?<!last )(?<!first )\b(?P<count>\w+)\s+(?P<unit>months?|quarters?|years?)\s+"
    r"(?P<way>before|prior\s+to|earlier\s+than|ahead\s+of|after|later\s+than)\s+(?:the\s+)?$"
    r"|\b(?P<so>\w+)\s+(?P<luong>tháng|thang|quý|quy|năm|nam)\s+"
    r"(?P<chieu>sau|trước|truoc)\s+(?:khi\s+)?$",
    re.IGNORECASE,
)
"""The same right before the time from which it is told; "the three months before" are a span."""
_YEAR, _QUARTER = 12, 3
"""Months."""
_MONTHS = {"m": 1, "t": 1, "q": _QUARTER, "y": _YEAR, "n": _YEAR}
"""By the first letter of a unit, in either language."""
_BACK = frozenset(
    {"earlier", "before", "previously", "truoc", "prior to", "earlier than", "ahead of"}
)


@dataclass(frozen=True, slots=True)
class Shift:
    """By how many months a question goes on from a time, and where it says so."""

    months: int
    span: Span

    def of(self, period: Period) -> Period:
        """The time that lies so far from a period: the same days of another year, or months."""
        if self.months % _YEAR == 0:
            return _told(period, shift_years(period.notation, self.months // _YEAR))
        days = parse_notation(period.notation)
        first, last = (months_before(day, -self.months) for day in (days.first_day, days.last_day))
        notation = span_notation(first, month_end(last.year, last.month))
        ends = days.last_day == month_end(days.last_day.year, days.last_day.month)
        return _told(period, f"@{notation}" if days.moment and ends else notation)


def shift_of(query: Query) -> Shift | None:
    """By how much a question goes on from a time that was told before; None where it does not, and
    where it asks for a change, which is counted from an earlier time."""
    for match in _SHIFT.finditer(query.plain):
        shift = _read(match)
        is_base = shift is not None and shift.months < 0 and query.aspects != ("level",)
        if shift and not is_base:
            return shift
    return None


def shifted(question: str, period: Period, today: date) -> Period:
    """The time that a question tells by how far it lies from a period: "a year before May 2025".
    The period is read anew without "before", by which alone its eve would be meant."""
    match = _FROM.search(question[: period.start])
    shift = _read(match) if match else None
    if shift is None:
        return period
    alone = resolve_periods(period.text, today)
    told = shift.of(alone[0] if len(alone) == 1 and _is_year(alone[0]) else period)
    return to_period(told.text, shift.span.start, told.end, told.notation)


def _is_year(period: Period) -> bool:
    return period.notation.isdigit()


def _read(told: re.Match[str]) -> Shift | None:
    """A length of time and its way; None for a word that is no number: "these months before"."""
    count, unit, way = (" ".join(fold(one).split()) for one in told.groups() if one)
    number = int(count) if count.isdigit() else _numbers().get(count)
    if not number:
        return None
    months = number * _MONTHS[unit[0]]
    return Shift(-months if way in _BACK else months, Span(*told.span()))


@cache
def _numbers() -> dict[str, int]:
    told = {**word_values("vi", "units"), **word_values("en", "units"), "a": 1, "an": 1}
    return {fold(word): value for word, value in told.items() if value}


def _told(period: Period, notation: str) -> Period:
    return to_period(period.text, period.start, period.end, notation)
