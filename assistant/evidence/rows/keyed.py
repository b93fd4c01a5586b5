"""Rows of the metric table by their keys: what answers is chosen among these, then read.

A large collection tells one thing in hundreds of reports, but of no more places, periods and parts
than a small one does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from indexing.database import FactKey
from indexing.records import Aspect, MetricFact

Published = Callable[[str], date | None]
"""The publication date of an article by its `doc`."""


ByPlace = Mapping[str | None, Sequence[FactKey]]
"""Keys by their place."""


@dataclass(frozen=True, slots=True)
class KeyedRows:
    """Some rows of the table."""

    held: Callable[[tuple[Aspect, ...] | None], ByPlace]
    """The keys of parts, and of the whole those of some aspects; None: of all."""
    read: Callable[[Collection[FactKey]], Sequence[MetricFact]]
    """The rows of some of the keys, in the table's order."""

    @property
    def keys(self) -> Sequence[FactKey]:
        """All keys.  A question that finds its answer needs but those of its aspects."""
        return self.of_aspects(None)

    def of_aspects(self, aspects: tuple[Aspect, ...] | None) -> Sequence[FactKey]:
        """The keys of parts, and of the whole those of some aspects; None: of all."""
        return list(chain.from_iterable(self.held(aspects).values()))

    @classmethod
    def of(cls, rows: Iterable[MetricFact], published: Published) -> KeyedRows:
        """Rows that are at hand already."""
        by_key: dict[tuple[str | None, ...], list[MetricFact]] = {}
        held = list(rows)
        for row in held:
            by_key.setdefault(FactKey.identity_of(row), []).append(row)
        keys = by_place(_key(same, published) for same in by_key.values())

        def read(chosen: Collection[FactKey]) -> Sequence[MetricFact]:
            wanted = {key.identity for key in chosen}
            return [row for row in held if FactKey.identity_of(row) in wanted]

        return cls(lambda aspects: keys, read)

    def of_place(self, is_meant: Callable[[str | None], bool]) -> KeyedRows:
        """Those of the rows whose place is meant."""

        def held(aspects: tuple[Aspect, ...] | None) -> ByPlace:
            of_all = self.held(aspects)
            return {place: of_all[place] for place in of_all if is_meant(place)}

        return KeyedRows(held, self.read)

    def only(self, is_meant: Callable[[FactKey], bool]) -> KeyedRows:
        """Those of the rows whose keys are meant."""

        def held(aspects: tuple[Aspect, ...] | None) -> ByPlace:
            of_all = self.held(aspects)
            kept = {place: [key for key in of_all[place] if is_meant(key)] for place in of_all}
            return {place: keys for place, keys in kept.items() if keys}

        return KeyedRows(held, self.read)


def by_place(keys: Iterable[FactKey]) -> ByPlace:
    """Keys by their place."""
    found: dict[str | None, list[FactKey]] = {}
    for key in keys:
        found.setdefault(key.place, []).append(key)
    return found


def _key(rows: Sequence[MetricFact], published: Published) -> FactKey:
    dates = [published(row.doc) for row in rows]
    latest = max((day for day in dates if day is not None), default=None)
    return FactKey._make((*FactKey.identity_of(rows[0]), latest, None in dates))
