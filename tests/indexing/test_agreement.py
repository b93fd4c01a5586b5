"""When two figures are told of one thing, and when both can be right."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.agreement import compatible, key_of, last_digit, names_of
from indexing.records import MetricFact
from tests.indexing.samples import row


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (("over", 1_200_000), ("exact", 1_234_567), True),
        (("over", 1_200_000), ("exact", 1_199_999), False),
        (("over", 1_200_000), ("exact", 1_300_000), False),
        (("under", 48_000), ("exact", 47_812), True),
        (("about", 90), ("exact", 95), True),
        (("about", 91), ("exact", 95), False),
        (("exact", 93), ("exact", "93.0"), True),
        (("exact", 93), ("exact", "93.1"), False),
        (("over", 93), ("over", 94), False),
    ],
)
def test_bounds_agree_with_exact_values_inside_them(
    one: tuple[str, object], other: tuple[str, object], agree: bool
) -> None:
    rows: list[MetricFact] = [row(bound=bound, value=value) for bound, value in (one, other)]
    assert compatible(rows[0], rows[1]) is agree
    assert compatible(rows[1], rows[0]) is agree


@pytest.mark.parametrize(
    ("value", "digit"), [("1200000", "100000"), ("93", "1"), ("0.79", "0.01"), ("90", "10")]
)
def test_the_last_digit_is_the_last_that_is_no_trailing_zero(value: str, digit: str) -> None:
    assert last_digit(Decimal(value)) == Decimal(digit)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param({"period": "@2023"}, {"period": "@2023-12-31"}, True, id="one day, two ways"),
        pytest.param({"period": "@2023"}, {"period": "2023"}, False, id="a year and its end"),
        pytest.param({"group": "Poor households"}, {"group": "poor households"}, True, id="case"),
        pytest.param({"group": "pupils"}, {"group": None}, False, id="a part and the whole"),
        pytest.param({"place": "Thua Thien Hue"}, {"place": "Hue"}, True, id="renamed"),
        pytest.param({"place": "Binh Dinh"}, {"place": "Gia Lai"}, False, id="merged"),
        pytest.param({"unit": "VND"}, {"unit": "USD"}, False, id="two currencies"),
        pytest.param({"vs": "@2022"}, {"vs": None}, False, id="another comparison"),
        pytest.param({"aspect": "level"}, {"aspect": "target"}, False, id="plan and outcome"),
    ],
)
def test_figures_of_one_key(one: dict[str, object], other: dict[str, object], same: bool) -> None:
    assert (key_of(row(**one)) == key_of(row(**other))) is same


def test_a_renamed_province_has_both_names_and_a_merged_one_its_own() -> None:
    assert set(names_of("Hue")) == set(names_of("Thua Thien Hue")) == {"Thua Thien Hue", "Hue"}
    assert names_of("Binh Dinh") == ("Binh Dinh",)


def test_a_district_that_became_a_town_has_both_names() -> None:
    both = ("Moc Chau district, Son La", "Moc Chau town, Son La")
    assert names_of("Moc Chau town, Son La") == names_of("Moc Chau district, Son La") == both
    assert names_of("Nam Dan district, Nghe An") == ("Nam Dan district, Nghe An",)


@settings(max_examples=100, deadline=None)
@given(
    st.tuples(st.sampled_from(["exact", "over", "under", "about"]), st.integers(1, 10**9)),
    st.tuples(st.sampled_from(["exact", "over", "under", "about"]), st.integers(1, 10**9)),
)
def test_agreement_has_no_direction(one: tuple[str, int], other: tuple[str, int]) -> None:
    first, second = (row(bound=bound, value=value) for bound, value in (one, other))
    assert compatible(first, second) is compatible(second, first)
    assert compatible(first, first)
