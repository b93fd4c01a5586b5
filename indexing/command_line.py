"""Running a command line: exit codes and one-line failures, the same for every package.

Exit codes: 0 done; 1 the work failed; 2 wrong usage.  Each failure is one line on standard error,
never a traceback.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

import typer

from indexing.errors import VssError


class Stopped(BaseException):
    """Ctrl-C or SIGTERM.

    After a KeyboardInterrupt that passed through a library's C code, Python ends with 130 whatever
    was made of it; after another exception it does not.
    """


def app_of(name: str, told: str, commands: Sequence[Callable[..., None]]) -> typer.Typer:
    """The command line of a package: its `commands` under their functions' names."""
    app = typer.Typer(
        name=name,
        help=told,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    for command in commands:
        app.command()(command)
    return app


def run_command_line(
    app: typer.Typer, program: str, arguments: Sequence[str] | None = None, given: object = None
) -> int:
    """Run `app` as `program` and give its exit code.

    `arguments` are those of the process when None; commands find `given` as their context's `obj`.
    Output is UTF-8 whatever the terminal's locale says; SIGTERM ends it as Ctrl-C does.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    command = typer.main.get_command(app)
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        with _stoppable(), command.make_context(program, words, obj=given) as context:
            command.invoke(context)
        sys.stdout.flush()
    except typer.Exit as ending:
        return ending.exit_code
    except VssError as error:
        return _fail(str(error), error.exit_code)
    except typer.TyperException as error:
        return _fail(f"{error.format_message()} --help tells the usage.", error.exit_code)
    except (typer.Abort, Stopped):
        return _fail("stopped before the work was done; what was finished stays", 1)
    except BrokenPipeError:
        # Python flushes standard output once more at exit: that must find an open file.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - open until the process ends
        return _fail("the reader of the output closed it before everything was written", 1)
    except Exception as error:  # noqa: BLE001 - the last door: a fault of ours is one line too
        return _fail(_fault(error), 1)
    return 0


@contextmanager
def _stoppable() -> Iterator[None]:
    """Ctrl-C and SIGTERM raise `Stopped` in the block; only the main thread can be told so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped


def _fail(message: str, code: int) -> int:
    print("error: " + " ".join(message.split()), file=sys.stderr)
    return code


def _fault(error: Exception) -> str:
    """A fault of the program itself, with the place that a developer needs."""
    if isinstance(error, ModuleNotFoundError):
        told = "`make evals` and `make test` install what the evaluation and the tests need"
        return f"the package {error.name} is not installed: {told}"
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    return f"unexpected {type(error).__name__} at {place}: {error}; please report it"
