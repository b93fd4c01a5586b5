"""Folding: looking words up without case and diacritics, offsets kept."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.reading.folding import ascii_name, fold, folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Đắk Lắk", "dak lak"),
        ("THỪA THIÊN HUẾ", "thua thien hue"),
        ("bảo hiểm y tế", "bao hiem y te"),
        ("Binh\u00a0Phuoc\u2019s", "binh phuoc's"),
        ("Ba Ria \u2013 Vung Tau", "ba ria - vung tau"),
        ("Straße", "straße"),
    ],
)
def test_case_marks_and_typography_go(text: str, plain: str) -> None:
    assert fold(text) == plain


def test_decomposed_text_leads_back_to_its_own_offsets() -> None:
    text = unicodedata.normalize("NFD", "tỉnh Đồng Nai năm 2023")
    view = folded(text)
    assert view.text == "tinh đong nai nam 2023".replace("đ", "d")
    start = view.text.index("dong nai")
    begin, end = view.span(start, start + len("dong nai"))
    assert unicodedata.normalize("NFC", text[begin:end]) == "Đồng Nai"


def test_a_name_without_diacritics_keeps_its_capitals() -> None:
    assert ascii_name("Cư M'gar") == "Cu M'gar"
    assert ascii_name("Nghệ An") == "Nghe An"


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_folding_keeps_the_number_of_code_points(text: str) -> None:
    assert len(fold(text)) == len(text)


@settings(max_examples=100, deadline=None)
@given(st.text(), st.sampled_from(["NFC", "NFD"]))
def test_offsets_rise_and_stay_inside(text: str, form: str) -> None:
    text = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    view = folded(text)
    spans = [view.span(i, i + 1) for i in range(len(view.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] == right[0] for left, right in pairwise(spans))
