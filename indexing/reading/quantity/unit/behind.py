"""Words behind a number that it counts or is paid in: such a number is no year and no label."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import pattern, table
from indexing.reading.quantity.number.word_values import scale_words
from indexing.reading.quantity.unit.currencies import currency_words


@cache
def words_behind() -> str:
    """A regular expression for them, with the space before."""
    data = table("quantities")
    nouns = [w for key in ("nouns", "nouns_vi") for words in data[key].values() for w in words]
    percent = [w for words in data["percent"].values() for w in words]
    words = pattern([*nouns, *percent, "of them"])
    return rf"\s*(?:{words}|{scale_words()}|{currency_words()})"


def is_counted(seen: str, end: int = 0) -> bool:
    """Whether such words stand at `end`."""
    return _behind().match(seen, end) is not None


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(words_behind())
