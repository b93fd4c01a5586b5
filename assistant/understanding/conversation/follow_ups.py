"""Follow-ups: a question that leaves open what the one before it said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from assistant.records import Query
from assistant.understanding.conversation.going_on import (
    asks_of_debtors,
    asks_of_the_answer,
    asks_who_told,
    changes_the_subject,
    goes_on,
    speaks_of_it,
    speaks_of_those,
)
from assistant.understanding.conversation.inherited import (
    aspects_after,
    holds_against,
    metrics_after,
    names_only_a_place,
    occasion_after,
    own_or_before,
    periods_after,
)
from assistant.understanding.conversation.lists import (
    asks_for_others,
    first_of,
    nth_of,
    of_others,
    of_the_ranked,
    standing_after,
)
from assistant.understanding.conversation.shifts import shift_of
from assistant.understanding.conversation.within import (
    asks_of_the_first,
    counts_the_first,
    counts_whom_it_concerns,
    of_another,
    share_asked,
    who_chose,
)
from assistant.understanding.intent import WORDS
from assistant.understanding.slots.metrics.asked import counted_beside
from assistant.understanding.slots.periods import counted_from
from assistant.understanding.words.cues import Cues
from indexing.catalogue import catalogue
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
    if of_last := _asked_of_last(query, before[-1], cues, is_part=is_part):
        return of_last
    shift = shift_of(query) if before[-1].periods else None
    if shift and any(not shift.span.start <= p.start < shift.span.end for p in query.periods):
        shift = None  # "two months before the end of 2022" is counted from that
    unshifted = _without(query, shift.span) if shift else query
    if not (corrects or is_part or goes_on(unshifted, cues)):
        return _at_the_same_place(query, before[-1], cues)
    previous = _last_asked(unshifted, before)
    query = who_chose(unshifted, previous, cues)
    if speaks_of_those(query, cues) and asks_of_debtors(query, previous, cues):
        return replace(previous, question=query.question, plain=f"{previous.plain} {query.plain}")
    if shift and set(query.aspects) <= set(CHANGES):
        query = replace(query, versus=previous.periods)  # "did it rise three months later?"
    if is_part and _is_counted_from(query, previous, cues):
        query = replace(query, versus=previous.periods)
    if holds_against(query, previous, cues):
        query = replace(query, operation="compare")
    query = of_the_ranked(query, previous, cues)
    if asks_for_others(query, cues):
        query, previous = of_others(query, previous, cues)
    if "first_only" in cues.hits("follow_up", query.plain):
        return first_of(previous, query)
    if "whole" in cues.hits("follow_up", query.plain) and not speaks_of_those(query, cues):
        previous = replace(previous, qualifiers=(), parts=frozenset(), words=frozenset())
    if changes_the_subject(query, previous, cues):
        places, periods = query.places or previous.places, query.periods or previous.periods
        of_it = is_part and "pronoun" in cues.hits("follow_up", query.plain)
        gist = f"{previous.gist} {query.gist}" if of_it else query.gist
        return replace(query, places=places, periods=periods, gist=gist)
    if is_part and query.metrics and not query.readings:
        return of_another(query, previous, cues)
    if previous.occasion and names_only_a_place(query):
        again = replace(previous, question=query.question, language=query.language)
        return replace(again, places=query.places)
    filled = _filled(query, previous, cues, is_part=is_part)
    if counts_the_first(query, filled, previous, cues):
        return replace(filled, operation="value", places=(), left_open="place")
    return filled if is_part else _asked_again(query, filled, previous, cues)


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
        return replace(previous, question=query.question, language=query.language)
    if another := nth_of(query, previous, cues):
        return another
    if counts_whom_it_concerns(query, previous, cues):
        periods = query.periods or previous.periods
        return replace(
            previous,
            question=query.question, plain=f"{previous.plain} {query.plain}",
            language=query.language, periods=periods, operation="value", people_concerned=True,
            further=(), then=None, premise=None,
        )  # fmt: skip
    if asks_of_the_first(query, previous, cues, is_part=is_part):
        periods = periods_after(query, previous, cues)
        return replace(query, periods=periods, left_open="place")
    return None


def _asked_who_told(query: Query, previous: Query, told: Literal["teller", "source"]) -> Query:
    """The question before once more, with who told what it is answered with as its last part."""
    then = replace(
        query,
        intent="passages",
        of_answer=told,
        places=previous.places,
        gist=f"{previous.gist} {query.gist}",
        words=previous.words | query.words,
    )
    for part in reversed(previous.asked_in_turn[1:]):
        if part.of_answer != told:
            then = replace(part, then=then)
    return replace(previous, question=query.question, language=query.language, then=then)


def _filled(query: Query, previous: Query, cues: Cues, *, is_part: bool) -> Query:
    """A follow-up with what it leaves open taken from the `previous` question, slot by slot."""
    about = cues.hits("about", query.plain)
    aspects = aspects_after(query, previous, cues, is_part=is_part)
    in_per_cent = aspects != previous.aspects and aspects == ("change_pct",)
    asked = replace(query, aspects=aspects) if in_per_cent else query
    counted = counted_beside(previous.plain, query.plain, aspects, cues)
    beside_it = is_part and counted.names
    metrics = counted if beside_it else metrics_after(asked, previous, cues)
    if pair := share_asked(query, previous, cues):
        query, metrics = replace(query, operation="ratio"), pair
    keeps_to_words = _keeps_to_words(query, previous, cues)
    asks_for_words = keeps_to_words or _asks_for_words(query, cues)
    # What narrowed the figure before goes on with it, not with another one.
    those = speaks_of_those(query, cues) or (speaks_of_it(query) and _is_told_of(previous))
    narrowed = previous if keeps_to_words or those or not query.metrics else query
    periods = periods_after(query, previous, cues)
    from_below = query.order.lowest_first or narrowed.order.lowest_first
    tells_more = asks_for_words or (narrowed is previous and not metrics.names)
    return replace(
        query,
        intent="passages" if asks_for_words else "figure" if metrics.names else previous.intent,
        metrics=metrics.names,
        readings=metrics.readings,
        aspects=aspects,
        places=own_or_before(query, query.places, previous.places),
        periods=periods,
        versus=counted_from(query.versus, periods),
        qualifiers=query.qualifiers or narrowed.qualifiers,
        order=replace(query.order, lowest_first=from_below),
        kind=query.kind or narrowed.kind,
        left_out=query.left_out or narrowed.left_out,
        standing=query.standing or standing_after(query, previous, narrowed, cues),
        dollars=query.dollars or (narrowed.dollars and "dong" not in about),
        claimed=query.claimed or (narrowed.claimed if narrowed.operation == "rank" else ()),
        operation=query.operation if query.operation != "value" else previous.operation,
        occasion=query.occasion or occasion_after(query, previous),
        parts=query.parts or narrowed.parts,
        words=query.words | (previous if asks_for_words else narrowed).words,
        further=previous.further if query.operation == "compare" else (),
        gist=f"{previous.gist} {query.gist}" if tells_more else query.gist,
    )


def _asks_for_words(query: Query, cues: Cues) -> bool:
    """Whether it asks what a report says; "who has more?" does not."""
    to_words = {*WORDS, "said", *(("where",) if query.aspects == ("level",) else ())}
    about = to_words & set(cues.hits("about", query.plain))
    return query.intent == "passages" and query.operation == "value" and bool(about)


def _keeps_to_words(query: Query, previous: Query, cues: Cues) -> bool:
    """ "What did An say?  And about pensions?": the name of an insurance is no figure."""
    told = "figure" in cues.hits("about", query.plain)
    names_figure = told or query.claimed or (query.metrics and not query.readings)
    return previous.intent == "passages" and not names_figure


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
    again = replace(previous, question=query.question, language=query.language)
    # "Did it rise?  By how much?" is no longer answered by yes or no.
    is_other = by_how_much or cues.hits("earlier", query.plain)
    return replace(again, plain=query.plain) if is_other else again


def _without(query: Query, shift: Span) -> Query:
    """A follow-up without the length of time by which it goes on: it narrows nothing."""
    said = query.plain[shift.start : shift.end]
    told = tuple(word for word in query.qualifiers if word not in said)
    unknown = query.unknown - {*fold(said).split()}
    return replace(query, qualifiers=told, periods=(), unknown=unknown)


def _at_the_same_place(query: Query, previous: Query, cues: Cues) -> Query:
    """A question of its own, of the place and the time of the one before it where it names none:
    "HI coverage in Hue in 2023?  How many people have health insurance?".

    So is what it counts of nothing that is known: "how many workers are affected?".
    """
    is_figure = query.intent == "figure" and bool(query.metrics)
    counts = query.intent == "passages" and bool(cues.hits("count", query.plain))
    counts = counts and not query.metrics and query.operation == "value"
    of_all = query.operation in ("list", "rank") or query.everywhere or query.kind
    if query.places or of_all or not (is_figure or counts):
        return query
    is_of_time = query.periods or cues.hits("present", query.plain)
    return replace(
        query,
        places=previous.places,
        periods=query.periods if is_of_time else previous.periods,
    )


def _is_told_of(previous: Query) -> bool:
    """Whether "it" is what a question narrowed, as it named no place, or no figure of one."""
    return previous.intent == "passages" or not previous.places


def _last_asked(query: Query, before: Sequence[Query]) -> Query:
    """What was asked last: of the last two where one is held against the other.

    "HI coverage in Hue?  And in Vinh?  Which is higher?"
    """
    last = before[-1]
    names_a_side = query.places or query.periods or query.metrics
    if query.operation not in ("compare", "total", "ratio") or names_a_side or len(before) < 2:
        return last
    if any(len(slot) > 1 for slot in (last.metrics, last.places, last.periods)):
        return last  # both sides already
    first = before[-2]
    sides = [(one.metrics, one.places, [p.notation for p in one.periods]) for one in (first, last)]
    of_two_metrics, of_two_places, of_two_times = (
        side != other for side, other in zip(*sides, strict=True)
    )
    if of_two_times and not (first.periods and last.periods):
        # The latest of all has no days of its own that both could be asked for by.
        same = (first.metrics, first.places, first.aspects) == (
            last.metrics,
            last.places,
            last.aspects,
        )
        return replace(last, further=(first,)) if same else last
    is_of_words = "passages" in (first.intent, last.intent)
    if is_of_words or first.aspects != last.aspects or first.qualifiers != last.qualifiers:
        return last
    units = {catalogue().metric(metric).unit for one in (first, last) for metric in one.metrics}
    if len(units) > 1 or (of_two_metrics and (of_two_places or of_two_times)):
        return last
    return replace(
        last,
        metrics=tuple(dict.fromkeys((*first.metrics, *last.metrics))),
        places=tuple(dict.fromkeys((*first.places, *last.places))),
        periods=(*first.periods, *last.periods) if of_two_times else last.periods,
    )
