"""Figures of single hospitals, schools or offices, which reports tell by their names."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.evidence.rows.agreement import matches_place, period_fit
from assistant.evidence.rows.keyed import KeyedRows, Published
from assistant.evidence.rows.order import recency
from assistant.query import Kind, Query
from assistant.understanding.words.cues import load_cues
from indexing.gazetteer import COUNTRY
from indexing.records import MetricFact

_REGION = "region"
_WITHIN = {"district": (" district", " town", " City"),
           "commune": (" commune", " ward", " township")}  # fmt: skip
"""How the names of the places within a province end, by their kinds."""


def is_of_places(kind: Kind | None) -> bool:
    """Whether places are to be put in order: also where it is not said of which kind."""
    return kind is None or kind.is_province or kind.name in (*_WITHIN, _REGION)


def is_place_of(kind: Kind | None, place: str) -> bool:
    """Whether a place within a province is one of the asked kind."""
    name, _, province = place.partition(", ")
    return bool(province) and (kind is None or name.endswith(_WITHIN.get(kind.name, "")))


def asks_regions(kind: Kind | None) -> bool:
    """Whether the regions of the country are asked for."""
    return kind is not None and kind.name == _REGION


def asks_within(kind: Kind | None) -> bool:
    """Whether places within provinces are asked for by their kind."""
    return kind is not None and kind.name in _WITHIN


def told_by_name(
    query: Query, kind: Kind, held: KeyedRows, published: Published
) -> tuple[MetricFact, ...]:
    """The latest row of each thing of a kind whose name a report gives, within the asked place and
    periods."""
    place = next((name for name in query.places if name != COUNTRY), None)
    keys = [
        key
        for key in held.of_aspects(query.aspects)
        if key.aspect in query.aspects
        and _names(key.group or "", kind)
        and matches_place(place, key.place)
        and (not query.periods or any(period_fit(asked, key.period) for asked in query.periods))
    ]
    return _latest_of_each(held.read(keys), published)


def _names(group: str, kind: Kind) -> bool:
    """Whether a part of a figure is one thing of a kind by its name: "Cho Ray Hospital", and not
    "private hospitals"."""
    told = load_cues().spans_by("kinds", group)
    return any(key == kind.name and group[span.start].isupper() for key, span in told)


def _latest_of_each(rows: Iterable[MetricFact], published: Published) -> tuple[MetricFact, ...]:
    latest: dict[str, MetricFact] = {}
    for row in sorted(rows, key=lambda row: recency(row, published)):
        latest[row.group or ""] = row
    units = [row.unit for row in latest.values()]
    return tuple(row for row in latest.values() if row.unit == max(units, key=units.count))
