"""Offices that persons hold, with the words that tell which, and of what: "deputy director"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.datafiles import datafile
from indexing.reading.folding import fold


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
    agency: tuple[str, ...]
    """Names of the agency of the whole country, the longest first."""

    def names_agency(self, text: str) -> bool:
        """Whether a text names the agency of the whole country."""
        return re.search(rf"\b(?:{'|'.join(self.agency)})\b", fold(text)) is not None


@cache
def offices() -> Offices:
    """The words that ship with the package."""
    told = datafile("offices")
    return Offices(
        titles=frozenset((*told["offices"], *told["heads"])),
        heads=frozenset(told["heads"]),
        ranks=tuple(told["ranks"]),
        units=frozenset(told["units"]),
        agency=tuple(sorted(told["agency"], key=len, reverse=True)),
    )
