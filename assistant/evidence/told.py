"""Rows that no metric names, found by the words of the sentence that tells them.

"How many firms are three months behind?" names nothing of the catalogue.  The answer is a sentence
of a report that holds every word which the question insists on and a figure of the asked kind, of
the asked place and time.  It is quoted whole, so that nothing is read into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from assistant.evidence.agreement import period_fit
from assistant.evidence.selection import recency
from assistant.evidence.sources import Sources
from assistant.records import Query
from assistant.understanding.cues import Cues
from assistant.understanding.names import named_words
from indexing.catalogue import catalogue
from indexing.gazetteer import COUNTRY
from indexing.reading.metric.terms import find_terms
from indexing.records import SHARES, MetricFact

_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")
_STEM = 5
_MONEY = ("VND", "USD")


def told_rows(query: Query, sources: Sources, cues: Cues) -> tuple[MetricFact, ...]:
    """The latest rows, all of one sentence, whose sentence answers; empty where none does.

    A question that insists on no word of its own is none for this.
    """
    needed, parts = _needed(query, cues), query.parts
    if not needed and not parts:
        return ()

    @cache  # of the several figures of one sentence each would ask
    def answers(quote: str) -> bool:
        return _holds(quote, needed, parts, query, cues)

    rows = [row for place in query.places or (COUNTRY,) for row in sources.of_place(place)]
    held = [
        row
        for row in _of_kind(query, rows, cues)
        if _meets(query, row) and "restated" not in row.flags and answers(row.quote)
    ]
    lead = max(held, key=lambda row: recency(row, sources.published), default=None)
    if lead is None:
        return ()
    return tuple(row for row in held if (row.doc, row.quote_start) == (lead.doc, lead.quote_start))


def rows_of_aspect(query: Query, sources: Sources) -> Sequence[MetricFact]:
    """The rows of the asked places, times and aspects, whatever they count."""
    return [
        row
        for place in query.places
        for row in sources.of_place(place)
        if row.aspect in query.aspects and row.group is None and _meets(query, row)
        if "restated" not in row.flags
    ]


def _needed(query: Query, cues: Cues) -> frozenset[str]:
    """The words of a question that a sentence must hold to answer it, as `alike` has them."""
    content = query.words if query.language == "en" else cues.content(query.gist)
    content -= frozenset(word for place in query.places for word in cues.content(place))
    idle = cues.generic | cues.cue_words | cues.words_of("same")
    idle -= named_words(_without_short(query.plain), cues)  # the staff of the Security Office
    return frozenset(cues.alike.get(word, word) for word in content - idle)


def _without_short(question: str) -> str:
    """The question without abbreviations, which reports write out."""
    return _ABBREVIATION.sub(" ", question)


def _of_kind(query: Query, rows: Iterable[MetricFact], cues: Cues) -> Iterator[MetricFact]:
    """The rows that tell a share, an amount or a number, whichever is asked for."""
    measures, units = (
        cues.hits("measure", query.plain),
        {catalogue().metric(metric).unit for metric in query.metrics},
    )
    counts = bool(cues.hits("count", query.plain))
    shares = not counts and ("coverage" in measures or units == {"percent"})
    money = not counts and not shares and bool(cues.hits("money", query.plain) or "VND" in units)
    for row in rows:
        is_share, is_money = row.unit in SHARES, row.unit in _MONEY
        if is_share == shares and is_money == money:
            yield row


def _meets(query: Query, row: MetricFact) -> bool:
    return not query.periods or any(period_fit(asked, row.period) for asked in query.periods)


def _holds(
    quote: str, needed: frozenset[str], parts: frozenset[str], query: Query, cues: Cues
) -> bool:
    if not parts <= frozenset(cues.hits("same", quote)):
        return False
    said = {term.id for term in find_terms(query.plain) if term.kind == "scheme"}
    named = {term.id for term in find_terms(quote)}
    if not said <= named:
        return False
    asked = [catalogue().metric(metric) for metric in query.metrics]
    if not needed and not all(m.unit != "VND" or m.measure in named for m in asked):
        return False  # the pay of state firms is not what they owe
    names = named_words(query.plain, cues)  # a name is told letter by letter: "Hanoii" is not Hanoi
    held = [cues.alike.get(word, word) for word in cues.content(quote)]
    return all(
        word in held or (word not in names and any(_same(word, other) for other in held))
        for word in needed
    )


def _same(word: str, other: str) -> bool:
    return min(len(word), len(other)) >= _STEM and word[:_STEM] == other[:_STEM]
