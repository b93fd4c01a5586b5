"""The day that a text without a date of publication stands on, by the dates that it tells.

What it tells as past or present counts; a goal, a plan, a law's date or a mere beginning does not.
The latest such year is that of the text; within it the latest day or month is as far as the text
has come.  A year that it only compares with ("the same period of 2022") lies just behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from indexing.reading.lexicon import listed, pattern, table
from indexing.reading.period import notation as n
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.expression.surroundings import any_word

Grain = Literal["day", "month", "year"]

_REACH = 80
_YEARS = re.compile(r"\d{4}/\d{4}")
_FOR = re.compile(
    r"\b(?:for|cho)\s+(?:the\s+)?(?:(?:[a-z]+\s+)?(?:years|period|term|phase|stage)\s+)?$"
)
"""Before years that something is meant for, which may lie ahead: "for the years 2023 to 2025"."""
_OPEN_YEARS = ("years", "years_vi")
"""Rules of terms such as 2021-2025, which may lie ahead as well as behind."""


@dataclass(frozen=True, slots=True)
class ReachedTime:
    """How far a text has come in time."""

    day: date
    """Its last day: of the year, month or day that it tells last."""
    grain: Grain
    notation: str
    """What it tells last, as told: "@2025-09", "2023"."""

    @property
    def said(self) -> date | None:
        """The day on which the text speaks, where it tells one."""
        return self.day if self.grain == "day" else None


@dataclass(frozen=True, slots=True)
class ToldTime:
    """An expression with the notation that it resolved to."""

    expression: Expression
    frame: Frame
    notation: str

    @property
    def last(self) -> date:
        """Its last day."""
        return n.parse_notation(self.notation).last_day

    @property
    def grain(self) -> Grain:
        """What it tells: a day, a whole year, or anything between."""
        days = n.parse_notation(self.notation)
        if self.notation.count("-") == 2 and days.first_day == days.last_day:
            return "day"
        return "year" if "-" not in self.notation else "month"


def stands_in(told: Sequence[ToldTime], seen: str) -> int | None:
    """The year that a text stands in, by those of its dates that tell their year; None if none."""
    aims = [item.last.year for item in told if item.frame.aimed and item.frame.due]
    past = [
        item
        for item in told
        if _is_past(item, seen)
        # behind an aim only further ones are told by their year alone
        and not (item.grain == "year" and aims and item.last.year > min(aims))
    ]
    if past:
        fine = max((item.last.year for item in past if item.grain != "year"), default=0)
        days = {item.last.year for item in past if _a_meeting(item)}
        years = {item.last.year for item in past}
        latest = max(years)
        # after the day that a text speaks on, a bare year is one to come
        return fine if latest == fine + 1 and fine in days else latest
    compared = [item.last.year for item in told if _just_behind(item)]
    if compared:
        return max(compared) + 1
    return max((item.last.year for item in told if _share_of_plan(item, seen)), default=None)


def stands_on(year: int, told: Sequence[ToldTime], seen: str) -> ReachedTime:
    """How far a text of `year` has come by the dates of `told`: the latest of that year."""
    past = [
        item
        for item in told
        if item.last.year == year and item.grain != "year" and _is_past(item, seen)
    ]
    if not past:
        return whole_year(year)
    last = max(past, key=lambda item: (item.last, _a_meeting(item)))
    return ReachedTime(last.last, "day" if _a_meeting(last) else "month", last.notation)


def whole_year(year: int) -> ReachedTime:
    """A text of which no more than its year is known."""
    return ReachedTime(date(year, 12, 31), "year", f"{year:04}")


def _a_meeting(item: ToldTime) -> bool:
    """A day on which something was said or done: figures are counted at the end of a month."""
    return (
        item.grain == "day"
        and not item.notation.startswith("@")
        and item.last != n.month_end(item.last.year, item.last.month)
    )


def _is_past(item: ToldTime, seen: str) -> bool:
    e, frame = item.expression, item.frame
    before, behind = seen[max(0, frame.start - _REACH) : frame.start], seen[e.end : e.end + _REACH]
    if _a_meeting(item) and _said().search(before):
        return True
    began = frame.preposition == "start" and frame.edge != "start"  # "since the start of 2024"
    if frame.aimed or began or frame.preposition == "comparison" or e.rule in _OPEN_YEARS:
        return False
    if _YEARS.fullmatch(item.notation) and _FOR.search(before):
        return False
    paper = _paper_of() if item.grain == "day" else _paper_in()
    if frame.against or any(rule.search(before) for rule in (paper, _ahead())):
        return False
    return item.grain != "year" or _owned().match(behind) is None


def _share_of_plan(item: ToldTime, seen: str) -> bool:
    """ "93.1 per cent of the 2019 plan": how far the text has come with the plan of its year."""
    e, frame = item.expression, item.frame
    before, behind = seen[max(0, frame.start - _REACH) : frame.start], seen[e.end : e.end + _REACH]
    whole = item.grain == "year" and _share_of().search(before) is not None
    return whole and _owned().match(behind) is not None


def _just_behind(item: ToldTime) -> bool:
    """ "The same period of 2022", "compared with the end of 2024"."""
    e, frame = item.expression, item.frame
    if "year" not in e.parts:
        return False
    if e.rule in ("same", "same_vi"):
        return True
    return frame.edge == "end" and (frame.preposition == "comparison" or frame.against)


@cache
def _share_of() -> re.Pattern[str]:
    return re.compile(r"(?:%|per\s?cent)\s+of\s+(?:the|its|their)\s+$")


@cache
def _said() -> re.Pattern[str]:
    words = pattern(word for words in table("cues")["event"].values() for word in words)
    return re.compile(rf"{words}(?:\s+\w+){{0,3}}\s*$")


@cache
def _papers() -> str:
    return pattern(word for words in table("cues")["document"].values() for word in words)


@cache
def _plans() -> str:
    return pattern(word for words in table("cues")["plan"].values() for word in words)


@cache
def _paper_of() -> re.Pattern[str]:
    return re.compile(rf"{_papers()}[^,;:.]*(?<!\w)(?:of|dated|ngày)\s*$")


@cache
def _paper_in() -> re.Pattern[str]:
    """ "The Law on Social Insurance 2024": no preposition of time stands between."""
    times = any_word("in_year")
    return re.compile(rf"{_papers()}(?:\s+(?!{times})[^\s,;:.]+){{0,6}}\s*$")


@cache
def _ahead() -> re.Pattern[str]:
    words = listed("periods", "targets", "ahead")
    return re.compile(rf"{words}(?:\s+\w+){{0,2}}\s*$")


@cache
def _owned() -> re.Pattern[str]:
    """ "The 2017 target", "the 2024 Law on Social Insurance"."""
    return re.compile(rf"(?:'s)?(?:\s+\w+){{0,2}}?\s+(?:{_plans()}|{_papers()})")
