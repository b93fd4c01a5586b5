"""Words that name a scheme or a measure, by their place among the words of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from indexing.reading.diacritics import agrees
from indexing.reading.metric.measure_words import MeasureWords
from indexing.reading.metric.phrase import Phrase
from indexing.reading.metric.scheme_words import SchemeWords
from indexing.reading.phrases import Found, Line

TermKind = Literal["scheme", "measure"]

MOST_KIND_WORDS: Final = 4
"""Words by which a list tells a scheme apart, at the most."""


class Hit(NamedTuple):
    """A term by the words of its text: `first` to `last` (exclusive)."""

    kind: TermKind
    id: str
    first: int
    last: int
    parts: tuple[str, ...] = ()
    cover: bool = False
    """Whether it names a scheme by what is insured against: "the jobless fund"."""
    counting: bool = False
    """Whether it only tells how people are counted."""


@dataclass(frozen=True, slots=True)
class WordsOfMetrics:
    """A text cut into words, beside the known words for metrics."""

    line: Line
    schemes: SchemeWords
    measures: MeasureWords

    def fits(self, found: Found[Phrase]) -> bool:
        phrase, first, last = found.value, found.first, found.last
        written = self.line.written(first, last)
        if phrase.marked and written.isascii():
            # A word without marks of its own ("thu") counts where a sum of it follows.
            return phrase.printed.isascii() and self._before_number(last)
        if phrase.before_scheme and not self._scheme_at(last):
            return False
        return agrees(written, phrase.printed)

    def _scheme_at(self, i: int) -> bool:
        """Whether a scheme, or a list of schemes ("social and health insurance"), stands here."""
        words = self.line.words
        i += i < len(words) and words[i] == "the"
        listed = any(
            tuple(words[i : i + length]) in self.schemes.before
            for length in range(1, MOST_KIND_WORDS + 1)
        )
        here = i < len(words) and self.schemes.phrases.at(self.line, i)
        return listed or bool(here)

    def _before_number(self, i: int) -> bool:
        return i < len(self.line.words) and self.line.words[i][0].isdigit()
