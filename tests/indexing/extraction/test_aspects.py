"""What figures say of their metrics: levels, changes and their signs, targets, gaps.

The cases stand in `aspect_cases.toml`, a text and its figures each: a colleague can add one without
knowing the program.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indexing.extraction import extract_text

PUBLISHED = date(2024, 7, 10)
HOME = "Nghe An"
CASES = tomllib.loads((Path(__file__).parent / "aspect_cases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_a_figure_says_of_its_metric(case: dict[str, Any]) -> None:
    text = case["text"]
    facts = extract_text(text, PUBLISHED, case.get("home", HOME))
    told = [
        f"{text[f.start : f.end]} | {f.metric} | {f.aspect} | {format(f.value, 'f')}" for f in facts
    ]
    assert told == case["rows"]
