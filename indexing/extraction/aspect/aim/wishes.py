"""Words that look like an aim and are none: what people ask for themselves, and mere reasons."""

from __future__ import annotations

import re

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.cues import Cue
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of

_WISH = re.compile(
    rf"(?:\s+(?:of|in|from|at)\s+[^,;:.\d]{{1,40}})?\s+{any_of('aims.wished')}\b"
    r"(?!\s*(?:$|[.,;:)]|(?:by|in|at|this|from|of)\b))",
    re.IGNORECASE,
)
"""Behind people: what they want follows; "101,300 wanted by December" are wanted themselves."""
_WHO = re.compile(r"\bwho\s+$", re.IGNORECASE)


def is_no_aim(page: Page, segment: Segment, aim: Cue) -> bool:
    """Whether an aim behind a figure is that of those counted, what they are told to have ("213
    workers who should be insured"), or stands in a reason: "21.5% are insured because the law so
    demands"."""
    end = segment.quantity.end
    reason = page.cues.any("reason", end, aim.start)
    whose = segment.quantity.unit == "people" and _WHO.search(page.text, end, aim.start)
    return reason or bool(whose) or want_it(page, segment)


def want_it(page: Page, segment: Segment) -> bool:
    """ "27,310 workers asked for their money back": no plan asks for so many."""
    people = segment.quantity.unit in ("people", "other")
    return people and _WISH.match(page.text, segment.quantity.end) is not None
