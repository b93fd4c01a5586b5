"""Requests that are no questions: a summary, a line for somebody, answered like what they hold."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

SUMMED = article(
    "At the end of 2021 late payment in Ca Mau came to VND90 billion. At the end of 2022 late "
    "payment in Ca Mau came to VND120 billion, or 3.1 per cent of what was due. At the end of 2021 "
    "health insurance coverage in Ca Mau was 91 per cent.",
    doc="summed", published=date(2023, 1, 12),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "Summarise what is said on late payment in Ca Mau.",
        "Tell me about late payment in Ca Mau.",
        "Tóm tắt tình hình chậm đóng ở Cà Mau",
        "Tóm tắt những gì đã nói về chậm đóng ở Cà Mau",
    ],
)
def test_a_summary_of_one_figure_is_its_latest_and_its_rate(question: str) -> None:
    answer = answer_over(question, SUMMED)
    assert [str(figure.value) for figure in answer.figures] == ["120000000000", "3.1"]


@pytest.mark.parametrize(
    "question",
    [
        "Give me a line for the minister on health insurance coverage in Ca Mau.",
        "Draft a paragraph on health insurance coverage in Ca Mau",
        "Summarise health insurance coverage in Ca Mau",
        "Cho tôi một câu về tỷ lệ bao phủ BHYT của Cà Mau để báo cáo bộ trưởng",
        "Viết một đoạn ngắn về tỷ lệ bao phủ BHYT của Cà Mau",
    ],
)
def test_a_request_is_answered_like_the_question_in_it(question: str) -> None:
    answer = answer_over(question, SUMMED)
    assert [str(figure.value) for figure in answer.figures] == ["91"]


def test_a_summary_of_another_time_is_none() -> None:
    answer = answer_over("Summarise health insurance in Ca Mau in 2019", SUMMED)
    assert answer.status == "not_found"
