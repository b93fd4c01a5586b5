"""Where: the place a figure is about.

A place is inherited from the sentence, from the district that the sentence takes up ("the ward's
coverage"), else from the article as a whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from indexing.blocks import split_blocks
from indexing.extraction.debtors import lists_debtors
from indexing.extraction.layout import Sentence
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.story import Story, span_of
from indexing.gazetteer import gazetteer
from indexing.reading.places import find_places
from indexing.records import Article, PlaceMention, Span

COUNTRY = "Viet Nam"
_IN = re.compile(r"\b(?:in|at|of|from|tại|ở)\s+(?:the\s+)?$", re.IGNORECASE)
_FRAME_REACH = 20
_OPENING = 2
"""Blocks of the body that may tell what place an article is about."""


def home_place(article: Article, local: bool) -> str | None:
    """The place that an article is about.

    From its front matter, its headline, or its opening.  A report that names no place is about
    the country, unless it speaks of "the province" (`local`): then the place is unknown.
    """
    for text in (article.place, article.title):
        named = find_places(text) if text else []
        if named:
            return qualified(named[0], next((m.province for m in named if m.province), None))
    blocks = split_blocks(article.text, article.body.start, article.body.end)
    for number, block in enumerate(blocks[:_OPENING]):
        named = find_places(article.text[block.start : block.end])
        provinces = [mention for mention in named if mention.kind != "country"]
        if len(provinces) < len(named) and not local:
            return COUNTRY
        if len({mention.name for mention in provinces}) == 1:
            return qualified(
                provinces[0], next((m.province for m in provinces if m.province), None)
            )
        if provinces and (local or number == 0):
            return _most_named(article)
    return _most_named(article) if local else COUNTRY


def _most_named(article: Article) -> str | None:
    """The province that a report names most, where it speaks of "the province"."""
    named = find_places(article.text[article.body.start : article.body.end])
    counts = Counter(mention.province for mention in named if mention.province)
    return counts.most_common(1)[0][0] if counts else None


def province_of(place: str | None) -> str | None:
    """The province in a place of the table: "Nam Dan district, Nghe An" gives "Nghe An"."""
    if place is None or place == COUNTRY:
        return None
    return place.rsplit(", ", 1)[-1]


def place_of(
    page: Page,
    sentence: Sentence,
    story: Story,
    segments: Sequence[Segment],
    segment: Segment,
    home: str | None,
) -> str | None:
    """The place of a figure as the table writes it."""
    mentions = within(page.places, sentence.start, sentence.end)
    if lists_debtors(
        page, span_of(sentence)
    ):  # "Hoa Binh owes ..." is a firm, "in Hoa Binh" is not
        mentions = [m for m in mentions if _IN.search(page.text, sentence.start, m.start)]
    found = _nearest(page, mentions, segment)
    if found is None and segment.host is not None:
        found = _nearest(page, mentions, segments[segment.host])
    if found is None:
        past = [m for m in mentions if m.end <= segment.quantity.start]
        first = segments[0].quantity.start
        found = next(
            (
                mention
                for mention in reversed(past)
                if mention.end <= first
                or ";" not in page.text[mention.end : segment.quantity.start]
            ),
            None,
        )
    if found is None and _taken_up(page, sentence, story):
        found = story.place
    if found is None and not page.cues.any("local", sentence.start, sentence.end):
        found = story.frame
    return home if found is None else qualified(found, province_of(home))


def frame_of(page: Page, sentence: Span) -> PlaceMention | None:
    """The place that a sentence opens with as a frame: "In Nam Dan district, ...", "Nationwide"."""
    for mention in within(page.places, sentence.start, sentence.start + _FRAME_REACH):
        before = page.text[sentence.start : mention.start].strip().casefold()
        led = before in ("in", "at", "across", "throughout", "tại", "ở", "trên")
        if (led and page.text[mention.end : mention.end + 1] == ",") or (
            mention.kind == "country" and (led or not before)
        ):
            return mention
    return None


def _nearest(page: Page, mentions: Sequence[PlaceMention], segment: Segment) -> PlaceMention | None:
    """The mention among the segment's words that is nearest; behind a comma it is another's."""
    start, end = segment.quantity.start, segment.quantity.end
    held = [
        mention
        for mention in mentions
        if any(s.start <= mention.start and mention.end <= s.end for s in segment.spans)
        and (mention.end <= start or "," not in page.text[end : mention.start])
    ]
    return min(held, key=lambda m: start - m.end if m.end <= start else m.start - end, default=None)


def _taken_up(page: Page, sentence: Span | Sentence, story: Story) -> bool:
    return (
        story.place is not None
        and story.place.kind == "district"
        and page.cues.any("there", sentence.start, sentence.end)
    )


def qualified(mention: PlaceMention, province: str | None) -> str:
    """The mention's name in the table: a district is told with its province."""
    if mention.kind != "district" or mention.province is not None or ", " in mention.name:
        return mention.name
    owners = gazetteer().provinces_of(mention.name)
    owner = province or (owners[0] if len(owners) == 1 else None)
    return mention.name if owner is None else f"{mention.name}, {owner}"
