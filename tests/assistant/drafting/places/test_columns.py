"""What a table of debtors tells beside their debts: any column of it, by name or in order."""

from __future__ import annotations

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

TABLE = article(
    "Vinh Long - These employers in Vinh Long were behind with social insurance on 31 May 2021."
    "\n\n"
    "| Employer | Debt (billion VND) | Months late | Employees | Fines |\n"
    "|---|---|---|---|---|\n"
    "| Phu Quy Seafood | 12.4 | 21 | 640 | 3 |\n"
    "| Minh Chau Textile | 8.1 | 47 | 1,210 | 1 |\n"
    "| Hoa Binh Bricks | 2.6 | 9 | 85 | 2 |\n"
)
PROSE = article(
    "In June 2022 firms in Tra Vinh were behind with social insurance. On the list are An Phat"
    " Plastics, which has 320 employees and is 14 months late with VND6.2 billion, and Sao Mai"
    " Timber, which has 75 employees and is 30 months late with VND1.9 billion."
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("For how long has Minh Chau Textile been in arrears?", "47"),
        ("How many months late is Phu Quy Seafood?", "21"),
        ("Hoa Binh Bricks chậm đóng bao lâu?", "9"),
        ("Phu Quy Seafood hasnt paid in for how long now?", "21"),
        ("Minh Chau Textile trễ bao nhiêu tháng?", "47"),
        ("How many people work at Minh Chau Textile?", "1210"),
        ("What is the headcount of Phu Quy Seafood?", "640"),
        ("Phu Quy Seafood có bao nhiêu công nhân?", "640"),
    ],
)
def test_a_figure_of_a_named_debtor_is_that_of_the_asked_column(question: str, value: str) -> None:
    assert [str(figure.value) for figure in answer_over(question, TABLE).figures] == [value]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Which debtor in Vinh Long has the most employees?", ["1210", "640", "85"]),
        ("Which debtor in Vinh Long employs the fewest people?", ["85", "640", "1210"]),
        ("Which of the Vinh Long debtors has been late the longest?", ["47", "21", "9"]),
        ("Đơn vị nợ nào ở Vĩnh Long nợ lâu nhất?", ["47", "21", "9"]),
        ("Rank the debtors of Vinh Long by number of employees.", ["1210", "640", "85"]),
        ("Which debtor in Vinh Long owes the most?", ["12400000000", "8100000000", "2600000000"]),
    ],
)
def test_debtors_are_put_in_the_order_of_the_asked_column(question: str, values: list[str]) -> None:
    assert [str(figure.value) for figure in answer_over(question, TABLE).figures] == values


@pytest.mark.parametrize(
    "question",
    [
        "phu quy seafood no bao nhieu ty va tre bao nhieu thang roi",
        "How much does Phu Quy Seafood owe, and how many months late is it?",
    ],
)
def test_a_part_of_a_question_goes_on_of_the_debtor_before_it(question: str) -> None:
    answer = answer_over(question, TABLE)
    assert [str(figure.value) for figure in answer.figures] == ["12400000000", "21"]


@pytest.mark.parametrize("question", ["How much does M&N owe?", "M&N - how deep in debt is it?"])
def test_letters_joined_by_a_sign_are_one_name(question: str) -> None:
    told = article(
        "At the end of 2021 late payments in Vinh Long came to VND90 billion. Among the debtors of"
        " Vinh Long, M&N owes VND3.3 billion and Kim Long owes VND2.2 billion."
    )
    (figure,) = answer_over(f"{question.rstrip('?')} in Vinh Long?", told).figures
    assert (figure.group, str(figure.value)) == ("M&N", "3300000000")
    assert answer_over("How much does X&Y in Vinh Long owe?", told).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "What happens to a Vinh Long company that falls behind?",
        "Step by step, what is done to a Vinh Long firm that falls behind?",
    ],
)
def test_what_is_done_to_debtors_no_order_tells(question: str) -> None:
    assert not answer_over(question, TABLE).figures


def test_two_debtors_are_held_against_each_other() -> None:
    question = "Who has more workers, Phu Quy Seafood or Minh Chau Textile?"
    answer = answer_over(question, TABLE).answer
    assert "The higher figure is that of Minh Chau Textile" in answer


@pytest.mark.parametrize(
    "question",
    [
        "How many women does Phu Quy Seafood employ?",
        "How many seasonal workers does Minh Chau Textile have?",
        "How many insured workers does Minh Chau Textile have?",
        "How many workers does Long Thanh Steel have?",
        "How many workers did Phu Quy Seafood have in 2017?",
        "How many workers do the debtors of Vinh Long have?",
        "What profit did Phu Quy Seafood make?",
    ],
)
def test_what_narrows_or_is_told_of_nobody_asked_is_declined(question: str) -> None:
    assert answer_over(question, TABLE).figures == ()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many employees does Sao Mai Timber have?", "75 employees"),
        ("How long has An Phat Plastics been late?", "14 months late"),
    ],
)
def test_a_sentence_that_tells_it_of_a_debtor_is_quoted(question: str, told: str) -> None:
    answer = answer_over(question, PROSE)
    assert (answer.status, told in answer.answer) == ("answered", True)


def test_names_that_hold_a_place_are_those_of_debtors() -> None:
    question = "Who owes more, Hoa Binh Bricks or Phu Quy Seafood?"
    answer = answer_over(question, TABLE)
    assert "The higher figure is that of Phu Quy Seafood" in answer.answer
