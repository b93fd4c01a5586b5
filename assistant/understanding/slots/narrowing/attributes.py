"""Words that narrow only at what is counted: "closed facilities", "how many facilities closed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.understanding.slots.narrowing.qualifiers import blanked, meet
from assistant.understanding.slots.narrowing.things import things_numbered
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of, spans_of, terms_of
from indexing.catalogue import catalogue
from indexing.records import SHARES, Span

_HAS = re.compile(r"\b(?:has|have|had)\s+$", re.IGNORECASE)
_APART = re.compile(r"[,\d]")
"""Between what is counted and what is told of something else: "insured when 2021 closed"."""


def attributes(question: str, metrics: Sequence[str], cues: Cues) -> list[str]:
    """The words at what a question counts that make it a part: "former" of "former members".

    Who asks "how large" a number is, or how a place "closed the year", narrows nothing.
    """
    if metrics and all(catalogue().metric(metric).unit in (*SHARES, "VND") for metric in metrics):
        return []
    people = cues.spans("counted_people", question)
    terms = (Span(term.start, term.end) for term in terms_of(question))
    counted = [*people, *terms, *things_numbered(question, cues)]
    return [question[span.start : span.end] for span in _at(question, counted, cues)]


def _at(question: str, counted: Sequence[Span], cues: Cues) -> Iterator[Span]:
    places = spans_of(places_of(question))
    plain = blanked(question, places, " ")  # "facilities in Dong Nai were closed"
    for key, span in cues.spans_by("attribute", question):
        if any(meet(span, place) for place in places):
            continue
        before = (plain[span.end : noun.start] for noun in counted if span.end <= noun.start)
        behind = [plain[noun.end : span.start] for noun in counted if noun.end <= span.start]
        # "People | lost UI", "Hue has | lost members", "Hue | lost members".
        moves = cues.hits("verdict", question[span.start : span.end])
        subjects = [question[p.end : span.start] for p in places if moves and p.end <= span.start]
        does = any(not gap.strip() for gap in (*behind, *subjects))
        does = does or _HAS.search(plain, 0, span.start) is not None
        leads = any(not gap.strip() for gap in before) and not does
        follows = any(not cues.content(gap) and not _APART.search(gap) for gap in behind)
        if key == "ended":
            leads, follows = False, follows and "owing" in cues.hits("debtors", question)
        if leads or (key != "before" and follows):
            yield span
