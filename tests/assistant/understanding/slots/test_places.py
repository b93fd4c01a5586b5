"""For which places a question asks."""

from __future__ import annotations

import pytest

from assistant.understanding.question import understand
from tests.assistant.samples import TODAY


def test_a_misspelt_place_is_taken_when_only_one_is_near() -> None:
    assert understand("HI coverage in Binh Phuok in 2023", (), TODAY).places == ("Binh Phuoc",)


@pytest.mark.parametrize(
    "question",
    ["did hue reach 95%?", "has hue met its target?", "hi coverage in hue", "bhyt của huế"],
)
def test_a_place_that_is_a_word_too_is_known_by_where_it_stands(question: str) -> None:
    assert understand(question, (), TODAY).places == ("Hue",)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("compare hi coverage of vinh chau and ke sach", ("Vinh Chau town", "Ke Sach district")),
        ("so sanh bao phu bhyt cua vinh chau va ke sach", ("Vinh Chau town", "Ke Sach district")),
        ("hi coverage vinh chau vs my xuyen", ("Vinh Chau town", "My Xuyen district")),
        ("hi coverage of ke sach", ("Ke Sach district",)),
        ("hi coverage in ke sach and my xuyen in 2017", ("Ke Sach district", "My Xuyen district")),
    ],
)
def test_districts_typed_small_are_known_by_what_leads_to_them(
    question: str, places: tuple[str, ...]
) -> None:
    found = understand(question, (), TODAY).places
    assert found == tuple(f"{place}, Soc Trang" for place in places)


@pytest.mark.parametrize(
    "question", ["nguyên nhân là gì?", "nguyen nhan la gi", "ke hoach sach vo", "danh sach va ke"]
)
def test_common_words_in_small_letters_name_no_district(question: str) -> None:
    assert not understand(question, (), TODAY).places
