"""Where a name begins and ends that stands beside the word for its kind: "Chau Thanh district"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from indexing.gazetteer import Place, gazetteer
from indexing.reading.diacritics import agrees
from indexing.reading.folding import ascii_name
from indexing.reading.phrases import Line
from indexing.reading.place.in_turn import numeral_at
from indexing.reading.place.place_words import LOWEST, MOST_SYLLABLES, Marker, place_list
from indexing.reading.quantity.unit.behind import is_counted

_SYLLABLE: Final = re.compile(
    r"(?:b|bl|br|c|ch|d|dr|g|gh|gi|gr|h|k|kh|kl|kr|l|m|n|ng|ngh|nh|p|ph|pl|pr|qu|r|s|t|th|tr|v|x)?"
    r"[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t|k)?"
)
"""A syllable of a Vietnamese or highland name in plain letters; hardly an English word is one."""
_ABBREVIATED: Final = 2
"""Letters of an abbreviation at most: a full stop behind it ends no sentence."""
_NUMBERED: Final = ("district", "ward")
_NUMBER: Final = re.compile(r"\d{1,2}")
_NAMED_ALIKE: Final = ("district", "town", *LOWEST)
"""Kinds of places that may bear the name of a province; "Lao Cai City" lies in its own."""
_DESCRIBED: Final = 3
"""Words behind a kind that it may only describe: "commune health stations"."""


@dataclass(frozen=True, slots=True)
class NameReader:
    """A text cut into words, and which of them can be of the name of a district or commune."""

    line: Line
    provinces: frozenset[int]
    """The words that belong to the name of a province."""
    begins: Mapping[int, int]
    """Where the name of a province ends, by where it begins."""

    def nameable(self, i: int) -> bool:
        """Whether word `i` can be a syllable of a name that the district list does not hold."""
        word = self.line.words[i]
        return (
            i not in self.provinces
            and _SYLLABLE.fullmatch(word) is not None
            and word not in place_list("not_in_names")
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


def is_like_name(written: str) -> bool:
    """Whether words look like the name of a place in Viet Nam that no list holds: "Tho Chau"."""
    syllables = [ascii_name(word).casefold() for word in written.split()]
    return len(syllables) > 1 and all(
        _SYLLABLE.fullmatch(one) and one not in place_list("not_in_names") for one in syllables
    )


def name_reader(line: Line, provinces: Sequence[tuple[int, int, Place]]) -> NameReader:
    words = frozenset(i for first, last, _ in provinces for i in range(first, last))
    begins = {first: last for first, last, place in provinces if place.kind == "province"}
    return NameReader(line, words, begins)


def before_comma(reader: NameReader, first: int) -> int:
    """Where the name before ends in "A, B and C districts"; 0 if there is none."""
    if first >= 2 and reader.line.words[first - 1] in ("and", "va"):
        return first - 1
    return first if first and reader.line.gap(first) == ", " else 0


def name_before(reader: NameReader, marker: Marker, last: int) -> tuple[int, int] | None:
    """The name that ends before word `last`."""
    first = last
    while (
        first
        and last - first < MOST_SYLLABLES
        and (first == last or reader.line.gap(first) in (" ", "-", "'", " - "))
        and not reader.line.words[first - 1].isdigit()
    ):
        first -= 1
    for start in range(first, last):
        if _known(reader, marker, start, last):
            return _begun(reader, marker, first, start), last
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


def province_before(reader: NameReader, marker: Marker, last: int) -> tuple[int, int] | None:
    """The name of a province that ends before word `last` and is that of one of its parts, or of
    another's: "Hoa Binh district" of Bac Lieu, "Bac Ninh ward".

    "Lao Cai commune stations" and "a Lao Cai commune" are those of the province.
    """
    line = reader.line
    first = next((one for one, end in reader.begins.items() if end == last), None)
    if first is None or marker.plural or marker.kind not in _NAMED_ALIKE or line.gap(last) != " ":
        return None
    start = _begun(reader, marker, 0, first)
    owned = start > 0 and line.gap(start) == " " and line.words[start - 1] in place_list("one_of")
    behind = line.words[last + 1 : last + 1 + _DESCRIBED]
    of = behind[:1] == ["of"] and line.gap(last + 1) == " "
    if owned or of or not place_list("kind_describes").isdisjoint(behind):
        return None
    return start, last


def province_after(reader: NameReader, marker: Marker, first: int) -> tuple[int, int] | None:
    """The same behind a Vietnamese word for its kind: "phường Bắc Ninh", "huyện Hòa Bình"."""
    last = reader.begins.get(first)
    if last is None or marker.kind not in _NAMED_ALIKE or reader.line.gap(first) != " ":
        return None
    return first, last


def numbered_before(reader: NameReader, marker: Marker, last: int) -> tuple[int, int] | None:
    """The name with its number that ends before word `last`: "Ha Giang 1 ward" is one of several
    that a former town, or a province's seat, was made into."""
    number = last - 1
    if marker.plural or marker.kind not in LOWEST or number < 1 or reader.line.gap(last) != " ":
        return None
    if not _NUMBER.fullmatch(reader.line.plain, *numeral_at(reader.line, number)):
        return None
    if is_counted(reader.line.plain, reader.line.ends[last]):
        return None  # "in Hue 12 commune stations"
    first = number
    while (
        first > 0
        and number - first < MOST_SYLLABLES
        and reader.line.gap(first) == " "
        and reader.line.capital(first - 1)
        and (first - 1 in reader.provinces or reader.nameable(first - 1))
    ):
        first -= 1
    return (first, last) if first < number else None


def _begun(reader: NameReader, marker: Marker, first: int, start: int) -> int:
    """Where a commune's name begins, of which a list holds what stands from `start` on: "Hoa Vinh
    commune", "Nam Nha Trang ward"."""
    while (
        marker.kind in LOWEST
        and start > first
        and reader.line.gap(start) == " "
        and reader.line.capital(start - 1)
        and reader.nameable(start - 1)
    ):
        start -= 1
    return start


def _ended(reader: NameReader, marker: Marker, end: int, last: int) -> int:
    """Where it ends, of which a list holds what stands before `end`: "the commune of Vinh Gia"."""
    while (
        marker.kind in LOWEST
        and end < last
        and reader.line.gap(end) == " "
        and reader.line.capital(end)
        and reader.nameable(end)
    ):
        end += 1
    return end


def name_after(
    reader: NameReader, marker: Marker, first: int, *, sure: bool
) -> tuple[int, int] | None:
    """The name that begins with word `first`; unless `sure`, one that the list holds.

    Districts and wards may have a number: "District 1", but not "the city of 1.13 million".
    """
    numbers = marker.kind in _NUMBERED and not marker.plural
    if first < len(reader.line.words) and reader.line.words[first] == "of":
        first, numbers = first + 1, False
        sure = sure or (marker.kind in LOWEST and not marker.plural)
    gaps = (" ", "-", ". ", ".") if len(marker.printed) <= _ABBREVIATED else (" ", "-")
    if first >= len(reader.line.words) or reader.line.gap(first) not in gaps:
        return None
    if reader.line.words[first].isdigit():
        whole = _NUMBER.fullmatch(reader.line.plain, *numeral_at(reader.line, first)) is not None
        return (first, first + 1) if numbers and whole else None
    last = first
    while (
        last < len(reader.line.words)
        and last - first < MOST_SYLLABLES
        and (last == first or reader.line.gap(last) in (" ", "-", "'", " - "))
    ):
        last += 1
    for end in range(last, first, -1):
        if _known(reader, marker, first, end):
            return first, _ended(reader, marker, end, last)
    if not sure:
        return None
    end = first
    while (
        end < last
        and (end == first or reader.line.gap(end) != " - ")
        and reader.line.capital(end)
        and reader.nameable(end)
    ):
        end += 1
    return (first, end) if end > first else None


def _known(reader: NameReader, marker: Marker, first: int, last: int) -> bool:
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
