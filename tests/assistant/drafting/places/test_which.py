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


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Which provinces are within 1 point of the national rate in HI coverage?", ["Hanoi"]),
        ("Which provinces are within 10 points of the national average of HI coverage?",
         ["Hanoi", "Hue"]),
        ("Which provinces lie within 5.5 percentage points of Hanoi in HI coverage?", []),
        ("Which provinces are less than 7 points from Hanoi in HI coverage?", ["Hue"]),
        ("Tỉnh nào chênh không quá 2 điểm so với cả nước về bao phủ BHYT?", ["Hanoi"]),
        ("Tỉnh nào cách cả nước dưới 2 điểm phần trăm về bao phủ BHYT?", ["Hanoi"]),
    ],
)  # fmt: skip
def test_so_near_to_a_place_are_those_whose_figures_lie_so_near(
    question: str, places: list[str]
) -> None:
    _, *listed = answer_over(question, *TOLD).answer.split("\n")
    told = [line.partition(":")[0][2:] for line in listed]
    assert [{"Huế": "Hue", "Hà Nội": "Hanoi"}.get(name, name) for name in told] == places


@pytest.mark.parametrize(
    "question",
    [
        "Which provinces are less than 1 point below the national rate in HI coverage?",
        "Which provinces beat the national rate of HI coverage by 2 points?",
        "Tỉnh nào thấp hơn cả nước không quá 2 điểm về bao phủ BHYT?",
    ],
)
def test_a_distance_that_is_to_lie_on_one_side_is_no_limit_of_the_figures(question: str) -> None:
    assert answer_over(question, *TOLD).figures == ()


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Name one province that beat 90 per cent in health insurance coverage.", ["Hue"]),
        ("Give me two provinces with HI coverage above 90 per cent", ["Hue", "Hanoi"]),
        ("Name three provinces with HI coverage below 96 per cent", ["Hanoi"]),
        ("Kể tên một tỉnh có tỷ lệ bao phủ BHYT trên 90%", ["Hue"]),
        ("ke ten hai tinh co ty le bao phu bhyt tren 90%", ["Hue", "Hanoi"]),
        ("Name one city where HI coverage exceeded 99 per cent", []),
    ],
)
def test_so_many_as_are_to_be_named_are_listed(question: str, places: list[str]) -> None:
    _, *listed = answer_over(question, *TOLD).answer.split("\n")
    told = [line.partition(":")[0][2:] for line in listed]
    assert [{"Huế": "Hue", "Hà Nội": "Hanoi"}.get(name, name) for name in told] == places
