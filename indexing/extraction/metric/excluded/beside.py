"""Figures of no metric beside those of one: a base, a part of another sum, who does something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.catalogue import BACKGROUND, OTHER
from indexing.extraction.metric.excluded.doers import MOST_DOERS, is_doer, is_done, is_same_left_out
from indexing.extraction.metric.nouns import are_told_by_who
from indexing.extraction.metric.unbound import UnboundSentence
from indexing.extraction.text.page import Page
from indexing.extraction.topic.base.mere import is_mere_base
from indexing.extraction.topic.theme import Bound
from indexing.extraction.topic.topics import NOTHING, OF_MEMBERS, Topic
from indexing.records import CURRENCIES, Quantity

_OF_THE = re.compile(
    r"\s*(?:of|out of|trên|trong)\s+(?:the|its|their|our|all|tổng số)?\s*", re.IGNORECASE
)
_WHO = re.compile(r"\s+(?:[^\W\d]+\s+)?who\b")
_OF_THOSE = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|our)\s+")
_OF_THE_SUM = re.compile(r"\W*(?:Of|Out of)\s+(?:the\s+|this\s+|that\s+|its\s+)?", re.IGNORECASE)
_FOR_WHICH = re.compile(r"[^;:.\d]*,\s+(?:for|on)\s+(?:which|whom)\s", re.IGNORECASE)
"""Between what is counted and the sum that it cost."""
_PAID = (NOTHING, Topic(None, "benefits_paid"), Topic(None, "intake"), Topic(None, "collection"))
"""What the words at a part of a sum may name that only tell that it was paid."""
_DOERS = Bound(OTHER, NOTHING, "other")
"""Who does something, and is not insured."""


def of_no_metric(
    told: UnboundSentence, index: int, bound: Sequence[Bound], own: Topic, before: Topic | None
) -> Bound | None:
    """What a figure counts that is the base of another, or counts who does something.

    None where it may be of a metric.
    """
    page, segment, quantity = told.page, told.segments[index], told.segments[index].quantity
    if (whole := _whole_of(told, index, bound, own)) is not None:
        return Bound(OTHER, NOTHING, "people" if are_told_by_who(page, whole) else whole.unit)
    if is_mere_base(page, segment) and own.measure not in BACKGROUND:
        people = are_told_by_who(page, quantity)
        return Bound(OTHER, before or NOTHING, "people" if people else quantity.unit)
    if index and _is_whole_of(told, index) and own.measure not in OF_MEMBERS:
        return Bound(OTHER, NOTHING, "people")
    if is_doer(page, segment):
        return _DOERS
    past = zip(told.segments, bound, strict=False)
    doers = [one for one, counted in past if counted == _DOERS and is_doer(page, one)]
    if doers and is_done(page, doers[-1], segment):
        return Bound(OTHER, NOTHING, "people" if quantity.is_bare else quantity.unit)
    if index and _is_of_sum(told, index) and bound[-1].metric == OTHER and own in _PAID:
        return Bound(OTHER, NOTHING, quantity.unit)
    if index and _is_cost_of(told, index) and bound[-1].metric == OTHER and own.scheme is None:
        return Bound(OTHER, NOTHING, quantity.unit)
    lacks = told.judged[index].aspect == "gap"
    if index and not lacks and is_same_left_out(page, told.segments[index - 1], bound[-1], segment):
        return Bound(OTHER, NOTHING, quantity.unit)
    return None


def _is_whole_of(told: UnboundSentence, index: int) -> bool:
    """ "800 of the 3,000 who applied got a benefit": only "who" tells what the whole is."""
    part, whole = told.segments[index - 1].quantity, told.segments[index].quantity
    of = _OF_THOSE.fullmatch(told.page.text, part.end, whole.start) is not None
    counted = whole.is_bare or whole.unit == "people"
    return of and counted and _WHO.match(told.page.text, whole.end) is not None


def _is_cost_of(told: UnboundSentence, index: int) -> bool:
    """ "It taught 512 workers a trade, for which VND1.6 billion was spent": what these cost."""
    before, cost = told.segments[index - 1].quantity, told.segments[index].quantity
    led = _FOR_WHICH.match(told.page.text, before.end, cost.start) is not None
    return led and cost.unit in CURRENCIES and before.unit not in CURRENCIES


def _is_of_sum(told: UnboundSentence, index: int) -> bool:
    """ "Of the VND15.7 billion that the fines add up to, VND5.2 billion has been paid": a part of
    the sum before it."""
    whole, part = told.segments[index - 1].quantity, told.segments[index].quantity
    opens = _OF_THE_SUM.fullmatch(told.page.text, told.span.start, whole.start) is not None
    return opens and whole.unit in CURRENCIES and part.unit in CURRENCIES


def _whole_of(
    told: UnboundSentence, index: int, bound: Sequence[Bound], own: Topic
) -> Quantity | None:
    """The count behind it that a bare number is some of: "ten of the 11 districts".

    None where it is no such number, or where those that it counts are members.
    """
    segment = told.segments[index]
    if index + 1 == len(told.segments) or told.segments[index + 1].tie == "planned":
        return None  # "6,088 of a planned 7,000"
    whole = told.segments[index + 1].quantity
    if not _is_some_of(told.page, segment.quantity, whole):
        return None
    of_members = segment.host is not None and bound[segment.host].topic.measure in OF_MEMBERS
    joined = own.scheme and own.measure == "participants"  # "63 of the 1,900 traders joined"
    counted = joined or ((own.scheme or of_members) and _counts_people(whole))
    return None if counted else whole


def _is_some_of(page: Page, one: Quantity, other: Quantity) -> bool:
    """ "Ten of the 11 districts": a bare number that counts the same as the next."""
    return one.is_bare and _OF_THE.fullmatch(page.text, one.end, other.start) is not None


def _counts_people(quantity: Quantity) -> bool:
    return quantity.unit == "people" or (quantity.is_bare and quantity.value > MOST_DOERS)
