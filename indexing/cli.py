"""The command line of indexing: `python -m indexing build|add|remove|status|metrics|manifest`.

Exit codes: 0 done; 1 the work failed, or a file could not be read; 2 wrong usage.  Each failure is
one line on standard error.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence

import typer

from indexing.commands.add import add
from indexing.commands.build import build
from indexing.commands.manifest import manifest
from indexing.commands.metrics import metrics
from indexing.commands.remove import remove
from indexing.commands.status import status
from indexing.errors import VssError


def build_app() -> typer.Typer:
    """The command line as a Typer application."""
    app = typer.Typer(
        name="indexing",
        help="Makes and tells the index of the reports of Viet Nam Social Security.",
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
    )
    commands: tuple[Callable[..., None], ...] = (build, add, remove, status, metrics, manifest)
    for command in commands:
        app.command()(command)
    return app


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; its exit code."""
    command = typer.main.get_command(build_app())
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        with command.make_context("python -m indexing", given) as context:
            command.invoke(context)
        sys.stdout.flush()
    except typer.Exit as ending:
        return ending.exit_code
    except VssError as error:
        return _fail(str(error), error.exit_code)
    except typer.TyperException as error:
        return _fail(f"{error.format_message()} --help tells the usage.", error.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        return _fail("stopped before the work was done; what was finished stays", 1)
    except BrokenPipeError:
        # Python flushes standard output once more at exit: that must find an open file.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
        return _fail("the reader of the output closed it before everything was written", 1)
    except Exception as error:  # noqa: BLE001
        # The last door: a fault of the program itself is one line too, with its place.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{os.path.basename(frame.filename)}:{frame.lineno}"
        return _fail(f"unexpected {type(error).__name__} at {place}: {error}", 1)
    return 0


def _fail(message: str, code: int) -> int:
    print("error: " + " ".join(message.split()), file=sys.stderr)
    return code
