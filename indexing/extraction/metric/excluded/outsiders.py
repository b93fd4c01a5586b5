"""People who are no members though words for members are told of them: who left, or was treated."""

from __future__ import annotations

import re

from indexing.catalogue import Metric
from indexing.extraction.metric.continued.own_content import reason_at
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.patients import counts_patients, is_given_free
from indexing.reading.metric.metrics import Term
from indexing.records import Quantity, Span

_OBLIGED = re.compile(
    rf"(?:\s+[^\W\d]+){{0,5}}?\s+(?:who|that)\s+(?:{any_of('exclusions.have_to')}"
    rf"|(?:are|were) {any_of('exclusions.are_to')} to)\b",
    re.IGNORECASE,
)
_USING = re.compile(
    r"(?:\s+of\s+(?:them|these|those))?\s+(?:who\s+|that\s+)?"
    rf"(?:(?:have|has|had|also|already|now|even|since)\s+)*{any_of('exclusions.using')}\b",
    re.IGNORECASE,
)
_DATA_OF = re.compile(
    rf"\b{any_of('exclusions.data')}\s+(?:of|on|for|about)\s+(?:[^\W\d]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_SENT_TO = re.compile(
    rf"\b{any_of('exclusions.sent')}\s+(?:to|for)\s+(?:all\s+|the\s+)?$", re.IGNORECASE
)
_MET = re.compile(
    rf"\b{any_of('exclusions.met')}\s+(?:(?:the|some|all|another)\s+)*$", re.IGNORECASE
)
_HEARD = re.compile(
    rf"(?:\s+(?:from|in|of|at)\s+[^,;:.\d]{{1,40}}?)?(?:\s+(?:who|that|have|has|had|also|already))*"
    rf"\s+{any_of('exclusions.heard')}\b",
    re.IGNORECASE,
)
""" "3,200 people attended a talk about insurance": they heard of it."""
_EVENT_DREW = re.compile(
    rf"\b{any_of('exclusions.events')}\b[^;:.\d]*\b{any_of('exclusions.drew')}\s+$", re.IGNORECASE
)
""" "The conference on voluntary insurance drew 250 people"."""
_CAME = re.compile(
    rf"(?:\s+(?:from|in|of|at)\s+[^,;:.\d]{{1,40}}?)?(?:\s+(?:who|that|have|has|had|also|already))*"
    rf"\s+{any_of('exclusions.came')}\s+(?:(?!{any_of('exclusions.not_into')}\b)[^\W\d]+\s+){{0,4}}?"
    rf"{any_of('exclusions.events', 'exclusions.outings')}\b",
    re.IGNORECASE,
)
""" "1,200 pensioners took part in a walk": those who came."""
_INTO = re.compile(r"\s+into\b", re.IGNORECASE)
_FAMILY = re.compile(rf"\s*[^\W\d]+\s+(?:[^\W\d]+\s+)?{any_of('exclusions.family')}", re.IGNORECASE)
_SMALL = 20
""" "A skipper who supports nine men": more people than that no one person has to provide for."""
_PAY_OTHERS = re.compile(
    r"(?:\s+(?:who|that|have|has|had|will|[^\W\d]+ed))*(?:\s+(?:in|on|last)\s+[^\W\d]+)?(?:\s+to)?"
    rf"\s+{any_of('money.pay')}\s[^,;:.\d]{{0,70}}?\b(?:of|for)\s+(?:their|the|other)\s+"
    rf"(?:[^\W\d]+\s+)?{any_of('exclusions.hands')}\b",
    re.IGNORECASE,
)
""" "31 boat owners have agreed to pay part of the insurance of their crews": of others."""
_OTHERS = re.compile(rf"\b{any_of('people.inhabitants')}\b", re.IGNORECASE)
_STRUCK_OFF = re.compile(
    rf"[^,;:.\d]{{0,60}}\b(?:off|{any_of('exclusions.struck')}\s+from)\s+(?:the|its|their)\s+"
    rf"{any_of('exclusions.lists')}\b",
    re.IGNORECASE,
)
_IN_A = re.compile(r"\s+in\s+(?:an?\s+|the\s+)?(?:[^\W\d]+\s+){0,2}")
_FORMER = re.compile(r"\b(?:former|ex)[\s-]+(?:[^\W\d]+\s+)?$", re.IGNORECASE)
_FORMER_REACH = 25
_APPLIED = re.compile(
    rf"(?:\s+(?:of|in|from|at)\s+[^,;:.\d]{{1,40}}?)?\s+(?:(?:who|have|had|has)\s+)*"
    rf"(?:{any_of('exclusions.applied')}\b"
    rf"|{any_of('exclusions.asking')}(?:\s+(?:an?|the|their|[\d.,]+))?"
    rf"(?:\s+(?:[^\W\d]+\s+)?{any_of('exclusions.papers')})?\s+(?:for|to)\b"
    rf"|{any_of('exclusions.coming')}(?:\s+(?!and\b|but\b)[^\W\d]+){{0,5}}?"
    r"\s+(?:for|to\s+(?!(?:the|an?|its|their|our|social)\b)[^\W\d]+))"
    rf"(?!\s+and\s+(?:then\s+|thus\s+)?{any_of('payments.received')}\b)",
    re.IGNORECASE,
)
""" "640 members put in requests for a lump sum", "came to the counter to withdraw"."""
_APPLICATIONS = re.compile(rf"\W*(?:the\s+)?{any_of('exclusions.applications')}\b", re.IGNORECASE)
_GRANTED = re.compile(rf"\b{any_of('exclusions.granted')}\b", re.IGNORECASE)
""" "Applications for lump sums were settled for": these people got what they asked for."""
_HELPED = re.compile(
    rf"\b{any_of('exclusions.helped')}\s+(?:(?:the|some|all|another|its)\s+)*$", re.IGNORECASE
)
_WERE_HELPED = re.compile(
    r"(?:\s+(?:of|in|from|at)\s+[^,;:.\d]{1,40}?)?\s+(?:(?:who|that)\s+)?(?:was|were|is|are|ha[sd]|have)"
    rf"\s+(?:[^\W\d]+\s+)?{any_of('exclusions.helped')}\b",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(r"\s+of\s+the\s+(?:former|latter|insured|members)\b", re.IGNORECASE)
_INSURING = re.compile(rf"[^;:.]{{0,80}}\b{any_of('exclusions.insuring')}\b", re.IGNORECASE)
_OF_THE_PAID = ("beneficiaries", "pensioners")
_BENEFITS = frozenset({"si_allowances", "unemployment_allowance", "beneficiaries", "pensioners"})
_DOER_REACH = 25
_PART_REACH = 45


def are_others(page: Page, segment: Segment, found: Metric) -> bool:
    """Whether those counted left, cheated, were treated, only ask, or belong to another body."""
    if _have_left(page, segment) or _is_data(page, segment) or _are_met(page, segment):
        return True
    if page.cues.any_in("fraud", segment.spans) or _are_of_one_house(page, segment):
        return True
    if _came_to_event(page, segment):
        return True
    end = segment.quantity.end
    heard = any(rule.match(page.text, end) for rule in (_HEARD, _CAME))
    if heard and found.measure in ("participants", "pensioners"):
        return True
    if found.measure == "pensioners" and is_given_free(page, segment):
        return True  # "300 pensioners were given free check-ups"
    doers = page.cues.any("doers", segment.quantity.start, segment.quantity.end)
    if found.measure == "visits" and (doers or is_given_free(page, segment)):
        return True  # "45 nurses treated insured patients"
    if found.measure in _OF_THE_PAID and _only_apply(page, segment):
        return True
    if (
        found.measure == "participants"
        and _only_apply(page, segment)
        and _for_benefit(page, segment)
    ):
        return True
    using = _USING.match(page.text, segment.quantity.end) is not None
    if found.measure == "visits" and using:
        return True
    if found.measure == "participants" and _are_addressed(page, segment):
        return True
    if found.measure == "participants" and _PAY_OTHERS.match(page.text, segment.quantity.end):
        return True
    return found.measure == "participants" and (
        _of_another(page, segment)
        or _were_members(page, segment)
        or _are_obliged(page, segment)
        or counts_patients(page, segment)
        or _are_struck_off(page, segment)
        or _are_helped(page, segment)
        or using
    )


def _are_of_one_house(page: Page, segment: Segment) -> bool:
    """ "A mother of three children", "nine men on his boats": they are no count of a place."""
    quantity = segment.quantity
    printed = _FAMILY.fullmatch(page.text, quantity.start, quantity.end)
    return printed is not None and quantity.value < _SMALL


def _came_to_event(page: Page, segment: Segment) -> bool:
    """Whether people only came to hear of insurance; those drawn "into" it joined."""
    drew = _EVENT_DREW.search(page.text, *segment.before) is not None
    return drew and _INTO.match(page.text, segment.quantity.end) is None


def _were_members(page: Page, segment: Segment) -> bool:
    """ "68 former members draw a pension", but not "the former Quang Nam had 47,328 members"."""
    quantity = segment.quantity
    named = within(page.terms, quantity.start, quantity.end + _FORMER_REACH)[:1]
    return any(_FORMER.search(page.text, quantity.start, term.start) for term in named)


def _only_apply(page: Page, segment: Segment) -> bool:
    """ "5,842 people applied for unemployment benefits": how many were paid is another figure."""
    quantity = segment.quantity
    counted = quantity.unit_text == "applicants"
    led = _APPLICATIONS.match(page.text, *segment.before) is not None
    led = led and not _GRANTED.search(page.text, *segment.before)
    return counted or led or _APPLIED.match(page.text, quantity.end) is not None


def _for_benefit(page: Page, segment: Segment) -> bool:
    """ "640 members asked for a lump sum", but not "asked to join"."""
    named = {term.id for term in within(page.terms, *segment.behind)}
    kinds = ("benefit", "benefit_kind")
    return bool(named & _BENEFITS) or any(page.cues.any(k, *segment.behind) for k in kinds)


def _are_addressed(page: Page, segment: Segment) -> bool:
    """ "Sent text messages to 27,500 people whose cards ...", "sponsors for 6,000 people"."""
    return _SENT_TO.search(page.text, *segment.before) is not None


def _are_obliged(page: Page, segment: Segment) -> bool:
    """ "203,518 pupils who have to take part": how many do is another figure."""
    return _OBLIGED.match(page.text, segment.quantity.end) is not None


def _have_left(page: Page, segment: Segment) -> bool:
    """ "4,000 people dropped out"; those who "withdrew their social insurance" were paid it, and so
    were those of a lump sum "who gave up their claim to a pension"."""
    leads = page.terms_in(segment.lead)
    if any(term.id == "si_allowances" for term in leads):
        return False
    tail = segment.behind
    if not page.cues.any("left", *tail):
        return False
    for cue in page.cues.within("left", tail.start, reason_at(page, *tail))[:1]:
        paid = within(page.terms, tail.start, min(tail.end, cue.end + _PART_REACH))
        return not any(term.id == "si_allowances" for term in paid)
    return False


def _are_helped(page: Page, segment: Segment) -> bool:
    """ "From its surplus the fund helped 3,000 workers": they get money, whoever is insured; those
    helped to join, or with their premium, are."""
    end = segment.quantity.end
    helped = _HELPED.search(page.text, *segment.before) is not None
    were = _WERE_HELPED.match(page.text, end)
    insured = _INSURING.match(page.text, were.end() if were else end)
    told_before = page.of_them(end) or _OF_THOSE.match(page.text, end) is not None
    return (helped or were is not None) and insured is None and not told_before


def _are_struck_off(page: Page, segment: Segment) -> bool:
    """ "The decision took 38,000 people off the list of those insured": they are in it no more."""
    return _STRUCK_OFF.match(page.text, segment.quantity.end) is not None


def _are_met(page: Page, segment: Segment) -> bool:
    """ "Officers called on 75 retirees": those who were met, whoever they are."""
    return _MET.search(page.text, *segment.before) is not None


def _is_data(page: Page, segment: Segment) -> bool:
    """ "verified the data of 1,198,000 participants": it is their records that are counted."""
    return _DATA_OF.search(page.text, *segment.before) is not None


def _of_another(page: Page, segment: Segment) -> bool:
    """ "12,400 members of the farmers' union": no scheme is named, and another body is."""
    quantity = segment.quantity
    spans = (*segment.spans, Span(quantity.start, quantity.end))
    for doer in page.cues.within("doers", quantity.start, quantity.end)[:1]:
        named = within(page.terms, doer.start, quantity.end + _DOER_REACH)[:1]
        if not any(_is_of(page, quantity, term) for term in named):
            return True  # nor are "1,400 collectors who persuade people to join"
    terms = page.terms_in(spans)
    if any(_takes_part_elsewhere(page, term) for term in terms if term.id == "participants"):
        return True
    if any(term.kind == "scheme" for term in terms) or page.of_them(quantity.end):
        return False  # "the committee wants 46,000 of them"
    chosen = page.cues.any_in("by_choice", spans)  # "joined as volunteers": in the scheme
    return not chosen and page.cues.any_in("other_body", spans)


def _is_of(page: Page, doers: Quantity, term: Term) -> bool:
    """Whether those who do the work of an insurance are themselves told to be in one."""
    own = term.kind == "scheme" or term.id in ("participants", "coverage", "cards")
    return own and not _OTHERS.search(page.text, doers.end, term.start)


def _takes_part_elsewhere(page: Page, term: Term) -> bool:
    """ "took part in a training course on voluntary insurance": the course is what they joined."""
    bodies = page.cues.within("other_body", term.end, term.end + _DOER_REACH)
    return any(_IN_A.fullmatch(page.text, term.end, body.start) for body in bodies)
