"""Sums that a fund took in: by whom they were paid, into what, and of which sum they are a part."""

from __future__ import annotations

import re

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.money.risks import clause_before, insurer
from indexing.extraction.topic.topics import NOTHING, OF_MEMBERS, Topic

IN, OUT = "collection", "benefits_paid"
"""What a fund takes in and what it pays out."""
_TAKES_IN = frozenset({"collection", "intake"})
_PAYS = re.compile(
    rf"\b{any_of('money.payers')}\b(?:(?!\b(?:was|were|been|be|to)\s+{any_of('money.pay')}\b)"
    rf"[^;:.\d]){{0,60}}?\b{any_of('money.pay')}\b[^;:.\d]*$",
    re.IGNORECASE,
)
"""Before a sum: those who are insured, or their employers, paid it."""
_FOR_WHOM = re.compile(r"\b[Ff]or\s+(?:(?:the|all|its|their|some)\s+)?$")
"""Before them: another pays, "for the insured the fund paid"."""
_PAYEES = re.compile(rf"\b{any_of('money.payees')}\b", re.IGNORECASE)
_INTO_FUND = re.compile(
    rf"\b(?:(?<!back )into|towards?|fed|{any_of('money.pay')}(?:\s+[^\W\d]+)?\s+to)"
    r"\s+(?:the|its|their|all|this|that)\s+"
    rf"(?:[^\W\d]+(?:['\u2019]s?)?\s+){{0,4}}?{any_of('money.funds')}\b",
    re.IGNORECASE,
)
_HANDED_IN = re.compile(r"\b(?:handed|turned)\s+in\s+$", re.IGNORECASE)
_BRINGS_FUND = re.compile(
    rf"\b{any_of('money.brings')}\s+(?:in\s+)?(?:the|its|their)\s+(?:[^\W\d]+\s+){{0,3}}"
    rf"{any_of('money.funds')}\s+$",
    re.IGNORECASE,
)
""" "The last quarter brought the fund VND9 billion"."""
_BRINGS = re.compile(
    rf"\b{any_of('money.brings')}\s+(?:in\s+)?(?:(?:the|its|their)\s+)?(?:[^\W\d]+\s+){{0,3}}$",
    re.IGNORECASE,
)
_INCOME = re.compile(
    rf"\bincome\s*(?:of\s+(?:the\s+)?(?:[^\W\d]+\s+){{1,4}}{any_of('money.funds')}\s+)?"
    rf"(?:(?:{any_of('sums.comes_to')}|:)\s*)?$",
    re.IGNORECASE,
)
_FROM_PAYERS = re.compile(
    rf"[^,;:.\d]{{0,20}}\bfrom\s+(?:[^\W\d]+\s+){{0,2}}?{any_of('money.payers')}\b", re.IGNORECASE
)
_FOR = re.compile(r"\s*(?:(?:is|are|was|were|came|went)\s+)?(?:for|from)\b", re.IGNORECASE)
_OF_SUM = re.compile(
    r"\W*(?:(?:of|out of|from)\s+(?:this|that|it|these|which|the total|the sum|the money)"
    r"|(?:and\s+)?the (?:remaining|rest|remainder))\b"
    r"(?!\s+(?:was|were|has|have|had|is|are)?\s*(?:been\s+)?(?:paid|spent))",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\s+of\s+(?:it|this|that|the total|the sum)\b(?!\s+[^\W\d])", re.IGNORECASE)
_FOR_IT = re.compile(
    rf"\b{any_of('money.pay')}\s+(?:for|into|towards?)\s+(?:it|them|this)\b", re.IGNORECASE
)
TO_BE_TAKEN_IN = re.compile(
    r"\s+(?:(?:that\s+(?:is|are|was|were)\s+)?(?:due\s+)?to\s+be"
    r"|(?:that|which)\s+(?:must|should|has\s+to|have\s+to)\s+be)\s+"
    rf"{any_of('gaps.taken_in')}\b",
    re.IGNORECASE,
)
""" "Of the VND4.3 trillion to be collected this year"."""
_THEY_PAY = re.compile(
    rf"\W*They\s+(?:(?:have|had|also|all|[^\W\d]+ly)\s+)*{any_of('money.pay')}\b", re.IGNORECASE
)
_WHO_PAY = re.compile(
    rf"\s*(?:who\s+)?(?:(?:have|had|also|all|[^\W\d]+ly)\s+)*{any_of('money.pay')}\b[^,;:.]*$",
    re.IGNORECASE,
)
"""Between members and a sum: they pay it."""
_RECEIVED = re.compile(rf"\b{any_of('payments.received')}\s*$", re.IGNORECASE)


def came_in(page: Page, segment: Segment, own: Topic, context: Topic, *, first: bool) -> bool:
    """Whether a sum was taken in by a fund."""
    if own.measure == IN:
        return True
    near = (segment.before, segment.behind)
    terms = {term.id for term in page.terms_in(near)}
    if terms & _TAKES_IN and OUT not in terms:
        return True
    if any(_INTO_FUND.search(page.text, *s) for s in (segment.before, *segment.tail)):
        return True
    if context.measure == "participants" and _they_pay(page, segment):
        return True
    if _employers_pay(page, segment) or _brings(page, segment, own) or _is_income(page, segment):
        return True
    if context.measure != IN or OUT in terms:
        return False
    if _is_part(page, segment):
        return True
    risk = own == NOTHING and insurer(page, clause_before(page, segment))
    return not first and (bool(risk) or _is_for(page, segment))


def _employers_pay(page: Page, segment: Segment) -> bool:
    """ "What these workers and their employers paid was": they pay premiums, and get none."""
    found = _PAYS.search(page.text, *segment.before)
    if found is None or _PAYEES.search(found[0]):
        return False
    return _FOR_WHOM.search(page.text, segment.before.start, found.start()) is None


def _they_pay(page: Page, segment: Segment) -> bool:
    """ "They paid in VND9 billion", of members told of before, "21,300 members paid VND9 billion":
    who is insured pays premiums."""
    return any(rule.match(page.text, *segment.before) for rule in (_THEY_PAY, _WHO_PAY))


def _brings(page: Page, segment: Segment, own: Topic) -> bool:
    """ "Health insurance brought the fund VND640 billion": what its members paid."""
    if any(rule.search(page.text, *segment.before) for rule in (_BRINGS_FUND, _HANDED_IN)):
        return True
    scheme = own.scheme is not None and own.measure in (None, OUT)
    return scheme and _BRINGS.search(page.text, *segment.before) is not None


def _is_income(page: Page, segment: Segment) -> bool:
    """ "Received VND4 billion from employers", "income VND4 billion"."""
    if _INCOME.search(page.text, *segment.before):
        return any(term.kind == "scheme" for term in within(page.terms, *segment.before))
    return (
        was_received(page, segment)
        and _FROM_PAYERS.match(page.text, segment.quantity.end) is not None
    )


def _is_part(page: Page, segment: Segment) -> bool:
    """ "Of this, VND9 billion", "VND405 billion of it": of the sum told before."""
    ahead = _OF_SUM.match(page.text, *segment.before) is not None
    return ahead or _OF_IT.match(page.text, segment.quantity.end) is not None


def _is_for(page: Page, segment: Segment) -> bool:
    """ "VND3 billion for treatment"."""
    return _FOR.match(page.text, *segment.behind) is not None


def fund_told(page: Page, segment: Segment, context: Topic, *, first: bool) -> str | None:
    """ "What they paid for it", "VND405 billion of it", "They paid VND9 billion", and behind those
    insured "their employers paid VND9 billion": the scheme that was spoken of."""
    if not first and context.measure in OF_MEMBERS and _employers_pay(page, segment):
        return context.scheme
    taken = _FOR_IT.search(page.text, *segment.before) is not None
    taken = taken or (context.measure == "participants" and _they_pay(page, segment))
    return context.scheme if taken or _OF_IT.match(page.text, segment.quantity.end) else None


def was_received(page: Page, segment: Segment) -> bool:
    """ "Pensioners received VND9 billion"."""
    return _RECEIVED.search(page.text, *segment.before) is not None
