"""Whether a row meets what was asked: places and periods, each by its own rule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indexing.agreement import names_of
from indexing.reading.period.notation import asked_span, contains, meets, overlaps, parse_notation
from indexing.reading.period.periods import resolve_periods
from indexing.records import MetricFact, Period


def matches_place(asked: str | None, held: str | None) -> bool:
    """Whether a row's place is the asked one.

    A district may be asked without its province; a province that was only renamed is itself.
    """
    if asked is None or held is None:
        return asked is None
    return held in names_of(asked) or held.startswith(asked + ",")


def is_within(held: str | None, asked: str) -> bool:
    """Whether a place is a district or commune within the asked one."""
    return any((held or "").endswith(f", {name}") for name in names_of(asked))


SAME_DAYS = 3


def period_fit(asked: Period, held: str | None) -> int:
    """How well a held period meets an asked one: `SAME_DAYS` it is of the same days or ends with
    them, 2 it meets them as `meets` tells, 1 it covers a part of the asked days only, 0 it does
    not."""
    if held is None:
        return 0
    span, around = parse_notation(held), asked_span(asked.notation)
    if not overlaps(around, held):  # as most often
        return 0
    if span.last_day == asked.last_day and (span.moment or span.first_day == asked.first_day):
        return SAME_DAYS
    if meets(asked, held):
        return 2
    return 1 if contains(around, held) else 0


def best_fit(asked: Sequence[Period], held: str | None) -> int:
    """How well a held period meets the one of the asked that it meets best; 1 where none is."""
    return max((period_fit(one, held) for one in asked), default=1)


def is_of_times(asked: Sequence[Period], row: MetricFact, published: date | None) -> bool:
    """Whether a row is of one of the times, if any are asked for.

    One without a time of its own is where its sentence names the asked one: "10 firms have been in
    debt since 2012".
    """
    if not asked or any(period_fit(one, row.period) for one in asked):
        return True
    if row.period is not None:
        return False
    told = {one.notation for one in resolve_periods(row.quote, published)}
    named = (mention for one in asked for mention in resolve_periods(one.text, published))
    return any(mention.notation in told for mention in named)
