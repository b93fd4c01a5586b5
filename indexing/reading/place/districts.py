"""Districts, wards and communes: names that only the word for their kind makes a place.

"Chau Thanh" is a district of ten provinces and a common pair of syllables, so a bare name counts
only where the caller says which province the text is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from indexing.gazetteer import Place, district_name, gazetteer
from indexing.reading.diacritics import agrees, marked
from indexing.reading.folding import ascii_name
from indexing.reading.phrases import Found, Line, PhraseBook
from indexing.reading.place.appositions import apposed
from indexing.reading.place.bare_names import (
    DistrictMention,
    bare_in_province,
    called_elsewhere,
)
from indexing.reading.place.in_turn import listed, numeral_at, taken_up, told_in_turn
from indexing.reading.place.place_words import Marker, markers, not_places, place_words

_SYLLABLE: Final = re.compile(
    r"(?:b|bl|br|c|ch|d|dr|g|gh|gi|gr|h|k|kh|kl|kr|l|m|n|ng|ngh|nh|p|ph|pl|pr|qu|r|s|t|th|tr|v|x)?"
    r"[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t|k)?"
)
"""A syllable of a Vietnamese or highland name in plain letters; hardly an English word is one."""
_MOST_SYLLABLES: Final = 4
_ABBREVIATED: Final = 2
"""Letters of an abbreviation at most: a full stop behind it ends no sentence."""
_NUMBERED: Final = ("district", "ward")
_LOWEST: Final = ("commune", "ward")
_NUMBER: Final = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class _Reader:
    """One text on its way through the rules below."""

    line: Line
    provinces: frozenset[int]
    """The words that belong to the name of a province."""

    def nameable(self, i: int) -> bool:
        """Whether word `i` can be a syllable of a name that the district list does not hold."""
        word = self.line.words[i]
        return (
            i not in self.provinces
            and _SYLLABLE.fullmatch(word) is not None
            and word not in place_words().not_in_names
        )

    def ends_name(self, i: int, first: int) -> bool:
        """Whether word `i`, an English word too, ends a name: "Muong Than", but not "The"."""
        return (
            i > first
            and self.line.capital(i)
            and self.line.capital(i - 1)
            and self.nameable(i - 1)
            and _SYLLABLE.fullmatch(self.line.words[i]) is not None
            and i not in self.provinces
        )


def find_districts(
    line: Line, provinces: Sequence[tuple[int, int, Place]]
) -> list[DistrictMention]:
    """The districts, wards and communes of a text that the words beside them make such.

    `provinces` are the word ranges that name provinces.  Right before its province a bare name is
    known too.
    """
    reader = _reader(line, provinces)
    mentions: list[DistrictMention] = []
    used: set[int] = set()
    for found in _marker_book().find(line):
        for mention in _around(reader, found):
            words_of = set(range(mention.first, mention.last))
            if not used & words_of:
                mentions.append(mention)
                used |= words_of
    for mention in taken_up(line, reader.nameable):
        if used.isdisjoint(range(mention.first, mention.last)):
            mentions.append(mention)
            used |= set(range(mention.first, mention.last))
    taken = frozenset(used)
    for mention in told_in_turn(line, mentions, lambda i: i not in taken and reader.nameable(i)):
        mentions.append(mention)
        used |= set(range(mention.first, mention.last))
    for mention in called_elsewhere(line, mentions, used | reader.provinces):
        mentions.append(mention)
        used |= set(range(mention.first, mention.last))
    for first, _, place in provinces:
        if (bare := _before_province(reader, first, place.name)) and used.isdisjoint(
            range(bare.first, bare.last)
        ):
            mentions.append(bare)
            used |= set(range(bare.first, bare.last))
    return sorted(mentions, key=lambda mention: mention.first)


def with_bare_names(
    line: Line,
    provinces: Sequence[tuple[int, int, Place]],
    found: Sequence[DistrictMention],
    within: str,
    day: date | None = None,
) -> list[DistrictMention]:
    """The districts `found` and those of the province `within` that stand by their bare names, as
    they are called on `day`."""
    used = {i for mention in found for i in range(mention.first, mention.last)}
    bare = bare_in_province(line, within, used, _reader(line, provinces).provinces, day)
    return sorted([*found, *bare], key=lambda mention: mention.first)


def _reader(line: Line, provinces: Sequence[tuple[int, int, Place]]) -> _Reader:
    return _Reader(line, frozenset(i for first, last, _ in provinces for i in range(first, last)))


def _around(reader: _Reader, found: Found[tuple[Marker, ...]]) -> Iterator[DistrictMention]:
    """The names that belong to one marker: before it in English, after it in Vietnamese."""
    written = reader.line.written(found.first, found.last)
    if any(i in reader.provinces for i in range(found.first, found.last)):
        return
    for marker in found.value:
        if not agrees(written, marker.printed):
            continue
        if marker.vietnamese:
            span = _name_after(reader, marker, found.last, sure=marked(written))
            if span:
                yield _mention(reader, marker, span, found.first, span[1])
                return
            continue
        last = found.first
        spans: list[tuple[int, int]] = []
        while last and (span := _name_before(reader, marker, last)):
            spans.append(span)
            if not marker.plural or not (last := _before_comma(reader, span[0])):
                break
        if spans:
            yield _mention(reader, marker, spans[0], spans[0][0], found.last)
            yield from (_mention(reader, marker, span, *span) for span in spans[1:])
            return
        row = listed(reader.line, found.last, reader.nameable) if marker.plural else ()
        if row and marker.kind in _LOWEST:
            yield from (_mention(reader, marker, span, *span) for span in row)
            return
        if span := _name_after(reader, marker, found.last, sure=False):
            owner = _owner(reader, marker, span)
            yield owner or _mention(reader, marker, span, found.first, span[1])
            return
        span = apposed(reader.line, found.first, found.last, reader.nameable)
        if span and not marker.plural:
            yield _mention(reader, marker, span, *span)
            return


def _owner(reader: _Reader, marker: Marker, name: tuple[int, int]) -> DistrictMention | None:
    """The district that communes lie in: "three communes of Tri Ton", "wards of Ba Dinh"."""
    if not marker.plural or marker.kind not in _LOWEST or name[0] < 1:
        return None
    called = gazetteer().districts_called(reader.line.written(*name))
    within = reader.line.words[name[0] - 1] == "of"
    return DistrictMention(called[0].name, None, *name) if within and called else None


def _mention(
    reader: _Reader, marker: Marker, name: tuple[int, int], first: int, last: int
) -> DistrictMention:
    bare = ascii_name(reader.line.written(*name))
    if bare.islower() or bare.isupper():
        bare = bare.title()
    return DistrictMention(district_name(bare, marker.kind), None, first, last)


def _before_comma(reader: _Reader, first: int) -> int:
    """Where the name before ends in "A, B and C districts"; 0 if there is none."""
    if first >= 2 and reader.line.words[first - 1] in ("and", "va"):
        return first - 1
    return first if first and reader.line.gap(first) == ", " else 0


def _name_before(reader: _Reader, marker: Marker, last: int) -> tuple[int, int] | None:
    """The name that ends before word `last`."""
    first = last
    while (
        first
        and last - first < _MOST_SYLLABLES
        and (first == last or reader.line.gap(first) in (" ", "-", "'", " - "))
        and not reader.line.words[first - 1].isdigit()
    ):
        first -= 1
    for start in range(first, last):
        if _known(reader, marker, start, last):
            return (start - 1 if _divided(reader, marker, start) else start), last
    start = last
    capital = reader.line.capital(last - 1) if last else False
    while (
        start > first
        and (start == last or reader.line.gap(start) != " - ")
        and reader.line.capital(start - 1) == capital
        and (reader.nameable(start - 1) or reader.ends_name(start - 1, first))
    ):
        start -= 1
    return (start, last) if last - start >= (1 if capital else 2) else None


def _divided(reader: _Reader, marker: Marker, first: int) -> bool:
    """Whether a known name at word `first` is only a part of it by the compass: "Nam Nha Trang
    ward"."""
    return (
        marker.kind in _LOWEST
        and first > 0
        and reader.line.words[first - 1] in place_words().compass
        and reader.line.capital(first - 1)
        and reader.line.gap(first) == " "
    )


def _name_after(
    reader: _Reader, marker: Marker, first: int, *, sure: bool
) -> tuple[int, int] | None:
    """The name that begins with word `first`; unless `sure`, one that the list holds.

    Districts and wards may have a number: "District 1", but not "the city of 1.13 million".
    """
    numbers = marker.kind in _NUMBERED and not marker.plural
    if first < len(reader.line.words) and reader.line.words[first] == "of":
        first, numbers = first + 1, False
        sure = sure or (marker.kind in _LOWEST and not marker.plural)
    gaps = (" ", "-", ". ", ".") if len(marker.printed) <= _ABBREVIATED else (" ", "-")
    if first >= len(reader.line.words) or reader.line.gap(first) not in gaps:
        return None
    if reader.line.words[first].isdigit():
        whole = _NUMBER.fullmatch(reader.line.plain, *numeral_at(reader.line, first)) is not None
        return (first, first + 1) if numbers and whole else None
    last = first
    while (
        last < len(reader.line.words)
        and last - first < _MOST_SYLLABLES
        and (last == first or reader.line.gap(last) in (" ", "-", "'"))
    ):
        last += 1
    for end in range(last, first, -1):
        if _known(reader, marker, first, end):
            return first, end
    if not sure:
        return None
    end = first
    while end < last and reader.line.capital(end) and reader.nameable(end):
        end += 1
    return (first, end) if end > first else None


def _known(reader: _Reader, marker: Marker, first: int, last: int) -> bool:
    """Whether the list of districts holds the words.

    A province's name is a district's only as its capital's: "Lao Cai City", but "the communes of
    Lao Cai".
    """
    written = reader.line.written(first, last)
    called = gazetteer().districts_called(written)
    if not reader.provinces.isdisjoint(range(first, last)):
        one = marker.kind == "City" and not marker.plural
        return one and any(district.kind == "city" for district in called)
    return any(agrees(written, district.vietnamese) for district in called)


def _before_province(reader: _Reader, last: int, province: str) -> DistrictMention | None:
    """The district of `province` whose bare name ends before its comma: "Nam Dan, Nghe An"."""
    if not last or reader.line.gap(last) != ", ":
        return None
    for first in range(max(0, last - _MOST_SYLLABLES), last):
        written = reader.line.written(first, last)
        for district in gazetteer().districts_called(written):
            if (
                district.province == province
                and agrees(written, district.vietnamese)
                and not district.bare.isdigit()
                and reader.provinces.isdisjoint(range(first, last))
            ):
                return DistrictMention(district.name, province, first, last)
    return None


@cache
def _marker_book() -> PhraseBook[tuple[Marker, ...]]:
    nothing: tuple[Marker, ...] = ()
    every: dict[str, tuple[Marker, ...]] = {}
    for marker in markers():
        every[marker.printed] = (*every.get(marker.printed, ()), marker)
    return PhraseBook([*((name, nothing) for name in not_places()), *every.items()])
