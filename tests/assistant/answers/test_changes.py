"""Changes over time: told between the asked ends, and never for a level or a plan."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.proving import prove


@pytest.mark.parametrize(
    ("question", "periods"),
    [
        ("How much has HI coverage in Hanoi grown since 2019?", ["@2019-07", "@2024-06"]),
        ("Tỷ lệ bao phủ BHYT Hà Nội tăng bao nhiêu kể từ năm 2019?", ["@2019-07", "@2024-06"]),
    ],
)
def test_a_change_since_a_year_is_told_between_its_ends(
    question: str, periods: list[str], assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    *ends, change = answer.figures
    assert [figure.period for figure in ends] == periods
    assert (change.verdict, change.vs) == ("derived", periods[0])
    prove(answer, assistant)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Số thu Hải Phòng 8 tháng năm 2025 tăng bao nhiêu so với cùng kỳ?", 3_500_000_000_000),
        ("Số thu Hải Phòng 8 tháng năm 2025 tăng bao nhiêu so với tháng trước?", 2_600_000_000_000),
    ],
)
def test_a_change_is_that_from_the_asked_time(
    assistant: Assistant, question: str, told: int
) -> None:
    assert [figure.value for figure in assistant.answer(question).figures] == [told]


@pytest.mark.parametrize(
    "question",
    [
        "By how many percentage points is HI coverage in Hanoi over the target?",
        "How much over target was premium collection in Hanoi?",
        "By how much is HI coverage in Hanoi above its plan?",
    ],
)
def test_what_lies_over_a_target_is_no_change_in_time(question: str, assistant: Assistant) -> None:
    aspects = {figure.aspect for figure in assistant.answer(question).figures}
    assert aspects <= {"level", "target", "target_pct", "gap"}
    assert aspects & {"target", "target_pct"}


@pytest.mark.parametrize("question", ["Did Hanoi meet its HI coverage target?",
                                      "Hà Nội có đạt chỉ tiêu bao phủ BHYT không?"])  # fmt: skip
def test_a_later_figure_does_not_tell_that_an_earlier_plan_was_met(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert not answer.answer.startswith(("Yes", "Đúng"))
    assert {figure.aspect for figure in answer.figures} == {"level", "target"}


def test_a_trend_tells_the_figures_of_all_times_from_the_earliest(assistant: Assistant) -> None:
    figures = assistant.answer("trend of HI coverage in Hanoi").figures
    periods = [figure.period or "" for figure in figures]
    assert len(periods) > 2
    assert periods == sorted(periods)
    assert {figure.verdict for figure in figures} == {"verified"}


def test_a_growth_in_a_year_is_that_from_the_year_before(assistant: Assistant) -> None:
    answer = assistant.answer("by how much did premium collection grow in Hai Phong in 2025?")
    assert [figure.vs for figure in answer.figures] == ["2024-01/2024-08"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("HI coverage in Lam Dong 2021 to 2025", ["94.56", "90.44", "-4.12"]),
        ("bao phủ BHYT của Lâm Đồng từ năm 2021 đến 2025", ["94.56", "90.44", "-4.12"]),
        ("ty le bao phu bhyt lam dong nam 2021-2025", ["94.56", "90.44", "-4.12"]),
        ("HI participants nationwide in 2021-22", ["86800000", "91760722", "87400000", "90190000"]),
        # One figure of these years is told as such.
        ("HI coverage in Hanoi 2021 to 2025", ["94.33"]),
        ("What was HI coverage in Lam Dong at the end of 2024?", ["94.56"]),
    ],
)
def test_from_one_year_to_another_each_figure_of_a_level_is_told(
    question: str, told: list[str], assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert [f"{figure.value.normalize():f}" for figure in answer.figures] == told
    prove(answer, assistant)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What are the latest three figures for HI coverage nationwide?", ["87.6", "88.4", "91.1"]),
        ("How did HI coverage of Hanoi stand in the last two reports?", ["82.1", "94.33", "12.23"]),
        ("hai con so moi nhat ve bao phu bhyt o dong nai", ["93", "90.3"]),
        ("The last two years of HI coverage in Lam Dong", ["94.56", "90.44", "-4.12"]),
        ("The last 4 reports on voluntary SI participants in Kien Giang", ["24411"]),
        ("tỉ lệ bao phủ bhyt 2 năm gần nhất của hà nội", ["83", "82.1", "94.33"]),
        # No series, but a time.
        ("HI coverage in Lam Dong in the last two years", ["90.44"]),
    ],
)
def test_so_many_of_the_last_figures_are_told(
    question: str, told: list[str], assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert [f"{figure.value.normalize():f}" for figure in answer.figures] == told
    prove(answer, assistant)


def test_that_there_are_no_so_many_figures_is_told(assistant: Assistant) -> None:
    answer = assistant.answer("The last 4 reports on voluntary SI participants in Kien Giang")
    assert any("no more figures" in warning for warning in answer.warnings)
