"""`metrics`: the metric table as a file."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from indexing.commands.shared import DataOption
from indexing.errors import UsageError, WorkError
from indexing.records import Article
from indexing.rendering.export import Format


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
    audit: Annotated[
        str | None,
        typer.Option(
            metavar="ARTICLE", help="What became of each number of this article: a file or a doc."
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="With --audit: one JSON object instead of text.")
    ] = False,
    data: DataOption = None,
) -> None:
    """Write the rows of the metric table, or show an article with what became of each number.

    python -m indexing metrics --metric hi_coverage --place "Binh Phuoc"

    python -m indexing metrics --format parquet --output metrics.parquet

    python -m indexing metrics --audit docs_corpus/binh-phuoc-2024-03-07.md
    """
    from indexing.database import Database
    from indexing.rendering.export import export
    from indexing.settings import load

    if as_json and audit is None:
        raise UsageError("--json is the form of an audit: give --audit ARTICLE, or --format jsonl")
    if audit is not None:
        _write(_audited(audit, data, as_json).encode(), output)
        return
    if form == "parquet" and output is None and sys.stdout.isatty():
        raise UsageError("parquet is no text for a terminal: name a file with --output FILE")
    with closing(Database.open(load(data_dir=data))) as database, database.view() as view:
        facts = view.facts(metric, place, doc)
    _write(export(facts, form), output)


def _audited(article: str, data: Path | None, as_json: bool) -> str:
    """The audit of a file, or of the held article of that name."""
    from indexing.extraction import audit
    from indexing.rendering.audits import audit_object, audit_text
    from indexing.rendering.jsontext import dumps

    found = _article(article, data)
    entries = audit(found)
    said = dumps(audit_object(found, entries)) if as_json else audit_text(found, entries)
    return f"{said}\n"


def _article(name: str, data: Path | None) -> Article:
    from indexing.articles import read_article
    from indexing.database import Database
    from indexing.settings import load

    if Path(name).is_file():
        return read_article(Path(name))
    with closing(Database.open(load(data_dir=data))) as database, database.view() as view:
        held = view.article(name)
    if held is None:
        raise WorkError(f"{name}: expected a file or the id of a held article; see `metrics`")
    return held


def _write(written: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(written)
        return
    try:
        output.write_bytes(written)
    except OSError as error:
        raise WorkError(f"{output}: cannot be written ({error.strerror})") from None
