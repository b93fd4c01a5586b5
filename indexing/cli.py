"""The command line `python -m indexing build|add|remove|status|metrics|conflicts|manifest`.

Exit codes: 0 done; 1 the work failed, or a file could not be read; 2 wrong usage.  Each failure is
one line on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from indexing.command_line import app_of, run_command_line
from indexing.commands.add import add
from indexing.commands.build import build
from indexing.commands.conflicts import conflicts
from indexing.commands.manifest import manifest
from indexing.commands.metrics import metrics
from indexing.commands.remove import remove
from indexing.commands.status import status


def build_app() -> typer.Typer:
    """The command line as a Typer application."""
    return app_of(
        "indexing",
        "Makes and tells the index of the reports of Viet Nam Social Security.",
        (build, add, remove, status, metrics, conflicts, manifest),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; its exit code."""
    return run_command_line(build_app(), "python -m indexing", arguments)
