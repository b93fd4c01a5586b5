"""What strangers ask of money in plain words: an amount, its rate, what it paid for, in dollars."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over, values
from tests.assistant.samples import article

ARREARS = article(
    "Late payment of insurance in Lai Chau was VND36.15 billion at the end of 2017, or 1.87 per"
    " cent of"
    " what was due.",
    doc="arrears", published=date(2018, 1, 20),
)  # fmt: skip
SPENT = article(
    "In the first half of 2019 the health insurance fund spent VND940 billion (US$40.2 million) on"
    " treatment in Lai Chau, for 903,000 visits with health insurance.",
    doc="spent", published=date(2019, 7, 20),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "Nợ BHXH của Lai Châu cuối năm 2017 là bao nhiêu tiền, chiếm tỷ lệ mấy phần trăm?",
        "Nợ BHXH của Lai Châu cuối năm 2017 bao nhiêu tiền, tỷ lệ bao nhiêu?",
        "Số tiền chậm đóng của Lai Châu cuối năm 2017 là bao nhiêu và chiếm bao nhiêu phần trăm?",
        "How much was overdue in Lai Chau at the end of 2017, and what share of the amount due"
        " was that?",
        "How much was late payment in Lai Chau at the end of 2017, and what percentage?",
        "What was late payment in Lai Chau at the end of 2017, and the rate?",
    ],
)
def test_an_amount_and_its_rate_are_both_told(question: str) -> None:
    assert values(question, ARREARS) == ["36150000000", "1.87"]


@pytest.mark.parametrize(
    "question",
    [
        "6 tháng đầu năm 2019 quỹ BHYT ở Lai Châu chi bao nhiêu cho khám chữa bệnh, bao nhiêu"
        " lượt?",
        "Quỹ BHYT ở Lai Châu chi bao nhiêu tiền khám chữa bệnh 6 tháng đầu năm 2019 và bao nhiêu"
        " lượt?",
        "How much did the health insurance fund spend on treatment in Lai Chau in the first half"
        " of 2019,"
        " and on how many visits?",
        "How much did health insurance spend on treatment in Lai Chau in the first half of 2019,"
        " and how"
        " many visits were there?",
    ],
)
def test_money_and_what_it_paid_for_are_both_told(question: str) -> None:
    assert values(question, SPENT) == ["940000000000", "903000"]


@pytest.mark.parametrize(
    "question",
    [
        "What did health insurance spend on treatment in Lai Chau in the first half of 2019, in US"
        " dollars too?",
        "What did health insurance spend on treatment in Lai Chau in the first half of 2019, also"
        " in"
        " dollars?",
        "Health insurance spending on treatment in Lai Chau in the first half of 2019 in dong and"
        " dollars",
        "Chi khám chữa bệnh BHYT ở Lai Châu 6 tháng đầu năm 2019, cả tiền đồng và đô la?",
    ],
)
def test_dong_and_dollars_are_both_told(question: str) -> None:
    assert values(question, SPENT) == ["940000000000", "40200000"]


@pytest.mark.parametrize("told", ["averaged VND5.2 million", "was on average VND5.2 million"])
def test_a_mean_is_told_by_other_forms_of_its_word_too(told: str) -> None:
    held = article(f"In 2022 insured pay in Da Nang {told}.")
    answer = answer_over("What is the average pay that people in Da Nang are insured on?", held)
    assert [str(figure.value) for figure in answer.figures] == ["5200000"]


COLLECTED = article(
    "Premiums for social, health and unemployment insurance in Lai Chau came in at 21.8% of plan;"
    " in money that was VND98 billion more than over the same months of last year. It was urged"
    " that pupils be insured for health. Late payers in Lai Chau were fined VND825 million.",
    doc="collected", published=date(2023, 4, 7),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "How much is the health insurance premium per month?",
        "What is the health insurance premium a head in Lai Chau?",
        "muc dong bhyt hoc sinh o Lai Chau",
        "mức đóng BHYT của học sinh Lai Châu là bao nhiêu",
    ],
)
def test_what_each_one_pays_is_told_by_no_sum_and_no_other_sentence(question: str) -> None:
    assert answer_over(question, COLLECTED).status == "not_found"


@pytest.mark.parametrize(
    "question", ["mức phạt chậm đóng ở Lai Châu", "muc phat cham dong lai chau"]
)
def test_the_level_of_something_is_that_of_no_other(question: str) -> None:
    answer = answer_over(question, COLLECTED, ARREARS)
    assert "825 million" in answer.answer


def test_who_is_a_month_behind_asks_for_no_figure_of_each_month() -> None:
    warned = article(
        "Firms in Lai Chau that are behind with contributions for one month to under three are told"
        " so in writing, and fined later.",
        doc="warned",
    )
    answer = answer_over("What happens to firms in Lai Chau that are a month behind?", warned)
    assert "told so in writing" in answer.answer
