"""Times without a year: the latest that reports tell of, where they hold none of this one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

REPORTS = (
    article(
        "On June 30 2021 voluntary social insurance in Ha Tinh had 9,260 members. In the first "
        "half of 2021 premiums collected in Ha Tinh came to VND1.9 trillion.",
        doc="then",
        published=date(2021, 7, 19),
    ),
    article(
        "At the end of June 2019 voluntary social insurance in Ha Tinh had 6,100 members.",
        doc="before",
        published=date(2019, 7, 19),
    ),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many voluntary SI members did Ha Tinh have on June 30?", "9,260"),
        ("How many voluntary SI members did Ha Tinh have at the end of June?", "9,260"),
        ("cuối tháng 6 Hà Tĩnh có bao nhiêu người tham gia BHXH tự nguyện?", "9.260"),
        ("How much did Ha Tinh collect in the first six months?", "1.9 trillion"),
    ],
)
def test_the_latest_year_that_is_held_answers_and_is_told(question: str, told: str) -> None:
    answer = answer_over(question, *REPORTS)
    assert answer.status == "answered"
    assert told in answer.answer
    assert any("2021" in warning for warning in answer.warnings)


@pytest.mark.parametrize(
    "question",
    [
        "How many voluntary SI members did Ha Tinh have on June 30 2026?",
        "How many voluntary SI members did Ha Tinh have last June?",
        "How many voluntary SI members did Ha Tinh have at the end of this year?",
        "How many women had voluntary SI in Ha Tinh on June 30?",
    ],
)
def test_a_time_that_tells_its_year_is_of_that_year(question: str) -> None:
    assert answer_over(question, *REPORTS).status == "not_found"


def test_this_year_answers_where_it_is_held() -> None:
    now = article(
        "At the end of June 2026 voluntary social insurance in Ha Tinh had 12,400 members.",
        doc="now",
        published=date(2026, 7, 19),
    )
    question = "How many voluntary SI members did Ha Tinh have at the end of June?"
    answer = answer_over(question, *REPORTS, now)
    assert "12,400" in answer.answer
    assert not any("names no year" in warning for warning in answer.warnings)
