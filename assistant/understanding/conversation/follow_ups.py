"""Follow-ups: a question that leaves open what the one before it said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from assistant.query import Linked, Query
from assistant.understanding.conversation.filling import filled
from assistant.understanding.conversation.going_on import (
    asks_of_debtors,
    asks_of_the_answer,
    asks_who_told,
    changes_the_subject,
    goes_on,
    speaks_of_those,
)
from assistant.understanding.conversation.inherited import (
    holds_against,
    names_only_a_place,
    periods_after,
)
from assistant.understanding.conversation.lists import (
    asks_for_others,
    first_of,
    is_one_of_the_ranked,
    nth_of,
    of_others,
    of_the_ranked,
)
from assistant.understanding.conversation.sides import last_asked
from assistant.understanding.conversation.within import (
    asks_of_the_first,
    counts_the_first,
    counts_whom_it_concerns,
    of_another,
    of_the_first,
    part_of_the_last,
    share_of_the_two,
    who_chose,
)
from assistant.understanding.slots.shifts import shift_of
from assistant.understanding.words.cues import Cues
from indexing.reading.folding import fold
from indexing.records import CHANGES, Span


def carried(
    query: Query, before: Sequence[Query], cues: Cues, *, corrects: bool, is_part: bool = False
) -> Query:
    """The query with its open slots filled from those `before` it, if it is a follow-up.

    A question follows when it opens like one ("and ...", "what about ...") and is short, when "it"
    stands for what it asks of, or when it names nothing, or nothing but a place or a period; so
    does one that `corrects` the one before it, or that `is_part` of the same question.
    """
    if not before:
        return query
    if shared := share_of_the_two(query, before, cues):
        return shared
    if part := part_of_the_last(query, before[-1], cues):
        return part
    if of_last := _asked_of_last(query, before[-1], cues, is_part=is_part):
        return of_last
    shift = shift_of(query) if before[-1].periods else None
    if shift and any(not shift.span.start <= p.start < shift.span.end for p in query.periods):
        shift = None  # "two months before the end of 2022" is counted from that
    unshifted = _without(query, shift.span) if shift else query
    if not (corrects or is_part or goes_on(unshifted, cues)):
        return _at_the_same_place(query, before[-1], cues)
    previous = last_asked(unshifted, before)
    query = who_chose(unshifted, previous, cues)
    if speaks_of_those(query, cues) and asks_of_debtors(query, previous, cues):
        return replace(previous, question=query.question, plain=f"{previous.plain} {query.plain}")
    is_moved = shift and set(query.aspects) <= set(CHANGES)  # "did it rise three months later?"
    if is_moved or (is_part and _is_counted_from(query, previous, cues)):
        query = replace(query, versus=previous.periods)
    if holds_against(query, previous, cues):
        query = replace(query, operation="compare")
    query = of_the_ranked(query, previous, cues)
    if asks_for_others(query, cues):
        query, previous = of_others(query, previous, cues)
    if "first_only" in cues.hits("follow_up", query.plain):
        return first_of(previous, query)
    return _gone_on_with(query, previous, cues, is_part=is_part)


def _gone_on_with(query: Query, previous: Query, cues: Cues, *, is_part: bool) -> Query:
    """A follow-up with what the `previous` question leaves to it."""
    told = cues.hits("follow_up", query.plain)
    if "whole" in told and not speaks_of_those(query, cues):
        previous = replace(previous, qualifiers=(), parts=frozenset(), words=frozenset())
    if changes_the_subject(query, previous, cues):
        places, periods = query.places or previous.places, query.periods or previous.periods
        gist = f"{previous.gist} {query.gist}" if is_part and "pronoun" in told else query.gist
        return replace(query, places=places, periods=periods, gist=gist)
    if is_part and query.metrics and not query.readings:
        return of_another(query, previous, cues)
    if previous.manner.occasion and names_only_a_place(query):
        return replace(previous.in_words_of(query), places=query.places)
    if names_only_a_place(query) and is_one_of_the_ranked(query, previous):
        previous = previous.for_value()
    follow_up = filled(query, previous, cues, is_part=is_part)
    if counts_the_first(query, follow_up, previous, cues):
        return replace(follow_up, operation="value", places=()).leaving("place")
    return follow_up if is_part else _asked_again(query, follow_up, previous, cues)


def _is_counted_from(query: Query, previous: Query, cues: Cues) -> bool:
    """Whether it asks by how many more or fewer a figure is at another time than at the one it was
    asked for before: "how many were there in 2021, and how many fewer in March 2022?"."""
    told = "difference" in cues.hits("follow_up", query.plain)
    is_change = set(query.aspects) <= set(CHANGES) and not query.versus
    later = query.periods and previous.periods and previous.aspects == ("level",)
    return bool(told and is_change and later) and not query.places


def _asked_of_last(query: Query, previous: Query, cues: Cues, *, is_part: bool) -> Query | None:
    """What is asked of the `previous` question or its answer, in words that nothing else could be
    meant by: "who says so?", "and the second one?"; None where it is none of that."""
    if not is_part and (told := asks_who_told(query.plain, cues)):
        return _asked_who_told(query, previous, told)
    if asks_of_the_answer(query, cues):
        return previous.in_words_of(query)
    if another := nth_of(query, previous, cues):
        return another
    if counts_whom_it_concerns(query, previous, cues):
        periods = query.periods or previous.periods
        return replace(
            previous.in_words_of(query),
            plain=f"{previous.plain} {query.plain}",
            periods=periods,
            operation="value",
            manner=replace(previous.manner, people_concerned=True),
            linked=Linked(),
        )
    if asks_of_the_first(query, previous, cues, is_part=is_part):
        periods, metrics = periods_after(query, previous, cues), of_the_first(query, previous).names
        return replace(query, metrics=metrics, readings=False, periods=periods).leaving("place")
    return None


def _asked_who_told(query: Query, previous: Query, told: Literal["teller", "source"]) -> Query:
    """The question before once more, with who told what it is answered with as its last part."""
    then = replace(
        query,
        intent="passages",
        role=replace(query.role, of_answer=told),
        places=previous.places,
        gist=f"{previous.gist} {query.gist}",
        words=previous.words | query.words,
    )
    for part in reversed(previous.asked_in_turn[1:]):
        if part.role.of_answer != told:
            then = part.followed_by(then)
    return previous.in_words_of(query).followed_by(then)


def _asked_again(query: Query, filled: Query, previous: Query, cues: Cues) -> Query:
    """The `filled` follow-up; the question before once more where it asks for nothing else.

    "Which firm owes most?  How much?" asks the same again, which its own words do not tell.
    """
    by_how_much = "difference" in cues.hits("follow_up", query.plain)
    if filled.operation == "compare" and by_how_much and not query.metrics:
        filled = replace(filled, aspects=previous.aspects)
    asks_the_same = filled.intent == "figure" and filled.slots == previous.slots
    if not asks_the_same or query.claimed:
        return filled
    again = previous.in_words_of(query)
    # "Did it rise?  By how much?" is no longer answered by yes or no.
    is_other = by_how_much or cues.hits("earlier", query.plain)
    return replace(again, plain=query.plain) if is_other else again


def _without(query: Query, shift: Span) -> Query:
    """A follow-up without the length of time by which it goes on: it narrows nothing."""
    said = query.plain[shift.start : shift.end]
    told = tuple(word for word in query.qualifiers if word not in said)
    unsure = replace(query.unsure, words=query.unsure.words - {*fold(said).split()})
    return replace(query, qualifiers=told, periods=(), unsure=unsure)


def _at_the_same_place(query: Query, previous: Query, cues: Cues) -> Query:
    """A question of its own, of the place and the time of the one before it where it names none:
    "HI coverage in Hue in 2023?  How many people have health insurance?".

    So is what it counts of nothing that is known: "how many workers are affected?".
    """
    is_figure = query.intent == "figure" and bool(query.metrics)
    counts = query.intent == "passages" and bool(cues.hits("count", query.plain))
    counts = counts and not query.metrics and query.operation == "value"
    of_all = query.operation in ("list", "rank") or query.manner.everywhere or query.order.kind
    if query.places or of_all or not (is_figure or counts):
        return query
    is_of_time = query.periods or cues.hits("present", query.plain)
    return replace(
        query,
        places=previous.places,
        periods=query.periods if is_of_time else previous.periods,
    )
