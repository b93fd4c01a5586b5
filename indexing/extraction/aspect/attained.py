"""Shares of a plan that no words at them tell: 6,733 were told, the plan is 11,200, and "this is
60.1%"; or they stand in a list of such shares."""

from __future__ import annotations

from collections.abc import Sequence

from indexing.catalogue import OTHER
from indexing.extraction.aspect.aim.lists import in_list_of_shares
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.aspect.ratios import makes
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page
from indexing.extraction.topic.theme import Bound, Theme
from indexing.extraction.topic.topics import Topic
from indexing.reading.metric.metrics import metric_for
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


def with_listed_shares(
    page: Page,
    sentence: SentenceSpan,
    segments: Sequence[Segment],
    judged: Sequence[Judged],
    bound: Sequence[Bound],
    theme: Theme,
) -> tuple[tuple[Judged, ...], tuple[Bound, ...]]:
    """The figures of a sentence, with the percentage that opens an item as a share of the plan of
    those counted last, where its list is one of such shares; a count in a bracket is of them."""
    counted = _counted_last(theme)
    metric = metric_for(counted.scheme, counted.measure) if counted else None
    first = segments[0].quantity
    plain = first.unit == "percent" and judged[0].aspect == "level"
    if not plain or counted is None or metric is None or not in_list_of_shares(page, sentence):
        return tuple(judged), tuple(bound)
    if any(page.terms_in(segment.spans) for segment in segments):
        return tuple(judged), tuple(bound)
    aspects, metrics = list(judged), list(bound)
    aspects[0], metrics[0] = Judged("target_pct"), _of(metric, counted, bound[0])
    for index in range(1, len(segments)):
        if segments[index].tie == "bracket" and bound[index].unit == "people":
            metrics[index] = _of(metric, counted, bound[index])
    return tuple(aspects), tuple(metrics)


def _counted_last(theme: Theme) -> Topic | None:
    """What the line that opens a list names, or else the members counted last before it."""
    if theme.announced and theme.topic.scheme is not None:
        return Topic(theme.topic.scheme, theme.topic.measure or "participants")
    return next((t for t in reversed(theme.levels) if t.measure == "participants"), None)


def _of(metric: str, topic: Topic, bound: Bound) -> Bound:
    return bound._replace(metric=metric, topic=topic)
