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


@pytest.mark.parametrize(
    ("question", "aspects"),
    [
        ("Did Ca Mau get to the 93% in health insurance that it hoped for in 2019?", "of it"),
        ("Has Gia Lai made it to the 90 per cent it planned in health insurance?", "of it"),
        ("Ca Mau got the 93% health insurance coverage it wanted, right?", "of it"),
        ("Did Gia Lai reach the health coverage it was expected to reach?", "of it"),
        ("Cà Mau có đạt được mức bao phủ BHYT 93% đặt ra không?", "of it"),
        ("Did Ca Mau want to reach 93% in health insurance in 2019?", "target"),
        ("Was Gia Lai meant to reach 90 per cent in health insurance?", "target"),
        ("Was 90 per cent planned for health coverage in Gia Lai?", "target"),
        ("93% health coverage is what Ca Mau wanted, right?", "target"),
        ("Cà Mau phấn đấu đạt bao phủ BHYT 93% phải không?", "target"),
    ],
)
def test_who_asks_whether_the_wanted_came_about_asks_for_no_aim(
    question: str, aspects: str
) -> None:
    wanted = {"target"} if aspects == "target" else {"target_pct", "gap"}
    assert set(understand(question, (), TODAY).aspects) == wanted
