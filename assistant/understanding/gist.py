"""A question in English words, the language of the reports, for finding passages.

English questions are their own gist.  Of a Vietnamese one the known phrases are put into English by
`data/glossary.toml` and names are kept without their marks; the embedding model knows English only.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

from assistant.datafiles import datafile
from assistant.understanding.words.reading import places_of, spans_of
from indexing.reading.folding import fold
from indexing.reading.phrases import Found, Line, PhraseBook, line_of
from indexing.records import Language, Span

Meanings = Mapping[str, str]
"""English words by the marks of the Vietnamese ones, which are the same without."""


def gist(question: str, language: Language) -> str:
    """The question in English; names and words that the glossary lacks stay, unmarked."""
    if language == "en":
        return question
    read = line_of(question)
    line = read.words
    named = spans_of(places_of(question))  # "Đồng Nai" is no money

    def fits(hit: Found[Meanings]) -> bool:
        told = Span(*read.span(hit.first, hit.last))
        return not any(place.start < told.end and told.start < place.end for place in named)

    found = {hit.first: hit for hit in _glossary().find(read, fits)}
    is_marked = bool(_marks(question))
    said: list[str] = []
    place = 0
    while place < len(line):
        hit = found.get(place)
        meant = _meant(hit, read, is_marked) if hit else None
        if hit and meant is not None:
            said.append(meant)
            place = hit.last
        else:
            said.append(line[place])
            place += 1
    return " ".join(part for part in said if part)


def _meant(hit: Found[Meanings], read: Line, is_marked: bool) -> str | None:
    """What a phrase means in English: with marks that of the same marks, typed without the first.

    None where the marks make it another word: "đồng" is not "đóng".
    """
    marks = _marks(read.written(hit.first, hit.last))
    return hit.value.get(marks) if is_marked else next(iter(hit.value.values()))


def _marks(text: str) -> str:
    """The diacritics of a text; on which of two vowels a tone is written makes no difference."""
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(sorted(sign for sign in parts if unicodedata.combining(sign) or sign == "đ"))


@cache
def _glossary() -> PhraseBook[Meanings]:
    told: dict[str, dict[str, str]] = {}
    for phrase, english in datafile("glossary")["phrases"].items():
        told.setdefault(fold(phrase), {}).setdefault(_marks(phrase), english)
    return PhraseBook(told.items())
