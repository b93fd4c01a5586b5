"""Questions for the number of things that no metric counts: the sentence with the asked noun, or
none."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

ARREARS = article(
    "Quang Tri has 640 businesses on its list of insurance debtors. In the quarter its agency sent "
    "2,150 notices to firms and drew up records on 74 units. In all, 3,900 workers are affected by "
    "the arrears. In Dong Ha 12 enterprises have been in debt since 2016.",
    doc="arrears", published=date(2023, 4, 10),
)  # fmt: skip
RELIEF = article(
    "In Dong Nai, 9,300 people were paid relief for the floods. Another 210 units had their "
    "contributions to the fund reduced. Journalists wrote 1,400 pieces on insurance.",
    doc="relief", published=date(2023, 4, 10),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many reminders did the agency of Quang Tri send?", "2,150 notices"),
        ("How many warning letters went to firms in Quang Tri?", "2,150 notices"),
        ("How many workers do the arrears in Quang Tri hurt?", "3,900 workers"),
        ("How many firms in Dong Ha have owed since 2016?", "12 enterprises"),
        ("How many firms had their contributions cut in Dong Nai?", "210 units"),
        ("How many people got flood aid in Dong Nai?", "9,300 people"),
        ("Quảng Trị gửi bao nhiêu thông báo cho doanh nghiệp?", "2,150 notices"),
        ("Quảng Trị đã lập biên bản bao nhiêu đơn vị?", "74 units"),
        ("Bao nhiêu lao động ở Quảng Trị bị ảnh hưởng vì nợ bảo hiểm?", "3,900 workers"),
        ("Ở Đồng Nai các phóng viên có bao nhiêu bài báo về bảo hiểm?", "1,400 pieces"),
    ],
)
def test_what_is_counted_may_have_other_words(question: str, words: str) -> None:
    answer = answer_over(question, ARREARS, RELIEF)
    assert answer.status == "answered"
    assert words in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "How many firms in Quang Tri closed down because of their insurance debts?",
        "How many businesses in Quang Tri have closed?",
        "How many of the indebted firms in Quang Tri went bankrupt?",
        "How many firms in Quang Tri were fined for their arrears?",
        "How many workers in Quang Tri were dismissed for arrears?",
        "How many firms in Dong Ha have owed since 2019?",
        "How many foreign workers do the arrears in Quang Tri hurt?",
        "How many people were refused flood aid in Dong Nai?",
        "Bao nhiêu doanh nghiệp ở Quảng Trị phá sản vì nợ bảo hiểm?",
        "Bao nhiêu lao động ở Quảng Trị bị sa thải vì nợ bảo hiểm?",
        "Bao nhiêu doanh nghiệp ở Quảng Trị đóng cửa vì nợ bảo hiểm?",
    ],
)
def test_what_became_of_those_counted_is_asked_too(question: str) -> None:
    answer = answer_over(question, ARREARS, RELIEF)
    assert answer.status == "not_found"
    assert not answer.figures


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("trong đó bao nhiêu người đã nhận tiền rồi?", "answered"),
        ("how many of them got the money?", "answered"),
        ("trong đó bao nhiêu người bị từ chối?", "not_found"),
        ("how many of them were refused?", "not_found"),
    ],
)
def test_a_follow_up_counts_some_of_those_asked_for_before(question: str, status: str) -> None:
    is_english = question.isascii()
    first = "How many people were approved for flood relief in Quang Ngai?"
    before = first if is_english else "Quảng Ngãi duyệt cứu trợ cho bao nhiêu người?"
    cleared = article(
        "In Quang Ngai the agency cleared 5,200 people for relief, of whom 4,700 have got the "
        "money. Flood relief goes on.",
        doc="cleared", published=date(2023, 4, 10),
    )  # fmt: skip
    answer = answer_over(question, cleared, history=[before])
    assert answer.status == status
