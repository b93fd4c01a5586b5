"""Citations judged statement by statement, in the manner of ALCE (arXiv 2305.14627).

A statement is what stands before a group of marks.  It is supported when the quotes of its marks,
taken together, hold all that it tells; a mark is needed unless its quote alone does not support
the statement and the others do without it.  Where ALCE asks a language model whether a quote
entails a statement, figures and quoted words are compared here, without tolerance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.records import Answer, Citation, Figure
from evals.records import Support
from indexing import find_quantities

_MARKS = re.compile(r"(?:\s*\[\d+\])+")
_QUOTED = re.compile(r"“([^”]+)”")
_OF_HEADS = (1, 10**3, 10**6, 10**9, 10**12)
"""What "thousand", "million" and the like in a table's head multiply its cells by."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of an answer that are cited together."""

    figures: tuple[Figure, ...]
    """Those that are reported; a computed one stands for those that it was computed from."""
    quoted: tuple[str, ...]
    """Words in quotation marks."""
    marks: tuple[int, ...]


def score_citations(answer: Answer, sound: Mapping[int, Citation]) -> Support:
    """The counts behind recall and precision; `sound` are the citations, by mark, whose quote is
    the article's.  What tells neither a figure nor quoted words is not judged."""
    told = [s for s in statements(answer) if s.figures or s.quoted]
    supported = [s for s in told if _supports(s, s.marks, sound)]
    return Support(
        statements=len(told),
        supported=len(supported),
        marks=sum(len(s.marks) for s in told),
        needed=sum(_is_needed(mark, s, sound) for s in supported for mark in s.marks),
    )


def statements(answer: Answer) -> Iterator[Statement]:
    """The statements of `answer` in their order; words behind the last marks have none."""
    start = 0
    for found in (*_MARKS.finditer(answer.answer), None):
        end = found.start() if found else len(answer.answer)
        inside = [f for f in answer.figures if start <= f.start and f.end <= end]
        yield Statement(
            figures=tuple(one for figure in inside for one in _reported(figure, answer.figures)),
            quoted=tuple(_QUOTED.findall(answer.answer[start:end])),
            marks=tuple(dict.fromkeys(map(int, re.findall(r"\d+", found[0])))) if found else (),
        )
        start = found.end() if found else end


def holds(citation: Citation, figure: Figure) -> bool:
    """Whether the quote says the figure's number with its bound, in the figure's scale.

    The sign is left to the quote's verb ("a fall of 5"), the scale of a table's row to its head.
    """
    scales = _OF_HEADS if citation.quote.lstrip().startswith("|") else (1,)
    return any(
        abs(read.value) * scale == abs(figure.value) and read.bound == figure.bound
        for read in find_quantities(citation.quote)
        for scale in scales
    )


def _reported(figure: Figure, figures: Sequence[Figure]) -> Iterator[Figure]:
    if figure.verdict != "derived":
        yield figure
        return
    for operand in figure.operands:
        yield from _reported(figures[operand], figures)


def _supports(told: Statement, marks: Sequence[int], sound: Mapping[int, Citation]) -> bool:
    quotes = [sound[mark] for mark in marks if mark in sound]
    return all(any(holds(quote, figure) for quote in quotes) for figure in told.figures) and all(
        any(words in quote.quote for quote in quotes) for words in told.quoted
    )


def _is_needed(mark: int, told: Statement, sound: Mapping[int, Citation]) -> bool:
    """Asked of a statement that is supported."""
    others = [other for other in told.marks if other != mark]
    return _supports(told, [mark], sound) or not _supports(told, others, sound)
