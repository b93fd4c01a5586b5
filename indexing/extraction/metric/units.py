"""The unit of a bare number: that of what it counts, where its words or its host settle it."""

from __future__ import annotations

import re
from functools import cache

from indexing.extraction.metric.continued.dependence import depends
from indexing.extraction.metric.continued.listed import are_handed
from indexing.extraction.metric.continued.omitted import omitted
from indexing.extraction.metric.continued.taking_up import takes_up
from indexing.extraction.metric.nouns import COUNTED, unit_by_noun, unit_of_things
from indexing.extraction.metric.unbound import Unbound
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import words_of
from indexing.extraction.topic.topics import NOTHING, OF_CARE, Topic, unit_of_measure
from indexing.reading.metric.metrics import metric_for
from indexing.records import CURRENCIES, UNCOUNTED, Quantity, Unit

_BENEFITS = frozenset({"beneficiaries", "si_allowances", "unemployment_allowance"})
"""Measures of those who are paid, who are counted by their claims too."""
_MANY = 100
_TURNS_OF = re.compile(r"\bturns of\b", re.IGNORECASE)
_MONEY_ONLY = 10**9
"""Nothing but money is counted in billions."""


def unit_of(figure: Unbound) -> Unit:
    """The figure's unit; a bare number takes that of what it counts, where that is settled."""
    quantity = figure.segment.quantity
    if (told := _by_word(figure)) is not None:
        return told
    if not quantity.is_bare:
        return quantity.unit
    if (told_of := omitted(figure)) is not None:
        return unit_of_measure(told_of.measure) or quantity.unit
    if figure.before is not None and figure.page.of_them(quantity.end):
        told = unit_of_measure(figure.before.measure)
        if told in COUNTED:
            return told  # "236 places of care, 204 of them commune stations"
    noun = None if quantity.value >= _MONEY_ONLY else unit_by_noun(figure.page, figure.segment)
    if noun == "other" and figure.own.measure:
        noun = None  # "the number of approved VssID accounts": its words tell
    known = noun or _as_money(figure) or _as_counted(figure)
    return known or unit_of_things(figure.page, quantity) or quantity.unit


def _by_word(figure: Unbound) -> Unit | None:
    """What the printed unit means beside what is told; None where it means what it says."""
    quantity, own, judged = figure.segment.quantity, figure.own, figure.judged
    if own.measure == "visits" and _TURNS_OF.search(figure.page.text, quantity.start, quantity.end):
        return "visits"  # "1.2 million turns of patients"
    measure = own.over(figure.before or NOTHING).measure
    if quantity.unit_text in _turns() and quantity.value > _MANY and measure in OF_CARE:
        return "visits"  # "saw a doctor 186,000 times"
    if own.measure == "cards" and quantity.unit == "people":
        return "cards" if are_handed(figure.page, figure.segment) else None
    if own.measure == "facilities" and quantity.unit_text in words_of("units.places"):
        return "facilities"  # "may see a doctor at 236 places"
    if own.measure in _BENEFITS and (quantity.unit_text or "").endswith(_claims()):
        return "people"  # "947,000 one-time claims were settled": those who were paid
    moved = judged.aspect != "level" or judged.surplus or _is_rate(figure.before)
    return "percentage_points" if quantity.unit_text == "points" and moved else None


def _as_money(figure: Unbound) -> Unit | None:
    """The unit of a bare number that is a part of a sum, or too large for anything else."""
    own, context = figure.own, figure.context
    part = figure.before is not None and figure.page.cues.any_in("part", figure.segment.lead)
    sums = unit_of_measure(context.measure) == "VND"
    if part and sums and unit_of_measure(own.measure) in (None, "VND"):
        return "VND"  # "of which 1.2 trillion is owed by ..."
    if figure.segment.quantity.value < _MONEY_ONLY:
        return None
    past = within(
        figure.page.quantities, figure.known.sentence.start, figure.segment.quantity.start
    )
    if sums_told := [one.unit for one in past if one.unit in CURRENCIES]:
        return sums_told[-1]  # "VND4.7 billion was claimed, and 3.2 billion came"
    told = own.over(context)  # "social insurance 82.5 billion" among debts
    owner = None if told.measure == "late_payment" else told.scheme
    priced = told.measure is not None and metric_for(owner, told.measure, "VND") is not None
    return "VND" if priced else "other"


def _as_counted(figure: Unbound) -> Unit | None:
    """The unit of a bare number by what it counts; None where nothing tells that."""
    told = figure.own.over(figure.context)
    if told == NOTHING or not (figure.own != NOTHING or _goes_on(figure)):
        return None
    found = unit_of_measure(told.measure)
    quantity = figure.segment.quantity
    if found == "percent" and (_is_share(quantity) or _is_taken_up(figure.page, figure.segment)):
        return "percent"  # "in January we were at 87.9"
    if found == "visits":
        return _as_patients_were(figure.page, quantity)
    return found if found not in (None, "percent", "VND") else "people"


def _as_patients_were(page: Page, quantity: Quantity) -> Unit:
    """Patients or their visits, as they were counted last: "850,000 patients, 50,000 more"."""
    past = within(page.quantities, page.sentence_at(quantity.start).start, quantity.start)
    told = [one.unit for one in past if one.unit not in UNCOUNTED and not one.is_bare]
    return "people" if told[-1:] == ["people"] else "visits"


def _goes_on(figure: Unbound) -> bool:
    """Whether a figure without words of its own is told of what was spoken of before."""
    announced = figure.known.theme.announced
    first = figure.before is None
    return not first or depends(figure.page, figure.segment, figure.judged, first, announced)


def _is_taken_up(page: Page, segment: Segment) -> bool:
    """ "two years ago the figure was 88": the number is the rate told before, whole or not."""
    return segment.quantity.value <= _MANY and takes_up(page, segment)


def _is_share(quantity: Quantity) -> bool:
    """Whether a bare number reads as a percentage: a fraction, and no more than the whole."""
    return quantity.value <= _MANY and quantity.value != quantity.value.to_integral_value()


@cache
def _turns() -> frozenset[str]:
    """What a visit is counted in."""
    return frozenset(words_of("units.turns"))


@cache
def _claims() -> tuple[str, ...]:
    """What those who are paid are counted by."""
    return tuple(words_of("units.claims"))


def _is_rate(topic: Topic | None) -> bool:
    return topic is not None and unit_of_measure(topic.measure) == "percent"
