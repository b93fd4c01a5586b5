"""The place that an article is about: what it speaks of where it names no place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from indexing.blocks import Block, split_blocks
from indexing.extraction.lexicon import Cues
from indexing.gazetteer import gazetteer
from indexing.reading.places import find_places
from indexing.records import Article, PlaceMention

COUNTRY = "Viet Nam"
_VENUE_REACH = 60
_SPEAKER_REACH = 120
"""Characters around a venue in which the meeting and who spoke there are named."""
_PART_OF = re.compile(
    r"\b(?:district|commune|ward|town|city|locality) (?:of|in) (?:the )?(?:province of )?$",
    re.IGNORECASE,
)
_PART_REACH = 40
_OPENING = 2
"""Blocks of the body that may tell what place an article is about."""


def home_place(article: Article, cues: Cues) -> str | None:
    """The place that an article is about; `cues` are those of its text.

    From its front matter, its headline, or its opening.  A report that names no place is about
    the country, unless it speaks of "the province": then the place is unknown.  A region's office
    stands for no place of the table.  Whether a district or its province is meant is settled by
    which of the two the article goes on to speak of.
    """
    if article.place and (named := _home_places(article.place)):
        return qualified(named[0], _province(named))
    opening = _opening(article)
    if cues.any("region_office", 0, opening[-1].end if opening else 0):
        return None
    home = _named_home(article, cues, opening)
    province = province_of(home)
    if home is None or province is None:
        return home
    return _narrowed(article, cues, province, opening[-1].end if opening else 0)


def is_venue(cues: Cues, mention: PlaceMention, start: int) -> bool:
    """Whether something was held or said in a place; `start`: where its sentence or text begins."""
    return cues.any("venue", max(start, mention.start - _VENUE_REACH), mention.start)


def is_whereabouts(text: str, mention: PlaceMention) -> bool:
    """Whether a province only tells where a district lies: "a coastal district of Ca Mau"."""
    return _PART_OF.search(text, max(0, mention.start - _PART_REACH), mention.start) is not None


def province_of(place: str | None) -> str | None:
    """The province in a place of the table: "Nam Dan district, Nghe An" gives "Nghe An"."""
    last = place.rsplit(", ", 1)[-1] if place else ""
    known = gazetteer().places.get(last)
    return last if known is not None and known.kind == "province" else None


def qualified(mention: PlaceMention, province: str | None) -> str:
    """The mention's name in the table: a district is told with its province."""
    if mention.kind != "district" or mention.province is not None or ", " in mention.name:
        return mention.name
    owners = gazetteer().provinces_of(mention.name)
    owner = province or (owners[0] if len(owners) == 1 else None)
    return mention.name if owner is None else f"{mention.name}, {owner}"


def _home_places(text: str, within: str | None = None) -> list[PlaceMention]:
    """What an article can be about, of the places of a text: the country and what lies in it."""
    kinds = ("country", "province", "district")
    return [mention for mention in find_places(text, within) if mention.kind in kinds]


def _named_home(article: Article, cues: Cues, opening: Sequence[Block]) -> str | None:
    """The place that the headline or the opening names."""
    if named := _home_places(article.title) if article.title else []:
        told = [
            mention for block in opening for mention in _places(article, block.start, block.end)
        ]
        return qualified(named[0], _province(named) or _province(told))
    local = cues.any("local", article.body.start, article.body.end)
    for number, block in enumerate(opening):
        named = [
            m
            for m in _places(article, block.start, block.end)
            if local or not _is_venue(article, cues, m)
        ]
        provinces = [mention for mention in named if mention.kind != "country"]
        if len(provinces) < len(named) and not local:
            return COUNTRY
        several = bool(provinces) and cues.any("provinces", block.start, provinces[0].start)
        if several and not local:
            return COUNTRY
        if len({mention.name for mention in provinces}) == 1:
            return qualified(provinces[0], _province(provinces))
        if provinces and (local or number == 0):
            return _most_named_province(article, local)
    return _most_named_province(article, local) if local else COUNTRY


def _is_venue(article: Article, cues: Cues, mention: PlaceMention) -> bool:
    """Whether a national body only met or spoke there: "At a meeting in Da Nang, VSS said ..."."""
    start = article.body.start
    speaks = cues.any("national_body", start, mention.end + _SPEAKER_REACH)
    return speaks and is_venue(cues, mention, start)


def _opening(article: Article) -> list[Block]:
    return split_blocks(article.text, article.body.start, article.body.end)[:_OPENING]


def _places(
    article: Article, start: int, end: int, province: str | None = None
) -> list[PlaceMention]:
    """The places of a part of an article, by their offsets in the article."""
    found = _home_places(article.text[start:end], province)
    return [replace(m, start=m.start + start, end=m.end + start) for m in found]


def _province(named: Sequence[PlaceMention]) -> str | None:
    return next((mention.province for mention in named if mention.province), None)


def _most_named_province(article: Article, local: bool) -> str | None:
    """The province that a report names most; where it does not speak of "the province", one that
    stands out, or else it is about the country."""
    named = _home_places(article.text[article.body.start : article.body.end])
    counts = Counter(mention.province for mention in named if mention.province).most_common(2)
    tied = len(counts) > 1 and counts[0][1] == counts[1][1]
    if not local and (tied or not counts):
        return COUNTRY
    return counts[0][0] if counts else None


def _narrowed(article: Article, cues: Cues, province: str, opening: int) -> str:
    """The district of `province` that an article is about, or else the province.

    It is about a district that its headline or opening names if it speaks of it more than of the
    province, and of no other district as much.
    """
    start, end = article.body.start, article.body.end
    heard = _home_places(article.title, province) if article.title else []
    opened = [*heard, *_places(article, start, opening, province)]
    first = {qualified(m, province) for m in opened if m.kind == "district"}
    if not first:
        return province
    body = [
        m for m in _places(article, start, end, province) if not is_whereabouts(article.text, m)
    ]
    told = [*heard, *body]
    districts = Counter(qualified(m, province) for m in told if m.kind == "district")
    own = next((name for name, _ in districts.most_common(1) if name in first), None)
    if own is None or province_of(own) != province:
        return province
    within_it = districts[own] + len(cues.within("district_talk", start, end))
    beyond_it = sum(m.name == province for m in told)
    beyond_it += len(cues.within("province_talk", start, end))
    alone = within_it > districts.total() - districts[own]
    return own if alone and within_it > beyond_it else province
