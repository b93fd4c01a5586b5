"""English or Vietnamese, also where the marks are left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.reading.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ty le bao phu BHYT Binh Phuoc nam 2023", "vi"),
        ("Tỷ lệ bao phủ bảo hiểm y tế của Bình Phước năm 2023 là bao nhiêu?", "vi"),
        ("so nguoi tham gia BHXH tu nguyen o Dong Nai", "vi"),
        ("BHYT coverage in Binh Phuoc in 2023", "en"),
        ("What was the HI coverage of Đồng Nai and Thừa Thiên Huế?", "en"),
        ("HI coverage Binh Phuoc", "en"),
        ("Le Quy Don school Tan Phu late how many months", "en"),
        ("Nam Viet debt December 2025", "en"),
        ("Công ty Nam Việt nợ bao nhiêu", "vi"),
        ("", "en"),
    ],
)
def test_the_language_of_a_question(text: str, language: str) -> None:
    assert detect_language(text) == language


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert detect_language(text) in ("en", "vi")
