"""Whose words are asked for: those of the one who holds the office, and of no one near it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

REPORT = article(
    "Nguyen Quoc Trung, Director General of Viet Nam Social Security, met the social insurance "
    "agency of Lang Son on 3 July. The talks dealt with its work in the first half of the year. "
    "Tran Thi Binh, Director of the Lang Son agency, told the meeting that members were hard to "
    "win. Trung called on the agency to tell every commune how many people it must bring in. Vu "
    "Minh Duc, Chairman of the People's Committee, promised the agency more money for cards.",
    published=date(2024, 7, 20),
)


@pytest.mark.parametrize(
    ("question", "says", "not_said"),
    [
        ("What did the director of Lang Son say?", "hard to win", "The talks dealt"),
        ("What did Lang Son's director say?", "hard to win", "The talks dealt"),
        ("What did the director of Lang Son Social Insurance say?", "hard to win", "The talks"),
        ("what has the director of the lang son agency said", "hard to win", "The talks dealt"),
        ("Giám đốc BHXH tỉnh Lạng Sơn nói gì?", "hard to win", "The talks dealt"),
        ("What did the chairman of Lang Son say?", "more money", "hard to win"),
        ("Nguyen Quoc Trung yêu cầu BHXH Lạng Sơn làm gì?", "called on the agency", "hard to win"),
        ("What did Nguyen Quoc Trung ask Lang Son to do?", "called on the agency", "hard to win"),
    ],
)
def test_the_words_of_the_asked_one_are_quoted(question: str, says: str, not_said: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.status == "answered"
    assert says in answer.answer
    assert not_said not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "What did the minister say in Lang Son?",
        "What did the deputy director of Lang Son say?",
        "What did the governor of Lang Son say?",
        "Bộ trưởng nói gì ở Lạng Sơn?",
    ],
)
def test_no_one_else_speaks_for_them(question: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.status == "not_found"
    assert not answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Are there more men than women in social insurance in Lang Son?",
        "Do robots get social insurance in Lang Son?",
        "Is there a strike at the social insurance agency of Lang Son?",
    ],
)
def test_a_yes_or_no_is_not_answered_by_what_does_not_speak_of_it(question: str) -> None:
    assert answer_over(question, REPORT).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "Who is the director of VSS?",
        "Who is the Director General of VSS?",
        "who heads Viet Nam Social Security",
        "Who is VSS's director?",
        "Ai là Tổng Giám đốc BHXH Việt Nam?",
    ],
)
def test_the_agency_of_the_country_is_headed_by_none_of_a_province(question: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.status == "answered"
    assert "Nguyen Quoc Trung" in answer.answer
    assert "Tran Thi Binh" not in answer.answer


@pytest.mark.parametrize(
    "question",
    ["Who is the deputy director of VSS?", "Who is the chairman of Viet Nam Social Security?"],
)
def test_no_other_office_of_it_is_told_instead(question: str) -> None:
    assert answer_over(question, REPORT).status == "not_found"


@pytest.mark.parametrize("question", ["Who is the director?", "Giám đốc BHXH tỉnh là ai?"])
def test_an_office_of_no_place_is_asked_back(question: str) -> None:
    assert answer_over(question, REPORT).status == "clarify"
