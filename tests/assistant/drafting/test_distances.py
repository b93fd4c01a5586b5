"""How far it is from the last level to one that a question names, which nobody set as a target."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.understanding.question import understand
from tests.assistant.proving import prove
from tests.assistant.samples import TODAY


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "What would be needed for Hanoi to reach 95 per cent health insurance coverage?",
            ["94.33 per cent", "0.67 percentage points"],
        ),
        ("How far is Lai Chau from 95% HI coverage?", ["82.1 per cent", "12.9 percentage points"]),
        ("Lai Châu còn cách 95% bao phủ BHYT bao xa?", ["82,1%", "12,9 điểm phần trăm"]),
        ("Huế còn thiếu bao nhiêu điểm để đạt 100% bao phủ BHYT?", ["99,2%", "0,8 điểm phần trăm"]),
        (
            "How many points short of 45 per cent was SI coverage nationwide in June 2024?",
            ["39.05 per cent", "5.95 percentage points"],
        ),
        (
            "How many more members does Kien Giang need to reach 1.6 million in health insurance?",
            ["1,546,145 people", "53,855 people"],
        ),
        # People are worked out from the members of the same day, to the digits that a share allows.
        (
            "How many more people would Long An have to insure to reach 95% HI coverage?",
            ["91.1 per cent", "3.9 percentage points", "1,572,086 people", "about 67,000 people"],
        ),
        (
            "What would Hue need to get to 95 per cent HI coverage?",
            ["was reached", "99.2 per cent"],
        ),
    ],
)
def test_the_way_to_a_level_is_computed_from_the_last_one(
    question: str, told: list[str], assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert all(words in answer.answer for words in told), answer.answer
    assert "target" not in answer.answer
    prove(answer, assistant)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Lâm Đồng cần vận động thêm bao nhiêu người để đạt 95% BHYT?", "62762"),
        ("How far is Lam Dong from 95 per cent HI coverage?", "4.56"),
    ],
)
def test_what_a_report_says_is_missing_to_that_target_is_told(
    question: str, told: str, assistant: Assistant
) -> None:
    (figure,) = assistant.answer(question).figures
    assert (f"{figure.value.normalize():f}", figure.aspect) == (told, "gap")


def test_people_are_not_worked_out_of_rounded_numbers(assistant: Assistant) -> None:
    asked = "How many people are still missing for Bac Ninh to cover 95% with health insurance?"
    answer = assistant.answer(asked)
    assert "2 percentage points" in answer.answer
    assert "people" not in answer.answer
    assert any("cannot be computed" in warning for warning in answer.warnings)


@pytest.mark.parametrize(
    "question",
    [
        "How far is Lam Dong from its HI coverage target of 95 per cent?",
        "Did Lam Dong fall short of 95 per cent HI coverage?",
        "Which provinces are short of 95 per cent HI coverage?",
        "Has Lai Chau reached 95 per cent HI coverage?",
        "When did the country reach 90 per cent HI coverage?",
        "By how much did HI coverage in Hanoi rise to 94.33 per cent?",
        "How many provinces must still reach 95 per cent HI coverage?",
    ],
)
def test_a_target_a_limit_and_a_course_are_no_level_to_be_reached(
    question: str,
) -> None:
    assert understand(question, (), TODAY).manner.towards is None
