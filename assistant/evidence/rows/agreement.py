"""Whether a row meets what was asked: places and periods, each by its own rule."""

from __future__ import annotations

from indexing.agreement import names_of
from indexing.reading.period.notation import asked_span, contains, meets, overlaps, parse_notation
from indexing.records import Period


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
    span, around = parse_notation(held), asked_span(asked.notation)
    if not overlaps(around, held):  # as most often
        return 0
    if span.last_day == asked.last_day and (span.moment or span.first_day == asked.first_day):
        return 3
    if meets(asked, held):
        return 2
    return 1 if contains(around, held) else 0
