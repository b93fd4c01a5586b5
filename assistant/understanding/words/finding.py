"""Where phrases stand in a question: those of all sections, found in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.words.compounds import is_of_another
from assistant.understanding.words.reading import words_of
from indexing.reading.diacritics import agrees
from indexing.reading.phrases import Found, Line, PhraseBook
from indexing.records import Span

KEPT = 512
"""Texts whose phrases are remembered: the stages ask for those of a question again and again."""
_Told = tuple[str, str]
"""The key of a phrase, and the phrase as it is given."""
Book = PhraseBook[Mapping[str, Sequence[_Told]]]
"""Phrases by the section that lists them, those together that only their marks tell apart."""


@dataclass(frozen=True, slots=True, eq=False)
class Books:
    """The phrases that are given without diacritics, and those that are given with them."""

    bare: Book
    marked: Book


@lru_cache(maxsize=KEPT)
def phrases_in(books: Books, text: str) -> Mapping[str, Sequence[tuple[str, Span]]]:
    """The phrases of all sections in a text, read in one pass: by section, each with its key.

    Of each section they are the longest, and none overlaps another.
    """
    line = words_of(text)
    by_section: dict[str, list[Found[str]]] = {}
    for section, hit in _longest(books.bare, line):
        by_section.setdefault(section, []).append(Found(hit.value[0][0], hit.first, hit.last))
    for section, hit in _longest(books.marked, line):
        written = line.written(hit.first, hit.last).lower()
        at = Span(*line.span(hit.first, hit.last))
        fits = (
            k
            for k, given in hit.value
            if agrees(written, given) and not is_of_another(text, at, given)
        )
        for key in [*fits][:1]:
            by_section.setdefault(section, []).append(Found(key, hit.first, hit.last))
    return {section: _apart(line, hits) for section, hits in by_section.items()}


def _longest(book: Book, line: Line) -> Iterator[tuple[str, Found[Sequence[_Told]]]]:
    """The phrases of a line from left to right, for each section none inside another."""
    past: dict[str, int] = {}
    for first in range(len(line.words)):
        begun = {
            section: Found(told, first, hit.last)
            for hit in book.each_at(line, first)
            for section, told in hit.value.items()
        }
        for section, hit in begun.items():
            if first >= past.get(section, 0):
                past[section] = hit.last
                yield section, hit


def _apart(line: Line, hits: Iterable[Found[str]]) -> Sequence[tuple[str, Span]]:
    """Where phrases of one section stand, without those inside another and those under `none`."""
    told: list[tuple[str, Span]] = []
    past = 0
    for key, first, last in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if first >= past:
            past = last
            told += [(key, Span(*line.span(first, last)))] if key != "none" else []
    return told
