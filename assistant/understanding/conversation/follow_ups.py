"""Follow-ups: a question that leaves open what the one before it said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from assistant.records import Query
from assistant.understanding.conversation.lists import (
    asks_for_others,
    first_of,
    of_others,
    standing_after,
)
from assistant.understanding.slots.manner import WORDS
from assistant.understanding.slots.metrics import Metrics, of_money
from assistant.understanding.slots.named import schemes_of
from assistant.understanding.slots.periods import counted_from, of_year
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import terms_of
from indexing.catalogue import Metric, catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.reading.period.notation import shift_years, to_period
from indexing.records import CHANGES, OF_TARGET, SHARES, Aspect, Period

_T = TypeVar("_T")
_COUNTED: Mapping[tuple[Aspect, ...], tuple[Aspect, ...]] = {
    ("change_pct",): ("change",),
    ("target_pct",): ("level",),
}
"""What is asked for in people after a share."""
_ASKING = ("about", "measure", "scheme", "beside")
"""Sections of words that ask for something, though not of where and when."""

MOST_FOLLOW_UP_WORDS = 8
"""A question of more content words than this says what it wants by itself."""

MOST_FRAGMENT_WORDS = {"en": 4, "vi": 6}
"""So short a question with neither place nor period goes on from the one before it; Vietnamese
words are written in syllables."""


def carried(query: Query, before: Sequence[Query], cues: Cues, corrects: bool) -> Query:
    """The query with its open slots filled from those `before` it, if it is a follow-up.

    A question follows when it opens like one ("and ...", "what about ...") and is short, when "it"
    stands for what it asks of, or when it names nothing, or nothing but a place or a period; so
    does one that `corrects` the one before it.
    """
    if before and _asks_of_the_answer(query, cues):
        return replace(before[-1], question=query.question, language=query.language)
    if not before or not (corrects or _goes_on(query, cues)):
        return query
    previous = _last_asked(query, before)
    if asks_for_others(query, cues):
        query, previous = of_others(query, previous, cues)
    if "first_only" in cues.hits("follow_up", query.plain):
        return first_of(previous, query)
    if "whole" in cues.hits("follow_up", query.plain):
        previous = replace(previous, qualifiers=(), parts=frozenset(), words=frozenset())
    if _changes_the_subject(query, previous, cues):
        places, periods = query.places or previous.places, query.periods or previous.periods
        return replace(query, places=places, periods=periods)
    about = set(cues.hits("about", query.plain))
    aspects = _aspects_after(query, previous, cues)
    in_per_cent = aspects != previous.aspects and aspects == ("change_pct",)
    asked = replace(query, aspects=aspects) if in_per_cent else query
    metrics = _metrics_after(asked, previous, cues)
    asks_for_words = query.intent == "passages" and bool({*WORDS, "said", "where"} & about)
    asks_for_words = asks_for_words and query.operation == "value"  # not "who has more?"
    # "What did An say?  And about pensions?": the name of an insurance is no figure.
    names_figure = bool(query.metrics and not query.readings) or "figure" in about
    keeps_to_words = previous.intent == "passages" and not (names_figure or query.claimed)
    asks_for_words = asks_for_words or keeps_to_words
    # What narrowed the figure before goes on with it, not with another one.
    goes_on = previous if keeps_to_words or not query.metrics else query
    periods = _periods_after(query, previous, cues)
    filled = replace(
        query,
        intent="passages" if asks_for_words else "figure" if metrics.names else previous.intent,
        metrics=metrics.names,
        readings=metrics.readings,
        aspects=aspects,
        places=_beside(query, query.places, previous.places),
        periods=periods,
        versus=counted_from(query.versus, periods),
        qualifiers=query.qualifiers or goes_on.qualifiers,
        lowest_first=query.lowest_first or goes_on.lowest_first,
        standing=query.standing or standing_after(query, previous, goes_on, cues),
        dollars=query.dollars or (goes_on.dollars and "dong" not in about),
        claimed=query.claimed or (goes_on.claimed if goes_on.operation == "rank" else ()),
        operation=query.operation if query.operation != "value" else previous.operation,
        parts=query.parts or goes_on.parts,
        words=query.words | (previous if asks_for_words else goes_on).words,
        further=previous.further if query.operation == "compare" else (),
        gist=f"{previous.gist} {query.gist}" if asks_for_words else query.gist,
    )
    by_how_much = "difference" in cues.hits("follow_up", query.plain)
    if filled.operation == "compare" and by_how_much and not query.metrics:
        filled = replace(filled, aspects=previous.aspects)
    # "Which firm owes most?  How much?" asks the same again, which its own words do not tell.
    asks_the_same = filled.intent == "figure" and _slots(filled) == _slots(previous)
    if asks_the_same and not query.claimed:
        again = replace(previous, question=query.question, language=query.language)
        # "Did it rise?  By how much?" is no longer answered by yes or no.
        return replace(again, plain=query.plain) if by_how_much else again
    return filled


def _asks_of_the_answer(query: Query, cues: Cues) -> bool:
    """Whether it asks for nothing but the answer given: "which source?", "are you sure?"."""
    asks = "answer" in cues.hits("follow_up", query.plain)
    names_a_slot = query.metrics or query.places or query.periods or query.claimed
    is_other = query.operation != "value" or query.aspects != ("level",)
    return asks and not (names_a_slot or is_other or query.unknown or query.qualifiers)


def _says_aspect(query: Query, cues: Cues) -> bool:
    """Whether it says what it asks of a metric; "the actual" asks for the level after a target."""
    return query.aspects != ("level",) or "level" in cues.hits("follow_up", query.plain)


def _aspects_after(query: Query, previous: Query, cues: Cues) -> tuple[Aspect, ...]:
    """What it asks of a metric; as before where it says no more than in what it is to be told.

    "How much did it grow?  And in per cent?"; "what share of the plan?  How many people?".
    """
    of_target = previous.aspects == ("target",) or set(previous.aspects) <= set(OF_TARGET)
    by_how_much = "difference" in cues.hits("follow_up", query.plain)
    if of_target and by_how_much and set(query.aspects) <= set(CHANGES):
        return OF_TARGET  # what it is more by is the target
    if _says_aspect(query, cues):
        return query.aspects
    if previous.aspects == ("target",) and "fulfilled" in cues.hits("aspect", query.plain):
        return OF_TARGET if not query.claimed else previous.aspects
    if cues.hits("count", query.plain):
        return _COUNTED.get(previous.aspects, previous.aspects)
    shares = (cues.hits("measure", query.plain), cues.hits("beside", query.plain))
    goes_on = query.readings or not query.metrics
    if goes_on and set(previous.aspects) <= set(CHANGES) and "coverage" in chain(*shares):
        return ("change_pct",)
    return previous.aspects


def _slots(query: Query) -> tuple[object, ...]:
    """All that tells one question for figures from another."""
    return (query.intent, query.operation, query.metrics, query.aspects, query.places,
            query.periods, query.qualifiers, query.parts, query.dollars,
            query.lowest_first, query.standing)  # fmt: skip


def _goes_on(query: Query, cues: Cues) -> bool:
    """Whether a question leaves open what the one before it said."""
    opening = cues.hits("follow_up", " ".join(query.plain.split()[:2]))
    names_a_slot = bool(query.places or query.periods)
    if "first_only" in cues.hits("follow_up", query.plain) and not (names_a_slot or query.metrics):
        return True
    if "starts" in opening and len(query.words) <= MOST_FOLLOW_UP_WORDS:
        return True
    if "pronoun" in cues.hits("follow_up", query.plain) and not query.metrics:
        return True
    if query.metrics:
        short = len(query.plain.split()) <= MOST_FRAGMENT_WORDS[query.language]
        return short and not names_a_slot
    if _unknown(query, cues):
        return False
    asks_otherwise = _says_aspect(query, cues) or query.operation != "value" or query.claimed
    asks = any(cues.hits(section, query.plain) for section in _ASKING)
    return bool(names_a_slot or asks_otherwise or asks or "alone" in opening)


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
        periods=first.periods if first.periods == last.periods else (*first.periods, *last.periods),
    )


def _unknown(query: Query, cues: Cues) -> frozenset[str]:
    """The words that say something new: neither a way of asking nor a part of the whole."""
    parts = cues.content(" ".join(query.qualifiers)) if cues.hits("part", query.plain) else ()
    return query.unknown - frozenset(parts)


def _changes_the_subject(query: Query, previous: Query, cues: Cues) -> bool:
    """Whether only the place goes on: "And the weather there?".

    After a figure that a name narrowed another bare name takes its place: "and Vinh Thong?".
    """
    if query.metrics or not _unknown(query, cues):
        return False
    names_another = bool(query.qualifiers) and not cues.hits("asking", query.plain)
    return not (names_another and previous.qualifiers and previous.metrics)


def _periods_after(query: Query, previous: Query, cues: Cues) -> tuple[Period, ...]:
    """The periods of a follow-up; "the year before" counts from those asked for before.

    "And in June?" is that of the year asked for before.
    """
    if len(query.periods) == 1 and previous.periods and query.operation == "value":
        query = replace(query, periods=(of_year(query.periods[0], previous.periods[-1]),))
    told = cues.hits("follow_up", query.plain)
    years = 1 if "year_after" in told else -1 if "year_before" in told else 0
    if not years or not previous.periods:
        return _beside(query, query.periods, previous.periods)
    if years < 0 and query.aspects != ("level",):
        return previous.periods  # what a change is compared with
    return tuple(
        to_period(p.text, p.start, p.end, shift_years(p.notation, years)) for p in previous.periods
    )


def _beside(query: Query, own: tuple[_T, ...], before: tuple[_T, ...]) -> tuple[_T, ...]:
    """What a follow-up names, beside what was named before where it compares the two."""
    if query.operation == "compare" and len(own) == 1 and own != before:
        return (*before, *own)
    return own or before


def _metrics_after(query: Query, previous: Query, cues: Cues) -> Metrics:
    """What a follow-up asks for: its own metric, or the one before with the part that it changes.

    "and voluntary?" changes the insurance, "and how many people?" what is counted of it.
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
        changed = [metric_for(scheme, metric.measure) for scheme in schemes for metric in before]
    elif measures:
        schemes = [scheme for metric in before for scheme in metric.schemes[:1]]
        changed = [metric_for(scheme, measures[0]) for scheme in schemes]
    elif rates:  # "And the rate?": the same in per cent.
        pairs = [(metric.schemes[:1], metric.measure) for metric in before]
        changed = [metric_for(s[0] if s else None, m, "percent") for s, m in pairs]
    elif "amount" in cues.hits("money", query.plain):
        return Metrics(tuple(map(of_money, previous.metrics)), previous.readings)
    else:
        return Metrics(previous.metrics, previous.readings)
    names = tuple(dict.fromkeys(metric for metric in changed if metric))
    return Metrics(names) if names else Metrics(query.metrics or previous.metrics, query.readings)


def _measures(
    named: Sequence[str], query: Query, before: Sequence[Metric], cues: Cues
) -> list[str]:
    """What a question counts by the measures that it has `named`, or else by its other words.

    "How many?" of what is counted already, and "what per cent of the plan?", count the same.
    """
    is_counted = all(metric.unit not in (*SHARES, "VND") for metric in before)
    is_share = {"target_pct", "change_pct"} & set(query.aspects)
    idle = {*(("participants",) if is_counted and not named else ())}
    idle |= {*(("coverage",) if is_share else ())}
    told = named or cues.hits("measure", query.plain)
    if not named and all(metric.measure == "benefits_paid" for metric in before):
        idle |= {"benefits_paid"}
        told = ["beneficiaries" if measure == "participants" else measure for measure in told]
    return [measure for measure in told if measure not in idle]
