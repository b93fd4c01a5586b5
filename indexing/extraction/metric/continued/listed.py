"""Figures that go on with what was counted: its parts in a list, and the same of another place."""

from __future__ import annotations

import re

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within

_MADE_OF = re.compile(r"\b(?:made up of|consists? of|composed of|fall into)\b[^;:]*$")
_POSSESSES = re.compile(r"['’]s?\s+")
_NAME_REACH = 40


def is_listed_part(page: Page, segment: Segment) -> bool:
    """ "They are made up of 297,400 children in primary schools, 214,300 in secondary ones"."""
    start = segment.quantity.start
    return _MADE_OF.search(page.text, page.sentence_at(start).start, start) is not None


def is_possessed(page: Page, segment: Segment) -> bool:
    """ "One must add Binh Thuan's 1.14 million": what was counted, of the place before it."""
    quantity = segment.quantity
    named = within(page.places, quantity.start - _NAME_REACH, quantity.start)[-1:]
    return quantity.is_bare and any(
        _POSSESSES.fullmatch(page.text, place.end, quantity.start) for place in named
    )
