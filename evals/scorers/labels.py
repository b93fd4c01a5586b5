"""Labelled figures: the gold files, read into records.

A label file holds one JSON object a line with the fields of `MetricFact` and, where a choice is
arguable, `alt`, `alt_period`, `alt_aspect`, `alt_unit`, `alt_place`: further values accepted.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from indexing.errors import WorkError
from indexing.reading.period.notation import parse_notation
from indexing.rendering.jsontext import dumps

_PLAIN = (
    *("doc", "place", "metric", "group", "aspect", "value", "unit", "bound"),
    *("period", "vs", "quote"),
)


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled figure; each `*_also` holds the other values that are accepted."""

    doc: str
    metric: str
    aspect: str
    value: Decimal
    unit: str
    bound: str
    place: str | None
    period: str | None
    vs: str | None
    group: str | None
    quote: str
    """The clause around the figure, exactly as in the article."""
    metric_also: frozenset[str] = frozenset()
    aspect_also: frozenset[str] = frozenset()
    unit_also: frozenset[str] = frozenset()
    place_also: frozenset[str] = frozenset()
    period_also: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()


def parse_label(line: str) -> Label:
    """One label from its JSON line.

    Raises `WorkError` when a required field is missing or a period is no notation.
    """
    try:
        raw: dict[str, Any] = json.loads(line, parse_float=Decimal, parse_int=Decimal)
        for notation in (raw["period"], raw["vs"], *raw.get("alt_period", ())):
            if notation is not None:
                parse_notation(notation)
        return Label(
            doc=raw["doc"],
            metric=raw["metric"],
            aspect=raw["aspect"],
            value=raw["value"],
            unit=raw["unit"],
            bound=raw["bound"],
            place=raw["place"],
            period=raw["period"],
            vs=raw["vs"],
            group=raw.get("group"),
            quote=raw["quote"],
            metric_also=frozenset(raw.get("alt", ())),
            aspect_also=frozenset(raw.get("alt_aspect", ())),
            unit_also=frozenset(raw.get("alt_unit", ())),
            place_also=frozenset(raw.get("alt_place", ())),
            period_also=frozenset(raw.get("alt_period", ())),
            flags=frozenset(raw.get("flags", ())),
        )
    except (KeyError, ValueError) as error:
        raise WorkError(
            f"expected a label with the fields of the metric table, got {line[:80]!r} ({error}); "
            "correct the label file"
        ) from None


def read_labels(path: Path) -> tuple[Label, ...]:
    """The labels of one file, in its order.  Raises `WorkError` if one cannot be read."""
    return tuple(parse_label(line) for line in _text(path).splitlines() if line.strip())


def write_labels(labels: Iterable[Label], path: Path) -> None:
    """`labels` as a label file; fields for further accepted values only where there are any."""
    path.write_text("".join(f"{_as_line(label)}\n" for label in labels), encoding="utf-8")


def _as_line(label: Label) -> str:
    also = {
        "alt": label.metric_also,
        "alt_aspect": label.aspect_also,
        "alt_unit": label.unit_also,
        "alt_place": label.place_also,
        "alt_period": label.period_also,
        "flags": label.flags,
    }
    fields = {name: getattr(label, name) for name in _PLAIN}
    return dumps(fields | {name: sorted(given) for name, given in also.items() if given})


def docs_of_half(gold: Path, half: str) -> tuple[str, ...]:
    """The reports that `SPLIT.csv` in `gold` assigns to `half` ("look" or "measure").

    Raises `WorkError` where there is no such file.
    """
    table = csv.DictReader(_text(gold / "SPLIT.csv").splitlines())
    return tuple(row["report"] for row in table if row["half"] == half)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise WorkError(
            f"{path}: expected a file of labels, came none ({error.strerror}): name their folder"
        ) from None
