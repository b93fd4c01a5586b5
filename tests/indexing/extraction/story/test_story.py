"""Figures told by the story: what "the latter", "the rest", a second mention or a verb alone leave
to the words before.

The cases stand in `story.toml`, a text and its figures each: figure, metric, aspect, value,
place.  A colleague can add one without knowing the program.
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
CASES = tomllib.loads((Path(__file__).parent / "story.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_the_story_tells_of_a_figure(case: dict[str, Any]) -> None:
    text = case["text"]
    told = [
        f"{text[f.start : f.end]} | {f.metric} | {f.aspect} | {format(f.value, 'f')} | {f.place}"
        for f in extract_text(text, PUBLISHED, case.get("home", HOME))
    ]
    assert told == case["rows"]
