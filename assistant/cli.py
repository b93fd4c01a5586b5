"""The command line of the assistant: `python -m assistant ask|check|serve`.

Exit codes: 0 done (also when the reports hold no answer); 1 the work failed; 2 wrong usage.  Each
failure is one line on standard error.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence

import typer

from assistant.commands.ask import ask
from assistant.commands.check import check
from assistant.commands.serve import serve
from assistant.commands.shared import Opener, open_assistant
from indexing.errors import VssError


def build_app() -> typer.Typer:
    """The command line as a Typer application."""
    app = typer.Typer(
        name="assistant",
        help="Answers questions over the reports of Viet Nam Social Security.",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    commands: tuple[Callable[..., None], ...] = (ask, check, serve)
    for command in commands:
        app.command()(command)
    return app


def main(arguments: Sequence[str] | None = None, opener: Opener = open_assistant) -> None:
    """Run the command line and exit with its code; `opener` opens the assistant."""
    sys.exit(run(arguments, opener))


def run(arguments: Sequence[str] | None = None, opener: Opener = open_assistant) -> int:
    """Run the command line; its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    command = typer.main.get_command(build_app())
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        with command.make_context("python -m assistant", given, obj=opener) as context:
            command.invoke(context)
        sys.stdout.flush()
    except typer.Exit as ending:
        return ending.exit_code
    except VssError as error:
        return _fail(str(error), error.exit_code)
    except typer.TyperException as error:
        return _fail(f"{error.format_message()} --help tells the usage.", error.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        return _fail("stopped before the work was done", 1)
    except BrokenPipeError:
        # Python flushes standard output once more at exit: that must find an open file.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - open until the process ends
        return _fail("the reader of the output closed it before everything was written", 1)
    except Exception as error:  # noqa: BLE001 - the last door: a fault of ours is one line too
        return _fail(_fault(error), 1)
    return 0


def _fail(message: str, code: int) -> int:
    print("error: " + " ".join(message.split()), file=sys.stderr)
    return code


def _fault(error: Exception) -> str:
    """A fault of the program itself, with the place that a developer needs."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    return f"unexpected {type(error).__name__} at {place}: {error}; please report it"
