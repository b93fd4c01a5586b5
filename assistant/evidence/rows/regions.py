"""Rows of the provinces of a region, each while it belonged to that."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.rows.keyed import KeyedRows
from assistant.evidence.rows.order import last_day
from assistant.query import Query
from indexing.agreement import names_of
from indexing.database import FactKey
from indexing.gazetteer import COUNTRY
from indexing.records import MetricFact
from indexing.regions import ever_in, is_region, provinces_in


def region_of(query: Query) -> str | None:
    """The one region whose places are to be listed or put in order; None where it names none, or
    another place beside it."""
    named = [place for place in query.places if place != COUNTRY]
    return named[0] if len(named) == 1 and is_region(named[0]) else None


def of_region(held: KeyedRows, region: str) -> KeyedRows:
    """The rows of places of a region, each of a time at which its province belonged to it."""
    return held.only(lambda key: _belonged(key, region))


def _belonged(key: FactKey, region: str) -> bool:
    province = (key.place or "").rpartition(", ")[2]
    members = provinces_in(region, last_day(key)) if key.period else ever_in(region)
    return bool(province) and any(name in members for name in names_of(province))


def provinces_counted(rows: Sequence[MetricFact], region: str) -> int | None:
    """How many provinces a region had when the rows were counted; None where that differs."""
    counts = {len(provinces_in(region, last_day(row))) for row in rows if row.period}
    return counts.pop() if len(counts) == 1 else None
