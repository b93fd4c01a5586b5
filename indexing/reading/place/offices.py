"""Whether "social insurance" names the scheme or the office that runs it: "BHXH Nghệ An said"."""

from __future__ import annotations

from functools import cache
from typing import Final

from indexing.reading.diacritics import agrees
from indexing.reading.lexicon import table
from indexing.reading.metric.phrase import Phrase
from indexing.reading.phrases import Line, PhraseBook

_OWNERS: Final = ("s", "city", "province", "district", "ward", "commune", "town", "grassroots")
"""Before "Social Insurance" in capitals: the office of a place."""
_VIETNAMESE: Final = ("bao", "bhxh")
_MOST_PLACE_WORDS: Final = 6
_MOST_MEASURE_WORDS: Final = 4
_MOST_WORDS_BEFORE: Final = 3


def names_office(line: Line, measures: PhraseBook[Phrase], first: int, last: int) -> bool:
    """Whether words `first` to `last` (exclusive), "social insurance", name the office.

    "The provincial Social Insurance said", "BHXH tỉnh Nghệ An", "social insurance in Nghe An
    collected".
    """
    words = line.words
    if last < len(words):
        if line.gap(last) == " " and _is_told(line, last):
            return True
        if line.gap(last) == " " and _words("says").at(line, last):
            return True
        if _does_office_work(line, last) or _heads_name(line, measures, first, last):
            return True
        measure = measures.at(line, last)
        if measure and not measure.value.printed.endswith("ed"):
            return False
    for start in range(max(0, first - _MOST_WORDS_BEFORE), first):
        found = _words("before").at(line, start)
        if found and found.last == first and line.gap(first) == " ":
            return True
    title = [line.capital(i) for i in range(max(0, first - 1), last)]
    owned = first and (words[first - 1] in _OWNERS or line.gap(first) == "'")
    if owned and len(title) == 3 and all(title[1:]):
        return True
    return len(title) == 3 and all(title) and line.gap(first) in (" ", "'s ")


def _is_told(line: Line, last: int) -> bool:
    """ "BHXH tỉnh", "social insurance agency"; not "BHXH tính đến tháng 9"."""
    found = _words("after", "not_after").at(line, last)
    if found is None or found.value in table("metric_words")["offices"]["not_after"]:
        return False
    return agrees(line.written(found.first, found.last).lower(), found.value.lower())


def _heads_name(line: Line, measures: PhraseBook[Phrase], first: int, last: int) -> bool:
    """ "BHXH Nghệ An" is the office, unless a measure stands before it: "tham gia BHXH"."""
    name = line.written(last, last + 1)
    if line.words[first] not in _VIETNAMESE or line.gap(last) != " ":
        return False
    measured = any(
        (found := measures.at(line, start)) and found.last == first
        for start in range(max(0, first - _MOST_MEASURE_WORDS), first)
    )
    return name[0].isupper() and not name.isupper() and not measured


def _does_office_work(line: Line, last: int) -> bool:
    """ "Social Insurance of Nghe An", "social insurance in Nghe An collected ..."."""
    if line.words[last] not in ("of", "in"):
        return False
    end = last + 1
    stop = min(len(line.words), end + _MOST_PLACE_WORDS)
    while end < stop and _names_place(line, end, first=end == last + 1):
        end += 1
    if end == last + 1:
        return False
    if line.words[last] == "of" and line.capital(last - 1):
        return True
    return end < len(line.words) and _words("does").at(line, end) is not None


def _names_place(line: Line, i: int, first: bool) -> bool:
    """Whether a word carries on a place's name: "Nghe An province"."""
    return line.capital(i) or (not first and line.words[i] in ("province", "city"))


@cache
def _words(*sides: str) -> PhraseBook[str]:
    """The words that stand on some sides of an office's name."""
    listed = table("metric_words")["offices"]
    return PhraseBook((phrase, phrase) for side in sides for phrase in listed[side])
