"""Of what kind an answer in words must be: a sentence on the matter alone is none."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

PAID = article(
    "Pensions for December 2024 and for January 2025 are paid out together in Ha Nam. Firms in Ha "
    "Nam were still paying their insurance late. The province supports poor households with health "
    "insurance cards. With the reform under way, citizens and firms of Ha Nam are content.",
    doc="paid", published=date(2024, 12, 3),
)  # fmt: skip
BLAMED = article(
    "The agency of Ha Nam lays the blame for the debts on two employers, which closed in June. The "
    "debts of Ha Nam weigh on the fund.",
    doc="blamed", published=date(2024, 7, 3),
)  # fmt: skip
AHEAD = article(
    "From 2026 pensions in Ha Nam will be paid through banks alone.",
    doc="ahead", published=date(2024, 7, 3),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        # What is to come, beside what is.
        "Who will pay pensions in Ha Nam when the fund is empty?",
        "What will happen to pensions in Ha Nam in 2050?",
        "Will pensions be cut in Ha Nam?",
        "Who will lead the agency of Ha Nam in 2040?",
        "Will the fund collapse?",
        "Ai sẽ trả lương hưu ở Hà Nam khi quỹ vỡ?",
        "Lương hưu ở Hà Nam năm 2050 sẽ thế nào?",
        # Whose fault it is, beside that it is so.
        "Whose fault is it that firms in Ha Nam pay late?",
        "Who is to blame for firms that pay late in Ha Nam?",
        # Who it is, beside what came of it.
        "Who benefits from the reform in Ha Nam?",
        "Who pays the pensions of Ha Nam?",
    ],
)
def test_a_sentence_without_the_kind_that_is_asked_for_is_no_answer(question: str) -> None:
    answer = answer_over(question, PAID)
    assert (answer.status, answer.answer) == ("not_found", "")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who supports poor households in Ha Nam with health insurance?", "The province supports"),
        ("Who is to blame for the debts of Ha Nam?", "lays the blame for the debts on two"),
        ("Will pensions in Ha Nam be paid through banks?", "will be paid through banks"),
    ],
)
def test_a_sentence_of_that_kind_is(question: str, told: str) -> None:
    assert told in answer_over(question, PAID, BLAMED, AHEAD).answer


def test_what_is_to_come_is_said_not_to_be_told() -> None:
    answer = answer_over("Will pensions be cut in Ha Nam?", PAID)
    assert answer.reason == "The reports tell what was, not what would be."
