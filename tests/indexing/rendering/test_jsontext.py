"""Numbers and dates in JSON."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.rendering.jsontext import dumps


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("3.99E+12"), "3990000000000"),
        (Decimal("93"), "93"),
        (Decimal("0.10"), "0.10"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("-7.5"), "-7.5"),
        (date(2024, 3, 7), '"2024-03-07"'),
        (None, "null"),
        ("Đắk Lắk", '"Đắk Lắk"'),
        ({"a": (Decimal("1E+2"), [True])}, '{"a": [100, [true]]}'),
        (4.1, "4.1"),
    ],
)
def test_values_are_written_plainly(value: object, text: str) -> None:
    assert dumps(value) == text


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), float("nan"), {1, 2}, b""])
def test_what_has_no_json_form_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        dumps(value)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_a_decimal_comes_back_exactly(value: Decimal) -> None:
    text = dumps(value)
    assert json.loads(text, parse_float=Decimal, parse_int=Decimal) == value
    assert "e" not in text.lower()


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    assert json.loads(dumps(text)) == text
