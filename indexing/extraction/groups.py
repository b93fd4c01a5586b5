"""Which part of the whole a figure is about, and what an `other` figure counts."""

from __future__ import annotations

import re

from indexing.extraction.binding import Bound, spans_text
from indexing.extraction.page import Page
from indexing.extraction.segments import Segment
from indexing.records import Span

_TRIM = " \n\t,;:.()*|–—-"
_LONGEST = 160


def group_of(page: Page, segment: Segment, bound: Bound) -> str | None:
    """The part that the figure is about, in the report's words; None for the whole."""
    return None


def subject_of(page: Page, sentence: Span, segment: Segment) -> str:
    """What is counted, in the report's words: those around the figure."""
    words = spans_text(page, [*segment.lead, *segment.tail]).strip(_TRIM)
    printed = page.text[segment.quantity.start : segment.quantity.end]
    told = re.sub(r"\s+", " ", words) or printed
    return told[:_LONGEST].strip(_TRIM) or printed
