"""Words of a question that narrow what is asked and are neither place, period nor metric.

"Health insurance coverage among pupils in Hanoi" and "coverage in Atlantis" must not be answered
with the figure for everyone, or for everywhere: what follows a preposition and is not understood is
kept as a qualifier, and a row answers only if it says the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.understanding.cues import Cues
from indexing.reading.folding import folded
from indexing.records import Span

_CUT = "|"
_TOKEN = re.compile(r"'s\b|[^\W_]+|[|,;:?!()]")


def qualifiers(question: str, understood: Sequence[Span], cues: Cues) -> tuple[str, ...]:
    """The narrowing words of `question`, `understood` being the spans that are something else.

    What stands after a preposition counts, and what owns something ("Atlantis's"), up to the next
    preposition, sign or understood span; words that narrow nothing ("the population") do not.
    """
    tokens = _tokens(question, understood)
    found: list[str] = []
    run: list[str] = []
    follows = False
    for token in [*tokens, _CUT]:
        ends = not token[0].isalnum() or token in cues.prepositions
        if not ends:
            run.append(token)
            continue
        if follows or token == "'s":
            found += _narrowing(run, cues)
        follows, run = token in cues.prepositions, []
    return tuple(dict.fromkeys(found))


def _tokens(question: str, understood: Sequence[Span]) -> list[str]:
    letters = list(question)
    for span in understood:
        letters[span.start : span.end] = _CUT * (span.end - span.start)
    return _TOKEN.findall(folded("".join(letters)).text)


def _narrowing(run: Sequence[str], cues: Cues) -> list[str]:
    """The words of a run that narrow; a run that begins with a question's verb narrows nothing."""
    return [
        word
        for word in run
        if word not in cues.stop_words and word not in cues.generic and not word.isdigit()
    ]
