"""Where: the place a figure is about.

A place is inherited from the sentence, from the frame that an earlier sentence of the paragraph
set ("In Long My ward, ... The ward's coverage"), else from the article as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from indexing.extraction.page import within
from indexing.reading.places import find_places
from indexing.records import Article, PlaceMention, Span

COUNTRY = "Viet Nam"


def home_place(article: Article, mentions: Sequence[PlaceMention], local: bool) -> str | None:
    """The place that an article is about.

    From its front matter, its headline, or its opening paragraph.  A report that names no place
    is about the country, unless it speaks of "the province" (`local`): then the place is unknown.
    """
    for text in (article.place, article.title):
        named = find_places(text) if text else []
        if named:
            return qualified(named[0], _province_of(named) or _province_of(mentions))
    opening = article.text.find("\n", article.body.start)
    end = opening if opening > 0 else article.body.end
    first = [m for m in within(mentions, article.body.start, end)]
    country = [m for m in first if m.kind == "country"]
    if country:
        return COUNTRY
    if first and (local or len({m.name for m in first}) == 1):
        return qualified(first[0], _province_of(first))
    return None if local else COUNTRY


def qualified(mention: PlaceMention, province: str | None) -> str:
    """The mention's name in the table: a district is told with its province."""
    if mention.kind != "district" or mention.province is not None or province is None:
        return mention.name
    return mention.name if "," in mention.name else f"{mention.name}, {province}"


def province_of(place: str | None) -> str | None:
    """The province in a place of the table: "Nam Dan district, Nghe An" gives "Nghe An"."""
    if place is None or place == COUNTRY:
        return None
    return place.rsplit(", ", 1)[-1]


def _province_of(mentions: Sequence[PlaceMention]) -> str | None:
    return next((m.province for m in mentions if m.province is not None), None)


def place_in(
    mentions: Sequence[PlaceMention], spans: Sequence[Span], start: int, end: int
) -> PlaceMention | None:
    """The mention inside `spans` that is nearest to the figure; one before it wins a tie."""
    held = [m for m in mentions if any(s.start <= m.start and m.end <= s.end for s in spans)]
    return min(held, key=lambda m: start - m.end if m.end <= start else m.start - end, default=None)


def place_told(mention: PlaceMention, home: str | None) -> str:
    """A mention as the table writes it, its province taken from the article's place."""
    return qualified(mention, province_of(home))
