"""Whether an article about a province is about one of its districts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from indexing.extraction.place.beside import is_whereabouts
from indexing.extraction.place.naming import inside_country, province_of, qualified
from indexing.extraction.text.placed import sort, within
from indexing.extraction.text.surface import Surface
from indexing.extraction.text.wording import any_of
from indexing.reading.folding import fold
from indexing.records import PlaceMention

_LEVELS = {
    "commune": ("commune", "xa"),
    "ward": ("ward", "phuong"),
    "town": ("town",),
    "district": ("district", "huyen"),
}
"""The words that a text takes a place of each level up with, folded."""
_BELOW = re.compile(r"\b(?:commune|ward|town)\b")
"""In a place's name: it lies in a district."""
_BELOW_IT = re.compile(
    rf"['\N{{RIGHT SINGLE QUOTATION MARK}}s]*\s+(?:[\w-]+\s+){{0,3}}{any_of('places.below')}\b",
    re.IGNORECASE,
)
"""Behind a province in a headline: what it speaks of is a part of it: "Ninh Thuan's poorest
district"."""


def _taken_up(place: str, talk: Sequence[str]) -> int:
    """How often a text takes a district or commune up: "the commune", "huyện" of their kinds."""
    words = next((words for level, words in _LEVELS.items() if level in place), ())
    return sum(any(word in told for word in words) for told in talk)


def _told_below(title: str, province: PlaceMention) -> str:
    """What a headline calls the part of a province that it speaks of."""
    found = _BELOW_IT.match(title, province.end)
    return found.group() if found else ""


def narrowed(surface: Surface, province: str, opening: int) -> str:
    """The district of `province` that an article is about, or else the province.

    It is about a district that its headline or opening names if it speaks of it more than of the
    province, and of no other district as much; a headline that names several is about none.
    """
    cues, text = surface.cues, surface.article.text
    start, end = surface.article.body.start, surface.article.body.end
    heard = inside_country(surface.headline.mentions(province, surface.article.published))
    named = sort(surface.names.mentions(province, surface.article.published))
    body = inside_country(within(named, start, end))
    opened = [*heard, *(m for m in body if m.start < opening)]
    first = {qualified(m, province) for m in opened if m.kind == "district"}
    headed = {name for m in heard if m.kind == "district" and (name := qualified(m, province))}
    on_a_par = {name for name in headed if not _BELOW.search(name)}
    if not first or len(on_a_par) > 1:
        return province
    title = surface.article.title
    below = [m for m in heard if _BELOW_IT.match(title, m.end)]
    told = [m for m in heard if m not in below]
    told += [m for m in body if not is_whereabouts(text, m)]
    districts = Counter(qualified(m, province) for m in told if m.kind == "district")
    talk = [
        fold(text[cue.start : cue.end])
        for cue in cues.within("district_talk", start, end)
        if not any(m.start < cue.end and cue.start < m.end for m in named)  # "the ward of Rach Gia"
    ]
    talk += [fold(_told_below(title, m)) for m in below]
    spoken_of = {name: count + _taken_up(name, talk) for name, count in districts.items()}
    own = max(spoken_of, key=lambda name: spoken_of[name], default=None)
    if own not in first or own is None or province_of(own) != province:
        return province
    within_it = spoken_of[own]
    beyond_it = sum(m.name == province for m in told)
    beyond_it += len(cues.within("province_talk", start, end))
    # what lies in a district is no other one
    others = sum(n for name, n in districts.items() if name != own and not _BELOW.search(name))
    alone = within_it > others
    return own if alone and within_it > beyond_it else province
