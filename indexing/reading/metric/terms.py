"""The words of a text that name a scheme (which insurance) or a measure (what of it)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from indexing.reading.metric.hits import Hit, TermKind
from indexing.reading.metric.measure_words import measure_words
from indexing.reading.metric.measures import Measures
from indexing.reading.metric.scheme_words import scheme_words
from indexing.reading.metric.schemes import Schemes
from indexing.reading.phrases import Line, line_of

_OF_MEMBERS: Final = ("participants", "coverage", "intake", "cards")
"""Measures whose words stand inside the name of a scheme as well: "pension coverage"."""


class Term(NamedTuple):
    """Words that name a scheme or a measure; offsets in the text."""

    kind: TermKind
    id: str
    start: int
    end: int
    parts: tuple[str, ...] = ()
    """The schemes that a list names, in its order, where `id` is what they are together."""
    counting: bool = False
    """Whether it only tells how people are counted: "each counted once"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text cut into words and the terms among them, in order."""

    line: Line
    hits: tuple[Hit, ...]

    def term(self, hit: Hit) -> Term:
        """`hit` with offsets of the text."""
        start, end = self.line.span(hit.first, hit.last)
        return Term(hit.kind, hit.id, start, end, hit.parts, hit.counting)

    def terms(self) -> list[Term]:
        """All of them, as `find_terms` has them."""
        return [self.term(hit) for hit in self.hits]


def find_terms(text: str) -> list[Term]:
    """The schemes and measures that `text` names, in reading order; offsets in `text`.

    Schemes named in one list are one term with its `parts`, where the catalogue knows what they
    are together.  A scheme may stand inside a measure ("treatment covered by health insurance").
    """
    return read_terms(line_of(text)).terms()


def read_terms(line: Line) -> Reading:
    """The terms of a text that is cut into words, for readers that go on from them."""
    known = scheme_words(), measure_words()
    schemes = list(Schemes(line, *known).found())
    covers = [hit for hit in schemes if hit.cover]
    measures = (hit for hit in Measures(line, *known).found() if not _is_covered(hit, covers))
    hits = sorted([*schemes, *measures], key=lambda hit: (hit.first, hit.last))
    return Reading(line, tuple(hits))


def _is_covered(measure: Hit, covers: Sequence[Hit]) -> bool:
    """Whether a word for a benefit only tells what is insured against: "survivors' cover"."""
    if measure.id in _OF_MEMBERS:
        return False
    return any(hit.first < measure.last <= hit.last for hit in covers)
