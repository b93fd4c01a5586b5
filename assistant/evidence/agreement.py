"""Whether a row meets what was asked: places and periods, each by its own rule."""

from __future__ import annotations

from datetime import date, timedelta

from indexing.agreement import names_of
from indexing.reading.period.notation import asked_span, contains, meets, parse_notation
from indexing.records import Period

CURRENT = timedelta(days=31)
"""A report's figure of a moment no further from its own day is what held when it was written."""
ABOUT = timedelta(days=7)
"""Days before a report's own that it tells of as well."""


def matches_place(asked: str | None, held: str | None) -> bool:
    """Whether a row's place is the asked one.

    A district may be asked without its province; a province that was only renamed is itself.
    """
    if asked is None or held is None:
        return asked is None
    return held in names_of(asked) or held.startswith(asked + ",")


def period_fit(asked: Period, held: str | None) -> int:
    """How well a held period meets an asked one: 3 the same days or their last, 2 it meets
    them as `meets` tells, 1 it covers a part of the asked days only, 0 it does not."""
    if held is None:
        return 0
    span = parse_notation(held)
    if span.last_day == asked.last_day and (span.moment or span.first_day == asked.first_day):
        return 3
    if meets(asked, held):
        return 2
    return 1 if contains(asked_span(asked.notation), held) else 0


def is_of_those_days(asked: Period, held: str | None, said: date | None) -> bool:
    """Whether a report of the day `said` told a figure of the moment `held` as what was so then.

    Reports seldom say on which day their current figures were counted, so that these are held for
    the end of the month before, or of the month or year that was about to end.  Asked for a day
    close to such a report's own, its figure is what there is to be told.
    """
    if held is None or said is None:
        return False
    day, span = parse_notation(held), parse_notation(asked_span(asked.notation))
    if not day.moment or span.first_day != span.last_day or abs(day.last_day - said) > CURRENT:
        return False
    if said < day.last_day:
        return day.last_day.replace(day=1) <= span.last_day <= day.last_day
    return said - ABOUT <= span.last_day <= said and day.last_day <= span.last_day
