"""`remove`: take articles out of the index."""

from __future__ import annotations

from typing import Annotated

import typer

from indexing.commands.shared import DataOption, change


def remove(
    docs: Annotated[
        list[str], typer.Argument(metavar="DOC...", help="File names without extension.")
    ],
    data: DataOption = None,
) -> None:
    """Remove articles; one that lies in a folder comes back with the next `build` of it.

    python -m indexing remove new-report
    """
    from indexing.build import remove as take

    change(data, lambda workshop: take(workshop, docs))
