"""What a question takes for granted: "why did coverage fall to 80 %?" puts forward that it fell;
"what if it falls to 80 %?" only supposes it."""

from __future__ import annotations

import re

from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.words.cues import Cues
from indexing.records import Span

_IF = re.compile(
    r"\b(?:nếu|neu)\b(?=.*\bth[iì] (?:sao|điều gì|chuyện gì|thế nào|sẽ)\b)"
    r"|\bwould\b(?=[^.?!]*\bif\b(?!\s+(?:possible|you|so|any)\b))",
    re.IGNORECASE,
)
"""What is supposed: "nếu ..., thì sao?", "what would it be if ...?"; "nếu có thể" and "if you can"
are no more than polite."""
_AHEAD = re.compile(r"\b(?:will|sẽ)\b", re.IGNORECASE)
"""Who asks when something will be does not put forward that it is."""
_WORD = re.compile(r"[^\W\d_]+")


def premise_of(question: str, cues: Cues) -> str | None:
    """A question without the words by which it asks why or when, or supposes: what it puts forward.

    None where it does nothing of these, or says nothing else.
    """
    asking = [
        _question_word(span, question, cues) if key == "when" else span
        for key, span in cues.spans_by("about", question)
        if key in ("why", "supposed")
        or (key == "when" and not _AHEAD.search(question[span.start : span.end]))
    ]
    asking += [Span(*told.span()) for told in _IF.finditer(question)]
    rest = " ".join(blanked(question, asking, " ").split())
    return rest if asking and cues.content(rest) else None


def supposes(question: str, cues: Cues) -> bool:
    """Whether what a question puts forward is only supposed."""
    return "supposed" in cues.hits("about", question) or _IF.search(question) is not None


def _question_word(span: Span, question: str, cues: Cues) -> Span:
    """A phrase that asks when, without the verb behind it: "when did" puts forward what was
    done."""
    *_, last = _WORD.finditer(question, span.start, span.end)
    is_verb = "asks" in cues.hits("verdict", last[0])
    return Span(span.start, last.start()) if is_verb else span
