"""The places that reports speak of: the country, its provinces before and after 1 July 2025.

Its regions and the countries beyond it are known too, so that their figures are told apart.

63 provinces and cities stood until 30 June 2025, 34 since.  A province that took others in goes
on under its own name, yet its figures before and after the merger are not one series.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal

from indexing.errors import WorkError
from indexing.reading.folding import ascii_name, folded

MERGER_DATE: Final = date(2025, 7, 1)
"""The first day of the 34 provinces."""

COUNTRY: Final = "Viet Nam"
CAPITAL: Final = "Hanoi"

DistrictKind = Literal["district", "town", "city"]

_SUFFIX: Final = {"district": "district", "town": "town", "city": "City"}
_VIETNAMESE_KINDS: Final = {"district": "", "town": "thị xã ", "city": "thành phố "}


@dataclass(frozen=True, slots=True)
class Place:
    """The country, one of its provinces and centrally run cities, a region, or another country."""

    name: str
    """Plain ASCII English, as the metric table writes it."""
    vietnamese: str
    aliases: tuple[str, ...]
    """Every other spelling, with or without diacritics."""
    ambiguous: tuple[str, ...]
    """Spellings that are common words or a person too: a place only beside a word that says so.
    One in lower case is so in lower case only ("long an", not "Long An")."""
    kind: Literal["country", "province", "region", "foreign"]
    since: date | None
    """The first day under this name; None: as far back as the reports go."""
    until: date | None
    """The last day as a province of its own; None: it still is one."""
    successor: str | None
    """The province that it became, or became part of."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name in English and Vietnamese and every alias."""
        return (self.name, self.vietnamese, *self.aliases)


@dataclass(frozen=True, slots=True)
class District:
    """A district, town or provincial city as it stood until 30 June 2025."""

    province: str
    kind: DistrictKind
    vietnamese: str
    """The bare name, without the word for its kind."""
    since: date | None = None
    """The first day on which it was of this kind; None: as far back as the reports go."""
    before: DistrictKind | None = None
    """What it was until then."""

    def name_on(self, day: date) -> str:
        """As `name`, by the kind that it was of on `day`."""
        if self.since is None or self.before is None or self.since <= day:
            return self.name
        return district_name(self.bare, _SUFFIX[self.before])

    @property
    def bare(self) -> str:
        """The bare name in plain ASCII: "Nam Dan"."""
        return ascii_name(self.vietnamese)

    @property
    def name(self) -> str:
        """As the metric table writes it, without the province: "Nam Dan district"."""
        return district_name(self.bare, _SUFFIX[self.kind])

    @property
    def vietnamese_name(self) -> str:
        """As Vietnamese text writes it; "huyện" and "quận" are not told apart here."""
        kind = "Quận " if self.bare.isdigit() else _VIETNAMESE_KINDS[self.kind]
        return kind + self.vietnamese


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places with their history.  Names are looked up in any spelling and any case."""

    places: Mapping[str, Place]
    """By name: the country, every province, old or new, and what lies elsewhere."""
    districts: tuple[District, ...]
    _by_spelling: Mapping[str, Place]
    _by_district: Mapping[str, tuple[District, ...]]

    @property
    def provinces(self) -> tuple[Place, ...]:
        """The 63 provinces and cities of before the merger and those named since."""
        return tuple(place for place in self.places.values() if place.kind == "province")

    def provinces_on(self, day: date) -> tuple[Place, ...]:
        """The provinces that stood on `day`: 63 before the merger, 34 since."""
        return tuple(
            place
            for place in self.provinces
            if (place.since is None or place.since <= day)
            and (place.until is None or day <= place.until)
        )

    def place(self, name: str) -> Place | None:
        """The place that is spelt `name` in English or Vietnamese; None if there is none."""
        return self._by_spelling.get(_key(name))

    @property
    def country(self) -> Place:
        """The whole country."""
        return self.places[COUNTRY]

    def successor(self, name: str) -> str | None:
        """The province that `name` became part of; None if it goes on under its own name."""
        place = self.place(name)
        return place.successor if place else None

    def former_parts(self, name: str) -> tuple[str, ...]:
        """The old provinces that make up today's `name`, itself among them; empty if unchanged."""
        place = self.place(name)
        if place is None or place.successor:
            return ()
        joined = {other.name for other in self.provinces if other.successor == place.name}
        if joined and place.since is None:
            joined.add(place.name)
        return tuple(sorted(joined))

    def merged_on(self, name: str) -> date | None:
        """The day from which `name` has another area, or is part of another province."""
        place = self.place(name)
        if place is None:
            return None
        parts = self.former_parts(place.successor or place.name)
        return MERGER_DATE if len(parts) > 1 else None

    def called_on(self, name: str, day: date) -> str:
        """The name that a place of the table had on `day`, where it was only renamed since: in
        2023 Hue is Thua Thien Hue, and its wards are wards of that; Kim Bang town is a district."""
        part, comma, last = name.rpartition(", ")
        for district in self.districts_called(part):
            if district.province == last and district.name == part:
                part = district.name_on(day)
        name = f"{part}{comma}{last}"
        place = self.places.get(last)
        if place is None or place.since is None or place.since <= day:
            return name
        former = self.former_parts(last)
        return f"{part}{comma}{former[0]}" if len(former) == 1 else name

    def districts_called(self, name: str) -> tuple[District, ...]:
        """The districts called `name`, with or without the word for their kind."""
        return self._by_district.get(_key(name), ())

    def districts_spelt(self, words: Sequence[str]) -> tuple[District, ...]:
        """The same by the words of a name, which are folded already."""
        return self._by_district.get("".join(filter(str.isalnum, "".join(words))), ())

    def provinces_of(self, district: str) -> tuple[str, ...]:
        """The provinces that have a district called `district` ("Nam Dan district", "Nam Dan")."""
        return tuple(sorted({found.province for found in self.districts_called(district)}))


def district_name(bare: str, word: str) -> str:
    """A district or commune as the metric table writes it: "Nam Dan district", "District 1"."""
    return f"{word.capitalize()} {bare}" if bare.isdigit() else f"{bare} {word}"


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the data files, read once.

    Raises `WorkError` naming the file and line of an entry that cannot be right.
    """
    places = {place.name: place for place in (*_places(), *_elsewhere())}
    districts = tuple(_districts(places))
    spelt: dict[str, Place] = {}
    for place in places.values():
        for spelling in (*place.spellings, *place.ambiguous):
            other = spelt.setdefault(_key(spelling), place)
            if other is not place:
                raise WorkError(
                    f"provinces.csv, elsewhere.csv: {spelling!r} stands for {other.name} and for"
                    f" {place.name}; give each spelling to one place"
                )
    called: dict[str, tuple[District, ...]] = {}
    for district in districts:
        former = district.name_on(date.min)
        for key in {_key(district.bare), _key(district.name), _key(former)}:
            called[key] = (*called.get(key, ()), district)
    return Gazetteer(
        MappingProxyType(places), districts, MappingProxyType(spelt), MappingProxyType(called)
    )


def _key(spelling: str) -> str:
    return "".join(char for char in folded(spelling).text if char.isalnum())


def data_rows(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a data file of places, each with its line."""
    text = (files("indexing") / "data" / name).read_text(encoding="utf-8")
    yield from enumerate(csv.DictReader(text.splitlines()), 2)


def _places() -> Iterator[Place]:
    for line, row in data_rows("provinces.csv"):
        try:
            yield Place(
                name=row["name"],
                vietnamese=row["vietnamese"],
                aliases=listed(row["aliases"]),
                ambiguous=listed(row["ambiguous"]),
                kind="country" if row["kind"] == "country" else "province",
                since=day_of(row["since"]),
                until=day_of(row["until"]),
                successor=row["successor"] or None,
            )
        except (KeyError, ValueError) as error:
            raise WorkError(f"provinces.csv, line {line}: {error}; correct the entry") from None


def _elsewhere() -> Iterator[Place]:
    for line, row in data_rows("elsewhere.csv"):
        kinds: dict[str, Literal["region", "foreign"]] = {"region": "region", "foreign": "foreign"}
        try:
            kind, aliases = kinds[row["kind"]], listed(row["aliases"])
        except KeyError as error:
            raise WorkError(f"elsewhere.csv, line {line}: {error}; correct the entry") from None
        yield Place(row["name"], row["vietnamese"], aliases, (), kind, None, None, None)


def _districts(places: Mapping[str, Place]) -> Iterator[District]:
    kinds: dict[str, DistrictKind] = {"district": "district", "town": "town", "city": "city"}
    for line, row in data_rows("districts.csv"):
        if row["province"] not in places or row["kind"] not in kinds:
            raise WorkError(
                f"districts.csv, line {line}: expected a province of provinces.csv and a kind of"
                f" {', '.join(kinds)}, found {row['province']!r}, {row['kind']!r}"
            )
        try:
            since = day_of(row["since"])
            before = kinds[row["before"]] if since else None
        except (KeyError, ValueError) as error:
            raise WorkError(f"districts.csv, line {line}: {error}; correct the entry") from None
        yield District(row["province"], kinds[row["kind"]], row["vietnamese"], since, before)


def listed(cell: str) -> tuple[str, ...]:
    """What a cell of a data file lists."""
    return tuple(part for part in cell.split(";") if part)


def day_of(cell: str) -> date | None:
    """The day that a cell of a data file names; None where it is empty."""
    return date.fromisoformat(cell) if cell else None
