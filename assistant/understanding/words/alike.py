"""Words that say the same in questions and in reports: "requested" is "asked"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from assistant.datafiles import datafile


def alike(words: Iterable[str]) -> frozenset[str]:
    """The words, those that mean the same by one of them."""
    return frozenset(map(meaning_of, words))


def meaning_of(word: str) -> str:
    """The word by which all go that mean the same as one; the word itself where none does."""
    return _first_of_each().get(word, word)


@cache
def _first_of_each() -> Mapping[str, str]:
    """The words of each list, by its first."""
    lists = datafile("alike")["words"]
    return MappingProxyType({word: same[0] for same in lists for word in same})
