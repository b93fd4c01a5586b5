"""Small made-up articles and rows that the assistant's tests share."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from assistant.evidence.rows.keyed import KeyedRows
from assistant.evidence.sources import Sources
from indexing.extraction import extract, read_figures
from indexing.records import Article, MetricFact, Span

TODAY = date(2026, 11, 21)
"""The day on which the tests ask."""

TEXT = "In Binh Phuoc over 93 per cent of the people had health insurance. Another line."
QUOTE = TEXT[: TEXT.index(".") + 1]
FIGURE = "over 93 per cent"


def article(text: str = TEXT, doc: str = "sample", published: date | None = None) -> Article:
    """An article that is all body, its version told by its length."""
    return Article(
        doc=doc,
        version=f"v{len(text)}",
        text=text,
        title=f"Report {doc}",
        published=published,
        publisher=None,
        url=None,
        body=Span(0, len(text)),
    )


def fact(**changes: Any) -> MetricFact:
    """The row of `TEXT`, with `changes`."""
    start = TEXT.index(FIGURE)
    values: dict[str, Any] = {
        "doc": "sample",
        "version": f"v{len(TEXT)}",
        "place": "Binh Phuoc",
        "metric": "hi_coverage",
        "group": None,
        "subject": None,
        "aspect": "level",
        "value": Decimal(93),
        "unit": "percent",
        "bound": "over",
        "period": "@2023",
        "vs": None,
        "start": start,
        "end": start + len(FIGURE),
        "quote_start": 0,
        "quote_end": len(QUOTE),
        "quote": QUOTE,
    }
    values.update(changes)
    values["value"] = Decimal(str(values["value"]))
    return MetricFact(**values)


def is_of(row: MetricFact, place: str) -> bool:
    """Whether a row is of a place, which may be told without its province."""
    return row.place == place or (row.place or "").startswith(f"{place},")


def sources_over(*articles: Article) -> Sources:
    """The stages' view of an index that holds `articles` and the rows that extraction makes."""
    held = {article.doc: article for article in articles}
    rows = [row for article in articles for row in extract(article)]

    def of_place(place: str | None) -> list[MetricFact]:
        return [row for row in rows if place is None or is_of(row, place)]

    def of_metric(metric: str, place: str | None) -> list[MetricFact]:
        return [row for row in of_place(place) if row.metric == metric]

    def published(doc: str) -> date | None:
        return held[doc].published if doc in held else None

    return Sources(
        article=held.get,
        articles=list,
        rows=of_metric,
        keyed=lambda metric, place: KeyedRows.of(of_metric(metric, place), published),
        debts=lambda: [row for row in rows if row.metric == "other"],
        published=published,
        of_article=lambda doc: [row for row in rows if row.doc == doc],
        of_sentence=lambda doc, start: [
            row for row in rows if (row.doc, row.quote_start) == (doc, start)
        ],
        of_place=of_place,
        of_value=lambda value: [row for row in rows if row.value == value],
        places=lambda: {row.place for row in rows if row.place},
        metrics=lambda place: {row.metric for row in of_place(place)},
        no_figures=lambda doc: [
            Span(read.quantity.start, read.quantity.end)
            for read in read_figures(held[doc])
            if read.fact is None
        ],
    )
