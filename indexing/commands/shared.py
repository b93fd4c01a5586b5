"""What the verbs share: options, progress, and the report of a change."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from indexing.settings import IndexSettings, load

if TYPE_CHECKING:
    from indexing.build import BuildReport
    from indexing.workshop import Workshop

DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Folder of the index [VSS_DATA_DIR; var]."),
]


def change(data: Path | None, work: Callable[[Workshop], BuildReport]) -> None:
    """Runs a change of the index, tells what it did, and ends with 1 if a file failed."""
    from indexing.database import Database
    from indexing.search.collection import sync_if_free
    from indexing.workshop import Workshop

    settings = load(data_dir=data)
    with _bar() as progress:
        report = work(Workshop.of(settings, progress=progress))
    _tell(report, settings)
    with closing(Database.open(settings)) as database:
        sync_if_free(settings, database)
    if report.failed:
        raise typer.Exit(1)


def _tell(report: BuildReport, settings: IndexSettings) -> None:
    for line in report.failed:
        print(f"error: {line}", file=sys.stderr)
    if report.rebuilt:
        print("The model or the rules have changed: every article was indexed anew.")
    for word, docs in (
        ("added", report.added),
        ("changed", report.changed),
        ("removed", report.removed),
    ):
        if docs:
            print(f"{word} {len(docs)}: {', '.join(docs[:5])}{', ...' if len(docs) > 5 else ''}")
    print(f"{settings.data_dir}: {report.articles} articles")


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error, drawn only where there is work and a terminal."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Indexing", total=None, visible=False)

        def progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=total > 0)

        yield progress
