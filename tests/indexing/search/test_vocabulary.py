"""Whether a word occurs in the reports: told as their texts tell it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.search.vocabulary import Vocabulary

TEXTS = ("Nghe An's agency visited\nevery commune.", "Bảo hiểm y tế, 93% in 2023")


@pytest.mark.parametrize(
    ("word", "occurs"),
    [
        pytest.param("commune", True, id="before a full stop"),
        pytest.param("AGENCY", True, id="in any case"),
        pytest.param("mun", True, id="inside a longer word"),
        pytest.param("hiểm", True, id="with its marks"),
        pytest.param("BẢO", True, id="with its marks in any case"),
        pytest.param("93%", True, id="a number"),
        pytest.param("weather", False, id="not at all"),
        pytest.param("everycommune", False, id="across two words"),
        pytest.param("agencybảo", False, id="across two texts"),
    ],
)
def test_a_word_occurs_where_a_text_holds_it(word: str, occurs: bool) -> None:
    assert Vocabulary(TEXTS).holds(word) is occurs


@given(st.lists(st.text(alphabet="aB c\n", max_size=12)), st.text(alphabet="aBc", min_size=1))
@settings(max_examples=100, deadline=None)
def test_it_tells_what_reading_all_texts_would(texts: list[str], word: str) -> None:
    assert Vocabulary(texts).holds(word) is any(word.lower() in text.lower() for text in texts)
