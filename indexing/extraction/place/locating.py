"""Where: the place a figure is about.

A place is inherited from the sentence, from the district that the sentence takes up ("the ward's
coverage"), from its section or list item, else from the article as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.part.debtors import lists_debtors
from indexing.extraction.place.all_of_them import is_of_all
from indexing.extraction.place.beside import is_label, stands_first
from indexing.extraction.place.mentions import owning, places_told_of
from indexing.extraction.place.naming import province_of, qualified
from indexing.extraction.place.sharing import dealt, together
from indexing.extraction.place.unlisted import unlisted_place
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.story.state import Story
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.totals import is_total
from indexing.extraction.text.wording import any_of
from indexing.gazetteer import COUNTRY
from indexing.records import PlaceMention, Span

_FRAME_REACH = 20
_AT = re.compile(
    r"(?:\s+(?:in|at|ở|tại)|\s*,?\s*coming\s+from"
    rf"|\s*,?\s*(?:was|were|is|are)\s+{any_of('places.recorded')}\s+(?:in|at|by))\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""Between a figure and the place that it was counted in."""
_OPENING = re.compile(rf"{any_of('places.openings')}\b", re.IGNORECASE)
_TO_SUBJECT = re.compile(r",\s*(?:the (?:province|city) of\s*)?$", re.IGNORECASE)
"""Between an opening phrase and its sentence's subject."""
_PAIRED = (
    rf"(?!\s+(?:(?!{any_of('places.clause_opens')}\b)[a-z-]+\s+){{1,3}}{any_of('places.led_by')}\b)"
)
"""Behind an "and" that only pairs two words: "examined and treated in", "social and health"."""
_PARTED = re.compile(rf"(?i:,|\b(?:while|but|và|còn)\b)|\band\b{_PAIRED}")
"""Between a figure and a place behind it that is another figure's."""
_RECORDED = re.compile(
    r"\s*,\s*(?:is|was|were|has been)\s+\w+\s+(?:in|at|by)\s+(?:the\s+)?", re.IGNORECASE
)
"""Between a figure in apposition and its place: "the lowest rate, 88%, was found in Ly Nhan"."""
_IN_SUM = re.compile(rf"\b{any_of('places.in_sum')}\s+(?:[^\W\d]+\s+){{0,3}}$", re.IGNORECASE)
_GIVES = re.compile(rf"\b{any_of('places.gives')}\b", re.IGNORECASE)
_DISTRICTS = re.compile(r"(?:districts|huyện)\b", re.IGNORECASE)
_OF_WHOLE = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|all|its|their|a|total|some|nearly|over)\s+)*", re.IGNORECASE
)
_IT = re.compile(r"(?:Its?|They)\b|(?:\w+\s+)?[\d.,]+ of (?:them|these|those)\b")
"""At the head of a sentence: it goes on about the place, or the people, told of before."""
_THERE = re.compile(r"(?:There|Here),\s")
_SUBJECT = re.compile(
    r"^\W*(?:(?:among|of|in|within|across)\s[^,;:.\d]*,\s+)?(?:the\s+)?$"
    r"|\b(?:is|was|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a place that a sentence is about: its first words, what it is one of, or "the last is"."""
_BEGINS = re.compile(r"\W*(?:[^\W\d]+\s+){0,2}(?:the\s+)?", re.IGNORECASE)
"""Before a place that a sentence begins with: "In", "Neighbouring"."""
_WITH_OWN = re.compile(r"\s*\(\s*[\d.,]+[^()]*\)")
"""Behind a place: its own figure, in brackets."""
_LEVELS = ("district", "commune", "ward", "town", "city")


def place_of(
    page: Page,
    sentence: SentenceSpan,
    story: Story,
    segments: Sequence[Segment],
    segment: Segment,
    home: str | None,
) -> str | None:
    """The place of a figure as the table writes it."""
    if (own := dealt(page, sentence, story, segments, segment)) is not None:
        return qualified(own, province_of(home))
    mentions = places_told_of(page, sentence, story, segment, home)
    if lists_debtors(page, sentence.span):
        mentions = owning(page, sentence, mentions)
    found = _joined(page, mentions, segment) or _nearest(page, mentions, segment)
    if found is None and segment.host is not None:
        found = _nearest(page, mentions, segments[segment.host])
    if found is None:
        found = _carried_on(page, mentions, segments, segment)
    if found is None:
        found = _announced(page, sentence, mentions, segment)
    if found is not None and _is_contributed(page, segments, segment, found):
        return home
    if found is not None and _is_shared(page, mentions, segment):
        return home
    if found is not None and found.kind == "district" and _counts_districts(segment):
        return province_of(qualified(found, province_of(home)))
    if found is not None:
        return together(page, mentions, found, home)
    if is_of_all(page, sentence, story, segment, home):
        return None
    unlisted = unlisted_place(page, sentence, segment, home)
    if unlisted is not None:
        return unlisted
    inherited = _inherited(page, sentence, story, home)
    return home if inherited is None else qualified(inherited, province_of(home))


def _is_contributed(
    page: Page, segments: Sequence[Segment], segment: Segment, found: PlaceMention
) -> bool:
    """Whether a figure is the whole that a place only gives a part of: "Tan Uyen contributes 300 of
    the 900"."""
    at = next(i for i, s in enumerate(segments) if s.quantity.start == segment.quantity.start)
    if not at or segments[at - 1].quantity.start < found.end:
        return False
    part = segments[at - 1].quantity
    gives = _GIVES.search(page.text, found.end, part.start) is not None
    return gives and _OF_WHOLE.fullmatch(page.text, part.end, segment.quantity.start) is not None


def _counts_districts(segment: Segment) -> bool:
    """Whether districts are counted, which no district has: "the most of the 12 districts"."""
    return _DISTRICTS.match(segment.quantity.unit_text or "") is not None


def _is_shared(page: Page, mentions: Sequence[PlaceMention], segment: Segment) -> bool:
    """Whether a figure is one of several places: "A owes 4 and B 3, together 55% of all", "20 in A
    and 14 in B, 34 in total"."""
    start, end = segment.quantity.start, segment.quantity.end
    past = {m.name for m in mentions if m.end <= start}
    low = page.sentence_at(start).start
    if segment.quantity.unit != "percent":
        return len(past) > 1 and is_total(page, low, start, end)
    return len(past) > 1 and _IN_SUM.search(page.text, *segment.before) is not None


def frame_of(page: Page, sentence: Span, in_list: bool) -> PlaceMention | None:
    """The place that a sentence opens with as a frame: "In Nam Dan district, ...", "Nationwide",
    "BAC KAN - ...", or the first words of a list item."""
    for mention in within(page.places, sentence.start, sentence.start + _FRAME_REACH):
        before = page.text[sentence.start : mention.start]
        led = before.strip().casefold() in ("in", "at", "across", "throughout", "tại", "ở", "trên")
        leads = mention.kind == "country" and (led or not before.strip())
        first = stands_first(page.text, mention, sentence.start)
        if (
            leads
            or (first and is_label(page.text, mention))
            or (in_list and first)
            or (led and page.text[mention.end : mention.end + 1] == ",")
        ):
            return mention
    return None


def _carried_on(
    page: Page, mentions: Sequence[PlaceMention], segments: Sequence[Segment], segment: Segment
) -> PlaceMention | None:
    """The last place before the figure; one behind the first figure holds up to a new clause, one
    in a clause without figures up to its semicolon unless its sentence is about it."""
    start, first = segment.quantity.start, segments[0].quantity.start
    past = [m for m in mentions if m.end <= start]
    counted = [m for m in past if _WITH_OWN.match(page.text, m.end, start)]
    if len(counted) > 1:  # "mostly in A (2,380) and B (1,905), which costs VND5 billion"
        past = [m for m in past if m not in counted]
    for place in reversed(past):
        later = place.end > first
        if not page.cues.any("clause", place.end, start) if later else _holds(page, place, start):
            return place
    return None


def _holds(page: Page, place: PlaceMention, start: int) -> bool:
    """Whether a place holds up to a figure behind it: "in Tra Linh porters lost their work; 2,310
    people got support" tells of another, "In Tra Linh porters lost their work; 40 got support" may
    tell of it."""
    opens = page.sentence_at(start).start
    about = _BEGINS.fullmatch(page.text, opens, place.start) is not None
    return about or ";" not in page.text[place.end : start]


def _announced(
    page: Page, sentence: SentenceSpan, mentions: Sequence[PlaceMention], segment: Segment
) -> PlaceMention | None:
    """The subject that an opening leads up to: "With 93% of its people insured, Hoa Binh ..."."""
    if not _OPENING.match(page.text, sentence.start):
        return None
    end = segment.quantity.end
    subject = next((m for m in mentions if m.start >= end), None)
    led = subject is not None and _TO_SUBJECT.search(page.text, end, subject.start) is not None
    return subject if led else None


def _inherited(
    page: Page, sentence: SentenceSpan, story: Story, home: str | None
) -> PlaceMention | None:
    """The place that a sentence without one stands under: taken up, or of its list or section."""
    place = story.places.last
    if place is not None and _takes_up(page, sentence, place):
        return place
    if place is not None and home == COUNTRY and _stays(page, sentence, place):
        return place
    if (
        story.places.frame is None
        or (home == COUNTRY and _speaks_for_all(page, sentence))
        or page.cues.any("local", sentence.start, sentence.end)
    ):
        return story.places.headed
    return story.places.frame


def _takes_up(page: Page, sentence: SentenceSpan, place: PlaceMention) -> bool:
    """Whether a sentence goes on about a place: "it has", "the ward's coverage" of a ward."""
    kind = place.name.partition(",")[0].casefold() if place.kind == "district" else ""
    for cue in page.cues.within("there", sentence.start, sentence.end) if kind else ():
        words = page.text[cue.start : cue.end].casefold()
        if words == "its" and _is_provinces(page, place):
            continue
        if next((level for level in _LEVELS if level in words), "") in kind:
            return True
    below = place.kind in ("district", "province")
    if below and _THERE.match(page.text, sentence.start):
        return True
    if not below or _IT.match(page.text, sentence.start, sentence.end) is None:
        return False
    told = page.sentence_at(place.start)  # where the place was named
    return _SUBJECT.search(page.text[told.start : place.start]) is not None


def _is_provinces(page: Page, place: PlaceMention) -> bool:
    """Whether "its" is the province's, which the sentence that named a place was about: "The
    province has 54,000 members, most of them in Rach Gia ward"."""
    start = page.sentence_at(place.start).start
    about = page.cues.any("local", start, place.start)
    return about and _SUBJECT.search(page.text[start : place.start]) is None


def _stays(page: Page, sentence: SentenceSpan, place: PlaceMention) -> bool:
    """Whether a paragraph of a report about the country goes on about the one place that the
    sentence before began with: "Bac Ninh had 1.2 million members. Coverage stood at 95%"."""
    told = page.sentence_at(place.start)
    named = {m.name for m in within(page.places, told.start, told.end)}
    first = _BEGINS.fullmatch(page.text, told.start, place.start) is not None
    if place.kind not in ("province", "district") or len(named) > 1 or not first:
        return False
    cues, span = page.cues, (sentence.start, sentence.end)
    return not (cues.any("provinces", *span) or cues.any("national_body", *span))


def _speaks_for_all(page: Page, sentence: SentenceSpan) -> bool:
    """Whether a national body is its subject: "VSS wants 1.45 million"."""
    cues = page.cues.within("national_body", sentence.start, sentence.start + _FRAME_REACH)
    return bool(cues) and not page.text[sentence.start : cues[0].start].strip().removeprefix("The")


def _joined(page: Page, mentions: Sequence[PlaceMention], segment: Segment) -> PlaceMention | None:
    """The place that follows a figure at once: "97% in Dong Xoai"."""
    end = segment.quantity.end
    behind = next((m for m in mentions if m.start >= end), None)
    if behind is None:
        return None
    at_once = any(gap.fullmatch(page.text, end, behind.start) for gap in (_AT, _RECORDED))
    return behind if at_once else None


def _nearest(page: Page, mentions: Sequence[PlaceMention], segment: Segment) -> PlaceMention | None:
    """The mention among the segment's words that is nearest; one parted from it is another's."""
    start, end = segment.quantity.start, segment.quantity.end
    held = [
        mention
        for mention in mentions
        if any(s.start <= mention.start and mention.end <= s.end for s in segment.spans)
        and (
            _holds(page, mention, start)
            if mention.end <= start
            else not _PARTED.search(page.text, end, mention.start)
        )
    ]
    return min(held, key=lambda m: start - m.end if m.end <= start else m.start - end, default=None)
