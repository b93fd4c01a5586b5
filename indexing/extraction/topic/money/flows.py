"""Which way a sum of money flowed, and of which fund it is.

Way and fund are read apart and put together, so that each may be told in any words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.money.risks import PAID_FOR, clause_before, insurer, insurers_listed
from indexing.extraction.topic.money.taken_in import (
    IN,
    OUT,
    TO_BE_TAKEN_IN,
    came_in,
    fund_told,
    was_received,
)
from indexing.extraction.topic.theme import APPLICANTS, FigureTold
from indexing.extraction.topic.topics import NOTHING, OWED, Topic
from indexing.records import CURRENCIES

_PAID_PEOPLE = frozenset(
    {"beneficiaries", "pensioners", "si_allowances", "unemployment_allowance", APPLICANTS}
)
"""Measures of those who are paid, or ask for it."""
_OPEN = frozenset({None, OUT, "beneficiaries", "participants", *PAID_FOR})
"""Measures that leave open whether the money came in."""
_OF_FUND = frozenset({None, OUT, "beneficiaries", "participants", "treatment_costs"})
"""Measures that leave open what a sum out of a fund is."""
_BEHIND = re.compile(
    rf"\s+{any_of('money.behind')}(?=\s+(?:at|in|on|by|as of|since|when|with)\b|\s*(?:$|[,.;)]))",
    re.IGNORECASE,
)
""" "Employers were VND9 billion behind at the end of June": they owe it."""
_HANDED_TO_THEM = re.compile(r"\bto\s+them\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|out of)\s+(?:the\s+|its\s+|our\s+)?$", re.IGNORECASE)
_FUND = re.compile(r"\s*\bfunds?\b")
_WENT = re.compile(
    r"\s+(?:(?:has|have|had|was|were|been|also|already)\s+)*"
    rf"(?:{any_of('payments.went', 'payments.reached')}\b"
    r"|to\s+(?:(?:over|nearly|some|about|more than|almost)\s+)?\d)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[,;:.\d]")
_ALL_FUNDS = (
    r"(?:all|the|its|these|our)\s+(?:(?:three|four|various|insurance)\s+)*(?:funds|coffers)"
)
_LEFT_FUNDS = re.compile(
    rf"\s+(?:(?:has|have|had|also|already|thus)\s+)*{any_of('money.left')}\s+{_ALL_FUNDS}\b"
    r"(?!\s+for\b)",
    re.IGNORECASE,
)
_OUT_OF_FUNDS = re.compile(
    rf"\b(?:out of|from)\s+{_ALL_FUNDS}\s+{any_of('payments.went', 'money.came')}"
    r"\s+(?:[^\W\d]+\s+)?$",
    re.IGNORECASE,
)
""" "VND9 billion left the funds", "Out of the funds went VND9 billion": all that was paid."""
_FOR_SOMETHING = re.compile(r"\s+(?:for|to|into|on)\b", re.IGNORECASE)
_TOTAL = re.compile(rf"\W*{any_of('money.totals')}\b", re.IGNORECASE)


def flow(
    page: Page,
    segment: Segment,
    own: Topic,
    before: Topic | None,
    told: Topic,
    row: Sequence[FigureTold],
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
    if context.measure in OWED and TO_BE_TAKEN_IN.match(page.text, segment.quantity.end):
        return Topic(own.scheme, IN)  # "a debt of 62 billion, or 4% of the 1,870 to be collected"
    total = _total(page, segment, row) if before is None and own == NOTHING else None
    if total is not None:
        return total
    if came_in(page, segment, own, context, first=before is None):
        told_fund = fund_told(page, segment, context, first=before is None)
        return Topic(_fund(page, segment, own) or told_fund, IN)
    if own.measure in PAID_FOR and len(insurers_listed(page, segment)) > 1:
        return Topic("all", OUT)  # "from pensions to hospital bills"
    if own == (None, OUT) and told.measure in _PAID_PEOPLE | {OUT} and _is_to_them(page, segment):
        return Topic(told.scheme, OUT)
    return _paid_out(page, segment, own, before)


def _is_to_them(page: Page, segment: Segment) -> bool:
    """ "What it handed out to them": to those told of before."""
    return _HANDED_TO_THEM.search(page.text, *segment.before) is not None


def _paid_out(page: Page, segment: Segment, own: Topic, before: Topic | None) -> Topic:
    """What a sum is that no fund took in: those who got it tell whose benefit it is."""
    if own.scheme is None and own.measure in _OF_FUND and _from_all(page, segment):
        return Topic("all", OUT)
    fund = _from_fund(page, segment)
    if fund is not None and own.measure in _OF_FUND:
        return Topic(fund, OUT)
    risk = insurer(page, clause_before(page, segment))
    if risk and was_received(page, segment) and own.scheme is None:
        return Topic(risk, OUT)
    goes_on = before is not None and before.measure in (OUT, *PAID_FOR)
    if risk and goes_on and own == NOTHING:
        return Topic(risk, OUT)
    return own


def _from_all(page: Page, segment: Segment) -> bool:
    """Whether a sum is told to have gone out of all funds, for nothing in particular."""
    end = segment.quantity.end
    if _LEFT_FUNDS.match(page.text, end):
        return True
    led = _OUT_OF_FUNDS.search(page.text, *segment.before) is not None
    return led and _FOR_SOMETHING.match(page.text, end) is None


def _from_fund(page: Page, segment: Segment) -> str | None:
    """The scheme out of whose fund a sum is told to have gone somewhere: "VND9 billion from the
    unemployment insurance fund has reached 310 workers"; None where none is."""
    quantity = segment.quantity
    for span in (segment.before, segment.behind):
        for term in within(page.terms, span.start, span.end):
            named = term.kind == "scheme" and _FROM.search(page.text, span.start, term.start)
            fund = _FUND.match(page.text, term.end) if named else None
            if fund is None:
                continue
            end = max(fund.end(), quantity.end)
            between = (
                (quantity.end, term.start) if end > quantity.end else (term.end, quantity.start)
            )
            if _WENT.match(page.text, end) and not _ENDS.search(page.text, *between):
                return term.id
    return None


def _fund(page: Page, segment: Segment, own: Topic) -> str | None:
    """The scheme that took a sum in: named, or told by what it insures against."""
    if own.scheme is not None and own.measure not in PAID_FOR:
        return own.scheme
    behind = insurer(page, [segment.behind])
    return behind or insurer(page, clause_before(page, segment)) or own.scheme


def _total(page: Page, segment: Segment, row: Sequence[FigureTold]) -> Topic | None:
    """ "Everything added together makes": what the sums of several schemes told before are."""
    if not _TOTAL.match(page.text, *segment.before):
        return None
    topics = [told.bound.topic for told in row if told.unit in CURRENCIES]
    schemes = {topic.scheme for topic in topics}
    if len(schemes) < 2:
        return None
    return Topic("all", IN if any(topic.measure == IN for topic in topics) else OUT)
