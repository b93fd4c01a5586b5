"""Figures of several places that one sentence tells side by side, of a matter that no metric names:
the matter may be told in the paragraph before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.insisted import Insisted, insisted
from assistant.evidence.rows.agreement import is_of_times, matches_place
from assistant.evidence.rows.order import recency
from assistant.evidence.sources import Sources
from assistant.evidence.surroundings import paragraph_start
from assistant.query import Query
from assistant.understanding.words.cues import Cues
from indexing.catalogue import OTHER, catalogue
from indexing.reading.metric.terms import find_terms
from indexing.records import Article, MetricFact, Span

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The figures of the asked places, in their order, and what is to be quoted of their report."""

    rows: tuple[MetricFact, ...]
    span: Span


def side_by_side(query: Query, sources: Sources, cues: Cues) -> SideBySide | None:
    """The latest sentence that tells a figure of each asked place under all the words on which the
    question insists; None where there is none, or where one of them is a metric's own."""
    what = insisted(query, cues)
    if not what.words or query.claimed:
        return None
    found: list[SideBySide] = []
    for row in sources.of_place(query.places[0]):
        pair = _of_all(row, query, sources)
        article = sources.article(row.doc) if pair else None
        if pair and article and (span := _told_in(what, pair[0], article, query, cues)):
            found.append(SideBySide(pair, span))
    return max(
        found, key=lambda one: max(recency(r, sources.published) for r in one.rows), default=None
    )


def _of_all(row: MetricFact, query: Query, sources: Sources) -> tuple[MetricFact, ...]:
    """A row and those of the other places in its sentence, of the same kind; empty where one of
    them has none, or more than one."""
    if row.metric != OTHER or not is_of_times(query.periods, row, sources.published(row.doc)):
        return ()
    alike = [
        one
        for one in sources.of_sentence(row.doc, row.quote_start)
        if (one.metric, one.unit, one.aspect, one.group)
        == (row.metric, row.unit, row.aspect, row.group)
    ]
    each = [[one for one in alike if matches_place(place, one.place)] for place in query.places]
    return tuple(told[0] for told in each) if all(len(told) == 1 for told in each) else ()


def _told_in(
    what: Insisted, row: MetricFact, article: Article, query: Query, cues: Cues
) -> Span | None:
    """From where the paragraph of a sentence begins to tell all that is asked, up to the end of the
    sentence; None where it does not, or where it speaks of other insurances."""
    first = paragraph_start(article, row.quote_start)
    starts = [first, *_sentence_starts(article.text, first, row.quote_start)]
    asked = {catalogue().metric(metric).measure for metric in query.metrics}
    for start in reversed(starts):
        told = article.text[start : row.quote_end]
        terms = {term.id for term in find_terms(told)}
        held = what.held_by(_with_plurals(told), cues) == what.all and what.schemes <= terms
        if held and (not asked or asked & terms or what.nearness(told, cues)):
            return Span(start, row.quote_end)
    return None


def _with_plurals(text: str) -> str:
    """A text with its words in the plural as well: short ones are held against each other whole."""
    forms = (f"{word}s {word.removesuffix('s')}" for word in _WORD.findall(text))
    return f"{text} {' '.join(forms)}"


def _sentence_starts(text: str, first: int, last: int) -> Sequence[int]:
    """Where sentences begin between two offsets, the second of which is the start of one."""
    ends = (at for at in range(first, last - 1) if text[at] in ".!?" and text[at + 1].isspace())
    starts = [at + 2 for at in ends if text[at + 2 : at + 3].isupper()]
    return [*starts, last] if last not in starts else starts
