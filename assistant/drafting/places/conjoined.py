"""Places by several figures at once: those that meet a limit of each, those that have each, and
which of those that meet a limit of one comes first by another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.drafting.cautions import cautions
from assistant.drafting.composing import fact_sentence
from assistant.drafting.days import mixed_periods
from assistant.drafting.draft import Draft
from assistant.drafting.places.limits import is_limit_of, meets
from assistant.drafting.places.ranking import MOST_RANKED, ranked_words
from assistant.evidence.lookup import ranking
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Sentence, unread
from assistant.understanding.slots.claimed import put_forward
from assistant.understanding.words.reading import metrics_of, terms_of
from assistant.wording.phrases import Phrases
from assistant.wording.words import capitalised, metric_words
from indexing.catalogue import catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.records import MetricFact, Quantity, Span, Unit
from indexing.regions import is_region

_MOST_FIGURES = 3
"""Figures by which places are looked for at once; more are readings of one word."""

_Held = Mapping[str, Mapping[str | None, MetricFact]]
"""The rows of each metric by their places, in the asked order of the metric."""


def conjoined_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The places that are on the asked side of every limit, each with all the figures asked of.

    In an order they stand by the one figure that has no limit.  None where a question does not ask
    for provinces by several figures, or sets a limit that is of none of them.
    """
    if not _asks_of_several(query):
        return None
    if len(query.metrics) > _MOST_FIGURES:
        reason = Sentence(phrases.say("reasons", "other_limit"))
        return Draft("not_found", "table", reason=(reason,)) if put_forward(query.plain) else None
    query = replace(query, metrics=_in_units(query))
    limits = _limits(query)
    ordered = _in_order(query, limits) if limits is not None else ()
    if limits is None or not ordered:
        return None
    held = {metric: _by_place(query, metric, sources) for metric in ordered}
    first = next(iter(held.values()))
    known = [place for place in first if all(place in rows for rows in held.values())]
    if not known:
        return Draft("not_found", "table", reason=(_counted(0, held, phrases),))
    is_met = {
        place: [_meets(query, limits, rows[place]) for rows in held.values()] for place in known
    }
    met = [place for place in known if all(is_met[place])]
    nearest = max(known, key=lambda place: sum(is_met[place]))
    shown = met[:MOST_RANKED] if query.operation == "rank" else met
    rows = [of[place] for place in shown or (nearest,) for of in held.values()]
    heading = _heading(query, rows, len(met), len(known), phrases)
    return _told(heading, _counted(len(known), held, phrases), rows, sources, phrases)


def _told(
    heading: Sentence,
    counted: Sentence,
    rows: Sequence[MetricFact],
    sources: Sources,
    phrases: Phrases,
) -> Draft:
    warnings = (counted, *cautions(rows, sources, phrases))
    if mixed_periods(rows):
        warnings = (*warnings, Sentence(phrases.say("cautions", "mixed_periods")))
    facts = (fact_sentence(row, sources.article, phrases) for row in rows)
    lines = (replace(said, stop="", before="\n- ") for said in facts)
    return Draft("answered", "table", (heading, *lines), warnings=warnings)


def _asks_of_several(query: Query) -> bool:
    """Whether provinces are asked for by more than one figure."""
    of_provinces = query.order.kind is None or query.order.kind.is_province
    anywhere = all(is_region(place) for place in query.places)
    several = len(query.metrics) > 1 and not (query.readings or query.joint)
    is_list = query.operation in ("list", "rank") and query.aspects == ("level",)
    narrowed = query.order.standing or query.qualifiers or query.order.nth is not None
    return of_provinces and anywhere and several and is_list and not narrowed


def _limits(query: Query) -> Mapping[str, Sequence[Quantity]] | None:
    """The limits that a question sets for each of its figures, by the nearest name of one that has
    the unit of the limit; None where a limit is of no figure."""
    found: dict[str, list[Quantity]] = {metric: [] for metric in query.metrics}
    for limit in put_forward(query.plain):
        alike = [m for m in query.metrics if is_limit_of(limit, catalogue().metric(m).unit)]
        if not alike:
            return None
        found[min(alike, key=lambda metric: _distance(limit, metric, query.plain))].append(limit)
    return found


def _in_order(query: Query, limits: Mapping[str, Sequence[Quantity]]) -> tuple[str, ...]:
    """The metrics, that one first by which places are put in order, which has no limit; none where
    it is not clear which that is."""
    if query.operation == "list":
        return query.metrics
    free = [metric for metric in query.metrics if not limits[metric]]
    limited = [metric for metric in query.metrics if limits[metric]]
    return (*free, *limited) if len(free) == 1 and limited else ()


def _distance(limit: Quantity, metric: str, question: str) -> int:
    """How many letters lie between a limit and the name of a metric, or of what it measures."""
    named = [Span(m.start, m.end) for m in metrics_of(question) if m.metric == metric]
    measure = catalogue().metric(metric).measure
    named = named or [Span(t.start, t.end) for t in terms_of(question) if t.id == measure]
    apart = (max(limit.start - name.end, name.start - limit.end, 0) for name in named)
    return min(apart, default=len(question))


def _in_units(query: Query) -> tuple[str, ...]:
    """The metrics of a question, one in the unit of a limit that none of them is in: "who owes less
    than 200 billion dong" limits the amount and not the rate."""
    limits, metrics = put_forward(query.plain), query.metrics
    units = {catalogue().metric(metric).unit for metric in metrics}
    for unit in {limit.unit for limit in limits} - units:
        others = [_in_unit(metric, unit) for metric in metrics]
        if sum(other is not None for other in others) == 1:
            metrics = tuple(o or metric for o, metric in zip(others, metrics, strict=True))
    return metrics


def _in_unit(metric: str, unit: Unit) -> str | None:
    told = catalogue().metric(metric)
    return metric_for(told.schemes[0] if told.schemes else None, told.measure, unit)


def _meets(query: Query, limits: Mapping[str, Sequence[Quantity]], row: MetricFact) -> bool:
    own = replace(query, metrics=(row.metric,), claimed=tuple(limits[row.metric]))
    return meets(own, row)


def _by_place(query: Query, metric: str, sources: Sources) -> Mapping[str | None, MetricFact]:
    rows = ranking(replace(query, metrics=(metric,)), sources)
    return {row.place: row for row in rows if "implausible" not in row.flags}


def _heading(
    query: Query, rows: Sequence[MetricFact], met: int, known: int, phrases: Phrases
) -> Sentence:
    """How many places are so; of an order what it is by, and that none is so where none is."""
    metrics = phrases.listed([metric_words(metric, None, phrases) for metric in query.metrics])
    key = "conjoined" if put_forward(query.plain) else "held_together"
    text = phrases.say(
        "answers", key if met else "none_conjoined",
        count=str(met), all=str(known), metrics=metrics,
    )  # fmt: skip
    if met and query.operation == "rank":
        order = "ranking_up" if query.order.lowest_first else "ranking_down"
        text = phrases.say("answers", order, metric=ranked_words(rows[0], phrases))
    return unread(capitalised(text), ":")


def _counted(known: int, held: _Held, phrases: Phrases) -> Sentence:
    """For how many places reports give all the figures, and for how many each of them."""
    each = [
        phrases.say(
            "cautions",
            "with_figure",
            metric=metric_words(metric, None, phrases),
            count=str(len(of)),
        )
        for metric, of in held.items()
    ]
    text = phrases.say("cautions", "conjoined", count=str(known), each=phrases.listed(each))
    return unread(text)
