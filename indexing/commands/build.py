"""`build`: make the index hold the articles of some folders."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from indexing.commands.shared import DataOption, change


def build(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FOLDER]...", help="Folders of .md and .txt [the shipped reports]."
        ),
    ] = None,
    data: DataOption = None,
) -> None:
    """Make the index hold exactly the articles of FOLDERs and those that `add` brought.

    What has not changed is not made again.

    python -m indexing build

    python -m indexing build reports/ --data var/reports
    """
    from indexing.build import build as make

    with as_file(files("docs_corpus")) as shipped:
        change(data, lambda workshop: make(workshop, folders or [shipped]))
