"""Which province a misspelt name in a question may mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from indexing.gazetteer import gazetteer
from indexing.reading.diacritics import agrees, marked
from indexing.reading.folding import folded
from indexing.reading.language import common_words, detect_language
from indexing.reading.phrases import line_of, words
from indexing.reading.place.place_words import place_list

_NEAR: Final = 80
_CLOSE: Final = 85
_SURE: Final = 93
_MARGIN: Final = 5
_WIDE_MARGIN: Final = 10
_MISSPELT: Final = 60
_SAME_WORD: Final = 86
"""Above "wealth" for "health" (83), below "helth" (91) and "insurence" (89)."""
_SHORTEST: Final = 6
"""Shorter names are one letter from too many words."""
_LONG: Final = 8
"""In a shorter name two wrong letters make another word: "da nhan" is no "da nang"."""
_MOST: Final = 3
_INITIALS: Final = frozenset("bcdghklmnpqrstvx")
"""The consonants that a Vietnamese syllable may begin with."""
_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_SYLLABLE_START: Final = re.compile(r"(?:(?<=\s)|^)\S")


def suggest_places(question: str) -> list[str]:
    """The provinces that a misspelt name in `question` may mean, the likeliest first.

    One name: no other comes near.  Several: ask back.  None: nothing comes near.  For questions
    only, where `find_places` finds nothing: an article's names are taken as printed.

    Of several, the first stands alone at 93 of 100 with the next more than 5 behind, or when one
    letter is wrong and the next is more than 10 behind; none is told where what is typed is near
    it and may be the name of another place that nobody has listed.
    """
    scores: dict[str, tuple[float, int]] = {}
    misspelt: set[str] = set()
    english, vietnamese = common_words()
    doubted = vietnamese if detect_language(question) == "vi" else frozenset()
    for tried, typed in _windows(question, english | place_list("not_in_names")):
        near = process.extract(tried, _spellings().keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        for spelling, score, _ in near:
            if not doubted.isdisjoint(set(tried.split()) - set(spelling.split())):
                continue
            name = _spellings()[spelling]
            if marked(typed) and not _is_begun(typed, name):
                continue
            wrong = OSA.distance(tried, spelling)
            if wrong > 1 and len(spelling) < _LONG:
                continue
            if not _may_be_another(tried, spelling):
                misspelt.add(name)
            found = (score, -wrong)
            scores[name] = max(found, scores.get(name, found))
    ranked = sorted(scores, key=lambda name: scores[name], reverse=True)
    if not ranked or scores[ranked[0]][0] < _CLOSE:
        return []
    best, distance = scores[ranked[0]]
    margin = best - (scores[ranked[1]][0] if len(ranked) > 1 else 0)
    if (best >= _SURE and margin > _MARGIN) or (distance == -1 and margin > _WIDE_MARGIN):
        ranked = ranked[:1]
    return ranked[:_MOST] if len(ranked) > 1 or ranked[0] in misspelt else []


def _may_be_another(tried: str, spelling: str) -> bool:
    """Whether what is typed is a name as well as `spelling` is: a syllable of it begins otherwise,
    "Dakrong" beside Dak Nong, or nothing but syllables stands there and two letters are others."""
    joined, known = tried.replace(" ", ""), spelling.replace(" ", "")
    starts = _starts_of_syllables()[known]
    differ = [i for i in range(len(known)) if len(joined) == len(known) and joined[i] != known[i]]
    if any(i in starts and joined[i] in _INITIALS for i in differ):
        return True
    is_name = all(map(_SYLLABLE.fullmatch, tried.split()))
    return is_name and OSA.distance(tried, spelling) > 1


def respelt(word: str, vocabulary: Collection[str]) -> str | None:
    """The word of a folded `vocabulary` that `word` is a misspelling of; None if none is near.

    A first letter is seldom left out: "pending" is a word of its own, and no "spending".
    """
    typed = folded(word).text
    alike = [known for known in vocabulary if known[0] in typed[:2]]
    for known in alike:  # two letters in each other's place: "pepole"
        if sorted(known) == sorted(typed) and OSA.distance(known, typed) == 1:
            return known
    near = process.extractOne(typed, alike, scorer=fuzz.ratio, score_cutoff=_SAME_WORD)
    return None if near is None else str(near[0])


def is_misspelling(word: str, place: str) -> bool:
    """Whether `word` may be a misspelt word of the name of `place`, in any of its spellings."""
    known = gazetteer().place(place)
    spellings = known.spellings if known else (place,)
    parts = {part for spelling in spellings for part in folded(spelling).text.split()}
    return any(fuzz.ratio(folded(word).text, part) >= _MISSPELT for part in parts)


def _is_begun(typed: str, name: str) -> bool:
    """Whether any syllable of what is typed with marks is one of the place's, or all are but for
    their marks: "đã nhận" has neither, and is no "Đà Nẵng"."""
    place = gazetteer().place(name)
    known = (place.vietnamese if place else name).split()
    pairs = list(zip(typed.split(), known, strict=False))
    return any(
        folded(one).text == folded(other).text and agrees(one.lower(), other.lower())
        for one, other in pairs
    ) or all(folded(one).text == folded(other).text for one, other in pairs)


def _windows(question: str, never: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Runs of one to four words that can be a name, none of them in `never`; each as it is typed
    as well."""
    line = line_of(question)
    for first in range(len(line.words)):
        for last in range(first + 1, min(first + 4, len(line.words)) + 1):
            run = line.words[first:last]
            tried = " ".join(run)
            if len(tried) >= _SHORTEST and never.isdisjoint(run):
                yield tried, line.written(first, last)


@cache
def _starts_of_syllables() -> dict[str, set[int]]:
    """Where syllables begin in the names of provinces, written as one word."""
    starts: dict[str, set[int]] = {}
    for spelling in _spellings():
        begun = {at.start() - nth for nth, at in enumerate(_SYLLABLE_START.finditer(spelling))}
        starts.setdefault(spelling.replace(" ", ""), set()).update(begun)
    return starts


@cache
def _spellings() -> dict[str, str]:
    """Folded spellings of the provinces, long enough to be told from other words."""
    spelt = {
        " ".join(words(folded(spelling).text)): place.name
        for place in gazetteer().provinces
        for spelling in place.spellings
    }
    return {spelling: name for spelling, name in spelt.items() if len(spelling) >= _SHORTEST}
