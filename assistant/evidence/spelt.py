"""Whether a text names a place, however its syllables are parted: "Dakrong", "Da Krong".

The readers of places ask for more, so that nothing common is taken for a place; here a place is
given, and its name is only looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from indexing.agreement import names_of
from indexing.gazetteer import gazetteer
from indexing.reading.folding import fold
from indexing.reading.place.place_words import markers

_PARTED = "[ '-]?"
"""What may stand between any two letters of a name."""


@lru_cache(maxsize=1024)
def naming(places: Iterable[str]) -> re.Pattern[str] | None:
    """What finds, in folded text, one of some places by its bare name; None for no place."""
    spelt = {spelling for place in places for name in names_of(place) for spelling in _names(name)}
    letters = (filter(str.isalnum, fold(spelling)) for spelling in spelt)
    told = sorted(_PARTED.join(letters) for letters in letters)
    return re.compile(rf"(?<!\w)(?:{'|'.join(told)})(?!\w)") if told else None


def _names(place: str) -> Iterable[str]:
    """Every spelling of a known place; of a part of one the name without the word for its kind."""
    known = gazetteer().place(place)
    if known is not None:
        return known.spellings
    name = place.partition(",")[0]
    kinds = (word for word in _kinds() if fold(name).endswith(f" {word}"))
    return (name[: -len(max(kinds, key=len, default=""))].strip() or name,) if name else ()


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    return frozenset(fold(marker.printed) for marker in markers())
