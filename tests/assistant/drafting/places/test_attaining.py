"""Places that met their target, by the share of it or by level and target."""

from __future__ import annotations

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Which provinces exceeded their collection target?", ["102.1"]),
        ("Which provinces met the plan for premium collection in 2023?", ["102.1"]),
    ],
)
def test_those_that_met_a_target_are_listed_alone(
    question: str, values: list[str], assistant: Assistant
) -> None:
    assert [str(figure.value) for figure in assistant.answer(question).figures] == values


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Which provinces exceeded the HI coverage target?", {"Lam Dong"}),
        ("Which provinces met their HI target?", {"Lam Dong", "Nghe An"}),
        ("Tỉnh nào đạt chỉ tiêu BHYT?", {"Lam Dong", "Nghe An"}),
    ],
)
def test_who_met_the_target_is_told_by_shares_of_it_and_by_levels_beside_it(
    question: str, places: set[str], assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert {figure.place for figure in answer.figures} == places
    by_aspect = {(figure.place, figure.aspect): figure.value for figure in answer.figures}
    assert by_aspect["Lam Dong", "level"] > by_aspect["Lam Dong", "target"]


@pytest.mark.parametrize(
    "question",
    [
        "Which provinces failed to meet their HI participants target?",
        "Which provinces missed their collection target?",
    ],
)
def test_no_target_is_said_to_be_missed_before_its_year_is_over(
    question: str, assistant: Assistant
) -> None:
    """What was reached by May or October is told, and that none of it is a miss."""
    answer = assistant.answer(question)
    assert answer.answer.startswith("The reports tell of no place that surely missed its target")
    assert {figure.aspect for figure in answer.figures} == {"target_pct"}
