"""The draft of a whole answer, before the gate."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.drafting.sentences import Sentence
from assistant.records import Mode, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """What an answer is to say.  Every sentence passes the gate before a reader sees it."""

    status: Status
    mode: Mode
    sentences: tuple[Sentence, ...] = ()
    reason: tuple[Sentence, ...] = ()
    warnings: tuple[Sentence, ...] = ()
    choices: tuple[str, ...] = ()
