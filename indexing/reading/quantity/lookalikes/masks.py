"""Stretches of a view in which no number is a quantity, made unreadable to all that read numbers.

Masked characters become NUL, which no reader matches; offsets stay true.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_BLANK = "\0"


@dataclass(frozen=True, slots=True)
class Masked:
    """A stretch of a view in which no number is a quantity, and what it is."""

    start: int
    end: int
    kind: str


def blank(seen: str, spans: Iterable[tuple[int, int]], mark: str = _BLANK) -> str:
    """`seen` with every character of `spans` masked."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            begin = max(start, at)
            pieces += [seen[at:begin], mark * (end - begin)]
            at = end
    return "".join(pieces) + seen[at:] if pieces else seen
