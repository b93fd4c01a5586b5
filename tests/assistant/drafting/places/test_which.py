"""Which places are asked for, whatever word stands about them, and what of those who owe."""

from __future__ import annotations

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

TOLD = (
    article("In 2022 health insurance covered 97 per cent of people in Hue.", doc="a"),
    article("In 2022 health insurance covered 91 per cent of people in Hanoi.", doc="b"),
    article("In 2022 health insurance covered 92 per cent of people in Viet Nam.", doc="c"),
    article("Late payments in Hue came to VND 40 billion at the end of 2022.", doc="d"),
    article("Late payments in Hanoi came to VND 60 billion at the end of 2022.", doc="e"),
)


@pytest.mark.parametrize(
    "question",
    [
        "Which whole provinces ever had more than 95 per cent in health insurance?",
        "What other provinces have health insurance coverage of over 95 per cent?",
        "Which single cities covered over 95 of every 100 people by health insurance?",
    ],
)
def test_they_are_listed(question: str) -> None:
    assert [figure.place for figure in answer_over(question, *TOLD).figures] == ["Hue"]


def test_a_word_that_says_which_narrows() -> None:
    question = "Which coastal provinces have more than 95 per cent in health insurance?"
    assert answer_over(question, *TOLD).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "Hue had fewer late payers than Hanoi at the end of 2022, correct?",
        "Does Hanoi have more debtors than Hue?",
        "Are there more firms in debt in Hue than in Hanoi?",
        "Which province has the most debtors?",
        "Huế có ít đơn vị nợ hơn Hà Nội không?",
    ],
)
def test_how_many_owe_no_amount_tells(question: str) -> None:
    assert not answer_over(question, *TOLD).figures


@pytest.mark.parametrize(
    "question",
    [
        "Does Hanoi owe more than Hue?",
        "Which province has the biggest debt?",
        "Hà Nội nợ nhiều hơn Huế phải không?",
    ],
)
def test_how_much_is_owed_it_does(question: str) -> None:
    places = {figure.place for figure in answer_over(question, *TOLD).figures}
    assert {"Hue", "Hanoi"} <= places


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Late payments of less than six months in Hue, end of 2022?", False),
        ("What had been overdue for over a year in Hue at the end of 2022?", False),
        ("Huế cuối năm 2022 nợ BHXH trên 6 tháng là bao nhiêu tiền?", False),
        ("What were late payments in Hue at the end of 2022?", True),
    ],
)
def test_what_has_been_owed_for_so_long_is_not_all_that_is_owed(question: str, told: bool) -> None:
    assert bool(answer_over(question, *TOLD).figures) is told
