"""Vietnamese words of several syllables, whose syllables tell nothing by themselves.

Typed without marks a syllable of one may look like another word: "tien mat" is cash, and no "mất".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.datafiles import datafile
from assistant.understanding.words.reading import words_of
from indexing.reading.diacritics import agrees, marked
from indexing.reading.folding import fold
from indexing.reading.phrases import PhraseBook
from indexing.records import Span

_KEPT = 512


@lru_cache(maxsize=_KEPT)
def compounds_in(text: str) -> tuple[tuple[Span, str], ...]:
    """Where compounds stand in a text, each with how it is spelt; the longest first from each word
    on."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[Span, str]]:
    line = words_of(text)
    for hit in _compounds().find(line):
        written = line.written(hit.first, hit.last).lower()
        for spelt in hit.value:
            if agrees(written, spelt):
                yield Span(*line.span(hit.first, hit.last)), spelt
                break


def syllable_at(text: str, at: Span) -> str:
    """The syllable at a stretch of a text as the compound that it lies in spells it; as it is typed
    where it lies in none."""
    typed = text[at.start : at.end]
    for span, spelt in compounds_in(text):
        if span.start <= at.start and at.end <= span.end and not marked(typed):
            return spelt.split()[len(text[span.start : at.start].split())]
    return typed


def is_of_another(text: str, at: Span, word: str) -> bool:
    """Whether a stretch of a text, typed without marks, is a syllable of a compound that has other
    marks there than `word`."""
    return " " not in word and not agrees(syllable_at(text, at).lower(), word)


@cache
def _compounds() -> PhraseBook[list[str]]:
    spelt: dict[str, list[str]] = {}
    for phrase in datafile("glossary")["phrases"]:
        if " " in phrase and marked(phrase):
            spelt.setdefault(fold(phrase), []).append(phrase)
    return PhraseBook(spelt.items())
