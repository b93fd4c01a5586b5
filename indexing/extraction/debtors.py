"""Whose debt it is: one firm's is never its province's."""

from __future__ import annotations

import re

from indexing.extraction.binding import Bound
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.records import Span

_NAME = re.compile(
    r"(?:\b(?:An?|The|One)\s+)?\b[A-Z][\w&.'’-]*(?:\s+(?:[A-Z&][\w&.'’-]*|\d[\d-]*))*"
)
_LATE = "late"
_FIRM = "firm"


def one_debtor(page: Page, sentence: Span, segment: Segment, bound: Bound) -> str | None:
    """The firm that owes the sum, in the report's words; None if the sum is a place's.

    A debt is one firm's where the sentence tells for how many months it has been owed, where its
    debtor is one firm ("a school"), or where a name that is no place's owes it.
    """
    if bound.topic.measure not in ("late_payment", "late_payment_rate"):
        return None
    if segment.quantity.unit not in ("VND", "USD"):
        return None
    lead = " ".join(page.text[span.start : span.end] for span in segment.lead)
    low = min((span.start for span in segment.lead), default=segment.quantity.start)
    named = _name(page, sentence, low, segment.quantity.start)
    delays = any(
        page.cues.any("time_unit", q.start, q.end + 1) and page.text[q.start].isdigit()
        for q in within(page.quantities, sentence.start, sentence.end)
    )
    if delays and page.cues.any(_LATE, sentence.start, sentence.end):
        return named or " ".join(lead.split()).strip(" ,;") or "one firm"
    if page.cues.any(_FIRM, sentence.start, segment.quantity.start):
        firm = page.cues.within(_FIRM, sentence.start, segment.quantity.start)[0]
        return named or page.text[firm.start : firm.end]
    return named if page.cues.any("owes", low, segment.quantity.end) else None


def _name(page: Page, sentence: Span, start: int, end: int) -> str | None:
    """A proper name in a stretch of text that is neither a place, a date nor a term."""
    taken = [
        *within(page.periods, sentence.start, end),
        *within(page.terms, sentence.start, end),
        *within(page.places, sentence.start, end),
    ]
    for found in _NAME.finditer(page.text, start, end):
        held = any(item.start < found.end() and found.start() < item.end for item in taken)
        ordinary = found.start() == sentence.start and " " not in found.group()
        if not held and not ordinary and found.group() not in ("VND", "US", "USD", "VSS"):
            return found.group()
    return None
