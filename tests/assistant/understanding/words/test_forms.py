"""Whether two words are forms of one."""

from __future__ import annotations

import pytest

from assistant.understanding.words.forms import is_same_word


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("insured", "insurance", True),
        ("saving", "savers", True),
        ("farm", "farming", True),
        ("planned", "planners", True),
        ("bank", "banks", False),
        ("kind", "kinds", False),
        ("form", "farmer", False),
        ("ring", "red", False),
    ],
)
def test_words_of_one_root_are_the_same(one: str, other: str, same: bool) -> None:
    assert is_same_word(one, other) is same
