"""The place that an article is about: what it speaks of where it names no place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from indexing.articles.blocks import Block
from indexing.extraction.place.beside import (
    STOP,
    is_label,
    is_met_in,
    is_of_asker,
    is_ranked_in,
    is_venue,
    merged,
    stands_first,
)
from indexing.extraction.place.naming import inside_country, lies_in, province_of, qualified
from indexing.extraction.place.narrowing import narrowed
from indexing.extraction.text.cues import read_cues
from indexing.extraction.text.placed import within
from indexing.extraction.text.surface import Surface
from indexing.extraction.text.wording import any_of
from indexing.gazetteer import COUNTRY, MERGER_DATE, gazetteer
from indexing.reading.place.place_words import LOWEST
from indexing.reading.place.places import find_places
from indexing.records import PlaceMention

_SPEAKER_REACH = 120
"""Characters behind a venue in which who spoke there is named."""
_LED = 4
"""Characters of a word such as "In" before the first place of a sentence."""
_LISTED = re.compile(r",?\s+(?:and\s+)?")
_ALONE = re.compile(r"\s+alone\b")
_DATELINE = re.compile(r"\s*([^\W\d][^\n(,\d]{1,30}?)\s*(?:[(,\u2010-\u2015]|--?\s)")
_OF_MANY = re.compile(rf"\b(?:\d{{1,2}}|{any_of('places.of_many')})\s+$", re.IGNORECASE)
"""Before "provincial": there are several."""
_OWN_OFFICES = re.compile(
    rf"\s+(?:social (?:insurance|security) )?{any_of('places.own_offices')}\b", re.IGNORECASE
)
_AGENCIES = frozenset({"Hanoi", "Ho Chi Minh City"})
_FIRST = 6
"""Characters of markup before the first word of a block."""
_OPENING = 2
"""Blocks of the body that may tell what place an article is about."""


def home_place(surface: Surface) -> str | None:
    """The place that an article is about.

    From its front matter, its headline, or its opening.  A report that names no place is about
    the country, unless it speaks of "the province": then the place is unknown.  A region's office
    stands for no place of the table.  Whether a district or its province is meant is settled by
    which of the two the article goes on to speak of.
    """
    article = surface.article
    if article.place and (named := inside_country(find_places(article.place))):
        return qualified(named[0], _province(named))
    opening = surface.blocks[:_OPENING]
    end = opening[-1].end if opening else 0
    if surface.cues.any("region_office", 0, end):
        return None
    home = _named_home(surface, opening)
    province = province_of(home)
    if home is None or province is None:
        return home
    later = gazetteer().successor(province)
    if later is not None and _is_ward_of_today(home, article.published):
        return f"{home.removesuffix(province)}{later}"
    return narrowed(surface, province, end)


def _is_ward_of_today(home: str, published: date | None) -> bool:
    """Whether a ward or commune is told of after the merger, since when all of them lie in the
    provinces of today, whatever former one the text names beside it."""
    kind = home.partition(", ")[0].rpartition(" ")[2]
    return kind in LOWEST and published is not None and published >= MERGER_DATE


def _told_of(surface: Surface, start: int, end: int) -> list[PlaceMention]:
    """The same between two offsets, without one picked out of others ("Nam Dinh alone has") or only
    added to another: "after the merger with Ha Nam and Nam Dinh"."""
    text, places = surface.article.text, inside_country(within(surface.places, start, end))
    whole = [m for m in places if not merged(text, surface.cues, m, start)]
    return [
        m
        for m in whole or places
        if not _ALONE.match(text, m.end)
        and not is_of_asker(text, m)
        and not (m.kind == "country" and is_ranked_in(text, surface.cues, m, start))
    ]


def _named_home(surface: Surface, opening: Sequence[Block]) -> str | None:
    """The place that the headline or the opening names."""
    cues, body = surface.cues, surface.article.body
    if named := _headed(surface, opening):
        told = [m for block in opening for m in within(surface.places, block.start, block.end)]
        return qualified(named[0], _province(named) or _province(inside_country(told)))
    if _is_by_province(surface):
        return COUNTRY
    local = _is_local(surface, opening)
    for number, block in enumerate(opening):
        named = [
            mention
            for mention in _told_of(surface, block.start, block.end)
            if local or not _is_venue(surface, mention)
        ]
        provinces = [mention for mention in named if mention.kind != "country"]
        if len(provinces) < len(named) and not local:
            subject = _subject(surface, block, named)
            return subject or COUNTRY
        several = bool(provinces) and _speaks_of_several(surface, body.start, provinces[0].start)
        if several and not local:
            return COUNTRY
        if len({mention.name for mention in provinces}) == 1:
            return qualified(provinces[0], _province(provinces))
        if provinces and (local or number == 0):
            return _most_named_province(surface, local, _subject(surface, block, provinces))
    filed = _filed_in(surface)
    if local:
        return _most_named_province(surface, local) or filed
    national = cues.any("national_body", body.start, body.end)
    plural = cues.within("provinces", body.start, body.end)
    national = national or any(
        not is_ranked_in(surface.article.text, cues, cue, body.start) for cue in plural
    )
    return COUNTRY if national or filed is None else filed


def _headed(surface: Surface, opening: Sequence[Block]) -> list[PlaceMention]:
    """The places of the headline, but for one where a national body only met."""
    named = inside_country(surface.headline.mentions())
    if not named or _is_local(surface, opening):
        return named
    end = opening[-1].end if opening else 0
    if not surface.cues.any("national_body", surface.article.body.start, end):
        return named
    line = surface.headline.line
    cues = read_cues(line)
    return [m for m in named if not is_met_in(line.text, cues, m, 0)]


def _is_by_province(surface: Surface) -> bool:
    """Whether the paragraphs or items of a report each stand under another province's name."""
    text = surface.article.text
    labels = {
        mention.name
        for block in surface.blocks
        for mention in within(surface.places, block.start, block.start + _FIRST)
        if mention.kind == "province" and stands_first(text, mention, block.start)
        if is_label(text, mention)
    }
    return len(labels) > 1


def _is_local(surface: Surface, opening: Sequence[Block]) -> bool:
    """Whether the article speaks of "the province".  Where a national body opens it, one that is
    spoken of later is one of those that were named on the way."""
    cues, body = surface.cues, surface.article.body
    end = opening[-1].end if opening else body.start
    national = cues.any("national_body", body.start, end)
    told = cues.within("local", body.start, end if national else body.end)
    text = surface.article.text
    of_all = [cue for cue in told if national and _OWN_OFFICES.match(text, cue.end)]
    return any(
        _OF_MANY.search(text, body.start, cue.start) is None for cue in told if cue not in of_all
    )


def _speaks_of_several(surface: Surface, start: int, end: int) -> bool:
    """Whether an opening speaks of provinces, or of the agencies of "three provincial" ones."""
    cues, text = surface.cues, surface.article.text
    several = any(_OF_MANY.search(text, start, c.start) for c in cues.within("local", start, end))
    return several or cues.any("provinces", start, end)


def _filed_in(surface: Surface) -> str | None:
    """The province whose name stands in the dateline.  From the two great cities agencies write of
    the whole country."""
    body = surface.article.body
    opening = _DATELINE.match(surface.article.text, body.start, body.end)
    if opening is None or within(surface.places, body.start, opening.end()):
        return None
    named = inside_country(find_places(opening[1]))
    return named[0].province if named and named[0].name not in _AGENCIES else None


def _is_venue(surface: Surface, mention: PlaceMention) -> bool:
    """Whether a national body only met or spoke there: "At a meeting in Da Nang, VSS said ..."."""
    start = surface.article.body.start
    speaks = surface.cues.any("national_body", start, mention.end + _SPEAKER_REACH)
    return speaks and is_venue(surface.article.text, surface.cues, mention, start)


def _province(named: Sequence[PlaceMention]) -> str | None:
    return next((province for mention in named if (province := lies_in(mention))), None)


def _subject(surface: Surface, block: Block, named: Sequence[PlaceMention]) -> str | None:
    """The province that the first sentence of a block begins with, or the only one in it."""
    text = surface.article.text
    stop = STOP.search(text, block.start, block.end)
    first = [m for m in named if stop is None or m.start < stop.start()]
    if len({m.name for m in first}) > 1:
        one, other = first[:2]
        if one.start - block.start > _LED or _LISTED.fullmatch(text, one.end, other.start):
            return None
    return lies_in(first[0]) if first else None


def _most_named_province(surface: Surface, local: bool, subject: str | None = None) -> str | None:
    """The province that a report names most; of several that it names alike, its `subject`.

    Where it does not speak of "the province", it is about one that stands out, or the country."""
    body = surface.article.body
    named = inside_country(within(surface.places, body.start, body.end))
    counts = Counter(filter(None, map(lies_in, named))).most_common(2)
    tied = len(counts) > 1 and counts[0][1] == counts[1][1]
    if tied and subject in (counts[0][0], counts[1][0]):
        return subject
    if not local and (tied or not counts):
        return COUNTRY
    return counts[0][0] if counts else None
