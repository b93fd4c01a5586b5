"""By how much a figure rose or fell a year, between the two times at which it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.drafting.computing import computed_sentence, difference
from assistant.query import Query
from assistant.sentences import Computed, Sentence
from assistant.understanding.slots.yearly import asks_yearly_mean
from assistant.wording.phrases import Phrases
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact

_PLACES = Decimal("0.01")


def yearly(query: Query, rows: Sequence[MetricFact], phrases: Phrases) -> tuple[Sentence, ...]:
    """The sentence that tells it, where it is asked for and two levels tell it."""
    if not asks_yearly_mean(query.plain):
        return ()
    told = difference(query, rows)
    if not isinstance(told, Computed) or told.vs is None or told.period is None:
        return ()
    years = _years(told.vs, told.period)
    if years is None:
        return ()
    value = (told.value / years).quantize(_PLACES, ROUND_HALF_UP).normalize()
    is_whole = value * years == told.value
    each = replace(
        told,
        value=abs(value),
        bound="exact" if is_whole else "about",
        note=f"({told.note}) / {years}",
    )
    return (computed_sentence("yearly_fall" if value < 0 else "yearly_rise", each, phrases),)


def _years(first: str, last: str) -> int | None:
    """How many years lie between the same day of two years; None where it is another day, or one
    year only."""
    before, after = parse_notation(first).last_day, parse_notation(last).last_day
    years = after.year - before.year
    same_day = (before.month, before.day) == (after.month, after.day)
    return years if same_day and years > 1 else None
