"""Whose figure it is: the place of each figure of a text about a province or about the country.

The cases stand in `place_cases.toml`, a text and the places of its figures each: a colleague can
add one without knowing the program.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indexing.extraction import extract_text

PUBLISHED = date(2024, 3, 7)
CASES = tomllib.loads((Path(__file__).parent / "place_cases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_figure_has_its_place(case: dict[str, Any]) -> None:
    text = case["text"]
    facts = extract_text(text, PUBLISHED, case.get("home"))
    assert [f"{text[f.start : f.end]} | {f.place or '-'}" for f in facts] == case["rows"]
