"""The places that a sentence names: which of them a figure can be told of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.place.beside import (
    holds_district,
    is_gone_to,
    is_hospitals,
    is_met_in,
    is_own_whereabouts,
    is_ranked_in,
    is_seat,
    is_taken_in,
    is_venue,
    plays_no_part,
)
from indexing.extraction.place.compared import WHERE, is_apposed, is_not_compared
from indexing.extraction.place.describing import describes_named, is_in_aside
from indexing.extraction.place.naming import province_of
from indexing.extraction.place.regions import has_figures
from indexing.extraction.place.standins import standing_in
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.story.state import Story
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.gazetteer import COUNTRY
from indexing.records import PlaceMention

_IN = re.compile(r"\b(?:in|at|of|from|tại|ở)\s+(?:the\s+)?$", re.IGNORECASE)
_OF_THOSE = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:all\s+)?(?:those|these)|all)\s+(?:[^\W\d]+\s+)?(?:in|of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""Between a figure and the whole that its place only gives a part of: "143 of those in Nghe An"."""
_CAME_FROM = re.compile(
    rf"\b{any_of('places.came')}\s+from\s+(?:[^.;:()\d]{{1,40}}(?:,|\band)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a place that people have left: they are counted elsewhere."""
_ONE_FROM = re.compile(rf"\b{any_of('places.one_person')}\s+from\s+$", re.IGNORECASE)
"""Before the district that one person comes from, of whom a report of the province tells."""
_FROM_REACH = 25
_HEARD = re.compile(rf"\s+(?:(?:has|have|had|was|were)\s+)?{any_of('places.heard')}\b")
"""Behind the place of a meeting that the sentence ends with: "a seminar in Can Tho heard"."""


def places_told_of(
    page: Page, sentence: SentenceSpan, story: Story, segment: Segment, home: str | None
) -> list[PlaceMention]:
    """The places of a sentence that a figure's segment can be told of, in order, and the words
    that stand for places: "the whole province", "the former"."""
    told = within(page.places, sentence.start, sentence.end)
    named = [m for m in told if not _heard_in(page, sentence, m)]
    own = [m for m in named if _tells(page, sentence, m, named, segment)]
    # "at a meeting in Da Nang it was said that the country ..."
    start = segment.quantity.start
    own = [m for m in own if m.end > start or not _met(page, sentence, m, home)]
    if home != COUNTRY:
        own = [m for m in own if m.end > start or not is_gone_to(page.text, m)]
        elsewhere = {m for m in own if m.kind == "province" and m.name != province_of(home)}
        own = [m for m in own if m not in elsewhere or not is_hospitals(page.text, m)]
    if province_of(home) not in (None, home):  # "the district in Ha Giang has": its own
        own = [m for m in own if m.kind == "district" or not is_own_whereabouts(page.text, m)]
    again = standing_in(page, sentence, story, named, segment, home)
    return sorted([*own, *again], key=lambda mention: mention.start)


def _met(page: Page, sentence: SentenceSpan, mention: PlaceMention, home: str | None) -> bool:
    """Whether a place is only where the sentence's words were said."""
    if within(page.quantities, sentence.start, mention.start):
        return False
    if home == COUNTRY:
        return is_venue(page.text, page.cues, mention, sentence.start)
    below = mention.kind == "district"
    return below and is_met_in(page.text, page.cues, mention, sentence.start)


def _heard_in(page: Page, sentence: SentenceSpan, mention: PlaceMention) -> bool:
    """ "..., a seminar in Can Tho heard": where the figures before it were told."""
    heard = _HEARD.match(page.text, mention.end) is not None
    return heard and is_met_in(page.text, page.cues, mention, sentence.start)


def owning(
    page: Page, sentence: SentenceSpan, mentions: Sequence[PlaceMention]
) -> list[PlaceMention]:
    """Those that are places also in a list of debtors: "Hoa Binh owes ..." is a firm, "in Hoa
    Binh" is not."""
    return [m for m in mentions if _IN.search(page.text, sentence.start, m.start)]


def _tells(
    page: Page,
    sentence: SentenceSpan,
    mention: PlaceMention,
    named: Sequence[PlaceMention],
    segment: Segment,
) -> bool:
    """Whether a place is that of the figure.

    The address of one firm is no place of any figure, nor is what a province is ranked in, what it
    was formed from or where a district lies.
    """
    if mention.kind == "district" and _is_address(page, sentence, mention):
        return False
    if _CAME_FROM.search(page.text, sentence.start, mention.start):
        return False
    near = max(sentence.start, mention.start - _FROM_REACH)
    if mention.kind == "district" and _ONE_FROM.search(page.text, near, mention.start):
        return False
    if is_seat(page.text, mention) or plays_no_part(page.text, mention):
        return False
    if named[0].end <= segment.quantity.start and _OF_THOSE.fullmatch(
        page.text, segment.quantity.end, mention.start
    ):
        return False
    above = mention.kind in ("country", "region") or holds_district(mention, named)
    if above and is_ranked_in(page.text, page.cues, mention, sentence.start):
        behind = page.text[mention.end : segment.quantity.start]  # "..., where the average is 94%"
        return segment.quantity.start > mention.end and bool(WHERE.match(behind))
    wide = mention.kind in ("region", "foreign")
    if wide and not has_figures(page, sentence, mention, named):
        return False
    if mention.kind == "province" and is_taken_in(page, mention, named):
        return False
    if describes_named(page, sentence, mention, named):
        return False
    if is_apposed(page, mention, segment):
        return True
    if is_in_aside(page, sentence, mention, named, segment):
        return False
    return is_not_compared(page, sentence, mention, segment)


def _is_address(page: Page, sentence: SentenceSpan, mention: PlaceMention) -> bool:
    """Whether one firm stands there: "a shoe maker in Tan Uyen"."""
    nouns = page.cues.within("firm_noun", max(sentence.start, mention.start - 40), mention.start)
    between = page.text[nouns[-1].end : mention.start].strip() if nouns else ""
    return _IN.fullmatch(f"{between} ") is not None
