"""Single debtors: which end of their order is the worst, how many are named, and what one owes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

EARLIER = article(
    "As of 31 March 2024, among the debtors of Ho Chi Minh City, Viet Cuong owes VND21.5 billion "
    "of social insurance and Kim Long owes VND14.2 billion.",
    doc="earlier",
    published=date(2024, 4, 5),
)
LATER = article(
    "As of 31 December 2025, among the debtors of Ho Chi Minh City, Viet Cuong owes VND25.8 "
    "billion of social insurance, Kim Long owes VND11.3 billion, Dai Phat owes VND8.4 billion and "
    "Hoa Mai owes VND5.6 billion.",
    doc="later",
    published=date(2026, 1, 6),
)
RATES = article(
    "At the end of 2024 the late payment rate in Hai Duong was 1.6 per cent, in Thai Nguyen 2.4 "
    "per cent and in Ha Tinh 3.1 per cent. At the end of 2024 health insurance coverage in Hai "
    "Duong was 93 per cent, in Thai Nguyen 96 per cent and in Ha Tinh 91 per cent.",
    published=date(2025, 1, 9),
)


def named(question: str) -> list[str]:
    """The debtors that an answer names, in its order."""
    lines = answer_over(question, EARLIER, LATER).answer.split("\n")
    return [line[2:].partition(":")[0] for line in lines if line.startswith("- ")]


@pytest.mark.parametrize(
    ("question", "debtors"),
    [
        ("Who are the two worst debtors in Ho Chi Minh City?", ["Viet Cuong", "Kim Long"]),
        ("Name the three worst late payers of Ho Chi Minh City",
         ["Viet Cuong", "Kim Long", "Dai Phat"]),
        ("Doanh nghiệp nào ở TP.HCM nợ BHXH tệ nhất?",
         ["Viet Cuong", "Kim Long", "Dai Phat", "Hoa Mai"]),
        ("List the 2 companies with the largest debts in Ho Chi Minh City",
         ["Viet Cuong", "Kim Long"]),
        ("2 firms that owe the least in Ho Chi Minh City", ["Hoa Mai", "Dai Phat"]),
        ("Kể tên 3 đơn vị nợ BHXH nhiều nhất ở TP.HCM", ["Viet Cuong", "Kim Long", "Dai Phat"]),
        ("2 doanh nghiệp nợ bảo hiểm ít nhất TPHCM", ["Hoa Mai", "Dai Phat"]),
        ("What are the three smallest debts in Ho Chi Minh City?",
         ["Hoa Mai", "Dai Phat", "Kim Long"]),
        ("Top 2 nợ BHXH TPHCM", ["Viet Cuong", "Kim Long"]),
        ("List the debtors of Ho Chi Minh City", ["Viet Cuong", "Kim Long", "Dai Phat", "Hoa Mai"]),
    ],
)  # fmt: skip
def test_the_worst_owe_most_and_so_many_are_named_as_are_asked_for(
    question: str, debtors: list[str]
) -> None:
    assert named(question) == debtors


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Which province has the worst late payment rate?",
         ["Ha Tinh", "Thai Nguyen", "Hai Duong"]),
        ("Which province does best on the late payment rate?",
         ["Hai Duong", "Thai Nguyen", "Ha Tinh"]),
        ("Tỉnh nào có tỷ lệ chậm đóng kém nhất?", ["Hà Tĩnh", "Thái Nguyên", "Hải Dương"]),
        ("Which province has the worst health insurance coverage?",
         ["Ha Tinh", "Hai Duong", "Thai Nguyen"]),
        ("List the two provinces with the highest health insurance coverage",
         ["Thai Nguyen", "Hai Duong"]),
    ],
)  # fmt: skip
def test_of_a_rate_of_what_is_owed_the_highest_is_the_worst(
    question: str, places: list[str]
) -> None:
    lines = answer_over(question, RATES).answer.split("\n")
    assert [line[2:].partition(":")[0] for line in lines if line.startswith("- ")] == places


@pytest.mark.parametrize(
    "question",
    [
        "How much do 12 companies owe in Ho Chi Minh City?",
        "Which province with 10 firms in debt has the highest late payment?",
        "Which province had the highest late payment of ten enterprises?",
    ],
)
def test_a_number_of_firms_that_says_nothing_of_an_order_narrows(question: str) -> None:
    assert answer_over(question, EARLIER, LATER, RATES).status != "answered"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much did the debt of Viet Cuong grow between March 2024 and December 2025?", "4.3"),
        ("Nợ của Kim Long giảm bao nhiêu từ tháng 3/2024 đến tháng 12/2025?", "2,9"),
    ],
)
def test_what_a_firm_owes_is_one_series_over_the_merger_of_its_province(
    question: str, told: str
) -> None:
    answer = answer_over(question, EARLIER, LATER)
    assert told in answer.answer
    assert [figure.verdict for figure in answer.figures] == ["verified", "verified", "derived"]


def test_which_of_two_debtors_owes_more_is_said() -> None:
    answer = answer_over("Who owes more in Ho Chi Minh City, Dai Phat or Hoa Mai?", LATER)
    assert "The higher figure is that of Dai Phat" in answer.answer


def test_what_a_merged_province_owes_is_not() -> None:
    before = article(
        "At the end of March 2024 late payment in Ho Chi Minh City was VND6,330 billion.",
        doc="before",
        published=date(2024, 4, 9),
    )
    after = article(
        "At the end of 2025 late payment in Ho Chi Minh City was VND7,120 billion.",
        doc="after",
        published=date(2026, 1, 9),
    )
    asked = "How much did late payment in Ho Chi Minh City grow from March 2024 to December 2025?"
    answer = answer_over(asked, before, after)
    assert "derived" not in {figure.verdict for figure in answer.figures}


def test_a_table_of_debtors_calls_their_sums_debts() -> None:
    held = article(
        "At the end of 2023 Sao Bien in Da Nang had social insurance arrears of VND3 billion. "
        "Hai Long in Da Nang owed VND2 billion in social insurance. Minh Chau in Da Nang owed VND1"
        " billion in social insurance."
    )
    told = answer_over("Which firms in Da Nang owe the most social insurance?", held).table
    assert told is not None
    assert [row[0] for row in told.rows] == [
        "debt (Sao Bien)", "debt (Hai Long)", "debt (Minh Chau)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "Who are the two worst debtors in Ho Chi Minh City and what does each owe?",
        "Which two firms in Ho Chi Minh City owe most, and how much do they owe?",
        "2 công ty nợ nhiều nhất TP.HCM là ai, nợ bao nhiêu?",
    ],
)
def test_what_each_owes_is_asked_of_those_just_listed(question: str) -> None:
    whole = article("At the end of 2023 late payment in Ho Chi Minh City was VND6,330 billion.")
    told = [str(figure.value) for figure in answer_over(question, LATER, whole).figures]
    assert told == ["25800000000", "11300000000"]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["Who owes most in Ho Chi Minh City?", "who comes right behind?"], "Number 2"),
        (["Who owes most in Ho Chi Minh City?", "who is next?", "and number three?"], "Number 3"),
        (["List the two worst debtors of Ho Chi Minh City", "and the next?"], "Number 3"),
        (["Đơn vị nào nợ nhiều nhất ở TP.HCM?", "đứng thứ hai là ai?"], "Đứng thứ 2"),
    ],
)
def test_another_one_of_an_order_is_told_by_its_number(turns: list[str], told: str) -> None:
    *before, last = turns
    answer = answer_over(last, EARLIER, LATER, history=before).answer
    name = {"2": "Kim Long", "3": "Dai Phat"}[told[-1]]
    assert answer.startswith(told)
    assert answer.partition(".")[0].endswith(name)


def test_an_order_that_ends_before_says_so() -> None:
    asked = ["Who owes most in Ho Chi Minh City?"]
    answer = answer_over("and the ninth?", EARLIER, LATER, history=asked).answer
    assert answer.startswith("This order has only 4 of them")


@pytest.mark.parametrize(
    "question",
    [
        "List the ten biggest debtors in Hai Duong",
        "Who owes most in Hai Duong?",
        "And which one owes most in Hai Duong?",
        "Kể tên 5 đơn vị nợ BHXH nhiều nhất ở Hải Dương",
    ],
)
def test_what_all_owe_is_no_debtor_of_a_place(question: str) -> None:
    owed = article(
        "At the end of 2024 late payment in Hai Duong came to VND160 billion.",
        published=date(2025, 1, 9),
    )
    answer = answer_over(question, owed, LATER)
    assert answer.status == "not_found"
    assert "160" in (answer.reason or "")
