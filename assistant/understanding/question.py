"""A question, and those before it, -> the `Query` that the rest of the assistant works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.query import Query
from assistant.understanding.asks import with_further
from assistant.understanding.clearing import cleared
from assistant.understanding.conversation.corrections import without
from assistant.understanding.conversation.courtesies import is_courtesy
from assistant.understanding.conversation.differences import apart, other_side
from assistant.understanding.conversation.follow_ups import carried
from assistant.understanding.conversation.foremost import FirstTold, of_the_foremost
from assistant.understanding.conversation.going_on import asks_who_told
from assistant.understanding.conversation.namesakes import of_the_kind_before, of_the_kind_listed
from assistant.understanding.conversation.within import of_the_insurance_behind
from assistant.understanding.conversation.years import years_told
from assistant.understanding.granted import (
    Granted,
    apart_in,
    gone_on_from,
    granted,
    held_against,
    puts_something,
)
from assistant.understanding.holdings import of_holdings
from assistant.understanding.intent import asks_who_explains
from assistant.understanding.own_words import by_itself
from assistant.understanding.parts import asks_for_words, parts_of
from assistant.understanding.premises import premise_of, supposes
from assistant.understanding.slots.aspects import asked_aspects
from assistant.understanding.slots.narrowing.lengths import lengths_sought
from assistant.understanding.slots.offices import of_the_place_in_hand
from assistant.understanding.slots.standings import against_means, means_of_the_country
from assistant.understanding.words.cues import Cues, load_cues
from assistant.understanding.words.reading import places_of
from assistant.understanding.words.typed import as_typed
from indexing.records import CHANGES, OF_TARGET


def understand(
    question: str, history: Sequence[str], today: date, first_told: FirstTold | None = None
) -> Query:
    """The query of `question`, what it leaves open taken from the `history` before it.

    Relative periods ("last year") count from `today`.  Each earlier question is understood the
    same way, so the slots carry from turn to turn.
    """
    cues = load_cues()
    before: list[Query] = []
    for earlier in history:
        if not is_courtesy(earlier, cues):
            asked = _read(earlier, before, today)
            before.append(of_the_foremost(asked, before, first_told, cues) if first_told else asked)
    query = _read(question, before, today)
    query = of_the_foremost(query, before, first_told, cues) if first_told else query
    if is_courtesy(question, cues):
        return query.leaving("question")
    return of_holdings(query, today, cues) or query


def _read(
    question: str,
    before: Sequence[Query],
    today: date,
    whole: Query | None = None,
    *,
    goes_on: bool = False,
) -> Query:
    """The query of a turn, or of a part of the `whole` that is asked in one turn; it `goes_on` from
    what stands before it where it is not the first of that."""
    cues = load_cues()
    told = years_told(question, before, today, cues)
    named = of_the_kind_before(of_the_kind_listed(told), before, cues)
    left = cleared(named.question, today, cues, whole.language if whole else named.language)
    if left.withdrawn and before:
        before = (*before[:-1], without(before[-1], left.withdrawn, today, cues))
    query, places = by_itself(question, left, today, cues)
    if (both := granted(left.said, left.language, cues)) and (
        of_two := _of_clauses(both, query, before, today, cues)
    ):
        return of_two
    if before and (words := other_side(query, before[-1], cues)):
        other = _read(words, before, today, whole or query, goes_on=True)
        if lie_apart := apart(before[-1], other, query, cues):
            return lie_apart
    parts = parts_of(left.said, left.language, cues) if whole is None else ()
    if len(parts) > 1:
        return _of_parts(parts, query, before, today, cues)
    if places.pointed_at and before:
        query = replace(query, places=places.meant_among(before[-1].places))
    if office := of_the_place_in_hand(query, before[-1] if before else None, cues):
        return office
    points_nowhere = bool(places.pointed_at) and not query.places
    query = carried(query, before, cues, corrects=left.corrects, is_part=goes_on)
    mean = left.held.mean if left.held else None
    query = against_means(query, (mean,) if mean else means_of_the_country(left.plain, cues))
    query = query.granting(_premise(query, before, today, goes_on=goes_on))
    if points_nowhere:
        query = query.leaving("place")
    elif not before and _says_only_it(query, cues):
        query = query.leaving("metric")
    return with_further(query, tuple(zip(places.named, places.spans, strict=True)), cues)


def _of_clauses(
    both: Granted, whole: Query, before: Sequence[Query], today: date, cues: Cues
) -> Query | None:
    """The query of a clause that asks, what the clause before it says as its premise; None where
    that says nothing which reports could bear out."""
    put = held_against(_read(both.put, before, today, whole), cues)
    asked: Query | None = None
    if (apart := apart_in(put, both.asks, cues)) and not both.is_behind:
        return apart.in_words_of(whole)
    if both.is_behind or not (put.metrics or put.places):  # "after falling, what was coverage?"
        asked = _read(both.asks, before, today)
        put = _read(both.put, (*before, asked), today, whole, goes_on=True)
    if not puts_something(put, cues):
        return None
    if asked is None:
        behind = gone_on_from(put, both.asks, cues)
        asked = _read(both.asks, (*before, behind), today, goes_on=True)
    if asked.linked.premise is not None:
        return None
    premise = _as_premise(put.granting(None), whole)
    return asked.in_words_of(whole).granting(premise)


def _of_parts(
    parts: Sequence[str], whole: Query, before: Sequence[Query], today: date, cues: Cues
) -> Query:
    """The query of the first part of a question, those of the others behind it in their order.

    Each is read as a turn of a conversation that goes on from the part before it.  What only the
    `whole` names is meant by the first as well.
    """
    first, *others = parts
    head = of_the_insurance_behind(_read(first, before, today, whole), others[0], cues)
    asked = [_with_told_behind(head, whole, others[0], cues)]
    for words in others:
        part = _read(words, (*before, *asked), today, whole, goes_on=True)
        if _asks_for_other_end(asked[-1], part):
            asked[-1] = replace(asked[-1], order=replace(asked[-1].order, both_ends=True))
            continue
        told = asks_who_told(words, cues)
        if not told and (of_all := _of_the_collection(words, whole, today, cues)):
            asked.append(of_all)
            continue
        if told or (asks_for_words(words, cues) and part.operation == "value"):
            part = replace(part, intent="passages", role=replace(part.role, of_answer=told))
        if told:
            asked.append(replace(part, question=words, gist=part.plain))
        elif not _is_told_with(asked[-1], part, words, cues):
            asked.append(replace(_of_the_same(asked[-1], part, words, cues), question=words))
    then: Query | None = None
    for part in reversed(asked[1:]):
        typed = as_typed(part.question, whole.plain, whole.question)
        role = replace(part.role, typed=typed, is_behind=bool(asked[0].metrics))
        then = replace(part, role=role).followed_by(then)
    head = asked[0]
    typed = as_typed(first, whole.plain, whole.question)
    gist = typed if head.gist == first == head.plain else head.gist
    head = replace(head, gist=gist, role=replace(head.role, typed=typed))
    return head.in_words_of(whole).followed_by(then)


def _of_the_collection(words: str, whole: Query, today: date, cues: Cues) -> Query | None:
    """A part that asks after the collection itself, of no more than its own words name: "the rate
    in Hue, and how many reports do you have?"; None where it goes on from the one before it."""
    if "pronoun" in cues.hits("follow_up", words):
        return None
    found = of_holdings(_read(words, (), today, whole), today, cues)
    return found if found and found.role.holdings != "abilities" else None


def _with_told_behind(first: Query, whole: Query, behind: str, cues: Cues) -> Query:
    """The first part with the place and the time that only the words behind it name; not where
    these speak of "it" at another place or time, of a list's places, or of a plan for a time."""
    if "pronoun" in cues.hits("follow_up", behind) or first.operation in ("rank", "list"):
        return first
    is_now = cues.hits("present", first.plain) or asked_aspects(behind, cues) != first.aspects
    periods = first.periods or (() if is_now else whole.periods)
    places, premise = first.places or whole.places, first.linked.premise
    if premise is not None and not premise.places:
        premise = replace(premise, places=places)
    return replace(first, places=places, periods=periods).granting(premise)


def _is_told_with(first: Query, second: Query, words: str, cues: Cues) -> bool:
    """Whether a part asks for no more than the one before it is answered with: "which province is
    first, and how much is it?"."""
    if _asks_difference(first, words, cues) or _asks_of_the_listed(first, second, words, cues):
        return True
    if asks_who_explains(first.plain) and "why" in cues.hits("about", words):
        return "pronoun" in cues.hits("told_by", words)  # "and what did he blame?"
    new = cues.content(words) - (
        first.words if "figure" in cues.hits("about", words) else frozenset()
    )
    says_nothing = not new and not asks_for_words(words, cues)
    return says_nothing and _asks_the_same(first, second)


def _asks_the_same(first: Query, second: Query) -> bool:
    """Whether a part is read to ask for the same figures, and puts none forward."""
    return first.slots == second.slots and not second.claimed


def _asks_difference(first: Query, words: str, cues: Cues) -> bool:
    """Whether a part asks only by how much those differ that the part before it compares."""
    compares = first.operation == "compare" and first.aspects == ("level",)
    adds = cues.content(words) - cues.idle.words
    return compares and "difference" in cues.hits("follow_up", words) and not adds


def _asks_of_the_listed(first: Query, second: Query, words: str, cues: Cues) -> bool:
    """Whether a part asks for the figure by which the part before it puts firms in order: "which
    three firms owe most, and how much do they owe?"."""
    lists = first.operation in ("rank", "list") and "firms" in cues.hits("debtors", first.plain)
    is_same = (second.metrics, second.aspects) == (first.metrics, first.aspects)
    of_whole = cues.hits("kinds", words) or "total" in cues.hits("operation", words)
    of_other = places_of(words) or second.claimed or lengths_sought(words)
    if not (lists and is_same) or of_whole or of_other:
        return False
    known = first.words.union(*map(cues.words_of, ("debtors", "money", "same")))
    return not cues.content(words) - known and not asks_for_words(words, cues)


def _asks_for_other_end(first: Query, second: Query) -> bool:
    """Whether a part asks for the other end of the order that the one before it asks for: "which
    province has the most, and which the fewest?"."""
    is_turned = first.order.lowest_first != second.order.lowest_first
    end, nth = first.order.lowest_first, first.order.nth
    like_first = replace(second, order=replace(second.order, lowest_first=end, nth=nth))
    return first.operation == "rank" and is_turned and first.slots == like_first.slots


def _of_the_same(first: Query, second: Query, words: str, cues: Cues) -> Query:
    """A part of a question as one of what the part before it is of, where "it" or a length of time
    that is asked for goes on with that.  What is read to ask for the same figure again asks for
    something of it that no report tells."""
    sought = lengths_sought(words)
    of_it = first.intent == "figure" and "pronoun" in cues.hits("follow_up", words)
    if sought or of_it:
        narrowing = dict.fromkeys((*first.qualifiers, *second.qualifiers))
        second = replace(second, qualifiers=tuple(narrowing), words=first.words | second.words)
    if sought:
        gist = f"{first.gist} {second.gist}"
        second = replace(second, intent="passages", plain=words, gist=gist, operation="value")
        # Whoever comes first in an order is not known before it is told.
        return second.leaving("metric") if first.operation == "rank" else second
    of_them = cues.hits("of_them", words)
    if second.intent == "figure" and not of_them and _asks_the_same(first, second):
        return replace(second, intent="passages", role=replace(second.role, of_answer="worth"))
    return second


def _premise(query: Query, before: Sequence[Query], today: date, *, goes_on: bool) -> Query | None:
    """The figure that a question for reasons or for a time takes for granted."""
    cues = load_cues()
    put = premise_of(query.plain, cues)
    if put is None:  # "and why?"
        asks = query.metrics and "why" in cues.hits("about", query.plain)
        return _as_premise(query, query) if asks else None
    premise = _read(put, before, today, query, goes_on=goes_on)
    if supposes(query.plain, cues) and not _supposes_figure(premise):
        return None
    of_plan = bool(premise.places) and set(premise.aspects) <= set(OF_TARGET)
    tells = bool(premise.metrics or of_plan)  # "why did Hue miss its plan?"
    is_one = premise.operation in ("value", "compare")
    return _as_premise(premise, query) if tells and is_one else None


def _as_premise(put: Query, whole: Query) -> Query:
    """What a question takes for granted, as it is held against the reports."""
    role = replace(put.role, is_premise=True)
    return replace(put, intent="figure", language=whole.language, role=role)


def _supposes_figure(put: Query) -> bool:
    """Whether what is supposed is a figure, or that one of a place moves; no case of law: "what if
    I lose my card?"."""
    return bool(put.claimed or (put.places and set(put.aspects) <= set(CHANGES)))


def _says_only_it(query: Query, cues: Cues) -> bool:
    """Whether nothing but a word for something asked before tells what is asked: "what was it in
    2030?"."""
    told = query.metrics or query.unsure.words or query.qualifiers or query.places
    pointed_at = "pronoun" in cues.hits("follow_up", query.plain)
    return bool(pointed_at and (query.periods or query.manner.occasion) and not told)
