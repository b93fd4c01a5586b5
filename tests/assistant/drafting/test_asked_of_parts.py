"""Parts of a whole that reports and questions name otherwise, and who only asks for a benefit."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

WITHDRAWN = article(
    "In 2021 over 1.1 million people in Viet Nam received social insurance benefits. In 2021 "
    "863,000 people in Viet Nam were settled social insurance in one payment. In 2021 5,870 "
    "workers of Ha Nam took their social insurance in one payment.",
    doc="withdrawn", published=date(2022, 11, 9),
)  # fmt: skip
APPLIED = article(
    "In the first quarter of 2024 3,184 people in Hung Yen applied for unemployment benefits. In "
    "the first quarter of 2024 2,967 people in Hung Yen received unemployment benefits.",
    doc="applied", published=date(2024, 4, 11),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "How many people withdrew their social insurance in one payment nationwide in 2021?",
        "How many people took their social insurance in a lump sum in Viet Nam in 2021?",
        "How many one-time social insurance claims were there nationwide in 2021?",
        "How many people cashed out their social insurance in Viet Nam in 2021?",
        "Nationwide SI withdrawals in 2021: how many people?",
        "Năm 2021 cả nước có bao nhiêu người rút BHXH một lần?",
        "Năm 2021 cả nước có bao nhiêu người hưởng BHXH một lần?",
        "Số người nhận BHXH một lần cả nước năm 2021",
        "Nam 2021 ca nuoc co bao nhieu nguoi rut BHXH mot lan?",
        "Cả nước năm 2021 có mấy người rút bảo hiểm xã hội một lần?",
    ],
)
def test_withdrawals_are_asked_for_in_many_words(question: str) -> None:
    figures = answer_over(question, WITHDRAWN).figures
    assert [(str(figure.value), figure.group) for figure in figures] == [("863000", "one payment")]


def test_all_who_received_benefits_are_no_withdrawals() -> None:
    question = "How many people received social insurance benefits nationwide in 2021?"
    assert [str(f.value) for f in answer_over(question, WITHDRAWN).figures] == ["1100000"]


@pytest.mark.parametrize(
    "question",
    [
        "How many people received unemployment benefits in Hung Yen in Q1 2024?",
        "How many people were granted unemployment allowance in Hung Yen in the first quarter of "
        "2024?",
        "Quý I/2024 Hưng Yên có bao nhiêu người hưởng trợ cấp thất nghiệp?",
    ],
)
def test_who_asks_for_a_benefit_does_not_receive_it(question: str) -> None:
    figures = answer_over(question, APPLIED).figures
    assert [str(figure.value) for figure in figures] == ["2967"]


@pytest.mark.parametrize(
    "question",
    [
        "How many people applied for unemployment benefits in Hung Yen in Q1 2024?",
        "How many people in Hung Yen applied for unemployment allowance in the first quarter of "
        "2024?",
        "How many applicants for unemployment benefits were there in Hung Yen in Q1 2024?",
        "Quý I/2024 Hưng Yên có bao nhiêu người nộp hồ sơ hưởng trợ cấp thất nghiệp?",
        "Bao nhiêu người nộp hồ sơ trợ cấp thất nghiệp ở Hưng Yên quý I/2024?",
    ],
)
def test_who_applied_is_told_in_the_words_of_the_report(question: str) -> None:
    figures = answer_over(question, APPLIED).figures
    assert [str(figure.value) for figure in figures] == ["3184"]
