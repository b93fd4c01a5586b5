"""The metric table as JSON lines, CSV or Parquet, field by field as `MetricFact` has them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Final, Literal

from indexing.errors import WorkError
from indexing.records import MetricFact
from indexing.rendering.jsontext import dumps, plain_number

Format = Literal["jsonl", "csv", "parquet"]

_INTERNAL: Final = frozenset({"version", "quote_start", "quote_end", "at_odds"})
FIELDS: Final = tuple(f.name for f in fields(MetricFact) if f.name not in _INTERNAL)
"""Names of the published fields, in their order."""

_DIGITS, _PLACES = 38, 10
"""A Parquet value has up to 28 digits before the point and 10 behind it, in every file alike."""


def fact_fields(fact: MetricFact) -> dict[str, Any]:
    """A row of the metric table by field name; `value` stays a Decimal, `flags` become a list."""
    return {name: getattr(fact, name) for name in FIELDS} | {"flags": list(fact.flags)}


def export(facts: Sequence[MetricFact], form: Format) -> bytes:
    """The rows as a file of that form; text is UTF-8.

    In CSV a missing value is empty and several flags are parted by spaces.  Raises `WorkError`
    for a value that Parquet's decimal cannot hold exactly.
    """
    if form == "jsonl":
        return "".join(f"{dumps(fact_fields(fact))}\n" for fact in facts).encode()
    if form == "csv":
        return _csv(facts).encode()
    return _parquet(facts)


def _csv(facts: Sequence[MetricFact]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, FIELDS, lineterminator="\n")
    writer.writeheader()
    for fact in facts:
        row = fact_fields(fact)
        writer.writerow(row | {"value": plain_number(fact.value), "flags": " ".join(fact.flags)})
    return stream.getvalue()


def _parquet(facts: Sequence[MetricFact]) -> bytes:
    import pyarrow as pa  # type: ignore[import-untyped]
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    types = {
        "value": pa.decimal128(_DIGITS, _PLACES),
        "start": pa.int64(),
        "end": pa.int64(),
        "flags": pa.list_(pa.string()),
    }
    schema = pa.schema([(name, types.get(name, pa.string())) for name in FIELDS])
    try:
        table = pa.Table.from_pylist([fact_fields(fact) for fact in facts], schema=schema)
    except pa.ArrowInvalid as error:
        raise WorkError(
            f"a value does not fit Parquet's decimal ({error}); export as jsonl or csv"
        ) from None
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return bytes(sink.getvalue())
