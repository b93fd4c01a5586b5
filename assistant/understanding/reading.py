"""What the readers find in a question, read once: its stages ask for it again and again."""

from __future__ import annotations

from functools import lru_cache

from indexing.reading.metric.terms import Term, find_terms
from indexing.reading.phrases import Line, line_of
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import Quantity

_KEPT = 256
"""Questions and parts of questions."""


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
    """The words of a question, for looking phrases up."""
    return line_of(question)
