"""Sums of money that are no flow of a fund: refused, waived, paid back, or what one person gets."""

from __future__ import annotations

import re
from itertools import pairwise

from indexing.catalogue import Metric
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.excluded.declined import is_declined
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.cues import Cue
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
_EACH = re.compile(rf"\s+{any_of('sums.each')}\b(?! year| month)", re.IGNORECASE)
_AVERAGE = re.compile(
    rf"\b(?:{any_of('sums.average')}|{any_of('sums.averaged')}\s+"
    rf"(?:[^\W\d]+\s+){{1,5}}{any_of('sums.comes_to')})\s*$",
    re.IGNORECASE,
)
_AVERAGE_REACH = 70
_MOST_EACH = 10**9
"""Dong: less than this, told as an average, is what one person gets."""
_ONE_PERSON = rf"(?:an?|one|another|the)\s+(?:[^\W\d][\w-]*\s+){{0,2}}{any_of('places.one_person')}"
_ONE_OF = r"(?:one|another)\s+of\s+(?:these|those|them|the\s+[^\W\d]+)"
_ONE = re.compile(
    rf"\W*(?:(?:for|on|to|in the case of)\s+)?{_ONE_PERSON}\b(?!['’]s?\s)"
    rf"|\W*(?:for|on|to)\s+{_ONE_OF}\b",
    re.IGNORECASE,
)
"""The subject of a sum that one person gets or costs: "a ninth-grader had VND412 million paid",
"for one of them the fund paid"."""
_OPENS_ONE_OF = re.compile(rf"\W*{_ONE_OF}\b", re.IGNORECASE)
_FOR_ONE = re.compile(
    r"\s+(?:(?:was|has been|had been|were)\s+)?(?:paid|spent|covered)?\s*(?:for|to|on)\s+"
    rf"(?:{any_of('sums.him')}|{_ONE_PERSON}|{_ONE_OF})\b",
    re.IGNORECASE,
)
_LEAST_CHANGE = 10**7
"""Dong: by less than this no flow of a place changes, but what one person gets."""
_PAID_BACK = re.compile(
    r"(?:\s+(?:of (?:this|it|them|that)|was|were|has|have|had|been|already))*\s+"
    rf"{any_of('sums.paid_back')}\b",
    re.IGNORECASE,
)
_UNDER_PRESSURE = re.compile(
    rf"[^,;:.\d]{{0,30}}\b{any_of('money.pay')}\s+(?:only\s+|soon\s+)?(?:after|following|upon)\s+"
    rf"(?:[^\W\d]+\s+){{0,3}}{any_of('sums.pressure')}\b",
    re.IGNORECASE,
)
_AFTER_PRESSURE = re.compile(
    rf"\b(?:after|following|upon|through|thanks to|because of)\s+(?:[^\W\d]+['’]?s?\s+){{0,3}}"
    rf"{any_of('sums.pressure')}\b[^;:.\d]*$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"['’]s?\s+(?:[^\W\d]+\s+)?|\s+(?:of|at)\s+(?:[^\W\d]+\s+){0,3}", re.IGNORECASE
)
_OWN_INCOME = re.compile(r"\s+(?:of|in)\s+(?:its|their)\s+(?:own\s+)?(?:income|revenue|takings)\b")
_ONE_PAID = re.compile(
    rf"\b(?:the|this|that|one|an?)\s+(?:[^\W\d]+\s+){{0,2}}{any_of('money.one_payer')}\s+"
    rf"(?:(?!was|were|been)[^\W\d]+\s+){{0,4}}{any_of('money.pay')}\s*(?:only|just)?\s*$",
    re.IGNORECASE,
)
_PAYING_BACK = re.compile(
    rf"\b{any_of('sums.paying_back')}"
    r"(?:\s+(?:the|a|another|a further|some|of|up to|sum|amount))*\s*$",
    re.IGNORECASE,
)
_FLOWED_IN = re.compile(
    r"\s+(?:has\s+|have\s+|had\s+)?(?:flowed|came|come|poured|trickled|was paid|were paid)"
    r"\s+(?:in|back)\b"
)
"""Behind a sum of debts: it was paid after all."""
_OWED_ONCE = re.compile(r"\b(?:of|from)\s+(?:what|the\s+[^\W\d]+\s+that)\s+(?:was|were)\s+owed\b")
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
_NOT_REACH = 40
"""Characters before a verb that belong to the word it ends."""
_CALL_REACH = 30
"""Characters between a verb and the sum it governs."""


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
        if _FLOWED_IN.match(page.text, segment.quantity.end):
            return True
        back = (c for s in segment.tail for c in page.cues.within("recovered", s.start, s.end))
        return any(not is_of_debt(page, cue) for cue in back) or _came_in(page, segment)
    if found.measure == "collection" and _is_hospitals(page, segment):
        return True
    if found.measure == "collection" and _came_after(page, segment):
        return True
    return found.measure in FLOWS and (_is_recovered(page, segment) or _pays_alone(page, segment))


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


def _pays_alone(page: Page, segment: Segment) -> bool:
    """ "The firm has since transferred VND5 billion": one payer's money is no province's."""
    return _ONE_PAID.search(page.text, *segment.before) is not None


def is_repaid(page: Page, segment: Segment, of_debts: bool) -> bool:
    """ "Of what was owed in September, VND94 billion came in": no premiums of the year.

    `of_debts`: the text spoke of debts last.
    """
    terms = page.terms_in(segment.lead)
    owed = of_debts and all(term.id != "collection" for term in terms)  # "Collection ran to plan"
    owed = owed or _OWED_ONCE.search(page.text, *segment.before) is not None
    return owed and _FLOWED_IN.match(page.text, segment.quantity.end) is not None


def _came_after(page: Page, segment: Segment) -> bool:
    """ "After their visits VND18 billion came in": what was owed, not the premiums of the year."""
    return _AFTER_PRESSURE.search(page.text, *segment.before) is not None


def _is_recovered(page: Page, segment: Segment) -> bool:
    """ "VND402 billion was paid back", "paid after reminders": no premiums of the year, and no
    benefits."""
    end = segment.quantity.end
    if _PAID_BACK.match(page.text, end) or _UNDER_PRESSURE.match(page.text, end):
        return True
    return _PAYING_BACK.search(page.text, *segment.before) is not None


def _came_in(page: Page, segment: Segment) -> bool:
    """ "It recovered a further VND5 billion in overdue premiums": no debt any more."""
    lead = segment.before
    verbs = page.cues.within("called_in", *lead)
    told = bool(verbs) and not is_of_debt(page, verbs[-1])
    if told and not within(page.terms, verbs[-1].end, lead.end):
        between = page.text[verbs[-1].end : lead.end]
        return len(between) <= _CALL_REACH and not set(",;:.") & set(between)
    return False


def is_of_debt(page: Page, cue: Cue) -> bool:
    """ "not handed over" is a word for a debt, and tells of nothing that came in."""
    near = within(page.terms, cue.start - _NOT_REACH, cue.end)
    return any(term.id == "late_payment" and term.end >= cue.end for term in near)


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
    if _each(page, segment) or (found.measure in FLOWS and _is_of_one_of(page, segment)):
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


def _each(page: Page, segment: Segment) -> bool:
    """ "an average of VND20 million each", "VND34 million on average": what one person gets."""
    low = max(0, segment.quantity.start - _AVERAGE_REACH)
    if segment.quantity.value < _MOST_EACH and page.cues.any_in("average", segment.lead):
        return True  # "on average they went home with VND43 million"
    return (
        _is_of_one(page, segment)
        or _EACH.match(page.text, segment.quantity.end) is not None
        or _AVERAGE.search(page.text, low, segment.quantity.start) is not None
    )


def _is_of_one(page: Page, segment: Segment) -> bool:
    """ "One patient had VND1.3 billion paid for him": no sum of all."""
    if _ONE.match(page.text, *segment.before):
        return True
    return _FOR_ONE.match(page.text, *segment.behind) is not None


def _is_of_one_of(page: Page, segment: Segment) -> bool:
    """ "One of them, the sugar mill, has paid VND13 billion": no sum of all."""
    return _OPENS_ONE_OF.match(page.text, *segment.before) is not None


def _names_benefits(page: Page, start: int) -> bool:
    """ "spending on social security benefits" is what the benefits cost."""
    after = page.cues.within("benefit", start, start + _BENEFIT_REACH)
    return bool(after) and not page.text[start : after[0].start].strip()
