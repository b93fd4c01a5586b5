"""What each slot of a follow-up takes from the question before it: aspects, places, metrics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from assistant.query import Occasion, Query
from assistant.understanding.slots.metrics.asked import of_money
from assistant.understanding.slots.metrics.meant import Metrics, schemes_of_metrics
from assistant.understanding.slots.metrics.named import schemes_of
from assistant.understanding.slots.narrowing.things import things_counted
from assistant.understanding.slots.shifts import shift_of
from assistant.understanding.slots.yearless import of_year
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import terms_of
from indexing.catalogue import Metric, catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.reading.period.notation import shift_years, to_period
from indexing.records import CHANGES, OF_TARGET, SHARES, Aspect, Period

_T = TypeVar("_T")
_BEFORE = 100_000
"""More letters than any question has."""
_COUNTED: Mapping[tuple[Aspect, ...], tuple[Aspect, ...]] = {
    ("change_pct",): ("change",),
    ("target_pct",): ("level",),
}
"""What is asked for in people after a share."""


def aspects_after(
    query: Query, previous: Query, cues: Cues, *, is_part: bool = False
) -> tuple[Aspect, ...]:
    """What it asks of a metric; as before where it says no more than in what it is to be told.

    A part of the same question that asks what some rate is asks for that.

    "How much did it grow?  And in per cent?"; "what share of the plan?  How many people?".
    """
    of_target = previous.aspects == ("target",) or set(previous.aspects) <= set(OF_TARGET)
    by_how_much = "difference" in cues.hits("follow_up", query.plain)
    held_against_then = query.versus or "then" in cues.hits("aspect", query.plain)
    if of_target and by_how_much and set(query.aspects) <= set(CHANGES) and not held_against_then:
        return OF_TARGET  # what it is more by is the target
    if says_aspect(query, cues) or (is_part and _asks_for_rate(query, cues)):
        return query.aspects
    fulfilled = "fulfilled" in cues.hits("aspect", query.plain)
    of_it = fulfilled and "pronoun" in cues.hits("follow_up", query.plain)
    if of_target and query.aspects == ("level",) and cues.hits("present", query.plain):
        # What is aimed at is not what is there now; "how much of it is reached now?".
        return ("target_pct",) if of_it else query.aspects
    if previous.aspects == ("target",) and fulfilled:
        return OF_TARGET if not query.claimed else previous.aspects
    if cues.hits("count", query.plain):
        return _COUNTED.get(previous.aspects, previous.aspects)
    shares = (cues.hits("measure", query.plain), cues.hits("beside", query.plain))
    goes_on = query.readings or not query.metrics
    if goes_on and set(previous.aspects) <= set(CHANGES) and "coverage" in chain(*shares):
        return ("change_pct",)
    return previous.aspects


def _asks_for_rate(query: Query, cues: Cues) -> bool:
    rates = cues.hits("alone", query.plain) or cues.hits("measure", query.plain)
    return "coverage" in rates and bool(cues.hits("asking", query.plain))


def says_aspect(query: Query, cues: Cues) -> bool:
    """Whether it says what it asks of a metric; "the actual" asks for the level after a target."""
    return query.aspects != ("level",) or "level" in cues.hits("follow_up", query.plain)


def periods_after(query: Query, previous: Query, cues: Cues) -> tuple[Period, ...]:
    """The periods of a follow-up; "the year before" counts from those asked for before.

    "And in June?" is that of the year asked for before, "and now?" is of none.
    """
    if not query.periods and query.operation == "value" and cues.hits("present", query.plain):
        return ()
    if previous.periods and not query.periods and (shift := shift_of(query)):
        moved = tuple(shift.of(period) for period in previous.periods)
        return own_or_before(query, moved, _told_before(previous.periods))
    if len(query.periods) == 1 and previous.periods:
        query = replace(query, periods=(of_year(query.periods[0], previous.periods[-1]),))
    before = _told_before(previous.periods)
    told = cues.hits("follow_up", query.plain)
    years = 1 if "year_after" in told else -1 if "year_before" in told else 0
    of_its_own = any(period.text[-4:].isdigit() for period in query.periods)
    if not years or not previous.periods or of_its_own:
        return own_or_before(query, query.periods, before)
    if years < 0 and query.aspects != ("level",):
        return before  # what a change is compared with
    return tuple(to_period(p.text, p.start, p.end, shift_years(p.notation, years)) for p in before)


def _told_before(periods: Sequence[Period]) -> tuple[Period, ...]:
    """Periods of an earlier question, standing before all that the later one says."""
    return tuple(to_period(p.text, p.start - _BEFORE, p.end - _BEFORE, p.notation) for p in periods)


def _claims(query: Query) -> bool:
    """Whether it puts a figure forward; "three months later" does not."""
    shift = shift_of(query)
    inside = (
        shift is not None and shift.span.start <= q.start < shift.span.end for q in query.claimed
    )
    return not all(inside)


def holds_against(query: Query, previous: Query, cues: Cues) -> bool:
    """Whether a follow-up holds another time or place against the one before: "and three months
    later, was it higher?", "is that more than in Hue?"."""
    plain = query.operation == "value" and query.aspects == ("level",) and not _claims(query)
    if not (plain and cues.hits("degree", query.plain)) or previous.aspects != ("level",):
        return False
    times = len(query.periods) == 1 or shift_of(query) is not None
    of_times = times and len(previous.periods) == 1 and not query.places
    of_places = len(query.places) == 1 == len(previous.places) and not query.periods
    return of_times or (of_places and query.places != previous.places)


def names_only_a_place(query: Query) -> bool:
    """Whether a follow-up asks the same of another place: "and Hanoi?"."""
    others = (query.metrics, query.periods, query.claimed, query.manner.occasion, query.qualifiers)
    return bool(query.places) and query.operation == "value" and not any(others)


def occasion_after(query: Query, previous: Query) -> Occasion | None:
    """The end of all times that a follow-up asks for another figure, unless it names a time."""
    ends = previous.manner.occasion in ("highest", "lowest")
    return previous.manner.occasion if ends and not query.periods and not query.claimed else None


def own_or_before(query: Query, own: tuple[_T, ...], before: tuple[_T, ...]) -> tuple[_T, ...]:
    """What a follow-up names, beside what was named before where it compares the two."""
    if query.operation == "compare" and len(own) == 1 and own != before:
        return (*before, *own)
    return own or before


def metrics_after(query: Query, previous: Query, cues: Cues) -> Metrics:
    """What a follow-up asks for: its own metric, or the one before with the part that it changes.

    "and voluntary?" changes the insurance, "and how many people?" what is counted of it, "and how
    many are in voluntary?" both.
    """
    if query.metrics and not query.readings:
        return Metrics(query.metrics)
    before = [catalogue().metric(metric) for metric in previous.metrics]
    schemes = [term.id for term in schemes_of(query.plain)]
    schemes = schemes or list(cues.hits("scheme", query.plain))
    measures = [term.id for term in terms_of(query.plain) if term.kind == "measure"]
    measures = _measures(measures, query, before, cues)
    rates = "coverage" in cues.hits("beside", query.plain) and query.aspects == ("level",)
    if schemes:
        counted = measures or [metric.measure for metric in before]
        changed = [metric_for(scheme, measure) for scheme in schemes for measure in counted]
    elif measures:
        kept = schemes_of_metrics(previous.metrics)
        changed = [metric_for(scheme, measures[0]) for scheme in kept]
        if measures == ["coverage"] and not any(changed):
            changed = _in_per_cent(before)
    elif rates:
        changed = _in_per_cent(before)
    elif "amount" in cues.hits("money", query.plain):
        return Metrics(tuple(map(of_money, previous.metrics)), previous.readings)
    else:
        return Metrics(previous.metrics, previous.readings)
    names = tuple(dict.fromkeys(metric for metric in changed if metric))
    return Metrics(names) if names else Metrics(query.metrics or previous.metrics, query.readings)


def _in_per_cent(before: Sequence[Metric]) -> list[str | None]:
    """The same in per cent: "and the rate?", "what percentage is that?"."""
    pairs = [(metric.schemes[:1], metric.measure) for metric in before]
    return [metric_for(s[0] if s else None, m, "percent") for s, m in pairs]


def _measures(
    named: Sequence[str], query: Query, before: Sequence[Metric], cues: Cues
) -> list[str]:
    """What a question counts by the measures that it has `named`, or else by its other words.

    "How many?" of what is counted already, and "what per cent of the plan?", count the same.
    """
    is_counted = all(metric.unit not in (*SHARES, "VND") for metric in before)
    is_share = {"target_pct", "change_pct"} & set(query.aspects)
    of_things = bool(things_counted(query.plain, (), query.operation == "list", cues))
    idle = {*(("participants",) if (is_counted or of_things) and not named else ())}
    idle |= {*(("coverage",) if is_share else ())}
    told = named or cues.hits("measure", query.plain)
    if not named and all(metric.measure == "benefits_paid" for metric in before):
        idle |= {"benefits_paid"}
        told = ["beneficiaries" if measure == "participants" else measure for measure in told]
    return [measure for measure in told if measure not in idle]
