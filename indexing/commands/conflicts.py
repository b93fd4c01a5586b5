"""`conflicts`: what different reports tell differently of one thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Any

import typer

from indexing.commands.shared import DataOption
from indexing.conflicts import Conflict

if TYPE_CHECKING:
    from indexing.database.records import ArticleEntry

_KEY = ("metric", "aspect", "place", "group", "subject", "period", "vs", "unit")


def conflicts(
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a JSON object a line for each conflict.")
    ] = False,
    data: DataOption = None,
) -> None:
    """Tell where reports differ, value beside value, with dates and sources.

    python -m indexing conflicts --json
    """
    from indexing.conflicts import find_conflicts
    from indexing.database import Database
    from indexing.jsontext import dumps
    from indexing.settings import load

    with closing(Database.open(load(data_dir=data))) as database, database.view() as view:
        articles = {entry.doc: entry for entry in view.articles()}
        found = find_conflicts(view.facts(), lambda doc: articles[doc].published)
    told = [_told(conflict, articles) for conflict in found]
    if as_json:
        for one in told:
            print(dumps(one))
    else:
        print("\n".join(_printed(told)))


def _told(conflict: Conflict, articles: Mapping[str, ArticleEntry]) -> dict[str, Any]:
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


def _printed(told: Sequence[Mapping[str, Any]]) -> list[str]:
    """Conflicts as lines: the key, then each value with its report and its sentence."""
    lines = [f"Conflicts between reports: {len(told)}" if told else "No reports differ."]
    for one in told:
        key = " · ".join(str(one[name]) for name in _KEY if one[name] is not None)
        lines += ["", key]
        for report in one["reports"]:
            bound = "" if report["bound"] == "exact" else f"{report['bound']} "
            dated = report["published"] or "undated"
            lines.append(f"  {bound}{report['value']:,f}  {report['doc']} ({dated})")
            lines.append(f"    {' '.join(report['quote'].split())}")
    return lines
