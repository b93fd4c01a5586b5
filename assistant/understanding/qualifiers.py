"""Words of a question that narrow what is asked and are neither place, period nor metric.

"Health insurance coverage among pupils in Hanoi" and "coverage in Atlantis" must not be answered
with the figure for everyone, or for everywhere: what is not understood is kept as a qualifier, and
a row answers only if it says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.understanding.cues import Cues
from indexing.reading.folding import folded
from indexing.records import Span

_CUT = "|"
_TOKEN = re.compile(r"'s\b|[^\W_]+|[|,;:?!()]")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or sign of a question, folded, and as it was typed."""

    text: str
    typed: str


def qualifiers(
    question: str, understood: Sequence[Span], cues: Cues, everywhere: bool
) -> tuple[str, ...]:
    """The narrowing words of `question` as typed; `understood` are the spans of everything else.

    What stands after a preposition counts, and what owns something ("Atlantis's"), up to the next
    preposition, sign or understood span; words that narrow nothing ("the population") do not.
    Where the question names no place (`everywhere`) any word that is not understood counts: it may
    be the name of one.
    """
    found: list[str] = []
    run: list[_Token] = []
    follows = everywhere
    for token in (*_tokens(question, understood), _Token(_CUT, _CUT)):
        if token.text[0].isalnum() and token.text not in cues.prepositions:
            run.append(token)
            continue
        if follows or token.text == "'s":
            found += _narrowing(run, cues)
        follows, run = everywhere or token.text in cues.prepositions, []
    return tuple(dict.fromkeys(found))


def _tokens(question: str, understood: Sequence[Span]) -> Iterator[_Token]:
    letters = list(question)
    for span in understood:
        letters[span.start : span.end] = _CUT * (span.end - span.start)
    view = folded("".join(letters))
    for match in _TOKEN.finditer(view.text):
        start, end = view.span(*match.span())
        yield _Token(match[0], question[start:end])


def _narrowing(run: Sequence[_Token], cues: Cues) -> Iterator[str]:
    idle = cues.stop_words | cues.generic | cues.cue_words
    return (token.typed for token in run if token.text not in idle and not token.text.isdigit())
