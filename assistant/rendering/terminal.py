"""Answers and check reports as text for a terminal: figures in bold, sources below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rich.text import Text

from assistant.records import Answer, CheckReport, Citation, Figure
from assistant.rendering.labels import load_labels
from assistant.rendering.objects import iso_day
from assistant.rendering.pieces import (
    Piece,
    figure_pieces,
    printable,
    quote_pieces,
    reported_words,
    says_status,
    with_reports,
)
from indexing.records import Language

_FIGURE_STYLE = "bold"
_VERDICT_STYLES: Mapping[str, str] = {
    "verified": "bold green",
    "derived": "bold green",
    "contradicted": "bold red",
    "unsupported": "bold yellow",
}


def answer_text(answer: Answer) -> Text:
    """`answer` for a reader at a terminal, labels in the answer's language."""
    labels = load_labels(answer.language)
    blocks: list[Text] = []
    if says_status(answer):
        blocks.append(Text(labels[answer.status], style="bold yellow"))
    if answer.answer:
        styles = [_FIGURE_STYLE] * len(answer.figures)
        blocks.append(_styled(figure_pieces(answer.answer, answer.figures), styles))
    if answer.reason:
        blocks.append(_plain(answer.reason))
    if answer.choices:
        asks = (answer.reason or "").endswith(("?", ":"))
        lead = () if asks else (_plain(labels["choices"]),)
        blocks.append(_lines([*lead, *(_plain(f"  - {choice}") for choice in answer.choices)]))
    blocks.append(_plain(f"{labels['understood']}: {answer.understood}"))
    if answer.warnings:
        notes = [_plain(f"{labels['warning']}: {warning}") for warning in answer.warnings]
        blocks.append(_lines(notes))
    blocks.extend(_citation_texts(answer.citations, labels))
    return Text("\n\n").join(blocks)


def report_text(text: str, report: CheckReport, language: Language) -> Text:
    """`text` with its figures in the colours of their verdicts, and the verdicts below."""
    labels = load_labels(language)
    if not report.figures:
        return _plain(labels["no_figures"])
    styles = [_VERDICT_STYLES[figure.verdict] for figure in report.figures]
    verdicts = [_verdict_text(figure, language) for figure in report.figures]
    blocks = [_styled(figure_pieces(text, report.figures), styles), _lines(verdicts)]
    blocks.extend(_citation_texts(report.citations, labels))
    return Text("\n\n").join(blocks)


def _verdict_text(figure: Figure, language: Language) -> Text:
    labels = load_labels(language)
    line = _plain(f"{figure.text}: ")
    line.append(labels[figure.verdict], style=_VERDICT_STYLES[figure.verdict])
    marks = figure.citations
    if figure.reported is not None:
        words = reported_words(figure.reported, language)
        line.append(printable(f"; {labels['reported']} {words}"))
        marks = marks or figure.reported.citations
    line.append(_marks(marks))
    if figure.note:
        line.append(printable(f" ({figure.note})"))
    return line


def _citation_texts(citations: Iterable[Citation], labels: Mapping[str, str]) -> Iterator[Text]:
    """The quoted sentences, the report named where it is another one than the last."""
    for citation, is_new in with_reports(citations):
        day = _day(citation.published, labels)
        title = f"{citation.title} ({day})" if is_new else labels["same_report"]
        # A report without an address is found by its id.
        address = [_plain(f"    {citation.url or citation.doc}")] if is_new else []
        quote = Text("    ").append(_styled(quote_pieces(citation), None))
        yield _lines([_plain(f"[{citation.mark}] {title}"), *address, quote])


def _day(published: date | None, labels: Mapping[str, str]) -> str:
    return iso_day(published) or labels["undated"]


def _marks(citations: Sequence[int]) -> str:
    return "".join(f" [{mark}]" for mark in citations)


def _styled(cut: Sequence[Piece], styles: Sequence[str] | None) -> Text:
    """The pieces joined; a marked one in the style of its item (bold when there are no styles)."""
    text = Text()
    for piece in cut:
        style = "" if piece.item is None else styles[piece.item] if styles else _FIGURE_STYLE
        text.append(printable(piece.text), style=style)
    return text


def _plain(text: str) -> Text:
    return Text(printable(text))


def _lines(lines: Sequence[Text]) -> Text:
    return Text("\n").join(lines)
