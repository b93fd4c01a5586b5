"""The reader of quantities: the case table, and what holds for any text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.quantity.quantities import find_quantities
from indexing.records import Quantity
from tests.indexing.reading.tables import cases, fragments

FRAGMENTS = fragments(
    """12 1,2 1.000 93,4 0 007 999999999 ３ ١٢ ² ½ % per_cent VND $ US$ đồng tỷ nghìn million - –
/ ( ) [1] half of one in five hundred and two over nearly to between people thẻ 2023 no.
Decision -NQ/TW or_more fell_by lower_than a_mile under_an_hour and_a_half -plus -to-1 7/32 .300
plus_or minus up_to more voted tier from_a_quarter to_a_half vạn tấn 16:9 +44_20_7946_0018
g c . , ; \u0301 İ ß
"""
)
TEXTS = st.one_of(st.text(), FRAGMENTS, FRAGMENTS.map(lambda text: text.replace(" ", "")))


@pytest.mark.parametrize(("group", "text", "expected"), cases("quantity/quantities"))
def test_quantities_are_read_as_a_colleague_reads_them(
    group: str, text: str, expected: list[list[Any]]
) -> None:
    wanted = [
        (
            figure,
            Decimal(str(value)),
            unit,
            *([*rest, "exact", None][:2] if not rest else _full(rest)),
        )
        for figure, value, unit, *rest in expected
    ]
    assert [
        (text[q.start : q.end], q.value, q.unit, q.bound, q.direction)
        for q in find_quantities(text)
    ] == wanted


def _full(rest: list[str]) -> tuple[str, str | None]:
    return rest[0], rest[1] if len(rest) > 1 else None


@pytest.mark.parametrize(
    ("text", "unit_text"),
    [
        ("93 per cent", "per cent"),
        ("149,961 compulsory insurance participants", "participants"),
        ("VND3.99 trillion", "VND"),
        ("98 billion dong", "dong"),
        ("1.572.086 người", "người"),
        ("a total of 141,683.", None),
    ],
)
def test_the_unit_is_kept_as_printed(text: str, unit_text: str | None) -> None:
    assert [q.unit_text for q in find_quantities(text)] == [unit_text]


def test_values_are_exact() -> None:
    (quantity,) = find_quantities("VND0.1 trillion")
    assert str(quantity.value) == "100000000000"


@given(TEXTS)
def test_any_text_is_read_and_figures_neither_overlap_nor_leave_it(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.value >= 0
        assert "E" not in str(quantity.value)
        end = quantity.end


@given(FRAGMENTS)
def test_a_sentence_before_moves_figures_and_changes_nothing_else(text: str) -> None:
    before = "The meeting took place in Hanoi.\n\n"
    moved = [_moved(q, len(before)) for q in find_quantities(text)]
    assert find_quantities(before + text) == moved


@given(
    st.decimals(min_value="0.01", max_value=10**9, places=2, allow_nan=False),
    st.sampled_from(["exact", "over", "under", "about"]),
    st.sampled_from(
        [
            ("percent", "{} per cent"),
            ("percent", "{}%"),
            ("VND", "VND{}"),
            ("VND", "{} dong"),
            ("USD", "${}"),
            ("other", "€{}"),
            ("other", "{} euros"),
            ("people", "{} people"),
            ("percentage_points", "{} percentage points"),
            ("other", "{} km"),
            ("other", "{} barrels a day"),
            ("other", "{} tonnes"),
            ("other", "Rs {}"),
            ("other", "{} basis points"),
            ("percent", "{}pc"),
            ("other", "{}-tonne"),
        ]
    ),
)
def test_a_quantity_written_out_is_read_back(
    value: Decimal, bound: str, shape: tuple[str, str]
) -> None:
    unit, form = shape
    written = f"{int(value):,}" if unit == "people" else f"{value:,}"
    word = {"exact": "", "over": "over ", "under": "nearly ", "about": "about "}[bound]
    text = word + form.format(written)
    (quantity,) = find_quantities(text)
    assert quantity.value == (int(value) if unit == "people" else value)
    assert (quantity.unit, quantity.bound) == (unit, bound)
    assert (quantity.start, quantity.end) == (0, len(text))


def test_decomposed_letters_are_read_like_composed_ones() -> None:
    import unicodedata

    text = "tăng 5,2% và gần 3 nghìn tỷ đồng"
    loose = unicodedata.normalize("NFD", text)
    assert [q.value for q in find_quantities(loose)] == [q.value for q in find_quantities(text)]
    assert [
        unicodedata.normalize("NFC", loose[q.start : q.end]) for q in find_quantities(loose)
    ] == [text[q.start : q.end] for q in find_quantities(text)]


def _moved(q: Quantity, by: int) -> Quantity:
    return Quantity(q.value, q.unit, q.unit_text, q.bound, q.direction, q.start + by, q.end + by)
