"""Figures told per year or month, which are of no time: "each year over 100 million visits"."""

from __future__ import annotations

import re
from functools import cache

from indexing.extraction.text.page import Page
from indexing.reading.lexicon import listed, pattern, table
from indexing.records import Quantity, Span

_AVERAGE = 30
"""Characters to either side of a figure in which it is told to be an average."""
_MARKS = re.compile(r"[^\w(]*(?:\(?(?:\d{1,2}|[a-z])[.)]\s+)?")


def at_a_rate(page: Page, sentence: Span, quantity: Quantity) -> bool:
    """Whether a figure is told per year or month: "in a year, over 100 million visits".

    An average is not: however it is told, it was that of some time.
    """
    before = max(sentence.start, quantity.start - _AVERAGE)
    behind = min(sentence.end, quantity.end + _AVERAGE)
    if (stop := page.text.find(";", quantity.end, behind)) >= 0:
        behind = stop
    if page.cues.any("average", before, quantity.start) or page.cues.any(
        "average", quantity.end, behind
    ):
        return False
    opened = _MARKS.match(page.text, sentence.start)
    start = opened.end() if opened else sentence.start
    opening = _rate_opening().match(page.text, start, quantity.start)
    return bool(opening or _rate_behind().match(page.text, quantity.end, sentence.end))


@cache
def _rate_opening() -> re.Pattern[str]:
    return re.compile(listed("periods", "rates", "opening"), re.IGNORECASE)


@cache
def _rate_behind() -> re.Pattern[str]:
    words = pattern(table("periods")["rates"]["behind"], whole=False)
    return re.compile(
        rf"(?:\s+(?!(?:with)?in(?:side)?\b)[a-z]+){{0,2}}?\s*{words}(?!\w)", re.IGNORECASE
    )
