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


NAMESAKES = (
    article(
        "At the end of June 2014 health insurance coverage in Phu Tan district, An Giang was 53.1 "
        "per cent.",
        doc="an-giang",
        published=date(2014, 7, 18),
    ),
    article(
        "At the end of June 2014 health insurance coverage in Chau Thanh district, Kien Giang was "
        "61.4 per cent, and in Chau Thanh district, Tra Vinh 70.2 per cent.",
        doc="chau-thanh",
        published=date(2014, 7, 20),
    ),
)


@pytest.mark.parametrize(
    "question",
    [
        "What was health insurance coverage in Phu Tan in mid-2014?",
        "Tỷ lệ bao phủ BHYT ở Phú Tân năm 2014 là bao nhiêu?",
        "ty le bao phu bhyt o phu tan nam 2014",
    ],
)
def test_of_districts_of_one_name_the_only_one_that_is_told_of_is_meant(question: str) -> None:
    answer = answer_over(question, *NAMESAKES)
    assert [(str(f.value), f.place) for f in answer.figures] == [
        ("53.1", "Phu Tan district, An Giang")
    ]


def test_of_several_that_are_told_of_it_is_asked_which_is_meant() -> None:
    asked = "What was health insurance coverage in Chau Thanh in mid-2014?"
    answer = answer_over(asked, *NAMESAKES)
    assert (answer.status, answer.figures) == ("clarify", ())
    assert answer.choices == (
        "Chau Thanh district, Kien Giang",
        "Chau Thanh district, Tra Vinh",
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was health insurance coverage in Phu Tan in 2021?", "Phu Tan district, An Giang"),
        ("What was health insurance coverage in Tan Phu in 2021?", "“Tan Phu”"),
    ],
)
def test_where_none_answers_it_is_told_what_is_not_held(question: str, told: str) -> None:
    answer = answer_over(question, *NAMESAKES)
    assert answer.status == "not_found"
    assert told in (answer.reason or "")


@pytest.mark.parametrize(
    "question",
    ["Who is Tran Phu Tan?", "Is Phu Tan the name of a firm that owes money in Hanoi?"],
)
def test_a_name_that_leads_to_no_place_is_none(question: str) -> None:
    assert "district" not in answer_over(question, *NAMESAKES).understood


def test_sentences_are_found_by_the_name_itself() -> None:
    school = article(
        "In Dong Nai the Vo Truong Toan school in Tan Phu is 84 months late with its dues.",
        doc="school",
        published=date(2025, 3, 12),
    )
    answer = answer_over("How long has the Vo Truong Toan school in Tan Phu been late?", school)
    assert "84 months late" in answer.answer
