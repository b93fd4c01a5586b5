"""By how much the figure in hand lies apart from another one that a question names."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.records import Answer
from tests.assistant.asking import answer_over
from tests.assistant.samples import article

NORTH = article(
    "At the end of 2023 health insurance covered 91.5 per cent of the people of Ha Giang. The "
    "province aims at a health insurance coverage of 95 per cent in 2024, after the target of 93 "
    "per cent for 2023. At the end of 2023 compulsory social insurance in Ha Giang had 60,000 "
    "members and voluntary social insurance 12,500.",
    doc="north",
    published=date(2024, 1, 12),
)
SOUTH = article(
    "At the end of 2023 health insurance covered 94 per cent of the people of Soc Trang. Health "
    "insurance coverage in Viet Nam was 93.2 per cent at the end of 2023. Voluntary "
    "social insurance in Soc Trang had 9,000 members at the end of 2022 and 8,400 at the end "
    "of March 2023.",
    doc="south",
    published=date(2024, 1, 14),
)


def computed(answer: Answer) -> list[str]:
    """The computed figures of an answer, whichever way they point."""
    told = (figure for figure in answer.figures if figure.verdict == "derived")
    return [f"{abs(figure.value).normalize():f}" for figure in told]


@pytest.mark.parametrize(
    ("first", "then", "apart"),
    [
        ("What was the HI coverage of Ha Giang in 2023", "how much lower is that than in Soc Trang",
         "2.5"),
        ("What was the HI coverage of Ha Giang in 2023", "how far is that below the national rate",
         "1.7"),
        ("How many compulsory social insurance members did Ha Giang have in 2023",
         "how many more is that than its voluntary members", "47500"),
        ("What is the HI coverage target of Ha Giang for 2024",
         "how many points more is that than its coverage at the end of 2023", "3.5"),
        ("What is the HI coverage target of Ha Giang for 2024",
         "how much more is that than a year before", "2"),
        ("How many voluntary social insurance members did Soc Trang have at the end of 2022",
         "how many fewer were there at the end of March 2023", "600"),
        ("Tỷ lệ bao phủ BHYT của Hà Giang năm 2023 là bao nhiêu", "thấp hơn Sóc Trăng bao nhiêu",
         "2.5"),
    ],
)  # fmt: skip
def test_the_figure_in_hand_is_held_against_another(first: str, then: str, apart: str) -> None:
    join = ", và " if "bao" in first else ", and "
    assert computed(answer_over(f"{first}{join}{then}?", NORTH, SOUTH)) == [apart]
    if "fewer" not in then:  # by itself that asks for a change
        assert computed(answer_over(f"{then}?", NORTH, SOUTH, history=(f"{first}?",))) == [apart]


def test_it_is_not_taken_for_a_movement_of_the_other_place() -> None:
    question = "What was the HI coverage of Ha Giang, and how much lower is that than Soc Trang's?"
    answer = answer_over(question, NORTH, SOUTH)
    assert "otherwise" not in answer.answer


MOVED = article(
    "At the end of June 2024 health insurance covered 92.4 per cent of the people of Thai Binh, "
    "1.9 percentage points more than a year earlier.",
    doc="moved",
    published=date(2024, 7, 12),
)


@pytest.mark.parametrize(
    "then",
    [
        "How did that differ from a year earlier?",
        "How different is that from a year earlier?",
        "Khác bao nhiêu so với một năm trước?",
    ],
)
def test_how_it_differs_from_an_earlier_time_is_its_change(then: str) -> None:
    first = "What was the health insurance coverage of Thai Binh in June 2024?"
    assert "1.9" in {str(f.value) for f in answer_over(then, MOVED, history=(first,)).figures}


WARDS = article(
    "At the end of September 2025 health insurance covered 88.25 per cent of the people of Long My "
    "ward, Can Tho, and 80.09 per cent of the people of O Mon ward, Can Tho. Ninh Quoi commune, Ca "
    "Mau, had 9,120 people in health insurance and Vinh Loi commune, Ca Mau, 7,450.",
    doc="wards",
    published=date(2025, 10, 12),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which of the two wards, Long My or O Mon, has the higher HI coverage?",
         ["88.25", "80.09", "8.16"]),
        ("Which of the wards O Mon and Long My has the lower HI coverage?",
         ["80.09", "88.25", "8.16"]),
        ("Phường Long Mỹ hay Ô Môn có tỷ lệ bao phủ BHYT cao hơn?", ["88.25", "80.09", "8.16"]),
        ("Which of the two communes, Ninh Quoi or Vinh Loi, has more people in health insurance?",
         ["9120", "7450", "1670"]),
        ("HI coverage in O Mon", ["80.09"]),
        ("HI coverage in Long My", ["88.25"]),
    ],
)  # fmt: skip
def test_places_whose_kind_is_told_once_are_compared(question: str, told: list[str]) -> None:
    answer = answer_over(question, WARDS)
    assert [f"{figure.value.normalize():f}" for figure in answer.figures] == told
    assert answer.reason is None


def test_provinces_that_are_all_named_are_not_counted() -> None:
    question = "Which of the two provinces, Ha Giang or Soc Trang, has the higher HI coverage?"
    assert computed(answer_over(question, NORTH, SOUTH)) == ["2.5"]
