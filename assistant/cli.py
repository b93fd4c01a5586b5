"""The command line of the assistant: `python -m assistant ask|check|serve`.

Exit codes: 0 done (also when the reports hold no answer); 1 the work failed; 2 wrong usage.  Each
failure is one line on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from assistant.commands.ask import ask
from assistant.commands.check import check
from assistant.commands.serve import serve
from assistant.commands.shared import Opener, open_assistant
from indexing.command_line import app_of, run_command_line


def build_app() -> typer.Typer:
    """The command line as a Typer application."""
    return app_of(
        "assistant",
        "Answers questions over the reports of Viet Nam Social Security.",
        (ask, check, serve),
    )


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(run())


def run(arguments: Sequence[str] | None = None, opener: Opener = open_assistant) -> int:
    """Run the command line; its exit code.  `opener` opens the assistant."""
    return run_command_line(build_app(), "python -m assistant", arguments, opener)
