"""The places that a sentence names: which of them can be a figure's, which are named beside it."""

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
    is_whereabouts,
    merged,
    plays_no_part,
)
from indexing.extraction.place.compared import WHERE, is_apposed, is_not_compared
from indexing.extraction.place.naming import province_of
from indexing.extraction.place.sharing import joined
from indexing.extraction.place.standins import standing_in
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.story.state import Story
from indexing.extraction.text.layout import Sentence
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.gazetteer import COUNTRY
from indexing.records import PlaceMention, Span

_IN = re.compile(r"\b(?:in|at|of|from|tại|ở)\s+(?:the\s+)?$", re.IGNORECASE)
_ABROAD = re.compile(
    r"\b(?:in|across|throughout|within|than|among|ở|tại"
    rf"|{any_of('places.told_for')}\s+(?:for|of)|{any_of('people.inhabitants')}\s+of)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a place beyond Viet Nam: where the figure was counted, not who helped or came."""
_ASIDE = re.compile(
    r",\s+(?:(?:[a-z]+\s+){0,2}(?:which|whom?|whose|where)"
    rf"|{any_of('places.lying')}|(?:[a-z]+ly\s+)?[a-z]+(?:ed|wn|rn))\b[^,;:.()]*$",
    re.IGNORECASE,
)
_WHERE_IT_LIES = re.compile(
    r"(?:[^\W\d_]{3}), in (?:what|the (?:part|half|area|corner)\b)[^,;:.()]*$", re.IGNORECASE
)
"""Before a place: a part of the place named before it, told by the one that it was: "Dong Van, in
what used to be Ha Giang, has"."""
_ASIDE_END = re.compile(r"[^,;:.()]{0,80},\s")
"""Around a place: it stands in a clause that is set off by commas."""
_BELOW = re.compile(r"\b(?:commune|ward)\b")
"""In a place's name: it lies in a district."""
_LIES_IN = re.compile(
    r",\s+|\s*\(|(?:,\s+(?:an?|the|one)\s+(?:[^\W\d]+\s+){1,3})?,?\s*\b(?:of|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""Between it and its district: "Muong Pon, a commune of Dien Bien district"."""
_BRACKET = 80
"""Characters of a bracket on either side of a place in it."""
_OF_THOSE = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:all\s+)?(?:those|these)|all)\s+(?:[^\W\d]+\s+)?(?:in|of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""Between a figure and the whole that its place only gives a part of: "143 of those in Nghe An"."""
_OPENS_CLAUSE = re.compile(
    r"(?:;|\b(?:while|whereas|but|against|còn|trong khi))\s+"
    r"(?:(?:in|across|for|ở)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a place that a clause begins with."""
_AVERAGE_REACH = 10
_AS_A_WHOLE = re.compile(r"\s+as a whole\b", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:for|in)\s+(?:the\s+)?", re.IGNORECASE)
"""Between a figure and the place abroad that it is told of: "53% for the Philippines"."""
_GIVEN_REACH = 30
_CAME_FROM = re.compile(
    rf"\b{any_of('places.came')}\s+from\s+(?:[^.;:()\d]{{1,40}}(?:,|\band)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a place that people have left: they are counted elsewhere."""
_ONE_FROM = re.compile(rf"\b{any_of('places.one_person')}\s+from\s+$", re.IGNORECASE)
"""Before the district that one person comes from, of whom a report of the province tells."""
_FROM_REACH = 25


def places_told_of(
    page: Page, sentence: Sentence, story: Story, segment: Segment, home: str | None
) -> list[PlaceMention]:
    """The places of a sentence that a figure's segment can be told of, in order, and the words
    that stand for places: "the whole province", "the former"."""
    named = within(page.places, sentence.start, sentence.end)
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


def _is_in_aside(
    page: Page,
    sentence: Sentence,
    mention: PlaceMention,
    named: Sequence[PlaceMention],
    segment: Segment,
) -> bool:
    """Whether a place only helps to describe what is named before it: "Dak Lak, to which Phu Yen
    belongs since July, reported ...", "the province, which was formed out of Long An, had ..."."""
    past = segment.quantity.start >= mention.end
    return past and only_describes(
        page, Span(sentence.start, segment.quantity.start), mention, named
    )


def only_describes(
    page: Page, words: Span, mention: PlaceMention, named: Sequence[PlaceMention]
) -> bool:
    """The same of the words from a sentence's start to a figure, or to its end."""
    run = joined(page, named, mention)
    start = run[0].start
    aside = _ASIDE.search(page.text, words.start, start)
    aside = aside or _WHERE_IT_LIES.search(page.text, words.start, start)
    closed = _ASIDE_END.match(page.text, run[-1].end, words.end)
    return bool(aside and closed) and not (
        aside and within(page.quantities, aside.start(), mention.end)
    )


def _met(page: Page, sentence: Sentence, mention: PlaceMention, home: str | None) -> bool:
    """Whether a place is only where the sentence's words were said."""
    if within(page.quantities, sentence.start, mention.start):
        return False
    if home == COUNTRY:
        return is_venue(page.text, page.cues, mention, sentence.start)
    below = mention.kind == "district"
    return below and is_met_in(page.text, page.cues, mention, sentence.start)


def owning(page: Page, sentence: Sentence, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Those that are places also in a list of debtors: "Hoa Binh owes ..." is a firm, "in Hoa
    Binh" is not."""
    return [m for m in mentions if _IN.search(page.text, sentence.start, m.start)]


def _tells(
    page: Page,
    sentence: Sentence,
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
    own = mention.kind == "region" and _has_own_figure(page, sentence, mention)
    if mention.kind == "region" and not own and _describes(page, mention, named):
        return False
    elsewhere = mention.kind in ("region", "foreign") and not own
    if elsewhere and not _is_counted_in(page, sentence, mention):
        return False
    if mention.kind == "province" and (
        is_taken_in(page, mention, named) or _is_beside(page, sentence, mention, named)
    ):
        return False
    if mention.kind == "district" and _holds_named(page, mention, named):
        return False
    if is_apposed(page, mention, segment):
        return True
    if _is_in_aside(page, sentence, mention, named, segment):
        return False
    return is_not_compared(page, sentence, mention, segment)


def _is_address(page: Page, sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether one firm stands there: "a shoe maker in Tan Uyen"."""
    nouns = page.cues.within("firm_noun", max(sentence.start, mention.start - 40), mention.start)
    between = page.text[nouns[-1].end : mention.start].strip() if nouns else ""
    return _IN.fullmatch(f"{between} ") is not None


def _describes(page: Page, mention: PlaceMention, named: Sequence[PlaceMention]) -> bool:
    """Whether a region only tells where a place lies: "Can Tho, the centre of the Mekong Delta"."""
    places = [other for other in named if other.kind in ("province", "district")]
    gaps = (sorted((mention, other), key=lambda m: m.start) for other in places)
    return any(";" not in page.text[one.end : two.start] for one, two in gaps)


def _has_own_figure(page: Page, sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether a region's own figure follows, behind that of another place: "is 96%, while the
    Central Highlands average 91%", "well above the Mekong Delta, where it is 88%"."""
    past = within(page.quantities, sentence.start, mention.start)
    behind = within(page.quantities, mention.end, sentence.end)
    if not (past and behind):
        return False
    between = page.text[mention.end : behind[0].start]
    opens = _OPENS_CLAUSE.search(page.text, past[-1].end, mention.start) is not None
    return WHERE.match(between) is not None or (opens and "," not in between)


def _is_counted_in(page: Page, sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether figures are told of a region or a place abroad: it neither helps nor sends anyone."""
    text = page.text
    leads = not text[sentence.start : mention.start].strip("\"' ")
    owns = text[mention.end : mention.end + 2] in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")
    average = page.cues.any("average", mention.end, mention.end + _AVERAGE_REACH)
    given = within(page.quantities, mention.start - _GIVEN_REACH, mention.start)[-1:]
    if any(_FOR.fullmatch(text, one.end, mention.start) for one in given):
        return True
    average = average or _AS_A_WHOLE.match(text, mention.end) is not None
    return leads or owns or average or bool(_ABROAD.search(text, sentence.start, mention.start))


def _is_beside(
    page: Page, sentence: Sentence, mention: PlaceMention, named: Sequence[PlaceMention]
) -> bool:
    """Whether a province is only what another was formed from, or where a named district lies."""
    merger = merged(page.text, page.cues, mention, sentence.start)
    if merger and not within(page.quantities, merger.end, mention.start):
        return True
    if _is_bracketed(page, mention, named):
        return True
    districts = [other for other in named if other.kind == "district" and other.end < mention.start]
    return bool(districts) and is_whereabouts(page.text, mention)


def _holds_named(page: Page, mention: PlaceMention, named: Sequence[PlaceMention]) -> bool:
    """Whether a district only tells where a named commune lies: "Na Co Sa commune of Nam Po
    district"."""
    if _BELOW.search(mention.name):
        return False
    return any(
        _BELOW.search(other.name) and _LIES_IN.fullmatch(page.text, other.end, mention.start)
        for other in named
    )


def _is_bracketed(page: Page, mention: PlaceMention, named: Sequence[PlaceMention]) -> bool:
    """Whether a place stands in a bracket behind another that tells no figure: "Lam Dong (with Binh
    Thuan and Dak Nong)", "Da Lat City (Lam Dong)"."""
    opens = page.text.rfind("(", max(0, mention.start - _BRACKET), mention.start)
    closes = page.text.find(")", mention.end, mention.end + _BRACKET)
    if opens < 0 or closes < 0 or ")" in page.text[opens : mention.start]:
        return False
    behind = any(0 <= opens - other.end <= 1 for other in named)
    return behind and not within(page.quantities, opens, closes)
