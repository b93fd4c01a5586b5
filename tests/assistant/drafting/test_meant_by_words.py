"""Words of a question that are easily taken for something else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over, values
from tests.assistant.samples import article

REPORT = article(
    "At the end of 2022 late payments in Ha Nam came to VND160 billion, 1.6 per cent of the amount "
    "due. At the end of 2022 there were 41 medical facilities under health insurance contracts in "
    "Ha Nam. In 2022 health insurance paid for 910,000 medical visits in Ha Nam. Premiums "
    "collected in Ha Nam came to VND2.1 trillion in 2022. Benefits paid in Ha Nam came to VND1.7 "
    "trillion in 2022. At the end of 2022 health insurance covered 92.3 per cent of the population "
    "of Ha Nam; the target was 92 per cent.",
    published=date(2023, 1, 20),
)
OTHER = article(
    "At the end of 2022 health insurance covered 88.5 per cent of the population of Soc Trang.",
    doc="other", published=date(2023, 1, 20),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What are Ha Nam's arrears in per cent?", ["1.6"]),
        ("What were late payments in Ha Nam as a percentage at the end of 2022?", ["1.6"]),
        ("How high are the arrears of Ha Nam?", ["160000000000"]),
        ("How many medical examination and treatment facilities are there in Ha Nam?", ["41"]),
        ("How many health insurance treatment facilities does Ha Nam have?", ["41"]),
        ("How many medical examinations and treatments were there in Ha Nam?", ["910000"]),
        ("How much did Ha Nam collect and pay in benefits in 2022?",
         ["2100000000000", "1700000000000"]),
        ("How much was collected and paid out in Ha Nam in 2022?",
         ["2100000000000", "1700000000000"]),
        ("Năm 2022 Hà Nam thu và chi trả bao nhiêu?", ["1700000000000", "2100000000000"]),
        ("How much did Ha Nam collect in 2022 to pay benefits?", ["2100000000000"]),
        ("In order to plan the budget, what was health insurance coverage in Ha Nam in 2022?",
         ["92.3"]),
        ("I need to plan: what was health insurance coverage in Ha Nam in 2022?", ["92.3"]),
        ("Để lập kế hoạch, tỷ lệ bao phủ BHYT của Hà Nam năm 2022 là bao nhiêu?", ["92.3"]),
        ("What was the plan for health insurance coverage in Ha Nam in 2022?", ["92"]),
        ("Kế hoạch bao phủ BHYT của Hà Nam năm 2022 là bao nhiêu?", ["92"]),
        ("What was health insurance coverage in Ha Nam in 2022, and how much was collected?",
         ["92.3", "2100000000000"]),
    ],
)  # fmt: skip
def test_what_is_asked_for(question: str, told: list[str]) -> None:
    assert values(question, REPORT) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which provinces do not have over 90% health insurance coverage?", ["88.5"]),
        ("Which provinces don't have 90% health insurance coverage yet?", ["88.5"]),
        ("Which provinces have over 90% health insurance coverage?", ["92.3"]),
        ("Which provinces have no more than 90% health insurance coverage?", ["88.5"]),
        ("Tỉnh nào không có trên 90% dân số tham gia BHYT?", ["88.5"]),
    ],
)
def test_a_limit_that_is_denied_is_turned_round(question: str, told: list[str]) -> None:
    assert values(question, REPORT, OTHER) == told


def test_people_without_insurance_are_a_part_still() -> None:
    assert answer_over(
        "How many people in Ha Nam do not have health insurance?", REPORT
    ).status == ("not_found")


@pytest.mark.parametrize(
    "question",
    [
        "Does everyone in Ha Nam have health insurance?",
        "Do all residents of Ha Nam have health insurance?",
        "Does nobody in Ha Nam owe premiums?",
        "Mọi người dân Hà Nam đều có BHYT phải không?",
    ],
)
def test_what_is_said_of_everyone_or_of_nobody_is_held_against_the_rate(question: str) -> None:
    assert answer_over(question, REPORT).answer.startswith(("No, ", "Không, "))


@pytest.mark.parametrize(
    "question",
    [
        "How many employers take part in social insurance in Ha Nam?",
        "How many businesses participate in health insurance in Ha Nam?",
    ],
)
def test_firms_are_counted_by_no_figure_of_people(question: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.status == "not_found"
    assert not answer.choices
