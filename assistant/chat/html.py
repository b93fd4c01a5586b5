"""Answers and check reports as HTML in which every text from outside is inert.

The page puts this HTML through Gradio's Markdown component, the one way to show marked-up text
without evaluating templates in the browser.  So a text must be inert for HTML and for Markdown:
`escape` writes every character that is neither a letter, a digit nor a space as a numeric entity,
and no line break is written, which keeps the whole a single block of raw HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import get_args
from urllib.parse import quote, urlsplit

from assistant.records import Answer, CheckReport, Citation, Figure, Table, Verdict
from assistant.rendering.labels import load_labels
from assistant.rendering.objects import iso_day
from assistant.rendering.pieces import (
    figure_pieces,
    mark_pieces,
    printable,
    quote_pieces,
    reported_words,
    says_status,
    with_reports,
)
from indexing.records import Language

_NOT_INERT = re.compile(r"[^\w ]|_", re.ASCII)
_LINE_END, _ITEM = "&#10;", "&#45; "
"""The end of a line and the sign of an item, as `escape` writes them."""


def escape(text: str) -> str:
    """`text` so that neither HTML nor Markdown finds anything in it, also in an attribute."""
    return _NOT_INERT.sub(lambda found: f"&#{ord(found[0])};", printable(text))


def web_address(url: str | None) -> str | None:
    """`url` when it leads to a web page by http or https, else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def answer_html(answer: Answer, anchor: str) -> str:
    """One turn of the conversation; `anchor` begins the ids of its sources."""
    labels = load_labels(answer.language)
    parts = [
        element("p", "vss-question", escape(answer.question)),
        _status_html(answer, labels),
        _paragraphs("vss-text", _answer_text(answer, anchor)),
        _table_html(answer.table, labels, anchor) if answer.table else "",
        _paragraphs("vss-reason", _marked(answer.reason or "", answer.citations, anchor)),
        *(_labelled("vss-warning", labels["warning"], warning) for warning in answer.warnings),
        _labelled("vss-understood", labels["understood"], answer.understood),
        _sources_html(answer.citations, labels, anchor),
    ]
    return (
        f'<article class="vss-turn vss-{answer.status}" lang="{answer.language}">'
        f"{''.join(parts)}</article>"
    )


def report_html(text: str, report: CheckReport, language: Language) -> str:
    """A checked text, each figure in the colour of its verdict, the reported value beside it."""
    labels = load_labels(language)
    anchor = "check"
    if not report.figures:
        return element("div", "vss-turn", element("p", "vss-reason", escape(labels["no_figures"])))
    counts = Counter(figure.verdict for figure in report.figures)
    summary = "".join(
        element("li", f"vss-{verdict}", f"{count} {escape(labels[verdict])}")
        for verdict in get_args(Verdict)
        if (count := counts[verdict])
    )
    body = "".join(
        escape(piece.text)
        if piece.item is None
        else _checked_html(report.figures[piece.item], labels, language, anchor)
        for piece in figure_pieces(text, report.figures)
    )
    parts = (
        element("ul", "vss-summary", summary),
        element("p", "vss-draft", body),
        _sources_html(report.citations, labels, anchor),
    )
    return element("article", "vss-turn", "".join(parts))


def pending_html(question: str, told: str) -> str:
    """A question that is being answered, and words that say so."""
    asked = element("p", "vss-question", escape(question))
    waiting = f'<p class="vss-status" role="status">{escape(told)}</p>'
    return element("article", "vss-turn vss-pending", asked + waiting)


def error_html(question: str, message: str) -> str:
    """A request that could not be carried out, and why."""
    asked = element("p", "vss-question", escape(question)) if question else ""
    told = f'<p class="vss-error" role="alert">{escape(message)}</p>'
    return element("article", "vss-turn", asked + told)


def _answer_text(answer: Answer, anchor: str) -> str:
    html = []
    for piece in figure_pieces(answer.answer, answer.figures):
        if piece.item is None:
            html.append(_marked(piece.text, answer.citations, anchor))
        else:
            html.append(_figure_html(piece.text, answer.figures[piece.item], answer.language))
    return "".join(html)


def _figure_html(text: str, figure: Figure, language: Language) -> str:
    label = load_labels(language)[figure.verdict]
    return (
        f'<mark class="vss-figure vss-{figure.verdict}" title="{escape(label)}">'
        f"{escape(text)}</mark>"
    )


def _marked(text: str, citations: Sequence[Citation], anchor: str) -> str:
    """`text` with its citation marks as links to the sources below."""
    return "".join(
        escape(piece.text) if piece.item is None else _mark_html(piece.item, anchor)
        for piece in mark_pieces(text, citations)
    )


def _mark_html(mark: int, anchor: str) -> str:
    return f'<a class="vss-mark" href="#{anchor}-{mark}">[{mark}]</a>'


def _paragraphs(kind: str, html: str) -> str:
    """Text in HTML as paragraphs and lists: a line that begins with "- " is an item."""
    told = []
    for is_list, lines in groupby(html.split(_LINE_END), lambda line: line.startswith(_ITEM)):
        if is_list:
            items = (element("li", "", line.removeprefix(_ITEM)) for line in lines)
            told.append(element("ul", f"{kind} vss-lines", "".join(items)))
        elif text := _LINE_END.join(lines):
            told.append(element("p", kind, text))
    return "".join(told)


def _status_html(answer: Answer, labels: Mapping[str, str]) -> str:
    if not says_status(answer):
        return ""
    return element("p", "vss-status", escape(labels[answer.status]))


def _table_html(table: Table, labels: Mapping[str, str], anchor: str) -> str:
    """The figures of the answer side by side, folded: the words above have told each of them."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}"
        f"<td>{''.join(_mark_html(mark, anchor) for mark in marks)}</td></tr>"
        for row, marks in zip(table.rows, table.citations, strict=True)
    )
    body = f"<table><thead><tr>{head}<th></th></tr></thead><tbody>{rows}</tbody></table>"
    head = element("summary", "", escape(labels["table"]))
    return element("details", "vss-table", head + element("div", "", body))


def _sources_html(citations: Iterable[Citation], labels: Mapping[str, str], anchor: str) -> str:
    items = "".join(
        _source_html(citation, labels, anchor, is_new=is_new)
        for citation, is_new in with_reports(citations)
    )
    if not items:
        return ""
    head = element("h3", "vss-heading", escape(labels["sources"]))
    return element("section", "vss-sources", head + element("ol", "", items))


def _source_html(
    citation: Citation, labels: Mapping[str, str], anchor: str, *, is_new: bool
) -> str:
    """A quoted sentence, below its report where that is another one than the last."""
    report = _report_html(citation, labels) if is_new else ""
    cited = "".join(
        escape(piece.text) if piece.item is None else f"<mark>{escape(piece.text)}</mark>"
        for piece in quote_pieces(citation)
    )
    return (
        f'<li id="{anchor}-{citation.mark}"><span class="vss-number">[{citation.mark}]</span>'
        f"<div>{report}<blockquote>{cited}</blockquote></div></li>"
    )


def _report_html(citation: Citation, labels: Mapping[str, str]) -> str:
    day = iso_day(citation.published)
    published = f"{labels['published']} {day}" if day else labels["undated"]
    links = [link(f"/v1/articles/{quote(citation.doc, safe='')}", labels["full_text"])]
    if (address := web_address(citation.url)) is not None:
        links.insert(0, link(address, labels["open_source"]))
    return (
        f'<p class="vss-title">{escape(citation.title)}</p>'
        f'<p class="vss-meta">{escape(published)} {" ".join(links)}</p>'
    )


def link(address: str, label: str) -> str:
    """A link with the words `label` that opens `address` beside the page."""
    return (
        f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{escape(label)}</a>'
    )


def _checked_html(
    figure: Figure, labels: Mapping[str, str], language: Language, anchor: str
) -> str:
    """A figure of a checked text, followed by what stands against or behind it."""
    aside = []
    marks = figure.citations
    if figure.reported is not None:
        words = reported_words(figure.reported, language)
        aside.append(escape(f"{labels['reported']} {words}"))
        marks = marks or figure.reported.citations
    if figure.note:
        aside.append(escape(figure.note))
    links = "".join(_mark_html(mark, anchor) for mark in marks)
    said = f"({'; '.join(aside)})" if aside else ""
    shown = " ".join(part for part in (said, links) if part)
    beside = element("span", "vss-beside", shown) if shown else ""
    return _figure_html(figure.text, figure, language) + beside


def _labelled(kind: str, label: str, text: str) -> str:
    return element("p", kind, f"<strong>{escape(label)}:</strong> {escape(text)}")


def element(tag: str, kind: str, inner: str) -> str:
    """An element of the class `kind`, if any, around `inner`, which is HTML already."""
    opening = f'<{tag} class="{kind}">' if kind else f"<{tag}>"
    return f"{opening}{inner}</{tag}>"
