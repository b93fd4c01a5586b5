"""Visits and hospitals told apart by what patients show there: "shown on 96,000 visits".

Those are some of all visits, and some of all hospitals.
"""

from __future__ import annotations

import re

from indexing.extraction.part.naming import clean
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of

_MEANS_BEFORE = re.compile(
    rf"\b(?:{any_of('means_shown.means')}\b[^,;:.\d]{{0,40}}\b{any_of('means_shown.shown')}"
    rf"|{any_of('means_shown.shown')}\b[^,;:.\d]{{0,30}}\b{any_of('means_shown.means')})\b"
    r"[^,;:.\d]{0,20}\b(?:on|in|for|at|during|with|to)\s+$",
    re.IGNORECASE,
)
_MEANS_BEHIND = re.compile(
    rf"[^;:.\d]{{0,40}}\b(?:{any_of('means_shown.means')}\b[^;:.\d]{{0,30}}\b{any_of('means_shown.shown')}"
    rf"|{any_of('means_shown.shown')}\b[^,;:.\d]{{0,30}}\b{any_of('means_shown.means')}"
    rf"|with\s+(?:an?|the|their)\s+(?:[^\W\d]+[\s-]+){{0,2}}{any_of('means_shown.means')})\b",
    re.IGNORECASE,
)


def by_means(page: Page, segment: Segment) -> str | None:
    """What was shown at the visits or hospitals counted, as printed; None where nothing was."""
    span = segment.before
    if (before := _MEANS_BEFORE.search(page.text, *span)) is not None:
        return clean(before[0])
    span = segment.behind
    if (behind := _MEANS_BEHIND.match(page.text, *span)) is not None:
        return clean(behind[0])
    return None
