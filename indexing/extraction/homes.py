"""The place that an article is about: what it speaks of where it names no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from indexing.blocks import Block, split_blocks
from indexing.extraction.lexicon import Cues
from indexing.gazetteer import gazetteer
from indexing.reading.places import find_places
from indexing.records import Article, PlaceMention

COUNTRY = "Viet Nam"
_OPENING = 2
"""Blocks of the body that may tell what place an article is about."""


def home_place(article: Article, cues: Cues) -> str | None:
    """The place that an article is about; `cues` are those of its text.

    From its front matter, its headline, or its opening.  A report that names no place is about
    the country, unless it speaks of "the province": then the place is unknown.  A region's office
    stands for no place of the table.  Whether a district or its province is meant is settled by
    which of the two the article goes on to speak of.
    """
    if article.place and (named := find_places(article.place)):
        return qualified(named[0], _province(named))
    opening = _opening(article)
    if cues.any("region_office", 0, opening[-1].end if opening else 0):
        return None
    home = _named_home(article, cues, opening)
    province = province_of(home)
    if home is None or province is None:
        return home
    within_it = len(cues.within("district_talk", article.body.start, article.body.end))
    beyond_it = len(cues.within("province_talk", article.body.start, article.body.end))
    if home != province:
        return home if within_it >= beyond_it else province
    if within_it <= beyond_it:
        return home
    end = opening[-1].end if opening else article.body.start
    return _most_named_district(article, end, province) or home


def province_of(place: str | None) -> str | None:
    """The province in a place of the table: "Nam Dan district, Nghe An" gives "Nghe An"."""
    if place is None or place == COUNTRY:
        return None
    return place.rsplit(", ", 1)[-1]


def qualified(mention: PlaceMention, province: str | None) -> str:
    """The mention's name in the table: a district is told with its province."""
    if mention.kind != "district" or mention.province is not None or ", " in mention.name:
        return mention.name
    owners = gazetteer().provinces_of(mention.name)
    owner = province or (owners[0] if len(owners) == 1 else None)
    return mention.name if owner is None else f"{mention.name}, {owner}"



def _named_home(article: Article, cues: Cues, opening: Sequence[Block]) -> str | None:
    """The place that the headline or the opening names."""
    if named := find_places(article.title) if article.title else []:
        return qualified(named[0], _province(named))
    local = cues.any("local", article.body.start, article.body.end)
    for number, block in enumerate(opening):
        named = find_places(article.text[block.start : block.end])
        provinces = [mention for mention in named if mention.kind != "country"]
        if len(provinces) < len(named) and not local:
            return COUNTRY
        if len({mention.name for mention in provinces}) == 1:
            return qualified(provinces[0], _province(provinces))
        if provinces and (local or number == 0):
            return _most_named_province(article)
    return _most_named_province(article) if local else COUNTRY


def _opening(article: Article) -> list[Block]:
    return split_blocks(article.text, article.body.start, article.body.end)[:_OPENING]


def _province(named: Sequence[PlaceMention]) -> str | None:
    return next((mention.province for mention in named if mention.province), None)


def _most_named_province(article: Article) -> str | None:
    """The province that a report names most, where it speaks of "the province"."""
    named = find_places(article.text[article.body.start : article.body.end])
    counts = Counter(mention.province for mention in named if mention.province)
    return counts.most_common(1)[0][0] if counts else None


def _most_named_district(article: Article, end: int, province: str) -> str | None:
    """The district of a province that the text before `end` names most."""
    named = [m for m in find_places(article.text[:end], province) if m.kind == "district"]
    counts = Counter(qualified(mention, province) for mention in named)
    return counts.most_common(1)[0][0] if counts else None
