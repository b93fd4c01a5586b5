"""What was spent beyond what had been allotted: amounts that no metric names, known by the words of
their sentence and of the paragraph around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from assistant.evidence.insisted import schemes_in
from assistant.evidence.rows.agreement import is_of_times, matches_place
from assistant.evidence.rows.order import recency
from assistant.evidence.sources import Sources
from assistant.evidence.surroundings import headed, paragraph_start
from assistant.query import Query
from assistant.understanding.words.cues import Cues, load_cues
from indexing.catalogue import OTHER, catalogue
from indexing.gazetteer import COUNTRY, gazetteer
from indexing.reading.folding import fold
from indexing.records import CURRENCIES, OF_TARGET, MetricFact

_SPENDING = frozenset({"benefits_paid"})
"""Measures of money that goes out."""
_OVER = re.compile(r"…\s+(?:over|too (?:much|many))\b", re.IGNORECASE)
"""Behind a figure, which a subject leaves out: it lies so much above."""


def asks_overspending(query: Query, cues: Cues) -> bool:
    """Whether it is asked by how much spending lies above what was planned."""
    measures = {catalogue().metric(metric).measure for metric in query.metrics}
    if not measures or not measures <= _SPENDING or cues.hits("how_many_places", query.plain):
        return False
    return "excess" in cues.hits("aspect", query.plain) and set(query.aspects) == set(OF_TARGET)


def overspent_rows(query: Query, sources: Sources) -> tuple[MetricFact, ...]:
    """The latest amount told of each asked place at the asked time; empty where one has none."""
    held = sorted(_all(query, sources), key=lambda row: recency(row, sources.published))
    each = [
        [row for row in held if matches_place(place, row.place)][-1:]
        for place in query.places or (COUNTRY,)
    ]
    return tuple(chain.from_iterable(each)) if all(each) else ()


def overspent_by_place(query: Query, sources: Sources) -> tuple[MetricFact, ...]:
    """The amounts of provinces, the highest first, each with its latest."""
    provinces = {place.name for place in gazetteer().provinces}
    latest: dict[str, MetricFact] = {}
    for row in sorted(_all(query, sources), key=lambda row: recency(row, sources.published)):
        if row.place in provinces and row.unit == "VND":
            latest[row.place] = row
    told = sorted(latest.values(), key=lambda row: row.value, reverse=not query.order.lowest_first)
    return tuple(told)


def _all(query: Query, sources: Sources) -> Iterable[MetricFact]:
    asked = schemes_in(query.plain)
    for row in sources.debts():
        if not (
            _is_above(row, sources) and is_of_times(query.periods, row, sources.published(row.doc))
        ):
            continue
        article = sources.article(row.doc)
        if article is None:
            continue
        paragraph = headed(article, paragraph_start(article, row.quote_start), row.quote_end)
        so_far = headed(article, 0, row.quote_end)
        if load_cues().hits("spent", paragraph) and asked <= schemes_in(so_far):
            yield row


def _is_above(row: MetricFact, sources: Sources) -> bool:
    """Whether a row tells an amount that lies above another one: by its own words, or in a list of
    places behind one that does; not where what came in is told."""
    if row.metric != OTHER or row.aspect != "level" or row.group or row.unit not in CURRENCIES:
        return False
    before = [one for one in sources.of_sentence(row.doc, row.quote_start) if one.start < row.start]
    own = _says_above(row.subject or "")
    listed = _is_place(row) and any(_says_above(one.subject or "") for one in before)
    named = [one for one in before if one.metric != OTHER]
    spends = not named or catalogue().metric(named[-1].metric).measure in _SPENDING
    counts = bool(named) and catalogue().metric(named[-1].metric).unit not in CURRENCIES
    return (own or listed) and (spends or counts)


def _says_above(subject: str) -> bool:
    return "excess" in load_cues().hits("aspect", subject) or bool(_OVER.search(subject))


def _is_place(row: MetricFact) -> bool:
    return fold(row.subject or "").strip(" ,;") == fold(row.place or "")
