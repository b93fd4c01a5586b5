"""Dates of a sentence that are those of another figure, or of what goes on until then."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.period.times import TimeUse
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.wording import any_of
from indexing.records import Aspect, Quantity

_BEFORE_REACH = 8
"""Characters before a date in which the word stands that governs it."""
_UNTIL = re.compile(r"\b(?:until|till)\s+$")
_OF_PLAN = re.compile(r"\s+of\s[^,;:.()]*\b(?:for|of)(?:\s+the(?:\s+(?:whole|full))?)?\s+")
"""Between a share of a plan and its year: "83% of the budget of the year"."""
_OF_WHAT = re.compile(r"\s+of\s+(?:what|all that|as much as|the \w+ (?:that|which))\s[^,;:.()]*\s")
"""Between any share and the time of its whole: "52% of what it has to collect over the year"."""
_CLAUSE = re.compile(
    rf"(?:[,;:(\u2013\u2014]\s*(?:{any_of('periods.clauses')}\s+)?|\b{any_of('periods.clauses')}\s+)"
    r"(?:(?:at|in|by|on|as of|during|over)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a date that opens a clause of its own: "whereas at the end of April it was 45.4%"."""
_CLAUSE_REACH = 30
_CLAUSE_END = re.compile(r"[;:()]|\.\s|,(?!\d)")
_KNOWN = re.compile(r"\b(?:the|its|their)\s+$", re.IGNORECASE)
_WHO = re.compile(r"[^,;:.()]*\b(?:who|which|that)\s+(?!the\b)[^,;:.()]*")
"""Between a figure and the date of what those did: "398,000 owners who came to it in July"."""
_ITS_DATE = re.compile(r"\s+(?:[^\W\d]+\s+)?(?:of|in|at|from)\s+(?:the\s+)?", re.IGNORECASE)
"""Between a figure told before and its date: "nearly double the 2,610 of 2017"."""
_WILL = re.compile(rf"\b{any_of('periods.will')}\b", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)|,\s+(?:which|who)\b(?:[^,;()]|(?<=\d),(?=\d))*,")
"""A bracket, or a relative clause between commas."""
_BRACKET_REACH = 60


def of_figure(
    text: str, uses: Sequence[TimeUse], quantity: Quantity, aspect: Aspect
) -> Sequence[TimeUse]:
    """The dates that a figure of this aspect can be of: no end of what goes on, no plan's year."""
    if aspect not in ("target", "gap"):
        uses = [use for use in uses if not (use.aimed and _of_later(text, use, quantity))]
    if aspect == "target_pct":
        uses = [use for use in uses if not _OF_PLAN.fullmatch(text, quantity.end, use.start)]
    if quantity.unit == "percent":
        uses = [use for use in uses if not _OF_WHAT.fullmatch(text, quantity.end, use.start)]
    return uses


def is_anothers(text: str, use: TimeUse, segments: Sequence[Segment], segment: Segment) -> bool:
    """Whether a date behind some figures is only that of another one: it opens the clause of the
    next, or belongs to one that was told before."""
    start = segment.quantity.start
    if use.start < start:
        return False
    for figure in (s.quantity for s in segments if s.quantity.start > start):
        if figure.start >= use.end:
            opens = _CLAUSE.search(text, max(0, use.start - _CLAUSE_REACH), use.start)
            return opens is not None and not _CLAUSE_END.search(text, use.end, figure.start)
        if figure.end <= use.start and _WHO.fullmatch(text, figure.end, use.start):
            return True
        known = _KNOWN.search(text, max(0, figure.start - _BEFORE_REACH), figure.start)
        if known and _ITS_DATE.fullmatch(text, figure.end, use.start):
            return True
    return False


def _of_later(text: str, use: TimeUse, quantity: Quantity) -> bool:
    """Whether something goes on until then, or is still to be done: "employers pay less until
    September", "owes VND61 billion and will settle it by November"."""
    if quantity.end <= use.start and _WILL.search(text, quantity.end, use.start):
        return True
    return _UNTIL.search(text, max(0, use.start - _BEFORE_REACH), use.start) is not None


def outside_brackets(
    text: str, uses: Sequence[TimeUse], segments: Sequence[Segment], quantity: Quantity
) -> Sequence[TimeUse]:
    """Without the dates of brackets that tell another figure's."""
    if not uses:
        return uses
    first, last = min(use.start for use in uses), max(use.end for use in uses)
    start = max(
        text.rfind(sign, max(0, first - _BRACKET_REACH), first + 1) for sign in ("(", ", wh")
    )
    held = [
        found.span()
        for found in _BRACKET.finditer(text, start if start >= 0 else first, last + _BRACKET_REACH)
        if any(found.start() < s.quantity.start < found.end() for s in segments)
        and not found.start() < quantity.start < found.end()
    ]
    return [use for use in uses if not any(low < use.start < high for low, high in held)]
