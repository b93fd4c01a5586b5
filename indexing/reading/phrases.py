"""Looking many phrases up in a text at once: by whole words, the longest phrase first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, NamedTuple, TypeVar

from indexing.reading.folding import Folded, fold, folded

T = TypeVar("T")

_WORD: Final = re.compile(r"[^\W_]+")
_ABBREVIATION: Final = 2
"""Longest word after which a full stop does not end a phrase: "TP. Ho Chi Minh"."""


class Word(NamedTuple):
    """A run of letters and digits; offsets in the folded text it was cut from."""

    text: str
    start: int
    end: int


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
                node = node.after.setdefault(word.text, _Node())
            if node is not self._root and not node.ends:
                node.ends.append(value)

    def at(self, text: str, line: Sequence[Word], first: int) -> Found[T] | None:
        """The longest phrase that starts at word `first` of `line`, the words of `text`."""
        node = self._root.after.get(line[first].text)
        found: Found[T] | None = None
        last = first + 1
        while node is not None:
            if node.ends:
                found = Found(node.ends[0], first, last)
            if last == len(line) or not node.after:
                break
            node = node.after.get(line[last].text)
            if node is not None and not joined(text, line[last - 1], line[last]):
                break
            last += 1
        return found

    def find(self, line: Line) -> Iterator[Found[T]]:
        """The phrases of `line` from left to right, none inside another."""
        begins = self._root.after.keys() & line.where.keys()
        past = 0
        for first in sorted(i for word in begins for i in line.where[word]):
            if first >= past and (found := self.at(line.plain, line.words, first)):
                yield found
                past = found.last


@dataclass(frozen=True, slots=True)
class Line:
    """A text, folded and cut into words, that still gives its words as they were written."""

    text: str
    view: Folded
    words: list[Word]
    where: Mapping[str, Sequence[int]]
    """The numbers of the words by their text."""

    @property
    def plain(self) -> str:
        """The folded text that the words' offsets count in."""
        return self.view.text

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where words `first` to `last` (exclusive) stand in the text."""
        return self.view.span(self.words[first].start, self.words[last - 1].end)

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
        return self.plain[self.words[i - 1].end if i else 0 : self.words[i].start]


def line_of(text: str, seen: str | None = None) -> Line:
    """The words of `text`; `seen`, of the same length, has what is not to be read blanked."""
    view = folded(text if seen is None else seen)
    return cut_into(text, view, words(view.text))


def cut_into(text: str, view: Folded, found: list[Word]) -> Line:
    """The line of `text` with the words `found` in its `view`."""
    where: dict[str, list[int]] = {}
    for number, word in enumerate(found):
        where.setdefault(word.text, []).append(number)
    return Line(text, view, found, where)


def words(text: str) -> list[Word]:
    """The words of a folded text."""
    return [Word(match[0], *match.span()) for match in _WORD.finditer(text)]


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether two neighbouring words of `text` may stand in one phrase.

    Blanks, hyphens, apostrophes ("Ea H'leo") and one line end join; a full stop joins after an
    abbreviation only.
    """
    gap = text[left.end : right.start]
    if gap in (" ", "-", "'", "\N{RIGHT SINGLE QUOTATION MARK}"):
        return True
    if gap.startswith("."):
        return right.start - left.end <= 2 and left.end - left.start <= _ABBREVIATION
    return len(gap) <= 4 and not gap.strip(" -\n") and gap.count("\n") <= 1
