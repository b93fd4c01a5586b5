"""A text read once: everything that the readers find in it, looked up by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Protocol, TypeVar

from indexing.extraction.firms import without_firms
from indexing.extraction.layout import Sentence, read_sentences
from indexing.extraction.lexicon import Cues
from indexing.reading.metrics import Term, find_terms
from indexing.reading.period_standing import Standing
from indexing.reading.periods import read_timeline
from indexing.reading.places import find_places
from indexing.reading.quantities import quantities_beside
from indexing.records import Article, Period, PlaceMention, Quantity, Span


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of time with what its sentence makes of it."""

    start: int
    end: int
    period: Period
    comparison: bool
    target: bool
    since: bool
    named: bool


class _Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=_Placed)

_start: Callable[[_Placed], int] = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Page:
    """An article and what the readers find in it; each tuple is in order of `start`."""

    article: Article
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    periods: tuple[Dated, ...]
    places: tuple[PlaceMention, ...]
    terms: tuple[Term, ...]
    cues: Cues
    standing: Standing | None
    """Where an article without a date of publication stands in time, by its own dates."""

    @property
    def text(self) -> str:
        """The article's text, which all offsets count in."""
        return self.article.text

    @property
    def said(self) -> date | None:
        """The day on which an article without a date of publication speaks, if it tells one."""
        return None if self.standing is None else self.standing.said

    @property
    def reached(self) -> date | None:
        """How far such an article has come in its year, if it tells a day or month."""
        if self.standing is None or self.standing.grain == "year":
            return None
        return self.standing.day

    def unnamed(self, spans: Sequence[Span], terms: bool = False) -> tuple[str, ...]:
        """The words of spans without the places and dates (and `terms`) among them."""
        pieces = []
        for span in spans:
            start = span.start
            for hole in self.named(span, terms):
                pieces.append(self.text[start : max(start, hole.start)])
                start = max(start, hole.end)
            pieces.append(self.text[start : span.end])
        return tuple(pieces)

    def named(self, span: Span, terms: bool = False) -> list[Span]:
        """The places and dates (and `terms`) that begin in a span, in order."""
        groups: list[Sequence[_Placed]] = [self.periods, self.places]
        if terms:
            groups.append(self.terms)
        found = [item for items in groups for item in within(items, span.start, span.end)]
        return sorted((Span(i.start, i.end) for i in found), key=_start)


def read_page(article: Article, cues: Cues, province: str | None) -> Page:
    """Reads an article, each reader once; districts of `province` are known by their bare names."""
    text = article.text
    timeline = read_timeline(text, article.published, article.furniture)
    sentences, quantities = (
        read_sentences(article),
        _ordered(quantities_beside(text, timeline.spans)),
    )
    places = _ordered(find_places(text, province))
    names = [Span(p.start, p.end) for p in places if text[p.start].isupper()]
    return Page(
        article=article,
        sentences=sentences,
        quantities=quantities,
        periods=tuple(
            Dated(m.period.start, m.period.end, m.period, m.comparison, m.target, m.since, m.named)
            for m in timeline.mentions
        ),
        places=without_firms(text, sentences, places, quantities, cues, province),
        terms=_ordered(find_terms(text)),
        cues=cues.outside(names),
        standing=timeline.standing,
    )


def within(items: Sequence[T], start: int, end: int) -> Sequence[T]:
    """The items that begin in `start` to `end` (exclusive); `items` are in order of `start`."""
    low = bisect_left(items, start, key=_start)
    return items[low : bisect_left(items, end, low, key=_start)]


def _ordered(items: Sequence[T]) -> tuple[T, ...]:
    return tuple(sorted(items, key=lambda item: (item.start, item.end)))
