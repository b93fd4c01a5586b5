"""Obstacles, causes and proposals asked for in everyday words; and which of several comes first."""

from __future__ import annotations

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

WORDS = (
    article(
        "Le Van Minh of Viet Nam Social Security and Tran Thi Hoa of the People's Committee chaired"
        " a meeting on health insurance in Ha Nam.\n\n"
        "It was recommended that schools insure their pupils before the term begins, so that more"
        " members are won for health insurance.\n\n"
        "Fining firms in Ha Nam runs into obstacles, because inspectors are missing.",
        doc="meeting",
    ),
    article("Ha Nam had 52,000 members of social insurance in July 2022.", doc="members"),
)
PLANS = article(
    "In October 2021 voluntary social insurance in Ha Nam reached 83 per cent of its target. In"
    " February 2023 voluntary social insurance in Nam Dinh reached 75 per cent of its target. In"
    " May 2025 voluntary social insurance in Tra Vinh reached 59 per cent of its target.",
    doc="plans",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What gets in the way when Ha Nam wants to fine firms?", "inspectors are missing"),
        ("What hampers fining firms in Ha Nam?", "inspectors are missing"),
        ("What stands in the way of fining firms in Ha Nam?", "inspectors are missing"),
        ("ideas put forward at the ha nam meeting to win more members?", "schools insure"),
        ("What is proposed to win more members for health insurance in Ha Nam?", "schools insure"),
        ("Who sat in the chair next to Le Van Minh in Ha Nam?", "Tran Thi Hoa"),
    ],
)
def test_words_are_found_in_other_words(question: str, told: str) -> None:
    assert told in answer_over(question, *WORDS).answer


@pytest.mark.parametrize(
    "question",
    [
        "What gets in the way of paying pensions in Tra Vinh?",
        "How many chaired a meeting in Tra Vinh?",
        "How many more members did Ha Nam win?",
    ],
)
def test_nothing_is_told_of_what_no_report_tells(question: str) -> None:
    assert answer_over(question, *WORDS).status != "answered"


@pytest.mark.parametrize(
    ("question", "which"),
    [
        ("Ha Nam in October 2021, Nam Dinh in February 2023, Tra Vinh in May 2025: which had got"
         " furthest with its plan for the voluntary scheme?", "highest figure is that of Ha Nam"),
        ("Ha Nam in October 2021, Nam Dinh in February 2023 and Tra Vinh in May 2025: how much of"
         " the plan for voluntary SI was reached?", None),
    ],
)  # fmt: skip
def test_which_of_several_is_first_is_told_where_it_is_asked(
    question: str, which: str | None
) -> None:
    answer = answer_over(question, PLANS).answer
    assert [str(value) in answer for value in (83, 75, 59)] == [True] * 3
    assert (which or "highest figure is") in answer or which is None
    assert which is not None or "highest figure is" not in answer
