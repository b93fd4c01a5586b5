"""Totals told behind what they add up: "98,400 and 21,300, a total of 119,700", "34 in total"."""

from __future__ import annotations

import re

from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of

_BEFORE = re.compile(
    rf",\s*(?:and\s+)?{any_of('wholes.total', 'wholes.before_total')}\s+$", re.IGNORECASE
)
_BEHIND = re.compile(
    rf",?\s*{any_of('wholes.total', 'wholes.behind_total')}(?=\s*(?:$|[,.;:)]))", re.IGNORECASE
)
"""Beside a figure: it is the sum of those told before it."""
_REACH = 30


def is_total(page: Page, low: int, start: int, end: int) -> bool:
    """Whether a figure from `start` to `end`, in a sentence from `low`, is told to be the sum of
    those before it."""
    low = max(low, start - _REACH)
    behind = _BEHIND.match(page.text, end) and "," in page.text[low:start]
    return bool(behind or _BEFORE.search(page.text, low, start))
