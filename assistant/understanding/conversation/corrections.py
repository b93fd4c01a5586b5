"""Corrections: what a question takes back of the one before it: "not the target, the actual"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from assistant.datafiles import datafile
from assistant.query import Query
from assistant.understanding.slots.aspects import asked_aspects
from assistant.understanding.slots.narrowing.qualifiers import unknown_words
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import (
    periods_of,
    places_of,
    quantities_of,
    understood_spans,
)
from indexing.records import Span

_MOST_WORDS = 5


def refusal(question: str) -> Span:
    """The "no," by which a question opens; empty where it does not."""
    match = _refusal().match(question)
    return Span(0, match.end() if match else 0)


def taken_back(question: str, today: date, cues: Cues) -> list[Span]:
    """What a question says that it does not ask for: "not Hue", "không phải chỉ tiêu".

    Only names of what is asked are taken back: "not counting pupils", "not reached" are no such,
    nor is a limit: "but not above 93 per cent".
    """
    limits = [q for q in quantities_of(question) if q.bound != "exact"]
    found = (Span(*match.span("back")) for match in _back().finditer(question))
    return [
        span
        for span in found
        if not any(limit.start < span.start < limit.end for limit in limits)
        and _only_names(question[span.start : span.end], today, cues)
    ]


def _only_names(text: str, today: date, cues: Cues) -> bool:
    named = understood_spans(text, today)
    is_aspect = asked_aspects(text, cues) != ("level",) or "level" in cues.hits("follow_up", text)
    is_aspect = is_aspect or bool(cues.hits("beside", text))  # "in people, not per cent"
    acts = cues.hits("verdict", text) or "fulfilled" in cues.hits("aspect", text)
    is_short = len(text.split()) <= _MOST_WORDS
    return bool(
        (named or is_aspect) and is_short and not acts and not unknown_words(text, named, cues)
    )


def without(previous: Query, text: str, today: date, cues: Cues) -> Query:
    """The question before without what `text` takes back of it."""
    places = {mention.name for mention in places_of(text)}
    periods = {mention.period.notation for mention in periods_of(text, today)}
    is_other = asked_aspects(text, cues) == previous.aspects
    return replace(
        previous,
        aspects=("level",) if is_other else previous.aspects,
        places=tuple(place for place in previous.places if place not in places),
        periods=tuple(p for p in previous.periods if p.notation not in periods),
    )


@cache
def _refusal() -> re.Pattern[str]:
    """Without its comma "no" is as likely Vietnamese: "no bao nhieu"."""
    refusals = "|".join(datafile("corrections")["refusals"])
    return re.compile(rf"\s*(?:{refusals})\s*[,.:-]\s*", re.IGNORECASE)


@cache
def _back() -> re.Pattern[str]:
    """A clause that only says what is not meant."""
    denials = "|".join(datafile("corrections")["denials"])
    return re.compile(
        rf"(?:^|[,;.:]|\b(?:but|chứ|chu)\b)\s*(?:{denials})\s+(?:là\s+|la\s+)?"
        r"(?P<back>[^,;.:?!]+?)\s*(?=[,;.:?!]|\b(?:but|mà|ma)\b|$)",
        re.IGNORECASE,
    )
