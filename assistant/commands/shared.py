"""What the verbs share: opening the assistant, the options, and batches of JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Generic, NamedTuple, TypeVar

import typer

from assistant.interface import Answering
from assistant.requests import read_object
from assistant.settings import AssistantSettings, load
from indexing.errors import UsageError, VssError

if TYPE_CHECKING:
    from rich.text import Text

Opener = Callable[[AssistantSettings], Answering]

DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Folder of the index [VSS_DATA_DIR; var]."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
BatchOption = Annotated[
    str | None,
    typer.Option(metavar="FILE.jsonl", help='One JSON object a line; "-" is standard input.'),
]

Request = TypeVar("Request")
Result = TypeVar("Result")


class Verb(NamedTuple, Generic[Request, Result]):
    """A verb that takes one request or a batch of them: what `ask` and `check` differ in."""

    argument: str
    """What the request's main field is called."""
    read: Callable[[Mapping[str, object], AssistantSettings], Request]
    work: Callable[[Answering, Request], Result]
    as_object: Callable[[Result], dict[str, object]]
    as_text: Callable[[Request, Result], Text]
    """The result for a reader at a terminal."""


def open_assistant(settings: AssistantSettings) -> Answering:
    """The assistant over the index that `settings` names; raises `VssError`."""
    from assistant.assistant import Assistant

    return Assistant.open(settings)


@contextmanager
def opened(context: typer.Context, settings: AssistantSettings) -> Iterator[Answering]:
    """The assistant, closed at the end."""
    opener: Opener = context.obj
    with closing(opener(settings)) as assistant:
        yield assistant


def settings_for(data: Path | None, **given: object) -> AssistantSettings:
    """The settings with the options of the command line in force."""
    return load(data_dir=data, **given)


def carry_out(
    context: typer.Context,
    verb: Verb[Request, Result],
    given: Mapping[str, object],
    as_json: bool,
    batch: str | None,
    data: Path | None,
) -> None:
    """Print what comes of the request in `given`, or of each line of the file `batch`."""
    _require_one(given[verb.argument], verb.argument, batch)
    settings = settings_for(data)
    if batch is not None:
        with opened(context, settings) as assistant:

            def respond(line: Mapping[str, object]) -> dict[str, object]:
                return verb.as_object(verb.work(assistant, verb.read(line, settings)))

            raise typer.Exit(_answer_batch(batch, respond))
    request = verb.read(given, settings)
    with opened(context, settings) as assistant:
        result = verb.work(assistant, request)
    if as_json:
        from indexing.rendering.jsontext import dumps

        print(dumps(verb.as_object(result)))
    else:
        from rich.console import Console

        # Lines are left to the terminal to break, so that a copy stays whole.
        Console(soft_wrap=True, highlight=False).print(verb.as_text(request, result))


def _answer_batch(source: str, respond: Callable[[Mapping[str, object]], dict[str, object]]) -> int:
    """Print one JSON object a line for each line of `source`, with that line's `id`.

    A line that cannot be read or answered is told on standard error with its number and the rest
    goes on.  Returns the exit code: 1 when a line was left out.
    """
    from indexing.rendering.jsontext import dumps

    code = 0
    for number, line in _lines(source):
        try:
            given = read_object(line)
            name = _line_id(given)
            # The batch's own id takes the place of the receipt's.
            print(dumps(respond(given) | {"id": name}), flush=True)
        except VssError as error:
            print(f"error: line {number} of {source}: {error}", file=sys.stderr)
            code = 1
    return code


def _require_one(given: object, name: str, batch: str | None) -> None:
    """Refuse a call that has both an argument and a batch, or neither."""
    if (given is None) == (batch is None):
        came = "neither" if given is None else "both"
        raise UsageError(f"expected a {name} or --batch FILE.jsonl, came {came}: give one of them")


def _line_id(given: Mapping[str, object]) -> str | int:
    name = given.get("id")
    if isinstance(name, bool) or not isinstance(name, (str, int)):
        raise UsageError('"id": expected a text or a whole number that names the line: add it')
    return name


def _lines(source: str) -> Iterator[tuple[int, str]]:
    """The numbered lines that hold anything; bytes that are no UTF-8 stay visible as such."""
    try:
        with _bytes_of(source) as file:
            for number, raw in enumerate(file, 1):
                line = raw.decode("utf-8-sig", errors="surrogateescape")
                if line.strip():
                    yield number, line
    except OSError as error:
        raise UsageError(f"--batch {source}: cannot be read: {error.strerror}") from None


def _bytes_of(source: str) -> BinaryIO:
    if source == "-":
        return open(sys.stdin.fileno(), "rb", closefd=False)
    return open(source, "rb")
