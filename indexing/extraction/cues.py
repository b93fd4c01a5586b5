"""Cue words, which tell how a figure relates to its neighbours: found in a text, looked up by kind.

The words live in `indexing/data/cues.toml` by kind and language, where they can be corrected
without touching code.  A text is read once, word by word, against one tree of all phrases, so
the cost does not grow with the number of phrases.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from indexing.extraction.placed import InOrder, within
from indexing.reading.folding import fold
from indexing.reading.language import language_of
from indexing.reading.phrases import Line
from indexing.records import Span

_WORD = re.compile(r"([^\W\d_]+|\d+|[^\w\s])")
_END = " "  # no word: what stands behind the last one


class Cue(NamedTuple):
    """One cue phrase of a text."""

    kind: str
    """The kind of `cues.toml` that lists the phrase."""
    start: int
    end: int


class Cues:
    """The cue phrases of one text, looked up by kind and place."""

    def __init__(self, by_kind: Mapping[str, InOrder[Cue]]) -> None:
        self._by_kind = by_kind

    def outside(self, names: Sequence[Span]) -> Cues:
        """Those that begin no name: the "Cần" of "Cần Thơ" tells no need."""
        ends = {name.start: name.end for name in names}
        kept = dict(self._by_kind)
        for kind, cues in self._by_kind.items():
            if not ends.keys().isdisjoint(cues.starts):
                kept[kind] = InOrder(cue for cue in cues if cue.end >= ends.get(cue.start, 0))
        return Cues(kept)

    def without(self, kinds: Sequence[str], spans: Sequence[Span]) -> Cues:
        """Those but for the ones of `kinds` inside `spans`: the "phải" of "số phải thu" tells no
        need; `spans` are in order and apart."""
        starts = [span.start for span in spans]
        kept = dict(self._by_kind)
        for kind in kinds:
            kept[kind] = InOrder(
                cue
                for cue in self._by_kind.get(kind, ())
                if not _inside(cue, spans, bisect_right(starts, cue.start) - 1)
            )
        return Cues(kept)

    def within(self, kind: str, start: int, end: int) -> Sequence[Cue]:
        """The cues of a kind that begin and end in `start` to `end`, in order."""
        cues = self._by_kind.get(kind)
        if cues is None:
            return ()
        found = within(cues, start, end)
        return found if not found or found[-1].end <= end else found[:-1]

    def any(self, kind: str, start: int, end: int) -> bool:
        """Whether a cue of a kind stands in `start` to `end`."""
        cues = self._by_kind.get(kind)
        if cues is None:
            return False
        first = bisect_left(cues.starts, start)
        return first < len(cues) and cues[first].end <= end

    def any_in(self, kind: str, spans: Iterable[Span]) -> bool:
        """Whether a cue of a kind stands in one of several spans."""
        if kind in self._by_kind:
            for start, end in spans:
                if self.any(kind, start, end):
                    return True
        return False


def _inside(cue: Cue, spans: Sequence[Span], at: int) -> bool:
    return at >= 0 and cue.end <= spans[at].end


def read_cues(line: Line) -> Cues:
    """The cue phrases of a text, to be looked up; `line` are its words."""
    by_kind: dict[str, list[Cue]] = defaultdict(list)
    for cue in find_cues(line):
        by_kind[cue.kind].append(cue)
    return Cues({kind: InOrder(cues) for kind, cues in by_kind.items()})


def find_cues(line: Line) -> Iterator[Cue]:
    """The cue phrases of a text in order, for each kind the longest and none overlapping.

    Inside a phrase that opens an aside nothing is a cue: in "that is to say" nothing "is to" be.

    Words are compared without regard to case; Vietnamese keeps its accents, as "lên" and "len"
    are different words, except in a text that is Vietnamese and has none.
    """
    pieces = _WORD.split(line.text)  # gap, word, gap, word, ..., gap
    edges = list(accumulate(map(len, pieces)))
    starts, ends = edges[::2], edges[1::2]
    words = [word.casefold() for word in pieces[1::2]]
    words.append(_END)
    tree = _tree(line.text.isascii() and language_of(line) == "vi")
    past: dict[str, int] = {}
    aside = 0
    for first, word in enumerate(words):
        node = tree.after.get(word)
        if node is None or (start := starts[first]) < aside:
            continue
        longest: dict[str, int] = {}
        last = first
        while node is not None:
            for kind in node.kinds:
                longest[kind] = ends[last]
            last += 1
            node = node.after.get(words[last])
        aside = longest.get("aside", aside)
        for kind, end in longest.items():
            if past.get(kind, 0) <= start:
                yield Cue(kind, start, end)
                past[kind] = end


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
    source = files("indexing").joinpath("data", "cues.toml").read_text(encoding="utf-8")
    tree = _Node()
    for kind, languages in tomllib.loads(source).items():
        for language, phrases in languages.items():
            for phrase in phrases if not bare or language == "vi" else ():
                node = tree
                for word in _WORD.findall(fold(phrase) if bare else phrase.casefold()):
                    node = node.after.setdefault(word, _Node())
                if kind not in node.kinds:
                    node.kinds.append(kind)
    return tree
