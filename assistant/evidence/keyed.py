"""Rows of the metric table by their keys: what answers is chosen among these, then read.

A large collection tells one thing in hundreds of reports, but of no more places, periods and parts
than a small one does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from indexing.database import FactKey
from indexing.records import MetricFact

Published = Callable[[str], date | None]
"""The publication date of an article by its `doc`."""


@dataclass(frozen=True, slots=True)
class KeyedRows:
    """Some rows of the table."""

    keys: Sequence[FactKey]
    read: Callable[[Collection[FactKey]], Sequence[MetricFact]]
    """The rows of some of the keys, in the table's order."""

    @classmethod
    def of(cls, rows: Iterable[MetricFact], published: Published) -> KeyedRows:
        """Rows that are at hand already."""
        by_key: dict[tuple[str | None, ...], list[MetricFact]] = {}
        held = list(rows)
        for row in held:
            by_key.setdefault(FactKey.identity_of(row), []).append(row)
        keys = [_key(same, published) for same in by_key.values()]

        def read(chosen: Collection[FactKey]) -> Sequence[MetricFact]:
            wanted = {key.identity for key in chosen}
            return [row for row in held if FactKey.identity_of(row) in wanted]

        return cls(keys, read)

    def of_place(self, is_meant: Callable[[str | None], bool]) -> KeyedRows:
        """Those of the rows whose place is meant."""
        meant = {place for place in {key.place for key in self.keys} if is_meant(place)}
        return KeyedRows([key for key in self.keys if key.place in meant], self.read)


def _key(rows: Sequence[MetricFact], published: Published) -> FactKey:
    dates = [published(row.doc) for row in rows]
    latest = max((day for day in dates if day is not None), default=None)
    return FactKey._make((*FactKey.identity_of(rows[0]), latest, None in dates))
