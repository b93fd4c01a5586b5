"""Tables: what the headings, the first cells and the words around tell of each cell."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.extraction import extract_text
from tests.indexing.extraction.cases import cases, row

FIELDS = ("metric", "aspect", "value", "unit", "period", "place", "group")


@pytest.mark.parametrize("case", cases("table/tables"))
def test_cells_of_tables(case: dict[str, Any]) -> None:
    facts = extract_text(case["text"], date(2024, 1, 20), case.get("home", "Binh Phuoc"))
    assert [row(case["text"], fact, *FIELDS) for fact in facts] == case["rows"]


CELLS = (
    "District", "Members", "Coverage", "2022", "2023", "Plan 2024", "%", "Change", "VND billion",
    "Visits (million)", "Total", "Bu Dang", "Women", "New members", "Left", "Q1/2024", "1,234",
    "12.5", "98.2%", "-", "", "Số người tham gia BHYT", "Kế hoạch", "Population", "Months overdue",
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.sampled_from(CELLS), min_size=1, max_size=6), min_size=1, max_size=6))
def test_any_table_is_read_and_figures_stay_where_they_are(rows: list[list[str]]) -> None:
    text = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    for fact in extract_text(text, date(2024, 1, 20), "Binh Phuoc"):
        assert text[fact.start : fact.end].strip(" |") in CELLS
