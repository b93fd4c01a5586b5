"""What a heading, a question or a line before a list tells of the bare figures below it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from indexing.extraction import extract_text
from tests.indexing.extraction.cases import cases, row

FIELDS = ("metric", "aspect", "value", "place", "group")


@pytest.mark.parametrize("case", cases("text/layouts"))
def test_what_stands_above_is_handed_down(case: dict[str, Any]) -> None:
    facts = extract_text(case["text"], date(2024, 1, 20), "Binh Phuoc")
    assert [row(case["text"], fact, *FIELDS) for fact in facts] == case["rows"]
