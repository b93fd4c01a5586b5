"""What one figure counts: scheme and measure, by its own words or taken over from before.

Scheme, measure and unit must agree; a figure for which they do not stays `other`.
"""

from __future__ import annotations

import re

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.dependence import any_lead
from indexing.extraction.metric.ellipsis import MOST_OF_LABOUR, Context, complete
from indexing.extraction.metric.exclusions import is_refused, is_too_small
from indexing.extraction.metric.units import unit_of
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.topic.bases import SCHEMES_OF
from indexing.extraction.topic.theme import Bound
from indexing.extraction.topic.topics import NOTHING, OF_MEMBERS, Topic, metric_of
from indexing.reading.metric.metrics import metric_for
from indexing.records import CURRENCIES, Unit

_BY_HEAD = frozenset({"visits", "accounts"})
"""Measures told by heads as well: "treatment was given to 110 million people"."""
_REACHING = re.compile(r"\breach(?:ed|es|ing)?\s*$", re.IGNORECASE)
_CORRECTED = re.compile(r"[^,;.\d]{0,12},?\s*\b(?:but|mà là)\s", re.IGNORECASE)
"""Behind a figure that is denied: the right one follows ("was not 93 but 95 per cent")."""
BACKGROUND = frozenset({"population", "labour_force"})
"""Metrics that are told beside others: what follows goes on with those."""


def bind(
    page: Page,
    segment: Segment,
    judged: Judged,
    own: Topic,
    before: Topic | None,
    known: Context,
) -> Bound:
    """The metric of one figure, what it is about, and its unit.

    `own`: what its words name; `before`: what its host is about, or what the figures before it
    leave to it; `known`: what is known before the sentence.
    """
    if own == (None, "visits") and known.theme.topic.measure == "inspections":
        own = Topic(None, "inspections")  # visits of inspectors
    unit = unit_of(page, segment, judged, own, before, known)
    if judged.surplus or judged.rest:
        unit = "percentage_points" if judged.surplus and unit == "percent" else unit
        return Bound(OTHER, (before or known.theme.topic) if own == NOTHING else own, unit)
    if own == NOTHING and unit not in CURRENCIES and any_lead(page, segment, "rest"):
        return Bound(OTHER, NOTHING, unit)
    owed = (before or NOTHING).measure == "late_payment" and own.scheme is None
    if judged.aspect == "target_pct" and owed and own.measure in (None, "collection"):
        own = NOTHING  # "a debt of VND81 billion, equal to 3.2 per cent of the revenue plan"
    if owed and own.measure == "benefits_paid" and unit in CURRENCIES:
        return Bound(OTHER, NOTHING, unit)  # "of the VND12 billion owed 8 were paid"
    topic = complete(page, segment, judged, own, before, known, unit)
    return _completed(page, segment, judged, own, before, topic, unit)


def _completed(
    page: Page,
    segment: Segment,
    judged: Judged,
    own: Topic,
    before: Topic | None,
    topic: Topic,
    unit: Unit,
) -> Bound:
    """The metric of a figure whose `topic` is as complete as the text makes it."""
    metric = _metric_of(topic, unit, judged)
    if unit == "people" and judged.aspect == "level" and own.measure in _BY_HEAD:
        metric = metric_for(own.scheme, own.measure)
        unit = "accounts" if own.measure == "accounts" else unit
    kept = topic if _CORRECTED.match(page.text, segment.quantity.end) else NOTHING
    if metric is not None and judged.aspect == "level" and is_too_small(segment, metric):
        return Bound(OTHER, kept, segment.quantity.unit)
    if metric is None or is_refused(page, segment, judged, unit, metric):
        return Bound(OTHER, kept, unit)
    if metric in BACKGROUND:
        return Bound(metric, before or NOTHING, unit)
    if judged.aspect == "gap" and unit == "percent" and catalogue().metric(metric).is_rate:
        unit = "percentage_points"
    if judged.aspect == "change_pct" and catalogue().metric(metric).unit == "percent":
        unit = "percentage_points"  # a rate that is "up 7 per cent" has risen by points
    if _is_attained(page, segment, judged, unit, topic, before):
        counted = metric_for(topic.scheme, "participants")
        return Bound(counted or metric, Topic(topic.scheme, "participants"), unit)
    relative = judged.aspect in ("target_pct", "change_pct")
    measure = topic.measure if relative and topic.measure else catalogue().metric(metric).measure
    schemes = catalogue().metric(metric).schemes
    implied = schemes[0] if schemes and schemes[0] != "all" else None
    return Bound(metric, Topic(topic.scheme or implied, measure), unit)


def _is_attained(
    page: Page,
    segment: Segment,
    judged: Judged,
    unit: Unit,
    topic: Topic,
    before: Topic | None,
) -> bool:
    """ "389,214 participants, reaching 96.4%": of the plan, as no place insures so many.

    Nothing may tell that it is a share of the workers.
    """
    high = unit == "percent" and segment.quantity.value > MOST_OF_LABOUR
    labour = topic.scheme in SCHEMES_OF["labour"] and topic.measure in (None, *OF_MEMBERS)
    if not (judged.aspect == "level" and high and labour):
        return False
    reached = any(_REACHING.search(page.text, s.start, s.end) for s in segment.lead[-1:])
    told = page.cues.any_in("of_labour", segment.spans)
    named = any(
        term.id == "coverage" for s in segment.spans for term in within(page.terms, s.start, s.end)
    )
    rate = named or any_lead(page, segment, "rate")
    counted = segment.tie == "bracket" or (before or NOTHING).measure == "participants"
    return (reached or counted) and not told and not rate


def _metric_of(topic: Topic, unit: Unit, judged: Judged) -> str | None:
    found = metric_of(topic, unit, judged.aspect in ("target_pct", "change_pct"))
    owed = found is not None and catalogue().metric(found).measure == "late_payment"
    # a debt has no plan: its share of what was to be collected is its rate
    return "late_payment_rate" if owed and judged.aspect == "target_pct" else found
