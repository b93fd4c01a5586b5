"""What the page shows of a report: its text with each number marked, and what each became.

Like `assistant.chat.html` it writes HTML in which every text from outside is inert.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.chat.html import element, escape
from indexing.extraction import AuditEntry
from indexing.extraction.audit import Verdict
from indexing.records import Article
from indexing.rendering.audits import entry_words

_CLASSES: Mapping[Verdict, str] = {
    "row": "vss-verified",
    "seen, not a metric": "vss-seen",
    "seen, not understood": "vss-unsupported",
}


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


def _marked(text: str, start: int, end: int, here: Sequence[tuple[int, AuditEntry]]) -> str:
    pieces = []
    for number, entry in here:
        pieces.append(escape(text[start : entry.start]))
        shown = escape(" ".join(text[entry.start : entry.end].split()))
        label = element("span", "vss-number", f"{number}")
        pieces.append(element("mark", f"vss-figure {_CLASSES[entry.verdict]}", shown) + label)
        start = entry.end
    return "".join([*pieces, escape(text[start:end])])
