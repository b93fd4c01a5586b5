"""In which aspect a question asks for a figure, and what is to be done with it."""

from __future__ import annotations

import pytest

from assistant.understanding.question import understand
from tests.assistant.asking import line
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


@pytest.mark.parametrize(
    ("question", "aspects", "periods"),
    [
        ("Did HI coverage in Hue get better or worse between 2017 and 2019?", "change",
         ["2017", "2019"]),
        ("Did HI coverage in Hue get worse between late 2017 and mid-2019?", "change",
         ["2017-Q4", "@2019-06"]),
        ("Bao phủ BHYT Huế từ cuối 2017 đến cuối 2019 tốt lên hay xấu đi?", "change",
         ["@2017", "@2019"]),
        ("Which is better in HI coverage, Hue or Hanoi?", "level", []),
    ],
)  # fmt: skip
def test_what_got_better_or_worse_has_two_ends(
    question: str, aspects: str, periods: list[str]
) -> None:
    asked = understand(question, (), TODAY)
    assert asked.aspects[0] == aspects
    assert [period.notation for period in asked.periods] == periods


@pytest.mark.parametrize(
    ("question", "metric"),
    [
        ("How many people in Gia Lai joined by choice?", "voluntary_si_participants"),
        ("Gia Lai có bao nhiêu người tham gia tự nguyện?", "voluntary_si_participants"),
        ("How many firms in Gia Lai paid up by choice?", None),
        ("How many people in Gia Lai came to the fair by choice?", None),
    ],
)
def test_who_joins_by_choice_is_in_the_voluntary_scheme(question: str, metric: str | None) -> None:
    assert understand(question, (), TODAY).metrics == ((metric,) if metric else ())


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("How much is yet to be paid in Gia Lai?", "level"),
        ("How much late payment is still missing in Gia Lai?", "level"),
        ("Gia Lai còn phải đóng bao nhiêu tiền chậm đóng?", "level"),
        ("How far is the late payment rate of Gia Lai from its target?", "gap"),
        ("How many people has Gia Lai yet to bring into health insurance?", "gap"),
    ],
)
def test_what_is_owed_is_short_of_nothing_but_a_target(question: str, aspect: str) -> None:
    assert aspect in understand(question, (), TODAY).aspects


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        # Firms that are behind owe; a place is behind its plan, or another place.
        (
            "How far behind were employers with their contributions in Hue at mid-2016?",
            "Late payment · Hue · the end of June 2016",
        ),
        ("By how much are firms in Hue behind on premiums?", "Late payment · Hue · latest"),
        ("How far behind with payments are companies in Hue?", "Late payment · Hue · latest"),
        (
            "How far behind its collection plan is Hue?",
            "Premium collection (short of the target) · Hue · latest",
        ),
        (
            "How far behind Yen Bai is Ben Tre in health insurance coverage?",
            "HI coverage · comparison · Yen Bai and Ben Tre · latest",
        ),
    ],
)
def test_who_is_behind_with_payments_owes_them(question: str, understood: str) -> None:
    assert line(question) == understood
