"""Who does something rather than is insured: places, agencies, and firms that pay.

"7 reported over 2,000", "64 employers, who then transferred VND4 billion".
"""

from __future__ import annotations

import re

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.theme import Bound
from indexing.extraction.topic.topics import Topic
from indexing.records import Span

MOST_DOERS = 1000
_SAME = re.compile(rf"(?:\(|[\s,]{any_of('same.value')})\s*$", re.IGNORECASE)
_LEFT_OUT = ("left_out", "negated", "undergone")
_DEED_REACH = 30
AUXILIARY = re.compile(r"\b(?:each|have|has|had|all|of them|already|also|even)\b", re.IGNORECASE)


def is_doer(page: Page, segment: Segment) -> bool:
    """ "7 reported over 2,000", "4 exceeded the plan": a bare number of places or agencies."""
    quantity = segment.quantity
    if not quantity.is_bare or quantity.value > MOST_DOERS:
        return False
    deeds = page.cues.within("acts", quantity.end, quantity.end + _DEED_REACH)
    return bool(deeds) and not AUXILIARY.sub("", page.text[quantity.end : deeds[0].start]).strip()


def is_done(page: Page, doer: Segment, segment: Segment) -> bool:
    """Whether a figure is what each of some places did: it is no place's own."""
    return not set(",;:") & set(page.text[doer.quantity.end : segment.quantity.start])


def are_employers(own: Topic, past: Bound) -> bool:
    """Whether a sum is what firms told of before it paid: no benefit, for they pay none."""
    return own.measure == "benefits_paid" and past.unit == "enterprises"


def is_same_left_out(page: Page, one: Segment, past: Bound, other: Segment) -> bool:
    """ "112,000 uninsured, or 3.3 per cent of the population": the share of those left out."""
    share = past.unit == "people" and other.quantity.unit == "percent"
    if not share or not _SAME.search(page.text, one.quantity.end, other.quantity.start):
        return False
    told = [*one.lead, Span(one.quantity.start, other.quantity.start)]
    return any(page.cues.any_in(kind, told) for kind in _LEFT_OUT)
