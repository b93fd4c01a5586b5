"""The draft of a whole answer, before the gate."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.records import Mode, Status
from assistant.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """What an answer is to say.  Every sentence passes the gate before a reader sees it."""

    status: Status
    mode: Mode
    sentences: tuple[Sentence, ...] = ()
    reason: tuple[Sentence, ...] = ()
    warnings: tuple[Sentence, ...] = ()
    choices: tuple[str, ...] = ()
    prompt: str | None = None
    """The prompt by which a language model worded some of the sentences: "answer.1"."""
