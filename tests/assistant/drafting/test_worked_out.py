"""What a reader asks to be worked out: a share of a figure, how far places lie apart, how much of a
whole a part is, an amount of each month."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.records import Answer
from tests.assistant.asking import answer_over
from tests.assistant.samples import article

NORTH = article(
    "Premiums collected in Yen Bai came to VND2.4 trillion in 2022. At the end of 2022, 750,000 "
    "people in Yen Bai had health insurance, or 96.4 per cent of the population. At the end of "
    "2022, 24,000 people in Van Yen district had health insurance. In May 2022 social insurance "
    "benefits paid in Yen Bai came to VND160 billion. At the end of 2022 Yen Bai had 80,000 "
    "participants in social insurance and 20,000 in voluntary social insurance. In 2022 health "
    "insurance paid for 1,100,000 medical visits in Yen Bai.",
    doc="north", published=date(2023, 1, 20),
)  # fmt: skip
SOUTH = article(
    "At the end of 2022 health insurance covered 90.2 per cent of the population of Ben Tre. At "
    "the end of 2017, 60,000 people in Mo Cay Nam district, Ben Tre had health insurance. At the "
    "end of 2022, 1,200,000 people in Ben Tre had health insurance. Premiums collected in Ben Tre "
    "came to over VND2 trillion in 2022.",
    doc="south", published=date(2023, 1, 25),
)  # fmt: skip


def derived(answer: Answer) -> list[str]:
    told = (figure.value for figure in answer.figures if figure.verdict == "derived")
    return [f"{value.normalize():f}" for value in told]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What is 5 per cent of the premiums collected in Yen Bai in 2022?", "120000000000"),
        ("How much is a quarter of the premiums collected in Yen Bai in 2022?", "600000000000"),
        ("what's 5% of the premiums collected in Yen Bai in 2022", "120000000000"),
        ("What would be half of Yen Bai's premium collection in 2022?", "1200000000000"),
        ("How many people are 10 % of the health insurance members of Yen Bai?", "75000"),
        ("5% số thu của Yên Bái năm 2022 là bao nhiêu?", "120000000000"),
        ("Một nửa số người tham gia BHYT của Yên Bái bằng bao nhiêu?", "375000"),
    ],
)
def test_a_share_of_a_figure_is_worked_out_from_it(question: str, told: str) -> None:
    answer = answer_over(question, NORTH)
    assert derived(answer) == [told]
    assert answer.figures[-1].operands


def test_of_a_figure_with_a_bound_the_share_has_it_too() -> None:
    answer = answer_over("What is 5 per cent of the premiums collected in Ben Tre in 2022?", SOUTH)
    assert derived(answer) == ["100000000000"]
    assert [figure.bound for figure in answer.figures] == ["over", "over"]


def test_of_a_rate_no_share_is_worked_out() -> None:
    question = "What is a third of health insurance coverage in Ben Tre in 2022?"
    answer = answer_over(question, SOUTH)
    assert not derived(answer)
    assert answer.warnings


@pytest.mark.parametrize(
    "question",
    [
        "Were premiums collected in Yen Bai VND2.4 trillion in 2022?",
        "Is health insurance coverage in Yen Bai 96.4 per cent of the population?",
        "What share of the people of Yen Bai has health insurance?",
    ],
)
def test_a_figure_that_is_put_forward_or_asked_for_is_no_share_to_work_out(question: str) -> None:
    assert not derived(answer_over(question, NORTH))


@pytest.mark.parametrize(
    "question",
    [
        "How far is Yen Bai ahead of Ben Tre in health insurance coverage?",
        "How far ahead of Ben Tre was Yen Bai in health insurance coverage in 2022?",
        "How far behind Yen Bai is Ben Tre in health insurance coverage?",
        "How far apart are Yen Bai and Ben Tre in health insurance coverage?",
        "By how much does Yen Bai lead Ben Tre in health insurance coverage?",
    ],
)
def test_how_far_two_places_lie_apart_is_their_difference(question: str) -> None:
    assert derived(answer_over(question, NORTH, SOUTH)) == ["6.2"]


def test_who_is_said_to_be_ahead_and_is_not_is_told_so() -> None:
    asked = "How far is Ben Tre ahead of Yen Bai in health insurance coverage?"
    answer = answer_over(asked, NORTH, SOUTH)
    assert answer.answer.startswith("The reports say otherwise: ")
    assert derived(answer) == ["6.2"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What share of Yen Bai's health insurance members live in Van Yen district?", ["3.2"]),
        ("What percentage of the health insurance members of Yen Bai are in Van Yen district?",
         ["3.2"]),
        ("Huyện Văn Yên chiếm bao nhiêu phần trăm số người tham gia BHYT của Yên Bái?", ["3.2"]),
        # Five years lie between them.
        ("What share of Ben Tre's health insurance members live in Mo Cay Nam district?", []),
        ("BHXH tự nguyện chiếm bao nhiêu trong tổng số người tham gia BHXH của Yên Bái?", ["25"]),
        ("BHXH tự nguyện chiếm bao nhiêu phần trăm tổng số người tham gia BHXH tỉnh Yên Bái?",
         ["25"]),
        # Of the people it is a coverage, and two places beside each other are both asked of.
        ("What percentage of the population of Yen Bai has health insurance?", []),
        ("What percentage of people has health insurance in Yen Bai and in Ben Tre?", []),
    ],
)  # fmt: skip
def test_how_much_of_a_whole_a_part_is(question: str, told: list[str]) -> None:
    assert derived(answer_over(question, NORTH, SOUTH)) == told


@pytest.mark.parametrize(
    "question",
    [
        "How much does Yen Bai pay in social insurance benefits per month?",
        "How much does Yen Bai pay each month in social insurance benefits?",
        "Yên Bái chi trả BHXH bao nhiêu mỗi tháng?",
    ],
)
def test_an_amount_of_each_month_is_that_of_one_month(question: str) -> None:
    answer = answer_over(question, NORTH)
    assert [str(figure.value) for figure in answer.figures] == ["160000000000"]


@pytest.mark.parametrize(
    "question",
    [
        "How much does Yen Bai collect per month?",
        "How many medical visits a day are there in Yen Bai?",
        "How many visits a week does health insurance pay for in Yen Bai?",
        "Mỗi ngày Yên Bái có bao nhiêu lượt khám chữa bệnh BHYT?",
    ],
)
def test_of_a_longer_time_no_mean_is_made(question: str) -> None:
    assert answer_over(question, NORTH).status == "not_found"
