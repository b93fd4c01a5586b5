"""Who does something rather than is insured: places, agencies, and firms that pay.

"7 reported over 2,000", "64 employers, who then transferred VND4 billion".
"""

from __future__ import annotations

import re

from indexing.extraction.metric.theme import Bound
from indexing.extraction.metric.topics import Topic
from indexing.extraction.page import Page
from indexing.extraction.segments import Segment

MOST_DOERS = 1000
_DEED_REACH = 30
_AUXILIARY = re.compile(r"\b(?:each|have|has|had|all|of them|already|also|even)\b", re.IGNORECASE)


def is_doer(page: Page, segment: Segment) -> bool:
    """ "7 reported over 2,000", "4 exceeded the plan": a bare number of places or agencies."""
    quantity = segment.quantity
    if quantity.unit != "other" or quantity.unit_text is not None or quantity.value > MOST_DOERS:
        return False
    deeds = page.cues.within("acts", quantity.end, quantity.end + _DEED_REACH)
    return bool(deeds) and not _AUXILIARY.sub("", page.text[quantity.end : deeds[0].start]).strip()


def is_done(page: Page, doer: Segment, segment: Segment) -> bool:
    """Whether a figure is what each of some places did: it is no place's own."""
    return not set(",;:") & set(page.text[doer.quantity.end : segment.quantity.start])


def are_employers(own: Topic, past: Bound) -> bool:
    """Whether a sum is what firms told of before it paid: no benefit, for they pay none."""
    return own.measure == "benefits_paid" and past.unit == "enterprises"
