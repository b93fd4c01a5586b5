"""What is asked for tells which sentence answers: a person, what is done, a document, a number."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

DEBTORS = article(
    "At the end of March 2023, 410 firms in Quang Tri were four months or more behind with social "
    "insurance, owing VND21 billion. Their debts keep rising. To enterprises with insurance debts "
    "of one month to under four months the agency of Quang Tri sends reminders; it later inspects "
    "them and hands the worst to the police.",
    doc="debtors", published=date(2023, 4, 10),
)  # fmt: skip
VISIT = article(
    "Vo Van Ba, Deputy Director General of Viet Nam Social Security (VSS), took a delegation to "
    "Quang Tri on April 6 to look at its work. Ho Thi Tu, Deputy Director of the agency, told the "
    "visitors how the first quarter had gone. In Dong Ha City, Quang Tri, 310 cards were handed to "
    "the poor. The gifts rest on Plan No. 77/KH-BHXH of the agency.",
    doc="visit", published=date(2023, 4, 12),
)  # fmt: skip
COUNCILS = article(
    "From 2020 to 2022 the council of Quang Tri passed 13 support resolutions, and that of Quang "
    "Binh five. "
    "Quang Tri has 598,000 people in health insurance, more than Ha Tinh.",
    doc="councils", published=date(2023, 4, 12),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "What happens to firms in Quang Tri that owe insurance?",
        "How does the agency of Quang Tri deal with debtors?",
        "What is done about debtors in Quang Tri?",
        "Quảng Trị xử lý các đơn vị chậm đóng thế nào?",
        "Quảng Trị làm gì với doanh nghiệp nợ bảo hiểm?",
        "Ở Quảng Trị doanh nghiệp nợ từ 1 đến dưới 4 tháng thì bị xử lý ra sao?",
    ],
)
def test_what_is_done_about_debtors_is_no_figure_of_them(question: str) -> None:
    answer = answer_over(question, DEBTORS)
    assert answer.status == "answered"
    assert "inspects" in answer.answer
    assert "410" not in answer.answer


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("How many firms in Quang Tri were 4 months or longer behind in March 2023?", True),
        ("How many firms in Quang Tri were four months late in March 2023?", True),
        ("How many firms in Quang Tri were 6 months or longer behind in March 2023?", False),
        ("How many firms in Quang Tri were a year behind in March 2023?", False),
    ],
)
def test_a_length_of_time_is_held_to_its_number(question: str, answers: bool) -> None:
    answer = answer_over(question, DEBTORS)
    assert ("410" in answer.answer) == answers


@pytest.mark.parametrize(
    "question",
    [
        "Who from central VSS went to Quang Tri and which day?",
        "Who of VSS visited Quang Tri in April 2023?",
        "Which leader of VSS visited Quang Tri?",
        "Ai của BHXH Việt Nam về thăm Quảng Trị?",
    ],
)
def test_a_visitor_of_the_whole_agency_is_none_of_the_place(question: str) -> None:
    answer = answer_over(question, VISIT)
    assert "Vo Van Ba" in answer.answer
    assert "Ho Thi Tu" not in answer.answer


def test_a_document_answers_by_its_own_sentence() -> None:
    answer = answer_over("On which plan do the gifts of cards in Quang Tri rest?", VISIT)
    assert "Plan No. 77" in answer.answer


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("How many resolutions on support did Quang Binh's council pass?", "answered"),
        ("How many resolutions on support did Ha Tinh's council pass?", "not_found"),
        ("How many resolutions on pensions did Quang Binh's council pass?", "not_found"),
    ],
)
def test_a_number_told_last_of_another_place_answers_for_it(question: str, status: str) -> None:
    answer = answer_over(question, COUNCILS)
    assert answer.status == status


PENSIONS = article(
    "In Quang Tri pensions go to 21,300 people, 410 million VND a month more than in April. Of "
    "those past retirement age 41% draw one.",
    doc="pensions", published=date(2023, 5, 10),
)  # fmt: skip
FARMERS = article(
    "Farmers in Quang Tri may pay in until they are 65 years old.",
    doc="farmers", published=date(2023, 5, 10),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is the pension age in Quang Tri?", None),
        ("At what age do people in Quang Tri draw a pension?", None),
        ("Tuổi nghỉ hưu là bao nhiêu ở Quảng Trị?", None),
        ("What share of those past retirement age draw a pension in Quang Tri?", "41%"),
    ],
)
def test_an_age_is_told_by_no_other_number(question: str, answer: str | None) -> None:
    told = answer_over(question, PENSIONS)
    assert told.status == ("answered" if answer else "not_found")
    assert (answer or "") in told.answer


def test_an_age_that_is_told_answers() -> None:
    told = answer_over("How old may farmers in Quang Tri be and pay in?", FARMERS)
    assert "65 years old" in told.answer
