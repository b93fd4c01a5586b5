"""What the readers find in a question, read once: its stages ask for it again and again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Protocol

from indexing.extraction.text.cues import read_cues
from indexing.reading.metric.metrics import metrics_in
from indexing.reading.metric.terms import Reading, Term, read_terms
from indexing.reading.period.periods import PeriodMention, read_periods
from indexing.reading.phrases import Line, line_of
from indexing.reading.place.places import read_places
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import MetricMention, PlaceMention, Quantity, Span

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
    return tuple(_terms(question).terms())


@lru_cache(maxsize=_KEPT)
def metrics_of(question: str) -> tuple[MetricMention, ...]:
    """The metrics that a question names outright."""
    return tuple(metrics_in(_terms(question)))


@lru_cache(maxsize=_KEPT)
def places_of(question: str) -> tuple[PlaceMention, ...]:
    """The places that a question names."""
    return tuple(read_places(_line(question)).mentions())


def without_regions(question: str) -> str:
    """The question without the regions that stand between a word that asks and what it asks for:
    "which Red River Delta provinces"."""
    for place in reversed(places_of(question)):
        if place.kind == "region":
            question = f"{question[: place.start].rstrip()} {question[place.end :].lstrip()}"
    return question


@lru_cache(maxsize=_KEPT)
def periods_of(question: str, today: date) -> tuple[PeriodMention, ...]:
    """The periods that a question names, relative ones counted from `today`."""
    return tuple(read_periods(question, today))


@lru_cache(maxsize=_KEPT)
def words_of(question: str) -> Line:
    """The words of a question, for looking phrases up: those that are another word but for their
    marks are left out."""
    return _line(_GIVEN.sub(lambda word: " " * len(word[0]), question))


def chosen_in(question: str) -> list[Span]:
    """Where a question says that people joined by choice: "on their own account"."""
    return spans_of(read_cues(words_of(question)).within("by_choice", 0, len(question)))


def scheme_spans(question: str) -> list[Span]:
    """Where a question names insurances."""
    return spans_of(term for term in terms_of(question) if term.kind == "scheme")


def risks_in(question: str) -> list[tuple[str, Span]]:
    """Where a question names what an insurance insures against, each with that insurance."""
    cues = read_cues(words_of(question))
    told = (("si", "risk_si"), ("hi", "risk_hi"), ("ui", "risk_ui"))
    found = [
        (one, Span(cue.start, cue.end))
        for one, kind in told
        for cue in cues.within(kind, 0, len(question))
    ]
    return sorted(found, key=lambda risk: risk[1])


@lru_cache(maxsize=_KEPT)
def _line(question: str) -> Line:
    return line_of(question)


@lru_cache(maxsize=_KEPT)
def _terms(question: str) -> Reading:
    return read_terms(_line(question))


def spans_of(found: Iterable[_Located]) -> list[Span]:
    """Where in the question things stand that were found in it."""
    return [Span(item.start, item.end) for item in found]


def understood_spans(question: str, today: date) -> list[Span]:
    """Where a question names places, periods, insurances, measures or quantities."""
    return [
        *spans_of(places_of(question)),
        *spans_of(mention.period for mention in periods_of(question, today)),
        *spans_of(terms_of(question)),
        *spans_of(metrics_of(question)),
        *spans_of(quantities_of(question)),
    ]
