"""Figures that a question puts forward without a name tell what it asks of, where one metric alone
has them; what is told before a question is no time that it asks for."""

from __future__ import annotations

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

TOLD = (
    article(
        "At the end of 2012 health insurance covered 61 per cent of people in Ha Nam. At the end of"
        " 2022 health insurance covered 91 per cent of people in Ha Nam.",
        doc="rates",
    ),
    article(
        "At the end of 2022 Ha Nam had 71,400 people in unemployment insurance, 3,200 more than at"
        " the end of 2021. Compulsory social insurance had 80,100 members in Ha Nam at the end of"
        " 2022.",
        doc="members",
    ),
)


def told(question: str) -> list[str]:
    return [str(figure.value) for figure in answer_over(question, *TOLD).figures]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Ha Nam went from 61 per cent in 2012 to 91 per cent in 2022. What is that a year on"
         " average?", ["61", "91", "3"]),
        ("By how many points a year on average did HI coverage in Ha Nam rise from 2012 to 2022?",
         ["61", "91", "30", "3"]),
        ("Từ 2012 đến 2022 tỷ lệ bao phủ BHYT ở Hà Nam bình quân mỗi năm tăng bao nhiêu?",
         ["61", "91", "30", "3"]),
        ("Ha Nam boasts of 3,200 more members in 2022. How many had it at the end of 2021?",
         ["71400", "3200", "68200"]),
        ("Ha Nam had 3,200 more people in UI in 2022. So how many were there at the end of 2021?",
         ["71400", "3200", "68200"]),
    ],
)  # fmt: skip
def test_the_metric_is_known_by_its_figures(question: str, values: list[str]) -> None:
    assert told(question) == values


@pytest.mark.parametrize(
    "question",
    [
        "Ha Nam went from 60 per cent in 2012 to 91 per cent in 2022. What is that a year?",
        "Ha Nam has 91 per cent of its roads paved. What is that?",
        "Ha Nam boasts of 4,100 more members in 2022. How many had it at the end of 2021?",
        "In which year were 71,400 people in Ha Nam insured?",
        "Ninh Binh boasts of 3,200 more members in 2022. How many had it at the end of 2021?",
    ],
)
def test_other_figures_tell_of_nothing(question: str) -> None:
    answer = answer_over(question, *TOLD)
    assert not {str(figure.value) for figure in answer.figures} & {"68200", "3", "71400"}


def test_a_mean_of_levels_is_no_growth() -> None:
    assert "3" not in told("What was HI coverage in Ha Nam on average from 2012 to 2022?")
