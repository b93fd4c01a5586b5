"""Text for readers: cut at its figures, quotes and marks, and without what no page can show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.records import Answer, Citation, Figure, Reported
from assistant.wording.phrases import load_phrases
from assistant.wording.words import figure_words
from indexing.records import Language, Span

# Control characters could drive a terminal, the bidirectional ones turn a number round; tab and
# line feed are layout.  Code points that Unicode sets aside as no characters are dropped by readers
# of HTML.  Each is replaced one for one, so that offsets keep their meaning.
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    + _NO_CHARACTERS
    + "]"
)
_MARK = re.compile(r"\[(\d{1,4})\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text: plain when `item` is None, else the span of that index."""

    text: str
    item: int | None


def pieces(text: str, spans: Iterable[Span]) -> list[Piece]:
    """`text` cut at `spans`: all pieces joined give `text` again.

    Spans count code points in `text`; what lies outside it or overlaps an earlier span is left
    plain.
    """
    cut: list[Piece] = []
    done = 0
    for item, span in sorted(enumerate(spans), key=lambda entry: entry[1].start):
        if not done <= span.start < span.end <= len(text):
            continue
        if span.start > done:
            cut.append(Piece(text[done : span.start], None))
        cut.append(Piece(text[span.start : span.end], item))
        done = span.end
    if done < len(text):
        cut.append(Piece(text[done:], None))
    return cut


def figure_pieces(text: str, figures: Sequence[Figure]) -> list[Piece]:
    """`text` cut at its figures; `item` indexes `figures`."""
    return pieces(text, [Span(figure.start, figure.end) for figure in figures])


def quote_pieces(citation: Citation) -> list[Piece]:
    """The quote cut at the cited figures; `item` indexes `highlights`."""
    offset = citation.start
    return pieces(citation.quote, [Span(a - offset, b - offset) for a, b in citation.highlights])


def mark_pieces(text: str, citations: Sequence[Citation]) -> list[Piece]:
    """`text` cut at its citation marks; `item` is the mark.  "[9]" without a source is plain."""
    known = {citation.mark for citation in citations}
    found = [match for match in _MARK.finditer(text) if int(match[1]) in known]
    cut = pieces(text, [Span(*match.span()) for match in found])
    return [
        Piece(piece.text, None if piece.item is None else int(found[piece.item][1]))
        for piece in cut
    ]


def says_status(answer: Answer) -> bool:
    """Whether the label of the status says what the words below it do not: a greeting is answered
    with a question, and offers nothing to choose from."""
    return answer.status == "not_found" or (answer.status == "clarify" and bool(answer.choices))


def with_reports(citations: Iterable[Citation]) -> Iterator[tuple[Citation, bool]]:
    """Each citation, with whether its report is another one than that of the citation before."""
    last = None
    for citation in citations:
        yield citation, citation.doc != last
        last = citation.doc


def reported_words(reported: Reported, language: Language) -> str:
    """What the reports hold instead of a contradicted figure: "over 93 per cent"."""
    return figure_words(reported.value, reported.unit, reported.bound, load_phrases(language))


def printable(text: str) -> str:
    """`text` of the same length, with controls and what is no character as U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)
