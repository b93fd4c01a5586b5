"""`add`: bring single articles into the index."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from indexing.commands.shared import DataOption, change


def add(
    articles: Annotated[list[Path], typer.Argument(metavar="FILE...", help=".md or .txt files.")],
    data: DataOption = None,
) -> None:
    """Add articles, or replace those added before; they stay until `remove`.

    python -m indexing add new-report.md
    """
    from indexing.build import add as bring

    change(data, lambda workshop: bring(workshop, articles))
