"""Words that the reports hold but for a slip of the fingers."""

from __future__ import annotations

import pytest

from indexing.search.vocabulary import Vocabulary
from tests.assistant.asking import answer_over
from tests.assistant.samples import article

TEXT = "In May 2021 the agency of Hue sent out 46 mobile groups to explain health insurance."


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("moblie", "mobile"),
        ("agenncy", "agency"),
        ("mobile", None),  # it is right
        ("mobil", None),  # stands within a longer word
        ("doctors", None),
        ("groupies", None),
    ],
)
def test_only_a_slip_is_set_right(typed: str, meant: str | None) -> None:
    assert Vocabulary([TEXT]).typed_as(typed) == meant


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("How many moblie groups did Hue send out in May 2021?", True),
        ("How many Moblie groups did Hue send out in May 2021?", False),  # a name
    ],
)
def test_such_questions_are_answered(question: str, answered: bool) -> None:
    assert ("46 mobile groups" in answer_over(question, article(TEXT)).answer) is answered
