"""Looking many phrases up in a text at once: by whole words, the longest phrase first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Generic, NamedTuple, TypeVar

from indexing.reading.folding import Folded, fold, folded

T = TypeVar("T")

_WORD: Final = re.compile(r"([^\W_]+)")
_APOSTROPHES: Final = ("'", "\N{RIGHT SINGLE QUOTATION MARK}")
_JOINTS: Final = frozenset({" ", "-", *_APOSTROPHES, *(f"{mark} " for mark in _APOSTROPHES)})
"""What stands between two words of one phrase."""
_ABBREVIATION: Final = 2
"""Longest word after which a full stop does not end a phrase: "TP. Ho Chi Minh"."""


class Found(NamedTuple, Generic[T]):
    """A phrase found: words `first` to `last` (exclusive) of the list that was searched."""

    value: T
    first: int
    last: int


class _Node(Generic[T]):
    """The phrases that begin with the words on the way here."""

    __slots__ = ("after", "ends")

    def __init__(self) -> None:
        self.after: dict[str, _Node[T]] = {}
        self.ends: list[T] = []
        """The value of the phrase that ends here, if one does."""


class PhraseBook(Generic[T]):
    """Phrases with a value each, found in folded text irrespective of hyphens and line ends."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """`entries` are (phrase, value); a phrase given twice keeps its first value."""
        self._root: _Node[T] = _Node()
        for phrase, value in entries:
            node = self._root
            for word in words(fold(phrase)):
                node = node.after.setdefault(word, _Node())
            if node is not self._root and not node.ends:
                node.ends.append(value)

    def at(self, line: Line, first: int) -> Found[T] | None:
        """The longest phrase that starts at word `first` of `line`."""
        found = self.each_at(line, first)
        return found[-1] if found else None

    def each_at(self, line: Line, first: int) -> list[Found[T]]:
        """Every phrase that starts at word `first` of `line`, the shortest first."""
        words = line.words
        node = self._root.after.get(words[first])
        found: list[Found[T]] = []
        last = first + 1
        while node is not None:
            if node.ends:
                found.append(Found(node.ends[0], first, last))
            if last == len(words) or not node.after:
                break
            node = node.after.get(words[last])
            if node is not None and not line.joins(last):
                break
            last += 1
        return found

    def find(
        self, line: Line, fits: Callable[[Found[T]], bool] | None = None
    ) -> Iterator[Found[T]]:
        """The phrases of `line` from left to right, none inside another; one that does not fit
        its place leaves its words to others."""
        begins = self._root.after.keys() & line.where.keys()
        if not begins:  # as most often
            return
        past = 0
        for first in sorted(i for word in begins for i in line.where[word]):
            found = self.at(line, first) if first >= past else None
            if found is not None and (fits is None or fits(found)):
                yield found
                past = found.last


@dataclass(frozen=True, slots=True)
class Line:
    """A text, folded and cut into words, that still gives its words as they were written."""

    text: str
    view: Folded
    words: Sequence[str]
    """Its runs of letters and digits, folded."""
    starts: Sequence[int]
    """Where each of them begins in the folded text."""
    ends: Sequence[int]
    where: Mapping[str, Sequence[int]]
    """The numbers of the words by their text."""

    @property
    def plain(self) -> str:
        """The folded text that `starts` and `ends` count in."""
        return self.view.text

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where words `first` to `last` (exclusive) stand in the text."""
        return self.view.span(self.starts[first], self.ends[last - 1])

    def written(self, first: int, last: int) -> str:
        """Words `first` to `last` (exclusive) as the text has them."""
        start, end = self.span(first, last)
        return self.text[start:end]

    def capital(self, i: int) -> bool:
        """Whether word `i` begins with a capital letter."""
        return self.written(i, i + 1)[0].isupper()

    def first_from(self, offset: int) -> int:
        """The first word that begins at `offset` of the text or behind it."""
        numbers = range(len(self.words))
        return bisect_left(numbers, offset, key=lambda i: self.span(i, i + 1)[0])

    def gap(self, i: int) -> str:
        """The folded text between word `i` and the word before it."""
        return self.plain[self.ends[i - 1] if i else 0 : self.starts[i]]

    def joins(self, i: int) -> bool:
        """Whether word `i` may stand in one phrase with the word before it.

        Blanks, hyphens, apostrophes ("Ea H'leo", "survivors' cover") and one line end join; a
        full stop joins after an abbreviation only.
        """
        gap = self.gap(i)
        if gap in _JOINTS:
            return True
        if gap.startswith("."):
            return len(gap) <= 2 and len(self.words[i - 1]) <= _ABBREVIATION
        return len(gap) <= 4 and not gap.strip(" -\n") and gap.count("\n") <= 1

    def without(self, spans: Iterable[tuple[int, int]]) -> Line:
        """The line without the words that begin in `spans` of the text, which are in order."""
        kept: list[int] = []
        past = 0
        for start, end in spans:
            kept += range(past, self.first_from(start))
            past = self.first_from(end)
        kept += range(past, len(self.words))
        parts = ([part[i] for i in kept] for part in (self.starts, self.ends))
        return _line(self.text, self.view, [self.words[i] for i in kept], *parts)


def line_of(text: str) -> Line:
    """The words of `text`."""
    view = folded(text)
    pieces = _WORD.split(view.text)  # gap, word, gap, word, ..., gap
    edges = list(accumulate(map(len, pieces)))
    return _line(text, view, pieces[1::2], edges[:-1:2], edges[1::2])


def _line(text: str, view: Folded, words: list[str], starts: list[int], ends: list[int]) -> Line:
    where: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words):
        where[word].append(number)
    return Line(text, view, words, starts, ends, dict(where))


def words(text: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(text)
