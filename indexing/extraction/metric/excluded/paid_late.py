"""Sums that pay a debt after all: no premiums of the year, and no debt any more."""

from __future__ import annotations

import re

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.cues import Cue
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of

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
_PAYING_BACK = re.compile(
    rf"\b{any_of('sums.paying_back')}"
    r"(?:\s+(?:the|a|another|a further|some|of|up to|sum|amount))*\s*$",
    re.IGNORECASE,
)
_FLOWED_IN = re.compile(rf"\s+(?:has\s+|have\s+|had\s+)?{any_of('sums.flowed')}\s+(?:in|back)\b")
"""Behind a sum of debts: it was paid after all."""
_OWED_ONCE = re.compile(r"\b(?:of|from)\s+(?:what|the\s+[^\W\d]+\s+that)\s+(?:was|were)\s+owed\b")
_NOT_REACH = 40
"""Characters before a verb that belong to the word it ends."""
_CALL_REACH = 30
"""Characters between a verb and the sum it governs."""


def is_repaid(page: Page, segment: Segment, of_debts: bool) -> bool:
    """ "Of what was owed in September, VND94 billion came in": no premiums of the year.

    `of_debts`: the text spoke of debts last.
    """
    terms = page.terms_in(segment.lead)
    owed = of_debts and all(term.id != "collection" for term in terms)  # "Collection ran to plan"
    owed = owed or _OWED_ONCE.search(page.text, *segment.before) is not None
    return owed and _FLOWED_IN.match(page.text, segment.quantity.end) is not None


def is_settled(page: Page, segment: Segment) -> bool:
    """Whether a sum of debts was paid after all."""
    if _FLOWED_IN.match(page.text, segment.quantity.end):
        return True
    back = (c for s in segment.tail for c in page.cues.within("recovered", s.start, s.end))
    return any(not is_of_debt(page, cue) for cue in back) or _came_in(page, segment)


def came_after(page: Page, segment: Segment) -> bool:
    """ "After their visits VND18 billion came in": what was owed, not the premiums of the year."""
    return _AFTER_PRESSURE.search(page.text, *segment.before) is not None


def is_paid_back(page: Page, segment: Segment) -> bool:
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
