"""A draft -> the facts that a model may word: those of its sentences that can be read back.

A sentence stays as the assistant wrote it when it is no fact ("Yes, the reports say so"), when its
figure was computed, when it quotes a figure, or when the reader of texts does not find its own
figure in it again: what a model made of it could not be checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.grounding.matching import same_key, says_the_same
from assistant.sentences import Articles, Claim, Quoted, Sentence, sources_of
from indexing.extraction import extract_text
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import MetricFact


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of a draft that a model may word otherwise."""

    mark: int
    """Its number in the prompt, from 1."""
    place: int
    """Its index among the draft's sentences."""
    sentence: Sentence
    slices: tuple[Quoted, ...]
    quotes: tuple[str, ...]
    """The words of the reports that it stands on, one of each slice."""

    @property
    def rows(self) -> tuple[MetricFact, ...]:
        """The rows of its figures, in their order."""
        sources = (claim.source for claim in self.sentence.claims)
        return tuple(source for source in sources if isinstance(source, MetricFact))

    @property
    def evidence(self) -> tuple[str, ...]:
        """All words that a sentence about it may use.

        Where a passage holds several figures, "the highest" may be said of another one of them, so
        its words are left out.
        """
        own = (quote for quote in self.quotes if not self.rows or len(find_quantities(quote)) == 1)
        return (self.sentence.text, *own)


def facts_of(sentences: Sequence[Sentence], articles: Articles) -> tuple[Fact, ...]:
    """The facts of a draft's sentences, numbered in their order."""
    found: list[Fact] = []
    for place, sentence in enumerate(sentences):
        if not _can_be_worded(sentence):
            continue
        slices = sources_of(sentence)
        held = [(slice_, articles(slice_.doc)) for slice_ in slices]
        quotes = tuple(a.text[s.start : s.end] for s, a in held if a is not None)
        if slices and len(quotes) == len(slices):
            found.append(Fact(len(found) + 1, place, sentence, slices, quotes))
    return tuple(found)


def _can_be_worded(sentence: Sentence) -> bool:
    if sentence.quoted:
        return not find_quantities(sentence.text)
    return bool(sentence.claims) and reads_back(sentence.text, sentence.claims)


def reads_back(text: str, claims: Sequence[Claim]) -> bool:
    """Whether a sentence, read alone, holds the figures of its claims and none besides.

    Each must be that of its row: metric, aspect, place, part, period, value, unit and bound.
    """
    read = list(extract_text(f"{text}."))
    for claim in claims:
        row = claim.source
        said = [fact for fact in read if fact.start < claim.end and claim.start < fact.end]
        if not isinstance(row, MetricFact) or len(said) != 1:
            return False
        if not _is_said_of(said[0], row):
            return False
        read.remove(said[0])
    return not read and len(find_quantities(text)) == len(claims)


def _is_said_of(said: MetricFact, row: MetricFact) -> bool:
    """Whether a figure is the row's, place and date being named where the row has them."""
    named = (said.place is None, said.period is None) == (row.place is None, row.period is None)
    return named and same_key(said, row) and says_the_same(said, row)
