"""Places in order: what is ordered is said in each line, and a limit keeps places out."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant

TARGETS = [
    "which province has the highest HI coverage target",
    "List the targets for health insurance coverage by province",
]
CHANGES = [
    "rank provinces by growth in HI participants",
    "Which province had the largest increase in health insurance participants?",
]


def lines_of(answer: str) -> list[str]:
    return [line for line in answer.split("\n") if line.startswith("- ")]


@pytest.mark.parametrize("question", TARGETS)
def test_no_target_is_ranked_as_if_it_were_reached(question: str, assistant: Assistant) -> None:
    answer = assistant.answer(question)
    lines = lines_of(answer.answer)
    assert len(lines) > 2
    assert all("The target for" in line for line in lines)
    assert "(target)" in answer.answer.split("\n")[0]


@pytest.mark.parametrize("question", CHANGES)
def test_changes_are_ranked_in_one_unit_with_their_direction(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert len({figure.unit for figure in answer.figures}) == 1
    for line, figure in zip(lines_of(answer.answer), answer.figures, strict=True):
        assert ("fell by" in line) == (figure.value < 0)
        assert ("rose by" in line or "New " in line) == (figure.value > 0)


@pytest.mark.parametrize(
    ("question", "least"),
    [
        ("Which provinces reached 95% HI coverage?", 95),
        ("Which provinces have reached at least 93 per cent health insurance coverage?", 93),
        ("Which provinces have HI coverage over 94%?", 94),
    ],
)
def test_a_limit_keeps_places_out(question: str, least: int, assistant: Assistant) -> None:
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert all(figure.value >= least for figure in answer.figures)
    assert any(re.search(r"this figure for 1\d provinces", w) for w in answer.warnings)


def test_a_limit_that_is_denied_keeps_none_out_that_may_be_below_it(assistant: Assistant) -> None:
    answer = assistant.answer("Which provinces have not reached 90% HI coverage?")
    assert any(figure.value < 90 for figure in answer.figures)


@pytest.mark.parametrize(
    "question",
    [
        "Which provinces have HI coverage over 99.5%?",
        "Has any province reached 100% health insurance coverage?",
        "Có tỉnh nào đạt 100% bao phủ BHYT chưa?",
    ],
)
def test_where_no_place_meets_a_limit_the_nearest_is_told(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert re.match("None of the places|Không địa phương nào", answer.answer)
    assert [str(figure.value) for figure in answer.figures] == ["99.2"]
