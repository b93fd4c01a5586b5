"""The metric table as a file."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from indexing.errors import WorkError
from indexing.records import MetricFact
from indexing.rendering.export import FIELDS, export, fact_fields
from tests.indexing.samples import article, facts_of

NAMES = [
    "doc", "place", "metric", "group", "subject", "aspect", "value", "unit", "bound", "period",
    "vs", "start", "end", "quote", "flags",
]  # fmt: skip


@pytest.fixture
def facts() -> list[MetricFact]:
    one = facts_of(article())[0]
    money = replace(one, value=Decimal("3.99E+12"), unit="VND", place=None)
    return [one, replace(money, flags=("implausible", "restated"))]


def test_fields_are_those_of_the_metric_table_in_order(facts: list[MetricFact]) -> None:
    assert list(FIELDS) == NAMES
    assert list(fact_fields(facts[0])) == NAMES


def test_json_lines(facts: list[MetricFact]) -> None:
    lines = export(facts, "jsonl").decode().splitlines()
    assert '"value": 3990000000000,' in lines[1]
    rows = [json.loads(line) for line in lines]
    assert [row["value"] for row in rows] == [93, 3990000000000]
    assert rows[1]["place"] is None
    assert rows[1]["flags"] == ["implausible", "restated"]


def test_csv(facts: list[MetricFact]) -> None:
    rows = list(csv.DictReader(io.StringIO(export(facts, "csv").decode())))
    assert list(rows[0]) == NAMES
    assert [row["value"] for row in rows] == ["93", "3990000000000"]
    assert (rows[1]["place"], rows[1]["flags"]) == ("", "implausible restated")


def test_parquet_keeps_decimals(facts: list[MetricFact]) -> None:
    table = pq.read_table(io.BytesIO(export(facts, "parquet")))
    assert table.column_names == NAMES
    assert table.column("value").to_pylist() == [Decimal(93), Decimal(3990000000000)]
    assert table.column("flags").to_pylist() == [[], ["implausible", "restated"]]


def test_what_parquet_cannot_hold_is_told(facts: list[MetricFact]) -> None:
    with pytest.raises(WorkError, match="jsonl or csv"):
        export([replace(facts[0], value=Decimal("1E-11"))], "parquet")


def test_an_empty_table_is_a_file_too() -> None:
    assert export([], "jsonl") == b""
    assert export([], "csv").decode().strip() == ",".join(NAMES)
    assert pq.read_table(io.BytesIO(export([], "parquet"))).column_names == NAMES
