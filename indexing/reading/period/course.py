"""What a text has told about time so far, which later expressions count from."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from indexing.reading.period import notation as n
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.standing import ReachedTime
from indexing.records import Period

_TERM = re.compile(r"\d{4}/\d{4}")
_OPENING = re.compile(r"(?:^|[,;:]\s)\W*(?:[^\W\d]+\s+){0,2}$")
"""Before a year that a sentence or clause opens with: "In 2022, ...", "In the year 2022 ..."."""
_PART_OF = re.compile(r"\b(?:of which|of whom|of it|of this|of that|of these|including|among)\b")
_FIGURE = re.compile(r"(?<![\w/.,-])\d[\d.,]*(?![\w/-])")
_PART = re.compile(r"\d{4}-([QH])\d")
_BACK = timedelta(days=270)
"""What lies further behind is history, told for comparison: the text goes on from its own date."""
NAMED_DAYS = ("weekday", "weekday_vi", "day_told", "day_before", "holiday")
_ASIDE = (
    *NAMED_DAYS,
    *("week", "week_vi", "week_of", "week_of_month", "week_ended"),
    *("in_the", "that", "ago", "ago_vi"),
    *("decade", "decade_vi", "century", "century_vi", "merger"),
)
"""Rules of what is told of events, never of figures that later dates are compared with."""


class ToldYear(NamedTuple):
    """A whole year, and where a text tells it."""

    year: int
    start: int
    end: int


class Course:
    """What the text has told so far; grows as it is read."""

    def __init__(
        self, published: date | None, standing: ReachedTime | None = None, past: bool = False
    ) -> None:
        self.published = published or (standing.said if standing else None)
        """The day on which the text speaks: its publication, or the day that it tells."""
        self.standing = standing
        self.past = past
        """It tells of times long before its publication: its dates count from each other."""
        self.anchor: str | None = None
        self.parts: dict[str, date] = {}
        """The last day of the quarter ("Q") and the half-year ("H") told of last."""
        self.term: str | None = None
        """The last term of whole years told of."""
        self.latest: date | None = None
        """The last day told of so far."""
        self.aim: str | None = None
        """Notation of the last date that something was aimed at for."""
        self.day: date | None = None
        """The last single day told of: "the day before" counts from it."""
        self.told: Period | None = None
        """The last period told of, be it of an event or of figures."""
        self.month: Period | None = None
        """The last day or month told by the month's name: "the 9th" is of it."""
        self.year: ToldYear | None = None
        """A whole year told: that of the parts that follow in its sentence."""

    def spoken(self) -> date:
        """The day on which the text speaks.  Raises `ValueError` where that is not known."""
        if self.published is None:
            raise ValueError("counted from which day?")
        return self.published

    def come_to(self, frame: Frame, seen: str) -> None:
        """Leave the year told before in a sentence where it was only of a figure, and another one
        is told up to a date: "1,120 in 2017 and 8,210 at the end of September"."""
        year = self.year
        if year is None:
            return
        between = seen[year.end : frame.start]
        opens = _OPENING.search(seen[frame.sentence : year.start]) is not None
        explained = between.lstrip().startswith((":", "("))
        if not (opens or explained or _PART_OF.search(between)) and _FIGURE.search(between):
            self.year = None

    def hear(self, span: str) -> None:
        """Take in the bare words of a date, whatever it is there for: a term of years."""
        if _TERM.fullmatch(span):
            self.term = span

    def _goes_on(self, period: Period) -> bool:
        """Whether a span is not over, while a part of it was told of: "the plan for the year"."""
        over = self.published is None or period.last_day <= self.published
        return not over and self.anchor is not None and n.contains(period.notation, self.anchor)

    def today(self) -> date | None:
        """The day parts without a year are counted from.

        In a text that tells no day of its own: the last day told so far, unless that is history.
        """
        if self.published or self.standing is None:
            return self.published or self.latest
        told = self.latest
        return told if told and self.standing.day.year - told.year <= 1 else self.standing.day

    def now(self) -> date | None:
        """The day that "this year" and "so far" are counted from; None if only a year is told."""
        if self.published or self.standing is None or self.standing.grain == "year":
            return self.published
        return self.standing.day

    def anchor_year(self) -> int | None:
        """The year told last, else that of publication; None if neither is known."""
        if self.past and self.told is not None:
            return self.told.last_day.year
        if self.anchor is not None:
            return n.parse_notation(self.anchor).first_day.year
        return self.published.year if self.published else None

    def tell(self, period: Period, expression: Expression, origin: bool) -> None:
        """Take in a period that is told for its own sake, not for comparison.

        `origin`: it is only that of something of which other times are told.
        """
        self.told = period
        if "named" in expression.parts and period.notation[:7] == period.last_day.isoformat()[:7]:
            self.month = period
        if period.first_day == period.last_day and not period.notation.startswith("@"):
            self.day = period.last_day
        if expression.rule in _ASIDE:
            return
        if ahead(period, self.published or (self.standing.day if self.standing else None)):
            return
        if period.first_day == period.last_day and not _closing(period):
            return
        reached = min(period.last_day, self.published or period.last_day)
        self.latest = max(self.latest or reached, reached)
        if part := _PART.fullmatch(period.notation):
            self.parts[part[1]] = period.last_day
        if expression.rule == "year" and "@" not in period.notation and not origin:
            self.year = ToldYear(period.first_day.year, expression.start, expression.end)
        if self.latest - period.last_day <= _BACK and not self._goes_on(period):
            self.anchor = period.notation


def ahead(period: Period, published: date | None) -> bool:
    """It begins after the month of publication."""
    if published is None:
        return False
    return period.first_day > n.month_end(published.year, published.month)


def _closing(period: Period) -> bool:
    """A moment, or the last day of a month: figures are counted there, meetings held elsewhere."""
    day = period.last_day
    return period.notation.startswith("@") or day == n.month_end(day.year, day.month)
