"""Places that a list or an order is to leave out: "apart from Hanoi, which province has most?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.query import Query
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of
from indexing.records import Span

_JOINED = re.compile(r"\s*(?:,\s*(?:and\s+|và\s+)?|(?:and|or|và|hay|hoặc)\s+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AskedExclusion:
    """The places left out, and where the words are that say so."""

    places: tuple[str, ...]
    spans: tuple[Span, ...]

    def asked_of(self, query: Query, cues: Cues) -> Query | None:
        """The query, which is read without these words, with the places left out; None where what
        is left asks for no list of places and no order of them."""
        if query.operation not in ("list", "rank"):
            return None
        return replace(query, order=replace(query.order, left_out=self.places))


def asked_exclusion(question: str, cues: Cues) -> AskedExclusion | None:
    """The places named right behind a word that leaves them out; None where there are none."""
    found = [
        (names, Span(cue.start, end))
        for cue in cues.spans("leaving_out", question)
        for names, end in _behind(question, cue)
    ]
    if not found:
        return None
    places = tuple(dict.fromkeys(name for names, _ in found for name in names))
    return AskedExclusion(places, tuple(span for _, span in found))


def _behind(question: str, cue: Span) -> Iterator[tuple[list[str], int]]:
    """The places that a word is followed by, those that are joined to the first among them, and
    where they end."""
    names: list[str] = []
    end = cue.end
    for mention in sorted(places_of(question), key=lambda mention: mention.start):
        between = question[end : mention.start]
        if mention.start >= end and (not between.strip() or (names and _JOINED.fullmatch(between))):
            names.append(mention.name)
            end = mention.end
    if names:
        yield names, end
