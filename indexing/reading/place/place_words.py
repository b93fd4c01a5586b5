"""The words around a name that tell whether it is a place, and which: `data/place_words.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

from indexing.errors import WorkError
from indexing.reading.diacritics import agrees
from indexing.reading.folding import fold
from indexing.reading.lexicon import table

LOWEST: Final = ("commune", "ward")
"""Kinds of places that lie in a district, or in what was one."""
UNLISTED: Final = (*LOWEST, "township")
"""Kinds of places whose names no list holds: the same name may be that of a district."""
_WITH_MARKS: Final = "roads_before"
MOST_SYLLABLES: Final = 4
"""Syllables of a name that no list holds, at the most."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A word for a kind of district, ward or commune."""

    kind: str
    """As the metric table writes it: "district", "City"."""
    printed: str
    vietnamese: bool
    plural: bool


@cache
def place_list(name: str) -> frozenset[str]:
    """The words of a list of the data file, folded but where their marks tell them apart.

    Raises `WorkError` naming a list that is missing.
    """
    listed: Sequence[str] = table("place_words").get(name, ())
    if not listed:
        raise WorkError(f"place_words.toml: expected a list {name!r}; add it")
    return frozenset(listed if name == _WITH_MARKS else map(fold, listed))


def is_surname(written: str) -> bool:
    """Whether a word can be a family name: with the marks of one, or none; "Vì" is no "Vi"."""
    return any(agrees(written, name) for name in _surnames().get(fold(written), ()))


@cache
def _surnames() -> Mapping[str, Sequence[str]]:
    """The family names with their marks, by the names without."""
    names = sorted(table("place_words")["surnames"], key=fold)
    return {plain: tuple(same) for plain, same in groupby(names, fold)}


@cache
def markers() -> tuple[Marker, ...]:
    """The words for the kinds of districts and communes, in both languages."""
    return tuple(
        Marker(kind, word, language == "vi", language == "en" and word.endswith("s"))
        for kind, languages in table("place_words")["parts"].items()
        for language, printed in languages.items()
        for word in printed
    )


@cache
def not_places() -> tuple[str, ...]:
    """Names that hold a place's name and are none."""
    return tuple(table("place_words")["not_places"])
