"""The figure that a question asks for by its own words, before what narrows it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.query import Kind, Operation
from assistant.understanding.clearing import Cleared
from assistant.understanding.slots.aspects import (
    asked_aspects,
    spans_time,
)
from assistant.understanding.slots.distances import asked_distance
from assistant.understanding.slots.growth import Growth, growth_against_growth
from assistant.understanding.slots.institutions import institutions
from assistant.understanding.slots.kinds import asked_kind
from assistant.understanding.slots.metrics.asked import asked_metrics
from assistant.understanding.slots.metrics.meant import Metrics
from assistant.understanding.slots.metrics.pairs import compared_metrics, more_of_either
from assistant.understanding.slots.metrics.shares import (
    part_of_total,
    share_of_named,
    shared_out,
)
from assistant.understanding.slots.narrowing.denials import denials
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.slots.operations import (
    asks_how_near,
    asks_what_lies_between,
    compares_levels,
    compares_ranks,
    is_of_every_place,
)
from assistant.understanding.slots.periods import AskedPeriods, asked_periods, is_more_than_then
from assistant.understanding.slots.places import AskedPlaces
from assistant.understanding.slots.standings import side_of_than
from assistant.understanding.words.cues import Cues
from indexing.catalogue import catalogue
from indexing.records import CHANGES, Aspect, Quantity, Span

_AIMS = frozenset({"target", "target_pct", "wanted"})


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """The figure that a question asks for, before all that narrows it."""

    metrics: Metrics
    aspects: tuple[Aspect, ...]
    operation: Operation
    periods: AskedPeriods
    everywhere: bool
    """Whether it is made of the figures of every place."""
    kind: Kind | None
    """What is to be put in order by it."""
    institutions: Sequence[Span]
    """Where a hospital is named whose it is."""
    growth: Growth | None
    denied: Sequence[Span]
    """Where something is denied of what is counted."""
    towards: Quantity | None
    """The level to which the way is asked."""


def asked_figure(
    cleared: Cleared, places: AskedPlaces, operation: Operation, today: date, cues: Cues
) -> AskedFigure:
    """What is asked for; two times held against each other are compared as two places are."""
    plain = cleared.plain
    kind = asked_kind(plain, cues) if operation in ("rank", "list") else None
    # The hospitals that are put in order are not counted; firms that are "behind" owe.
    of_kind = (kind.span,) if kind and not cues.hits("debtors", kind.word) else ()
    of_rank = cues.spans("rank_held", plain) if cues.hits("rank_of", plain) else ()
    counted = blanked(plain, (*of_kind, *of_rank), " ")
    towards = asked_distance(plain, operation, cues)
    metrics, operation, aspects = _compared(plain, counted, places, operation, cues)
    if towards:
        metrics, operation, aspects = asked_metrics(counted, ("level",), cues), "value", ("level",)
    growth = growth_against_growth(plain, cues) if set(aspects) <= set(CHANGES) else None
    if growth and growth.metrics:  # which have an order by their shares only
        metrics, operation, aspects = Metrics(growth.metrics), "value", CHANGES[::-1]
    if aspects == ("level",) and not cleared.held and is_more_than_then(plain, today, cues):
        aspects = CHANGES
    is_of_one = len(places.names) < 2
    everywhere = operation in ("total", "average") and is_of_every_place(plain, cues)
    periods = asked_periods(plain, spans_time(aspects, operation, is_of_one), aspects, today, cues)
    if aspects == ("level",) and operation == "value" and len(periods.asked) == 2 and is_of_one:
        operation = "compare" if side_of_than(plain, cues) else operation
    denied = denials(plain, cues) if _may_be_denied(metrics, aspects, operation) else ()
    of_one = institutions(plain, cues)
    return AskedFigure(
        metrics, aspects, operation, periods, everywhere, kind, of_one, growth, denied, towards
    )


def _compared(
    plain: str, counted: str, places: AskedPlaces, operation: Operation, cues: Cues
) -> tuple[Metrics, Operation, tuple[Aspect, ...]]:
    """The metrics, what is done with them and their aspects: a difference is one of levels where
    two metrics, places or times are held against each other.

    `counted`: the question without the kind of thing that its metrics are not of.
    """
    aspects = asked_aspects(plain, cues)
    metrics = asked_metrics(counted, aspects, cues)
    is_figure = aspects == ("level",) and operation in ("value", "total")
    if is_figure and places.part_and_whole and (shared := shared_out(plain, places.spans, cues)):
        return shared, "ratio", aspects
    if aspects == ("gap",) and _is_owed(metrics) and not _AIMS & set(cues.hits("aspect", plain)):
        aspects = ("level",)  # "how much is yet to be paid?"
        metrics = asked_metrics(counted, aspects, cues)
    pair = part_of_total(plain, metrics, cues) or share_of_named(plain, cues)
    if is_figure and pair:
        return pair, "ratio", aspects
    if operation == "rank" and compares_ranks(plain, cues):
        return metrics, operation, ("level",)
    two_levels = compares_levels(plain, places.spans, cues) or more_of_either(plain, metrics, cues)
    if aspects == ("gap",) and two_levels and asks_how_near(plain):
        return asked_metrics(counted, ("level",), cues), "compare", ("level",)
    if not set(aspects) <= set(CHANGES):
        either = operation == "value" and aspects == ("level",) and two_levels
        # "As it exceeded Hue's, what was it?" asks for the one alone.
        either = either and bool(cues.hits("degree", plain) or asks_what_lies_between(plain))
        return metrics, "compare" if either else operation, aspects
    if pair := compared_metrics(plain, metrics, cues):
        return pair, "compare", ("level",)
    if two_levels:
        return metrics, "compare", ("level",)
    return metrics, operation, aspects


def operation_on(
    operation: Operation, aspects: tuple[Aspect, ...], places: Sequence[str]
) -> Operation:
    """A change "compared with the year before" in one place is one value, not a comparison."""
    is_change = set(aspects) <= set(CHANGES)
    return "value" if operation == "compare" and is_change and len(places) < 2 else operation


def _may_be_denied(metrics: Metrics, aspects: tuple[Aspect, ...], operation: Operation) -> bool:
    """Whether to deny something of the figure asks for another one; what is not paid is owed, and
    the places that do not reach a level are a list."""
    asked = [catalogue().metric(metric) for metric in metrics.names]
    of_firms = bool(asked) and all(metric.unit == "enterprises" for metric in asked)
    lists = operation in ("list", "rank") and not of_firms
    return aspects == ("level",) and not lists and not _is_owed(metrics)


def _is_owed(metrics: Metrics) -> bool:
    """Whether an amount that is owed is asked for: nobody plans one that could be fallen short of,
    and what is denied of it is that it was paid."""
    asked = (catalogue().metric(metric) for metric in metrics.names)
    return any(metric.measure.startswith("late_payment") for metric in asked)
