"""How many firms pay, owe or are behind: a sentence counts them, and no amount or list does."""

from __future__ import annotations

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

REPORT = article(
    "In Ninh Thuan 1,870 firms are on the list of social insurance debtors at the end of May 2024."
    " Together the debtors owe VND 61 billion.\n\n"
    "In Phu Yen more than 4,300 employers pay contributions, as of June 2024. The agency in Phu"
    " Yen inspected 88 units in the first half of 2024."
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many companies in Ninh Thuan owe social insurance money?", "1,870 firms"),
        ("How many firms are in debt in Ninh Thuan?", "1,870 firms"),
        ("how many debtors are there in ninh thuan", "1,870 firms"),
        ("Number of businesses behind with their contributions in Ninh Thuan", "1,870 firms"),
        ("How many employers in Phu Yen pay in?", "4,300 employers"),
        ("How many firms contribute in Phu Yen?", "4,300 employers"),
    ],
)
def test_firms_are_counted(question: str, told: str) -> None:
    answer = answer_over(question, REPORT)
    assert (answer.status, told in answer.answer) == ("answered", True)


LATE = article(
    "In Ha Nam 240 units are three months or more behind with social insurance at the end of 2023."
    " In Ha Nam 515 units pay their contributions in time."
)


@pytest.mark.parametrize(
    ("question", "is_told"),
    [
        ("Hà Nam có bao nhiêu đơn vị nợ bảo hiểm từ 3 tháng trở lên?", True),
        ("ha nam co bao nhieu don vi no bao hiem tu 3 thang tro len", True),
        ("How many firms in Ha Nam are three months late?", True),
        ("Hà Nam có bao nhiêu đơn vị nợ bảo hiểm từ 6 tháng trở lên?", False),
        ("Hà Nam có bao nhiêu đơn vị nợ bảo hiểm từ 3 năm trở lên?", False),
        ("How many firms in Ha Nam are three years late?", False),
        ("Hà Nam có bao nhiêu đơn vị đóng bảo hiểm từ 3 tháng trở lên?", False),
    ],
)
def test_firms_are_counted_by_how_long_they_owe(question: str, is_told: bool) -> None:
    assert ("240 units" in answer_over(question, LATE).answer) is is_told


@pytest.mark.parametrize(
    "question",
    [
        "How many firms in Ninh Thuan closed because of their insurance debts?",
        "How many companies in Ninh Thuan owe over VND 2 billion?",
        "How many foreign companies in Ninh Thuan owe social insurance money?",
        "How many firms in Ninh Thuan paid their debts?",
        "How many employers in Phu Yen pay late?",
        "How many firms in Phu Yen owe?",
        "How many firms in Phu Yen do not pay in?",
        "How many firms are there in Phu Yen?",
        "How many firms in Phu Yen take part in health insurance?",
        "How many employers in Ninh Thuan pay in?",
    ],
)
def test_others_than_those_that_are_told_of_are_not_counted(question: str) -> None:
    assert answer_over(question, REPORT).status != "answered"
