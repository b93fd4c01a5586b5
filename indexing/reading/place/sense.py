"""Whether the name of a place means it: not where a person, a firm or a road is named so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from indexing.gazetteer import Place, gazetteer
from indexing.reading.diacritics import agrees, marked
from indexing.reading.phrases import Line
from indexing.reading.place.place_words import MOST_SYLLABLES, is_surname, place_list

_YEAR: Final = re.compile(r"(19|20)\d\d")
_RUN: Final = 6
"""Most words of an institution's name after the country's: "Viet Nam General Confederation of
Labour"."""
_SIDE: Final = "mien"
"""Before the side of a country or a province: "miền Tây"."""
_NAME_WORDS: Final = 3
"""Most words of a person's name before the part that is also a place's."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling of a place (None: of something that is no place)."""

    place: Place | None
    forms: tuple[str, ...]
    """The ways to write it that fold to the same words, with their diacritics."""
    only_beside: bool = False
    """Whether it needs a word beside it that says that it is a place."""
    only_beside_lower: bool = False
    """The same where it is written in lower case."""


def is_place(read: Line, spelling: Spelling, first: int, last: int) -> bool:
    """Whether the words `first` to `last` mean the place of `spelling`, which has one."""
    assert spelling.place is not None
    written = read.written(first, last)
    if not any(agrees(written, form) for form in spelling.forms):
        return False
    lower = not read.capital(first)
    if (spelling.only_beside or (lower and spelling.only_beside_lower)) and not _beside(
        read, first, last
    ):
        return False
    if spelling.place.kind == "region" and _part_of_another(read, first, last):
        return False
    is_told_by_one = spelling.place.kind == "region" and last - first == 1
    if (is_told_by_one or spelling.place.kind == "foreign") and not any(
        map(read.capital, range(first, last))
    ):
        return any(form.islower() and agrees(written, form) for form in spelling.forms)
    if spelling.place.kind in ("country", "foreign"):
        return not (_national_body(read, last) or _body_of(read, first))
    person = not _behind_district(read, first, spelling.place) and _person(read, first)
    return lower or not (person or _firm_or_road(read, first, last))


def _beside(read: Line, first: int, last: int) -> bool:
    """Whether a neighbouring word tells that an ambiguous name is a place."""
    if first and read.words[first - 1] in place_list("before_place") and read.gap(first) in " ":
        return True
    if last == len(read.words):
        return first == 0 or read.words[first - 1] not in place_list("not_in_names")
    after = read.words[last]
    return after in place_list("after_place") or _YEAR.fullmatch(after) is not None


def _part_of_another(read: Line, first: int, last: int) -> bool:
    """Whether a region that is named by a side is that of the name behind it: "miền Tây Nghệ An"
    is the west of Nghe An."""
    is_side = read.words[first] == _SIDE and last < len(read.words)
    return is_side and read.gap(last) == " " and read.capital(last)


def _national_body(read: Line, last: int) -> bool:
    """Whether the country's name begins that of an institution ("Vietnam Chamber of Commerce")."""
    for i in range(last, min(last + _RUN, len(read.words))):
        if read.gap(i).strip(" -'") or "\n" in read.gap(i):
            return False
        if not read.capital(i):
            if i > last and read.words[i] in ("of", "and", "for", "s"):
                continue
            return False
        if read.words[i] in place_list("national_bodies"):
            return True
    return False


def _body_of(read: Line, first: int) -> bool:
    """Whether the country's name ends that of an institution ("State Bank of Viet Nam")."""
    return (
        first >= 2
        and read.words[first - 1] == "of"
        and read.words[first - 2] in place_list("bodies_of")
        and read.capital(first - 2)
    )


def _person(read: Line, first: int) -> bool:
    """Whether the words before make the name that of a person ("Nguyen Thi Hoa Binh")."""
    for i in range(first - 1, max(first - 1 - _NAME_WORDS, -1), -1):
        gap = read.gap(i + 1)
        title = read.words[i] in place_list("titles")
        if not (gap == " " or (title and gap == ". ")) or not read.capital(i):
            return False
        word = read.words[i]
        if title or word in place_list("middle_names"):
            return True
        if is_surname(read.written(i, i + 1)):
            plain_word = not marked(read.written(i, i + 1)) and word in place_list("not_surnames")
            return not plain_word
    return False


def _behind_district(read: Line, first: int, province: Place) -> bool:
    """Whether the words before are one of a province's districts: "Ba Đình Hà Nội" is nobody."""
    for start in range(max(0, first - MOST_SYLLABLES), first - 1):
        called = gazetteer().districts_spelt(read.words[start:first])
        beside = all(read.gap(i) == " " for i in range(start + 1, first + 1))
        if beside and any(district.province == province.name for district in called):
            return True
    return False


def _firm_or_road(read: Line, first: int, last: int) -> bool:
    """Whether the next word makes the name that of a firm or a road ("Saigon Post")."""
    if (
        first
        and read.gap(first) == " "
        and read.written(first - 1, first).lower() in place_list("roads_before")
        and (first == 1 or read.words[first - 2] != "thanh")
    ):
        return True
    if last == len(read.words) or read.gap(last) != " ":
        return False
    after = read.words[last]
    return after in place_list("roads") or (after in place_list("firms") and read.capital(last))
