"""What a question for a figure takes for granted of it is held against the reports."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

REPORT = article(
    "At the end of 2023 health insurance covered 93.4 per cent of the population of Son La, above "
    "the target of 92.5 per cent. Premiums collected in Son La came to VND1.2 trillion in 2023, or "
    "101.5 per cent of the plan. At the end of 2023, 9,120 people in Son La had voluntary social "
    "insurance, a fall of 480 people on 2022 and 91.2 per cent of the plan. At the end of 2022 "
    "unemployment insurance covered 12.1 per cent of the workforce of Son La, at the end of 2023 "
    "it covered 14.3 per cent.",
    published=date(2024, 2, 20),
)
SO_FAR = article(
    "At the end of June 2023 health insurance covered 88.1 per cent of the population of Son La. "
    "The target for the end of 2023 is 92.5 per cent.",
    published=date(2023, 7, 8),
)
_OTHERWISE = ("The reports say otherwise: ", "Các báo cáo nêu khác: ")


@pytest.mark.parametrize(
    "question",
    [
        "By how much did health insurance coverage in Son La fall short of its target in 2023?",
        "How far below its target was health insurance coverage in Son La in 2023?",
        "By how much did Son La miss its health insurance coverage target in 2023?",
        "By how much was Son La short of its collection plan in 2023?",
        "By how much did Son La beat its voluntary social insurance plan in 2023?",
        "By how much did voluntary social insurance membership rise in Son La in 2023?",
        "By how much did unemployment insurance coverage drop in Son La from 2022 to 2023?",
        "Tỷ lệ bao phủ BHYT của Sơn La năm 2023 hụt chỉ tiêu bao nhiêu?",
        "Thu của Sơn La năm 2023 hụt kế hoạch bao nhiêu phần trăm?",
        "Số người tham gia BHXH tự nguyện của Sơn La năm 2023 tăng bao nhiêu?",
    ],
)
def test_what_did_not_come_about_is_not_measured_in_silence(question: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.answer.startswith(_OTHERWISE)
    assert answer.figures


@pytest.mark.parametrize(
    "question",
    [
        "By how much did health insurance coverage in Son La exceed its target in 2023?",
        "How close did Son La come to its health insurance coverage target in 2023?",
        "How far was Son La from its health insurance coverage target in 2023?",
        "By how much did voluntary social insurance membership fall in Son La in 2023?",
        "How did voluntary social insurance membership change in Son La in 2023, up or down?",
        "By how much did Son La fall short of its voluntary social insurance plan in 2023?",
        "By how much did unemployment insurance coverage rise in Son La from 2022 to 2023?",
        "What share of its collection plan did Son La reach in 2023?",
        "Bao phủ BHYT của Sơn La năm 2023 vượt chỉ tiêu bao nhiêu?",
        "Số người tham gia BHXH tự nguyện của Sơn La năm 2023 giảm bao nhiêu?",
    ],
)
def test_what_is_so_is_told_without_more(question: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.status == "answered"
    assert "otherwise" not in answer.answer
    assert "nêu khác" not in answer.answer


def test_what_has_not_come_to_its_target_yet_does_not_exceed_it() -> None:
    answer = answer_over(
        "By how much did Son La exceed its health insurance coverage target for 2023?", SO_FAR
    )
    assert "not so" in answer.answer
    short = answer_over(
        "By how much is Son La short of its health insurance coverage target for 2023?", SO_FAR
    )
    assert "not so" not in short.answer
    assert "otherwise" not in short.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Since Son La missed its health insurance coverage target in 2023, by how much did it"
            " miss it?",
            ["93.4", "92.5"],
        ),
        ("As Son La did not meet its collection plan for 2023, how much was it short?", ["101.5"]),
        (
            "Given that voluntary social insurance membership rose in Son La in 2023, how many"
            " members were there?",
            ["-480", "9120"],
        ),
        (
            "Although health insurance coverage in Son La was only 85 per cent in 2023, how many"
            " people had voluntary social insurance there?",
            ["93.4", "9120"],
        ),
        (
            "Vì Sơn La không đạt chỉ tiêu bao phủ BHYT năm 2023 nên còn thiếu bao nhiêu?",
            ["93.4", "92.5"],
        ),
        (
            "Tuy số người tham gia BHXH tự nguyện của Sơn La năm 2023 tăng nhưng có bao nhiêu"
            " người tham gia?",
            ["-480", "9120"],
        ),
    ],
)
def test_a_clause_that_gives_a_wrong_reason_is_put_right_and_the_rest_answered(
    question: str, told: list[str]
) -> None:
    answer = answer_over(question, REPORT)
    assert answer.answer.startswith(_OTHERWISE)
    assert [str(f.value) for f in answer.figures if f.verdict == "verified"] == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Since Son La beat its health insurance coverage target in 2023, what was its"
            " voluntary social insurance membership?",
            ["9120"],
        ),
        ("As of the end of 2023, what was health insurance coverage in Son La?", ["93.4"]),
        (
            "While voluntary social insurance membership fell in Son La in 2023, what was health"
            " insurance coverage?",
            ["93.4"],
        ),
        ("Do cần số liệu, năm 2023 Sơn La có bao nhiêu người tham gia BHXH tự nguyện?", ["9120"]),
    ],
)
def test_a_clause_that_is_true_or_no_matter_of_reports_leaves_what_is_asked(
    question: str, told: list[str]
) -> None:
    answer = answer_over(question, REPORT)
    assert "otherwise" not in answer.answer
    assert [str(f.value) for f in answer.figures] == told
