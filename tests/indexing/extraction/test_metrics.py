"""What a figure counts and what it says of it, in the wordings of `metric_cases.toml`.

A colleague can add a case without knowing any code; dates and places have cases of their own.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indexing.extraction import extract_text

CASES = tomllib.loads((Path(__file__).parent / "metric_cases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_figure_counts_what_its_words_tell(case: dict[str, Any]) -> None:
    text = case["text"]
    facts = extract_text(text, date(2024, 7, 10), "Nghe An")
    found = [f"{text[f.start : f.end]} | {f.metric} | {f.aspect} | {f.unit}" for f in facts]
    assert found == case["rows"]
