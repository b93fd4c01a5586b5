"""A text read once: everything that the readers find in it, looked up by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexing.extraction.text.cues import TextCues
from indexing.extraction.text.firms import without_firms
from indexing.extraction.text.layout import SentenceSpan, read_sentences
from indexing.extraction.text.placed import InOrder, sort, within
from indexing.extraction.text.surface import Surface
from indexing.extraction.text.wording import any_of
from indexing.reading.metric.terms import Term, read_terms
from indexing.reading.period.periods import read_timeline
from indexing.reading.period.standing import ReachedTime
from indexing.reading.quantity.quantities import quantities_beside
from indexing.records import Article, Period, PlaceMention, Quantity, Span

__all__ = ["Dated", "Page", "read_page", "within"]


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


_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom|which)\b", re.IGNORECASE)
_LYING = re.compile(rf"\b{any_of('places.landscapes')}\s+$", re.IGNORECASE)
_LYING_REACH = 20
_MOST = 60
"""Quantities and dates of a sentence; its readers look from each at the others."""
_COMPARING = ("comparison", "comparison_from", "comparison_off")
"""Kinds of cues that no place's name holds: "Muong Than" compares nothing."""
_NO_BENEFIT = ("benefit", "benefit_kind")
"""Kinds of cues that no scheme's name holds: in "the pension fund" no pension is paid."""
_ASKING = ("aim", "need")
"""Kinds of cues that tell of no aim in "the law requires it"."""
_NEVER_NAMED = ("modal", "need", "negated", "support")
"""Kinds of cues that no metric's name holds, though its words may look like one."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article and what the readers find in it; each tuple is in order of `start`."""

    article: Article
    text: str
    """The article's text, which all offsets count in."""
    sentences: InOrder[SentenceSpan]
    quantities: InOrder[Quantity]
    periods: InOrder[Dated]
    places: InOrder[PlaceMention]
    terms: InOrder[Term]
    names: InOrder[Span]
    """Where its dates and places stand."""
    cues: TextCues
    standing: ReachedTime | None
    """Where an article without a date of publication stands in time, by its own dates."""

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

    def sentence_at(self, offset: int) -> SentenceSpan:
        """The sentence that an offset stands in, or the last one before it."""
        return self.sentences[bisect_right(self.sentences.starts, offset) - 1]

    def sentence_before(self, start: int) -> SentenceSpan | None:
        """The last sentence that begins before an offset, if any."""
        at = bisect_left(self.sentences.starts, start)
        return self.sentences[at - 1] if at else None

    def of_them(self, end: int) -> bool:
        """Whether a figure that ends there is told of those counted before: "206 of them"."""
        return _OF_THEM.match(self.text, end) is not None

    def terms_in(self, spans: Iterable[Span]) -> list[Term]:
        """The terms that begin in some spans, one span after the other."""
        return [term for span in spans for term in within(self.terms, *span)]

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

    def named(self, span: Span, terms: bool = False) -> Sequence[Span]:
        """The places and dates (and `terms`) that begin in a span, in order."""
        names = within(self.names, span.start, span.end)
        if not terms:
            return names
        found = within(self.terms, span.start, span.end)
        return sorted([*names, *(Span(term.start, term.end) for term in found)])


def _described(text: str, place: PlaceMention) -> Span:
    """Where a place stands with the word for how it lies: "the mountainous commune of Tra My"."""
    lying = _LYING.search(text, max(0, place.start - _LYING_REACH), place.start)
    return Span(lying.start() if lying else place.start, place.end)


def _in_pieces(sentence: SentenceSpan, numbers: Sequence[int]) -> Iterator[SentenceSpan]:
    """A sentence, cut where it holds more than any that is spoken; `numbers` are where its
    quantities and dates begin."""
    start = sentence.start
    low, high = (bisect_left(numbers, at) for at in (sentence.start, sentence.end))
    for cut in numbers[low + _MOST : high : _MOST]:
        yield replace(sentence, start=start, end=cut)
        start = cut
    yield sentence if start == sentence.start else replace(sentence, start=start)


def read_page(surface: Surface, province: str | None) -> Page:
    """Reads an article, each reader once; districts of `province` are known by their bare names."""
    article, text, cues = surface.article, surface.article.text, surface.cues
    timeline = read_timeline(text, article.published, article.furniture)
    quantities = sort(quantities_beside(timeline))
    periods = sort(
        Dated(m.period.start, m.period.end, m.period, m.comparison, m.target, m.since, m.named)
        for m in timeline.mentions
    )
    told_in = read_sentences(article, surface.blocks)
    numbers = sorted((*quantities.starts, *periods.starts))
    sentences = sort(piece for one in told_in for piece in _in_pieces(one, numbers))
    places = sort(surface.names.mentions(province, article.published))
    names = [Span(p.start, p.end) for p in places if text[p.start].isupper()]
    terms = sort(read_terms(surface.line).terms())
    told = cues.outside(names).without(_COMPARING, names)
    told = told.without(_NEVER_NAMED, [Span(term.start, term.end) for term in terms])
    schemes = [Span(term.start, term.end) for term in terms if term.kind == "scheme"]
    told = told.without(_NO_BENEFIT, schemes)
    obliged = [Span(c.start, c.end) for c in told.within("by_law", 0, len(text))]
    told = told.without(_ASKING, obliged)
    kept = sort(without_firms(text, sentences, places, quantities, cues, province))
    return Page(
        article=article,
        text=text,
        sentences=sentences,
        quantities=quantities,
        periods=periods,
        places=kept,
        terms=terms,
        names=sort(
            [*(_described(text, p) for p in kept), *(Span(d.start, d.end) for d in periods)]
        ),
        cues=told,
        standing=timeline.standing,
    )
