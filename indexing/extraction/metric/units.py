"""The unit of a bare number: that of what it counts, where its words or its host settle it."""

from __future__ import annotations

import re

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.dependence import any_lead, depends, takes_up
from indexing.extraction.metric.ellipsis import OF_CARE, Context
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.topic.topics import NOTHING, Topic, unit_of_measure
from indexing.extraction.wording import any_of
from indexing.reading.metric.metrics import metric_for
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import Quantity, Unit

_OF_PEOPLE = re.compile(rf"\s+of\s+(?:{any_of('people.counted')}|beneficiaries)\b", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"\b(?:number|numbers|total) of ((?:[^\W\d]+[ -]){0,3}[^\W\d]+)", re.IGNORECASE
)
_OF_NOUN = re.compile(
    r"\s+of\s+(?:the|its|their|all|our)\s+(?!former|latter|first|second)"
    r"((?:[^\W\d]+[ -]){0,2}[^\W\d]+)",
    re.IGNORECASE,
)
_HOLD = re.compile(
    rf"\s+{any_of('people.have')}\s+(?:a|an|their|one|such a)\s+(?:[^\W\d]+\s+){{0,3}}"
    rf"{any_of('people.papers')}\b",
    re.IGNORECASE,
)
"""Behind a bare number: they are people who have one, not what they have."""
_TURNS = frozenset({"times", "trips", "sessions", "cases", "occasions", "appointments"})
_CLAIMS = ("claims", "turns", "withdrawals", "cases", "payouts", "lượt")
_BENEFITS = frozenset({"beneficiaries", "si_allowances", "unemployment_allowance"})
"""Measures of those who are paid, who are counted by their claims too."""
_MANY = 100
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|whom)\b", re.IGNORECASE)
"""Behind a figure; "of which" may take up inspections as well as people, so it tells no unit."""
_OUT_OF_THEM = re.compile(r"\bof\s+(?:them|these|those),?\s+$", re.IGNORECASE)
_COUNTED = frozenset({"people", "enterprises", "cards", "facilities", "visits", "documents"})
"""Units of those who can be told of as "them" and be one by one something else."""
_OPENING = re.compile(
    r"\W*(?:[^;:]*[;:]\s+)?(?:more than half of|most of|half of|of|out of|among)\s+"
    r"(?:the\s+|its\s+|all\s+|these\s+)*(?P<head>\w[^;:]*?),\s+(?:namely\s+|only\s+|just\s+)?",
    re.IGNORECASE,
)
"""Before a figure: what it is a part of."""
_MORE = re.compile(r"\b(?:another|a further|the remaining|the other)\s+$", re.IGNORECASE)
_UNCOUNTED = frozenset({"percent", "percentage_points", "VND", "USD"})
_LED = 15
"""Characters before a figure that "out of these" or "the remaining" takes up."""
_RECENT = 700
"""Characters before a figure in which "them" were counted: a few sentences."""
_WHO = re.compile(
    r"\b(?:number|numbers|total) of (?:(?:[^\W\d]+[ -]){1,3}who\b|those\b"
    rf"|(?:the )?{any_of('people.described')}(?=\W*$|\s+{any_of('sentences.number_did')}\b))",
    re.IGNORECASE,
)
"""Before a bare number: it counts people."""
_MONEY_ONLY = 10**9
"""Nothing but money is counted in billions."""


def unit_of(
    page: Page,
    segment: Segment,
    judged: Judged,
    own: Topic,
    before: Topic | None,
    known: Context,
) -> Unit:
    """A bare number takes the unit of what it counts, where that is settled."""
    quantity = segment.quantity
    if quantity.unit == "visits" and _OF_PEOPLE.match(page.text, quantity.end):
        owner = own.scheme or (before or known.theme.topic).scheme
        return quantity.unit if owner in (None, "hi", "all") else "people"
    measure = own.over(before or NOTHING).measure
    if quantity.unit_text in _TURNS and quantity.value > _MANY and measure in OF_CARE:
        return "visits"  # "saw a doctor 186,000 times"
    if own.measure in _BENEFITS and (quantity.unit_text or "").endswith(_CLAIMS):
        return "people"  # "947,000 one-time claims were settled": those who were paid
    if quantity.unit_text == "points" and (
        judged.aspect != "level" or judged.surplus or _is_rate(before)
    ):
        return "percentage_points"
    if quantity.unit != "other" or quantity.unit_text is not None:
        return quantity.unit
    if _HOLD.match(page.text, quantity.end):
        return "people"
    counted = _counted_before(page, segment) or _of_them(page, quantity)
    if counted is not None:
        return counted
    context = before if before is not None else known.theme.topic
    part = before is not None and any_lead(page, segment, "part")
    sums = unit_of_measure(context.measure) == "VND"
    if part and sums and unit_of_measure(own.measure) in (None, "VND"):
        return "VND"  # "of which 1.2 trillion is owed by ..."
    if quantity.value >= _MONEY_ONLY:  # "social insurance 82.5 billion" among debts
        owner = own.scheme or context.scheme
        measure = own.measure or context.measure
        owner = None if measure == "late_payment" else owner
        priced = measure is not None and metric_for(owner, measure, "VND") is not None
        return "VND" if priced else quantity.unit
    named = own.scheme is not None or own.measure is not None
    if not named and context == NOTHING:
        return quantity.unit
    announced = known.theme.announced
    goes_on = before is not None or depends(page, segment, judged, True, announced)
    if not (named or goes_on):
        return quantity.unit
    measure = own.measure or context.measure
    found = unit_of_measure(measure)
    if measure is None and own.scheme is None and context.scheme is None:
        return quantity.unit
    if found == "percent" and (_is_share(quantity) or _is_taken_up(page, segment)):
        return "percent"  # "in January we were at 87.9"
    return found if found not in (None, "percent", "VND") else "people"


def _is_taken_up(page: Page, segment: Segment) -> bool:
    """ "two years ago the figure was 88": the number is the rate told before, whole or not."""
    return segment.quantity.value <= _MANY and takes_up(page, segment)


def _is_share(quantity: Quantity) -> bool:
    """Whether a bare number reads as a percentage: a fraction, and no more than the whole."""
    return quantity.value <= _MANY and quantity.value != quantity.value.to_integral_value()


def _counted_before(page: Page, segment: Segment) -> Unit | None:
    """The unit of the noun told with a bare number: "the number of enterprises was 560",
    "1,307 of the returnees".
    """
    quantity = segment.quantity
    for lead in segment.lead[-1:]:
        numbers = list(_NUMBER_OF.finditer(page.text, lead.start, lead.end))
        if _WHO.search(page.text, lead.start, lead.end):
            return "people"
        found = find_quantities(f"2 {numbers[-1][1]}") if numbers else []
        if found and found[0].start == 0 and found[0].unit != "percent":
            return found[0].unit
    opened = _opened_by(page, quantity)
    if opened is not None:
        return opened
    behind = _OF_NOUN.match(page.text, quantity.end)
    if behind is not None:
        found = find_quantities(f"2 {behind[1]}")
        if found and found[0].start == 0 and found[0].unit in _COUNTED:
            return found[0].unit
    return None


def _opened_by(page: Page, quantity: Quantity) -> Unit | None:
    """ "Of the applicants, 16,902", "Among the 396 facilities of the province, 394": those that a
    bare number is a part of."""
    sentence = page.sentence_at(quantity.start)
    whole = _OPENING.fullmatch(page.text, sentence.start, quantity.start)
    if whole is None:
        return None
    head = whole["head"]
    found = find_quantities(head if head[0].isdigit() else f"2 {head}")
    known = bool(found) and found[0].start == 0 and found[0].unit in _COUNTED
    return found[0].unit if known else None


def _of_them(page: Page, quantity: Quantity) -> Unit | None:
    """ "201,890 of them", "of these, 171,200", "another 1,070": of those counted last."""
    low = max(0, quantity.start - _LED)
    led = _OUT_OF_THEM.search(page.text, low, quantity.start)
    more = _MORE.search(page.text, low, quantity.start)
    if not led and not more and not _OF_THEM.match(page.text, quantity.end):
        return None
    past = within(page.quantities, quantity.start - _RECENT, quantity.start)
    told = [other.unit for other in past if other.unit_text and other.unit not in _UNCOUNTED]
    if more:
        told = told[-1:]  # "another 1,070": more of what was counted last, whatever it was
    known = [unit for unit in told if unit in _COUNTED]
    return known[-1] if known else None


def _is_rate(topic: Topic | None) -> bool:
    return topic is not None and unit_of_measure(topic.measure) == "percent"
