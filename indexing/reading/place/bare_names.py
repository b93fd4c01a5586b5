"""Names of districts and communes that stand alone, known by their province or from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from indexing.gazetteer import MERGER_DATE, District, Place, district_name, gazetteer
from indexing.reading.diacritics import agrees
from indexing.reading.folding import fold
from indexing.reading.phrases import Found, Line, PhraseBook
from indexing.reading.place.place_words import MOST_SYLLABLES, markers, place_list

_MARKS: Final = ("'", "\N{RIGHT SINGLE QUOTATION MARK}")
_OFFICES: Final = (("social", "insurance"), ("social", "security"))
_SEVERAL: Final = re.compile(r"[ '\N{RIGHT SINGLE QUOTATION MARK}]")
"""A name of several syllables, which is hardly anything but a place."""
_SYLLABLE: Final = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?",
    re.IGNORECASE,
)
_LONG: Final = 5
"""Letters that such a name has at least."""


@dataclass(frozen=True, slots=True)
class DistrictMention:
    """A part of a province found in a text: words `first` to `last` (exclusive)."""

    name: str
    """As the metric table writes it, without the province: "Nam Dan district"."""
    province: str | None
    """Known only where it was found by its bare name within that province."""
    first: int
    last: int


def bare_in_province(
    line: Line, within: str, used: Collection[int], provinces: frozenset[int], day: date | None
) -> Iterator[DistrictMention]:
    """Districts of `within` that stand without a marker, as in "Hiep Hoa district ..., Tan Yen".

    Since the districts were dissolved, their names are those of communes and wards: in a report of
    a `day` after that, "Thoai Son" is the commune."""
    dissolved = day is not None and day >= MERGER_DATE
    parts = gazetteer().former_parts(within) if dissolved else ()
    for found in _district_book(parts or (within,)).find(line):
        span = range(found.first, found.last)
        if (
            not any(i in used for i in span)
            and not provinces.issuperset(span)
            and all(line.capital(i) or line.gap(i) in _MARKS for i in span)
            and agrees(line.written(found.first, found.last), found.value.vietnamese)
            and not _names_other(line, found.last)
        ):
            renamed = dissolved and not _names_office(line, found)
            called = _since_dissolved(found.value) if renamed else found.value.name
            yield DistrictMention(called, within, found.first, found.last)


def bare_like_province(
    line: Line,
    within: str,
    found: Sequence[DistrictMention],
    provinces: Sequence[tuple[int, int, Place]],
) -> Iterator[DistrictMention]:
    """The bare names of districts of `within` that the text calls by their kind elsewhere and that
    are provinces' names too: "in Hoa Binh" beside "Hoa Binh district", of Bac Lieu."""
    called = {m.name for m in found if within in gazetteer().provinces_of(m.name)}
    used = {i for mention in found for i in range(mention.first, mention.last)}
    for first, last, place in provinces:
        names = [name for name in called if _kind_word().sub("", name) == place.name]
        around = {*line.words[max(0, first - 2) : first], *line.words[last : last + 1]}
        if names and place.name != within and first not in used and "province" not in around:
            yield DistrictMention(names[0], within, first, last)


def _names_office(line: Line, found: Found[District]) -> bool:
    """Whether a name is that of an office, which goes on for the district's communes together:
    "Social Insurance of Than Uyen", "Than Uyen Social Insurance"."""
    before = tuple(line.words[max(0, found.first - 3) : found.first])
    after = tuple(line.words[found.last : found.last + 2])
    return before in {(*office, "of") for office in _OFFICES} or after in _OFFICES


def _since_dissolved(district: District) -> str:
    """What goes on under a district's name: a commune, a ward under that of a town or city, and a
    special zone on the islands that are one."""
    if fold(district.vietnamese) in place_list("special_zones"):
        return district_name(district.bare, "special zone")
    return district_name(district.bare, "commune" if district.kind == "district" else "ward")


def _names_other(line: Line, last: int) -> bool:
    """Whether the next word makes a bare name that of something there: "Que Vo industrial park"."""
    return last < len(line.words) and line.words[last] in place_list("landmarks")


def before_province(
    line: Line, last: int, province: str, provinces: frozenset[int]
) -> DistrictMention | None:
    """The district of `province` whose bare name ends before its comma: "Nam Dan, Nghe An"."""
    if not last or line.gap(last) != ", ":
        return None
    for first in range(max(0, last - MOST_SYLLABLES), last):
        written = line.written(first, last)
        for district in gazetteer().districts_called(written):
            if (
                district.province == province
                and agrees(written, district.vietnamese)
                and not district.bare.isdigit()
                and provinces.isdisjoint(range(first, last))
            ):
                return DistrictMention(district.name, province, first, last)
    return None


def called_elsewhere(
    line: Line, found: Sequence[DistrictMention], used: Collection[int]
) -> Iterator[DistrictMention]:
    """The bare names of places that the text calls by their kind elsewhere: "Ea Kar" beside "Ea
    Kar commune".  A name that it gives to two kinds tells neither, a province's is the province's.

    `used` are the words of `line` that already name a place.
    """
    named: dict[str, str] = {}
    for mention in found:
        bare = _kind_word().sub("", mention.name)
        if _SEVERAL.search(bare) and gazetteer().place(bare) is None:
            named[bare] = "" if named.get(bare, mention.name) != mention.name else mention.name
    if not named:
        return
    for hit in PhraseBook(named.items()).find(line):
        span = range(hit.first, hit.last)
        free = not any(i in used for i in span) and all(map(line.capital, span))
        if hit.value and free and _stands_alone(line, hit):
            yield DistrictMention(hit.value, None, hit.first, hit.last)


def _stands_alone(line: Line, hit: Found[str]) -> bool:
    """Whether a name is no part of a longer one: "Mr Tan Lap", "Tan Lap Garment Company"."""
    before = line.words[hit.first - 1] if hit.first else ""
    joined = hit.first > 0 and line.gap(hit.first) == " " and line.capital(hit.first - 1)
    if before in place_list("titles") or (joined and before not in place_list("not_in_names")):
        return False
    if hit.last == len(line.words) or line.gap(hit.last) != " " or not line.capital(hit.last):
        return True
    return line.words[hit.last] in place_list("after_place")


@cache
def _kind_word() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(sorted({marker.kind for marker in markers()}))})$")


def _is_no_syllable(name: str) -> bool:
    """Whether a name in one word is none that Vietnamese has, so that it is hardly a person's."""
    return len(name) >= _LONG and _SYLLABLE.fullmatch(name) is None


@cache
def _district_book(provinces: tuple[str, ...]) -> PhraseBook[District]:
    """Names of several syllables, also where they are written in one: "Dakrong"."""
    return PhraseBook(
        (district.vietnamese, district)
        for district in gazetteer().districts
        if district.province in provinces
        and (_SEVERAL.search(district.vietnamese) or _is_no_syllable(district.bare))
        and gazetteer().place(district.vietnamese) is None
    )
