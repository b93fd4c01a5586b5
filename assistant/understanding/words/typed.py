"""The words that a reader typed for those that the assistant put in their place: what is shown of a
question is shown in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from indexing.reading.folding import fold

_WORD = re.compile(r"[\w%]+(?:[.,'’/-][\w%]+)*")


def as_typed(said: str, plain: str, typed: str) -> str:
    """The stretch of `typed` for which `said` stands, a stretch of `plain`, which is `typed` put
    plainly; `said` itself where it was typed so, or where nothing tells the stretch."""
    start = plain.find(said)
    if said in typed or start < 0:
        return said
    words, own = list(_WORD.finditer(plain)), list(_WORD.finditer(typed))
    told = [i for i, w in enumerate(words) if w.start() < start + len(said) and start < w.end()]
    if not told:
        return said
    first, last = told[0], told[-1] + 1
    found: list[int] = []
    for tag, i, i_end, j, j_end in _aligned(plain, typed):
        if i >= last or i_end <= first:
            continue
        cut = (max(first - i, 0), max(i_end - last, 0)) if tag == "equal" else (0, 0)
        found += [j + cut[0], j_end - cut[1]]
    if not found or min(found) == max(found):
        return said
    return typed[own[min(found)].start() : own[max(found) - 1].end()]


@lru_cache(maxsize=256)
def _aligned(plain: str, typed: str) -> Sequence[tuple[str, int, int, int, int]]:
    """Which words of the one stand where which of the other do."""
    words, own = ([fold(word[0]) for word in _WORD.finditer(text)] for text in (plain, typed))
    return list(SequenceMatcher(None, words, own, autojunk=False).get_opcodes())
