"""For which places a question asks."""

from __future__ import annotations

import pytest

from assistant.understanding.question import understand
from tests.assistant.samples import TODAY


def test_a_misspelt_place_is_taken_when_only_one_is_near() -> None:
    assert understand("HI coverage in Binh Phuok in 2023", (), TODAY).places == ("Binh Phuoc",)


@pytest.mark.parametrize(
    "question",
    ["did hue reach 95%?", "has hue met its target?", "hi coverage in hue", "bhyt của huế"],
)
def test_a_place_that_is_a_word_too_is_known_by_where_it_stands(question: str) -> None:
    assert understand(question, (), TODAY).places == ("Hue",)
