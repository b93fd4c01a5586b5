"""Figures of a day that lay ahead when their article came out."""

from __future__ import annotations

import re

from indexing.extraction.period.times import TimeUse
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of

_UNTIL = re.compile(r"\b(?:until|till|up to)\s+(?:the\s+)?$", re.IGNORECASE)
_HAPPENED = re.compile(
    r"(?<!will )(?<!to )\b(?:(?:had|has|have)\s+(?:been\s+|[a-z]+ly\s+|already\s+)*"
    r"[a-z]+(?:ed|en|ught|ne|ld|id)"
    rf"|{any_of('aims.reached')})\b(?!\s+to\b)"
)
_UNTIL_REACH = 12
_MOST_OF_A_YEAR = 270
_AT_ONCE = 31
"""Days that a moment may lie after the article's date and be told as reached: the year's end."""


def lies_ahead(page: Page, segment: Segment, told: TimeUse | None) -> bool:
    """Whether the figure's own date lay ahead when the article came out."""
    published = page.article.published or (page.standing.day if page.standing else None)
    if told is None or told.period is None or published is None:
        return False
    if told.role == "base":  # "from 96% in 2026 to 98% in 2030"
        return told.period.first_day > published
    if told.role != "main":
        return False
    if not any(span.start <= told.start < span.end for span in segment.spans):
        return False
    if _UNTIL.search(page.text, told.start - _UNTIL_REACH, told.start):
        return False  # "need not contribute until May": it lasts till then
    soon = (told.period.last_day - published).days <= _MOST_OF_A_YEAR
    if soon and any(
        _HAPPENED.search(page.text, s.start, s.end) for s in (*segment.lead, segment.behind)
    ):
        return False  # "by May 31 they had collected": so it says, whenever it came out
    if told.period.first_day > published and told.period.first_day != told.period.last_day:
        return True
    moment = told.aimed or told.period.notation.startswith("@")
    return moment and (told.period.last_day - published).days > _AT_ONCE
