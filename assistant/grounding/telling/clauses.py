"""Where what a sentence says of one figure ends: its clauses, by marks and the words between them.

The words are those of `data/clauses.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.datafiles import datafile

_MARKS = r"[;:()|\n–—]|[,.](?!\d)"
_HARD_MARKS = r"[;|\n]|[.](?!\d)"
"""Those that end the asides of a clause with it."""


@cache
def clause_end() -> re.Pattern[str]:
    """Where one clause ends and another begins."""
    return _pattern(_MARKS, "joining", "turning")


@cache
def turn_end() -> re.Pattern[str]:
    """The same for words that reach over "and": "did not collect 5 billion and 6 billion"."""
    return _pattern(_MARKS, "turning")


@cache
def statement_end() -> re.Pattern[str]:
    """Where a clause ends with its asides and all that is joined to it."""
    return _pattern(_HARD_MARKS, "turning")


def _pattern(marks: str, *lists: str) -> re.Pattern[str]:
    words = datafile("clauses")
    listed = "|".join(word for name in lists for word in words[name])
    return re.compile(rf"{marks}|(?<!\w)(?:{listed})(?!\w)", re.IGNORECASE)
