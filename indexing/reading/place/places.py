"""The places that a text names, in English and Vietnamese, with or without diacritics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from indexing.gazetteer import Place, gazetteer
from indexing.reading.folding import folded
from indexing.reading.phrases import Line, PhraseBook, line_of, words
from indexing.reading.place.bare_names import DistrictMention
from indexing.reading.place.bylines import is_dateline
from indexing.reading.place.districts import find_districts, with_bare_names
from indexing.reading.place.place_words import not_places, place_list
from indexing.reading.place.sense import Spelling, is_place
from indexing.records import PlaceMention

_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)\b", re.IGNORECASE
)
"""Web addresses: the places in them are no mentions."""
_KINDS: Final = ("province", "provinces")
"""At the end of a region's name: what is meant of it, and none of the name."""
_ROW: Final = re.compile(r".+")
_ADDRESS_SIGNS: Final = ("://", "www.", ".vn", ".com", ".net", ".org")
_BETWEEN: Final = re.compile(
    r"(?:,? (?:in|of|under|cua|thuoc) |, ?| ?\()"
    r"(?:the )?(?:(?:province of|tinh|thanh pho|tp\.?) )?"
)
_OWNS: Final = re.compile(r"'(?:s|(?!s))(?! (?:[\w-]+ ){0,4}(?:district|city|town|commune|ward)\b)")
"""Behind a comma and a province: what it has is told next: "back in Hoi An, Quang Nam's receipts",
but not "in Hoi An, Quang Nam's best known city"."""
_OWNER: Final = re.compile(r"(?:'s?)?(?: province(?:'s)?| city(?:'s)?)? ")


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The words of a text and what names a place among them, whatever province it is about."""

    line: Line
    provinces: Sequence[tuple[int, int, Place]]
    """The ranges of words that name the country or a province."""
    districts: Sequence[DistrictMention]
    """Those that the words beside them make such."""

    def mentions(self, within: str | None = None, day: date | None = None) -> list[PlaceMention]:
        """The places of the text, as `find_places` has them; `day`: when it came out."""
        districts = self.districts
        if within is not None:
            districts = with_bare_names(self.line, self.provinces, districts, within, day)
        return _mentions(self.line, self.provinces, districts)


def find_places(text: str, within: str | None = None) -> list[PlaceMention]:
    """The places of `text` in reading order, none inside another; offsets in `text`.

    Districts, wards and communes are found by the word for their kind ("Nam Dan district",
    "huyện Nam Đàn"); with `within`, the province that the text is about, its districts are found
    by their bare names too.  A district's `province` is None where the text beside it does not
    name one.  Persons, firms, roads and national institutions that carry a place's name are left
    out.
    """
    return read_places(line_of(text)).mentions(within)


def read_places(line: Line) -> PlaceReading:
    """What the words of a text say of places, whatever province it turns out to be about."""
    rows = (row.span() for row in _ROW.finditer(line.plain) if _is_signed(row[0]))
    spans = (line.view.span(*row) for row in rows)
    if addresses := [found.span() for row in spans for found in _ADDRESS.finditer(line.text, *row)]:
        line = line.without(addresses)
    named = tuple(_provinces(line))
    told = tuple(one for one in named if not is_dateline(line, one[0], one[1]))
    return PlaceReading(line, told, find_districts(line, named))


def _is_signed(row: str) -> bool:
    """Whether there may be a web address in a line of folded text."""
    return any(sign in row for sign in _ADDRESS_SIGNS)


def _mentions(
    read: Line, provinces: Sequence[tuple[int, int, Place]], districts: Sequence[DistrictMention]
) -> list[PlaceMention]:
    inside = {i for district in districts for i in range(district.first, district.last)}
    mentions = []
    taken: set[int] = set()
    for district in districts:
        mention, owner = _with_province(read, district, provinces)
        mentions.append(mention)
        taken |= owner
    for first, last, place in provinces:
        if not inside.intersection(range(first, last)) and first not in taken:
            start, end = read.span(first, last)
            province = place.name if place.kind == "province" else None
            mentions.append(PlaceMention(place.name, place.kind, province, start, end))
    return sorted(mentions, key=lambda mention: mention.start)


def _provinces(read: Line) -> Iterator[tuple[int, int, Place]]:
    """Word ranges that name the country or a province, with the place."""
    for found in _book().find(read):
        spelling, first, last = found.value, found.first, found.last
        if spelling.place is None or not is_place(read, spelling, first, last):
            continue
        kind_told = spelling.place.kind == "region" and read.words[last - 1] in _KINDS
        yield first, last - kind_told, spelling.place
    yield from _adjectives(read)


def _adjectives(read: Line) -> Iterator[tuple[int, int, Place]]:
    """The country where an adjective stands for it: "the national rate", no database or law."""
    country = gazetteer().country
    for i in range(len(read.words) - 1):
        if (
            read.words[i] in place_list("country_adjectives")
            and (read.words[i + 1] in place_list("counted") or read.words[i + 1].isdigit())
            and read.gap(i + 1) == " "
            and not (i + 2 < len(read.words) and read.words[i + 2] in place_list("not_counted"))
        ):
            yield i, i + 1, country


def _with_province(
    read: Line, district: DistrictMention, provinces: Sequence[tuple[int, int, Place]]
) -> tuple[PlaceMention, set[int]]:
    """The mention of a district, with the province named right after or before it.

    The second value holds the first word of that province's own mention, if it was taken in.
    """
    plain = read.plain
    start, end = read.starts[district.first], read.ends[district.last - 1]
    owner: Place | None = None
    taken: set[int] = set()
    for first, last, place in provinces:
        if place.kind != "province":
            continue
        between = plain[end : read.starts[first]]
        if first >= district.last and _BETWEEN.fullmatch(between):
            if between == ", " and _OWNS.match(plain, read.ends[last - 1]):
                break
            owner, taken, end = place, {first}, read.ends[last - 1]
            break
        if last <= district.first and _OWNER.fullmatch(plain[read.ends[last - 1] : start]):
            owner, taken, start = place, {first}, read.starts[first]
            break
    province = owner.name if owner else district.province
    name = f"{district.name}, {province}" if province else district.name
    return PlaceMention(name, "district", province, *read.view.span(start, end)), taken


@cache
def _book() -> PhraseBook[Spelling]:
    entries: list[tuple[str, Spelling]] = [(name, Spelling(None, ())) for name in not_places()]
    for place in gazetteer().places.values():
        ambiguous = {_plain(form): form for form in place.ambiguous}
        for spelling in (*place.spellings, *place.ambiguous):
            key = _plain(spelling)
            forms = tuple(
                form for form in (*place.spellings, *place.ambiguous) if _plain(form) == key
            )
            doubtful = ambiguous.get(key)
            entries.append(
                (
                    spelling,
                    Spelling(
                        place,
                        forms,
                        only_beside=doubtful is not None and not doubtful.islower(),
                        only_beside_lower=doubtful is not None and doubtful.islower(),
                    ),
                )
            )
    return PhraseBook(entries)


def _plain(phrase: str) -> str:
    return " ".join(words(folded(phrase).text))
