"""Figures that no report prints but its rows make: totals, differences, shares, growth.

They are computed anew from rows of the table.  Which rows is told by the text: the other figures of
its sentence, the places or metrics that the sentence names, or the two periods of a change.  Only
rows that are cited truly and tell an exact value are counted with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from assistant.evidence.rows.adding import COUNTED_ONCE, is_nested
from assistant.evidence.rows.agreement import matches_place
from assistant.evidence.rows.order import recency
from assistant.evidence.rows.values import WHOLE_PLAN
from assistant.evidence.sources import Sources
from assistant.grounding.gate import is_cited_truly
from assistant.grounding.telling.relations import Relation, relates, word_before
from indexing.agreement import same_days
from indexing.catalogue import OTHER, catalogue
from indexing.reading.period.notation import as_moment, parse_notation
from indexing.records import ADDITIVE, CHANGES, CURRENCIES, Aspect, MetricFact, Unit

Operands = tuple[MetricFact, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure as the table makes it, in the words of the key that the text gave it."""

    fact: MetricFact
    operands: Operands


def derive(
    said: MetricFact, relation: Relation | None, others: Sequence[MetricFact], sources: Sources
) -> Iterator[Derived]:
    """What the table makes of a figure's key, the likeliest operands first.

    `others` are the rows that verify the other figures of the sentence.
    """
    if relation is not None:
        yield from _beyond_plan(said, relation, sources)
        for operands in _related(said, relation, others, sources):
            value = _combined(relation, operands)
            if value is not None:
                unit = _unit(relation, operands[0].unit)
                yield Derived(replace(said, value=value, unit=unit, bound="exact"), operands)
    elif said.aspect in CHANGES and said.vs is not None:
        keys = [(said.metric, said.place, period) for period in (said.period, said.vs)]
        if operands := _held(keys, said, sources):
            yield from _grown(said, operands)
    if said.aspect == "level" and said.metric in COUNTED_ONCE:
        keys = [(part, said.place, said.period) for part in COUNTED_ONCE[said.metric]]
        if operands := _held(keys, said, sources):
            value = sum((row.value for row in operands), Decimal(0))
            yield Derived(replace(said, value=value, bound="exact"), operands)


def _beyond_plan(said: MetricFact, relation: Relation, sources: Sources) -> Iterator[Derived]:
    """By how much a plan was exceeded or missed, from the share of it that was reached."""
    if relation.kind not in ("above", "below") or len(relation.metrics) != 1:
        return
    share = _row((relation.metrics[0], said.place, said.period), "target_pct", said, sources)
    more = share.value - WHOLE_PLAN if share is not None else Decimal(0)
    if share is not None and (more > 0 if relation.kind == "above" else more < 0):
        # "Vượt 2,1%" is no "over 2.1", but 2.1 above the plan.
        is_it = abs(more) == said.value and relates(word_before(said))
        bound = said.bound if is_it else "exact"
        yield Derived(replace(said, value=abs(more), bound=bound), (share,))


def _grown(said: MetricFact, operands: Operands) -> Iterator[Derived]:
    new, old = operands
    if new.unit != old.unit:
        return
    difference = new.value - old.value
    if said.aspect == "change":
        unit: Unit = "percentage_points" if new.unit == "percent" else new.unit
        yield Derived(replace(said, value=difference, unit=unit, bound="exact"), operands)
    elif old.value:
        value = difference * 100 / old.value
        yield Derived(replace(said, value=value, unit="percent", bound="exact"), operands)


def _related(
    said: MetricFact, relation: Relation, others: Sequence[MetricFact], sources: Sources
) -> Iterator[Operands]:
    """The rows that a sentence may count with, all or none of those that it names."""
    if len(others) > 1:
        yield tuple(others)
    metrics = relation.metrics or ((said.metric,) if said.metric != OTHER else ())
    places = relation.places or ((said.place,) if said.place else ())
    if relation.kind in ("above", "below"):
        for metric, place in product(metrics[:1], places[:1]):
            yield _with_target(metric, place, said, sources)
    elif len(metrics) > 1 or len(places) > 1:
        keys = [(metric, place, said.period) for metric in metrics for place in places]
        if 1 in (len(metrics), len(places)):
            yield _held(keys, said, sources)
            if len(keys) == 2 and said.vs is not None:  # each place at a date of its own
                yield _held([keys[0], (*keys[1][:2], said.vs)], said, sources)


_Key = tuple[str, str | None, str | None]


def _held(keys: Sequence[_Key], said: MetricFact, sources: Sources) -> Operands:
    """The latest exact level of each key; none where the table lacks one."""
    rows = [_row(key, "level", said, sources) for key in keys]
    return tuple(row for row in rows if row is not None) if None not in rows else ()


def _with_target(metric: str, place: str, said: MetricFact, sources: Sources) -> Operands:
    """A level and the target of its year."""
    level = _row((metric, place, said.period), "level", said, sources)
    if level is None or level.period is None:
        return ()
    year = f"@{parse_notation(level.period).last_day.year}"
    target = _row((metric, place, level.period), "target", said, sources) or _row(
        (metric, place, year), "target", said, sources
    )
    return () if target is None else (level, target)


def _row(key: _Key, aspect: Aspect, said: MetricFact, sources: Sources) -> MetricFact | None:
    """The latest exact figure of a key, of the part that `said` speaks of."""
    metric, place, period = key
    if metric == OTHER or place is None or period is None:
        return None
    asked = as_moment(period) if catalogue().metric(metric).kind == "stock" else period
    held = [
        row
        for row in sources.rows(metric, place)
        if row.aspect == aspect
        and row.bound == "exact"
        and row.group == said.group
        and row.unit != "USD"
        and matches_place(place, row.place)
        and same_days(asked, row.period)
        and is_cited_truly(row, sources.article)
    ]
    return max(held, key=lambda row: recency(row, sources.published), default=None)


def _unit(relation: Relation, unit: Unit) -> Unit:
    if relation.kind == "times":
        return "other"
    if relation.kind == "share":
        return "percent"
    return "percentage_points" if unit == "percent" else unit


def _combined(relation: Relation, operands: Operands) -> Decimal | None:
    """What the operands make; None where they cannot be put together so."""
    values = [row.value for row in operands]
    if len(values) < 2 or len({row.unit for row in operands}) > 1:
        return None
    additive = operands[0].unit in ADDITIVE
    if relation.kind == "total":
        return sum(values, Decimal(0)) if additive and _are_apart(operands) else None
    if len(values) != 2:
        return None
    one, other = values
    if relation.kind == "share":
        return min(values) * 100 / max(values) if additive and max(values) else None
    if relation.kind == "times":
        return one / other if additive and other else None
    more = one - other if relation.kind in ("more", "above") else other - one
    return more if more > 0 else None


def _are_apart(rows: Operands) -> bool:
    """Whether nothing is counted twice in a total: no place within another, no person in two
    schemes."""
    places, metrics = {row.place for row in rows}, {row.metric for row in rows}
    if len(metrics) == 1:
        return len(places) == 1 or not is_nested(places)
    money = rows[0].unit in CURRENCIES
    return money or tuple(sorted(metrics)) in COUNTED_ONCE.values()
