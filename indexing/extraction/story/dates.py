"""The times that a text has told of: one of them is that of a sentence which tells none."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from indexing.extraction.period.times import TimeUse
from indexing.extraction.period.timespans import unfinished
from indexing.reading.period.notation import (
    contains,
    is_day,
    is_school_year,
    month_end,
    parse_notation,
)

_YEARS = re.compile(r"\d{4}/\d{4}")
_MONTH = timedelta(days=31)
_WEEKS = timedelta(days=14)
_RECENT = timedelta(days=200)
"""How old the latest figures of an article may be that tells them as those of "now"."""


class ToldTimes(NamedTuple):
    """The times that a sentence may go on with."""

    period: str | None = None
    """Notation of the date that the paragraph speaks of."""
    main: str | None = None
    """Notation of the date that the article, or this section, speaks of as a whole: the latest told
    so far.  A paragraph without a date of its own falls back on it, not on an aside before it."""
    announced: bool = False
    """Whether a sentence without figures told that date, or a heading: it holds for all of them."""
    listed: str | None = None
    """The paragraph's date when it ended: that of the list that follows it."""
    days: str | None = None
    """Notation of the day or few days that the article told of last, such as those of a campaign:
    what was done is of them in an article that speaks of no longer time."""
    event: str | None = None
    """Notation of the day on which something was said: the last resort of a figure at a moment."""
    base: TimeUse | None = None
    """What changes are counted from."""
    present: bool = False
    """Whether the sentence tells how things stand, not what was done."""

    def back_to_now(self, published: date | None) -> ToldTimes:
        """The times where the text comes back to how things stand: to the date that it speaks of as
        a whole, or from history, "71 per cent in 2015", to none of the past."""
        main = self.main if is_recent(self.main, published) else None
        return self._replace(period=main, main=main, announced=self.announced and main is not None)

    def yields_to(self, told: str, published: date | None) -> bool:
        """Whether a moment shows how far the main span had come when the article came out."""
        if self.main is None or published is None or self.main.startswith("@"):
            return False
        main, day = parse_notation(self.main), parse_notation(told).last_day
        moment = told.startswith("@") or (is_day(told) and not _is_some_day(told))
        return moment and main.first_day <= day <= published <= main.last_day

    def dated(
        self,
        told: str,
        published: date | None,
        reached: date | None = None,
        announces: bool = False,
    ) -> ToldTimes:
        """The times after a date that figures were told of, or that was told for those to come.

        A year that is not over is no frame, as figures are told of a part of it; nor is "so far",
        where the article has told its own closing day.  `reached`: how far an article without a
        date of publication has come.
        """
        if self.main is not None and (
            _goes_on(self.main, told, reached)
            if published is None
            else self.yields_to(told, published)
        ):
            return self._replace(period=told, main=told, announced=announces)
        ahead = published is not None and parse_notation(told).first_day > published
        if ahead and not told.startswith("@"):
            return self  # what is to come has told nothing of it yet
        today = published or reached
        if today is not None and self._had_come_to(told, today):
            return self
        later = self.main is None or _reaches_further(told, self.main)
        later = later or (announces and self.main == f"@{published}")  # "so far"
        frames = later and not self._passes_by(told, published, reached)
        if self.announced and not announces and _is_some_day(told):
            frames = False  # one thing was counted later than the rest
        days = told if is_days(told) else self.days
        if not frames:
            return self._replace(period=told, days=days)
        return self._replace(period=told, main=told, announced=announces, days=days)

    def _passes_by(self, told: str, published: date | None, reached: date | None) -> bool:
        """Whether a date is only that of what is told of it: it goes on, lies ahead, is the days of
        an event, a school year or a term of years."""
        span = parse_notation(told)
        if _YEARS.fullmatch(told):
            return True
        alone = published is None and self.main is None  # a text that tells no other time
        if is_school_year(told) and not alone:
            return True
        if is_days(told) or (reached and reached < span.first_day):
            return True
        so_far = self.main is not None and span.last_day == published
        today = published or (parse_notation(self.main).last_day if self.main else None)
        goes_on = unfinished(told, today) and not _is_month(told)
        begun = published is not None or (today is not None and _holds(told, today))
        return so_far or (goes_on and begun)

    def _had_come_to(self, told: str, today: date) -> bool:
        """Whether the article has said how far it had come in a year that is named once more: "of
        what we were given for 2021"."""
        main = self.main
        under_way = main is not None and main.startswith("@") and contains(told, main)
        return under_way and parse_notation(told).last_day > today and "-" not in told


def _is_month(notation: str) -> bool:
    """Whether it is one month: what is told of it while it runs is told as it is."""
    days = parse_notation(notation)
    return not days.moment and days.last_day - days.first_day <= _MONTH


def is_recent(main: str | None, published: date | None) -> bool:
    """Whether what an article speaks of as a whole, if anything, is not long past."""
    if main is None or published is None:
        return True
    return parse_notation(main).last_day >= published - _RECENT


def is_history(main: str | None, published: date | None) -> bool:
    """Whether what an article speaks of lies before the year that was the last to end as it came
    out, of which reports go on to tell in the present tense."""
    if main is None or published is None:
        return False
    return parse_notation(main).last_day.year < published.year - 1


def is_days(notation: str) -> bool:
    """Whether it is a day or a few, on which things happen: "last week".

    The last day of a month is not: that is where figures are counted.
    """
    days = parse_notation(notation)
    if is_day(notation):
        return _is_some_day(notation)
    return not days.moment and days.last_day - days.first_day < _WEEKS


def _is_some_day(notation: str) -> bool:
    """Whether it is a day, or a moment told by one, other than the last of a month."""
    last = parse_notation(notation).last_day
    return is_day(notation.removeprefix("@")) and last != month_end(last.year, last.month)


def _goes_on(main: str, told: str, reached: date | None) -> bool:
    """Whether what is told up to a day of the year `main` shows that this year is under way."""
    year, part = parse_notation(main.removeprefix("@")), parse_notation(told)
    from_january = part.first_day == year.first_day and part.last_day.month > 1
    counted_up = year.first_day <= part.last_day if part.moment else from_january
    today = max(reached or part.last_day, part.last_day)
    return "-" not in main and counted_up and unfinished(main, today)


def _reaches_further(one: str, other: str) -> bool:
    """Whether a span ends later than another, or begins earlier and ends with it."""
    a, b = parse_notation(one), parse_notation(other)
    longer = not a.moment and not b.moment and a.first_day < b.first_day
    return a.last_day > b.last_day or (a.last_day == b.last_day and longer)


def _holds(notation: str, day: date) -> bool:
    """Whether a period, or the one that a moment ends, has begun on a day."""
    return parse_notation(notation.removeprefix("@")).first_day <= day


def ends_later(one: str, other: str) -> bool:
    """Whether a period ends after another."""
    return parse_notation(one).last_day > parse_notation(other).last_day
