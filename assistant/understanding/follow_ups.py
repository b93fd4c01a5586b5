"""Follow-ups: a question that leaves open what the one before it said."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from assistant.records import Query
from assistant.understanding.cues import Cues
from assistant.understanding.manner import WORDS
from assistant.understanding.metrics import Metrics, schemes_of
from indexing.catalogue import catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.reading.metric.terms import find_terms
from indexing.reading.period.notation import shift_years, to_period
from indexing.records import Period

_T = TypeVar("_T")

MOST_FOLLOW_UP_WORDS = 8
"""A question of more content words than this says what it wants by itself."""

MOST_FRAGMENT_WORDS = 4
"""So short a question with neither place nor period goes on from the one before it."""


def carried(query: Query, previous: Query, cues: Cues) -> Query:
    """The query with its open slots filled from the one before it, if it is a follow-up.

    A question follows when it opens like one ("and ...", "what about ...") and is short, when "it"
    stands for what it asks of, or when it names a place or a period and nothing else.
    """
    if not _goes_on(query, cues):
        return query
    if _changes_the_subject(query, previous, cues):
        places, periods = query.places or previous.places, query.periods or previous.periods
        return replace(query, places=places, periods=periods)
    metrics = _metrics_after(query, previous, cues)
    # What narrowed the figure before goes on with it, not with another one.
    goes_on = query if query.metrics else previous
    asks_for_words = bool(WORDS & set(cues.hits("about", query.plain)))
    asks_for_words = asks_for_words and query.intent == "passages"
    return replace(
        query,
        intent="passages" if asks_for_words else "figure" if metrics.names else previous.intent,
        metrics=metrics.names,
        readings=metrics.readings,
        aspects=query.aspects if query.aspects != ("level",) else previous.aspects,
        places=_beside(query, query.places, previous.places),
        periods=_periods_after(query, previous, cues),
        qualifiers=query.qualifiers or goes_on.qualifiers,
        lowest_first=query.lowest_first or goes_on.lowest_first,
        dollars=query.dollars or goes_on.dollars,
        claimed=query.claimed or (goes_on.claimed if goes_on.operation == "rank" else ()),
        operation=query.operation if query.operation != "value" else previous.operation,
        parts=query.parts or goes_on.parts,
        words=query.words | (previous if asks_for_words else goes_on).words,
        gist=f"{previous.gist} {query.gist}" if asks_for_words else query.gist,
    )


def _goes_on(query: Query, cues: Cues) -> bool:
    """Whether a question leaves open what the one before it said."""
    opening = cues.hits("follow_up", " ".join(query.plain.split()[:2]))
    names_a_slot = bool(query.places or query.periods)
    if "starts" in opening and len(query.words) <= MOST_FOLLOW_UP_WORDS:
        return True
    if "pronoun" in cues.hits("follow_up", query.plain) and not query.metrics:
        return True
    if query.metrics:
        short = len(query.plain.split()) <= MOST_FRAGMENT_WORDS
        return short and not names_a_slot
    if _unknown(query, cues):
        return False
    asks_otherwise = query.aspects != ("level",) or query.operation != "value"
    return names_a_slot or asks_otherwise or "alone" in opening


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
    """The periods of a follow-up; "the year before" counts from those asked for before."""
    if "year_before" not in cues.hits("follow_up", query.plain) or not previous.periods:
        return _beside(query, query.periods, previous.periods)
    if query.aspects != ("level",):
        return previous.periods  # what a change is compared with
    return tuple(
        to_period(p.text, p.start, p.end, shift_years(p.notation, -1)) for p in previous.periods
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
    measures = [term.id for term in find_terms(query.plain) if term.kind == "measure"]
    measures = measures or list(cues.hits("measure", query.plain))
    if schemes:
        changed = [metric_for(scheme, metric.measure) for scheme in schemes for metric in before]
    elif measures:
        schemes = [scheme for metric in before for scheme in metric.schemes[:1]]
        changed = [metric_for(scheme, measures[0]) for scheme in schemes]
    else:
        return Metrics(previous.metrics, previous.readings)
    names = tuple(dict.fromkeys(metric for metric in changed if metric))
    return Metrics(names) if names else Metrics(query.metrics or previous.metrics, query.readings)
