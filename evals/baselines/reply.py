"""What a baseline is here: a question in; texts for a language model, and its words, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """What a system has for a question."""

    evidence: Sequence[str]
    """The texts that it hands to a language model, best first."""
    words: str | None = None
    """What the language model makes of them; None where there is none."""


Replies = Callable[[str], Reply]
"""A system: from a question to its reply."""
