"""Whether targets were met, by what the reports tell of them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafting.comparing import agreed
from assistant.evidence.rows.values import WHOLE_PLAN, reaches
from assistant.grounding.telling.outcomes import outcome_of
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact, Period


def are_met(
    leads: Sequence[MetricFact], asked: Sequence[Period], *, by_now: bool = False
) -> bool | None:
    """Whether the targets were met, where the metrics that are told agree on it.

    `by_now`: by the day of what is told, though their time may not have been up.
    """
    metrics = {row.metric for row in leads}
    return agreed(
        _met_of([row for row in leads if row.metric == metric], asked, by_now) for metric in metrics
    )


def _met_of(leads: Sequence[MetricFact], asked: Sequence[Period], by_now: bool) -> bool | None:
    """Whether a target was met: by the share of it that was reached, what is missing, or both.

    What is short of it before its time is up may still get there: that is neither yes nor no.
    """
    by_aspect = {row.aspect: row for row in leads}
    if len(by_aspect) != len(leads):
        return None
    level, target = by_aspect.get("level"), by_aspect.get("target")
    reached = level if level and target else by_aspect.get("target_pct") or by_aspect.get("gap")
    if reached is None:
        return None
    least = target.value if target and reached is level else WHOLE_PLAN
    met = reaches(reached, least)
    if met is None and target and target.quote == reached.quote:
        # "About 83 per cent, above the target of 82.8" leaves open by its figures alone.
        told = outcome_of(target, (reached, target))
        met = told.succeeded if told else None
    if target and met is not None and _is_of_a_past_plan(reached, target):
        return None
    if met is False and not by_now and is_before_its_time(reached, target, asked):
        return None
    return met


def _is_of_a_past_plan(reached: MetricFact, target: MetricFact) -> bool:
    """Whether the year that a target was set for was over before a figure was reached, or may have
    been: a figure without a date."""
    if reached.period is None or target.period is None:
        return target.period is not None
    return (
        parse_notation(target.period).last_day.year < parse_notation(reached.period).last_day.year
    )


def is_before_its_time(
    reached: MetricFact, target: MetricFact | None, asked: Sequence[Period]
) -> bool:
    """Whether a figure is of an earlier day than the one that is asked for, or that its target is
    set for: the end of its year, where that is not told.  A figure without a date may be."""
    if reached.period is None:
        return True
    day = parse_notation(reached.period).last_day
    due = parse_notation(target.period if target and target.period else f"{day.year}").last_day
    return day < max((period.last_day for period in asked), default=due)
