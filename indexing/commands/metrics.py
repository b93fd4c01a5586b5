"""`metrics`: the metric table as a file."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from indexing.commands.shared import DataOption
from indexing.errors import UsageError, WorkError
from indexing.export import Format


def metrics(
    form: Annotated[Format, typer.Option("--format", help="Form of the file.")] = "jsonl",
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write [standard output].")
    ] = None,
    metric: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this metric; may be repeated.")
    ] = None,
    place: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only this place; may be repeated.")
    ] = None,
    doc: Annotated[
        list[str] | None, typer.Option(metavar="DOC", help="Only this article; may be repeated.")
    ] = None,
    data: DataOption = None,
) -> None:
    """Write the rows of the metric table.

    python -m indexing metrics --metric hi_coverage --place "Binh Phuoc"

    python -m indexing metrics --format parquet --output metrics.parquet
    """
    from indexing.database import Database
    from indexing.export import export
    from indexing.settings import load

    if form == "parquet" and output is None and sys.stdout.isatty():
        raise UsageError("parquet is no text for a terminal: name a file with --output FILE")
    with closing(Database.open(load(data_dir=data))) as database, database.view() as view:
        facts = view.facts(metric, place, doc)
    written = export(facts, form)
    if output is None:
        sys.stdout.buffer.write(written)
        return
    try:
        output.write_bytes(written)
    except OSError as error:
        raise WorkError(f"{output}: cannot be written ({error.strerror})") from None
