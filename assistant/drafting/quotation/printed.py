"""The sentences of retrieved passages, each with the figures that it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.evidence.rows.agreement import (
    is_of_times,
    is_within,
    matches_place,
    period_fit,
)
from assistant.evidence.sources import Sources
from indexing.agreement import names_of
from indexing.database import Sentences, Vectors
from indexing.reading.folding import folded
from indexing.reading.period.periods import resolve_periods
from indexing.reading.place.places import find_places
from indexing.reading.quantity.number.in_words import find_word_numbers
from indexing.records import Article, MetricFact, Passage, Period, PlaceMention, Span

_CLAUSE = re.compile(r"[^,;:.]*")


@dataclass(frozen=True, slots=True)
class Printed:
    """A sentence of a retrieved passage."""

    article: Article
    passage: Passage
    span: Span
    rows: tuple[MetricFact, ...]
    """The figures that it tells."""
    told_of: frozenset[str | None]
    """The places of all figures of its article."""
    text: str
    around: str
    """The words among which the sentence stands: its passage, under headline and heading."""
    vector: Vectors

    def is_of(self, places: Sequence[str], periods: Sequence[Period], counts: bool = True) -> bool:
        """Whether its figures, where it has any, are not all of other places or times.

        Without figures it must name a time that is asked for and lies ahead of its report.  In a
        report on other places it must name the asked one; where words are asked for rather than a
        number (`counts`), a district is as good as its province.
        """
        if not self._is_placed(places, counts):
            return False
        if not self.rows:
            ahead = [asked for asked in periods if self._is_ahead(asked)]
            told = resolve_periods(self.text, self.article.published) if ahead else ()
            return len(ahead) < max(len(periods), 1) or any(
                period_fit(asked, one.notation) for asked in ahead for one in told
            )
        published = self.article.published
        own = tuple(self._of(places, counts))
        if not own:
            times = [one.notation for one in resolve_periods(self.text, published)]
            return not periods or any(period_fit(asked, one) for asked in periods for one in times)
        return any(is_of_times(periods, row, published) for row in own)

    def _is_placed(self, places: Sequence[str], counts: bool) -> bool:
        """Whether it may be of the asked places by its figures, its report or its own words."""
        if not places or any(self._of(places, counts)):
            return True
        if self.rows and counts:
            return any(self._counts_unread(place.end) for place in self._named(places))
        about = not self.rows and any(
            _lies_in(asked, held) for asked in places for held in self.told_of
        )
        return about or not self.told_of or any(self._named(places))

    def _of(self, places: Sequence[str], counts: bool) -> Iterator[MetricFact]:
        """Its figures of the asked places."""
        is_of = matches_place if counts else _lies_in
        return (
            row for row in self.rows if not places or any(is_of(one, row.place) for one in places)
        )

    def _named(self, places: Sequence[str]) -> Iterator[PlaceMention]:
        """Where it names one of the asked places."""
        names = {name for place in places for name in names_of(place)}
        return (mention for mention in find_places(self.text) if mention.name in names)

    def _counts_unread(self, behind: int) -> bool:
        """Whether a number that no figure was made of stands behind a place: "Ca Mau has passed
        four resolutions, and Kien Giang two"."""
        clause = _CLAUSE.match(self.text, behind)
        start, end = (clause.start(), clause.end()) if clause else (behind, behind)
        own = [(row.start - self.span.start, row.end - self.span.start) for row in self.rows]
        if any(start <= first < end for first, _ in own):
            return False
        return bool(find_word_numbers(folded(self.text[start:end]).text))

    def _is_ahead(self, asked: Period) -> bool:
        published = self.article.published
        return published is None or asked.first_day > published

    @property
    def is_dated(self) -> bool:
        """Whether it tells of any time: asked when, what names none is no answer."""
        return bool(resolve_periods(self.text, self.article.published))


def printed_in(
    passages: Iterable[Passage], held: Mapping[str, Sentences], sources: Sources
) -> list[Printed]:
    """The sentences of some passages, in their order; `held`: those of each, by its id."""
    vectors: dict[str, Vectors] = {}
    return [
        one
        for passage in passages
        if (article := sources.article(passage.doc)) is not None
        for one in _sentences(
            article, passage, held[passage.id], sources.of_article(article.doc), vectors
        )
    ]


def _sentences(
    article: Article,
    passage: Passage,
    held: Sentences,
    rows: Sequence[MetricFact],
    vectors: dict[str, Vectors],
) -> Iterator[Printed]:
    """The sentences of a passage; in `vectors` is noted which was the first of some words."""
    told_of = frozenset(row.place for row in rows)
    around = f"{article.title} {passage.heading or ''} {passage.text}"
    for span, own in zip(held.spans, held.vectors, strict=True):
        text = article.text[span.start : span.end]
        # Equal words are equally near, in whatever company their vectors were made.
        vector = vectors.setdefault(text, own)
        yield Printed(article, passage, span, rows_in(span, rows), told_of, text, around, vector)


def _lies_in(asked: str, held: str | None) -> bool:
    """Whether a place is the asked one or within it."""
    return matches_place(asked, held) or is_within(held, asked)


def rows_in(span: Span, rows: Iterable[MetricFact]) -> tuple[MetricFact, ...]:
    """Those of an article's rows whose figures stand in `span`."""
    return tuple(row for row in rows if span.start <= row.start and row.end <= span.end)
