"""Answers to a place alone: all that is held of it, or a choice of what is meant."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant import Assistant
from tests.assistant.proving import prove


@pytest.mark.parametrize("question", ["how many insured people", "số người được bảo hiểm"])
def test_the_figures_offered_for_people_count_people(question: str, assistant: Assistant) -> None:
    choices = assistant.answer(question).choices
    assert len(choices) > 2
    assert all("participants" in choice or "người tham gia" in choice for choice in choices)


@pytest.mark.parametrize("question", ["Long An", "Long An in 2021", "Hanoi at the end of June"])
def test_a_place_alone_is_asked_back_with_what_is_held(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert answer.status == "clarify"
    assert "HI coverage" in answer.choices
    prove(answer, assistant)


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        (
            "List all figures for Binh Phuoc",
            "The latest figures that the reports hold for Binh Phuoc:",
        ),
        (
            "What do you have on Binh Phuoc?",
            "The latest figures that the reports hold for Binh Phuoc:",
        ),
        (
            "give me 3 facts about Binh Phuoc",
            "The latest figures that the reports hold for Binh Phuoc:",
        ),
        ("Bình Phước có những số liệu gì?", "Số liệu mới nhất trong các báo cáo về Bình Phước:"),
        ("Số liệu mới nhất về Bình Phước", "Số liệu mới nhất trong các báo cáo về Bình Phước:"),
    ],
)
def test_all_that_is_held_of_a_place_is_told_as_a_table(
    assistant: Assistant, question: str, heading: str
) -> None:
    answer = assistant.answer(question)
    assert answer.answer.splitlines()[0] == heading
    assert answer.table is not None
    assert len(answer.table.rows) == len(answer.figures) > 5
    assert all(marks for marks in answer.table.citations)
    metrics = [figure.metric for figure in answer.figures]
    assert "other" not in metrics


@pytest.mark.parametrize("question", ["in per cent?", "tỉnh nào thấp hơn?"])
def test_a_question_that_says_nothing_of_what_is_asked_back(
    assistant: Assistant, question: str
) -> None:
    assert assistant.answer(question).status == "clarify"


@pytest.mark.parametrize(
    "question",
    [
        "Tell me everything about Lai Chau",
        "What do the reports say about Lai Chau?",
        "What's new in Lai Chau?",
        "What happened in Lai Chau?",
        "Give me some figures on Lai Chau for a speech",
        "Brief me on Lai Chau",
        "I need facts on Lai Chau for the minister",
        "summary of social insurance in Lai Chau",
        "Overview of Lai Chau in 2022",
        "báo cáo nói gì về Lai Châu?",
        "số liệu của Lai Châu",
        "tom tat tinh hinh BHXH Lai Chau nam 2022",
    ],
)
def test_whoever_asks_for_all_of_a_place_is_told_its_figures(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    told = {figure.metric: figure.value for figure in answer.figures}
    assert told["hi_coverage"] == Decimal("82.1")
    assert told["hi_participants"] == 393656
    assert len(told) == 5
    prove(answer, assistant)


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("Overview of health insurance in Lai Chau", {"hi_participants", "hi_coverage"}),
        ("All figures on voluntary insurance in Lai Chau", {"voluntary_si_participants"}),
        ("tóm tắt về BHYT ở Lai Châu", {"hi_participants", "hi_coverage"}),
    ],
)
def test_an_overview_of_one_insurance_keeps_to_it(
    question: str, metrics: set[str], assistant: Assistant
) -> None:
    assert {figure.metric for figure in assistant.answer(question).figures} == metrics


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("What do the reports say about Lai Chau in 2012?", "no figure for Lai Chau in 2012"),
        ("Overview of Cao Bang", "no figure for Cao Bang"),
        ("báo cáo nói gì về Cao Bằng?", "Cao Bằng"),
        ("everything on health insurance in Cao Bang", "health insurance participants in Cao Bang"),
    ],
)
def test_an_overview_of_what_is_not_held_says_so(
    question: str, reason: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "not_found"
    assert reason in (answer.reason or "")


def test_an_overview_tells_a_target_as_a_target(assistant: Assistant) -> None:
    answer = assistant.answer("list all targets for 2025 in Nghe An")
    assert "The target for health insurance coverage in Nghe An" in answer.answer
    assert {figure.aspect for figure in answer.figures} == {"target"}
    prove(answer, assistant)
