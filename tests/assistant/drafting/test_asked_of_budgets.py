"""What was spent beyond what had been allotted: of the country, of a province, and by province."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

FUND = article(
    "Hospitals cost more than planned\n\n"
    "In the first half of 2016 health insurance paid bills of VND31 trillion. Most provinces had"
    " gone beyond their allotment, and the excess came to VND2.9 trillion. Yen Bai was VND120"
    " billion over, Cao Bang VND95 billion and Bac Kan VND41 billion.",
    doc="fund",
)
ALLOTTED = article(
    "Health insurance money runs out in Hau Giang\n\n"
    "The health insurance fund of Hau Giang had been allotted VND410 billion for 2019; by the end"
    " of the year VND446 billion was gone, an excess of VND36 billion. Premium collection in Hau"
    " Giang in 2019 came to VND980 billion, VND15 billion beyond the estimate.",
    doc="allotted",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("By how much did provinces overspend on health insurance in the first half of 2016?",
         "VND2.9 trillion"),
        ("How much did Cao Bang overspend on health insurance in the first half of 2016?",
         "Cao Bang VND95 billion"),
        ("Yên Bái chi vượt dự toán BHYT bao nhiêu trong 6 tháng đầu năm 2016?", "VND120 billion"),
        ("How much did Hau Giang spend beyond its allotment in 2019?", "excess of VND36 billion"),
        ("Hậu Giang bội chi quỹ BHYT bao nhiêu năm 2019?", "excess of VND36 billion"),
    ],
)  # fmt: skip
def test_the_sentence_that_tells_the_excess_is_quoted(question: str, told: str) -> None:
    answer = answer_over(question, FUND, ALLOTTED)
    assert (answer.status, told in answer.answer) == ("answered", True)


@pytest.mark.parametrize(
    "question",
    [
        "Which province overspent most on health insurance in the first half of 2016?",
        "Tỉnh nào chi vượt dự toán BHYT nhiều nhất 6 tháng đầu năm 2016 và vượt bao nhiêu?",
    ],
)
def test_provinces_are_put_in_its_order(question: str) -> None:
    answer = answer_over(question, FUND)
    told = [(figure.place, str(figure.value)) for figure in answer.figures]
    assert told == [
        ("Yen Bai", "120000000000"),
        ("Cao Bang", "95000000000"),
        ("Bac Kan", "41000000000"),
    ]
    assert answer.reason is None


@pytest.mark.parametrize(
    "question",
    [
        "How much did private hospitals in Yen Bai overspend in the first half of 2016?",
        "How much did Yen Bai overspend in 2018?",
        "How much did Lang Son overspend on health insurance in the first half of 2016?",
        "How many provinces overspent in the first half of 2016?",
    ],
)
def test_what_no_report_tells_is_declined(question: str) -> None:
    assert answer_over(question, FUND).figures == ()


def test_what_came_in_beyond_the_estimate_is_no_overspending() -> None:
    answer = answer_over("How much did Hau Giang overspend in 2019?", ALLOTTED)
    assert "980" not in answer.answer


def test_who_explained_it_is_answered_with_the_causes() -> None:
    told = article(
        "Health insurance paid bills of VND31 trillion in 2016; 40 provinces went beyond their"
        " allotment.\n\n"
        "Le Van Phuoc of the insurance agency sees two causes. Bed prices went up, and patients may"
        " now choose their hospital.",
    )
    report = replace(told, title="Provinces spend more on insured care than planned")
    for question in (
        "Who explained the overspending of the health insurance in 2016, and what did he blame?",
        "Why did provinces overspend on health insurance in 2016?",
    ):
        answer = answer_over(question, report)
        assert "Le Van Phuoc" in answer.answer
        assert "Bed prices went up" in answer.answer
        assert answer.reason is None
