"""Words that turn round what a sentence says of a figure, or add to it: "did not collect", "might
have had", "doubled to", "the highest", "for the first time".

The key of a figure does not hold them: "not 91 per cent" has the metric, place and date of "91 per
cent".  So a figure told with such a word is borne out only by a report that tells it so too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, get_args
from unicodedata import normalize

from assistant.datafiles import datafile
from assistant.grounding.telling.clauses import statement_end, turn_end
from indexing.reading.folding import fold
from indexing.reading.language import detect_language
from indexing.reading.phrases import PhraseBook, line_of
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import Language, MetricFact

Turn = Literal["denied", "supposed", "shared", "multiplied", "ranked", "course"]
BESIDE: frozenset[Turn] = frozenset({"ranked", "course"})
"""Those that are told beside a figure, not of it: another value is amiss with them too."""
_Reach = Literal["sentence", "clause", "ahead", "nearest", "touching"]
_Meanings = Mapping[str, tuple[Turn, _Reach] | None]
"""The spellings of a phrase with what each means; None for one that turns nothing."""

_TO_BASE = re.compile(r"(?:(?!\b(?:and|to|và|lên)\b|[;|\n]|[.](?!\d)).)*", re.IGNORECASE)
"""Between a multiple and what it is taken of; what "doubled to" tells is no base."""
_LINK = re.compile(r"\s*(?:(?:the|of|số|con số)\s+)*", re.IGNORECASE)
"""What may stand between a figure and a word that touches it."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A phrase of `turns.toml` in a sentence."""

    turn: Turn
    reach: _Reach
    start: int
    end: int


def turns_of(fact: MetricFact) -> frozenset[Turn]:
    """How the sentence of a figure turns what it says of it; empty where it is told as a fact."""
    start, end = fact.start - fact.quote_start, fact.end - fact.quote_start
    return frozenset(
        word.turn for word in _words(fact.quote) if _reaches(word, fact.quote, start, end)
    )


def _reaches(word: _Word, sentence: str, start: int, end: int) -> bool:
    """Whether a phrase speaks of the figure that stands at `start` to `end` of its sentence."""
    if word.reach == "sentence":
        return True
    if start < word.end and word.start < end:
        return False
    ahead = word.end <= start
    between = sentence[word.end : start] if ahead else sentence[end : word.start]
    if word.reach == "touching":
        return _LINK.fullmatch(between) is not None
    if word.turn == "multiplied" and not ahead and _tells_base(word, sentence):
        return False
    if word.reach == "nearest":
        return statement_end().search(between) is None and not find_quantities(between)
    if not ahead:
        return word.reach == "clause" and turn_end().search(between) is None
    # What ends its clause goes on behind the aside: "did not, for all its efforts, collect".
    cut = turn_end().search(between)
    return cut is None or (not between[: cut.start()].strip() and sentence[word.end] == ",")


def _tells_base(word: _Word, sentence: str) -> bool:
    """ "Double the year before, or 700,818": what the multiple is taken of is a figure to be
    checked by itself, and bears what is wrong with it."""
    behind = sentence[word.end :]
    base = next(iter(find_quantities(behind)), None)
    return base is not None and _TO_BASE.fullmatch(behind, 0, base.start) is not None


@lru_cache(maxsize=4096)
def _words(sentence: str) -> tuple[_Word, ...]:
    line = line_of(sentence)
    found: list[_Word] = []
    for phrase in _book(detect_language(sentence)).find(line):
        start, end = line.span(phrase.first, phrase.last)
        written = " ".join(normalize("NFC", sentence[start:end]).casefold().split())
        marked = phrase.value.get(written)
        bare = None if None in phrase.value.values() else next(iter(phrase.value.values()))
        if (turn := bare if sentence.isascii() else marked) is not None:
            found.append(_Word(*turn, start, end))
    return tuple(found)


@cache
def _book(language: Language) -> PhraseBook[_Meanings]:
    """The phrases of a language by their words without marks, each with what its spellings mean."""
    data = datafile("turns")
    meanings: dict[str, dict[str, tuple[Turn, _Reach] | None]] = {}
    for turn in get_args(Turn):
        for reach, languages in data[turn].items():
            for phrase in languages[language]:
                meanings.setdefault(fold(phrase), {})[phrase] = (turn, reach)
    for phrase in data["plain"][language]:
        meanings.setdefault(fold(phrase), {})[phrase] = None
    return PhraseBook(meanings.items())
