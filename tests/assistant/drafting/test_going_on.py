"""Questions that go on from the one before: whose figures they are, of what time, beside what."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

TIMES = article(
    "At the end of June 2022 health insurance coverage in Nghe An was 88.1 per cent. At the end of "
    "September 2022 health insurance coverage in Nghe An was 87.4 per cent. At the end of 2022 "
    "health insurance coverage in Nghe An was 90.2 per cent.",
    doc="times",
    published=date(2023, 1, 12),
)
COUNTRY = article(
    "At the end of 2024 late payment nationwide was VND9,100 billion.",
    doc="country",
    published=date(2025, 2, 2),
)
BEHIND = article(
    "In March 2025, 214 enterprises in Nghe An were behind with social insurance by three months "
    "or more, owing over VND91 billion for 3,120 employees.",
    doc="behind",
    published=date(2025, 4, 2),
)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["HI coverage in Nghe An in June 2022?", "And three months later?"], ["87.4"]),
        (["HI coverage in Nghe An in June 2022?", "And six months later?"], ["90.2"]),
        (["HI coverage in Nghe An in September 2022?", "And a quarter earlier?"], ["88.1"]),
        (["Bao phủ BHYT Nghệ An tháng 6/2022?", "ba tháng sau thì sao?"], ["87.4"]),
        (["HI coverage in Nghe An in June 2022?", "And three months later, was it higher?"],
         ["88.1", "87.4", "-0.7"]),
        (["Bao phủ BHYT Nghệ An tháng 6/2022?", "đến tháng 9 thì cao hơn hay thấp hơn?"],
         ["88.1", "87.4", "-0.7"]),
        (["Tháng 9/2022 bao phủ BHYT ở Nghệ An là bao nhiêu?",
          "so với tháng 6/2022 thì tăng hay giảm, bao nhiêu?"], ["88.1", "87.4", "-0.7"]),
        (["HI coverage in Nghe An in June 2022?", "did it rise three months later?"],
         ["88.1", "87.4", "-0.7"]),
        (["Bao phủ BHYT Nghệ An tháng 6/2022?", "ba tháng sau tăng hay giảm, bao nhiêu phần trăm?"],
         ["88.1", "87.4", "-0.7"]),
        (["HI coverage in Nghe An in June 2022?", "And four months later?"], []),
    ],
)  # fmt: skip
def test_a_length_of_time_counts_from_the_time_before(turns: list[str], told: list[str]) -> None:
    *before, last = turns
    figures = answer_over(last, TIMES, history=before).figures
    assert [str(figure.value) for figure in figures] == told


@pytest.mark.parametrize(
    "last",
    [
        "What do they owe altogether?",
        "What do they owe altogether, and how many workers does it hit?",
        "How much do these firms owe?",
    ],
)
def test_they_are_those_of_the_question_before_and_not_all_in_the_country(last: str) -> None:
    asked = "How many firms in Nghe An were three months or more behind in March 2025?"
    answer = answer_over(last, COUNTRY, BEHIND, history=[asked])
    said = f"{answer.answer} {answer.reason}"
    assert "over VND91 billion" in said
    assert "9,100" not in said


def test_a_question_that_names_its_own_matter_is_of_the_country() -> None:
    asked = "How many firms in Nghe An were three months or more behind in March 2025?"
    answer = answer_over("How large is late payment nationwide?", COUNTRY, BEHIND, history=[asked])
    assert "9,100" in answer.answer


def test_what_the_debtors_owe_altogether_is_the_sum_of_their_debts() -> None:
    debts = article(
        "As of 31 December 2025, among the debtors of Nghe An, Viet Cuong owes VND25.8 billion of "
        "social insurance and Kim Long owes VND11.3 billion.",
        published=date(2026, 1, 6),
    )
    before = ["Who are the worst debtors in Nghe An?"]
    answer = answer_over("How much do they owe altogether?", debts, history=before)
    assert [str(figure.value) for figure in answer.figures][-1] == "37100000000"
    assert answer.figures[-1].verdict == "derived"


def test_what_is_counted_of_nothing_known_is_of_the_place_before() -> None:
    elsewhere = article(
        "In Ca Mau the debt affected nearly 681,200 workers at the end of October 2024.",
        published=date(2024, 11, 8),
    )
    before = ["Health insurance coverage in Nghe An in June 2022?"]
    answer = answer_over("how many workers are affected?", TIMES, elsewhere, history=before)
    assert "681,200" not in answer.answer
