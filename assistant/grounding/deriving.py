"""Figures that no report prints but its rows make: totals, differences, shares, growth.

They are computed anew from rows of the table.  Which rows is told by the text: the other figures of
its sentence, the places or metrics that the sentence names, or the two periods of a change.  Only
rows that are cited truly and tell an exact value are counted with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.evidence.agreement import matches_place
from assistant.evidence.selection import ADDITIVE, recency
from assistant.evidence.sources import Sources
from assistant.grounding.gate import is_cited_truly
from assistant.grounding.relations import Relation
from indexing.agreement import same_days
from indexing.catalogue import OTHER, catalogue
from indexing.reading.period.notation import as_moment
from indexing.records import MetricFact, Unit

Operands = tuple[MetricFact, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure as the table makes it, in the words of the key that the text gave it."""

    fact: MetricFact
    operands: Operands


def derive(
    said: MetricFact, relation: Relation | None, beside: Sequence[MetricFact], sources: Sources
) -> Iterator[Derived]:
    """What the table makes of a figure's key, the likeliest operands first.

    `beside` are the rows that verify the other figures of the sentence.
    """
    if relation is not None:
        for operands in _related(said, relation, beside, sources):
            value = _combined(relation, operands)
            if value is not None:
                unit = _unit(relation, operands[0].unit)
                yield Derived(replace(said, value=value, unit=unit, bound="exact"), operands)
    elif said.aspect in ("change", "change_pct") and said.vs is not None:
        operands = _held(
            ((said.metric, said.place, period) for period in (said.period, said.vs)), said, sources
        )
        if len(operands) == 2:
            yield from _grown(said, operands)


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
    said: MetricFact, relation: Relation, beside: Sequence[MetricFact], sources: Sources
) -> Iterator[Operands]:
    """The rows that a sentence may count with, all or none of those that it names."""
    if len(beside) > 1:
        yield tuple(beside)
    metrics = relation.metrics or ((said.metric,) if said.metric != OTHER else ())
    places = relation.places or ((said.place,) if said.place else ())
    keys = [(metric, place, said.period) for metric in metrics for place in places]
    if len(keys) > 1 and (len(metrics) == 1 or len(places) == 1):
        operands = _held(keys, said, sources)
        if len(operands) == len(keys):
            yield operands


def _held(
    keys: Iterable[tuple[str, str | None, str | None]], said: MetricFact, sources: Sources
) -> Operands:
    """The latest exact level of each key that the table holds."""
    rows = (_level(metric, place, period, said, sources) for metric, place, period in keys)
    return tuple(row for row in rows if row is not None)


def _level(
    metric: str, place: str | None, period: str | None, said: MetricFact, sources: Sources
) -> MetricFact | None:
    if metric == OTHER or place is None or period is None:
        return None
    asked = as_moment(period) if catalogue().metric(metric).kind == "stock" else period
    held = [
        row
        for row in sources.rows(metric, place)
        if row.aspect == "level"
        and row.bound == "exact"
        and row.group == said.group
        and row.unit != "USD"
        and matches_place(place, row.place)
        and same_days(asked, row.period)
        and is_cited_truly(row, sources.article)
    ]
    return max(held, key=lambda row: recency(row, sources.published), default=None)


def _unit(relation: Relation, unit: Unit) -> Unit:
    if relation.kind == "share":
        return "percent"
    return "percentage_points" if unit == "percent" else unit


def _combined(relation: Relation, operands: Operands) -> Decimal | None:
    """What the operands make; None where they cannot be put together so."""
    values = [row.value for row in operands]
    additive = operands[0].unit in ADDITIVE
    if len({row.unit for row in operands}) > 1:
        return None
    if relation.kind == "total":
        return sum(values, Decimal(0)) if additive else None
    if len(values) != 2:
        return None
    if relation.kind == "share":
        return min(values) * 100 / max(values) if additive and max(values) else None
    more = values[0] - values[1] if relation.kind == "more" else values[1] - values[0]
    return more if more > 0 else None
