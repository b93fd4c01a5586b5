"""What a figure counts: its scheme and its measure, from its own words or taken over from before.

Scheme, measure and unit must agree; a figure for which they do not stays `other`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.bases import (
    SCHEMES_OF,
    counts_population,
    is_mere_base,
    is_whole_of,
    opens_base,
)
from indexing.extraction.metric.dealing import dealt_topics, rows_of
from indexing.extraction.metric.dependence import any_lead
from indexing.extraction.metric.doers import (
    MOST_DOERS,
    are_employers,
    is_doer,
    is_done,
    is_same_left_out,
)
from indexing.extraction.metric.ellipsis import MOST_OF_LABOUR, Context, complete
from indexing.extraction.metric.exclusions import is_refused, is_too_small
from indexing.extraction.metric.payments import are_jobless, are_paid, for_visits, to_whom
from indexing.extraction.metric.preceding import is_told, is_where, told_before
from indexing.extraction.metric.references import pointed_at
from indexing.extraction.metric.theme import Bound
from indexing.extraction.metric.topics import (
    NOTHING,
    WHOLE_SCHEME,
    Topic,
    metric_of,
    own_topic,
)
from indexing.extraction.metric.units import unit_of
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.reading.metric.metrics import metric_for
from indexing.records import Quantity, Span, Unit

_BY_HEAD = frozenset({"visits", "accounts"})
"""Measures told by heads as well: "treatment was given to 110 million people"."""
_OF_THE = re.compile(r"\s*(?:of|out of|trên|trong)\s+(?:the|all|tổng số)?\s*", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\s+(?:of|out of)\s+(?:the|all|its|their|[\w’'-]+['’]s?)(?:\s+(?!and\b)[^\W\d]+){0,3}\s+",
    re.IGNORECASE,
)
"""Between a part and the count that it is a part of: "63 of the market's 1,900 stallholders"."""
_REACHING = re.compile(r"\breach(?:ed|es|ing)?\s*$", re.IGNORECASE)
_OF_MEMBERS = frozenset({"coverage", "participants"})
_CORRECTED = re.compile(r"[^,;.\d]{0,12},?\s*\b(?:but|mà là)\s", re.IGNORECASE)
"""Behind a figure that is denied: the right one follows ("was not 93 but 95 per cent")."""
_OWED = frozenset({"late_payment", "late_payment_rate"})
_BACKGROUND = frozenset({"population", "labour_force"})
"""Metrics that are told beside others: what follows goes on with those."""


def bind_all(
    page: Page,
    sentence: Span,
    segments: Sequence[Segment],
    judged: Sequence[Judged],
    known: Context,
) -> tuple[Bound, ...]:
    """The metric of each segment of a sentence."""
    if not segments:
        return ()
    rows = {row.start: row for row in rows_of(page, segments)}
    told_in_row = [told.bound.topic for told in known.theme.row]
    shared: dict[int, Topic] = {}
    bound: list[Bound] = []
    doers: list[Segment] = []
    for index, segment in enumerate(segments):
        if index in rows:
            past_topics = [told.topic for told in bound]
            theme = known.theme
            dealt = dealt_topics(
                page, sentence, segments, rows[index], past_topics, theme.levels, theme.rates
            )
            shared |= dict(zip(rows[index], dealt, strict=False))
        host = segment.host
        if segment.tie in ("twin", "range", "planned") and host is not None:
            unit = segment.quantity.unit if segment.tie == "twin" else bound[host].unit
            bound.append(bound[host]._replace(unit=unit))
            continue
        if host is not None:
            before: Topic | None = bound[host].topic
        else:
            row = [i for i in range(index) if is_told(page, segments[i])]
            past = [bound[i] for i in row], [judged[i] for i in (*row, index)]
            where = bool(row) and is_where(page, segments[row[-1]])
            before = told_before(page, segment, *past, len(row), where)
        own = own_topic(page, _over_base(page, segments, index), known.theme.topic.scheme)
        own = pointed_at(page, sentence, segment, told_in_row).over(own)
        if index and own.scheme is None and is_whole_of(page, segment):
            own = Topic(WHOLE_SCHEME.get(bound[-1].topic.scheme or ""), own.measure)
        own = for_visits(page, segments, index) or own
        own = to_whom(page, segments, index, own)
        if index and own.scheme is None and are_employers(own, bound[-1]):
            own = NOTHING
        if before == NOTHING and _names_hospital_alone(page, segment):
            own = NOTHING  # "Hospital A is VND14 billion over, hospital B VND6 billion"
        paid = index and (bound[-1].topic.measure or "") not in _OWED
        if paid and own.measure is None and are_paid(page, segments[index - 1], segment):
            jobless = "ui" if are_jobless(page, segment) else None
            own = Topic(own.scheme or jobless, "beneficiaries")
        following = segments[index + 1].quantity if index + 1 < len(segments) else None
        some = following is not None and _is_some_of(page, segment.quantity, following)
        members = own.scheme or (host is not None and bound[host].topic.measure in _OF_MEMBERS)
        joined = own.scheme and own.measure == "participants"  # "63 of the 1,900 traders joined"
        counted = joined or (members and following and _counts_people(following))
        if following is not None and some and not counted:
            bound.append(Bound(OTHER, NOTHING, following.unit))
            continue
        if is_mere_base(page, segment) and own.measure != "population":
            bound.append(Bound(OTHER, before or NOTHING, segment.quantity.unit))
            continue
        if is_doer(page, segment):
            doers.append(segment)
            bound.append(Bound(OTHER, NOTHING, "other"))
            continue
        if doers and is_done(page, doers[-1], segment):
            unit = segment.quantity.unit
            bare = unit == "other" and segment.quantity.unit_text is None
            bound.append(Bound(OTHER, NOTHING, "people" if bare else unit))
            continue
        if index and is_same_left_out(page, segments[index - 1], bound[-1], segment):
            bound.append(Bound(OTHER, NOTHING, segment.quantity.unit))
            continue
        if index in shared:
            told = shared[index]
            own = Topic(told.scheme or own.scheme, told.measure or own.measure or "participants")
        binding = _bind(page, segment, judged[index], own, before, known)
        bound.append(_with_unit(segment, binding, bound))
    return tuple(bound)


def _names_hospital_alone(page: Page, segment: Segment) -> bool:
    """Whether a sum stands beside a hospital and nothing else that tells what it is."""
    terms = [t.id for span in segment.spans for t in within(page.terms, span.start, span.end)]
    money = segment.quantity.unit in ("VND", "USD")
    return money and bool(terms) and set(terms) == {"facilities"}


def _over_base(page: Page, segments: Sequence[Segment], index: int) -> Segment:
    """ "93.9% of its 2.14 million people in health insurance": the words behind the base too."""
    segment = segments[index]
    if index + 1 == len(segments) or not opens_base(page, segment):
        return segment
    base = segments[index + 1]
    between = page.text[segment.quantity.end : base.quantity.start]
    part = _OF_ALL.fullmatch(between) is not None and segment.quantity.unit != "percent"
    share = segment.quantity.unit == "percent" and counts_population(page, base)
    return replace(segment, tail=(*segment.tail, *base.tail)) if share or part else segment


def _is_some_of(page: Page, one: Quantity, other: Quantity) -> bool:
    """ "Ten of the 11 districts": a bare number that counts the same as the next."""
    bare = one.unit == "other" and one.unit_text is None
    return bare and _OF_THE.fullmatch(page.text, one.end, other.start) is not None


def _counts_people(quantity: Quantity) -> bool:
    bare = quantity.unit == "other" and quantity.unit_text is None
    return quantity.unit == "people" or (bare and quantity.value > MOST_DOERS)


def _with_unit(segment: Segment, binding: Bound, past: Sequence[Bound]) -> Bound:
    """ "11 groups, of which 2 are provincial": a bare number has the unit of the one before."""
    quantity = segment.quantity
    if binding.metric != OTHER or quantity.unit_text is not None or quantity.unit != "other":
        return binding
    if past and past[-1].metric == OTHER and past[-1].unit not in ("percent", "VND", "USD"):
        return binding._replace(unit=past[-1].unit)
    return binding


def _bind(
    page: Page,
    segment: Segment,
    judged: Judged,
    own: Topic,
    before: Topic | None,
    known: Context,
) -> Bound:
    if own == (None, "visits") and known.theme.topic.measure == "inspections":
        own = Topic(None, "inspections")  # visits of inspectors
    unit = unit_of(page, segment, judged, own, before, known)
    if judged.surplus:
        unit = "percentage_points" if unit == "percent" else unit
        return Bound(OTHER, (before or known.theme.topic) if own == NOTHING else own, unit)
    if judged.rest:
        return Bound(OTHER, (before or known.theme.topic) if own == NOTHING else own, unit)
    if own == NOTHING and unit not in ("VND", "USD") and any_lead(page, segment, "rest"):
        return Bound(OTHER, NOTHING, unit)
    owed = (before or NOTHING).measure == "late_payment" and own.scheme is None
    if judged.aspect == "target_pct" and owed and own.measure in (None, "collection"):
        own = NOTHING  # "a debt of VND81 billion, equal to 3.2 per cent of the revenue plan"
    if owed and own.measure == "benefits_paid" and unit in ("VND", "USD"):
        return Bound(OTHER, NOTHING, unit)  # "of the VND12 billion owed 8 were paid"
    topic = complete(page, segment, judged, own, before, known, unit)
    metric = _metric_of(topic, unit, judged)
    if unit == "people" and judged.aspect == "level" and own.measure in _BY_HEAD:
        metric = metric_for(own.scheme, own.measure)
        unit = "accounts" if own.measure == "accounts" else unit
    kept = topic if _CORRECTED.match(page.text, segment.quantity.end) else NOTHING
    if metric is not None and judged.aspect == "level" and is_too_small(segment, metric):
        return Bound(OTHER, kept, segment.quantity.unit)
    if metric is None or is_refused(page, segment, judged, unit, metric):
        return Bound(OTHER, kept, unit)
    if metric in _BACKGROUND:
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
    labour = topic.scheme in SCHEMES_OF["labour"] and topic.measure in (None, *_OF_MEMBERS)
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
