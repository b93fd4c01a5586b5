"""Levels between which something is said to have moved: each is held against its own time."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over, values
from tests.assistant.samples import article

REPORT = article(
    "At the end of 2021 health insurance covered 88.2 per cent of the population of Soc Trang. At "
    "the end of 2022 it covered 91.7 per cent, at the end of 2023 93.1 per cent.",
    published=date(2024, 1, 20),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did health insurance coverage in Soc Trang rise from 88.2 per cent to 91.7 per cent?",
         ["88.2", "91.7"]),
        ("Did health insurance coverage in Soc Trang rise from 88.2 to 93.1 per cent?",
         ["88.2", "93.1"]),
        ("Is it true that health insurance coverage in Soc Trang rose from 88.2% to 91.7% in 2022?",
         ["88.2", "91.7"]),
        ("Tỷ lệ bao phủ BHYT của Sóc Trăng tăng từ 91,7% lên 93,1% đúng không?", ["91.7", "93.1"]),
    ],
)  # fmt: skip
def test_both_ends_bear_out_what_is_said(question: str, told: list[str]) -> None:
    answer = answer_over(question, REPORT)
    assert answer.answer.startswith(("Yes, ", "Đúng, "))
    assert [str(f.value) for f in answer.figures if f.verdict == "verified"] == told


@pytest.mark.parametrize(
    "question",
    [
        "Did health insurance coverage in Soc Trang rise from 88.2 per cent to 95 per cent?",
        "Did health insurance coverage in Soc Trang rise from 80 to 91.7 per cent in 2022?",
        "Did health insurance coverage in Soc Trang fall from 93.1 per cent to 88.2 per cent?",
        "Tỷ lệ bao phủ BHYT của Sóc Trăng tăng từ 80% lên 95% phải không?",
    ],
)
def test_one_wrong_end_is_enough(question: str) -> None:
    assert answer_over(question, REPORT).answer.startswith(("No, ", "Không, "))


def test_an_earlier_end_that_no_report_tells_is_left_open() -> None:
    asked = "Did health insurance coverage in Soc Trang rise from 80 per cent to 88.2 per cent?"
    answer = answer_over(asked, REPORT)
    assert not answer.answer.startswith("Yes")


def test_a_range_is_no_course() -> None:
    asked = "Was health insurance coverage in Soc Trang from 90 to 92 per cent in 2022?"
    assert values(asked, REPORT) == ["91.7"]
