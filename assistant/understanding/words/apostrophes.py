"""Apostrophes that a question leaves out, put in: "whats Hanois rate", "it hasnt paid"."""

from __future__ import annotations

import re
from functools import cache

from indexing.gazetteer import gazetteer
from indexing.reading.folding import fold

_DENIED = r"is|are|was|were|do|does|did|has|have|had|could|would|should|might|must|need|ca|wo"
_CONTRACTED = re.compile(
    rf"\b(?:(?P<verb>{_DENIED})nt|(?P<asked>what|who|where|when|how|why|that|there|here|let)s)\b",
    re.IGNORECASE,
)
"""No other English word is written so."""
_MOST_WORDS = 4
"""Of the name of a province."""
_SHORTEST = 5
"""A shorter name is one letter from too many words: "hues"."""
_WORDS = re.compile(r"[^\W\d_]+")


def with_apostrophes(question: str) -> str:
    """An English `question` with the apostrophes of contracted verbs and of what places own."""
    question = _CONTRACTED.sub(_apart, question)
    words = list(_WORDS.finditer(question))
    for last in reversed(range(len(words))):
        end = words[last].end()
        if words[last][0][-1:] not in "sS" or question[end : end + 1] in ("'", "\u2019"):
            continue
        firsts = range(max(0, last - _MOST_WORDS + 1), last + 1)
        if any(_is_owner(question[words[first].start() : end - 1]) for first in firsts):
            question = f"{question[: end - 1]}'s{question[end:]}"
    return question


def _apart(contracted: re.Match[str]) -> str:
    if contracted["verb"]:
        return f"{contracted['verb']}n't"
    return f"{contracted['asked']}'s"


def _is_owner(name: str) -> bool:
    """Whether words are the name of a province, which with an "s" are none."""
    if len(name) < _SHORTEST or gazetteer().place(f"{name}s"):
        return False
    return fold(name) in _names()


@cache
def _names() -> frozenset[str]:
    """The provinces by each spelling, in small letters without marks."""
    return frozenset(fold(s) for place in gazetteer().provinces for s in place.spellings)
