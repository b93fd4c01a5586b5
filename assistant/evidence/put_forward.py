"""The metric of figures that a question puts forward without a name: "it went from 53 per cent in
2009 to 93 in 2023: how much is that a year?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.evidence.rows.agreement import best_fit
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.understanding.intent import asked_intent
from assistant.understanding.slots.narrowing.measured import times_sought
from assistant.understanding.words.cues import Cues
from indexing.catalogue import OTHER
from indexing.records import SHARES, MetricFact, Quantity

_LEAST = 1000
"""A smaller number that counts nothing by name may be anything."""


def with_metric_told(query: Query, cues: Cues, sources: Sources) -> Query:
    """The query, which leaves open of what it asks, of the only metric of which reports tell all
    figures that it puts forward, of its place and at its times; else as it is."""
    is_open = query.readings or not query.metrics
    if not is_open or not query.claimed or len(query.places) != 1 or query.linked.premise:
        return query
    if times_sought(query.plain, cues) or "when" in cues.hits("about", query.plain):
        return query  # the latest of the rows is not the time at which it was so
    rows = [row for row in sources.of_place(query.places[0]) if _may_be_meant(row, query)]
    each = [{row.metric for row in rows if _is_put(row, put)} for put in query.claimed]
    told = set.intersection(*each)
    if len(told) != 1:
        return query
    named = replace(query, metrics=(told.pop(),), readings=False)
    return replace(named, intent=asked_intent(named, cues))


def _may_be_meant(row: MetricFact, query: Query) -> bool:
    named = row.metric != OTHER and row.group is None
    among = not query.metrics or row.metric in query.metrics
    days = (row.period, row.vs) if row.vs else (row.period,)
    return named and among and any(best_fit(query.periods, one) for one in days)


def _is_put(row: MetricFact, put: Quantity) -> bool:
    """Whether a row is a figure that is put forward; its bound may be left out."""
    shares = put.unit in SHARES and row.unit in SHARES
    counts = put.unit in (row.unit, "other") and row.unit not in SHARES and put.value >= _LEAST
    return (shares or counts) and abs(row.value) == put.value
