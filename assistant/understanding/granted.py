"""A clause that says what is so before another asks: "since Hue missed its target, by how much?".

It is held against the reports as what a question for reasons takes for granted is, and what asks
goes on from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from assistant.query import Query
from assistant.understanding.slots.aspects import asked_aspects
from assistant.understanding.slots.operations import asks_how_near
from assistant.understanding.slots.standings import side_of_than
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of
from indexing.records import CHANGES, OF_TARGET, Language, Span

_TWO = 2
_BREAK = re.compile(r",\s+")
_BY_HOW_MUCH = re.compile(
    r"\bby how (?:much|many)\b|\b(?:hơn|hon|kém|kem|thua|cách|cach)\s+(?:bao nhi[êe]u|mấy|may)\b",
    re.IGNORECASE,
)
_OPENS = frozenset({"lead", "ask", "wh"})
"""Keys of the words with which an English clause begins that asks."""
_PUT = frozenset({"up", "down", "missed", "reach"})
_OUTCOMES = frozenset({"fulfilled", "excess", "lacking", "gap"})
"""Keys of what is said of a figure, and of a target, that reports can bear out or not."""


class Granted(NamedTuple):
    """The two clauses of a question."""

    put: str
    """What is said to be so."""
    asks: str
    is_behind: bool = False
    """The clause that says something is so stands behind the one that asks."""


def granted(question: str, language: Language, cues: Cues) -> Granted | None:
    """The clause that says something is so, and the one that asks; None where there are no two."""
    heads = [span for key, span in cues.spans_by("granted", question) if key == language]
    if heads and question[: heads[0].start].strip(" \"'(,"):
        return _granted_behind(question, heads[-1], language, cues)
    if not heads:
        return None
    for end, start in _breaks(question, language, cues):
        put, asks = question[heads[0].end : end].strip(" ,"), question[start:].strip()
        if end > heads[0].end and _asks(asks, language, cues) and not cues.hits("asking", put):
            return Granted(put, asks)
    return None


def _granted_behind(question: str, head: Span, language: Language, cues: Cues) -> Granted | None:
    """The two clauses where the one that says something is so comes last: "how much was it, since
    it rose?"."""
    asks, put = question[: head.start].rstrip(), question[head.end :].strip(" ?.")
    apart = asks.endswith(",") and put and not cues.hits("asking", put)
    return (
        Granted(put, asks.rstrip(" ,"), is_behind=True)
        if apart and _asks(asks, language, cues)
        else None
    )


def held_against(put: Query, cues: Cues) -> Query:
    """A clause that sets one place on one side of another as one that compares them: "Hue is below
    Hanoi"."""
    named = places_of(put.plain)
    of_two = put.operation == "value" and put.aspects == ("level",) and len(put.places) == _TWO
    if not of_two or len(named) != _TWO or put.claimed:
        return put
    between = put.plain[named[0].end : named[1].start]
    sides = {"above", "below"} & set(cues.hits("standing", between))
    return replace(put, operation="compare") if sides else put


def puts_something(put: Query, cues: Cues) -> bool:
    """Whether a clause says of a figure what reports can bear out: a value, that it moved, what
    came of its target, or on which side of another it is; not merely that there is such a thing."""
    if put.operation not in ("value", "compare") or not (put.metrics or put.places):
        return False
    if put.operation == "compare" and len(put.places) == _TWO and put.aspects == ("level",):
        return side_of_than(put.plain, cues) is not None
    if set(put.aspects) <= set(CHANGES):
        return bool(_PUT & set(cues.hits("verdict", put.plain)))
    if set(put.aspects) <= set(OF_TARGET):
        said = {*cues.hits("verdict", put.plain), *cues.hits("aspect", put.plain)}
        return bool((_PUT | _OUTCOMES) & said)
    return bool(put.metrics) and any(claim.unit != "other" for claim in put.claimed)


def gone_on_from(put: Query, asks: str, cues: Cues) -> Query:
    """What the clause that asks goes on from: of what the other one says moved, or came to its
    target, by how much is asked only where that is said again; else what it is."""
    if put.operation == "compare":  # the first of the two is spoken of
        put = replace(put, operation="value", places=put.places[:1])
    own = asked_aspects(asks, cues)
    again = {"up", "down", "missed"} & set(cues.hits("verdict", asks))
    return put if again or own != ("level",) else replace(put, aspects=own, versus=(), claimed=())


def apart_in(put: Query, asks: str, cues: Cues) -> Query | None:
    """What is said of two places, as a question for how far they lie apart, where the clause behind
    it asks for no more: "as Hue is behind Hanoi, how far behind?"; None where it asks for more."""
    compares = put.operation == "compare" and len(put.places) == _TWO and put.aspects == ("level",)
    told = {*cues.hits("follow_up", asks), *cues.hits("aspect", asks)}
    how_far = asks_how_near(asks) or _BY_HOW_MUCH.search(asks)
    sides = cues.words_of("standing") | cues.words_of("degree") | {"far", "cach", "xa"}
    adds = cues.content(asks) - cues.generic - cues.idle.words - sides
    if not compares or side_of_than(put.plain, cues) is None or not how_far or adds:
        return None
    return put if "target" not in told else None


def _breaks(question: str, language: Language, cues: Cues) -> Iterator[tuple[int, int]]:
    """Where the one clause may end and the other begin."""
    found = [match.span() for match in _BREAK.finditer(question)]
    if language == "vi":
        joins = (span for key, span in cues.spans_by("granted", question) if key == "then")
        found += [(span.start, span.end) for span in joins]
    yield from sorted(found)


def _asks(clause: str, language: Language, cues: Cues) -> bool:
    if language == "vi":
        return bool(cues.hits("asking", clause))
    opens = (span for key, span in cues.spans_by("preamble", clause) if key in _OPENS)
    return any(not clause[: span.start].strip(" \"'(") for span in opens)
