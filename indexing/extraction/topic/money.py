"""Sums of money by which way they flowed, and what the fund that took them in or paid them insures
against: "the three funds were paid", "for old age and sickness", "workers between two jobs".

Way and fund are read apart and put together, so that each may be told in any words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.topic.theme import Told
from indexing.extraction.topic.topics import NOTHING, Topic
from indexing.extraction.wording import any_of
from indexing.reading.metric.metric_words import metric_words
from indexing.records import CURRENCIES, Span

IN, OUT = "collection", "benefits_paid"
_TAKES_IN = frozenset({"collection", "intake"})
_PAID_FOR = {
    "si_allowances": "si",
    "si_allowances_paid": "si",
    "pensioners": "si",
    "treatment_costs": "hi",
    "visits": "hi",
    "unemployment_allowance": "ui",
    "unemployment_benefits": "ui",
}
"""Measures that tell what is paid for, and whose fund pays for it."""
_PAID_PEOPLE = frozenset({"beneficiaries", "pensioners", "si_allowances", "unemployment_allowance"})
"""Measures of those who are paid."""
_OPEN = frozenset({None, OUT, "beneficiaries", "participants", *_PAID_FOR})
"""Measures that leave open whether the money came in."""
_RISKS = {"si": "risk_si", "hi": "risk_hi", "ui": "risk_ui"}
"""The kind of cue that tells what each scheme insures against."""
_PAYS = re.compile(
    rf"\b{any_of('money.payers')}\b(?:(?!\b(?:was|were|been|be|to)\s+{any_of('money.pay')}\b)"
    rf"[^;:.\d]){{0,60}}?\b{any_of('money.pay')}\b[^;:.\d]*$",
    re.IGNORECASE,
)
"""Before a sum: those who are insured, or their employers, paid it."""
_PAYEES = re.compile(rf"\b{any_of('money.payees')}\b", re.IGNORECASE)
_INTO_FUND = re.compile(
    rf"\b(?:(?<!back )into|fed|{any_of('money.pay')}(?:\s+[^\W\d]+)?\s+to)"
    r"\s+(?:the|its|their|all|this|that)\s+"
    rf"(?:[^\W\d]+\s+){{0,4}}?{any_of('money.funds')}\b",
    re.IGNORECASE,
)
_BRINGS = re.compile(
    rf"\b{any_of('money.brings')}\s+(?:in\s+)?(?:(?:the|its|their)\s+)?(?:[^\W\d]+\s+){{0,3}}$",
    re.IGNORECASE,
)
_INCOME = re.compile(
    rf"\bincome\s*(?:of\s+(?:the\s+)?(?:[^\W\d]+\s+){{1,4}}{any_of('money.funds')}\s+)?"
    rf"(?:{any_of('money.of')}\s*)?$",
    re.IGNORECASE,
)
_FROM_PAYERS = re.compile(
    rf"[^,;:.\d]{{0,20}}\bfrom\s+(?:[^\W\d]+\s+){{0,2}}?{any_of('money.payers')}\b", re.IGNORECASE
)
_FOR = re.compile(r"\s*(?:(?:is|are|was|were|came|went)\s+)?(?:for|from)\b", re.IGNORECASE)
_FOR_AHEAD = re.compile(r"\W*(?:and\s+)?(?:for|from)\b", re.IGNORECASE)
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
_BEHIND = re.compile(
    rf"\s+{any_of('money.behind')}(?=\s+(?:at|in|on|by|as of|since|when|with)\b|\s*(?:$|[,.;)]))",
    re.IGNORECASE,
)
""" "Employers were VND9 billion behind at the end of June": they owe it."""
_TO_SOME_OF_THEM = re.compile(
    r"[^,;:.\d]{0,20}\bto\s+(?:[\d.,]+\s+of\s+)?(?:them|these|those)\b(?!\s+who\b)", re.IGNORECASE
)
_HANDED_TO_THEM = re.compile(r"\bto\s+them\b", re.IGNORECASE)
_TO_THEM = re.compile(r"\W*(?:to|for)\s", re.IGNORECASE)
_RECEIVED = re.compile(rf"\b{any_of('payments.received')}\s*$", re.IGNORECASE)
_TOTAL = re.compile(rf"\W*{any_of('money.totals')}\b", re.IGNORECASE)
_LINK = re.compile(
    r"[\s,]*(?:(?:and|to|or|as well as|plus)\s+)?(?:[^\W\d]+\s+){0,2}", re.IGNORECASE
)


def flow(
    page: Page,
    segment: Segment,
    own: Topic,
    before: Topic | None,
    told: Topic,
    row: Sequence[Told],
) -> Topic:
    """What a sum is, its own words naming `own`; any other figure is what they name.

    `before`: what the figures before it in the sentence leave to it; `told`: what the text spoke of
    last; `row`: what the figures of the last sentence that held several told.
    """
    if segment.quantity.unit not in CURRENCIES or own.measure not in _OPEN | {IN}:
        return own
    if _BEHIND.match(page.text, segment.quantity.end):
        return Topic(None, "late_payment")
    context = before if before is not None else told
    total = _total(page, segment, row) if before is None and own == NOTHING else None
    if total is not None:
        return total
    if _came_in(page, segment, own, context, first=before is None):
        return Topic(_fund(page, segment, own) or _fund_told(page, segment, context), IN)
    if own.measure in _PAID_FOR and len(_listed(page, segment)) > 1:
        return Topic("all", OUT)  # "from pensions to hospital bills"
    if own == (None, OUT) and told.measure in _PAID_PEOPLE | {OUT} and _is_to_them(page, segment):
        return Topic(told.scheme, OUT)
    return _paid_out(page, segment, own, before)


def _is_to_them(page: Page, segment: Segment) -> bool:
    """ "VND9 billion to 310 of them", "what it handed out to them": to those told of before."""
    ahead = any(_HANDED_TO_THEM.search(page.text, s.start, s.end) for s in segment.lead[-1:])
    return ahead or _TO_SOME_OF_THEM.match(page.text, segment.quantity.end) is not None


def _paid_out(page: Page, segment: Segment, own: Topic, before: Topic | None) -> Topic:
    """What a sum is that no fund took in: those who got it tell whose benefit it is."""
    risk = _risk(page, _clause(page, segment))
    got = any(_RECEIVED.search(page.text, s.start, s.end) for s in segment.lead[-1:])
    if risk and got and own.scheme is None:
        return Topic(risk, OUT)
    goes_on = before is not None and before.measure in (OUT, *_PAID_FOR)
    if risk and goes_on and own == NOTHING:
        return Topic(risk, OUT)
    given = any(_TO_THEM.match(page.text, s.start, s.end) for s in segment.lead[-1:])
    jobless = own == (None, OUT) and given and page.cues.any_in("jobless", segment.lead[-1:])
    return Topic("ui", OUT) if jobless else own


def _came_in(page: Page, segment: Segment, own: Topic, context: Topic, *, first: bool) -> bool:
    """Whether a sum was taken in by a fund."""
    if own.measure == IN:
        return True
    near = (*segment.lead[-1:], *segment.tail[:1])
    terms = {term.id for s in near for term in within(page.terms, s.start, s.end)}
    if terms & _TAKES_IN and OUT not in terms:
        return True
    if any(_INTO_FUND.search(page.text, s.start, s.end) for s in near):
        return True
    if _employers_pay(page, segment) or _brings(page, segment, own) or _is_income(page, segment):
        return True
    if context.measure != IN or OUT in terms:
        return False
    if _is_part(page, segment):
        return True
    risk = own == NOTHING and _risk(page, _clause(page, segment))
    return not first and (bool(risk) or _is_for(page, segment))


def _employers_pay(page: Page, segment: Segment) -> bool:
    """ "What these workers and their employers paid was": they pay premiums, and get none."""
    for lead in segment.lead[-1:]:
        found = _PAYS.search(page.text, lead.start, lead.end)
        if found is not None and not _PAYEES.search(found[0]):
            return True
    return False


def _brings(page: Page, segment: Segment, own: Topic) -> bool:
    """ "Health insurance brought the fund VND640 billion": what its members paid."""
    leads = segment.lead[-1:] if own.scheme is not None and own.measure is None else ()
    return any(_BRINGS.search(page.text, lead.start, lead.end) for lead in leads)


def _is_income(page: Page, segment: Segment) -> bool:
    """ "Received VND4 billion from employers", "income VND4 billion"."""
    leads = segment.lead[-1:]
    if any(_INCOME.search(page.text, lead.start, lead.end) for lead in leads):
        return any(term.kind == "scheme" for s in leads for term in within(page.terms, *s))
    got = any(_RECEIVED.search(page.text, lead.start, lead.end) for lead in leads)
    return got and _FROM_PAYERS.match(page.text, segment.quantity.end) is not None


def _is_part(page: Page, segment: Segment) -> bool:
    """ "Of this, VND9 billion", "VND405 billion of it": of the sum told before."""
    ahead = any(_OF_SUM.match(page.text, s.start, s.end) for s in segment.lead[-1:])
    return ahead or _OF_IT.match(page.text, segment.quantity.end) is not None


def _is_for(page: Page, segment: Segment) -> bool:
    """ "VND3 billion for treatment", "for treatment, VND3 billion"."""
    ahead = any(_FOR_AHEAD.match(page.text, s.start, s.end) for s in segment.lead[-1:])
    return ahead or any(_FOR.match(page.text, s.start, s.end) for s in segment.tail[:1])


def _fund(page: Page, segment: Segment, own: Topic) -> str | None:
    """The scheme that took a sum in: named, or told by what it insures against."""
    if own.scheme is not None and own.measure not in _PAID_FOR:
        return own.scheme
    return _risk(page, segment.tail[:1]) or _risk(page, _clause(page, segment)) or own.scheme


def _fund_told(page: Page, segment: Segment, context: Topic) -> str | None:
    """ "What they paid for it", "VND405 billion of it": the scheme that was spoken of."""
    taken = any(_FOR_IT.search(page.text, s.start, s.end) for s in segment.lead[-1:])
    return context.scheme if taken or _OF_IT.match(page.text, segment.quantity.end) else None


def _clause(page: Page, segment: Segment) -> list[Span]:
    """The words before a sum in its own clause: "pensions rose; VND3 billion was collected"."""
    ends = [(s, max(page.text.rfind(mark, s.start, s.end) for mark in ";.:")) for s in segment.lead]
    return [Span(max(s.start, end), s.end) for s, end in ends[-1:]]


def _risk(page: Page, spans: Sequence[Span]) -> str | None:
    """The scheme that insures against what some words name; "all" for several."""
    named = {
        scheme for span in spans for scheme, kind in _RISKS.items() if page.cues.any(kind, *span)
    }
    if len(named) < 2:
        return next(iter(named), None)
    return next((whole for known, whole in metric_words().together if known == named), "all")


def _listed(page: Page, segment: Segment) -> set[str]:
    """The schemes whose benefits the words at a sum name in one list."""
    best: set[str] = set()
    for span in (*segment.lead[-1:], *segment.tail[:1]):
        listed: set[str] = set()
        end = span.start
        for start, stop, scheme in sorted(_benefits(page, span)):
            if not _LINK.fullmatch(page.text, end, start):
                listed = set()
            listed.add(scheme)
            end = max(end, stop)
            best = max(best, set(listed), key=len)
    return best


def _benefits(page: Page, span: Span) -> Iterator[tuple[int, int, str]]:
    for scheme, kind in _RISKS.items():
        for cue in page.cues.within(kind, *span):
            yield cue.start, cue.end, scheme
    for term in within(page.terms, *span):
        if term.kind == "measure" and term.id in _PAID_FOR:
            yield term.start, term.end, _PAID_FOR[term.id]


def _total(page: Page, segment: Segment, row: Sequence[Told]) -> Topic | None:
    """ "Everything added together makes": what the sums of several schemes told before are."""
    if not any(_TOTAL.match(page.text, s.start, s.end) for s in segment.lead[-1:]):
        return None
    topics = [told.bound.topic for told in row if told.unit in CURRENCIES]
    schemes = {topic.scheme for topic in topics}
    if len(schemes) < 2:
        return None
    return Topic("all", IN if any(topic.measure == IN for topic in topics) else OUT)
