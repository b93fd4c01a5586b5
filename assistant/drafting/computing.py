"""What is computed from figures of the table, and why it is not where it would make no sense.

Everything is computed here in code, in exact decimals, and every operand is a cited row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.drafting.composing import plain_fact
from assistant.drafting.days import (
    across_merger,
    equally_long,
    may_reach,
    mixed_periods,
)
from assistant.drafting.shares import portion, ratio
from assistant.drafting.workings import Refusal, plain_number
from assistant.evidence.rows.adding import COUNTED_ONCE, counted_together, is_nested
from assistant.evidence.rows.debtors import is_debt
from assistant.evidence.rows.order import last_day
from assistant.query import Operation, Query
from assistant.sentences import Computed, Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import figure_words, period_words
from indexing.agreement import same_days
from indexing.catalogue import OTHER, catalogue
from indexing.records import ADDITIVE, CURRENCIES, MetricFact, Unit

_MOST_TIMES = 2
"""How many times a stock may exceed its target."""
_DIFFERENCE_UNIT: dict[Unit, Unit] = {"percent": "percentage_points"}


def computed(query: Query, rows: Sequence[MetricFact]) -> Computed | Refusal | None:
    """What `query` asks to be computed from `rows`, or why it is not; None if nothing is."""
    if query.manner.portion is not None:
        return portion(query.manner.portion, rows)
    way = _WAYS.get(query.operation)
    return None if way is None or len(rows) < 2 else way(query, rows)


def dates_apart(rows: Sequence[MetricFact], phrases: Phrases) -> str:
    """What a verdict on figures of different dates ends with, so that none is read without it."""
    return phrases.say("answers", "of_other_dates") if mixed_periods(rows) else ""


def difference(query: Query, rows: Sequence[MetricFact]) -> Computed | Refusal | None:
    """The difference of two figures of one metric; nothing for more.

    Later minus earlier for two periods of one place, what was reached minus its target, larger
    minus smaller for two places.
    """
    if len(rows) != 2:
        return None
    first, second = _in_order(rows)
    if is_debt(first) and is_debt(second) and first.group != second.group:
        return _greater(first, second)
    one_place = first.place == second.place
    against_target = {first.aspect, second.aspect} == {"level", "target"} and one_place
    if first.metric != second.metric:
        return _between_metrics(first, second)
    if (first.unit, first.group) != (second.unit, second.group):
        return None
    if first.aspect != second.aspect and not against_target:
        return None
    over_time = one_place and not against_target
    if over_time and same_days(first.period, second.period):
        return None
    if not against_target and not equally_long(first, second):
        return "dates"
    if against_target and not may_reach(first, second):
        return "dates"
    if against_target and _wins_over(first, second):
        return "unlike"
    if first.bound != "exact" or second.bound != "exact":
        return "rough"
    if over_time and not is_debt(first) and across_merger(first.place, first.period, second.period):
        return "merger"
    value = second.value - first.value
    return Computed(
        metric=first.metric,
        aspect="change",
        place=second.place if one_place else None,
        value=value if one_place else abs(value),
        unit=_DIFFERENCE_UNIT.get(first.unit, first.unit),
        period=second.period,
        vs=first.period if over_time else None,
        operands=(first, second),
        note=f"{plain_number(second.value)} - {plain_number(first.value)}",
    )


def _wins_over(one: MetricFact, other: MetricFact) -> bool:
    """Whether of a level and its target the target is how many were to join: far less than those
    who are members, it is no aim for all of them."""
    level, target = (one, other) if one.aspect == "level" else (other, one)
    is_stock = catalogue().metric(level.metric).kind == "stock"
    return is_stock and level.unit in ADDITIVE and _MOST_TIMES * target.value < level.value


def _between_metrics(first: MetricFact, second: MetricFact) -> Computed | Refusal | None:
    """By how much one number is greater than another of the same measure, place and days."""
    measures = {catalogue().metric(row.metric).measure for row in (first, second)}
    if len(measures) > 1 or first.place != second.place or first.unit not in ADDITIVE:
        return None
    if (first.aspect, second.aspect) != ("level", "level") or first.group or second.group:
        return None
    return _greater(first, second)


def _greater(first: MetricFact, second: MetricFact) -> Computed | Refusal:
    """By how much the one is more than the other: of two debtors, or of two schemes' members."""
    if not same_days(first.period, second.period):
        return "dates"
    if first.bound != "exact" or second.bound != "exact":
        return "rough"
    more, less = sorted((first, second), key=lambda row: row.value, reverse=True)
    return Computed(
        metric=OTHER,
        aspect="change",
        place=first.place if first.place == second.place else None,
        value=more.value - less.value,
        unit=first.unit,
        period=first.period,
        vs=None,
        operands=(more, less),
        note=f"{plain_number(more.value)} - {plain_number(less.value)}",
    )


def total(query: Query, rows: Sequence[MetricFact]) -> Computed | Refusal:
    """The sum of amounts of several places, or of the parts that make up a whole."""
    if refused := _not_added(query, rows):
        return refused
    note = " + ".join(plain_number(row.value) for row in rows)
    return _of_all(query, rows, sum((row.value for row in rows), Decimal(0)), note)


def average(query: Query, rows: Sequence[MetricFact]) -> Computed | Refusal:
    """The mean of amounts of several places, rounded to whole units and then told as "about"."""
    if refused := _not_added(query, rows):
        return refused
    added = sum((row.value for row in rows), Decimal(0))
    mean = (added / len(rows)).quantize(Decimal(1), ROUND_HALF_UP)
    note = f"({' + '.join(plain_number(row.value) for row in rows)}) / {len(rows)}"
    return _of_all(query, rows, mean, note, is_exact=mean * len(rows) == added)


_Way = Callable[[Query, Sequence[MetricFact]], Computed | Refusal | None]
_WAYS: Mapping[Operation, _Way] = {
    "compare": difference,
    "total": total,
    "average": average,
    "ratio": ratio,
}


def computed_sentence(way: str, told: Computed, phrases: Phrases) -> Sentence:
    """A computed figure in words, marked as computed; `way`: an operation, or another key of the
    phrase that tells what came of it."""
    figure = figure_words(told.value, told.unit, told.bound, phrases)
    key = f"computed_{way}"
    if way == "compare" and told.vs is not None:
        key = "computed_fall" if told.value < 0 else "computed_rise"
    text = phrases.say("answers", key, figure=figure, period=period_words(told.period, phrases))
    if told.vs is None:  # a rise or a fall lies between two dates, and each is told with its own
        text += dates_apart(told.operands, phrases)
    return plain_fact(text, told, figure)


def _in_order(rows: Sequence[MetricFact]) -> Sequence[MetricFact]:
    """The figure that is compared with first: the target, or the earlier one."""
    first, second = rows
    if first.aspect != second.aspect:
        return (second, first) if second.aspect == "target" else rows
    if first.place == second.place and first.period and second.period:
        return sorted(rows, key=last_day)
    return rows


def _not_added(query: Query, rows: Sequence[MetricFact]) -> Refusal | None:
    """Why rows cannot be added up, as far as they cannot."""
    first, places = rows[0], {row.place for row in rows}
    debtors = {row.group for row in rows if is_debt(row)}
    if any(row.unit not in ADDITIVE for row in rows):
        return "shares"
    apart = len(debtors) == len(rows)  # what each of several firms owes
    if any((row.unit, row.aspect) != (first.unit, first.aspect) for row in rows) or (
        not apart and any(row.group != first.group for row in rows)
    ):
        return "unlike"
    if mixed_periods(rows):
        return "dates"
    if any(row.bound != "exact" for row in rows):
        return "rough"
    if apart:
        return None
    if len(places) == 1:
        apart = len({row.metric for row in rows}) == len(rows)
        sums_up = (query.joint and first.unit in CURRENCIES) or _joint(query, rows) in COUNTED_ONCE
        return None if apart and sums_up else "overlap"
    if len({row.metric for row in rows}) > 1:
        return "unlike"
    return "nested" if len(places) < len(rows) or is_nested(places) else None


def _joint(query: Query, rows: Sequence[MetricFact]) -> str | None:
    """The metric that counts all rows of one place together."""
    return query.joint or counted_together(row.metric for row in rows)


def _of_all(
    query: Query, rows: Sequence[MetricFact], value: Decimal, note: str, is_exact: bool = True
) -> Computed:
    first, joint = rows[0], _joint(query, rows)
    one_place = len({row.place for row in rows}) == 1
    return Computed(
        metric=joint if one_place and joint else first.metric,
        aspect=first.aspect,
        place=first.place if one_place else None,
        value=value,
        unit=first.unit,
        period=first.period,
        vs=None,
        operands=tuple(rows),
        note=note,
        bound="exact" if is_exact else "about",
    )
