"""Names in a question: words with a capital that does not only open a sentence."""

from __future__ import annotations

import re

from assistant.understanding.words.cues import Cues

_SENTENCE = re.compile(r"[.?!]\s+")
_WORD = re.compile(r"[^\W_]+")


def named_words(question: str, cues: Cues) -> frozenset[str]:
    """The folded words of the names; none where everything is in capitals."""
    if question.isupper():
        return frozenset()
    opens = {0, *(match.end() for match in _SENTENCE.finditer(question))}
    found = (
        match[0]
        for match in _WORD.finditer(question)
        if match[0][0].isupper() and match.start() not in opens
    )
    return frozenset(word for name in found for word in cues.content(name))
