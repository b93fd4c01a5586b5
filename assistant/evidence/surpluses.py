"""By how much a plan was beaten, as the sentence tells it that tells what was reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.lookup import look_up
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.understanding.words.cues import Cues
from indexing.catalogue import OTHER
from indexing.records import OF_TARGET, SHARES, MetricFact


def surplus_rows(query: Query, sources: Sources, cues: Cues) -> tuple[MetricFact, ...]:
    """What was reached, and the figure told beside it by which that lies above the plan; empty
    where the question does not ask for it, or no report tells it.

    "Coverage was 85.7 per cent, exceeding the target by 1.2 percentage points."
    """
    excess = "excess" in cues.hits("aspect", query.plain) and set(query.aspects) == set(OF_TARGET)
    asks_more = query.qualifiers or query.claimed or query.linked.further
    if not excess or asks_more or len(query.places) > 1:
        return ()
    levels = look_up(replace(query, aspects=("level",), operation="value"), sources)
    told = [finding.facts[0] for finding in levels if finding.facts]
    pairs = ((row, above) for row in told for above in _above(row, sources.told_with(row), cues))
    return next(pairs, ())


def _above(row: MetricFact, told_with: Sequence[MetricFact], cues: Cues) -> Sequence[MetricFact]:
    """The figure by which a row lies above its plan: behind it, with none of another metric
    between."""
    behind = sorted((o for o in told_with if o.start > row.start), key=lambda other: other.start)
    own = [other for other in behind if other.metric in (OTHER, row.metric)]
    near = own if own == behind[: len(own)] else []
    units = SHARES if row.unit in SHARES else (row.unit,)
    return [
        other
        for other in near
        if other.metric == OTHER and other.unit in units and other.group is None
        if "excess" in cues.hits("aspect", other.subject or "")
    ][:1]
