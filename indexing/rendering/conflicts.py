"""Conflicts as JSON objects and as text for a terminal; both say what was found, no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from indexing.conflicts import Conflict

if TYPE_CHECKING:
    from indexing.database.records import ArticleEntry

_KEY = ("metric", "aspect", "place", "group", "subject", "period", "vs", "unit")


def conflict_object(conflict: Conflict, articles: Mapping[str, ArticleEntry]) -> dict[str, Any]:
    """A conflict as a JSON object: the key, and each report with what it tells of it."""
    first = conflict.rows[0]
    return {name: getattr(first, name) for name in _KEY} | {
        "reports": [
            {
                "doc": row.doc,
                "title": articles[row.doc].title,
                "published": articles[row.doc].published,
                "url": articles[row.doc].url,
                "value": row.value,
                "bound": row.bound,
                "start": row.start,
                "end": row.end,
                "quote": row.quote,
                "flags": list(row.flags),
            }
            for row in conflict.rows
        ]
    }


def conflicts_text(told: Sequence[Mapping[str, Any]]) -> str:
    """Conflicts for a terminal: the key, then each value with its report and its sentence."""
    lines = [f"Conflicts between reports: {len(told)}" if told else "No reports differ."]
    for one in told:
        key = " · ".join(str(one[name]) for name in _KEY if one[name] is not None)
        lines += ["", key]
        for report in one["reports"]:
            bound = "" if report["bound"] == "exact" else f"{report['bound']} "
            dated = report["published"] or "undated"
            lines.append(f"  {bound}{report['value']:,f}  {report['doc']} ({dated})")
            lines.append(f"    {' '.join(report['quote'].split())}")
    return "\n".join(lines)
