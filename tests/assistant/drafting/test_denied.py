"""Questions that deny something of what they count, or ask for an amount of it: the number of those
of whom it is true is no answer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

DONE = article(
    "In 2022 Lai Chau Social Security processed 41,900 documents and inspected 86 employers. In"
    " 2022 9,265 people in Lai Chau received unemployment benefits. At the end of 2022 Lai Chau had"
    " 23,905 voluntary social insurance participants.",
    doc="done", published=date(2023, 1, 12),
)  # fmt: skip
UNDONE = article(
    "In 2022 Ha Giang Social Security processed 30,400 documents. Another 1,270 documents could not"
    " be processed in time.",
    doc="undone", published=date(2023, 1, 12),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "How many documents did Lai Chau not process in 2022?",
        "How many documents did Lai Chau fail to process in 2022?",
        "How many documents were never processed in Lai Chau in 2022?",
        "How many documents weren't processed in Lai Chau in 2022?",
        "How many documents has Lai Chau yet to process?",
        "What number of documents was not processed in Lai Chau in 2022?",
        "How many employers did Lai Chau not inspect in 2022?",
        "How many employers didn't Lai Chau inspect in 2022?",
        "How many people did not receive unemployment benefits in Lai Chau in 2022?",
        "How many jobless people in Lai Chau never received unemployment benefits?",
        "How many people in Lai Chau did not take part in voluntary social insurance in 2022?",
        "Lai Châu chưa giải quyết bao nhiêu hồ sơ năm 2022?",
        "Lai Châu có bao nhiêu hồ sơ chưa được giải quyết năm 2022?",
        "Năm 2022 Lai Châu không thanh tra bao nhiêu doanh nghiệp?",
        "Năm 2022 ở Lai Châu bao nhiêu người không được hưởng trợ cấp thất nghiệp?",
    ],
)
def test_what_is_denied_is_not_answered_by_what_is_true(question: str) -> None:
    assert answer_over(question, DONE).figures == ()


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("I do not know how many documents Lai Chau processed in 2022", "41900"),
        ("How many documents did Lai Chau process in 2022, if you don't mind?", "41900"),
        ("How many documents did Lai Chau process in 2022? Do not give me the target.", "41900"),
        ("Có biết Lai Châu giải quyết bao nhiêu hồ sơ năm 2022 không?", "41900"),
        ("Không biết năm 2022 Lai Châu giải quyết bao nhiêu hồ sơ nhỉ?", "41900"),
        ("Bạn có biết năm 2022 Lai Châu giải quyết được bao nhiêu hồ sơ chưa?", "41900"),
        ("Did Lai Chau not inspect 86 employers in 2022?", "86"),
        ("Is it true that Lai Chau did not inspect more than 100 employers in 2022?", "86"),
    ],
)
def test_a_denial_of_something_else_changes_nothing(question: str, value: str) -> None:
    assert [str(figure.value) for figure in answer_over(question, DONE).figures] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "How many documents could not be processed in Ha Giang in 2022?",
        "How many documents were not processed in time in Ha Giang in 2022?",
    ],
)
def test_a_sentence_that_denies_it_is_quoted(question: str) -> None:
    answer = answer_over(question, UNDONE)
    assert "1270" in [str(figure.value) for figure in answer.figures]
    assert "30,400" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "How much was handed over after inspections in Lai Chau in 2022?",
        "How much did the inspections in Lai Chau cost in 2022?",
        "How much money was recovered by inspections in Lai Chau in 2022?",
        "How much was spent on processing documents in Lai Chau in 2022?",
    ],
)
def test_no_amount_is_told_by_how_many_there_were(question: str) -> None:
    assert not {"86", "41900"} & {str(f.value) for f in answer_over(question, DONE).figures}


def test_how_much_employers_means_how_many() -> None:
    answer = answer_over("how much employers were inspected in Lai Chau in 2022", DONE)
    assert [str(figure.value) for figure in answer.figures] == ["86"]


@pytest.mark.parametrize(
    "question",
    [
        "How large is the voluntary social insurance fund of Lai Chau?",
        "How much is in the voluntary social insurance fund of Lai Chau?",
        "How much of the voluntary social insurance fund was used in Lai Chau in 2022?",
        "How healthy is the voluntary social insurance fund of Lai Chau?",
        "Voluntary social insurance fund in Lai Chau 2022",
        "What is left of the voluntary social insurance fund in Lai Chau?",
        "Quỹ BHXH tự nguyện của Lai Châu năm 2022 có bao nhiêu?",
        "Quỹ BHXH tự nguyện Lai Châu còn bao nhiêu?",
        "quy bhxh tu nguyen cua lai chau con bao nhieu tien",
    ],
)
def test_a_fund_is_money_and_no_members(question: str) -> None:
    assert answer_over(question, DONE).figures == ()


@pytest.mark.parametrize(
    "question",
    [
        "How many people are in the voluntary social insurance fund of Lai Chau?",
        "How many members does the voluntary social insurance fund of Lai Chau have?",
        "Quỹ BHXH tự nguyện của Lai Châu có bao nhiêu người tham gia?",
    ],
)
def test_the_members_of_a_fund_are_counted_all_the_same(question: str) -> None:
    assert [str(figure.value) for figure in answer_over(question, DONE).figures] == ["23905"]
