"""The query of a question as far as its own words tell it, whatever was asked before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.records import Kind, Operation, Query
from assistant.understanding.clearing import Cleared
from assistant.understanding.gist import gist
from assistant.understanding.intent import asked_intent
from assistant.understanding.slots.aspects import (
    asked_aspects,
    asks_both_ends,
    spans_time,
    verbs_of_course,
    words_of_gap,
)
from assistant.understanding.slots.claimed import put_forward
from assistant.understanding.slots.growth import Growth, growth_against_growth
from assistant.understanding.slots.institutions import institutions
from assistant.understanding.slots.kinds import asked_kind, ends_of_order
from assistant.understanding.slots.metrics.asked import asked_metrics
from assistant.understanding.slots.metrics.meant import Metrics
from assistant.understanding.slots.metrics.pairs import (
    compared_metrics,
    more_of_either,
    shared_metrics,
)
from assistant.understanding.slots.narrowing.attributes import attributes
from assistant.understanding.slots.narrowing.denials import UNDONE, denials
from assistant.understanding.slots.narrowing.measured import (
    averages,
    each_time,
    lengths,
    lengths_sought,
    nouns_of_counting,
    of_its_whole,
    of_others,
    ranked_others,
    times_sought,
    verbs_of_counting,
    verbs_of_taking,
    workers_among,
)
from assistant.understanding.slots.narrowing.overlap import in_both
from assistant.understanding.slots.narrowing.owned import owned_by_others
from assistant.understanding.slots.narrowing.qualifiers import blanked, qualifiers, unknown_words
from assistant.understanding.slots.narrowing.things import things_counted
from assistant.understanding.slots.openings import told_then
from assistant.understanding.slots.operations import (
    compares_levels,
    compares_ranks,
    is_of_every_place,
)
from assistant.understanding.slots.periods import AskedPeriods, asked_periods, is_more_than_then
from assistant.understanding.slots.places import AskedPlaces
from assistant.understanding.slots.standings import side_of_than
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import (
    chosen_in,
    quantities_of,
    spans_of,
    understood_spans,
)
from indexing.catalogue import catalogue
from indexing.records import CHANGES, Aspect, Span


@dataclass(frozen=True, slots=True)
class _Figure:
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


def by_itself(
    question: str,
    cleared: Cleared,
    places: AskedPlaces,
    operation: Operation,
    today: date,
    cues: Cues,
) -> Query:
    """The query of a question as far as its own words tell it.

    `places` and `operation` are read of what is left of it; relative periods count from `today`.
    """
    plain, held = cleared.plain, cleared.held
    figure = _figure(cleared, places, operation, today, cues)
    metrics, periods = figure.metrics, figure.periods
    narrowing, unknown = _unexplained(cleared, places, figure, today, cues)
    nowhere = blanked(plain, places.spans, " ")  # "Điện Biên" is no "diễn biến"
    hollow = [span for key, span in cues.spans_by("idle", plain) if key == "hollow"]
    unplaced = blanked(plain, (*places.spans, *spans_of(periods.asked), *hollow), " ")
    named = " ".join(plain[span.start : span.end] for span in figure.institutions)
    order = ends_of_order(plain, metrics.names, cues)
    query = Query(
        question=question,
        plain=plain,
        language=cleared.language,
        intent="figure",
        operation=_operation_on(figure.operation, figure.aspects, places.names),
        metrics=metrics.names,
        aspects=figure.aspects,
        places=places.names,
        periods=periods.asked,
        gist=gist(plain if cleared.language == "vi" else cleared.typed, cleared.language),
        words=cues.content(f"{unplaced} {named}"),
        parts=frozenset((*cues.hits("same", plain), *([UNDONE] if figure.denied else ()))),
        unknown=unknown,
        qualifiers=narrowing,
        readings=metrics.readings,
        joint=metrics.joint,
        versus=periods.versus,
        lowest_first=order == {"lowest"},
        both_ends=order == {"lowest", "highest"},
        over_time=bool(cues.hits("over_time", nowhere)) or asks_both_ends(plain),
        everywhere=figure.everywhere,
        kind=figure.kind,
        standing=held.standing if held else None,
        grew=figure.growth.side if figure.growth else None,
        dollars="dollars" in cues.hits("about", plain),
        claimed=tuple(quantities_of(plain)),
        unsure_places=places.unsure,
    )
    return replace(query, intent=asked_intent(query, cues))


def _figure(
    cleared: Cleared, places: AskedPlaces, operation: Operation, today: date, cues: Cues
) -> _Figure:
    """What is asked for; two times held against each other are compared as two places are."""
    plain = cleared.plain
    kind = asked_kind(plain, cues) if operation in ("rank", "list") else None
    # The hospitals that are put in order are not counted; firms that are "behind" owe.
    of_kind = (kind.span,) if kind and not cues.hits("debtors", kind.word) else ()
    counted = blanked(plain, of_kind, " ")
    metrics, operation, aspects = _compared(plain, counted, places, operation, cues)
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
    return _Figure(metrics, aspects, operation, periods, everywhere, kind, of_one, growth, denied)


def _may_be_denied(metrics: Metrics, aspects: tuple[Aspect, ...], operation: Operation) -> bool:
    """Whether to deny something of the figure asks for another one; what is not paid is owed, and
    the places that do not reach a level are a list."""
    asked = [catalogue().metric(metric) for metric in metrics.names]
    owed = any(metric.measure.startswith("late_payment") for metric in asked)
    of_firms = bool(asked) and all(metric.unit == "enterprises" for metric in asked)
    lists = operation in ("list", "rank") and not of_firms
    return aspects == ("level",) and not lists and not owed


def _unexplained(
    cleared: Cleared, places: AskedPlaces, figure: _Figure, today: date, cues: Cues
) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words that narrow the figure, and those that nothing explains."""
    plain = cleared.plain
    workers, are_a_part = workers_among(plain, figure.metrics.names, cues)
    understood = [
        *places.spans,
        *((figure.kind.span,) if figure.kind else ()),
        *understood_spans(plain, today),
        *workers,
        *(chosen_in(plain) if _is_of_choice(figure.metrics) else ()),
        *verbs_of_course(plain),
        *verbs_of_counting(plain, figure.metrics.names),
        *nouns_of_counting(plain, figure.metrics.names),
        *verbs_of_taking(plain, cues),
        *([figure.growth.span] if figure.growth else ()),
        *figure.institutions,
    ]
    part = workers if are_a_part else ()
    narrowing = dict.fromkeys(
        word
        for word in _narrowing(cleared, places, figure, understood, part, cues)
        if not places.may_be_meant_by(word) and not (figure.everywhere and cues.hits("mean", word))
    )
    unknown = unknown_words(plain, understood, cues)
    return tuple(narrowing), frozenset(word for word in unknown if not places.may_be_meant_by(word))


def _is_of_choice(metrics: Metrics) -> bool:
    """Whether to join by choice tells the insurance that is asked for, and narrows nothing."""
    return any(catalogue().metric(name).schemes[:1] == ("voluntary_si",) for name in metrics.names)


def _narrowing(
    cleared: Cleared,
    places: AskedPlaces,
    figure: _Figure,
    understood: Sequence[Span],
    part: Sequence[Span],
    cues: Cues,
) -> Iterator[str]:
    """The words that narrow the figure: all that nothing else explains, and `part`, the people
    that are only some of those whom it counts; `understood` is what is explained."""
    plain, held, asked = cleared.plain, cleared.held, figure.periods.asked
    if places.bearer:
        yield plain[places.bearer.start : places.bearer.end]
    yield from (plain[span.start : span.end] for span in figure.denied)
    yield from (plain[span.start : span.end] for span in figure.institutions)
    idle = cues.spans("idle", plain)
    gap = [
        s
        for s in words_of_gap(plain, cues)
        if not any(one.start <= s.start < one.end for one in idle)
    ]
    ungapped = blanked(plain, gap, " ")
    yield from (said := qualifiers(ungapped, understood, cues, not places.names))
    if not asked:
        yield from lengths(plain)
        yield from told_then(plain)
    yield from lengths_sought(plain)
    if figure.operation != "ratio":
        own = of_its_whole(plain, figure.metrics.names, understood, cues)
        yield from (word for word in own if word not in " ".join(said))
    yield from of_others(plain, figure.metrics.names, cues)
    yield from owned_by_others(plain)
    yield from in_both(plain, cues)
    is_list = figure.operation in ("list", "rank") or figure.everywhere
    yield from things_counted(plain, figure.metrics.names, is_list, cues)
    yield from attributes(plain, figure.metrics.names, cues)
    yield from (plain[span.start : span.end] for span in part)
    if set(figure.aspects) & set(CHANGES):
        yield from each_time(plain, cues)
    if figure.operation == "rank" or put_forward(plain):
        yield from times_sought(plain, cues)
    yield from ranked_others(plain, understood, cues)
    if held and held.mean:
        yield held.mean
    if len(places.names) < 2 and len(asked) < 2 and not figure.everywhere:
        yield from averages(plain, cues)


def _compared(
    plain: str, counted: str, places: AskedPlaces, operation: Operation, cues: Cues
) -> tuple[Metrics, Operation, tuple[Aspect, ...]]:
    """The metrics, what is done with them and their aspects: a difference is one of levels where
    two metrics, places or times are held against each other.

    `counted`: the question without the kind of thing that its metrics are not of.
    """
    aspects = asked_aspects(plain, cues)
    metrics = asked_metrics(counted, aspects, cues)
    if (
        aspects == ("level",)
        and operation in ("value", "total")
        and (pair := shared_metrics(plain, cues))
    ):
        return pair, "ratio", aspects
    if operation == "rank" and compares_ranks(plain, cues):
        return metrics, operation, ("level",)
    two_levels = compares_levels(plain, places.spans, cues) or more_of_either(plain, metrics, cues)
    if not set(aspects) <= set(CHANGES):
        either = operation == "value" and aspects == ("level",) and two_levels
        either = either and bool(cues.hits("degree", plain))  # "as it exceeded Hue's, what was it?"
        return metrics, "compare" if either else operation, aspects
    if pair := compared_metrics(plain, metrics, cues):
        return pair, "compare", ("level",)
    if two_levels:
        return metrics, "compare", ("level",)
    return metrics, operation, aspects


def _operation_on(
    operation: Operation, aspects: tuple[Aspect, ...], places: Sequence[str]
) -> Operation:
    """A change "compared with the year before" in one place is one value, not a comparison."""
    is_change = set(aspects) <= set(CHANGES)
    return "value" if operation == "compare" and is_change and len(places) < 2 else operation
