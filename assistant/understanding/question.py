"""A question, and those before it, -> the `Query` that the rest of the assistant works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.records import Operation, Query
from assistant.understanding.asks import with_further
from assistant.understanding.conversation.corrections import opening, taken_back, without
from assistant.understanding.conversation.courtesies import is_courtesy
from assistant.understanding.conversation.follow_ups import carried
from assistant.understanding.gist import gist
from assistant.understanding.halves import asks_for_words, halves
from assistant.understanding.intent import asked_intent
from assistant.understanding.premises import premise_of
from assistant.understanding.slots.manner import (
    asked_aspects,
    asked_operation,
    compares_levels,
    compares_ranks,
    is_of_every_place,
    put_forward,
    spans_time,
    words_of_gap,
)
from assistant.understanding.slots.metrics import (
    Metrics,
    asked_metrics,
    compared_metrics,
    shared_metrics,
)
from assistant.understanding.slots.narrowing import (
    averages,
    each_time,
    lengths,
    of_others,
    times_sought,
    verbs_of_counting,
    workers_among,
)
from assistant.understanding.slots.offices import of_the_place_in_hand
from assistant.understanding.slots.periods import asked_periods, is_more_than_then
from assistant.understanding.slots.places import AskedPlaces, asked_places
from assistant.understanding.slots.qualifiers import blanked, qualifiers, unknown_words
from assistant.understanding.slots.standings import (
    AskedStanding,
    against_means,
    asked_standing,
    means_of_the_country,
    side_of_than,
)
from assistant.understanding.words.cues import Cues, load_cues
from assistant.understanding.words.reading import (
    periods_of,
    places_of,
    quantities_of,
    spans_of,
    understood_spans,
)
from assistant.understanding.words.spelling import set_apart, set_right, years_in_full
from indexing.reading.language import detect_language
from indexing.records import CHANGES, Aspect, Language


def understand(question: str, history: Sequence[str], today: date) -> Query:
    """The query of `question`, what it leaves open taken from the `history` before it.

    Relative periods ("last year") count from `today`.  Each earlier question is understood the
    same way, so the slots carry from turn to turn.
    """
    cues = load_cues()
    before: list[Query] = []
    for earlier in history:
        if not is_courtesy(earlier, cues):
            before.append(_read(earlier, before, today))
    query = _read(question, before, today)
    return replace(query, left_open="question") if is_courtesy(question, cues) else query


def _read(question: str, before: Sequence[Query], today: date) -> Query:
    cues = load_cues()
    cleared = _cleared(question, today, cues)
    if cleared.withdrawn and before:
        before = (*before[:-1], without(before[-1], cleared.withdrawn, today, cues))
    operation = asked_operation(cleared.plain, cues)
    if cleared.held and operation != "rank":
        operation = "list"
    places = asked_places(cleared.plain, operation, cues)
    query = _by_itself(question, cleared, places, operation, today, cues)
    if both := halves(query, cues):
        first = _read(both[0], before, today)
        told = first.places or query.places, first.periods or query.periods
        first = replace(first, places=told[0], periods=told[1])
        second = _read(both[1], (*before, first), today)
        if asks_for_words(both[1], cues):
            second = replace(second, intent="passages")
        if asks_for_words(both[0], cues):  # "who leads Hue, and what was the coverage?"
            second = replace(second, places=second.places or first.places)
        return replace(first, question=question, language=query.language, beside=second)
    if places.pointed_at and before:
        query = replace(query, places=places.meant_among(before[-1].places))
    if office := of_the_place_in_hand(query, before[-1] if before else None, cues):
        return office
    points_nowhere = bool(places.pointed_at) and not query.places
    query = carried(query, before, cues, corrects=cleared.corrects)
    mean = cleared.held.mean if cleared.held else None
    query = against_means(query, (mean,) if mean else means_of_the_country(cleared.plain, cues))
    query = replace(query, premise=_premise(query, before, today, cues))
    if points_nowhere:
        query = replace(query, left_open="place")
    elif not before and _says_only_it(query, cues):
        query = replace(query, left_open="metric")
    return with_further(query, tuple(zip(places.named, places.spans, strict=True)), cues)


def _premise(query: Query, before: Sequence[Query], today: date, cues: Cues) -> Query | None:
    """The figure that a question for reasons or for a time takes for granted."""
    put = premise_of(query.plain, cues)
    if put is None:  # "and why?"
        asks = query.metrics and "why" in cues.hits("about", query.plain)
        return replace(query, intent="figure", is_premise=True) if asks else None
    premise = _read(put, before, today)
    figure = replace(premise, intent="figure", is_premise=True, language=query.language)
    return figure if premise.metrics and premise.operation in ("value", "compare") else None


@dataclass(frozen=True, slots=True)
class _Cleared:
    """A question with nothing left in it but what is asked."""

    plain: str
    language: Language
    corrects: bool
    """Whether it opens with a "no", or takes back something of the one before it."""
    withdrawn: str
    """What it takes back; empty where nothing."""
    held: AskedStanding | None
    """What the listed places are held against; it is none of them."""


def _cleared(question: str, today: date, cues: Cues) -> _Cleared:
    question = set_apart(question)
    question = years_in_full(
        question, spans_of(mention.period for mention in periods_of(question, today)), today
    )
    no = opening(question, cues)
    # Names of places are Vietnamese in English questions too.
    names = spans_of(places_of(question))
    language = detect_language(blanked(question, (no, *names), " "))
    plain = set_right(question, understood_spans(question, today), language)
    back = taken_back(plain, today, cues)
    withdrawn = ", ".join(plain[span.start : span.end] for span in back)
    plain = blanked(plain, (no, *back), " ")
    held = asked_standing(plain, cues)
    plain = blanked(plain, held.spans if held else (), " ")
    return _Cleared(plain, language, bool(back or no.end), withdrawn, held)


def _by_itself(
    question: str,
    cleared: _Cleared,
    places: AskedPlaces,
    operation: Operation,
    today: date,
    cues: Cues,
) -> Query:
    """The query of a question as far as its own words tell it."""
    plain, held = cleared.plain, cleared.held
    metrics, operation, aspects = _compared(plain, places, operation, cues)
    if aspects == ("level",) and not held and is_more_than_then(plain, today, cues):
        aspects = CHANGES
    is_of_one = len(places.names) < 2
    everywhere = operation in ("total", "average") and is_of_every_place(plain, cues)
    periods = asked_periods(plain, spans_time(aspects, operation, is_of_one), aspects, today, cues)
    if aspects == ("level",) and operation == "value" and len(periods.asked) == 2 and is_of_one:
        operation = "compare" if side_of_than(plain, cues) else operation
    workers, are_a_part = workers_among(plain, metrics.names, cues)
    understood = [
        *places.spans,
        *understood_spans(plain, today),
        *workers,
        *verbs_of_counting(plain, metrics.names),
    ]
    narrowing = [
        *((plain[places.bearer.start : places.bearer.end],) if places.bearer else ()),
        *qualifiers(
            blanked(plain, words_of_gap(plain, cues), " "), understood, cues, not places.names
        ),
        *(lengths(plain) if not periods.asked else ()),
        *of_others(plain, metrics.names),
        *(plain[span.start : span.end] for span in workers if are_a_part),
        *(each_time(plain, cues) if set(aspects) & set(CHANGES) else ()),
        *(times_sought(plain, cues) if operation == "rank" or put_forward(plain) else ()),
        *([held.mean] if held and held.mean else ()),
        *(averages(plain, cues) if is_of_one and len(periods.asked) < 2 and not everywhere else ()),
    ]
    unknown = unknown_words(plain, understood, cues)
    order = set(cues.hits("order", plain))
    query = Query(
        question=question,
        plain=plain,
        language=cleared.language,
        intent="figure",
        operation=_operation_on(operation, aspects, places.names),
        metrics=metrics.names,
        aspects=aspects,
        places=places.names,
        periods=periods.asked,
        gist=gist(question, cleared.language),
        words=cues.content(blanked(plain, (*places.spans, *spans_of(periods.asked)), " ")),
        parts=frozenset(cues.hits("same", plain)),
        unknown=frozenset(word for word in unknown if not places.may_be_meant_by(word)),
        qualifiers=tuple(
            word
            for word in narrowing
            if not places.may_be_meant_by(word) and not (everywhere and cues.hits("mean", word))
        ),
        readings=metrics.readings,
        joint=metrics.joint,
        versus=periods.versus,
        lowest_first=order == {"lowest"},
        both_ends=order == {"lowest", "highest"},
        over_time=bool(cues.hits("over_time", plain)),
        everywhere=everywhere,
        standing=held.standing if held else None,
        dollars="dollars" in cues.hits("about", plain),
        claimed=tuple(quantities_of(plain)),
        unsure_places=places.unsure,
    )
    return replace(query, intent=asked_intent(query, cues))


def _compared(
    plain: str, places: AskedPlaces, operation: Operation, cues: Cues
) -> tuple[Metrics, Operation, tuple[Aspect, ...]]:
    """The metrics, what is done with them and their aspects: a difference is one of levels where
    two metrics, places or times are held against each other."""
    aspects = asked_aspects(plain, cues)
    metrics = asked_metrics(plain, aspects, cues)
    if (
        aspects == ("level",)
        and operation in ("value", "total")
        and (pair := shared_metrics(plain, cues))
    ):
        return pair, "ratio", aspects
    if operation == "rank" and compares_ranks(plain, cues):
        return metrics, operation, ("level",)
    if not set(aspects) <= set(CHANGES):
        return metrics, operation, aspects
    if pair := compared_metrics(plain, metrics, cues):
        return pair, "compare", ("level",)
    if compares_levels(plain, places.spans, cues):
        return metrics, "compare", ("level",)
    return metrics, operation, aspects


def _says_only_it(query: Query, cues: Cues) -> bool:
    """Whether nothing but a word for something asked before tells what is asked: "what was it in
    2030?"."""
    told = query.metrics or query.unknown or query.qualifiers or query.places
    pointed_at = "pronoun" in cues.hits("follow_up", query.plain)
    return bool(pointed_at and query.periods and not told)


def _operation_on(
    operation: Operation, aspects: tuple[Aspect, ...], places: Sequence[str]
) -> Operation:
    """A change "compared with the year before" in one place is one value, not a comparison."""
    is_change = set(aspects) <= set(CHANGES)
    return "value" if operation == "compare" and is_change and len(places) < 2 else operation
