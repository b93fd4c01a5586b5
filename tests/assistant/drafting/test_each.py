"""An amount shared out over the cases that it was paid for, and what is not shared out."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

SPENT = article(
    "In the first six months of 2023 the health insurance fund of Gia Lai paid VND610 billion for "
    "1,220,000 visits. At the end of June 2023 Gia Lai had 1,300,000 people in health insurance.",
    doc="spent",
    published=date(2023, 7, 12),
)
ROUGH = article(
    "In 2023 the health insurance fund of Ca Mau paid more than VND1.2 trillion for over 2.5 "
    "million visits.",
    doc="rough",
    published=date(2024, 1, 12),
)
APART = article(
    "In 2023 the health insurance fund of Ha Tinh paid VND900 billion.",
    doc="apart",
    published=date(2024, 1, 12),
)
VISITS = article(
    "In 2023 health insurance in Ha Tinh paid for 1,500,000 visits.",
    doc="visits",
    published=date(2024, 1, 14),
)
SICK = article(
    "Over the first four months of 2022, sickness and maternity benefits were settled for 600,000 "
    "people in Long An, with an amount of VND900 billion.",
    doc="sick",
    published=date(2022, 5, 8),
)
PENSIONS = article(
    "In May 2022 the agency of Long An paid VND298 billion in pensions and monthly allowances to "
    "59,600 people.",
    doc="pensions",
    published=date(2022, 6, 12),
)
OWED = article(
    "At the end of October 2023 late payment in Gia Lai was over VND91 billion, affecting 8,120 "
    "workers. At the end of October 2023 late payment in Ca Mau was VND60 billion.",
    doc="owed",
    published=date(2023, 11, 12),
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What did health insurance pay per visit in Gia Lai in the first half of 2023?", 500000),
        ("Bình quân mỗi lượt khám BHYT ở Gia Lai 6 tháng đầu năm 2023 hết bao nhiêu tiền?", 500000),
        ("What did one visit cost the health fund of Ca Mau on average in 2023?", 480000),
    ],
)
def test_what_a_visit_cost_is_computed_of_one_report(question: str, value: int) -> None:
    figure = answer_over(question, SPENT, ROUGH).figures[-1]
    assert (figure.value, figure.bound, figure.verdict) == (value, "about", "derived")


@pytest.mark.parametrize(
    "question",
    [
        "What did health insurance pay per visit in Ha Tinh in 2023?",
        "What did health insurance pay per member in Gia Lai in the first half of 2023?",
        "What did health insurance pay per card in Gia Lai in the first half of 2023?",
        "What did health insurance pay per visit of pupils in Gia Lai in the first half of 2023?",
    ],
)
def test_of_two_reports_or_over_anything_else_nothing_is_shared_out(question: str) -> None:
    answer = answer_over(question, SPENT, ROUGH, APART, VISITS)
    assert not any(figure.verdict == "derived" for figure in answer.figures)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["How much late payment had Gia Lai in October 2023?", "How many workers did that hit?"],
         True),
        (["How much late payment had Gia Lai in October 2023?", "for how many workers?"], True),
        (["Gia Lai chậm đóng bao nhiêu tháng 10/2023?", "Ảnh hưởng tới bao nhiêu lao động?"], True),
        (["How much late payment had Ca Mau in October 2023?", "for how many workers?"], False),
    ],
)  # fmt: skip
def test_whom_a_debt_concerns_its_own_sentence_tells(turns: list[str], told: bool) -> None:
    answer = answer_over(turns[1], OWED, SPENT, history=turns[:1])
    assert ("8,120 workers" in answer.answer) == told
    assert (answer.status == "answered") == told


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What was paid on average to each sickness and maternity beneficiary in Long An in "
         "January to April 2022?", 1500000),
        ("How much on average was paid to each recipient of pensions and monthly allowances in "
         "Long An in May 2022?", 5000000),
        # Of all benefits together no one amount is told.
        ("What was paid on average to each social insurance beneficiary in Long An in 2022?", None),
    ],
)  # fmt: skip
def test_what_each_of_a_part_was_paid_is_computed_of_figures_of_that_part(
    question: str, value: int | None
) -> None:
    told = [
        f.value for f in answer_over(question, SICK, PENSIONS).figures if f.verdict == "derived"
    ]
    assert told == ([value] if value else [])
