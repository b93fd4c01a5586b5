"""The words of questions: each phrase of the data file tells its key where it stands alone."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from assistant.understanding.words.cues import load_cues
from assistant.understanding.words.sections import with_named_lists

SOURCE = files("assistant") / "data" / "questions.toml"
WRITTEN = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
LISTED = with_named_lists({name: keys for name, keys in WRITTEN.items() if name != "alike"})
SECTIONS = [name for name in LISTED if name != "words"]


@pytest.mark.parametrize("section", SECTIONS)
def test_each_phrase_tells_its_key(section: str) -> None:
    told = {
        (key, phrase)
        for key, phrases in LISTED[section].items()
        for phrase in phrases
        if key != "none" and key not in load_cues().hits(section, phrase)
    }
    assert not told, "another key lists the phrase first"


def test_a_list_repeats_no_phrase_of_one_that_it_names() -> None:
    listed = [phrases for keys in LISTED.values() for phrases in keys.values()]
    assert not [one for phrases in listed for one in set(phrases) if list(phrases).count(one) > 1]
