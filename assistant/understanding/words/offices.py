"""Offices that persons hold, with the words that tell which, and of what: "deputy director"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from assistant.datafiles import datafile


@dataclass(frozen=True, slots=True)
class Offices:
    """Folded words for offices."""

    titles: frozenset[str]
    """What their holders are called: "director"."""
    heads: frozenset[str]
    """Those of `titles` that a director holds: "head"."""
    ranks: tuple[str, ...]
    """Words by which an office is another one: "deputy"."""
    units: frozenset[str]
    """What within an agency has a head of its own: "department"."""


@cache
def offices() -> Offices:
    """The words that ship with the package."""
    told = datafile("offices")
    return Offices(
        titles=frozenset((*told["offices"], *told["heads"])),
        heads=frozenset(told["heads"]),
        ranks=tuple(told["ranks"]),
        units=frozenset(told["units"]),
    )
