"""Shares of a plan by their numbers: 6,733 were told, the plan is 11,200, and "this is 60.1%"."""

from __future__ import annotations

from collections.abc import Sequence

from indexing.catalogue import OTHER
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.aspect.ratios import makes
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.topic.theme import Bound
from indexing.records import MetricFact


def with_attained(
    segments: Sequence[Segment],
    judged: Sequence[Judged],
    bound: Sequence[Bound],
    told: MetricFact | None,
) -> tuple[tuple[Judged, ...], tuple[Bound, ...]]:
    """The figures of a sentence, with those percentages as shares of a plan that the level told
    right before, `told`, is of the plan of the same metric which the sentence tells."""
    aspects, counted = list(judged), list(bound)
    if told is None or told.aspect != "level" or told.metric == OTHER:
        return tuple(judged), tuple(bound)
    for index in range(1, len(segments)):
        plan, share = segments[index - 1].quantity, segments[index].quantity
        of_plan = judged[index - 1].aspect == "target" and bound[index - 1].metric == told.metric
        if of_plan and share.unit == "percent" and makes(told.value, plan.value, share.value):
            aspects[index] = Judged("target_pct")
            counted[index] = bound[index - 1]._replace(unit="percent")
    return tuple(aspects), tuple(counted)
