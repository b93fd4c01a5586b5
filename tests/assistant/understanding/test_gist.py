"""Vietnamese questions in the words of the reports, which are in English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.gist import gist


@pytest.mark.parametrize(
    ("question", "english"),
    [
        ("Ai là giám đốc BHXH Bình Phước?", "who director social insurance binh phuoc"),
        ("Vì sao lượt khám chữa bệnh tăng?",
         "why reason visits treatment increase rise"),
        ("vi sao no BHXH tang", "why reason debt arrears social insurance increase rise"),
        ("Trần Đình Liệu kiến nghị gì?", "tran dinh lieu recommended asked"),
        ("Ai tặng quà?", "who gave handed gifts"),  # its marks tell it from "tăng"
        ("Khóa đào tạo nào?", "khoa training"),
        ("chi phi binh quan", "costs spending average"),
    ],
)  # fmt: skip
def test_known_phrases_are_put_into_english_and_names_stay(question: str, english: str) -> None:
    assert gist(question, "vi") == english


@given(st.text(max_size=100))
def test_an_english_question_is_its_own_gist_and_no_text_fails(question: str) -> None:
    assert gist(question, "en") == question
    gist(question, "vi")
