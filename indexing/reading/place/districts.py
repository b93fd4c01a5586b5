"""Districts, wards and communes: names that only the word for their kind makes a place.

"Chau Thanh" is a district of ten provinces and a common pair of syllables, so a bare name counts
only where the caller says which province the text is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain

from indexing.gazetteer import Place, district_name, gazetteer
from indexing.reading.diacritics import agrees, marked
from indexing.reading.folding import ascii_name
from indexing.reading.phrases import Found, Line, PhraseBook
from indexing.reading.place.appositions import apposed
from indexing.reading.place.bare_names import (
    DistrictMention,
    bare_in_province,
    bare_like_province,
    before_province,
    called_elsewhere,
)
from indexing.reading.place.in_turn import listed, taken_up, told_in_turn
from indexing.reading.place.name_edges import (
    NameReader,
    before_comma,
    name_after,
    name_before,
    name_reader,
    numbered_before,
    province_after,
    province_before,
)
from indexing.reading.place.place_words import LOWEST, Marker, markers, not_places


def find_districts(
    line: Line, provinces: Sequence[tuple[int, int, Place]]
) -> list[DistrictMention]:
    """The districts, wards and communes of a text that the words beside them make such.

    `provinces` are the word ranges that name provinces.  Right before its province a bare name is
    known too.
    """
    reader = name_reader(line, provinces)
    around = (_around(reader, found) for found in _marker_book().find(line))
    mentions = _apart(chain.from_iterable(around), ())
    mentions = _apart(taken_up(line, reader.nameable), mentions)
    taken = _words_of(mentions)
    mentions += told_in_turn(line, mentions, lambda i: i not in taken and reader.nameable(i))
    mentions += called_elsewhere(line, mentions, _words_of(mentions) | reader.provinces)
    before = (before_province(line, i, p.name, reader.provinces) for i, _, p in provinces)
    mentions = _apart(filter(None, before), mentions)
    return sorted(mentions, key=lambda mention: mention.first)


def _apart(
    found: Iterable[DistrictMention], kept: Sequence[DistrictMention]
) -> list[DistrictMention]:
    """The mentions `kept`, and each of those `found` that shares no word with one before it."""
    apart, used = list(kept), _words_of(kept)
    for mention in found:
        words = range(mention.first, mention.last)
        if used.isdisjoint(words):
            apart.append(mention)
            used.update(words)
    return apart


def _words_of(mentions: Iterable[DistrictMention]) -> set[int]:
    return {i for mention in mentions for i in range(mention.first, mention.last)}


def with_bare_names(
    line: Line,
    provinces: Sequence[tuple[int, int, Place]],
    found: Sequence[DistrictMention],
    within: str,
    day: date | None,
) -> list[DistrictMention]:
    """The districts `found` and those of the province `within` that stand by their bare names, as
    they are called on `day`."""
    bare = bare_in_province(
        line, within, _words_of(found), name_reader(line, provinces).provinces, day
    )
    alike = bare_like_province(line, within, found, provinces)
    return sorted([*found, *bare, *alike], key=lambda mention: mention.first)


def _around(reader: NameReader, found: Found[tuple[Marker, ...]]) -> Iterator[DistrictMention]:
    """The names that belong to one marker: before it in English, after it in Vietnamese."""
    written = reader.line.written(found.first, found.last)
    if any(i in reader.provinces for i in range(found.first, found.last)):
        return
    for marker in found.value:
        if not agrees(written, marker.printed):
            continue
        if marker.vietnamese:
            sure = marked(written)
            span = name_after(reader, marker, found.last, sure=sure)
            span = span or (province_after(reader, marker, found.last) if sure else None)
            if span:
                yield _mention(reader, marker, span, found.first, span[1])
                return
            continue
        if numbered := numbered_before(reader, marker, found.first):
            yield _mention(reader, marker, numbered, numbered[0], found.last)
            return
        if alike := province_before(reader, marker, found.first):
            yield _mention(reader, marker, alike, alike[0], found.last)
            return
        last = found.first
        spans: list[tuple[int, int]] = []
        while last and (span := name_before(reader, marker, last)):
            spans.append(span)
            if not marker.plural or not (last := before_comma(reader, span[0])):
                break
        if spans:
            yield _mention(reader, marker, spans[0], spans[0][0], found.last)
            yield from (_mention(reader, marker, span, *span) for span in spans[1:])
            return
        row = listed(reader.line, found.last, reader.nameable) if marker.plural else ()
        if row and marker.kind in LOWEST:
            yield from (_mention(reader, marker, span, *span) for span in row)
            return
        if span := name_after(reader, marker, found.last, sure=False):
            owner = _owner(reader, marker, span)
            yield owner or _mention(reader, marker, span, found.first, span[1])
            return
        span = apposed(reader.line, found.first, found.last, reader.nameable)
        if span and not marker.plural:
            yield _mention(reader, marker, span, *span)
            return


def _owner(reader: NameReader, marker: Marker, name: tuple[int, int]) -> DistrictMention | None:
    """The district that communes lie in: "three communes of Tri Ton", "wards of Ba Dinh"."""
    if not marker.plural or marker.kind not in LOWEST or name[0] < 1:
        return None
    called = gazetteer().districts_called(reader.line.written(*name))
    within = reader.line.words[name[0] - 1] == "of"
    return DistrictMention(called[0].name, None, *name) if within and called else None


def _mention(
    reader: NameReader, marker: Marker, name: tuple[int, int], first: int, last: int
) -> DistrictMention:
    bare = ascii_name(reader.line.written(*name))
    if bare.islower() or bare.isupper():
        bare = bare.title()
    return DistrictMention(district_name(bare, marker.kind), None, first, last)


@cache
def _marker_book() -> PhraseBook[tuple[Marker, ...]]:
    nothing: tuple[Marker, ...] = ()
    every: dict[str, tuple[Marker, ...]] = {}
    for marker in markers():
        every[marker.printed] = (*every.get(marker.printed, ()), marker)
    return PhraseBook([*((name, nothing) for name in not_places()), *every.items()])
