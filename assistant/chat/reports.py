"""What the page shows of reports: the numbers of one and what each became; where several differ.

Like `assistant.chat.html` it writes HTML in which every text from outside is inert.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from assistant.chat.html import element, escape, link
from assistant.rendering.labels import load_labels
from assistant.rendering.objects import iso_day
from assistant.wording.phrases import load_phrases
from assistant.wording.words import (
    capitalised,
    figure_words,
    metric_words,
    part_words,
    period_words,
    place_words,
)
from indexing.extraction import AuditEntry
from indexing.extraction.audit import Verdict
from indexing.records import Article
from indexing.rendering.audits import entry_words

_CLASSES: Mapping[Verdict, str] = {
    "row": "vss-verified",
    "seen, not a metric": "vss-seen",
    "seen, not understood": "vss-unsupported",
}
_MOST_CONFLICTS = 100
"""Conflicts that the page shows; programs read all of them at /v1/conflicts."""


def audit_html(article: Article, entries: Sequence[AuditEntry]) -> str:
    """`article` with each number of `entries` marked and numbered, and below what became of it."""
    counts = Counter(entry.verdict for entry in entries)
    summary = "".join(
        element("li", _CLASSES[verdict], escape(f"{count} {verdict}"))
        for verdict, count in counts.most_common()
    )
    numbered = list(enumerate(entries, 1))
    lines = []
    start = 0
    for line in article.text.split("\n"):
        end = start + len(line)
        here = [(number, entry) for number, entry in numbered if start <= entry.start < end]
        if line.strip():
            lines.append(element("p", "", _marked(article.text, start, end, here)))
        start = end + 1
    said = "".join(
        element("li", _CLASSES[entry.verdict], escape(entry_words(article.text, entry)))
        for entry in entries
    )
    parts = (
        element("ul", "vss-summary", summary),
        element("div", "vss-report", "".join(lines)),
        element("ol", "vss-entries", said),
    )
    return element("article", "vss-turn", "".join(parts))


def conflicts_html(told: Sequence[Mapping[str, Any]]) -> str:
    """`told`, as `conflict_object` gives it: what is told of, and below it each report's value."""
    words = load_labels("en")
    count = words["conflicts"].format(count=len(told)) if told else words["no_conflicts"]
    shown = "".join(map(_conflict_html, told[:_MOST_CONFLICTS]))
    left = len(told) - _MOST_CONFLICTS
    more = element("p", "vss-meta", escape(words["more"].format(count=left))) if left > 0 else ""
    return element("p", "vss-meta", escape(count)) + shown + more


def _conflict_html(one: Mapping[str, Any]) -> str:
    phrases, labels = load_phrases("en"), load_labels("en")
    aspect = phrases.say("aspects", one["aspect"])
    parts = (
        metric_words(one["metric"], one["subject"], phrases) + (f" ({aspect})" if aspect else ""),
        part_words(one["group"], phrases),
        place_words(one["place"], phrases),
        period_words(one["period"], phrases),
    )
    head = element("p", "vss-title", escape(capitalised(" · ".join(filter(None, parts)))))
    reports = ""
    for report in one["reports"]:
        sign = "−" if report["value"] < 0 else ""
        value = sign + figure_words(abs(report["value"]), one["unit"], report["bound"], phrases)
        day = iso_day(report["published"]) or labels["undated"]
        source = link(f"/v1/articles/{quote(report['doc'], safe='')}", report["title"])
        told = element("blockquote", "", escape(" ".join(report["quote"].split())))
        reports += element("li", "", element("strong", "", escape(value)) + f" {escape(day)} "
                           + source + told)  # fmt: skip
    return element("article", "vss-turn", head + element("ul", "vss-reports", reports))


def _marked(text: str, start: int, end: int, here: Sequence[tuple[int, AuditEntry]]) -> str:
    pieces = []
    for number, entry in here:
        pieces.append(escape(text[start : entry.start]))
        shown = escape(" ".join(text[entry.start : entry.end].split()))
        label = element("span", "vss-number", f"{number}")
        pieces.append(element("mark", f"vss-figure {_CLASSES[entry.verdict]}", shown) + label)
        start = entry.end
    return "".join([*pieces, escape(text[start:end])])
