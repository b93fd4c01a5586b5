"""What a question takes for granted: "why did coverage fall to 80 %?" puts forward that it fell."""

from __future__ import annotations

import re

from assistant.understanding.slots.qualifiers import blanked
from assistant.understanding.words.cues import Cues
from indexing.records import Span

_AHEAD = re.compile(r"\b(?:will|sẽ)\b", re.IGNORECASE)
"""Who asks when something will be does not put forward that it is."""
_WORD = re.compile(r"[^\W\d_]+")


def premise_of(question: str, cues: Cues) -> str | None:
    """A question without the words by which it asks why, or when: what it puts forward.

    None where it asks for neither, or says nothing else.
    """
    asking = [
        _question_word(span, question, cues) if key == "when" else span
        for key, span in cues.spans_by("about", question)
        if key == "why" or (key == "when" and not _AHEAD.search(question[span.start : span.end]))
    ]
    rest = " ".join(blanked(question, asking, " ").split())
    return rest if asking and cues.content(rest) else None


def _question_word(span: Span, question: str, cues: Cues) -> Span:
    """A phrase that asks when, without the verb behind it: "when did" puts forward what was
    done."""
    *_, last = _WORD.finditer(question, span.start, span.end)
    is_verb = "asks" in cues.hits("verdict", last[0])
    return Span(span.start, last.start()) if is_verb else span
