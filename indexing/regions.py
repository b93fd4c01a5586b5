"""The regions of the country: which provinces belong to them, before and after 1 July 2025.

They are the social and economic regions of the State's plans: six until 30 June 2025, of which one
fell into two that reports name by themselves, and six others under partly the same names since, by
the Government's Resolution 306 of 2025.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from indexing.errors import WorkError
from indexing.gazetteer import data_rows, day_of, gazetteer, listed


@dataclass(frozen=True, slots=True)
class _Membership:
    """The provinces of a region from one day to another; None: as far as reports go."""

    since: date | None
    until: date | None
    provinces: tuple[str, ...]

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


def is_region(name: str) -> bool:
    """Whether a place is a region of the country."""
    place = gazetteer().places.get(name)
    return place is not None and place.kind == "region"


def provinces_in(region: str, day: date) -> tuple[str, ...]:
    """The provinces of a region on `day`, by the names that they had then; empty where it was none
    that day."""
    standing = {place.name for place in gazetteer().provinces_on(day)}
    told = (one for one in _memberships().get(region, ()) if one.holds_on(day))
    return tuple(name for one in told for name in one.provinces if name in standing)


def ever_in(region: str) -> frozenset[str]:
    """The provinces that belong to a region, or did before it was drawn anew."""
    return frozenset(name for one in _memberships().get(region, ()) for name in one.provinces)


def lies_in(place: str, region: str) -> bool:
    """Whether a place, or the province that it lies in, belongs to a region or once did."""
    return place.rpartition(", ")[2] in ever_in(region)


def regions_called(word: str) -> tuple[str, ...]:
    """The regions whose own names end in `word`, in any number: "the delta" is one of two."""
    lasts = (word.lower(), f"{word.lower()}s")
    return tuple(
        region
        for region in dict.fromkeys(_memberships())
        if " and " not in region and region.lower().rpartition(" ")[2] in lasts
    )


@cache
def _memberships() -> Mapping[str, Sequence[_Membership]]:
    """The provinces of each region, as `data/regions.csv` has them."""
    found: dict[str, list[_Membership]] = {}
    known = {place.name for place in gazetteer().provinces}
    for line, row in data_rows("regions.csv"):
        provinces = listed(row["provinces"])
        if not is_region(row["region"]) or not known.issuperset(provinces):
            raise WorkError(
                f"regions.csv, line {line}: expected a region of elsewhere.csv and provinces of"
                " provinces.csv; correct the entry"
            )
        member = _Membership(day_of(row["since"]), day_of(row["until"]), provinces)
        found.setdefault(row["region"], []).append(member)
    return MappingProxyType(found)
