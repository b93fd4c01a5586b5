"""The catalogue of metrics: what the metric table can hold, read from `data/metrics.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

from indexing.errors import WorkError
from indexing.records import Language, Unit

OTHER: Final = "other"
"""The metric of every figure about social security that no other metric fits."""
BACKGROUND: Final = frozenset({"population", "labour_force"})
"""Metrics of all in a place, insured or not: shares are told of them, other figures beside them."""

_TEXT_FIELDS: Final = ("schemes", "measure", "unit", "kind", "en", "vi")
_WORDS: Final = {"short", "long", "tells"}
_LIMITS: Final = ("minimum", "province_maximum", "maximum")


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric of the catalogue."""

    id: str
    schemes: tuple[str, ...]
    """The insurances it counts, its own first; empty where it belongs to none."""
    measure: str
    """What of the scheme it counts: `participants`, `coverage`, `collection` ..."""
    unit: Unit
    """The unit of its level; money may stand in USD as well."""
    kind: Literal["stock", "flow"]
    """A stock is counted at a moment, a flow over a span."""
    short_names: Mapping[Language, str]
    long_names: Mapping[Language, str]
    told: Mapping[Language, str]
    """What its figures tell: "what percentage of the population has health insurance"."""
    minimum: Decimal
    """Smallest plausible level of any place, in `unit`."""
    maximum: Decimal
    """Largest plausible level of the whole country."""
    province_maximum: Decimal
    """Largest plausible level of one province."""

    def short_name(self, language: Language = "en") -> str:
        """For headings: "HI coverage"."""
        return self.short_names[language]

    def long_name(self, language: Language = "en") -> str:
        """For sentences: "health insurance coverage"."""
        return self.long_names[language]

    @property
    def is_rate(self) -> bool:
        """Whether it is a coverage: a share of the population or of the labour force."""
        return self.measure == "coverage"

    def plausible(self, value: Decimal, *, country: bool) -> bool:
        """Whether `value`, a level in `unit`, can be true of the country or of a province."""
        most = self.maximum if country else self.province_maximum
        return self.minimum <= value <= most


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All metrics, in the order of the data file."""

    metrics: Mapping[str, Metric]

    def metric(self, name: str) -> Metric:
        """The metric with the id `name`; raises `KeyError` for an id that is none."""
        return self.metrics[name]

    def measured(self, measure: str) -> tuple[Metric, ...]:
        """The metrics that count `measure`, of whichever scheme."""
        return tuple(metric for metric in self.metrics.values() if metric.measure == measure)


@cache
def catalogue() -> Catalogue:
    """The catalogue that ships with the package, read once.

    Raises `WorkError` naming the entry that cannot be right.
    """
    text = (files("indexing") / "data" / "metrics.toml").read_text(encoding="utf-8")
    return parse_catalogue(text)


def parse_catalogue(text: str) -> Catalogue:
    """The catalogue that a TOML text describes; raises `WorkError` naming a faulty entry."""
    data = tomllib.loads(text, parse_float=Decimal)
    metrics = {name: _metric(name, entry) for name, entry in data.items()}
    if OTHER not in metrics:
        raise WorkError("metrics.toml: expected an entry [other], found none; add it")
    return Catalogue(MappingProxyType(metrics))


def _metric(name: str, entry: Mapping[str, Any]) -> Metric:
    if wrong := set(entry).symmetric_difference((*_TEXT_FIELDS, *_LIMITS)):
        raise WorkError(f"metrics.toml, [{name}]: fields missing or unknown: {sorted(wrong)}")
    if entry["unit"] not in get_args(Unit):
        raise WorkError(
            f"metrics.toml, [{name}]: unit is {entry['unit']!r}; use one of {get_args(Unit)}"
        )
    if entry["kind"] not in ("stock", "flow"):
        raise WorkError(f"metrics.toml, [{name}]: kind is {entry['kind']!r}; use stock or flow")
    if not all(set(entry[language]) == _WORDS for language in get_args(Language)):
        raise WorkError(f"metrics.toml, [{name}]: en and vi need {', '.join(sorted(_WORDS))} each")
    low, province, high = (Decimal(entry[field]) for field in _LIMITS)
    if not low < province <= high:
        raise WorkError(
            f"metrics.toml, [{name}]: expected minimum < province_maximum <= maximum,"
            f" found {low}, {province}, {high}"
        )
    return Metric(
        id=name,
        schemes=tuple(entry["schemes"]),
        measure=entry["measure"],
        unit=entry["unit"],
        kind=entry["kind"],
        short_names=_names(entry, "short"),
        long_names=_names(entry, "long"),
        told=_names(entry, "tells"),
        minimum=low,
        maximum=high,
        province_maximum=province,
    )


def _names(entry: Mapping[str, Any], key: str) -> Mapping[Language, str]:
    return MappingProxyType({"en": entry["en"][key], "vi": entry["vi"][key]})
