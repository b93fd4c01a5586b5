"""Cue words of the reports: change verbs, target words, comparison, coordination.

The words live in `indexing/data/cues.toml` by kind and language, where they can be corrected
without touching code.  A text is read once, word by word, against one tree of all phrases, so
the cost does not grow with the number of phrases.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from indexing.reading.folding import fold
from indexing.reading.language import detect_language
from indexing.records import Span

_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_END = " "  # no word: what stands behind the last one
_KINDS = ""  # the key of a tree node under which the kinds of a finished phrase stand


class Cue(NamedTuple):
    """One cue phrase of a text."""

    kind: str
    """The kind of `cues.toml` that lists the phrase."""
    start: int
    end: int


class Cues:
    """The cue phrases of one text, looked up by kind and place."""

    def __init__(self, text: str) -> None:
        self._look_up(find_cues(text))

    def outside(self, names: Sequence[Span]) -> Cues:
        """Those that begin no name: the "Cần" of "Cần Thơ" tells no need."""
        ends = {name.start: name.end for name in names}
        kept = Cues("")
        kept._look_up(
            cue
            for cues in self._by_kind.values()
            for cue in cues
            if cue.end >= ends.get(cue.start, 0)
        )
        return kept

    def _look_up(self, found: Iterable[Cue]) -> None:
        by_kind: dict[str, list[Cue]] = defaultdict(list)
        for cue in found:
            by_kind[cue.kind].append(cue)
        self._by_kind = {kind: tuple(cues) for kind, cues in by_kind.items()}
        self._starts = {kind: [cue.start for cue in cues] for kind, cues in by_kind.items()}

    def within(self, kind: str, start: int, end: int) -> Sequence[Cue]:
        """The cues of a kind that begin and end in `start` to `end`, in order."""
        cues = self._by_kind.get(kind, ())
        if not cues:
            return ()
        starts = self._starts[kind]
        found = cues[bisect_left(starts, start) : bisect_left(starts, end)]
        return found if not found or found[-1].end <= end else found[:-1]

    def any(self, kind: str, start: int, end: int) -> bool:
        """Whether a cue of a kind stands in `start` to `end`."""
        starts = self._starts.get(kind)
        if starts is None:
            return False
        first = bisect_left(starts, start)
        return first < len(starts) and self._by_kind[kind][first].end <= end


def find_cues(text: str) -> tuple[Cue, ...]:
    """The cue phrases of a text, for each kind the longest at each word and none overlapping.

    Inside a phrase that opens an aside nothing is a cue: in "that is to say" nothing "is to" be.

    Words are compared without regard to case; Vietnamese keeps its accents, as "lên" and "len"
    are different words, except in a text that is Vietnamese and has none.
    """
    found = list(_WORD.finditer(text))
    words = [match[0].casefold() for match in found]
    words.append(_END)
    tree = _tree(text.isascii() and detect_language(text) == "vi")
    past: dict[str, int] = {}
    cues = []
    aside = 0
    for at, word in enumerate(words):
        node = tree.get(word)
        if node is None or (_KINDS not in node and words[at + 1] not in node):
            continue
        start, ahead = found[at].start(), at + 1
        if start < aside:
            continue
        longest: dict[str, int] = {}
        while True:
            for kind in node.get(_KINDS, ()):
                longest[kind] = found[ahead - 1].end()
            if words[ahead] not in node:
                break
            node = node[words[ahead]]
            ahead += 1
        aside = longest.get("aside", aside)
        for kind, end in longest.items():
            if past.get(kind, 0) <= start:
                cues.append(Cue(kind, start, end))
                past[kind] = end
    return tuple(cues)


@cache
def _tree(bare: bool) -> dict[str, Any]:
    """All phrases; `bare`: the Vietnamese ones without their accents."""
    source = files("indexing").joinpath("data", "cues.toml").read_text(encoding="utf-8")
    tree: dict[str, Any] = {}
    for kind, languages in tomllib.loads(source).items():
        for language, phrases in languages.items():
            for phrase in phrases if not bare or language == "vi" else ():
                node = tree
                for found in _WORD.finditer(fold(phrase) if bare else phrase.casefold()):
                    node = node.setdefault(found.group(), {})
                node.setdefault(_KINDS, set()).add(kind)
    return tree
