"""What figures may be added up without counting anybody or anything twice."""

from __future__ import annotations

from collections.abc import Iterable

from indexing.gazetteer import COUNTRY, gazetteer

COUNTED_ONCE = {"si_participants": ("compulsory_si_participants", "voluntary_si_participants")}
"""Numbers of people that are the sum of their schemes'; in others a person counts several times."""


def counted_together(metrics: Iterable[str]) -> str | None:
    """The number of people that those of so many schemes add up to; None where they do not."""
    parts = tuple(sorted(metrics))
    return next((whole for whole, told in COUNTED_ONCE.items() if told == parts), None)


def is_nested(places: set[str | None]) -> bool:
    """Whether one of the places lies in another, or was merged into it."""
    known = gazetteer()
    wholes = {COUNTRY, *(name for place in places if place and (name := known.successor(place)))}
    inside = {place.rpartition(", ")[2] for place in places if place and ", " in place}
    return bool(places & (wholes | inside))
