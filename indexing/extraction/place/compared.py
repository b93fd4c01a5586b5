"""Places that a figure is compared with, and places whose own figure stands right behind them."""

from __future__ import annotations

import re

from indexing.extraction.period.date.compared import compared_from
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.marks import CLOSES
from indexing.extraction.text.page import Page, within
from indexing.records import PlaceMention

WHERE = re.compile(r"\s*,\s*(?:where|which|whose|nơi)\b", re.IGNORECASE)
"""Behind a place: what follows is told of it."""
_PARTED = re.compile(r"[,;)]|\((?!$)|\band\b|\bbut\b|\d\s|\bby\s*$")
"""Between a place compared with and the next figure: then the figure is not its own.  A bracket
right before the figure parts nothing."""
_APPOSED = re.compile(r"\s*,\s*")
_BRACKETED = re.compile(r"\s*\([^()]*")
"""Between a place and a figure that tells its own, and behind that figure."""


def is_not_compared(
    page: Page, sentence: SentenceSpan, mention: PlaceMention, segment: Segment
) -> bool:
    """Whether a place is no mere measure of the figure.

    One compared with holds for its own figure only: "4 points under the national average of 91.1
    per cent" is told of the country once.  What has its own figure before it may have more behind:
    "against 87 per cent in Soc Trang, up 2 per cent".
    """
    opens = compared_from(page, sentence.span, mention.start)
    if opens is None:
        return True
    quantity = segment.quantity
    if opens <= quantity.start < mention.start:
        return quantity.end <= mention.start
    if quantity.start < mention.end:
        return False
    between = page.text[mention.end : quantity.start]
    goes_on = quantity.direction is not None and bool(within(page.quantities, opens, mention.start))
    near = not within(page.quantities, mention.end, quantity.start)
    told = near and (goes_on or WHERE.match(between) is not None)
    return told or not _PARTED.search(between)


def is_apposed(page: Page, mention: PlaceMention, segment: Segment) -> bool:
    """Whether a figure right behind a place only tells what its is: "below the average of the
    country, 88.6%.", "ahead of Hanoi (1.35 million people, VND3.4 trillion)"."""
    quantity = segment.quantity
    if mention.end > quantity.start:
        return False
    if _BRACKETED.fullmatch(page.text, mention.end, quantity.start):
        return True
    apposed = _APPOSED.fullmatch(page.text, mention.end, quantity.start) is not None
    return apposed and CLOSES.match(page.text, quantity.end) is not None
