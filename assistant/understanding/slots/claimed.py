"""The figures that a question puts forward, and its words without them."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.understanding.slots.kinds import asked_kind
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.words.cues import Cues, load_cues
from assistant.understanding.words.reading import quantities_of
from indexing.records import Quantity, Span

_FALLS = re.compile(r"\bf(?:all(?:s|en|ing)?|ell)\s+(?:(?:just|well|far)\s+)?$", re.IGNORECASE)
_TOP = re.compile(r"\btop(?:\s+(?:the\s+)?)?$", re.IGNORECASE)
"""Right before a number that says how many to name."""
MOST_NAMED = 63
"""No more are asked for by their number: there were so many provinces."""
_SMALL = 1000
_CLAUSE = re.compile(r"[,;:?.!]")


def without_figures(question: str) -> str:
    """ "Fewer than 30,000" and "fell short of 30,000" ask for no change, "at least 90 per cent" for
    no ranking."""
    told = put_forward(question)
    falls = (_FALLS.search(question, 0, quantity.start) for quantity in told)
    starts = (fall.start() if fall else q.start for fall, q in zip(falls, told, strict=True))
    spans = (Span(start, q.end) for start, q in zip(starts, told, strict=True))
    return blanked(question, spans, " ")


def put_forward(question: str) -> list[Quantity]:
    """The quantities of a question but for those that say how many to name."""
    return [q for q in quantities_of(question) if not says_how_many(q, question)]


def is_telling(told: Quantity) -> bool:
    """Whether a figure alone tells which one is meant; a small number that stands alone may be
    anything: "what is 2 + 2?"."""
    return not told.is_bare or abs(told.value) >= _SMALL


def figures_in(question: str, cues: Cues) -> tuple[Quantity, ...]:
    """The quantities of a question; what is to be beaten or got past is a limit that lies below:
    "which provinces beat 95 per cent?"."""
    ends = {span.end for key, span in cues.spans_by("aspect", question) if key == "excess"}
    return tuple(
        replace(told, bound="over")
        if told.bound == "exact" and len(question[: told.start].rstrip()) in ends
        else told
        for told in quantities_of(question)
    )


def is_named(told: Quantity, question: str, cues: Cues) -> bool:
    """Whether so many of a kind are to be named, whichever they are: "name one province that",
    "give me three facts about"."""
    end = len(question[: told.start].rstrip())
    names = any(span.end == end for span in cues.spans("naming", question))
    noun = told.unit_text or ""
    is_of_kind = bool(cues.hits("kinds", noun) or cues.hits("overview", noun))
    return names and told.bound == "exact" and is_of_kind


def says_how_many(told: Quantity, question: str) -> bool:
    """Whether a number says how many of an order to name: "top 3 debtors", "the three biggest
    debtors", "5 firms with the biggest debt"; not "10 firms in the province with the biggest"."""
    cues = load_cues()
    if _TOP.search(question[: told.start]) or cues.hits("order", question[told.start : told.end]):
        return True
    if is_named(told, question, cues):
        return True
    first = next((span.start for span in cues.spans("order", question[told.end :])), None)
    kinds = cues.hits("kinds", told.unit_text or "")
    if first is None or not kinds or told.bound != "exact" or told.value > MOST_NAMED:
        return False
    if (asked := asked_kind(question, cues)) and asked.name not in kinds:
        return False  # "which province with 10 firms in debt has the most"
    between = question[told.end : told.end + first]
    return not _CLAUSE.search(between) and not set(cues.hits("kinds", between)) - {*kinds}
