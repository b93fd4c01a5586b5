"""The ledger of conflicts: which reports differ on one key, and how it is told."""

from __future__ import annotations

from datetime import date

import pytest

from indexing.conflicts import find_conflicts
from indexing.records import MetricFact
from tests.indexing.samples import row

DATES = {"old": date(2024, 1, 5), "new": date(2024, 2, 5)}


def told(*rows: MetricFact) -> list[list[tuple[str, int]]]:
    """The conflicts: the reports and values that stand side by side."""
    found = find_conflicts(rows, DATES.get)
    return [[(row.doc, int(row.value)) for row in conflict.rows] for conflict in found]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        pytest.param({"value": 92}, {"value": 94}, True, id="two values for one key"),
        pytest.param({"value": 92}, {"value": 92}, False, id="the same value"),
        pytest.param({"value": 92, "bound": "over"}, {"value": "92.4"}, False, id="inside a bound"),
        pytest.param({"value": 92, "bound": "over"}, {"value": 95}, True, id="beyond a bound"),
        pytest.param({"period": "@2022"}, {"value": 94}, False, id="another date"),
        pytest.param({"group": "pupils"}, {"value": 94}, False, id="a part"),
        pytest.param({"aspect": "target"}, {"value": 94}, False, id="a plan and an outcome"),
        pytest.param({"place": None}, {"place": None, "value": 94}, False, id="place unknown"),
        pytest.param({"period": None}, {"period": None, "value": 94}, False, id="date unknown"),
        pytest.param(
            {"unit": "VND", "value": 1}, {"unit": "USD", "value": 2}, False, id="two currencies"
        ),
    ],
)
def test_reports_conflict(one: dict[str, object], other: dict[str, object], differ: bool) -> None:
    assert bool(told(row(doc="old", **one), row(doc="new", **other))) is differ


def test_values_stand_side_by_side_in_the_order_of_publication() -> None:
    rows = [row(doc="new", value=94), row(doc="undated", value=93), row(doc="old", value=92)]
    assert told(*rows) == [[("undated", 93), ("old", 92), ("new", 94)]]


def test_a_report_that_tells_two_values_conflicts_with_neither_of_them() -> None:
    twice = [row(doc="old", value=92), row(doc="old", value=94, start=50)]
    assert told(*twice) == []
    assert told(*twice, row(doc="new", value=94)) == []
    assert told(*twice, row(doc="new", value=95)) == [[("old", 92), ("old", 94), ("new", 95)]]


def test_a_repetition_is_told_once() -> None:
    rows = [row(doc="old", value=92), row(doc="old", value=92), row(doc="new", value=94)]
    assert told(*rows) == [[("old", 92), ("new", 94)]]
