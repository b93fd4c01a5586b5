"""Which way a figure moved: by its own words, by what it is compared with, or by the verb or noun
of its sentence that tells a rise or a fall.

The verb may be parted from the figure: "rose most in Dong Thap, by 21 per cent", "fell from 14,960
to 13,105, that is by 12.4%", "lost more, namely 68,400 people".
"""

from __future__ import annotations

import re

from indexing.extraction.aspect.comparing import comparison
from indexing.extraction.sentence.once import once
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of
from indexing.records import CURRENCIES, Direction

_FEWEST_WORDS = 3
"""Words of a clause that a colon ends; one alone ("Gained:") tells of the figure."""
_RAISED = re.compile(r"\b(?:raised|advanced|recovered|recovered (?:is|of|was))\s+$")
"""Before money: it was taken in; "raised by" tells a rise."""
_ADDS = re.compile(r"\badd(?:s|ed|ing)?\s+(?:another\s+|a further\s+|an extra\s+)?$", re.IGNORECASE)
"""Before money or a share: someone gives it on top of what others pay."""
_RISE_IN = re.compile(
    rf"\b(?:({any_of('changes.rises')})|{any_of('changes.falls')})\s+"
    r"(?:in|of)\s+[^,;:.\d]{1,60},\s*(?:by\s+|of\s+)?$"
    rf"|\b(?:({any_of('changes.rises')})|{any_of('changes.falls')})\b"
    r"(?:(?!\b(?:it|they|there|that|which)\b)[^,;:.]){0,60}"
    rf"\b{any_of('changes.comes_to')}\s+(?:(?:thus|therefore|hence|then|only|just)\s+)?$"
    r"|(?<!was )(?<!were )(?<!been )\b(puts?|putting) on\s+$"
    rf"|\b{any_of('changes.lost')}\s+{any_of('changes.so_many')}\b[^,;:.\d]{{0,40}},\s+"
    rf"(?:{any_of('changes.asides')}\s+)?$"
    rf"|\b(?:is|are|was|were|been)\s+(?:[^\W\d]+\s+)?(?:({any_of('comparing.more')})"
    rf"|{any_of('comparing.less')}),\s+by\s+$",
    re.IGNORECASE,
)
""" "The slight rise in membership, 405 people", "the increase over 2022 being 405", "lost most
members, 405"."""
_BY = re.compile(
    rf",\s+(?:{any_of('changes.asides')},?\s+|[a-z]+ly,?\s+)*"
    rf"by\s+(?:(?:{any_of('comparing.by_how_much')}|\w+ly)\s+)*$",
    re.IGNORECASE,
)
"""Before a figure: by how much, parted from the verb that tells which way."""
_MOVED = re.compile(rf"\b(?:({any_of('changes.rose')})|{any_of('changes.fell')})\b", re.IGNORECASE)
_FEWER = re.compile(r"\d\W+(?:(?:million|thousand)\s+)?fewer\s", re.IGNORECASE)
"""Within a figure: "1,377 fewer members" are those who are gone."""
_REACH = 40


@once
def direction(page: Page, segment: Segment) -> Direction | None:
    """The way the figure moved."""
    told = segment.quantity.direction
    money = segment.quantity.unit in CURRENCIES
    if money and _RAISED.search(page.text, *segment.before):
        return None
    share = money or segment.quantity.unit == "percent"
    if share and _ADDS.search(page.text, *segment.before):
        return None
    if told is not None and not _announced(page, segment):
        return told
    if _FEWER.search(page.text, segment.quantity.start, segment.quantity.end):
        return "down"
    against = comparison(page, segment)
    if against is not None and against.standard == "past":
        return "up" if against.side == "above" else "down"
    lead = segment.before
    moved = _RISE_IN.search(page.text, *lead)
    if moved:
        return "up" if any(moved.groups()) else "down"
    return _by_verb(page, segment.quantity.start) if against is None else None


def _by_verb(page: Page, start: int) -> Direction | None:
    """The way of the last verb of a sentence before a figure that tells by how much."""
    sentence = page.sentence_at(start)
    by = _BY.search(page.text, max(sentence.start, start - _REACH), start)
    moved = list(_MOVED.finditer(page.text, sentence.start, by.start())) if by else []
    if not moved:
        return None
    return "up" if moved[-1][1] else "down"


def _announced(page: Page, segment: Segment) -> bool:
    """ "Social insurance went up: 231,650 people": the words before the colon told of a rise."""
    lead = segment.before
    before = page.text[lead.start : lead.end].rstrip(" *")
    return before.endswith(":") and len(before.split()) >= _FEWEST_WORDS
    return False
