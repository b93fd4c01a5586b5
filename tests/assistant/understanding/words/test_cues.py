"""The words of questions: each phrase of the data file tells its key where it stands alone."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from assistant.understanding.words.cues import load_cues

SOURCE = files("assistant") / "data" / "questions.toml"
LISTED = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
SECTIONS = [name for name in LISTED if name not in ("words", "alike")]


@pytest.mark.parametrize("section", SECTIONS)
def test_each_phrase_tells_its_key(section: str) -> None:
    told = {
        (key, phrase)
        for key, phrases in LISTED[section].items()
        for phrase in phrases
        if key != "none" and key not in load_cues().hits(section, phrase)
    }
    assert not told, "another key lists the phrase first"
