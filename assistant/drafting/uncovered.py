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
from assistant.sentences import Computed
from assistant.understanding.slots.metrics.shares import asks_share
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from indexing.catalogue import OTHER, catalogue
from indexing.records import Bound, MetricFact

_UNINSURED = "uninsured"
"""The part of those whom an insurance does not cover."""
_ALL = Decimal(100)
_TURNED: dict[Bound, Bound] = {"over": "under", "under": "over"}


def uncovered_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The coverage, and what it leaves: "what share of Hue has no health insurance?"; None where a
    question asks for anything else, or no single coverage is held.

    Only the share follows from a coverage; of how many people it is one, reports seldom tell.
    """
    if not _asks_for_rest(query):
        return None
    told = figures_draft(replace(query, parts=frozenset(), qualifiers=()), sources, phrases)
    claims = [claim for sentence in told.sentences for claim in sentence.claims]
    if told.status != "answered" or len(claims) != 1:
        return None
    covered = claims[0].source
    if not isinstance(covered, MetricFact) or covered.aspect != "level":
        return None
    rest = computed_sentence("rest", _rest(covered), phrases)
    return replace(told, sentences=(*told.sentences, rest))


def _asks_for_rest(query: Query) -> bool:
    """Whether nothing but who is not covered is asked for, as a share."""
    if query.operation != "value" or query.parts != {_UNINSURED} or query.claimed:
        return False
    metrics = [catalogue().metric(name) for name in query.metrics]
    if len(metrics) != 1 or metrics[0].measure != "coverage" or query.aspects != ("level",):
        return False
    cues = load_cues()
    if cues.hits("count", query.plain) and not asks_share(query.plain):
        return False  # "how many uninsured people"
    return all(cues.hits("same", told) == (_UNINSURED,) for told in query.qualifiers)


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
