"""`status`: what the index holds."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from typing import Annotated

import typer

from indexing.commands.shared import DataOption


def status(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    data: DataOption = None,
) -> None:
    """Tell what the index holds and whether the present model and rules have made it.

    python -m indexing status --json
    """
    from indexing.conflicts import find_conflicts
    from indexing.database import Database
    from indexing.fingerprint import fingerprint
    from indexing.rendering.jsontext import dumps
    from indexing.search.embedding import Embedder
    from indexing.settings import load

    settings = load(data_dir=data)
    with closing(Database.open(settings)) as database, database.view() as view:
        made_by, model, revision = view.fingerprint, view.embedding, view.revision
        contents = asdict(view.contents())
        published = {entry.doc: entry.published for entry in view.articles()}
        conflicts = len(find_conflicts(view.facts(), published.get))
    identity = Embedder(settings.embedding_model).identity
    current = fingerprint(identity, settings.passage_tokens) == made_by
    told = {
        **contents,
        "conflicts": conflicts,
        "index": made_by,
        "current": current,
        "revision": revision,
        "embedding": model,
        "data": str(settings.data_dir),
    }
    if as_json:
        print(dumps(told))
        return
    for name, value in told.items():
        print(f"{name:10} {value}")
    if not current:
        print("The model or the rules have changed since: run `python -m indexing build`.")
