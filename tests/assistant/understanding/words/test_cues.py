"""The words of questions: each phrase of the data file tells its key where it stands alone."""

from __future__ import annotations

import pytest

from assistant.datafiles import datafile
from assistant.understanding.words.cues import load_cues
from assistant.understanding.words.sections import with_named_lists

ASKING, SUBJECTS = datafile("questions/asking"), datafile("questions/subjects")
LISTED = with_named_lists({**ASKING, **SUBJECTS})


@pytest.mark.parametrize("section", LISTED)
def test_each_phrase_tells_its_key(section: str) -> None:
    told = {
        (key, phrase)
        for key, phrases in LISTED[section].items()
        for phrase in phrases
        if key != "none" and key not in load_cues().hits(section, phrase)
    }
    assert not told, "another key lists the phrase first"


def test_no_section_stands_in_two_folders() -> None:
    assert not ASKING.keys() & SUBJECTS.keys()


def test_a_list_repeats_no_phrase_of_one_that_it_names() -> None:
    listed = [phrases for keys in LISTED.values() for phrases in keys.values()]
    assert not [one for phrases in listed for one in set(phrases) if list(phrases).count(one) > 1]
