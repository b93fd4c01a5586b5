"""The places that a text names, in English and Vietnamese, with or without diacritics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from indexing.gazetteer import Place, gazetteer
from indexing.reading.diacritics import agrees, marked
from indexing.reading.folding import folded
from indexing.reading.phrases import Line, PhraseBook, line_of, words
from indexing.reading.place.bare_names import DistrictMention
from indexing.reading.place.bylines import is_dateline
from indexing.reading.place.districts import find_districts, with_bare_names
from indexing.reading.place.place_words import PlaceWords, not_places, place_words
from indexing.records import PlaceMention

_YEAR: Final = re.compile(r"(19|20)\d\d")
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)\b", re.IGNORECASE
)
"""Web addresses: the places in them are no mentions."""
_ROW: Final = re.compile(r".+")
_ADDRESS_SIGNS: Final = ("://", "www.", ".vn", ".com", ".net", ".org")
_RUN: Final = 6
"""Most words of an institution's name after the country's: "Viet Nam General Confederation of
Labour"."""
_NAME_WORDS: Final = 3
"""Most words of a person's name before the part that is also a place's."""
_BETWEEN: Final = re.compile(
    r"(?:,? (?:in|of|under|cua|thuoc) |, ?| ?\()"
    r"(?:the )?(?:(?:province of|tinh|thanh pho|tp\.?) )?"
)
_OWNS: Final = re.compile(r"'(?:s|(?!s))(?! (?:[\w-]+ ){0,4}(?:district|city|town|commune|ward)\b)")
"""Behind a comma and a province: what it has is told next: "back in Hoi An, Quang Nam's receipts",
but not "in Hoi An, Quang Nam's best known city"."""
_OWNER: Final = re.compile(r"(?:'s?)?(?: province(?:'s)?| city(?:'s)?)? ")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A spelling of a place (None: of something that is no place)."""

    place: Place | None
    forms: tuple[str, ...]
    """The ways to write it that fold to the same words, with their diacritics."""
    only_beside: bool = False
    """Whether it needs a word beside it that says that it is a place."""
    only_beside_lower: bool = False
    """The same where it is written in lower case."""


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
    provinces = tuple(_provinces(line))
    return PlaceReading(line, provinces, find_districts(line, provinces))


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
    lists = place_words()
    for found in _book().find(read):
        spelling, first, last = found.value, found.first, found.last
        if spelling.place is None or not _is_place(read, spelling, first, last, lists):
            continue
        yield first, last, spelling.place
    yield from _adjectives(read, lists)


def _is_place(read: Line, spelling: _Spelling, first: int, last: int, lists: PlaceWords) -> bool:
    assert spelling.place is not None
    written = read.written(first, last)
    if not any(agrees(written, form) for form in spelling.forms):
        return False
    lower = not read.capital(first)
    if (spelling.only_beside or (lower and spelling.only_beside_lower)) and not _beside(
        read, first, last, lists
    ):
        return False
    if is_dateline(read, first, last):
        return False
    beyond = spelling.place.kind in ("region", "foreign")
    if beyond and not any(map(read.capital, range(first, last))):
        return any(form.islower() and agrees(written, form) for form in spelling.forms)
    if spelling.place.kind in ("country", "foreign"):
        return not (_national_body(read, last, lists) or _body_of(read, first, lists))
    return lower or not (_person(read, first, lists) or _firm_or_road(read, first, last, lists))


def _beside(read: Line, first: int, last: int, lists: PlaceWords) -> bool:
    """Whether a neighbouring word tells that an ambiguous name is a place."""
    if first and read.words[first - 1] in lists.before_place and read.gap(first) in " ":
        return True
    if last == len(read.words):
        return first == 0 or read.words[first - 1] not in lists.not_in_names
    after = read.words[last]
    return after in lists.after_place or _YEAR.fullmatch(after) is not None


def _national_body(read: Line, last: int, lists: PlaceWords) -> bool:
    """Whether the country's name begins that of an institution ("Vietnam Chamber of Commerce")."""
    for i in range(last, min(last + _RUN, len(read.words))):
        if read.gap(i).strip(" -'") or "\n" in read.gap(i):
            return False
        if not read.capital(i):
            if i > last and read.words[i] in ("of", "and", "for", "s"):
                continue
            return False
        if read.words[i] in lists.national_bodies:
            return True
    return False


def _body_of(read: Line, first: int, lists: PlaceWords) -> bool:
    """Whether the country's name ends that of an institution ("State Bank of Viet Nam")."""
    return (
        first >= 2
        and read.words[first - 1] == "of"
        and read.words[first - 2] in lists.bodies_of
        and read.capital(first - 2)
    )


def _person(read: Line, first: int, lists: PlaceWords) -> bool:
    """Whether the words before make the name that of a person ("Nguyen Thi Hoa Binh")."""
    for i in range(first - 1, max(first - 1 - _NAME_WORDS, -1), -1):
        gap = read.gap(i + 1)
        title = read.words[i] in lists.titles
        if not (gap == " " or (title and gap == ". ")) or not read.capital(i):
            return False
        word = read.words[i]
        if title or word in lists.middle_names:
            return True
        if word in lists.surnames:
            plain_word = not marked(read.written(i, i + 1)) and word in lists.not_surnames
            return not plain_word
    return False


def _firm_or_road(read: Line, first: int, last: int, lists: PlaceWords) -> bool:
    """Whether the next word makes the name that of a firm or a road ("Saigon Post")."""
    if (
        first
        and read.gap(first) == " "
        and read.written(first - 1, first).lower() in lists.roads_before
        and (first == 1 or read.words[first - 2] != "thanh")
    ):
        return True
    if last == len(read.words) or read.gap(last) != " ":
        return False
    after = read.words[last]
    return after in lists.roads or (after in lists.firms and read.capital(last))


def _adjectives(read: Line, lists: PlaceWords) -> Iterator[tuple[int, int, Place]]:
    """The country where an adjective stands for it: "the national rate", no database or law."""
    country = gazetteer().country
    for i in range(len(read.words) - 1):
        if (
            read.words[i] in lists.country_adjectives
            and (read.words[i + 1] in lists.counted or read.words[i + 1].isdigit())
            and read.gap(i + 1) == " "
            and not (i + 2 < len(read.words) and read.words[i + 2] in lists.not_counted)
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
def _book() -> PhraseBook[_Spelling]:
    entries: list[tuple[str, _Spelling]] = [(name, _Spelling(None, ())) for name in not_places()]
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
                    _Spelling(
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
