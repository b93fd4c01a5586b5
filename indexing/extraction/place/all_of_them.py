"""What several places told of before have together: "the two provinces have 1.3 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from indexing.extraction.place.sharing import distinct
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.story.state import Story
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.gazetteer import gazetteer
from indexing.reading.quantity.number.word_values import word_values
from indexing.records import PlaceMention

_FEWEST = 2


@cache
def _together() -> re.Pattern[str]:
    number = "|".join(word_values("en", "units"))
    return re.compile(
        rf"\b(?:(?:the|these|those|all|all of the|all the)\s+(?P<many>{number}|\d{{1,2}})"
        rf"(?:\s+(?:[a-z-]+\s+){{0,2}}?{any_of('places.several')}\b(?!\s+(?:of|in)\s)"
        rf"|(?=\s*(?:,|\b(?:{any_of('places.together')}|{any_of('sentences.auxiliaries')}"
        rf"|{any_of('places.all_did')}))))"
        rf"|both\s+{any_of('places.several')}\b(?!\s+(?:of|in)\s))",
        re.IGNORECASE,
    )


def is_of_all(
    page: Page, sentence: SentenceSpan, story: Story, segment: Segment, home: str | None
) -> bool:
    """Whether a figure is told of as many places as were named before it.  It is none of theirs,
    nor that of all the country or the province that they lie in; of provinces that have become one
    since it is that one's."""
    start = segment.quantity.start
    found = list(_together().finditer(page.text, sentence.start, start))
    if not found or within(page.places, found[-1].end(), start):
        return False
    written = found[-1]["many"]
    many = _FEWEST if written is None else _value(written)
    named = distinct(within(page.places, 0, sentence.start))
    if home is not None and _are_one(named, home):
        return False
    kinds = ([m for m in named if m.kind == kind] for kind in ("province", "district"))
    return many >= _FEWEST and many in (len(story.places.several), *(len(kind) for kind in kinds))


def _are_one(named: Sequence[PlaceMention], home: str) -> bool:
    """Whether all provinces that were named are the one that a report is about."""
    known = gazetteer()
    provinces = [place.name for place in named if place.kind == "province"]
    return bool(provinces) and {known.successor(name) or name for name in provinces} == {home}


def _value(written: str) -> int:
    folded = written.casefold()
    return int(folded) if folded.isdecimal() else word_values("en", "units").get(folded, 0)
