"""`conflicts`: what different reports tell differently of one thing."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from indexing.commands.shared import DataOption


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
    from indexing.rendering.conflicts import conflict_object, conflicts_text
    from indexing.rendering.jsontext import dumps
    from indexing.settings import load

    with closing(Database.open(load(data_dir=data))) as database, database.view() as view:
        articles = {entry.doc: entry for entry in view.articles()}
        found = find_conflicts(view.facts(), lambda doc: articles[doc].published)
    told = [conflict_object(conflict, articles) for conflict in found]
    if as_json:
        for one in told:
            print(dumps(one))
    else:
        print(conflicts_text(told))
