"""The words of all passages, each kept once: whether one occurs is told without reading them."""

from __future__ import annotations

from collections.abc import Iterable

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

    def holds(self, word: str) -> bool:
        """Whether a passage holds `word`, which has no space, in any case or in a longer word."""
        return word.lower() in self._words
