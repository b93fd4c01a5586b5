"""Sums of money that are no flow of a fund: refused, waived, handed on, or what something costs."""

from __future__ import annotations

import re
from itertools import pairwise

from indexing.catalogue import Metric
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.excluded.declined import is_declined
from indexing.extraction.metric.excluded.one_persons import is_of_each, is_of_one_of, pays_alone
from indexing.extraction.metric.excluded.paid_late import came_after, is_paid_back, is_settled
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of

_BENEFIT_REACH = 45
"""Characters behind "spending on" in which benefits are named."""
_DUES = any_of("sums.dues")
_CUT = any_of("sums.cut")
_WAIVED = re.compile(
    rf"\b{_DUES}\b(?!\s+{any_of('sums.collected')})[^,;.]{{0,60}}?\b{_CUT}\b"
    rf"|\b{_CUT}\s+(?:of|in|from|their|the)\s[^,;.]{{0,40}}?\b{_DUES}\b",
    re.IGNORECASE,
)
_CUT_BY = re.compile(rf"\b{_CUT}\s*$", re.IGNORECASE)
_OF_DUES = re.compile(rf"\s+(?:of|in|from)\s+(?:[^\W\d]+\s+)?{_DUES}\b", re.IGNORECASE)
"""Dues that were remitted: nobody collected less than was due."""
_LEAST_CHANGE = 10**7
"""Dong: by less than this no flow of a place changes, but what one person gets."""
_OF_WHOM = re.compile(
    r"['’]s?\s+(?:[^\W\d]+\s+)?|\s+(?:of|at)\s+(?:[^\W\d]+\s+){0,3}", re.IGNORECASE
)
_OWN_INCOME = re.compile(r"\s+(?:of|in)\s+(?:its|their)\s+(?:own\s+)?(?:income|revenue|takings)\b")
_BOUGHT = re.compile(
    r"\b(?:on|for|to buy|buying)\s+(?:(?!with\b|who\b|whose\b|holding\b|having\b)[^\W\d]+\s+){0,3}"
    rf"{any_of('sums.bought')}\b",
    re.IGNORECASE,
)
"""What is bought with a sum; "for patients with a card" buys none."""
_TO_SCHOOLS = re.compile(
    rf"[^,;:.\d]{{0,40}}\bto\s+(?:the\s+|all\s+|[\d.,]+\s+)?(?:[^\W\d]+\s+)?{any_of('sums.schools')}\b",
    re.IGNORECASE,
)
_THEIR = re.compile(r"\W*(?:and\s+)?(?:their|its)\b", re.IGNORECASE)
_FUND_OWES = re.compile(
    rf"\b{any_of('sums.owing_funds')}\s+(?:still\s+)?ow(?:es?|ed|ing)\b", re.IGNORECASE
)
""" "Hospitals say that the fund owes them VND97 billion"."""
_EXCEEDS = re.compile(rf"\b{any_of('sums.exceeds')}\s+(?:[^\W\d]+\s+){{1,4}}by\s+$", re.IGNORECASE)
_COSTS = re.compile(r"\bcost(?:s|ing)?\s+(?:(?:the|its|their|an?)\s+(?:[^\W\d]+['’]?s?\s+){1,4})?$")
_RAISE_COSTS = re.compile(
    rf"\b(?:the|this|that|a|an|each)\s+(?:[^\W\d]+\s+)?{any_of('sums.raises')}\b"
    rf"(?:\s+(?:in|of|to|for)\s+[^,;:.\d]{{1,50}}?)?\s+(?:[^\W\d]+\s+){{0,2}}?"
    rf"{any_of('sums.costing')}\s+(?:(?!{any_of('sums.costing')}\b)[^\W\d]+\s+){{0,5}}$",
    re.IGNORECASE,
)
""" "The increase will cost": what is paid on top, not all that is paid."""
_OVER = re.compile(r"\s+over\s*(?=$|[,.;:)])")
FLOWS = frozenset({"collection", "benefits_paid", "treatment_costs"})
_IS_COMPOUND = re.compile(r"-|\s+earners?\b", re.IGNORECASE)
"""Behind a word for money that is no flow: another word, "wage earners"."""


def is_no_sum(page: Page, segment: Segment, judged: Judged, found: Metric) -> bool:
    """Whether the words forbid to take a sum of money for one of the metric `found`."""
    if found.measure == "collection" and (_is_waived(page, segment) or _is_cost(page, segment)):
        return True
    if judged.aspect in ("level", "target") and _is_no_flow(page, segment, found):
        return True
    if found.measure in FLOWS and _RAISE_COSTS.search(page.text, *segment.before):
        return True
    if judged.aspect == "change" and 0 < segment.quantity.value < _LEAST_CHANGE:
        return segment.quantity.unit == "VND"  # "her pension grew by VND720,000"
    if found.measure == "late_payment":
        beside = (segment.before, segment.behind)
        if any(_FUND_OWES.search(page.text, s.start, s.end) for s in beside):
            return True
        return is_settled(page, segment)
    if found.measure == "collection" and _is_hospitals(page, segment):
        return True
    if found.measure == "collection" and came_after(page, segment):
        return True
    return found.measure in FLOWS and (is_paid_back(page, segment) or pays_alone(page, segment))


def _is_cost(page: Page, segment: Segment) -> bool:
    """ "It will cost the local budget VND168 billion": what something costs is not taken in."""
    return _COSTS.search(page.text, *segment.before) is not None


def _is_hospitals(page: Page, segment: Segment) -> bool:
    """ "The takings of the district hospital", "the hospital's revenue": no premiums."""
    lead = segment.before
    terms = within(page.terms, *lead)
    for one, other in pairwise(terms):
        ids, between = {one.id, other.id}, page.text[one.end : other.start]
        if ids == {"collection", "facilities"} and _OF_WHOM.fullmatch(between):
            return True
    named = terms[:1] and terms[0].id == "facilities"
    return bool(named) and _OWN_INCOME.match(page.text, segment.quantity.end) is not None


def _is_waived(page: Page, segment: Segment) -> bool:
    low, high = segment.extent
    cut = _CUT_BY.search(page.text, *segment.before) is not None
    dues = _OF_DUES.match(page.text, *segment.behind) is not None
    return (cut and dues) or _WAIVED.search(page.text, low, high) is not None


def _is_no_flow(page: Page, segment: Segment, found: Metric) -> bool:
    """Money refused, fined or put by, and what one person pays or gets."""
    quantity = segment.quantity
    if quantity.unit == "VND" and quantity.value < found.minimum:
        return True
    if is_declined(page, quantity):
        return True
    if is_of_each(page, segment) or (found.measure in FLOWS and is_of_one_of(page, segment)):
        return True
    if found.measure == "benefits_paid" and (_buys(page, segment) or _is_handed_on(page, segment)):
        return True
    low, high = segment.extent
    if _EXCEEDS.search(page.text, *segment.before):
        return True  # "spending exceeded them by VND1.4 trillion"
    if _OVER.match(page.text, quantity.end):
        return True  # "the hospital is VND14 billion over"
    barred = page.cues.within("no_flow", _opened(page, segment, low), high)
    barred = [cue for cue in barred if not _IS_COMPOUND.match(page.text, cue.end)]
    return any(not _names_benefits(page, cue.end) for cue in barred)


def _opened(page: Page, segment: Segment, low: int) -> int:
    """Where the words begin that a sum goes on with: "22 fines were issued; their total of ...",
    "had to pay back money: hospital A VND2 billion, hospital B VND1 billion"."""
    sentence = page.sentence_at(segment.quantity.start)
    before = page.text[sentence.start : segment.quantity.start]
    return sentence.start if ":" in before or _THEIR.match(page.text, low) else low


def _buys(page: Page, segment: Segment) -> bool:
    """ "spent VND276 billion on cards for the poor"."""
    return _BOUGHT.search(page.text, *segment.behind) is not None


def _is_handed_on(page: Page, segment: Segment) -> bool:
    """ "VND6.8 billion was transferred to 368 schools": to no member."""
    end = segment.quantity.end
    return _TO_SCHOOLS.match(page.text, end) is not None


def _names_benefits(page: Page, start: int) -> bool:
    """ "spending on social security benefits" is what the benefits cost."""
    after = page.cues.within("benefit", start, start + _BENEFIT_REACH)
    return bool(after) and not page.text[start : after[0].start].strip()
