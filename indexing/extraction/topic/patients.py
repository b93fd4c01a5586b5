"""Patients: they are counted where they are treated, not where they are insured."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.topic.topics import OF_CARE
from indexing.extraction.wording import any_of
from indexing.reading.metric.metrics import Term
from indexing.records import SHARES, Quantity

_PATIENTS = re.compile(rf"\b{any_of('people.treated')}$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    rf"\bnumbers? of (?:[^\W\d]+[ -]){{0,3}}{any_of('people.treated')}\b[^;:.]*$", re.IGNORECASE
)
_THOSE_REACH = 25
_WHERE = re.compile(
    r"(?:\s+(?:paid|made|of|by|insured|patients))*\s+(?:at|to|in|of)\s+(?:[^\W\d]+(?:['’]s?)?[\s-]+){0,3}"
)
"""Between visits and where they were made: "visits to the province's hospitals"."""
_THOSE = re.compile(
    r"\b(?:those|that|the ones)\s+(?:at|to|in|of)\s+(?:[^\W\d]+(?:['’]s?)?[\s-]+){0,3}$"
)
_INSURED = frozenset({"hi", "cards", "participants", "coverage"})
"""Terms that tell of health insurance, where those who are treated are spoken of."""


def counts_patients(page: Page, segment: Segment) -> bool:
    """ "treated 61,000 insured patients", "the number of patients was 61,000"."""
    quantity = segment.quantity
    if quantity.unit == "people" and _PATIENTS.search(page.text, quantity.start, quantity.end):
        return True
    leads = segment.lead[-1:] if quantity.is_bare else ()
    return any(_NUMBER_OF.search(page.text, lead.start, lead.end) for lead in leads)


def are_insured(page: Page, segment: Segment) -> bool:
    """Whether the sentence names health insurance, its cards or members: it pays for them."""
    sentence = page.sentence_at(segment.quantity.start)
    return any(term.id in _INSURED for term in within(page.terms, sentence.start, sentence.end))


def is_where_treated(page: Page, quantity: Quantity, terms: Sequence[Term], term: Term) -> bool:
    """Whether hospitals are only where something was counted: "visits at commune stations"."""
    if term.id != "facilities" or quantity.unit == "facilities":
        return False
    made = (other for other in terms if other.id in OF_CARE and other.end <= term.start)
    if any(_WHERE.fullmatch(page.text, other.end, term.start) for other in made):
        return True
    low = max(0, term.start - _THOSE_REACH)
    return quantity.unit in SHARES and _THOSE.search(page.text[low : term.start]) is not None
