"""In which aspect a question asks for a figure, and what is to be done with it."""

from __future__ import annotations

import pytest

from assistant.understanding.question import understand
from tests.assistant.samples import TODAY


@pytest.mark.parametrize(
    ("question", "operation", "aspect"),
    [
        ("How many more VSI participants does Nghe An have than Ha Tinh?", "compare", "level"),
        ("By how much did Ho Chi Minh City's late payment exceed Hanoi's?", "compare", "level"),
        ("Did HI coverage rise more in Hanoi than in Hue?", "value", "change"),
        ("How many more people had HI in Hanoi than last year?", "value", "change"),
    ],
)
def test_more_than_another_place_is_no_change(question: str, operation: str, aspect: str) -> None:
    asked = understand(question, (), TODAY)
    assert (asked.operation, asked.aspects[0]) == (operation, aspect)


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        ("Is it true that 15 provinces have reached 95 per cent HI coverage?", "list"),
        ("Có phải 15 tỉnh đã đạt tỷ lệ bao phủ BHYT trên 95% không?", "list"),
        ("5 tỉnh có tỷ lệ bao phủ BHYT thấp nhất", "rank"),
        ("Do 15 hospitals in Hanoi take HI cards?", "value"),
    ],
)
def test_a_number_of_provinces_asks_which(question: str, operation: str) -> None:
    assert understand(question, (), TODAY).operation == operation


@pytest.mark.parametrize(
    ("question", "aspects"),
    [
        ("Did Nghe An get past its health insurance target in 2022?", ("target_pct", "gap")),
        ("Ca Mau passed its plan for social insurance members, right?", ("target_pct", "gap")),
        ("What is the health insurance target of Ca Mau for the past year?", ("target",)),
        ("How many people joined health insurance in the past year?", ("level",)),
    ],
)
def test_who_got_past_a_target_has_exceeded_it(question: str, aspects: tuple[str, ...]) -> None:
    assert set(understand(question, (), TODAY).aspects) == set(aspects)
