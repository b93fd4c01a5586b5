"""Any comparative behind a verb of becoming asks for a change."""

from __future__ import annotations

import pytest

from assistant.understanding.words.courses import courses_plainly
from assistant.understanding.words.cues import load_cues


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Did arrears in Hue get larger or smaller in 2022?",
         "Did arrears in Hue rise or fall in 2022?"),
        ("Has membership in Hue grown thinner or thicker since 2020?",
         "Has membership in Hue risen or fallen since 2020?"),
        ("Arrears in Hue were getting smaller in 2022, right?",
         "Arrears in Hue were falling in 2022, right?"),
        ("Did the debt become much heavier between 2020 and 2022?",
         "Did the debt change between 2020 and 2022?"),
        ("How much bigger has the debt become since 2020?",
         "by how much has the debt risen since 2020?"),
        ("Nợ ở Huế dày thêm hay mỏng đi năm 2022?", "Nợ ở Huế tăng hay giảm năm 2022?"),
    ],
)  # fmt: skip
def test_what_becomes_larger_rises(question: str, plain: str) -> None:
    language = "vi" if "Nợ" in question else "en"
    assert courses_plainly(question, language, load_cues()) == plain


@pytest.mark.parametrize(
    "question",
    [
        "Did coverage in Hue get over 95 per cent?",
        "How many people became member in 2022?",
        "Did visits grow faster in 2022 than spending?",
        "Did coverage get higher than 95 per cent?",
        "Is the debt of Hue larger or smaller than that of Hanoi?",
        "How many people get paper cards in 2022?",
    ],
)
def test_other_words_that_end_so_do_not(question: str) -> None:
    assert courses_plainly(question, "en", load_cues()) == question
