"""Debtors that a question names in full, as the reports name them: known by that, whatever place or
word their names hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.evidence.rows.debtors import is_debt
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.understanding.words.reading import places_of
from indexing.gazetteer import gazetteer
from indexing.reading.folding import fold, folded
from indexing.reading.phrases import words
from indexing.records import MetricFact, Span


def names_in(question: str, rows: Iterable[MetricFact]) -> dict[str, Span]:
    """The debtors that a question names in full, with where it does; the longer of two names.

    What is the name of a place as well is read as the place.
    """
    plain = folded(question).text
    if len(plain) != len(question):
        return {}
    found: dict[str, Span] = {}
    names = dict.fromkeys(row.group or "" for row in rows if is_debt(row))
    for name in sorted(names, key=len, reverse=True):
        told = re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", plain) if name else None
        if told is None or not name[0].isupper() or _is_place(name):
            continue
        span = Span(*told.span())
        typed = question[span.start : span.end]
        is_name = typed[0].isupper() or question.lower() == question
        apart = all(span.end <= one.start or one.end <= span.start for one in found.values())
        if is_name and apart:
            found[name] = span
    return dict(sorted(found.items(), key=lambda one: one[1].start))


def with_debtors(query: Query, sources: Sources) -> Query:
    """The query with its debtors as what narrows it: a place within a name alone is none that is
    asked for, "Saigon Post or Hoa Binh Construction"."""
    if not (query.qualifiers or query.unsure.words or query.unsure.places):
        return query
    named = names_in(query.plain, sources.debts())
    if not named:
        return query
    spans = named.values()
    told = frozenset().union(*(words(fold(name)) for name in named))
    inside = {
        place.name
        for place in places_of(query.plain)
        if any(span.start <= place.start and place.end <= span.end for span in spans)
    }
    outside = {
        place.name
        for place in places_of(query.plain)
        if not any(span.start <= place.start and place.end <= span.end for span in spans)
    }
    rest = (one for one in query.qualifiers if not set(words(fold(one))) <= told)
    return replace(
        query,
        places=tuple(place for place in query.places if place not in inside - outside),
        unsure=replace(query.unsure, places=()),
        qualifiers=(*named, *rest),
    )


def _is_place(name: str) -> bool:
    return bool(gazetteer().place(name) or gazetteer().districts_called(name))
