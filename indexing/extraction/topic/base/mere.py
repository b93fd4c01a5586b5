"""Counts that only tell what a share is a share of: "83% of the 2,900 pupils" makes no members."""

from __future__ import annotations

import re

from indexing.catalogue import BACKGROUND
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.base.inhabitants import BASE_REACH, PREDICATE, SHARE_OF, counts_all
from indexing.reading.metric.metrics import Term
from indexing.records import Quantity

_PAID = frozenset({"beneficiaries", "pensioners", "si_allowances"})
"""Measures of people whose names may go on behind the count: "3,900 recipients of lump sums"."""
_CARERS = "treatment_costs"
"""Measure that the word for doctors tells of; of those who are counted it tells nothing."""
_OF_WHOLE = re.compile(
    r"\s+of\s+(?:the|its|their|all|(?:[\w’'-]+\s){0,4}[\w’'-]+['’]s?)(?:\s+[^\W\d]+)?\s*"
)
_PART_OF = re.compile(
    r"\d(?:\s+(?:out\s+)?|(?:\s+[^\W\d]+){1,5}\s+out\s+)of\s+"
    r"(?:(?:the|its|their|all|some|about)\s+)?(?:[\w-]+['’]s?\s*)?$",
    re.IGNORECASE,
)
"""Before a count: "63 of the market's 1,900 stallholders"."""
_WITH = re.compile(rf"\s+{any_of('people.covered')}\s+(?:an?\s+|the\s+)?", re.IGNORECASE)
_WHO = re.compile(r"(?:\s+(?:in|of|from)\s+[^,;:.()\d]{1,40}?)?\s+(?:who|that)\s+[^,;:.()\d]*")
"""Behind a count: the clause that tells who is counted."""
_OF_THESE = re.compile(
    r"^\W*(?:Of|Out of|Among)"
    r"(?:\s+(?:the|its|their|some|about|nearly|[^\W\d][\w ]{1,25}['’]s?))*\s*$"
)


def is_mere_base(page: Page, segment: Segment) -> bool:
    """ "Of 31,000 fishermen in the province, 2,500 ...", "83% of the 2,900 pupils": no members."""
    quantity = segment.quantity
    if quantity.unit != "people":
        return False
    low = min((span.start for span in segment.lead), default=quantity.start)
    before = page.text[max(low - BASE_REACH, 0) : quantity.start]
    terms = [t for t in within(page.terms, low, quantity.end) if _is_of(t, quantity)]
    named = [t for t in terms if t.id != _CARERS] or quantity.unit_text is None
    following = within(page.quantities, quantity.end, quantity.end + BASE_REACH)
    known = within(page.terms, quantity.start, quantity.end)
    if not known and _PART_OF.search(before):
        return not counts_all(page, segment, before)
    of_all = bool(following) and not _is_insured(page, segment)
    of_all = of_all and _OF_THESE.search(page.text[low : quantity.start]) is not None
    of_share = SHARE_OF.search(before) is not None or _is_of_fraction(page, quantity)
    return not named and (of_all or of_share)


def _is_of(term: Term, quantity: Quantity) -> bool:
    return term.end <= quantity.end or (term.id in _PAID and term.start >= quantity.start)


def _is_of_fraction(page: Page, quantity: Quantity) -> bool:
    """ "Half of Binh Phuoc's 149,961 doctors": what a share in words is a share of."""
    past = within(page.quantities, quantity.start - BASE_REACH, quantity.start)
    shares = [other for other in past if other.unit == "percent"]
    return any(_OF_WHOLE.fullmatch(page.text, one.end, quantity.start) for one in shares[-1:])


def _is_insured(page: Page, segment: Segment) -> bool:
    """ "Of 1,092,000 residents with health insurance, 604,300": all of them are members, as are
    the "3,900 people who joined"; those "who were paid benefits" all got them."""
    end = segment.quantity.end
    if (who := _WHO.match(page.text, end)) is not None:
        told = within(page.terms, end, who.end())
        return any(t.kind == "measure" and t.id not in BACKGROUND for t in told)
    terms = within(page.terms, end, end + PREDICATE)[:1]
    return any(t.kind == "scheme" and _WITH.fullmatch(page.text, end, t.start) for t in terms)
