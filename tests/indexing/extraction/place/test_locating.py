"""Whose figure it is: the place of each figure of a text about a province or about the country."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from indexing.extraction import extract_text
from tests.indexing.extraction.cases import cases, row


@pytest.mark.parametrize("case", cases("place/places"))
def test_each_figure_has_its_place(case: dict[str, Any]) -> None:
    day = date.fromisoformat(case.get("published", "2024-03-07"))
    facts = extract_text(case["text"], day, case.get("home"))
    assert [row(case["text"], fact, "place") for fact in facts] == case["rows"]
