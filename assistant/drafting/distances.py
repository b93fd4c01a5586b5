"""How far it is from what was reached to a level that the question names: in code, from the rows.

Such a level is no target: nobody set it, and no target of a plan answers for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.drafting.cautions import cautions
from assistant.drafting.composing import fact_sentence
from assistant.drafting.computing import computed_sentence
from assistant.drafting.draft import Draft, joined
from assistant.drafting.missing import missing_sentences
from assistant.drafting.workings import plain_number
from assistant.evidence.lookup import look_up
from assistant.evidence.rows.finding import Finding
from assistant.evidence.sources import Sources
from assistant.evidence.told import counts_people
from assistant.query import Query
from assistant.sentences import Computed, Sentence
from assistant.wording.phrases import Phrases
from indexing.catalogue import catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.records import MetricFact, Quantity, Unit

_IN: dict[Unit, Unit] = {"percent": "percentage_points"}
"""In what the distance of two levels is told."""
_FEW_DIGITS = 2
"""Digits of a number of people that is worked out by a share: the share itself was rounded."""


def distance_draft(query: Query, sources: Sources, phrases: Phrases) -> Draft | None:
    """The level last reached, how far that is from the one that is named, and where people are
    asked for how many that is; None where no such level is named."""
    towards = query.manner.towards
    if towards is None:
        return None
    manner = replace(query.manner, towards=None)
    level = replace(query, metrics=_metrics_of(query, towards), manner=manner)
    if stated := _stated(level, towards, sources):
        told_so = [fact_sentence(row, sources.article, phrases) for row in stated]
        return _draft(told_so, (), stated, sources, phrases)
    found = look_up(level, sources)
    told = [_told(query, towards, one, sources, phrases) for one in found if one.facts]
    if told:
        return joined(told)
    reason = missing_sentences(level, found, sources, phrases)
    return Draft("not_found", "table", reason=reason)


def _stated(level: Query, towards: Quantity, sources: Sources) -> tuple[MetricFact, ...]:
    """What a report says is missing to that very level, where it is a target that was set; in
    people where these are asked for."""
    aims = look_up(replace(level, aspects=("target",)), sources)
    if not any(row.value == towards.value for aim in aims for row in aim.facts):
        return ()
    people = (_of_members(metric) for metric in level.metrics)
    metrics = tuple(filter(None, people)) if counts_people(level.plain) else level.metrics
    gaps = look_up(replace(level, metrics=metrics, aspects=("gap",)), sources)
    return tuple(gap.facts[0] for gap in gaps if gap.facts)


def _of_members(metric: str) -> str | None:
    """The metric that counts the members of whom one tells the coverage."""
    scheme = next(iter(catalogue().metric(metric).schemes), None)
    return metric_for(scheme, "participants") if scheme else None


def _metrics_of(query: Query, towards: Quantity) -> tuple[str, ...]:
    """The metrics that the level is told in: of members a level in per cent is a coverage."""
    asked = [catalogue().metric(metric) for metric in query.metrics]
    in_unit = [metric for metric in asked if towards.unit in (metric.unit, "other")]
    if in_unit or towards.unit != "percent":
        return tuple(metric.id for metric in in_unit or asked)
    rates = (metric_for(scheme, "coverage") for metric in asked for scheme in metric.schemes[:1])
    return tuple(dict.fromkeys(filter(None, rates))) or query.metrics


def _told(
    query: Query, towards: Quantity, finding: Finding, sources: Sources, phrases: Phrases
) -> Draft:
    level, *_ = finding.facts
    rows: tuple[MetricFact, ...] = (level,)
    sentences = [fact_sentence(level, sources.article, phrases)]
    warnings: list[Sentence] = []
    if level.value >= towards.value and level.bound in ("exact", "over"):
        lead = Sentence(phrases.say("answers", "reached_already"), stop=":")
        return _draft((lead, *sentences), (), rows, sources, phrases)
    if level.bound != "exact" or level.flags:
        rough = Sentence(phrases.say("cautions", "not_rough"))
        return _draft(sentences, (rough,), rows, sources, phrases)
    way = _distance(level, towards)
    sentences.append(computed_sentence("way", way, phrases))
    if level.unit == "percent" and counts_people(query.plain):
        members = _members(level, sources)
        if members is None:
            warnings.append(Sentence(phrases.say("cautions", "no_people")))
        else:
            rows = (level, members)
            sentences.append(fact_sentence(members, sources.article, phrases))
            people = _in_people(level, members, towards)
            sentences.append(computed_sentence("way_people", people, phrases))
    return _draft(sentences, warnings, rows, sources, phrases)


def _draft(
    sentences: Sequence[Sentence],
    warnings: Sequence[Sentence],
    rows: Sequence[MetricFact],
    sources: Sources,
    phrases: Phrases,
) -> Draft:
    warned = (*warnings, *cautions(rows, sources, phrases))
    return Draft("answered", "table", tuple(sentences), warnings=warned)


def _distance(level: MetricFact, towards: Quantity) -> Computed:
    return Computed(
        metric=level.metric,
        aspect="gap",
        place=level.place,
        value=towards.value - level.value,
        unit=_IN.get(level.unit, level.unit),
        period=level.period,
        vs=None,
        operands=(level,),
        note=f"{plain_number(towards.value)} - {plain_number(level.value)}",
    )


def _members(level: MetricFact, sources: Sources) -> MetricFact | None:
    """The members of whom a coverage is told, exactly and of the same day; None where the reports
    do not hold them so, and where it is a share of others than all people."""
    metric = _of_members(level.metric)
    if metric is None or level.period is None:
        return None
    held = [
        row
        for row in sources.rows(metric, level.place)
        if (row.aspect, row.group, row.place) == ("level", level.group, level.place)
        and row.period == level.period
    ]
    sound = [row for row in held if row.bound == "exact" and not row.flags]
    return sound[0] if sound and len({row.value for row in held}) == 1 else None


def _in_people(level: MetricFact, members: MetricFact, towards: Quantity) -> Computed:
    """How many more members the same people would have at the level that is named."""
    exact = members.value * (towards.value - level.value) / level.value
    last = Decimal(1).scaleb(exact.adjusted() - _FEW_DIGITS + 1)
    note = (
        f"{plain_number(members.value)} × ({plain_number(towards.value)} - "
        f"{plain_number(level.value)}) / {plain_number(level.value)}"
    )
    return Computed(
        metric=members.metric,
        aspect="gap",
        place=members.place,
        value=(exact / last).quantize(Decimal(1), ROUND_HALF_UP) * last,
        unit="people",
        period=level.period,
        vs=None,
        operands=(level, members),
        note=note,
        bound="about",
    )
