"""Clauses at the head of a question that ask for nothing: they tell of what, or of when, it asks.

"Of the firms that were inspected, how many had paid?" asks once; so does "When 61 million were
insured, how many of them had joined by choice?".
"""

from __future__ import annotations

import re

from assistant.understanding.slots.claimed import put_forward
from indexing.records import Span

_ASKED = r"(?:did|do|does|was|were|is|are|will|has|have|had|can|could|would|should)\b"
"""Behind "when" that asks for a time."""
_OPENING = re.compile(
    rf"\W*(?:(?P<time>(?:when|at the time when|by the time)\b(?!\s+{_ASKED})"
    r"|(?:vào lúc|lúc|khi)\b(?!\s+nào))"
    r"|(?:out )?of (?:the|all|what|whatever|everything|those|these|its|their|every)\b"
    r"|trong (?:số|tổng số|tổng|khoản|những gì)\b)"
    r"[^?]*?,\s+(?=(?:(?:about|roughly)\s+)?(?:how|what|which|who|where)\b"
    r"|[^,?]*\b(?:bao nhiêu|mấy|nào)\b)",
    re.IGNORECASE,
)


def opening(question: str) -> Span | None:
    """Where the opening clause of a question stands, up to what asks; None where it has none."""
    match = _OPENING.match(question)
    return Span(*match.span()) if match else None


def told_then(question: str) -> list[str]:
    """The figures by which a question tells its time: it asks for what was so when that was so."""
    match = _OPENING.match(question)
    if match is None or not match["time"]:
        return []
    return [question[q.start : q.end] for q in put_forward(question) if q.end <= match.end()]


def asked_of(question: str) -> Span | None:
    """Where stands what a question asks of the whole that its opening clause tells; None where it
    has no such clause."""
    match = _OPENING.match(question)
    return None if match is None or match["time"] else Span(match.end(), len(question))
