"""What every door renders alike: the JSON objects of the contract, and text cut at its figures.

Values stay exact decimals in the objects; `indexing.rendering.jsontext.dumps` writes them as plain
numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.records import Answer, CheckReport, Citation, Figure, Reported, Table
from assistant.wording.phrases import load_phrases
from assistant.wording.words import figure_words
from indexing.records import Language, Span

# Control characters could drive a terminal, the bidirectional ones turn a number round; tab and
# line feed are layout.  Each is replaced one for one, so that offsets keep their meaning.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_MARK = re.compile(r"\[(\d{1,4})\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text: plain when `item` is None, else the span of that index."""

    text: str
    item: int | None


def answer_object(answer: Answer) -> dict[str, object]:
    """`answer` as the JSON object of the contract, keys in its order."""
    return {
        "id": answer.id,
        "question": answer.question,
        "understood": answer.understood,
        "status": answer.status,
        "choices": list(answer.choices),
        "answer": answer.answer,
        "figures": [_figure_object(figure) for figure in answer.figures],
        "citations": [_citation_object(citation) for citation in answer.citations],
        "table": _table_object(answer.table),
        "reason": answer.reason,
        "warnings": list(answer.warnings),
        "mode": answer.mode,
        "language": answer.language,
        "index": answer.index,
        "prompt": answer.prompt,
        "elapsed_ms": answer.elapsed_ms,
    }


def report_object(report: CheckReport) -> dict[str, object]:
    """`report` as the JSON object of the contract."""
    return {
        "id": report.id,
        "figures": [_figure_object(figure) for figure in report.figures],
        "citations": [_citation_object(citation) for citation in report.citations],
    }


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


def reported_words(reported: Reported, language: Language) -> str:
    """What the reports hold instead of a contradicted figure: "over 93 per cent"."""
    return figure_words(reported.value, reported.unit, reported.bound, load_phrases(language))


def printable(text: str) -> str:
    """`text` of the same length, with control characters as U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _figure_object(figure: Figure) -> dict[str, object]:
    fields: dict[str, object] = {
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "value": figure.value,
        "unit": figure.unit,
        "bound": figure.bound,
        "metric": figure.metric,
        "aspect": figure.aspect,
        "place": figure.place,
        "group": figure.group,
        "period": figure.period,
        "vs": figure.vs,
        "verdict": figure.verdict,
        "citations": list(figure.citations),
        "operands": list(figure.operands),
        "note": figure.note,
    }
    if figure.reported is not None:
        fields["reported"] = _reported_object(figure.reported)
    return fields


def _reported_object(reported: Reported) -> dict[str, object]:
    return {
        "value": reported.value,
        "unit": reported.unit,
        "bound": reported.bound,
        "citations": list(reported.citations),
    }


def _citation_object(citation: Citation) -> dict[str, object]:
    return {
        "mark": citation.mark,
        "doc": citation.doc,
        "title": citation.title,
        "published": iso_day(citation.published),
        "url": citation.url,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "highlights": [list(span) for span in citation.highlights],
    }


def _table_object(table: Table | None) -> dict[str, object] | None:
    if table is None:
        return None
    return {
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
        "citations": [list(marks) for marks in table.citations],
    }


def iso_day(day: date | None) -> str | None:
    """`day` as YYYY-MM-DD, None for an unknown one."""
    return None if day is None else day.isoformat()
