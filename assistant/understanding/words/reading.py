"""What the readers find in a question, read once: its stages ask for it again and again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Protocol

from indexing.reading.metric.metrics import find_metrics
from indexing.reading.metric.terms import Term, find_terms
from indexing.reading.period.periods import resolve_periods
from indexing.reading.phrases import Line, line_of
from indexing.reading.place.places import find_places
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import Quantity, Span

_KEPT = 256
"""Questions and parts of questions."""
_GIVEN = re.compile(r"\btặng\b", re.IGNORECASE)
"""Cards are given ("tặng") far more often than the word is meant by which figures rise ("tăng")."""


class _Located(Protocol):
    """What a reader found at some place of a question."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@lru_cache(maxsize=_KEPT)
def quantities_of(question: str) -> tuple[Quantity, ...]:
    """The quantities of a question."""
    return tuple(find_quantities(question))


@lru_cache(maxsize=_KEPT)
def terms_of(question: str) -> tuple[Term, ...]:
    """The insurances and measures that a question names."""
    return tuple(find_terms(question))


@lru_cache(maxsize=_KEPT)
def words_of(question: str) -> Line:
    """The words of a question, for looking phrases up: those that are another word but for their
    marks are left out."""
    return line_of(_GIVEN.sub(lambda word: " " * len(word[0]), question))


def spans_of(found: Iterable[_Located]) -> list[Span]:
    """Where in the question things stand that were found in it."""
    return [Span(item.start, item.end) for item in found]


def understood_spans(question: str, today: date) -> list[Span]:
    """Where a question names places, periods, insurances, measures or quantities."""
    return [
        *spans_of(find_places(question)),
        *spans_of(resolve_periods(question, today)),
        *spans_of(terms_of(question)),
        *spans_of(find_metrics(question)),
        *spans_of(quantities_of(question)),
    ]
