"""Which place is nearer its goal, a place against the country, and all that a place aims at."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

WARDS = article(
    "By 30 September 2025 voluntary social insurance in Vinh Chau ward, Can Tho had reached 71.4 "
    "per cent of the target, and in My Phuoc ward, Can Tho 58.9 per cent of the target.",
    doc="wards",
    published=date(2025, 10, 12),
)
COUNTRY = article(
    "At the end of 2023 social insurance coverage in Gia Lai was 21.4 per cent, and nationwide "
    "39.2 per cent. At the end of May 2024 social insurance coverage in Gia Lai was 22.6 per cent.",
    doc="country",
    published=date(2024, 6, 12),
)
AIMS = article(
    "By 2030 Gia Lai aims at health insurance coverage of 96 per cent. By 2030 Gia Lai aims at "
    "social insurance coverage of 45 per cent. By 2027 Gia Lai aims at health insurance coverage "
    "of 94 per cent.",
    doc="aims",
    published=date(2024, 6, 14),
)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Which of the two Can Tho wards is nearer its goal for voluntary SI?", "Vinh Chau"),
        ("Which ward of Can Tho is farther from its voluntary SI target?", "My Phuoc"),
        ("Phường nào của Cần Thơ gần chỉ tiêu BHXH tự nguyện hơn?", "Vinh Chau"),
    ],
)
def test_the_nearer_its_goal_a_place_is_the_more_of_it_was_reached(
    question: str, first: str
) -> None:
    lines = answer_over(question, WARDS).answer.split("\n")
    assert first in lines[1]


def test_a_hospital_that_is_near_is_near_no_goal() -> None:
    assert answer_over("Which hospital is nearer to Can Tho?", WARDS).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "Gia Lai is ahead of the rest of the country in social insurance, right?",
        "Is Gia Lai above the national rate in social insurance coverage?",
        "Gia Lai có cao hơn cả nước về bao phủ BHXH không?",
    ],
)
def test_a_place_is_held_against_the_country_on_the_same_days(question: str) -> None:
    answer = answer_over(question, COUNTRY)
    assert [str(figure.value) for figure in answer.figures][:2] == ["21.4", "39.2"]
    assert answer.answer.startswith(("No", "Không"))


@pytest.mark.parametrize(
    "question",
    ["List what Gia Lai is aiming for by 2030.", "Liệt kê các mục tiêu của Gia Lai đến năm 2030"],
)
def test_all_aims_of_a_place_and_a_time_are_listed(question: str) -> None:
    figures = answer_over(question, AIMS).figures
    assert {str(figure.value) for figure in figures} == {"96", "45"}
    assert {figure.aspect for figure in figures} == {"target"}


WON = article(
    "At the end of August 2022 health insurance in Gia Lai had 1,286,300 participants. The target "
    "for health insurance participants in Gia Lai at the end of 2022 was 40,900 people.",
    doc="won",
    published=date(2022, 9, 12),
)


def test_how_many_were_to_join_is_no_aim_for_all_members() -> None:
    answer = answer_over(
        "How many health insurance participants was Gia Lai short of its target in 2022?", WON
    )
    assert not any(figure.operands for figure in answer.figures)
    assert "1,245,400" not in answer.answer
