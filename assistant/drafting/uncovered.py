"""The share of the people whom an insurance does not cover: what its coverage leaves of all."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.drafting.computing import computed_sentence
from assistant.drafting.draft import Draft
from assistant.drafting.figures import figures_draft
from assistant.drafting.workings import plain_number
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Computed, Sentence
from assistant.understanding.slots.metrics.shares import asks_share
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from indexing.catalogue import OTHER, catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.records import Bound, MetricFact

_COVERAGE = "coverage"
_UNINSURED = "uninsured"
"""The part of those whom an insurance does not cover."""
_ALL = Decimal(100)
_TURNED: dict[Bound, Bound] = {"over": "under", "under": "over"}


def uncovered_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The coverage, and what it leaves: "what share of Hue has no health insurance?"; None where a
    question asks for anything else, or no single coverage is held.

    Only the share follows from a coverage; asked how many people they are, it is told as what comes
    nearest.
    """
    if not _asks_for_rest(query):
        return None
    metric = catalogue().metric(query.metrics[0])
    covering = metric_for(metric.schemes[0], _COVERAGE) if metric.schemes else None
    if covering is None:
        return None
    of_rate = replace(query, metrics=(covering,), parts=frozenset(), qualifiers=())
    told = figures_draft(of_rate, sources, phrases)
    claims = [claim for sentence in told.sentences for claim in sentence.claims]
    if told.status != "answered" or len(claims) != 1:
        return None
    covered = claims[0].source
    if not isinstance(covered, MetricFact) or covered.aspect != "level":
        return None
    rest = computed_sentence("rest", _rest(covered), phrases)
    draft = replace(told, sentences=(*told.sentences, rest))
    if metric.is_rate and not _counts(query):
        return draft
    unknown = Sentence(phrases.say("reasons", "share_alone"), stop=":")
    return replace(draft, status="not_found", sentences=(), reason=(unknown, *draft.sentences))


def _asks_for_rest(query: Query) -> bool:
    """Whether nothing but who is not covered is asked for."""
    if query.operation != "value" or query.parts != {_UNINSURED} or query.claimed:
        return False
    metrics = [catalogue().metric(name) for name in query.metrics]
    measures = (_COVERAGE, "participants")
    if len(metrics) != 1 or metrics[0].measure not in measures or query.aspects != ("level",):
        return False
    return all(load_cues().hits("same", told) == (_UNINSURED,) for told in query.qualifiers)


def _counts(query: Query) -> bool:
    """Whether it is asked how many people they are."""
    return bool(load_cues().hits("count", query.plain)) and not asks_share(query.plain)


def _rest(covered: MetricFact) -> Computed:
    return Computed(
        metric=OTHER,
        aspect="level",
        place=covered.place,
        value=_ALL - covered.value,
        unit="percent",
        period=covered.period,
        vs=None,
        operands=(covered,),
        note=f"100 - {plain_number(covered.value)}",
        bound=_TURNED.get(covered.bound, covered.bound),
    )
