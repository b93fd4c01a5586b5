"""Patients: they are counted where they are treated, not where they are insured."""

from __future__ import annotations

import re

from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.wording import any_of

_PATIENTS = re.compile(rf"\b{any_of('people.treated')}$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    rf"\bnumbers? of (?:[^\W\d]+[ -]){{0,3}}{any_of('people.treated')}\b[^;:.]*$", re.IGNORECASE
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
