"""What a heading, a question or a line before a list tells of the bare figures below it."""

from __future__ import annotations

from datetime import date

import pytest

from indexing.extraction import extract_text

PUBLISHED = date(2024, 1, 20)
HOME = "Binh Phuoc"
BU_DANG, DONG_XOAI = "Bu Dang district, Binh Phuoc", "Dong Xoai City, Binh Phuoc"
CSI, VSI = "compulsory_si_participants", "voluntary_si_participants"
HI, COVERED = "hi_participants", "hi_coverage"
Told = tuple[str | None, str, str, int | float]

BY_PLACE = """\
Coverage at the end of 2023 by district:

- Bu Dang: 93.1%
- Dong Xoai (97.5%)
"""
IN_ONE_LINE = """\
Health insurance coverage by province:

Nghe An: 93.1%; Ha Tinh: 93.5%; Quang Tri 96%.
"""
QUESTIONS = """\
**What is the coverage of health insurance now?**

98.1 per cent.

**And how many are in the voluntary scheme?**

16,210. That is 1,200 more than at the end of 2022.
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            BY_PLACE,
            [(BU_DANG, COVERED, "level", 93.1), (DONG_XOAI, COVERED, "level", 97.5)],
            id="a rate by district",
        ),
        pytest.param(
            IN_ONE_LINE,
            [
                ("Nghe An", COVERED, "level", 93.1),
                ("Ha Tinh", COVERED, "level", 93.5),
                ("Quang Tri", COVERED, "level", 96),
            ],
            id="places in one line",
        ),
        pytest.param(
            QUESTIONS,
            [
                (HOME, COVERED, "level", 98.1),
                (HOME, VSI, "level", 16_210),
                (HOME, VSI, "change", 1_200),
            ],
            id="questions and answers",
        ),
    ],
)
def test_what_stands_above_is_handed_down(text: str, told: list[Told]) -> None:
    facts = extract_text(text, PUBLISHED, HOME)
    assert [(f.place, f.metric, f.aspect, float(f.value)) for f in facts] == told
