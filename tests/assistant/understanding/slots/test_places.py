"""For which places a question asks."""

from __future__ import annotations

import pytest

from assistant.understanding.question import understand
from tests.assistant.samples import TODAY


def test_a_misspelt_place_is_taken_when_only_one_is_near() -> None:
    assert understand("HI coverage in Binh Phuok in 2023", (), TODAY).places == ("Binh Phuoc",)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("HI coverage in Krongno", "Krong No district, Dak Nong"),
        ("Bao phủ BHYT ở Đakrông?", "Dakrong district, Quang Tri"),
    ],
)
def test_a_district_may_be_written_as_one_word(question: str, place: str) -> None:
    assert understand(question, (), TODAY).places == (place,)


def test_a_name_that_nobody_listed_is_no_province_of_another() -> None:
    query = understand("HI coverage in Cao Lang", (), TODAY)
    assert not query.places
    assert any("Lang" in words for words in query.qualifiers)
    asked = understand("HI coverage in Thanh Hai", (), TODAY)  # each syllable is a common word too
    assert (asked.places, asked.qualifiers) == ((), ("Thanh", "Hai"))


@pytest.mark.parametrize(
    "question",
    ["did hue reach 95%?", "has hue met its target?", "hi coverage in hue", "bhyt của huế"],
)
def test_a_place_that_is_a_word_too_is_known_by_where_it_stands(question: str) -> None:
    assert understand(question, (), TODAY).places == ("Hue",)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("HI coverage in the southeastern provinces", ("Southeast region",)),
        ("tỷ lệ bao phủ BHYT các tỉnh miền núi phía bắc", ("Northern Midlands and Mountains",)),
        ("bao phu bhyt tay nguyen", ("Central Highlands",)),
        ("HI coverage in miền Tây", ("Mekong Delta",)),
        ("tỷ lệ bao phủ BHYT miền Tây Nghệ An", ("Nghe An",)),
        ("HI coverage of Dalat in the highlands", ("Central Highlands",)),
        ("HI coverage of Dong Nai in the Southeast", ("Dong Nai",)),
        ("Is HI coverage in Dong Nai above the Southeast's?", ("Dong Nai", "Southeast region")),
        ("HI coverage in Da Nang and the Mekong Delta", ("Da Nang", "Mekong Delta")),
        (
            "HI coverage of the Southeast compared with the country",
            ("Southeast region", "Viet Nam"),
        ),
    ],
)
def test_a_region_is_a_place_unless_it_tells_where_one_lies(
    question: str, places: tuple[str, ...]
) -> None:
    assert understand(question, (), TODAY).places == places


def test_the_west_of_a_province_is_not_the_whole_of_it() -> None:
    assert understand("tỷ lệ bao phủ BHYT miền Tây Nghệ An", (), TODAY).qualifiers


def test_a_region_by_half_its_name_may_be_one_of_two() -> None:
    query = understand("HI coverage in the delta", (), TODAY)
    assert set(query.unsure.places) == {"Red River Delta", "Mekong Delta"}
    assert not understand("Who brought the delta variant to Hue?", (), TODAY).unsure.places


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


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("huyện Ba Vì Hà Nội có bao nhiêu người tham gia BHYT", "Ba Vi district, Hanoi"),
        ("tỷ lệ bao phủ BHYT quận Ba Đình Hà Nội", "Ba Dinh district, Hanoi"),
        ("xã Đất Mũi huyện Ngọc Hiển tỉnh Cà Mau có bao nhiêu người BHYT",
         "Dat Mui commune, Ca Mau"),
        ("phường Tân Thành, TP Cà Mau, tỉnh Cà Mau nợ BHXH bao nhiêu", "Tan Thanh ward, Ca Mau"),
        ("số thu BHXH huyện Đầm Dơi tỉnh Cà Mau", "Dam Doi district, Ca Mau"),
        ("h. Đầm Dơi, Cà Mau thu BHXH bao nhiêu", "Dam Doi district, Ca Mau"),
        ("TX Duyên Hải, Trà Vinh bao phủ BHYT bao nhiêu", "Duyen Hai town, Tra Vinh"),
        ("tx duyen hai tra vinh bao phu bhyt bao nhieu", "Duyen Hai town, Tra Vinh"),
        ("bao phủ BHYT q. Cái Răng, Cần Thơ", "Cai Rang district, Can Tho"),
        ("P. Hưng Lợi, Cần Thơ bao phủ BHYT bao nhiêu", "Hung Loi ward, Can Tho"),
    ],
)  # fmt: skip
def test_a_place_within_a_province_is_one_place_however_it_is_set_down(
    question: str, place: str
) -> None:
    assert understand(question, (), TODAY).places == (place,)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("số thu BHXH huyện Đầm Dơi và tỉnh Cà Mau", ("Dam Doi district", "Ca Mau")),
        ("Vì Hà Nội thu BHXH thấp, số thu năm 2022 là bao nhiêu?", ("Hanoi",)),
        ("P. Giám đốc BHXH nói gì về BHYT ở Cà Mau?", ("Ca Mau",)),
    ],
)
def test_what_is_no_part_of_a_place_makes_none(question: str, places: tuple[str, ...]) -> None:
    assert understand(question, (), TODAY).places == places
