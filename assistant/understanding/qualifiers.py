"""Words of a question that narrow what is asked and are neither place, period nor metric.

"Health insurance coverage among pupils in Hanoi" and "coverage in Atlantis" must not be answered
with the figure for everyone, or for everywhere: what is not understood is kept as a qualifier, and
a row answers only if it says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
    A word that names a part ("students") counts wherever it stands.  Where the question names no
    place (`everywhere`) any word that is not understood counts: it may be the name of one.
    """
    blank = blanked(question, understood)
    found = [question[span.start : span.end] for span in cues.spans("part", blank)]
    run: list[_Token] = []
    follows = everywhere
    for token in (*_tokens(question, blank), _Token(_CUT, _CUT)):
        if token.text[0].isalnum() and token.text not in cues.prepositions:
            run.append(token)
            continue
        counts = follows or token.text == "'s"
        if counts:
            found += [word.typed for word in run if _narrows(word, cues)]
        follows, run = everywhere or token.text in cues.prepositions, []
    return tuple(dict.fromkeys(found))


def blanked(question: str, spans: Iterable[Span], sign: str = _CUT) -> str:
    """The question with `spans` overwritten by `sign`, its length kept."""
    letters = list(question)
    for span in spans:
        letters[span.start : span.end] = sign * (span.end - span.start)
    return "".join(letters)


def _tokens(question: str, blank: str) -> Iterator[_Token]:
    view = folded(blank)
    for match in _TOKEN.finditer(view.text):
        start, end = view.span(*match.span())
        yield _Token(match[0], question[start:end])


def _narrows(token: _Token, cues: Cues) -> bool:
    idle = cues.stop_words | cues.generic | cues.cue_words
    return token.text not in idle and not token.text.isdigit()
