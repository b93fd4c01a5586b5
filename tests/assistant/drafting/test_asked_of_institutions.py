"""What is asked of one hospital: its own figure, never that of the place it is named after."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

CARE = article(
    "Medical facilities in Lai Chau received 529,740 health insurance visits in 2023. At the end "
    "of 2023 Lai Chau had 19 medical facilities under health insurance contracts. Health insurance "
    "expenditure on treatment in Lai Chau came to VND356.8 billion in 2023.",
    doc="care", published=date(2024, 1, 20),
)  # fmt: skip
HOSPITALS = article(
    "Health insurance spending in Lai Chau\n\n"
    "In Lai Chau the fund paid VND356.8 billion in 2023. Health insurance expenditure on treatment "
    "at Lai Chau General Hospital was VND131.2 billion in 2023. Health insurance expenditure on "
    "treatment at Than Uyen Regional Hospital was VND42.6 billion in 2023.",
    doc="hospitals", published=date(2024, 1, 20),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "How many visits did Lai Chau General Hospital have in 2023?",
        "How many insured visits did Lai Chau hospital receive in 2023?",
        "HI visits at the hospital of Lai Chau in 2023",
        "How many HI visits did the provincial hospital of Lai Chau have in 2023?",
        "How many HI visits did the General Hospital in Lai Chau have in 2023?",
        "How much did Lai Chau General Hospital spend in 2023?",
        "What did health insurance pay for treatment at the hospital of Lai Chau in 2023?",
        "What did the health insurance fund pay to Lai Chau's polyclinic in 2023?",
        "Health insurance expenditure of Lai Chau Medical Centre in 2023",
        "Chi KCB BHYT của bệnh viện tỉnh Lai Châu năm 2023?",
        "Năm 2023 Bệnh viện đa khoa tỉnh Lai Châu tiếp nhận bao nhiêu lượt khám chữa bệnh BHYT?",
        "Bệnh viện Lai Châu có bao nhiêu lượt khám BHYT năm 2023?",
        "Trung tâm y tế Lai Châu chi bao nhiêu tiền KCB BHYT năm 2023?",
        "Is it true that Lai Chau General Hospital had 529,740 HI visits in 2023?",
    ],
)
def test_the_figure_of_a_place_is_none_of_a_hospital_named_after_it(question: str) -> None:
    answer = answer_over(question, CARE)
    assert answer.status != "answered"
    assert not answer.figures


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("How many visits did the hospitals of Lai Chau have in 2023?", ["529740"]),
        ("How many HI visits were there in Lai Chau's hospitals in 2023?", ["529740"]),
        ("hospital visits with HI in Lai Chau in 2023", ["529740"]),
        ("How much did HI spend on hospital care in Lai Chau in 2023?", ["356800000000"]),
        ("How many hospitals in Lai Chau have a health insurance contract?", ["19"]),
        ("How many hospitals and clinics take HI cards in Lai Chau?", ["19"]),
        ("Lai Châu có bao nhiêu bệnh viện ký hợp đồng BHYT?", ["19"]),
        ("Các bệnh viện ở Lai Châu có bao nhiêu lượt khám BHYT năm 2023?", ["529740"]),
        ("Chi KCB BHYT tại các bệnh viện ở Lai Châu năm 2023?", ["356800000000"]),
    ],
)  # fmt: skip
def test_all_hospitals_of_a_place_are_asked_for_by_its_own_figure(
    question: str, values: list[str]
) -> None:
    answer = answer_over(question, CARE)
    assert [str(figure.value) for figure in answer.figures] == values


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How much did Lai Chau General Hospital spend in 2023?", "131200000000"),
        ("What was HI expenditure at Lai Chau General Hospital in 2023?", "131200000000"),
        ("Health insurance spending of Lai Chau General Hospital 2023", "131200000000"),
        ("What did HI pay for treatment at Lai Chau General Hospital in 2023?", "131200000000"),
        ("How much did HI spend at Than Uyen Regional Hospital in 2023?", "42600000000"),
        ("How much did Than Uyen regional hospital spend in 2023?", "42600000000"),
        ("How much did Than Uyen regional hospital spend in Lai Chau in 2023?", "42600000000"),
        ("than uyen regional hospital hi spending 2023", "42600000000"),
    ],
)  # fmt: skip
def test_a_hospital_is_answered_for_by_its_name(question: str, value: str) -> None:
    answer = answer_over(question, HOSPITALS)
    assert [str(figure.value) for figure in answer.figures] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How much did Phong Tho Regional Hospital spend in 2023?",
        "How much did the regional hospital spend in Lai Chau in 2023?",
        "How much did Hue Central Hospital spend in 2023?",
        "How much did Than Uyen Regional Hospital spend in 2022?",
        "How much did Than Uyen Regional Hospital owe in 2023?",
        "How many visits did Than Uyen Regional Hospital have in 2023?",
    ],
)
def test_a_hospital_is_not_answered_for_by_another(question: str) -> None:
    assert not answer_over(question, HOSPITALS).figures


ESTIMATES = article(
    "Hospitals in An Giang spend ahead of their estimate\n\n"
    "**Spending of the first nine months of 2022 (billion VND)**\n\n"
    "Facility                          Spent      Estimate for the year\n"
    "Chau Doc regional hospital        171.9      196.5\n"
    "Tan Chau regional hospital        88.4       93.2\n\n"
    "From January to September 2022 health insurance expenditure on treatment in An Giang came to "
    "VND1,287 billion.",
    doc="estimates", published=date(2022, 10, 11),
)  # fmt: skip
ELSEWHERE = article(
    "Health insurance expenditure on treatment in Viet Nam came to VND80 trillion from January to "
    "September 2022.",
    doc="elsewhere", published=date(2022, 10, 30),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("How much did Tan Chau regional hospital spend from January to September 2022?",
         ["88400000000"]),
        ("estimate of Tan Chau regional hospital for 2022", ["93200000000"]),
        ("Estimate for Tan Chau regional hospital in 2022, and how much had it spent by September?",
         ["93200000000", "88400000000"]),
        ("What was the estimate for Chau Doc regional hospital in 2022?", ["196500000000"]),
        ("How much did Chau Doc regional hospital spend by September 2022?", ["171900000000"]),
    ],
)  # fmt: skip
def test_a_hospital_named_alone_is_sought_where_reports_tell_of_it(
    question: str, values: list[str]
) -> None:
    answer = answer_over(question, ESTIMATES, ELSEWHERE)
    assert [str(figure.value) for figure in answer.figures] == values


@pytest.mark.parametrize(
    "question",
    [
        "How much did Long Xuyen regional hospital spend in the first nine months of 2022?",
        "Estimate for Tan Hiep hospital in 2022, and how much had it spent by September?",
    ],
)
def test_a_hospital_that_no_report_tells_of_is_not_answered_for(question: str) -> None:
    assert not answer_over(question, ESTIMATES, ELSEWHERE).figures
