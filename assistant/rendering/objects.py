"""Answers and check reports as the JSON objects of the contract.

Values stay exact decimals in the objects; `indexing.rendering.jsontext.dumps` writes them as plain
numbers.
"""

from __future__ import annotations

from datetime import date

from assistant.records import Answer, CheckReport, Citation, Figure, Reported, ReportEntry, Table


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


def entry_object(entry: ReportEntry) -> dict[str, object]:
    """A held report by its id, its title and its day."""
    return {"doc": entry.doc, "title": entry.title, "published": iso_day(entry.published)}


def iso_day(day: date | None) -> str | None:
    """`day` as YYYY-MM-DD, None for an unknown one."""
    return None if day is None else day.isoformat()
