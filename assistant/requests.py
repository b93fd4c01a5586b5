"""Reading what a reader sends: one set of rules and messages for CLI, REST and chat.

Every function raises `UsageError` with one line: what was expected, what came, what to do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NoReturn

from assistant.settings import AssistantSettings
from indexing.errors import UsageError

# NUL and lone surrogates are no text that a database or a UTF-8 file can hold.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_NUMBER = re.compile(r"\d+(?:[.,/-]\d+)*")
_SHOWN_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class AskRequest:
    """A question and the earlier questions of the conversation, oldest first."""

    question: str
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """A text whose figures are to be checked; offsets count in it, so it is never changed."""

    text: str


def read_object(raw: str | bytes) -> Mapping[str, object]:
    """The one JSON object that `raw` holds; NaN and Infinity are no JSON."""
    try:
        given = json.loads(raw, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"expected one JSON object, came text that is none: {error}") from None
    if not isinstance(given, dict):
        raise UsageError(f"expected one JSON object, came {_kind(given)}: wrap it in {{...}}")
    return given


def read_ask(given: Mapping[str, object], settings: AssistantSettings) -> AskRequest:
    """The question in `given`, with `history` if there is one."""
    _refuse_misspelt(given, ("question", "history"))
    question = read_text(given, "question", settings.question_max_characters)
    earlier = [] if given.get("history") is None else given["history"]
    if not isinstance(earlier, (list, tuple)):
        raise UsageError(
            f'"history": expected a list of earlier questions, came {_kind(earlier)}:'
            " send a list of texts, oldest first"
        )
    if len(earlier) > settings.history_max_questions:
        raise UsageError(
            f'"history": expected at most {settings.history_max_questions} earlier questions,'
            f" came {len(earlier)}: leave out the oldest"
        )
    names = [f"history[{number}]" for number in range(len(earlier))]
    numbered = dict(zip(names, earlier, strict=True))
    history = (read_text(numbered, name, settings.question_max_characters) for name in names)
    return AskRequest(question, tuple(history))


def read_check(given: Mapping[str, object], settings: AssistantSettings) -> CheckRequest:
    """The text in `given`."""
    _refuse_misspelt(given, ("text",))
    text = read_text(given, "text", settings.text_max_characters)
    numbers, most = len(_NUMBER.findall(text)), settings.text_max_numbers
    if numbers > most:
        raise UsageError(
            f'"text": expected at most {most} numbers, came {numbers}: check it in parts'
        )
    return CheckRequest(text)


def read_text(given: Mapping[str, object], name: str, most: int) -> str:
    """The text under `name`: not blank, at most `most` characters, storable as UTF-8."""
    if name not in given:
        raise UsageError(f'"{name}": expected a text, came nothing: send it under this name')
    text = given[name]
    if not isinstance(text, str):
        raise UsageError(f'"{name}": expected a text, came {_kind(text)}: put it in quotes')
    if not text.strip():
        raise UsageError(f'"{name}": expected a text, came an empty one: write what you want')
    if len(text) > most:
        raise UsageError(
            f'"{name}": expected at most {most} characters, came {len(text)}: shorten it'
        )
    if (fault := _UNSTORABLE.search(text)) is not None:
        raise UsageError(
            f'"{name}": expected Unicode text, came U+{ord(fault[0]):04X} at character'
            f" {fault.start()}, which is none: take it out"
        )
    return text


def require_names(given: Collection[str], known: Sequence[str]) -> None:
    """Raise `UsageError` for a name that nothing is known by: what it says would be left out."""
    unknown = next((name for name in given if name not in known), None)
    if unknown is not None:
        listed = ", ".join(known)
        raise UsageError(f"{shown(unknown)}: expected one of {listed}: correct the name")


def _refuse_misspelt(given: Collection[str], known: Sequence[str]) -> None:
    """Raise `UsageError` for a name that is nearly a known one; others are the sender's own."""
    others = [name for name in given if name not in known]
    require_names([one for one in others if get_close_matches(one.lower(), known)], known)


def is_storable(text: str) -> bool:
    """Whether `text` can be written as UTF-8 and held by a database."""
    return _UNSTORABLE.search(text) is None


def shown(text: str) -> str:
    """`text` as an error message may repeat it: in quotes, printable, short."""
    cut = text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS] + "…"
    return ascii(cut) if not cut.isprintable() else f'"{cut}"'


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _kind(value: object) -> str:
    if value is None:
        return "null"
    kinds = {bool: "true or false", dict: "an object", list: "a list", str: "a text"}
    return kinds.get(type(value), "a number")
