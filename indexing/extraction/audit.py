"""What became of every number of an article: the proof that nothing seen was dropped silently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from indexing.extraction.extract import read_figures
from indexing.reading.quantity.lookalikes.left_out import numbers_left_out
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import Article, MetricFact, Quantity

Verdict = Literal["row", "seen, not a metric", "seen, not understood"]


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One number of an article and what became of it."""

    start: int
    end: int
    """`article.text[start:end]` is the number as printed, with the words that belong to it."""
    verdict: Verdict
    reason: str | None
    """For "seen, not a metric": what it is instead ("date or span of time", "age")."""
    fact: MetricFact | None
    """For "row": its row of the metric table."""


def audit(article: Article) -> tuple[AuditEntry, ...]:
    """Every quantity of an article and every other number in digits, in order of the text."""
    quantities = find_quantities(article.text)
    entries = [*_figures(article, quantities)]
    for number in numbers_left_out(article.text, quantities):
        verdict: Verdict = "seen, not a metric" if number.kind else "seen, not understood"
        entries.append(AuditEntry(number.start, number.end, verdict, number.kind, None))
    return tuple(sorted(entries, key=lambda entry: entry.start))


def _figures(article: Article, quantities: list[Quantity]) -> Iterator[AuditEntry]:
    read = {reading.quantity.start: reading for reading in read_figures(article)}
    for quantity in quantities:
        start, end = quantity.start, quantity.end
        reading = read.get(start)
        if reading is not None and reading.fact is not None:
            yield AuditEntry(start, end, "row", None, reading.fact)
            continue
        reason = reading.why if reading is not None else _outside(article, start)
        yield AuditEntry(
            start, end, "seen, not a metric" if reason else "seen, not understood", reason, None
        )


def _outside(article: Article, start: int) -> str | None:
    """The part of an article that holds no figures and in which `start` stands."""
    if any(span.start <= start < span.end for span in article.furniture):
        return "page furniture"
    inside = article.body.start <= start < article.body.end
    return None if inside else "front matter"
