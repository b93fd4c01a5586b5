"""Patients: they are counted where they are treated, not where they are insured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of, words_of
from indexing.extraction.topic.topics import OF_CARE
from indexing.reading.metric.metrics import Term
from indexing.records import SHARES, Quantity

_PATIENTS = re.compile(rf"\b{any_of('people.treated')}$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    rf"\bnumbers? of (?:[^\W\d]+[ -]){{0,3}}{any_of('people.treated')}\b[^;:.]*$", re.IGNORECASE
)
_PATIENTS_ARE = re.compile(
    rf"\W*(?:[^;:.]*,\s+)?(?:[^\W\d]+[ -]){{0,3}}?{any_of('people.treated')}\b"
    rf"[^,;:.\d]{{0,60}}\b{any_of('people.came_to')}\s+$",
    re.IGNORECASE,
)
""" "Patients with cards numbered"."""
_IN_OR_OUT = re.compile(
    rf"[\s-]+(?:out|in)[\s-]?patients?\b(?!\s+{any_of('people.wards')}\b)", re.IGNORECASE
)
""" "35,000 inpatient stays", "377,600 outpatient and 35,000 inpatient treatments"."""
_WERE = re.compile(
    rf"\s+(?:{any_of('people.covered')}\s+[^,;:.()\d]{{1,50}}?\s+)?"
    r"(?:(?:who|that|were|was|are|is|have|has|had|been|being|also)\s+)*"
)
"""Between people and that they were treated."""
_HAD_COSTS = re.compile(r"\s+(?:(?:who|have|has|had)\s+)+(?:their|the)\s+")
"""Between people and the costs of their treatment: "who had their medical costs paid"."""
_CARE_TO = re.compile(
    r"[^,;:.()\d]{0,40}?\b(?:of|to|for)\s+(?:(?:the|some|these|all|its)\s+)*$", re.IGNORECASE
)
"""Between treatment and those who had it."""
_TREATED = re.compile(
    rf"\b(?:{any_of('people.carers')}|{any_of('payments.carers')})\b[^;:.\d]{{0,60}}?"
    rf"\b{any_of('people.treat')}\s+$",
    re.IGNORECASE,
)
""" "Doctors saw", "hospitals in the city received"."""
_FREE = re.compile(r"\bfree(?:\s+of\s+charge)?\b", re.IGNORECASE)
"""Treatment that is a gift: no insurance pays for it."""
_NO_CARE = frozenset({"collection", "cards", "premium_rate", "late_payment", "population"})
"""Measures that tell of something else than treatment, between it and people."""
_THOSE_REACH = 25
_WHERE = re.compile(
    r"(?:\s+(?:paid|made|of|by|insured|patients))*\s+(?:at|to|in|of)\s+(?:[^\W\d]+(?:['’]s?)?[\s-]+){0,5}"
)
"""Between visits and where they were made: "visits to the province's hospitals"."""
_THOSE = re.compile(
    r"\b(?:those|that|the ones)\s+(?:at|to|in|of)\s+(?:[^\W\d]+(?:['’]s?)?[\s-]+){0,3}$"
)
_AT = re.compile(
    r"\b(?:at|in|of)\s+(?:(?:the|some|about|over|nearly|all|more than|any of)\s+)*$", re.IGNORECASE
)
_USING = re.compile(
    rf"\b{any_of('exclusions.using')}\s+(?:their|a|an|the)\s+(?:health\s+|medical\s+)?"
    r"(?:insurance|card|cards|cover)\b[^,;:.]*$",
    re.IGNORECASE,
)
_PATIENT = re.compile(
    rf"\b(?:patient|{any_of('people.treated')})\b[^,;:.\d]*\b{any_of('people.cared')}\b",
    re.IGNORECASE,
)
_OF_CARE = re.compile(r"\s+(?:of\s+(?:care|treatment|medical care)|where\s+(?:the\s+)?insured)\b")
""" "236 places of care"."""
_VISITED_BY = re.compile(
    rf"\s+by\s+(?:[^\W\d]+\s+){{0,2}}?(?:{any_of('people.treated')}|insured|card\s?holders|members"
    r"|people\s+with\s+a\s+(?:health\s+insurance\s+)?card)\b",
    re.IGNORECASE,
)
"""Behind so many times: "were visited 1.31 million times by people with a card"."""
_USED = re.compile(r"\s+(?:was|were|is|are|has been|have been|had been)\s+(?:[^\W\d]+ly\s+)?$")
_USED_TIMES = re.compile(rf"\b{any_of('people.shown')}\s+$", re.IGNORECASE)
""" "Health insurance was used 387,500 times", "cards were shown 387,500 times"."""
_HOLDERS_CAME = re.compile(
    rf"\b(?:(?:people|persons|patients|those|residents)\s+{any_of('people.covered')}\s+"
    r"(?:an?\s+|the\s+|their\s+)?(?:(?:health|medical)\s+)?(?:insurance\s+)?(?:cards?|insurance)"
    r"|card\s?holders|the\s+insured|insured\s+(?:people|persons|patients)|members)\s+"
    rf"(?:[^\W\d]+ly\s+)?{any_of('people.came')}\s+$",
    re.IGNORECASE,
)
""" "People with cards came 1,082,000 times"."""
_USING_REACH = 60
_MANY = 100
"""From here on so many times is a count, and no multiple."""
_MADE = OF_CARE | {"benefits_paid"}
"""What is made, or spent, where people are treated."""
_INSURED = frozenset({"hi", "cards", "participants", "coverage"})
"""Terms that tell of health insurance, where those who are treated are spoken of."""


def counts_patients(page: Page, segment: Segment) -> bool:
    """ "treated 61,000 insured patients", "the number of patients was 61,000"."""
    quantity = segment.quantity
    if quantity.unit == "people":
        named = _PATIENTS.search(page.text, quantity.start, quantity.end) is not None
        return named or _were_treated(page, segment)
    if not quantity.is_bare:
        return False
    if _IN_OR_OUT.match(page.text, quantity.end):
        return True
    number = _NUMBER_OF.search(page.text, *segment.before) is not None
    return number or _PATIENTS_ARE.match(page.text, *segment.before) is not None


def _were_treated(page: Page, segment: Segment) -> bool:
    """ "89,600 people were examined", "the treatment of 89,600 people", "89,600 people had their
    medical costs paid": they are counted as patients, whatever else they are."""
    quantity = segment.quantity
    if _is_free(page, segment):
        return False
    for term in within(page.terms, *segment.behind):
        between = page.text[quantity.end : term.start]
        if term.id == "visits" and _WERE.fullmatch(between):
            return True
        if term.id == "treatment_costs" and _HAD_COSTS.fullmatch(between):
            return True
    if _TREATED.search(page.text, *segment.before):
        return True
    terms = [t for t in within(page.terms, *segment.before) if t.kind == "measure"]
    care = next((term for term in reversed(terms) if term.id in OF_CARE), None)
    if care is not None and _CARE_TO.fullmatch(page.text, care.end, quantity.start):
        return not any(term.id in _NO_CARE and term.start > care.start for term in terms)
    return False


def _is_free(page: Page, segment: Segment) -> bool:
    return any(
        _FREE.search(page.text, span.start, span.end) for span in (segment.before, segment.behind)
    )


def is_given_free(page: Page, segment: Segment) -> bool:
    """ "300 poor people received free check-ups": a gift, where no insurance is named."""
    return _is_free(page, segment) and not are_insured(page, segment)


def are_insured(page: Page, segment: Segment) -> bool:
    """Whether the sentence names health insurance, its cards or members: it pays for them."""
    sentence = page.sentence_at(segment.quantity.start)
    return any(term.id in _INSURED for term in within(page.terms, sentence.start, sentence.end))


def care_counted(page: Page, segment: Segment) -> str | None:
    """What care a figure counts by a word that is used of anything: where the insured "may see a
    doctor at 236 places", how often they "came to hospitals 743,000 times"; None where it is none.
    """
    quantity = segment.quantity
    noun = (quantity.unit_text or "").casefold()
    if noun not in _any_turns() | _any_places():
        return None
    leads = page.terms_in(segment.lead)
    care = any(term.id in OF_CARE for term in leads)
    if noun in _any_turns():
        gone = any(term.id in ("visits", "facilities") for term in leads)
        if _VISITED_BY.match(page.text, quantity.end):
            return "visits" if quantity.value > _MANY else None
        near = (segment.before, segment.behind)
        gone = gone or any(_PATIENT.search(page.text, s.start, s.end) for s in near)
        gone = gone or _card_was_used(page, segment)
        return "visits" if gone and quantity.value > _MANY else None
    if _OF_CARE.match(page.text, quantity.end):
        return "facilities"
    low = max(0, quantity.start - _THOSE_REACH)
    using = _USING.search(page.text, max(0, quantity.start - _USING_REACH), quantity.start)
    at = _AT.search(page.text, low, quantity.start) is not None
    return "facilities" if at and (care or using) else None


def _card_was_used(page: Page, segment: Segment) -> bool:
    """Whether so many times is how often health insurance or its cards were used, or those who hold
    them came."""
    lead = segment.before
    if _HOLDERS_CAME.search(page.text, *lead):
        return True
    used = _USED_TIMES.search(page.text, *lead)
    subjects = within(page.terms, lead.start, used.start()) if used else ()
    for subject in subjects[-1:]:
        insured = subject.id in ("hi", "cards")
        return insured and bool(_USED.match(page.text, subject.end, used.start() if used else 0))
    return False


@cache
def _any_turns() -> frozenset[str]:
    return frozenset(words_of("units.times"))


@cache
def _any_places() -> frozenset[str]:
    return frozenset(words_of("units.places"))


def is_where_treated(page: Page, quantity: Quantity, terms: Sequence[Term], term: Term) -> bool:
    """Whether hospitals are only where something was counted: "visits at commune stations"."""
    if term.id != "facilities" or quantity.unit == "facilities":
        return False
    made = (other for other in terms if other.id in _MADE and other.end <= term.start)
    if any(_WHERE.fullmatch(page.text, other.end, term.start) for other in made):
        return True
    low = max(0, term.start - _THOSE_REACH)
    return quantity.unit in SHARES and _THOSE.search(page.text[low : term.start]) is not None
