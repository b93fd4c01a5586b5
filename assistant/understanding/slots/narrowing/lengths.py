"""Lengths of time in a question, which are no times: "overdue by less than three months"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.understanding.slots.narrowing.qualifiers import meet
from assistant.understanding.words.reading import quantities_of
from indexing.reading.folding import fold
from indexing.records import Span

_MONTHS = {"month": 1, "thang": 1, "quarter": 3, "quy": 3, "year": 12, "nam": 12}
_DAYS = {"day": 1, "ngay": 1, "week": 7, "tuan": 7}
_UNIT = r"(?P<unit>days?|weeks?|months?|quarters?|years?|ngày|tuần|tháng|quý|năm)\b"
_BOUNDED = re.compile(
    r"\b(?:(?:over|under|beyond|exceeding|at least|up to|(?:more|less|longer) than"
    rf"|dưới|trên|quá)\s+(?P<number>an?|one|một|\d+)\s+{_UNIT}"
    r"|an?\s+(?P<one>week|month|quarter|year)\s+(?:behind|late|overdue|in\s+arrears)\b"
    r"|(?:an?|một)\s+(?P<least>week|month|quarter|year|tháng|quý|năm)\s+(?:or\s+(?:more|longer)|trở\s+lên))",
    re.IGNORECASE,
)
"""A length that no number of things is told by, or whose number a time may be read from: "over a
year", "dưới 1 tháng năm 2023"."""
_HOW_LONG = re.compile(
    r"\bhow (?:many (?:days|weeks|months|quarters|years)|long)\b"
    r"|\b(?:bao nhi[êe]u|mấy) (?:ngày|tuần|tháng|quý|năm|ngay|tuan|thang|quy|nam)\b"
    r"(?!\s*(?:\d|đầu|cuối|này|nay|qua|gần|trước|vừa|tới))"
    r"|\bbao l[âa]u\b",
    re.IGNORECASE,
)
_SHIFTED = re.compile(
    r"\s+(?:ago|later|after|afterwards|on|earlier|before|previously|prior|hence|from|since"
    r"|trước|truoc|sau|qua|nay|gần|gan)\b",
    re.IGNORECASE,
)
"""Behind a length of time by which another time is told: "three months later"."""

_SPAN = re.compile(r"\b(?:the|last|past|first|these|those|all)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, and where a text tells it."""

    number: Decimal
    unit: str
    span: Span
    is_bounded: bool = False
    """It is told as a limit, and so is no time: "dưới 1 tháng"."""

    def __str__(self) -> str:
        """In words that are the same for all that last as long: "a year" is 12 months."""
        unit = fold(self.unit).removesuffix("s")
        if unit in _MONTHS:
            return f"{self.number * _MONTHS[unit]} months"
        return f"{self.number * _DAYS[unit]} days"


def lengths(question: str, times: Sequence[Span] = ()) -> list[str]:
    """Lengths of time that no period explains: "eleven months" of which year?  Beside a time, one
    of `times`, a length tells what else is asked: "overdue by less than three months in 2024"."""
    told = (length.span for length in lengths_told(question) if _narrows(question, length, times))
    return [question[span.start : span.end] for span in told]


def _narrows(question: str, length: Length, times: Sequence[Span]) -> bool:
    is_time = any(meet(length.span, time) for time in times) and not length.is_bounded
    may_shift = bool(times) or length.is_bounded
    return not is_time and not (may_shift and _tells_another_time(question, length.span))


def _tells_another_time(question: str, length: Span) -> bool:
    """Whether a length only tells how far one time lies from another; "the three months before" are
    themselves a time."""
    led = _SPAN.search(question[: length.start])
    return not led and _SHIFTED.match(question, length.end) is not None


def lengths_told(text: str) -> list[Length]:
    """All lengths of time that a text tells, whether they narrow it or not."""
    told = [
        Length(q.value, q.unit_text, Span(q.start, q.end))
        for q in quantities_of(text)
        if q.unit_text and fold(q.unit_text).removesuffix("s") in _MONTHS.keys() | _DAYS.keys()
    ]
    bounded = (_bounded(match) for match in _BOUNDED.finditer(text))
    told += [one for one in bounded if not any(meet(one.span, other.span) for other in told)]
    return told


def lengths_sought(question: str) -> list[str]:
    """A length of time that is asked for, which no amount, rate or number tells: "for how many
    months does it owe?"."""
    return [told[0] for told in _HOW_LONG.finditer(question)]


def tells_length(question: str, text: str) -> bool:
    """Whether a text tells a length of time, where a question asks for one."""
    return not lengths_sought(question) or bool(lengths_told(text))


def _bounded(told: re.Match[str]) -> Length:
    number = told["number"] or ""
    unit = told["unit"] or told["one"] or told["least"]
    return Length(Decimal(number if number.isdigit() else 1), unit, Span(*told.span()), True)
