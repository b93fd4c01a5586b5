"""What one figure counts: scheme and measure, by its own words or taken over from before.

Scheme, measure and unit must agree; a figure for which they do not stays `other`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from indexing.catalogue import BACKGROUND, OTHER, Metric, catalogue
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.continued.ellipsis import complete
from indexing.extraction.metric.excluded.exclusions import is_out_of_range, is_refused, is_too_few
from indexing.extraction.metric.excluded.paid_late import is_repaid
from indexing.extraction.metric.owners import MOST_OF_LABOUR
from indexing.extraction.metric.unbound import Unbound
from indexing.extraction.metric.units import unit_of
from indexing.extraction.text.page import within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.base.shares import SCHEMES_OF
from indexing.extraction.topic.theme import APPLICANTS, Bound
from indexing.extraction.topic.topics import (
    NOTHING,
    OF_BENEFITS,
    OF_MEMBERS,
    OWED,
    Topic,
    metric_of,
    whole_of,
)
from indexing.reading.metric.metrics import metric_for
from indexing.records import CURRENCIES, RELATIVE, Unit

_BY_HEAD = frozenset({"visits", "accounts"})
"""Measures told by heads as well: "treatment was given to 110 million people"."""
_CORRECTED = re.compile(r"[^,;.\d]{0,12},?\s*\b(?:but|mà là)\s", re.IGNORECASE)
"""Behind a figure that is denied: the right one follows ("was not 93 but 95 per cent")."""
_POINTS_OR = re.compile(r"\bpoints?,?\s+(?:or|that is|i\.e\.)\s+(?:by\s+|of\s+)?$")
_OR_REACH = 30
_GET_IT = re.compile(rf"[^,;:.\d]{{0,40}}\b{any_of('people.get')}\s+(?:it|this)\b", re.IGNORECASE)
"""Behind those who get what was told of before, whatever it is said not to be."""
_SIFTED = re.compile(r"\W*(?:After|Once|When|Without)\b[^.;]*,\s+(?:[^\W\d]+\s+)?$")
_REMAINED = re.compile(
    r"(?:\s+[^\W\d]+)?\s+(?:remained|remain|were left|are left)(?=\s*[.,;:)]|\s+(?:whom|that|to)\b)"
)


_CALLS = (Topic(None, "visits"), Topic(None, "calls"))
_CALLED: frozenset[Unit] = frozenset({"visits", *CURRENCIES})
"""Units of visits, and of what they brought in."""
_OF_CARE = frozenset({"hi", "facilities", "treatment_costs"})
_OF_FIRMS = OWED | {"inspections"}
_DEFINITE = re.compile(r"\b(?:the|these|those|their|its|such)\s+$", re.IGNORECASE)
_REACH = 10
"""Characters before a word in which its article stands."""


def bind(figure: Unbound) -> Bound:
    """The metric of one figure, what it is about, and its unit."""
    if figure.own in _CALLS and _are_of_inspectors(figure):
        figure = replace(figure, own=Topic(None, "inspections"))
    unit = unit_of(figure)
    if (other := _of_no_metric(figure, unit)) is not None:
        return other
    if _is_owed(figure) and figure.judged.aspect == "target_pct" and _may_be_debt(figure.own):
        figure = replace(figure, own=NOTHING)  # "a debt of VND81 billion, 3.2% of the revenue plan"
    return _completed(figure, complete(figure, unit), unit)


def _are_of_inspectors(figure: Unbound) -> bool:
    """Whether visits are those of inspectors to firms: the text or the sentence speaks of these, or
    it takes up visits after it has told of debts."""
    page, last = figure.page, figure.known.theme.topic.measure
    if last == "inspections":
        return not _are_of_patients(figure)
    if figure.segment.quantity.unit not in _CALLED:
        return False
    terms = within(page.terms, *figure.known.sentence)
    visits = [t for t in terms if page.text[t.start : t.end].casefold() in ("visit", "visits")]
    named = {term.id for term in terms}
    taken_up = (t for t in visits if _DEFINITE.search(page.text, t.start - _REACH, t.start))
    to_firms = last in OWED and any(taken_up)
    return bool(visits) and "facilities" not in named and (to_firms or bool(named & _OF_FIRMS))


def _are_of_patients(figure: Unbound) -> bool:
    """Whether a sentence that follows inspections tells of care: by its money, its hospitals, or by
    more visits than inspectors could make."""
    told = {term.id for term in within(figure.page.terms, *figure.known.sentence)}
    most = catalogue().metric("inspections").maximum
    many = figure.segment.quantity.unit == "visits" and figure.segment.quantity.value > most
    return many or (figure.before or NOTHING).scheme == "hi" or bool(told & _OF_CARE)


def _of_no_metric(figure: Unbound, unit: Unit) -> Bound | None:
    """What a figure counts that lies beyond a plan, or is what is left of something.

    None where it may be of a metric.
    """
    own, judged = figure.own, figure.judged
    if judged.surplus or judged.rest:
        unit = "percentage_points" if judged.surplus and unit == "percent" else unit
        return Bound(OTHER, figure.context if own == NOTHING else own, unit)
    money = unit in CURRENCIES
    if not money and figure.before is None and _is_sifted(figure):
        return Bound(OTHER, NOTHING, unit)
    if own == NOTHING and not money and figure.page.cues.any_in("rest", figure.segment.lead):
        return Bound(OTHER, NOTHING, unit)
    if money and is_repaid(figure.page, figure.segment, figure.context.measure in OWED):
        return Bound(OTHER, NOTHING, unit)
    if unit == "percent" and judged.aspect == "level" and _is_share_of_debt(figure):
        return Bound(OTHER, NOTHING, unit)
    if money and own.measure == "benefits_paid" and _pays_debt(figure):
        return Bound(OTHER, NOTHING, unit)  # "of the VND12 billion owed 8 were paid"
    return None


def _is_sifted(figure: Unbound) -> bool:
    """ "After those insured elsewhere had been taken out, 12,718 remained": of those counted
    before, whoever was taken out."""
    text, quantity = figure.page.text, figure.segment.quantity
    sifted = _SIFTED.match(text, figure.known.sentence.start, quantity.start) is not None
    return sifted and _REMAINED.match(text, quantity.end) is not None


def _settles(figure: Unbound) -> bool:
    """ "61 settled their debts, paying VND19 billion": no benefit."""
    page, start = figure.page, figure.segment.quantity.start
    past = within(page.quantities, page.sentence_at(start).start, start)[-1:]
    leads = page.terms_in(figure.segment.lead)
    between = [term for one in past for term in within(page.terms, one.end, start)]
    late = any(term.id == "late_payment" for term in (*leads, *between))
    return figure.own.scheme is None and late


def _is_owed(figure: Unbound) -> bool:
    """Whether a figure goes on with a debt and no scheme is named at it."""
    return (figure.before or NOTHING).measure == "late_payment" and figure.own.scheme is None


def _pays_debt(figure: Unbound) -> bool:
    """Whether a sum paid is a part of a debt, or settles one."""
    return _is_owed(figure) or _is_part_of_debt(figure) or _settles(figure)


def _is_part_of_debt(figure: Unbound) -> bool:
    """ "Employers owe VND12 billion.  Of that sum, VND8 billion has been paid"."""
    owed = figure.before is None and figure.context.measure == "late_payment"
    part = figure.page.cues.any_in("part", figure.segment.lead)
    return owed and part and figure.own.scheme is None


def _is_share_of_debt(figure: Unbound) -> bool:
    """ "Arrears were VND12 trillion, of which firms owe 66 per cent": of the debt, no rate."""
    owed = (figure.before or NOTHING).measure == "late_payment"
    return owed and figure.page.cues.any("part", *figure.segment.before)


def _may_be_debt(own: Topic) -> bool:
    return own.measure in (None, "collection")


def _completed(figure: Unbound, topic: Topic, unit: Unit) -> Bound:
    """The metric of a figure whose `topic` is as complete as the text makes it."""
    page, segment, judged = figure.page, figure.segment, figure.judged
    metric, unit = _metric_told(figure, topic, unit)
    if metric and _is_relief(figure, metric):
        return Bound(OTHER, NOTHING, unit)
    kept = topic if _CORRECTED.match(page.text, segment.quantity.end) else NOTHING
    attained = _is_attained(figure, topic, unit)
    level = judged.aspect == "level" and not attained
    if metric and _is_unlike(figure, metric, level=level):
        return Bound(OTHER, kept, segment.quantity.unit)
    if metric and level and _is_beyond_labour(figure, topic, unit):
        return Bound(OTHER, kept, unit)
    if metric is None or is_refused(page, segment, judged, unit, metric):
        return Bound(OTHER, topic if topic.measure == APPLICANTS else kept, unit)
    if metric in BACKGROUND and page.cues.any(
        "doers", segment.quantity.start, segment.quantity.end
    ):
        return Bound(OTHER, kept, unit)  # "1,730 collection agents, women who live in the village"
    if metric in BACKGROUND:
        return Bound(metric, figure.before or NOTHING, unit)
    found = catalogue().metric(metric)
    if _moves_rate(judged, unit, found) and not _told_in_points(figure):
        unit = "percentage_points"
    if attained:
        counted = metric_for(topic.scheme, "participants")
        return Bound(counted or metric, Topic(topic.scheme, "participants"), unit)
    measure = topic.measure if figure.relative and topic.measure else found.measure
    implied = found.schemes[0] if found.schemes and found.schemes[0] != "all" else None
    return Bound(metric, Topic(topic.scheme or implied, measure), unit)


def _metric_told(figure: Unbound, topic: Topic, unit: Unit) -> tuple[str | None, Unit]:
    """The metric of a topic, and the unit in which the figure counts it."""
    own, judged = figure.own, figure.judged
    if unit == "people" and judged.aspect == "level" and own.measure in _BY_HEAD:
        counts = "accounts" if own.measure == "accounts" else unit
        return metric_for(own.scheme, own.measure), counts
    metric = _metric_of(topic, unit, judged)
    if metric is None and own.scheme is None and unit in CURRENCIES:
        whole = Topic(whole_of(topic.scheme), topic.measure)
        metric = _metric_of(whole, unit, judged) if whole.scheme else None  # "the scheme's income"
    return metric, unit


def _is_unlike(figure: Unbound, metric: str, *, level: bool) -> bool:
    """Whether a number cannot be one of the metric, or is too small to be an aim of what was told
    before: "Coverage is 93%; the plan asks for 95"."""
    if level:
        return is_out_of_range(figure.segment, metric, named=figure.own != NOTHING)
    is_aim = figure.own == NOTHING and figure.judged.aspect == "target"
    return is_aim and is_too_few(figure.segment, metric)


def _is_relief(figure: Unbound, metric: str) -> bool:
    """Whether a figure goes on with help that is no benefit of a scheme."""
    told_of = catalogue().metric(metric).measure in OF_BENEFITS
    it = _GET_IT.match(figure.page.text, *figure.segment.behind) is not None
    goes_on = (figure.own.scheme is None or it) and figure.known.theme.relief and told_of
    return goes_on and not figure.page.cues.any("benefit", *figure.segment.extent)


def _moves_rate(judged: Judged, unit: Unit, metric: Metric) -> bool:
    """Whether a percentage is points of a rate: what one lacks, or by how much it has risen."""
    lacks = judged.aspect == "gap" and unit == "percent" and metric.is_rate
    return lacks or (judged.aspect == "change_pct" and metric.unit == "percent")


def _told_in_points(figure: Unbound) -> bool:
    """ "By 4 percentage points, or by 10 per cent": the second is a percentage of the rate."""
    start = figure.segment.quantity.start
    return _POINTS_OR.search(figure.page.text[max(0, start - _OR_REACH) : start]) is not None


def _is_beyond_labour(figure: Unbound, topic: Topic, unit: Unit) -> bool:
    """ "Social insurance is at 97.9 per cent": of a plan, as no place insures so many workers; a
    report that names the rate or the labour force may be wrong."""
    coverage = topic.scheme in SCHEMES_OF["labour"] and topic.measure in (None, "coverage")
    high = unit == "percent" and figure.segment.quantity.value > MOST_OF_LABOUR
    named = figure.own.measure == "coverage"
    based = figure.page.cues.any_in("of_labour", figure.segment.spans)
    return coverage and high and not (named or based)


def _is_attained(figure: Unbound, topic: Topic, unit: Unit) -> bool:
    """ "389,214 participants, reaching 96.4%": of the plan, as no place insures so many.

    Nothing may tell that it is a share of the workers.
    """
    page, segment = figure.page, figure.segment
    high = unit == "percent" and segment.quantity.value > MOST_OF_LABOUR
    labour = topic.scheme in SCHEMES_OF["labour"] and topic.measure in (None, *OF_MEMBERS)
    if not (figure.judged.aspect == "level" and high and labour):
        return False
    told = page.cues.any_in("of_labour", segment.spans)
    named = any(term.id == "coverage" for term in page.terms_in(segment.spans))
    rate = named or page.cues.any_in("rate", segment.lead)
    counted = segment.tie == "bracket" or (figure.before or NOTHING).measure == "participants"
    return counted and not told and not rate


def _metric_of(topic: Topic, unit: Unit, judged: Judged) -> str | None:
    found = metric_of(topic, unit, judged.aspect in RELATIVE)
    owed = found is not None and catalogue().metric(found).measure == "late_payment"
    # a debt has no plan: its share of what was to be collected is its rate
    return "late_payment_rate" if owed and judged.aspect == "target_pct" else found
