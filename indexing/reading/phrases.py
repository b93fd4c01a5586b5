"""Looking many phrases up in a text at once: by whole words, the longest phrase first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from indexing.reading.folding import fold

T = TypeVar("T")

_WORD: Final = re.compile(r"[^\W_]+")
_ABBREVIATION: Final = 2
"""Longest word after which a full stop does not end a phrase: "TP. Ho Chi Minh"."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters and digits; offsets in the folded text it was cut from."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase found: words `first` to `last` (exclusive) of the list that was searched."""

    value: T
    first: int
    last: int


class PhraseBook(Generic[T]):
    """Phrases with a value each, found in folded text irrespective of hyphens and line ends."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """`entries` are (phrase, value); a phrase given twice keeps its first value."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        known: set[tuple[str, ...]] = set()
        for phrase, value in entries:
            key = tuple(word.text for word in words(fold(phrase)))
            if key and key not in known:
                known.add(key)
                self._by_first.setdefault(key[0], []).append((key, value))
        for alternatives in self._by_first.values():
            alternatives.sort(key=lambda entry: len(entry[0]), reverse=True)

    def at(self, text: str, line: list[Word], first: int) -> Found[T] | None:
        """The longest phrase that starts at word `first` of `line`, the words of `text`."""
        for key, value in self._by_first.get(line[first].text, ()):
            last = first + len(key)
            if last <= len(line) and all(
                line[first + i].text == word and joined(text, line[first + i - 1], line[first + i])
                for i, word in enumerate(key[1:], 1)
            ):
                return Found(value, first, last)
        return None

    def find(self, text: str, line: list[Word]) -> Iterator[Found[T]]:
        """The phrases of `line` from left to right, none inside another."""
        first = 0
        while first < len(line):
            if found := self.at(text, line, first):
                yield found
                first = found.last
            else:
                first += 1


def words(text: str) -> list[Word]:
    """The words of a folded text."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether two neighbouring words of `text` may stand in one phrase.

    Blanks, hyphens and one line end join; a full stop joins after an abbreviation only.
    """
    gap = text[left.end : right.start]
    if gap in (" ", "-"):
        return True
    if gap.startswith("."):
        return right.start - left.end <= 2 and left.end - left.start <= _ABBREVIATION
    return len(gap) <= 4 and not gap.strip(" -\n") and gap.count("\n") <= 1
