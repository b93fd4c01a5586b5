"""Words of a question that narrow nothing wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from assistant.datafiles import datafile
from assistant.understanding.words.forms import forms_of
from assistant.understanding.words.reading import words_of
from assistant.understanding.words.sections import SYLLABLES
from indexing.reading.diacritics import agrees, marked
from indexing.reading.folding import fold, folded
from indexing.reading.phrases import PhraseBook, words
from indexing.records import Span


@dataclass(frozen=True, slots=True)
class Idle:
    """Common words, and those that tell only how a question asks.

    The syllables of a Vietnamese phrase are none of the words: "ket qua" tells nothing of "ket du".
    """

    words: frozenset[str]
    marked: Mapping[str, Sequence[str]]
    """The Vietnamese ones with their marks, by the words without: "lại" is idle, "lãi" is not."""
    phrases: PhraseBook[str]

    def holds(self, word: str) -> bool:
        """Whether a word, as it is typed, is one."""
        plain = folded(word).text
        if marked(word):
            return any(agrees(word.lower(), known) for known in self.marked.get(plain, ()))
        return plain in self.words

    def spans(self, question: str) -> list[Span]:
        """Where Vietnamese phrases stand that narrow nothing; they may run into each other."""
        line = words_of(question)
        found = (self.phrases.at(line, i) for i in range(len(line.words)))
        return [Span(*line.span(hit.first, hit.last)) for hit in found if hit]


def idle_words(asking: Iterable[str]) -> Idle:
    """The common words, and those of the phrases that tell how a question asks."""
    common = datafile("common_words")
    told = [
        fold(entry)
        for listed in (asking, common["generic"], common["stop"], prepositions())
        for entry in listed
    ]
    apart = (entry for entry in told if not SYLLABLES.fullmatch(entry))
    by_plain = groupby(sorted(common["marked"], key=fold), fold)
    return Idle(
        words=plain_verbs().union(word for entry in apart for word in words(entry)),
        marked=MappingProxyType({plain: tuple(same) for plain, same in by_plain}),
        phrases=PhraseBook((entry, entry) for entry in told if SYLLABLES.fullmatch(entry)),
    )


def prepositions() -> Sequence[str]:
    """Behind these a question narrows what it asks."""
    common = datafile("common_words")
    return (*common["prepositions"], *common["locatives"])


def plain_verbs() -> frozenset[str]:
    """Verbs by which a question is put, in all their forms."""
    return frozenset(
        form for verb in datafile("common_words")["plain_verbs"] for form in forms_of(verb)
    )
