"""Questions that ask for several things: two halves, two metrics, several places and times."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.proving import prove


@pytest.mark.parametrize(
    ("question", "figures", "half"),
    [
        ("HI coverage in Binh Phuoc in 2023 and how many lawyers does the VSS employ?",
         ["93"], "how many lawyers does the VSS employ"),
        ("What was HI coverage in Hanoi and what is the price of a bus ticket?",
         ["94.33"], "what is the price of a bus ticket"),
        ("What was the late payment in Hanoi in 2017 and why did it rise?",
         ["2960000000000"], "why did it rise"),
        ("HI coverage in Hue in 2022, and when will it reach 100%?",
         ["99.2"], "when will it reach 100%"),
        ("Số người tham gia BHYT Long An và thời tiết ở đó thế nào?",
         ["1546324"], "thời tiết ở đó thế nào"),
    ],
)  # fmt: skip
def test_the_half_of_a_question_that_nothing_answers_is_told(
    question: str, figures: list[str], half: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert [f"{figure.value.normalize():f}" for figure in answer.figures] == figures
    assert f"“{half}”" in (answer.reason or "")
    prove(answer, assistant)


def test_the_half_of_a_question_that_asks_for_words_is_answered_in_words(
    assistant: Assistant,
) -> None:
    answer = assistant.answer("Bình Phước thu được bao nhiêu năm 2023 và ai là giám đốc?")
    assert "3,99 nghìn tỷ đồng" in answer.answer
    assert "Director" in answer.answer
    assert answer.reason is None


def test_which_province_leads_is_asked_of_all_beside_the_figure_of_one(
    assistant: Assistant,
) -> None:
    answer = assistant.answer("What was HI coverage in Hanoi in 2024 and which was highest?")
    assert answer.status == "answered"
    answer = assistant.answer("HI coverage in Hanoi and in which provinces is it higher?")
    mark, *others = [figure.value for figure in answer.figures]
    assert others
    assert all(value > mark for value in others)


def test_of_several_places_and_times_each_one_that_is_missing_is_told(
    assistant: Assistant,
) -> None:
    answer = assistant.answer("Compare HI coverage in Hanoi and Hoa Binh in 2019 and 2024")
    assert len(answer.figures) == 3
    assert "no figure for health insurance coverage in Hoa Binh in 2024" in (answer.reason or "")


def test_each_place_is_asked_for_its_own_time(assistant: Assistant) -> None:
    answer = assistant.answer("Compare HI coverage in Hanoi in June 2024 and Hue in June 2022")
    assert [str(figure.value) for figure in answer.figures] == ["94.33", "99.2", "4.87"]
    assert answer.reason is None


def test_figures_of_two_metrics_are_held_against_each_other_of_one_day(
    assistant: Assistant,
) -> None:
    answer = assistant.answer("What share of SI participants in Viet Nam are voluntary?")
    assert len({figure.period for figure in answer.figures}) == 1
    assert [figure.metric for figure in answer.figures] == [
        "voluntary_si_participants",
        "si_participants",
        "other",  # the one in per cent of the other
    ]


@pytest.mark.parametrize(
    "history",
    [
        ("Which province had the fewest HI members, and what was the coverage there?",),
        ("Which province had the fewest HI members?", "What was the coverage there?"),
        ("Tỉnh nào có ít người tham gia BHYT nhất?", "Tỷ lệ bao phủ ở đó là bao nhiêu?"),
    ],
)
def test_another_figure_of_the_place_that_comes_first_is_of_that_place(
    history: tuple[str, ...], assistant: Assistant
) -> None:
    *before, question = history
    answer = assistant.answer(question, before)
    told = [(f.place, f.metric) for f in answer.figures]
    assert told[-1] == ("Lai Chau", "hi_coverage")
    prove(answer, assistant)
