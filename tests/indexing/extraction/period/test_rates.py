"""Figures told per year or month: they are of no time of their own, whatever was told before."""

from __future__ import annotations

from datetime import date

import pytest

from indexing.extraction import extract_text

BEFORE = "In the first half of 2024 health insurance paid for 436,073 visits. "
CASES = {
    "a rate that opens its sentence": ("In a year, over 900,000 visits are paid for.", None),
    "a rate behind its figure": ("Health insurance pays for 75,000 visits a month.", None),
    "in Vietnamese": ("BHYT chi trả 75.000 lượt khám mỗi tháng.", None),
    "one with a time of its own": ("In 2023 it paid for 71,000 visits a month.", "2023"),
    "a sum is no rate": ("Health insurance paid for 75,000 visits.", "2024-H1"),
}


@pytest.mark.parametrize(("sentence", "period"), CASES.values(), ids=CASES)
def test_a_rate_has_no_period_of_its_own(sentence: str, period: str | None) -> None:
    facts = extract_text(BEFORE + sentence, date(2024, 7, 10), "Nghe An")
    assert [fact.period for fact in facts] == ["2024-H1", period]
