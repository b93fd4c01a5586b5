"""Words that stand for places: "the whole province", "the former", "the region"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from indexing.extraction.place.naming import lies_in, province_of
from indexing.extraction.place.sharing import distinct
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.story.state import Story
from indexing.extraction.text.cues import Cue
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.pointers import pointers
from indexing.extraction.text.wording import any_of, words_of
from indexing.extraction.topic.references import named_before
from indexing.gazetteer import CAPITAL, COUNTRY
from indexing.records import PlaceMention

_THERE = re.compile(r"\s+(?:in|for|of|across)\s+", re.IGNORECASE)
_CITY = re.compile(r" City(?:,|$)(?<!Ho Chi Minh City)")
"""In the name of a city that belongs to a province."""
_THAT = re.compile(r"\b(?:the|this|that)\s+(?:[a-z-]+\s+){1,2}(?:province|city)\b(?!\s+of\b)")
_CAPITAL = re.compile(
    r"(?P<led>\bin\s+|[.;:,]\s*(?:and\s+|while\s+|but\s+)?)?\b(?P<name>the capital)"
    r"(?=['\N{RIGHT SINGLE QUOTATION MARK}]s\s|\s+[a-z\d]|[,.;])"
    r"(?!\s+(?:of|city|market|invest|need|raised|cost)\w*)",
    re.IGNORECASE,
)
_PAIR = 2
_FIGURE_OF = re.compile(
    rf"\b(?:{any_of('places.told_for')}|that)\s+(?:of|for|in)\s+$", re.IGNORECASE
)
"""Before "the province": its own figure is told."""
_OWNED = re.compile(r"\b(?:of|for|to|with|from|than|in|across|within)\s+$")
"""Before "the province": it only owns what is told of."""


def standing_in(
    page: Page,
    sentence: SentenceSpan,
    story: Story,
    named: Sequence[PlaceMention],
    segment: Segment,
    home: str | None,
) -> list[PlaceMention]:
    """The places that words of a sentence stand for, where the words are; `named` are the places
    that it names."""
    return [
        *_province_again(page, sentence, named, home),
        *_home_again(page, sentence, story, named, segment, home),
        *_there_again(page, sentence, named, segment),
        *_pointed_at(page, sentence, story),
        *_region_again(page, sentence),
        *_capital(page, sentence, home),
    ]


def _there_again(
    page: Page, sentence: SentenceSpan, named: Sequence[PlaceMention], segment: Segment
) -> list[PlaceMention]:
    """The district or commune of the sentence that is told again before its figure: "A factory in
    Binh Tan district closed; the district has 13,042 members"."""
    found = []
    for cue in page.cues.within("there", sentence.start, segment.quantity.start):
        level = page.text[cue.start : cue.end].casefold().partition("the ")[2].rstrip("s'’")
        told = [m for m in named if m.end <= cue.start and m.kind == "district"]
        again = [m for m in told if level and m.name.partition(",")[0].endswith(f" {level}")][-1:]
        found += [replace(m, start=cue.start, end=cue.end) for m in again]
    return found


def _region_again(page: Page, sentence: SentenceSpan) -> list[PlaceMention]:
    """The region that was named last, where "the region" stands for it."""
    cues = page.cues.within("own_region", sentence.start, sentence.end)
    if not cues:
        return []
    told = [m for m in within(page.places, 0, sentence.start) if m.kind == "region"]
    return [PlaceMention(told[-1].name, "region", None, cue.start, cue.end) for cue in cues if told]


def _capital(page: Page, sentence: SentenceSpan, home: str | None) -> list[PlaceMention]:
    """ "In the capital", "The capital's employers" in a report about the country."""
    found = _CAPITAL.finditer(page.text, sentence.start, sentence.end) if home == COUNTRY else ()
    return [
        PlaceMention(CAPITAL, "province", CAPITAL, *told.span("name"))
        for told in found
        if told["led"] or told.start() == sentence.start
    ]


def _province_again(
    page: Page, sentence: SentenceSpan, named: Sequence[PlaceMention], home: str | None
) -> list[PlaceMention]:
    """The province that a report about the country named last, where "the province" or "that
    mountain province" stands for it; of several named together none, but for a city and a province
    that are told apart by these words."""
    if home != COUNTRY or named:
        return []
    spans = [
        *((c.start, c.end) for c in page.cues.within("own_province", sentence.start, sentence.end)),
        *(found.span() for found in _THAT.finditer(page.text, sentence.start, sentence.end)),
    ]
    if not spans:
        return []
    told = [m for m in within(page.places, 0, sentence.start) if lies_in(m)][-1:]
    since = page.sentence_at(told[0].start).start if told else sentence.start
    provinces = {lies_in(m) for m in within(page.places, since, sentence.start)} - {None}
    if len(provinces) == 1:
        name = provinces.pop() or ""
        return [PlaceMention(name, "province", name, *span) for span in spans]
    cities = provinces & _municipalities()
    if len(provinces) != _PAIR or len(cities) != 1:
        return []
    kinds = {"city": cities.pop() or "", "province": (provinces - _municipalities()).pop() or ""}
    called = [(span, page.text[span[0] : span[1]].casefold()) for span in spans]
    return [
        PlaceMention(name, "province", name, *span)
        for span, words in called
        for kind, name in kinds.items()
        if kind in words
    ]


@cache
def _municipalities() -> frozenset[str | None]:
    """The provinces that are cities, by their names."""
    return frozenset(words_of("places.municipalities"))


def _home_again(
    page: Page,
    sentence: SentenceSpan,
    story: Story,
    named: Sequence[PlaceMention],
    segment: Segment,
    home: str | None,
) -> list[PlaceMention]:
    """Words such as "the whole province" that name the home, or a home district's province.

    Beside districts "the province" is told of the figure that it follows at once or that it is the
    subject of; "the city" is the province's where no city in it was named just before.
    """
    province = province_of(home)
    if province is None:
        return []
    below = home != province or any(mention.kind == "district" for mention in named)
    own = page.cues.within("own_province", sentence.start, sentence.end)
    # "the city of Phan Thiet" is that city
    own = [c for c in own if not any(m.start < c.end and c.start < m.end for m in named)]
    if below:
        own = [cue for cue in own if _is_its(page, sentence, named, cue, segment)]
    of_city = (place for place in (story.places.headed, story.places.last) if place is not None)
    if own and any(_CITY.search(place.name) for place in of_city):
        own = [cue for cue in own if "city" not in page.text[cue.start : cue.end].casefold()]
    whole = page.cues.within("whole_province", sentence.start, sentence.end)
    return [
        PlaceMention(province, "province", province, cue.start, cue.end) for cue in (*whole, *own)
    ]


def _is_its(
    page: Page, sentence: SentenceSpan, named: Sequence[PlaceMention], cue: Cue, segment: Segment
) -> bool:
    """Whether "the province" beside districts is told of a figure: right behind it, or as its
    subject: "the province stood at 95%, Viet Tri at 97%"."""
    start, end = segment.quantity.start, segment.quantity.end
    if cue.start >= end:
        return _THERE.fullmatch(page.text, end, cue.start) is not None
    between = any(cue.end <= m.start < start for m in named)
    others = within(page.quantities, cue.end, start)
    owned = _OWNED.search(page.text, sentence.start, cue.start) is not None
    figure = _FIGURE_OF.search(page.text, sentence.start, cue.start) is not None
    return not (between or others or (owned and not figure))


def _pointed_at(page: Page, sentence: SentenceSpan, story: Story) -> list[PlaceMention]:
    """The first or the second of two places told of before, where "the former" and "the latter"
    stand for them and not for schemes or sums that were told later."""
    found = []
    row = [one.bound.topic for one in story.theme.row]
    for pointer in pointers(page, sentence.start, sentence.end):
        told = distinct(within(page.places, sentence.start, pointer.start))
        if len(told) != _PAIR:
            topics = named_before(page, sentence.span, pointer.start, row)
            told = () if topics else story.places.several
        if pointer.whole and len(told) == _PAIR and pointer.which < _PAIR:
            place, start, end = told[pointer.which], pointer.start, pointer.end
            found.append(PlaceMention(place.name, place.kind, place.province, start, end))
    return found
