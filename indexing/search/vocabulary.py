"""The words of all passages, each kept once: whether one occurs is told without reading them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from indexing.database import IndexView

_BETWEEN = "\n"


class Vocabulary:
    """The words of the passages of one state of the index; made in memory, for that state only."""

    def __init__(self, texts: Iterable[str]) -> None:
        # One string takes a fraction of the memory of as many words, and is searched as fast.
        self._words = _BETWEEN.join({word for text in texts for word in text.lower().split()})

    @classmethod
    def of(cls, view: IndexView) -> Vocabulary:
        """The vocabulary of a view, whose `revision` tells when it has to be made anew."""
        return cls(passage.text for passage in view.passages())

    def typed_as(self, word: str) -> str | None:
        """The one word of the passages that `word` is but for two letters that changed places, or
        for one that is doubled or is not; None where it is a word of theirs, or no such one is."""
        word = word.lower()
        if self.holds(word):
            return None
        slips = {*_swapped(word), *_doubled(word)} - {word}
        found = {slip for slip in slips if re.search(rf"\b{re.escape(slip)}\b", self._words)}
        return found.pop() if len(found) == 1 else None

    def holds(self, word: str) -> bool:
        """Whether a passage holds `word`, which has no space, in any case or in a longer word."""
        return word.lower() in self._words


def _swapped(word: str) -> Iterator[str]:
    for at in range(1, len(word) - 1):
        yield f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}"


def _doubled(word: str) -> Iterator[str]:
    """The word with one of its letters doubled, and with a doubled one single."""
    for at, letter in enumerate(word):
        yield f"{word[:at]}{letter}{word[at:]}"
        if word[at - 1 : at] == letter:
            yield f"{word[:at]}{word[at + 1 :]}"
