"""What a question that counts denies: "how many documents were not processed?".

How many there are of whom something is denied is another figure than how many it is true of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.words.cues import Cues
from indexing.records import Span

UNDONE = "undone"
"""The part of those of whom something is denied."""

_COUNTS = re.compile(
    r"\b(?:how\s+(?:many|much)|(?:what|which)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:number|share|amount|percentage|proportion|sum)|bao nhi[êe]u|m[ấa]y)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:(?![.?!;]|,\s+(?:if|but|though|please|nếu|nhưng)\b).)+", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+\w")
"""Behind a word that denies: at the end of a clause it asks, "giải quyết chưa?"."""


def denials(question: str, cues: Cues) -> Sequence[Span]:
    """Where a question that counts denies something of what it counts.

    In English that stands behind the words that count: "I do not know how many" denies nothing of
    them.  What names a part by itself ("do not have a card") is left to those who read parts.
    """
    known = [*cues.spans("part", question), *cues.spans("same", question)]
    told = [
        (key, span)
        for key, span in cues.spans_by("denying", question)
        if _GOES_ON.match(question, span.end)
        if not any(part.start <= span.start and span.end <= part.end for part in known)
    ]
    return [
        span
        for clause in _CLAUSE.finditer(question)
        for counts in [_COUNTS.search(question, *clause.span())]
        if counts
        for key, span in told
        if clause.start() <= span.start < clause.end()
        if key == "vi" or counts.end() <= span.start
    ]


def denies(text: str, cues: Cues) -> bool:
    """Whether a sentence of a report denies something."""
    return bool(cues.hits("denying", text))
