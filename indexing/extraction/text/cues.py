"""Cue words, which tell how a figure relates to its neighbours: found in a text, looked up by kind.

The words live in `indexing/data/cues/` by kind and language, where they can be corrected
without touching code.  A text is read once, word by word, against one tree of all phrases, so
the cost does not grow with the number of phrases.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from indexing.reading.folding import fold
from indexing.reading.language import language_of
from indexing.reading.lexicon import table
from indexing.reading.phrases import Line
from indexing.records import Span

_WORD = re.compile(r"([^\W\d_]+|\d+|[^\w\s])")
_END = " "  # no word: what stands behind the last one


class Cue(NamedTuple):
    """One cue phrase of a text."""

    kind: str
    """The kind that lists the phrase."""
    start: int
    end: int


class _Stretches(NamedTuple):
    """Where the phrases of one kind stand, in order and apart."""

    starts: Sequence[int]
    ends: Sequence[int]


class TextCues:
    """The cue phrases of one text, looked up by kind and place."""

    def __init__(self, by_kind: Mapping[str, _Stretches]) -> None:
        self._by_kind = by_kind

    def outside(self, names: Sequence[Span]) -> TextCues:
        """Those that begin no name: the "Cần" of "Cần Thơ" tells no need."""
        ends = {name.start: name.end for name in names}
        kept = dict(self._by_kind)
        for kind, cues in self._by_kind.items():
            if not ends.keys().isdisjoint(cues.starts):
                kept[kind] = _those(cues, lambda start, end: end >= ends.get(start, 0))
        return TextCues(kept)

    def without(self, kinds: Sequence[str], spans: Sequence[Span]) -> TextCues:
        """Those but for the ones of `kinds` inside `spans`: the "phải" of "số phải thu" tells no
        need; `spans` are in order and apart."""
        starts = [span.start for span in spans]

        def outside(start: int, end: int) -> bool:
            at = bisect_right(starts, start) - 1
            return at < 0 or end > spans[at].end

        kept = dict(self._by_kind)
        for kind in kinds:
            if kind in kept:
                kept[kind] = _those(kept[kind], outside)
        return TextCues(kept)

    def within(self, kind: str, start: int, end: int) -> Sequence[Cue]:
        """The cues of a kind that begin and end in `start` to `end`, in order."""
        cues = self._by_kind.get(kind)
        if cues is None:
            return ()
        starts, ends = cues
        low = bisect_left(starts, start)
        if low == len(starts) or starts[low] >= end:  # as most often
            return ()
        high = bisect_left(starts, end, low)
        high -= ends[high - 1] > end
        return tuple([Cue(kind, starts[at], ends[at]) for at in range(low, high)])

    def any(self, kind: str, start: int, end: int) -> bool:
        """Whether a cue of a kind stands in `start` to `end`."""
        cues = self._by_kind.get(kind)
        if cues is None:
            return False
        first = bisect_left(cues.starts, start)
        return first < len(cues.starts) and cues.ends[first] <= end

    def any_in(self, kind: str, spans: Iterable[Span]) -> bool:
        """Whether a cue of a kind stands in one of several spans."""
        if kind in self._by_kind:
            for start, end in spans:
                if self.any(kind, start, end):
                    return True
        return False


def _those(cues: _Stretches, kept: Callable[[int, int], bool]) -> _Stretches:
    found = [at for at in zip(*cues, strict=True) if kept(*at)]
    return _Stretches([start for start, _ in found], [end for _, end in found])


def read_cues(line: Line) -> TextCues:
    """The cue phrases of a text, to be looked up; `line` are its words.

    For each kind they are the longest, and none overlaps another.  Inside a phrase that opens an
    aside nothing is a cue: in "that is to say" nothing "is to" be.

    Words are compared without regard to case; Vietnamese keeps its accents, as "lên" and "len"
    are different words, except in a text that is Vietnamese and has none.
    """
    pieces = _WORD.split(line.text)  # gap, word, gap, word, ..., gap
    edges = list(accumulate(map(len, pieces)))
    starts, ends = edges[::2], edges[1::2]
    words = [word.casefold() for word in pieces[1::2]]
    words.append(_END)
    tree = _tree(line.text.isascii() and language_of(line) == "vi")
    found: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    aside = 0
    for first in [at for at, word in enumerate(words) if word in tree.after]:
        if (start := starts[first]) < aside:
            continue
        longest: dict[str, int] = {}
        last = first
        node: _Node | None = tree.after[words[first]]
        while node is not None:
            for kind in node.kinds:
                longest[kind] = ends[last]
            last += 1
            node = node.after.get(words[last])
        aside = longest.get("aside", aside)
        for kind, end in longest.items():
            begun, ended = found[kind]
            if not ended or ended[-1] <= start:
                begun.append(start)
                ended.append(end)
    return TextCues({kind: _Stretches(*at) for kind, at in found.items()})


class _Node:
    """The phrases that begin with the words on the way here."""

    __slots__ = ("after", "kinds")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.kinds: list[str] = []
        """The kinds of the phrase that ends here, if one does."""


@cache
def _tree(bare: bool) -> _Node:
    """All phrases; `bare`: the Vietnamese ones without their accents."""
    tree = _Node()
    for kind, languages in table("cues").items():
        for language, phrases in languages.items():
            for phrase in phrases if not bare or language == "vi" else ():
                node = tree
                for word in _WORD.findall(fold(phrase) if bare else phrase.casefold()):
                    node = node.after.setdefault(word, _Node())
                if kind not in node.kinds:
                    node.kinds.append(kind)
    return tree
