"""Who came first in an order is who a follow-up points at: "and what does that one owe?"."""

from __future__ import annotations

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

DEBTORS = article(
    "At the end of 2023 late payments in Vinh Long came to VND90 billion. Among the debtors of Vinh"
    " Long, An Phat owes VND9.4 billion, Kim Long owes VND7.2 billion and Sao Mai owes VND1.5"
    " billion.",
    doc="debtors",
)
EARLIER = article(
    "At the end of 2022, among the debtors of Vinh Long, Kim Long owed VND6.1 billion.",
    doc="earlier",
)
RATES = article(
    "In 2023 health insurance covered 97 per cent of people in Hue and 91 per cent in Ha Nam."
    " Premium collection in Hue came to VND5,100 billion in 2023, and in Ha Nam to VND2,700"
    " billion.",
    doc="rates",
)
WON = article(
    "In May 2024 Nam Dinh won new members of voluntary social insurance: Hai Hau district 310"
    " people, Giao Thuy district 150 people and Truc Ninh district 90 people.",
    doc="won",
)
ALL = (DEBTORS, EARLIER, RATES, WON)


@pytest.mark.parametrize(
    ("history", "question", "values"),
    [
        (["Who owes most in Vinh Long?"], "How much does that one owe?", ["9400000000"]),
        (["Who owes most in Vinh Long?", "Who comes second?"],
         "What did that firm owe at the end of 2022?", ["6100000000"]),
        (["Đơn vị nào nợ nhiều nhất ở Vĩnh Long?"], "Đơn vị đó nợ bao nhiêu?", ["9400000000"]),
        (["Which province had the highest HI coverage in 2023?"],
         "What did it collect in 2023?", ["5100000000000"]),
        (["Which province had the lowest HI coverage in 2023?"],
         "And what did that province collect in 2023?", ["2700000000000"]),
    ],
)  # fmt: skip
def test_it_is_of_whoever_came_first(history: list[str], question: str, values: list[str]) -> None:
    answer = answer_over(question, *ALL, history=history)
    assert [str(figure.value) for figure in answer.figures] == values


@pytest.mark.parametrize(
    ("history", "question"),
    [
        (["Who owes most in Vinh Long?"], "What did that one owe in March 2019?"),
        (["Who owes most in Vinh Long?"], "For how many months has that one been late?"),
        (["Who owes most in Vinh Long?", "Who comes fourth?"], "How much does that one owe?"),
        (["Who owes most in Tra Vinh?"], "How much does that one owe?"),
        (["Which province had the highest HI coverage in 2023?"], "What did it collect in 2019?"),
    ],
)
def test_what_is_not_told_of_it_is_told_of_nobody(history: list[str], question: str) -> None:
    assert not answer_over(question, *ALL, history=history).figures


def test_one_of_those_in_order_is_told_and_held_against_the_first() -> None:
    history = ["Which Nam Dinh district won most voluntary SI members in May 2024?"]
    one = answer_over("And Truc Ninh?", *ALL, history=history)
    assert [str(figure.value) for figure in one.figures] == ["90"]
    apart = answer_over(
        "How many fewer is that than the first one?", *ALL, history=[*history, "And Truc Ninh?"]
    )
    assert [str(figure.value) for figure in apart.figures] == ["90", "310", "220"]
