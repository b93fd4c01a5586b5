"""The provinces of Viet Nam before and after the merger of 1 July 2025."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.gazetteer import COUNTRY, MERGER_DATE, gazetteer

BEFORE = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("name", "day", "called"),
    [
        pytest.param("Hue", date(2023, 5, 1), "Thua Thien Hue", id="before it was renamed"),
        pytest.param("Hue", date(2025, 5, 1), "Hue", id="since"),
        pytest.param("A ward, Hue", date(2023, 5, 1), "A ward, Thua Thien Hue", id="a ward"),
        pytest.param("Gia Lai", date(2023, 5, 1), "Gia Lai", id="merged, not renamed"),
        pytest.param("Viet Nam", date(2023, 5, 1), "Viet Nam", id="the country"),
        ("Kim Bang town, Ha Nam", date(2023, 8, 4), "Kim Bang district, Ha Nam"),
        ("Kim Bang town, Ha Nam", date(2025, 3, 1), "Kim Bang town, Ha Nam"),
        ("Phu Quoc City, Kien Giang", date(2020, 10, 6), "Phu Quoc district, Kien Giang"),
        ("Ben Cat City, Binh Duong", date(2024, 4, 30), "Ben Cat town, Binh Duong"),
        ("Hong Ngu City, Dong Thap", date(2020, 6, 30), "Hong Ngu town, Dong Thap"),
        ("Hong Ngu district, Dong Thap", date(2020, 6, 30), "Hong Ngu district, Dong Thap"),
        ("Ly Nhan district, Ha Nam", date(2015, 1, 1), "Ly Nhan district, Ha Nam"),
    ],
)
def test_a_renamed_place_is_called_as_on_its_day(name: str, day: date, called: str) -> None:
    assert gazetteer().called_on(name, day) == called


def test_63_provinces_until_june_2025_and_34_since() -> None:
    assert len(gazetteer().provinces_on(date(2023, 12, 31))) == 63
    assert len(gazetteer().provinces_on(BEFORE)) == 63
    assert len(gazetteer().provinces_on(MERGER_DATE)) == 34


def test_23_provinces_took_others_in_and_11_did_not() -> None:
    today = gazetteer().provinces_on(MERGER_DATE)
    assert sum(gazetteer().merged_on(place.name) is not None for place in today) == 23
    joined = {name for place in today for name in gazetteer().former_parts(place.name)}
    alone = {place.name for place in today if not gazetteer().former_parts(place.name)}
    assert len(joined | alone) == 63


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Bình Phước", "Binh Phuoc"),
        ("binh phuoc", "Binh Phuoc"),
        ("TP.HCM", "Ho Chi Minh City"),
        ("Saigon", "Ho Chi Minh City"),
        ("Ha Noi", "Hanoi"),
        ("Thừa Thiên - Huế", "Thua Thien Hue"),
        ("TT-Hue", "Thua Thien Hue"),
        ("Huế", "Hue"),
        ("Đắc Lắc", "Dak Lak"),
        ("Baria-Vungtau", "Ba Ria - Vung Tau"),
        ("Hoà Bình", "Hoa Binh"),
        ("cả nước", COUNTRY),
        ("Vietnam", COUNTRY),
    ],
)
def test_a_place_is_found_in_any_spelling(spelling: str, name: str) -> None:
    place = gazetteer().place(spelling)
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Binh Phuoc", "Dong Nai"),
        ("Binh Duong", "Ho Chi Minh City"),
        ("Ba Ria - Vung Tau", "Ho Chi Minh City"),
        ("Thua Thien Hue", "Hue"),
        ("Bac Giang", "Bac Ninh"),
        ("Quang Nam", "Da Nang"),
        ("Long An", "Tay Ninh"),
        ("Dong Nai", None),
        ("Hanoi", None),
        ("Atlantis", None),
    ],
)
def test_what_a_province_became_part_of(old: str, new: str | None) -> None:
    assert gazetteer().successor(old) == new


@pytest.mark.parametrize(
    ("name", "parts", "merged"),
    [
        ("Dong Nai", ("Binh Phuoc", "Dong Nai"), MERGER_DATE),
        ("Lam Dong", ("Binh Thuan", "Dak Nong", "Lam Dong"), MERGER_DATE),
        ("Binh Phuoc", (), MERGER_DATE),
        ("Hanoi", (), None),
        ("Viet Nam", (), None),
    ],
)
def test_a_merged_province_is_not_the_one_of_the_same_name_before(
    name: str, parts: tuple[str, ...], merged: date | None
) -> None:
    assert gazetteer().former_parts(name) == parts
    assert gazetteer().merged_on(name) == merged


def test_hue_was_renamed_without_another_area() -> None:
    assert gazetteer().former_parts("Hue") == ("Thua Thien Hue",)
    assert gazetteer().merged_on("Hue") is None
    assert gazetteer().merged_on("Thua Thien Hue") is None


def test_a_district_name_may_belong_to_several_provinces() -> None:
    assert gazetteer().provinces_of("Nam Dan district") == ("Nghe An",)
    assert gazetteer().provinces_of("Nam Đàn") == ("Nghe An",)
    assert len(gazetteer().provinces_of("Chau Thanh district")) == 10
    assert gazetteer().provinces_of("Nowhere district") == ()


def test_every_successor_and_every_district_belongs_to_a_known_province() -> None:
    for place in gazetteer().provinces:
        assert place.successor is None or place.successor in gazetteer().places
    assert {district.province for district in gazetteer().districts} <= set(gazetteer().places)


def test_names_are_plain_ascii() -> None:
    assert all(place.name.isascii() for place in gazetteer().places.values())
    assert all(district.name.isascii() for district in gazetteer().districts)


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_can_be_looked_up(text: str) -> None:
    place = gazetteer().place(text)
    assert place is None or place is gazetteer().places[place.name]
    assert set(gazetteer().provinces_of(text)) <= gazetteer().places.keys()
