"""How a place is named in the metric table, and the province that it lies in."""

from __future__ import annotations

from collections.abc import Sequence

from indexing.gazetteer import gazetteer
from indexing.records import PlaceMention


def province_of(place: str | None) -> str | None:
    """The province in a place of the table: "Nam Dan district, Nghe An" gives "Nghe An"."""
    last = place.rsplit(", ", 1)[-1] if place else ""
    known = gazetteer().places.get(last)
    return last if known is not None and known.kind == "province" else None


def qualified(mention: PlaceMention, province: str | None) -> str:
    """The mention's name in the table: a district is told with its province."""
    if mention.kind != "district" or mention.province is not None or ", " in mention.name:
        return mention.name
    owners = gazetteer().provinces_of(mention.name)
    owner = province or (owners[0] if len(owners) == 1 else None)
    return mention.name if owner is None else f"{mention.name}, {owner}"


def inside_country(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """What an article can be about, of the places that it names: the country and what is in it."""
    return [mention for mention in places if mention.kind in ("country", "province", "district")]


def lies_in(mention: PlaceMention) -> str | None:
    """The province of a place: also of a district that tells it by being the only one so named."""
    return mention.province or province_of(qualified(mention, None))
