"""The words of a question that tell what is asked, read from `data/questions/`.

Those under `asking` tell how a question asks, those under `subjects` what it is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from types import MappingProxyType

from assistant.datafiles import datafile
from assistant.understanding.words.finding import KEPT, Books, phrases_in
from assistant.understanding.words.idle import Idle, idle_words, plain_verbs, prepositions
from assistant.understanding.words.sections import (
    books,
    with_named_lists,
    without_mistakable,
    words_by_section,
)
from indexing.reading.folding import folded
from indexing.reading.phrases import words
from indexing.reading.quantity.number.word_values import scales_named
from indexing.records import Span


@dataclass(frozen=True, slots=True)
class Cues:
    """Phrase lists by section and key, found in questions irrespective of case and diacritics.

    A phrase that is given with diacritics is found with these or with none.
    """

    phrases: Books
    section_words: Mapping[str, frozenset[str]]
    """The words of each section's phrases."""
    stop_words: frozenset[str]
    generic: frozenset[str]
    """Words that narrow nothing when they stand there: "the population", "total"."""
    usual: frozenset[str]
    """Those, and every word of the phrases that tell how a question asks."""
    prepositions: frozenset[str]
    """After these a question narrows what it asks."""
    locatives: frozenset[str]
    """Those of `prepositions` that tell where."""
    joins: frozenset[str]
    """Words that set one thing beside another."""
    idle: Idle

    def hits(self, section: str, question: str) -> tuple[str, ...]:
        """The keys of `section` whose phrases the question holds, in the order they stand.

        Phrases under `none` say what their words must not be taken for.
        """
        return tuple(dict.fromkeys(key for key, _ in self.spans_by(section, question)))

    def spans(self, section: str, question: str) -> list[Span]:
        """Where the phrases of `section` stand in the question, without those under `none`."""
        return [span for _, span in self.spans_by(section, question)]

    def spans_by(self, section: str, question: str) -> Sequence[tuple[str, Span]]:
        """As `spans`, each with its key."""
        return phrases_in(self.phrases, question).get(section, ())

    def words_of(self, section: str) -> frozenset[str]:
        """Every word of the phrases of `section`."""
        return self.section_words[section]

    def content(self, text: str) -> frozenset[str]:
        """The folded words of a text that are neither stop words nor numbers."""
        return _terms(text) - self.stop_words


@lru_cache(maxsize=KEPT)
def _terms(text: str) -> frozenset[str]:
    """The folded words of a text that are no numbers, nor of them: "17 million" is no millionaire.

    A question holds many sentences against its words, and against the report around each of them.
    """
    found = frozenset(word for word in words(folded(text).text) if not word.isdigit())
    return found - _scales()


@cache
def _scales() -> frozenset[str]:
    """The English ones: "vạn" without its marks is a name."""
    return frozenset(word for word in scales_named() if word.isascii())


@cache
def load_cues() -> Cues:
    """The cues that ship with the package."""
    asking, common = datafile("questions/asking"), datafile("common_words")
    sections = with_named_lists({**asking, **datafile("questions/subjects")})
    section_words = words_by_section(without_mistakable(sections))
    told = without_mistakable({name: sections[name] for name in asking})
    generic = plain_verbs().union(word for entry in common["generic"] for word in words(entry))
    return Cues(
        phrases=books(sections),
        section_words=MappingProxyType(section_words),
        stop_words=frozenset(common["stop"]),
        generic=generic,
        usual=generic.union(*(section_words[name] for name in asking)),
        prepositions=frozenset(prepositions()),
        locatives=frozenset(common["locatives"]),
        joins=frozenset(common["joins"]),
        idle=idle_words(chain.from_iterable(chain(*keys.values()) for keys in told.values())),
    )
