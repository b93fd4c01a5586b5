"""Provinces by several figures at once: each limit holds for the figure that it is set for."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

_REPORT = (
    "Health insurance coverage in {place} was {coverage} per cent at the end of 2023. "
    "Late payments in {place} came to VND{debt} billion at the end of 2023, "
    "a late payment rate of {rate} per cent."
)
REPORTS = [
    article(_REPORT.format(place=place, coverage=coverage, debt=debt, rate=rate), place, day)
    for place, coverage, debt, rate in (
        ("Nghe An", "92.4", "120", "2.1"),
        ("Lao Cai", "90.3", "45", "3.4"),
        ("Bac Ninh", "88.7", "210", "1.2"),
        ("Lam Dong", "95.1", "160", "2.8"),
    )
    for day in (date(2024, 1, 20),)
]
ALONE = article("Health insurance coverage in Tien Giang was 91 per cent at the end of 2023.", "tg")


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Which provinces have HI coverage above 90% and a late payment rate below 3%?",
         ["Lam Dong", "Nghe An"]),
        ("Which provinces have a late payment rate below 3% and HI coverage under 90%?",
         ["Bac Ninh"]),
        ("Tỉnh nào có tỷ lệ bao phủ BHYT trên 90% và tỷ lệ chậm đóng dưới 3%?",
         ["Lâm Đồng", "Nghệ An"]),
        ("Which provinces have over 90% HI coverage and owe less than 150 billion dong?",
         ["Nghe An", "Lao Cai"]),
        ("Which provinces report both HI coverage and late payment rate?",
         ["Lam Dong", "Nghe An", "Lao Cai", "Bac Ninh"]),
        ("Which province with a late payment rate under 3% has the lowest HI coverage?",
         ["Bac Ninh", "Nghe An", "Lam Dong"]),
        ("Of the provinces with HI coverage over 90%, which has the highest late payment rate?",
         ["Lao Cai", "Lam Dong", "Nghe An"]),
    ],
)  # fmt: skip
def test_only_places_with_all_of_it_are_told_each_with_all_figures(
    question: str, places: list[str]
) -> None:
    answer = answer_over(question, *REPORTS, ALONE)
    lines = answer.answer.split("\n- ")[1:]
    told = [place for line in lines for place in places if place in line]
    assert told == [place for place in places for _ in range(2)]
    assert len(told) == len(lines)
    assert any("5" in warning and "4" in warning for warning in answer.warnings)


def test_those_nearest_to_another_place_come_first() -> None:
    question = "Which two provinces have a late payment rate nearest to that of Nghe An?"
    answer = answer_over(question, *REPORTS)
    assert [str(figure.value) for figure in answer.figures] == ["2.1", "2.8", "1.2"]


def test_places_that_are_left_out_stand_in_no_order() -> None:
    question = "Apart from Lam Dong, which provinces have HI coverage above 90%?"
    answer = answer_over(question, *REPORTS)
    assert [str(figure.value) for figure in answer.figures] == ["92.4", "90.3"]


def test_the_words_of_a_limit_name_no_part() -> None:
    whole = "Late payments in Nghe An came to VND300 billion at the end of 2023."
    part = "Enterprises in Nghe An behind by three months or more owed VND180 billion then."
    answer = answer_over(
        "Which provinces owe more than 100 billion dong?", article(f"{whole} {part}", "nghe-an")
    )
    assert [str(figure.value) for figure in answer.figures] == ["300000000000"]


def test_where_none_meets_all_the_nearest_is_told() -> None:
    question = "Which provinces have HI coverage above 95% and a late payment rate below 2%?"
    answer = answer_over(question, *REPORTS)
    assert answer.answer.startswith("None of the 4 provinces or cities")
    assert [str(figure.value) for figure in answer.figures] == ["95.1", "2.8"]


def test_a_limit_that_is_of_no_figure_asked_for_is_not_passed_over() -> None:
    question = "Which provinces have HI coverage above 90% and more than 5,000 documents?"
    assert answer_over(question, *REPORTS).status == "not_found"
    of_any_coverage = "Of the provinces with coverage above 90 per cent, which owes the most?"
    assert answer_over(of_any_coverage, *REPORTS).status == "not_found"
