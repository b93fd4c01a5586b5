"""A question, and those before it, -> the `Query` that the rest of the assistant works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.records import Query
from assistant.understanding.asks import with_further
from assistant.understanding.clearing import cleared
from assistant.understanding.conversation.corrections import without
from assistant.understanding.conversation.courtesies import is_courtesy
from assistant.understanding.conversation.follow_ups import carried, slots_of
from assistant.understanding.halves import asks_for_words, halves
from assistant.understanding.own_words import by_itself
from assistant.understanding.premises import premise_of, supposes
from assistant.understanding.slots.narrowing.measured import lengths_sought
from assistant.understanding.slots.offices import of_the_place_in_hand
from assistant.understanding.slots.operations import asked_operation
from assistant.understanding.slots.places import asked_places
from assistant.understanding.slots.standings import against_means, means_of_the_country
from assistant.understanding.words.cues import Cues, load_cues
from indexing.records import CHANGES, OF_TARGET


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
    left = cleared(question, today, cues)
    if left.withdrawn and before:
        before = (*before[:-1], without(before[-1], left.withdrawn, today, cues))
    operation = asked_operation(left.plain, cues)
    if left.held and operation != "rank":
        operation = "list"
    places = asked_places(left.plain, operation, cues)
    query = by_itself(question, left, places, operation, today, cues)
    if both := halves(query, cues):
        return _of_both(both, query, before, today, cues)
    if places.pointed_at and before:
        query = replace(query, places=places.meant_among(before[-1].places))
    if office := of_the_place_in_hand(query, before[-1] if before else None, cues):
        return office
    points_nowhere = bool(places.pointed_at) and not query.places
    query = carried(query, before, cues, corrects=left.corrects)
    mean = left.held.mean if left.held else None
    query = against_means(query, (mean,) if mean else means_of_the_country(left.plain, cues))
    query = replace(query, premise=_premise(query, before, today, cues))
    if points_nowhere:
        query = replace(query, left_open="place")
    elif not before and _says_only_it(query, cues):
        query = replace(query, left_open="metric")
    return with_further(query, tuple(zip(places.named, places.spans, strict=True)), cues)


def _of_both(
    both: tuple[str, str], query: Query, before: Sequence[Query], today: date, cues: Cues
) -> Query:
    """The query of the first half of a question, that of the second beside it.

    What `query`, the whole of it, names and the first half does not is meant by both.
    """
    first = _read(both[0], before, today)
    told = first.places or query.places, first.periods or query.periods
    first = replace(first, places=told[0], periods=told[1])
    second = _read(both[1], (*before, first), today)
    if asks_for_words(both[1], cues):
        plain = both[1] if second.plain == first.plain else second.plain
        second = replace(second, intent="passages", plain=plain)
    if asks_for_words(both[0], cues):  # "who leads Hue, and what was the coverage?"
        second = replace(second, places=second.places or first.places)
    second = _of_the_same(first, second, both[1], cues)
    return replace(first, question=query.question, language=query.language, beside=second)


def _of_the_same(first: Query, second: Query, words: str, cues: Cues) -> Query:
    """The second half of a question as one of what the first is of, where "it" or a length of time
    that is asked for goes on with that; as one for words where it is read to ask the same again."""
    sought = lengths_sought(words)
    if sought or "pronoun" in cues.hits("follow_up", words):
        narrowing = dict.fromkeys((*first.qualifiers, *second.qualifiers))
        second = replace(second, qualifiers=tuple(narrowing), words=first.words | second.words)
    if sought or slots_of(first) == slots_of(second):
        gist = f"{first.gist} {second.gist}"
        second = replace(second, intent="passages", plain=words, gist=gist, operation="value")
        # Whoever comes first in an order is not known before it is told.
        return replace(second, left_open="metric") if first.operation == "rank" else second
    return second


def _premise(query: Query, before: Sequence[Query], today: date, cues: Cues) -> Query | None:
    """The figure that a question for reasons or for a time takes for granted."""
    put = premise_of(query.plain, cues)
    if put is None:  # "and why?"
        asks = query.metrics and "why" in cues.hits("about", query.plain)
        return replace(query, intent="figure", is_premise=True) if asks else None
    premise = _read(put, before, today)
    figure = replace(premise, intent="figure", is_premise=True, language=query.language)
    if supposes(query.plain, cues) and not _supposes_figure(premise):
        return None
    of_plan = bool(premise.places) and set(premise.aspects) <= set(OF_TARGET)
    tells = bool(premise.metrics or of_plan)  # "why did Hue miss its plan?"
    return figure if tells and premise.operation in ("value", "compare") else None


def _supposes_figure(put: Query) -> bool:
    """Whether what is supposed is a figure, or that one of a place moves; no case of law: "what if
    I lose my card?"."""
    return bool(put.claimed or (put.places and set(put.aspects) <= set(CHANGES)))


def _says_only_it(query: Query, cues: Cues) -> bool:
    """Whether nothing but a word for something asked before tells what is asked: "what was it in
    2030?"."""
    told = query.metrics or query.unknown or query.qualifiers or query.places
    pointed_at = "pronoun" in cues.hits("follow_up", query.plain)
    return bool(pointed_at and query.periods and not told)
