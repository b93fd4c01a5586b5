"""What figures say of their metrics: levels, changes and their signs, targets, gaps.

The cases stand in `aspects.toml`, a text and its figures each, and in `aims.toml`, a text
and the aspects of its figures: a colleague can add one without knowing the program.
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
_HERE = Path(__file__).parent
CASES = tomllib.loads((_HERE / "aspects.toml").read_text(encoding="utf-8"))
AIMS = tomllib.loads((_HERE / "aims.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_a_figure_says_of_its_metric(case: dict[str, Any]) -> None:
    text = case["text"]
    facts = extract_text(text, PUBLISHED, case.get("home", HOME))
    told = [
        f"{text[f.start : f.end]} | {f.metric} | {f.aspect} | {format(f.value, 'f')}" for f in facts
    ]
    assert told == case["rows"]


@pytest.mark.parametrize("case", AIMS, ids=[case["text"][:60] for case in AIMS])
def test_aims_what_is_reached_of_them_and_what_is_missing(case: dict[str, Any]) -> None:
    facts = extract_text(case["text"], PUBLISHED, HOME)
    assert [fact.aspect for fact in facts] == case["aspects"]
