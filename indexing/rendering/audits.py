"""An audit as text for a terminal and as a JSON object; both say what `audit` found, no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from indexing.extraction import AuditEntry
from indexing.records import Article, MetricFact
from indexing.rendering.export import fact_fields


def audit_object(article: Article, entries: Sequence[AuditEntry]) -> dict[str, Any]:
    """The audit for programs; `row` has the fields of `MetricFact`, offsets are the article's."""
    return {
        "doc": article.doc,
        "version": article.version,
        "counts": dict(Counter(entry.verdict for entry in entries)),
        "entries": [
            {
                "start": entry.start,
                "end": entry.end,
                "text": article.text[entry.start : entry.end],
                "verdict": entry.verdict,
                "reason": entry.reason,
                "row": fact_fields(entry.fact) if entry.fact else None,
            }
            for entry in entries
        ],
    }


def audit_text(article: Article, entries: Sequence[AuditEntry]) -> str:
    """The article with each number marked "[3: 93 per cent]", and below each line what it became.

    The last line counts the verdicts.
    """
    lines: list[str] = []
    numbered = list(enumerate(entries, 1))
    start = 0
    for line in article.text.split("\n"):
        end = start + len(line)
        here = [(n, entry) for n, entry in numbered if start <= entry.start < end]
        lines.append(_marked(article.text, start, end, here))
        lines += [f"    {n}. {entry_words(article.text, entry)}" for n, entry in here]
        start = end + 1
    counts = Counter(entry.verdict for entry in entries)
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())
    return "\n".join([*lines, f"{len(entries)} numbers: {told}" if entries else "no numbers"])


def _marked(text: str, start: int, end: int, here: Sequence[tuple[int, AuditEntry]]) -> str:
    pieces = []
    for number, entry in here:
        shown = " ".join(text[entry.start : entry.end].split())
        pieces += [text[start : entry.start], f"[{number}: {shown}]"]
        start = entry.end
    return "".join([*pieces, text[start:end]])


def entry_words(text: str, entry: AuditEntry) -> str:
    """One number of the article's `text` and what became of it: its row, or what it is instead."""
    shown = " ".join(text[entry.start : entry.end].split())
    if entry.fact is None:
        return f"{shown}: {entry.verdict}" + (f" ({entry.reason})" if entry.reason else "")
    return f"{shown}: {' · '.join(_row(entry.fact))}"


def _row(fact: MetricFact) -> Iterator[str]:
    yield fact.metric if fact.subject is None else f"{fact.metric} ({fact.subject})"
    yield fact.aspect
    bound = "" if fact.bound == "exact" else f"{fact.bound} "
    yield f"{bound}{fact.value:,f} {fact.unit}"
    yield fact.place or "place unknown"
    if fact.group:
        yield fact.group
    yield (fact.period or "period unknown") + (f" against {fact.vs}" if fact.vs else "")
    yield from (flag.replace("_", " ") for flag in fact.flags)
