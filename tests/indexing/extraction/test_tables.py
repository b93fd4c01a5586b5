"""Tables: what the headings, the first cells and the words around tell of each cell."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from indexing.extraction import extract_text
from tests.indexing.extraction.cases import cases, row

FIELDS = ("metric", "aspect", "value", "unit", "period", "place", "group")


@pytest.mark.parametrize("case", cases("table_cases"))
def test_cells_of_tables(case: dict[str, Any]) -> None:
    facts = extract_text(case["text"], date(2024, 1, 20), case.get("home", "Binh Phuoc"))
    assert [row(case["text"], fact, *FIELDS) for fact in facts] == case["rows"]
