"""The figures that a question puts forward, and its words without them."""

from __future__ import annotations

import re

from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.words.cues import load_cues
from assistant.understanding.words.reading import quantities_of
from indexing.records import Quantity, Span

_FALLS = re.compile(r"\bf(?:all(?:s|en|ing)?|ell)\s+(?:(?:just|well|far)\s+)?$", re.IGNORECASE)
_TOP = re.compile(r"\btop(?:\s+(?:the\s+)?)?$", re.IGNORECASE)
"""Right before a number that says how many to name."""


def without_figures(question: str) -> str:
    """ "Fewer than 30,000" and "fell short of 30,000" ask for no change, "at least 90 per cent" for
    no ranking."""
    told = put_forward(question)
    falls = (_FALLS.search(question, 0, quantity.start) for quantity in told)
    starts = (fall.start() if fall else q.start for fall, q in zip(falls, told, strict=True))
    spans = (Span(start, q.end) for start, q in zip(starts, told, strict=True))
    return blanked(question, spans, " ")


def put_forward(question: str) -> list[Quantity]:
    """The quantities of a question but for those that say how many to name: "top 3 debtors", "the
    three biggest debtors"."""
    cues = load_cues()
    return [
        q
        for q in quantities_of(question)
        if not _TOP.search(question[: q.start])
        and not cues.hits("order", question[q.start : q.end])
    ]
