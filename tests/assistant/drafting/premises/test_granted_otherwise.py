"""What a question takes for granted in other ways than by a figure, held against the table."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

SPENT = article(
    "In 2023 health insurance spending on treatment in Tra Vinh came to VND640 billion, 7 per cent "
    "less than in 2022 and 82 per cent of its estimate. Premium collection in Tra Vinh came to "
    "VND1,900 billion in 2023, up 12 per cent over 2022.",
    doc="spent",
    published=date(2024, 1, 12),
)
COVERED = article(
    "At the end of 2023 health insurance covered 95 per cent of the people of Tra Vinh. Health "
    "insurance coverage in Viet Nam was 93.2 per cent at the end of 2023. Tra Vinh aims at a "
    "health insurance coverage of 96 per cent in 2024.",
    doc="covered",
    published=date(2024, 1, 14),
)
OTHERWISE = ("The reports say otherwise: ", "Các báo cáo nêu khác: ", "No, ", "Không, ")


@pytest.mark.parametrize(
    "question",
    [
        "How much did Tra Vinh spend on HI treatment in 2023, since it doubled?",
        "Since it doubled, how much did Tra Vinh spend on HI treatment in 2023?",
        "After rising in 2023, how much did Tra Vinh spend on HI treatment?",
        "Did premium collection in Tra Vinh double in 2023?",
        "Số thu bảo hiểm của Trà Vinh năm 2023 có tăng gấp đôi không?",
        "Why did Tra Vinh use its entire HI treatment budget in 2023?",
        "Did Tra Vinh use up its HI treatment budget in 2023?",
        "Since Tra Vinh's HI coverage was below the national average in 2023, how high was it?",
        "Although Tra Vinh's HI coverage was below the national rate in 2023, what is its target "
        "for 2024?",
    ],
)
def test_what_is_not_so_is_said_first(question: str) -> None:
    assert answer_over(question, SPENT, COVERED).answer.startswith(OTHERWISE)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Although Tra Vinh's HI coverage was above the national rate in 2023, what is its target "
         "for 2024?", ["96"]),
        ("After falling in 2023, how much did Tra Vinh spend on HI treatment?", ["640000000000"]),
    ],
)  # fmt: skip
def test_what_is_so_needs_no_word(question: str, told: list[str]) -> None:
    answer = answer_over(question, SPENT, COVERED)
    assert [f"{figure.value.normalize():f}" for figure in answer.figures] == told


MEMBERS = article(
    "At the end of 2023 social insurance in Tra Vinh had 80,000 members, 16,000 of them in the "
    "voluntary scheme.",
    doc="members",
    published=date(2024, 1, 12),
)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is it true that more than half of Tra Vinh's SI participants were voluntary in 2023?",
         "No, "),
        ("Is it true that less than a quarter of Tra Vinh's SI participants were voluntary in "
         "2023?", "Yes, "),
        ("Có phải hơn 50% số người tham gia BHXH ở Trà Vinh năm 2023 là tự nguyện không?",
         "Không, "),
    ],
)  # fmt: skip
def test_a_share_that_is_put_forward_is_held_against_the_one_worked_out(
    question: str, verdict: str
) -> None:
    assert answer_over(question, MEMBERS).answer.startswith(verdict)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("As Tra Vinh is above the national average in HI coverage, how far above?",
         ["95", "93.2", "1.8"]),
        ("Since the country is behind Tra Vinh in HI coverage, by how much?",
         ["93.2", "95", "1.8"]),
        ("Given that Tra Vinh is ahead of the country in HI coverage, how far ahead is it?",
         ["95", "93.2", "1.8"]),
        ("Vì Trà Vinh cao hơn cả nước về bao phủ BHYT, cao hơn bao nhiêu?", ["95", "93.2", "1.8"]),
        ("As Tra Vinh is above the country in HI coverage, how high is it?", ["95"]),
        ("As Tra Vinh is above the country in HI coverage, what is its target?", ["96"]),
    ],
)  # fmt: skip
def test_how_far_behind_what_is_said_to_be_so_asks_of_both(
    question: str, values: list[str]
) -> None:
    told = answer_over(question, COVERED)
    assert [str(figure.value) for figure in told.figures] == values
