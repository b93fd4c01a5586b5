"""The words for schemes: which insurance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from indexing.reading.folding import fold
from indexing.reading.lexicon import table
from indexing.reading.metric.phrase import Phrase, made
from indexing.reading.phrases import PhraseBook, words

_Schemes = Mapping[str, Mapping[str, Any]]
Sides = Mapping[tuple[str, ...], Phrase]
"""Words beside one for insurance that tell which it is, folded."""


@dataclass(frozen=True, slots=True)
class SchemeWords:
    """All words for schemes, ready to be looked up in folded text."""

    phrases: PhraseBook[Phrase]
    before: Sides
    """The words before "insurance" in an English list."""
    insured: Sides
    """The same before a word for cover: "old-age, sickness and maternity cover"."""
    after: Sides
    """The words after "bảo hiểm" in a Vietnamese list."""
    wholes: Mapping[str, str]
    """The scheme that one is a part of."""
    of_whole: frozenset[str]
    """Words that may stand between a part and its whole: "voluntary *form of* social insurance"."""
    together: tuple[tuple[frozenset[str], str], ...]
    """Sets of schemes and what each is when its members are named in one list."""


@cache
def scheme_words() -> SchemeWords:
    """The words of the data file, read once."""
    data = table("metric_words")
    schemes: _Schemes = data["schemes"]
    return SchemeWords(
        phrases=PhraseBook(
            (
                *_cover_phrases(schemes, data["cover"]["nouns"]),
                *_named_phrases(schemes),
                *_made_phrases(schemes),
            )
        ),
        before=_sides(schemes, "before"),
        insured=_sides(schemes, "before", "risks"),
        after=_sides(schemes, "after"),
        wholes=MappingProxyType({n: s["whole"] for n, s in schemes.items() if "whole" in s}),
        of_whole=frozenset(data["cover"]["of"]),
        together=tuple((frozenset(entry["schemes"]), entry["is"]) for entry in data["together"]),
    )


def words_of_kinds() -> Iterable[str]:
    """The words that tell schemes apart: "health", "social", "voluntary"."""
    known = scheme_words()
    return (word for side in (known.before, known.after) for phrase in side for word in phrase)


def _named_phrases(schemes: _Schemes) -> Iterable[tuple[str, Phrase]]:
    for name, entry in schemes.items():
        for printed in entry["phrases"]:
            yield printed, Phrase(name, printed)
        for printed in entry["abbreviations"]:
            yield printed, Phrase(name, printed, abbreviation=True)
        for kind in entry["before"]:
            for noun in ("insurance", "insurances", *entry["nouns"]):
                printed = f"{kind} {noun}".strip()
                yield printed, Phrase(name, printed)
        for kind in entry["after"]:
            for noun in ("bảo hiểm", "BH", "BHXH") if "xã hội" not in kind else ("bảo hiểm", "BH"):
                yield f"{noun} {kind}", Phrase(name, f"{noun} {kind}")


def _cover_phrases(schemes: _Schemes, nouns: Iterable[str]) -> Iterable[tuple[str, Phrase]]:
    """Schemes by what they insure against: "the old-age branch", "insured against illness"."""
    for name, entry in schemes.items():
        for risk in entry.get("risks", ()):
            for noun in nouns:
                named = noun.startswith("insurance")
                yield f"{risk} {noun}", Phrase(name, f"{risk} {noun}", cover=not named)
        for danger in entry.get("dangers", ()):
            yield f"against {danger}", Phrase(name, f"against {danger}")


def _made_phrases(schemes: _Schemes) -> Iterable[tuple[str, Phrase]]:
    """Phrases made of one word of each list: "at least one of the" "insurance" "schemes"."""
    for name, entry in schemes.items():
        for printed in made(entry, "made_of"):
            yield printed, Phrase(name, printed, cover=True)
        for printed in made(entry, "counting"):
            yield printed, Phrase(name, printed, counting=True)


def _sides(schemes: _Schemes, *sides: str) -> Sides:
    return MappingProxyType(
        {
            tuple(words(fold(printed))): Phrase(name, printed)
            for name, entry in schemes.items()
            for side in sides
            for printed in entry.get(side, ())
        }
    )
