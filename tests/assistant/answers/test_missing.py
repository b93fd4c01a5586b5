"""What the reports do not hold: told as missing, with the nearest, and never as an answer."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.proving import prove


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What was Hanoi's HI coverage in 1999?", "in 1999"),
        ("What was the HI coverage of Binh Phuoc in 2016?", "in 2016"),
        ("How many pensioners were there in Binh Phuoc in 2023?", "receiving a pension"),
        ("HI coverage of Binh Phuoc at the end of 2025", "part of Dong Nai"),
        ("Which Central Highlands province had the most cards in 2026?", "not form a region"),
        ("What is the weather in Hanoi?", "outside the reports"),
        # A figure that nobody keeps; of people none of money is told instead.
        ("How many people lost their jobs in Ho Chi Minh City?", "outside the reports"),
        ("Who won the football world cup in 2022?", "outside the reports"),
        ("", "ask a question"),
        ("   \n", "ask a question"),
    ],
)
def test_what_the_reports_do_not_hold_is_refused_and_told(
    assistant: Assistant, question: str, missing: str
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "not_found"
    assert answer.reason is not None
    assert missing in answer.reason
    prove(answer, assistant)


def test_what_is_missing_comes_with_the_nearest_that_is_held(assistant: Assistant) -> None:
    answer = assistant.answer("What was Hanoi's HI coverage in 1999?")
    assert answer.reason is not None
    assert "about 83 per cent" in answer.reason
    assert answer.citations


def test_a_change_since_a_year_that_has_no_figure_is_not_told(assistant: Assistant) -> None:
    answer = assistant.answer("How much has HI coverage in Lam Dong grown since 2020?")
    assert answer.status == "not_found"
    assert answer.reason is not None
    assert "compared with 2020" in answer.reason


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Late payment in Hanoi 2017 vs 2018", "in Hanoi in 2018"),
        ("How much late payment per debtor in Hanoi?", "lies outside the range that is plausible"),
        ("Did HI coverage in Lao Cai fall in 2025?", "coverage in Lao Cai was 88.21 per cent"),
    ],
)
def test_what_of_a_question_stays_unanswered_is_told(
    question: str, told: str, assistant: Assistant
) -> None:
    assert told in (assistant.answer(question).reason or "")


@pytest.mark.parametrize(
    "question", ["What is 2+2?", "42", "👍", "SELECT * FROM facts", "a" * 2000]
)
def test_nonsense_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert answer.status == "not_found"
    prove(answer, assistant)


@pytest.mark.parametrize(
    "question",
    [
        "How many doctors are there in Quang Ninh?",
        "How many women left compulsory insurance in Thai Nguyen in the first quarter of 2023?",
        "How many students in Binh Phuoc had health insurance in 2023?",
        "HI coverage in Atlantis in 2023",
    ],
)
def test_a_figure_for_another_question_is_not_given(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert answer.status == "not_found"
    prove(answer, assistant)


@pytest.mark.parametrize(
    "question",
    [
        "How much premium was collected per participant in Hanoi?",
        "How much does each pensioner get per month on average?",
        "Chi khám chữa bệnh BHYT bình quân một lượt ở Nghệ An",
        "Kết dư quỹ BHYT năm 2020 là bao nhiêu?",
        "Tỷ lệ hài lòng của người dân với BHXH",
        "Lãi chậm đóng BHXH ở Hà Nội bao nhiêu?",
        "What is the median HI coverage of the provinces?",
        "Số đơn vị tham gia BHXH ở Long An",
        "số nợ của 120 doanh nghiệp ở Đồng Nai",
        "Tỷ lệ bao phủ BHYT Hòa Bình 2018 không tính học sinh",
        "HI coverage in Hoa Binh in 2018, not counting pupils",
        "Nợ BHXH của Hải Phòng, không kể lãi, tháng 8/2025",
        "Who is the director of Thai Nguyen social security?",
    ],
)
def test_what_no_report_tells_is_not_answered_by_what_stands_near(
    assistant: Assistant, question: str
) -> None:
    assert assistant.answer(question).status != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "What did Viet Nam Social Security do about cybersecurity?",
        "who chaired the meeting in Binh Phuoc?",
        "Ai chủ trì hội nghị ở Bình Phước?",
    ],
)
def test_a_sentence_beside_the_matter_is_not_quoted(question: str, assistant: Assistant) -> None:
    assert assistant.answer(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "near"),
    [
        (
            "Whose staff are insured on the fattest pay, state, foreign or private firms?",
            "Insured pay averaged over VND5.7 million",
        ),
        (
            "How many firms in Ho Chi Minh City closed down because of their insurance debts?",
            "the list of social insurance debtors in Ho Chi Minh City",
        ),
        ("Who will win the football in Hanoi tonight?", ""),
        ("What papers do I need for a lump sum?", ""),
    ],
)
def test_what_no_sentence_answers_names_the_nearest(
    question: str, near: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert (answer.status, answer.answer) == ("not_found", "")
    assert ("near it:" in (answer.reason or "")) == bool(near)
    assert near in (answer.reason or "")
    prove(answer, assistant)
