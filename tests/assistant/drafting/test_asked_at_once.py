"""What staff ask in one breath: several figures of one thing, and what it rose or fell from."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

HOSPITALS = article(
    "In 2025 the health insurance fund paid over VND5,318 billion for 13.6 million visits in Vinh "
    "Long. At the end of 2025 voluntary social insurance in Vinh Long had 64,205 participants.",
    doc="hospitals", published=date(2026, 1, 8),
)  # fmt: skip
ARREARS = article(
    "At the end of July 2023 late payment in Tay Ninh came to VND239.5 billion, 3.9 per cent of "
    "the amount due and 18.6 per cent higher than a year earlier.",
    doc="arrears", published=date(2023, 8, 17),
)  # fmt: skip
SLID = article(
    "Health insurance coverage in Ninh Thuan slid from 95.1 per cent at the end of May 2021 to "
    "89.6 per cent at the end of September 2021. It had been 94 per cent at the end of 2019.",
    doc="slid", published=date(2021, 10, 12),
)  # fmt: skip
DISTRICTS = article(
    "At the end of October 2018 the late payment of Ninh Thuan came to VND31.8 billion. At the end "
    "of October 2018 the late payment of Thuan Nam district came to VND6.2 billion. At the end of "
    "October 2018 the late payment of Bac Ai district came to VND4.1 billion.",
    doc="districts", published=date(2018, 11, 16),
)  # fmt: skip


def figures(question: str, *reports: object) -> list[str]:
    """The values of the answer, in its order."""
    answer = answer_over(question, *reports)  # type: ignore[arg-type]
    return [str(figure.value) for figure in answer.figures]


@pytest.mark.parametrize(
    "question",
    [
        "How much did HI pay in Vinh Long in 2025, and how many visits?",
        "HI spending in Vinh Long in 2025, and the number of visits",
        "HI expenditure and visits in Vinh Long in 2025",
        "How much was paid for HI treatment in Vinh Long in 2025 and for how many visits?",
        "HI in Vinh Long 2025: how much was paid, how many visits?",
        "Vinh Long chi KCB BHYT năm 2025 bao nhiêu tiền, bao nhiêu lượt?",
        "Vinh Long chi KCB BHYT nam 2025 bao nhieu tien, bao nhieu luot?",
        "Chi phí khám chữa bệnh BHYT ở Vĩnh Long năm 2025 là bao nhiêu và bao nhiêu lượt khám?",
        "Năm 2025 Vĩnh Long chi khám chữa bệnh BHYT bao nhiêu, số lượt bao nhiêu?",
        "Chi KCB BHYT của Vĩnh Long năm 2025 và số lượt KCB",
    ],
)
def test_what_was_paid_and_for_how_many_visits(question: str) -> None:
    assert figures(question, HOSPITALS) == ["5318000000000", "13600000"]


@pytest.mark.parametrize(
    "question",
    [
        "Late payment in Tay Ninh at the end of July 2023: amount, rate, change on a year ago",
        "late payment in Tay Ninh end July 2023: amount, rate, change on a year ago",
        "Tay Ninh late payment end of July 2023: the amount, the rate and the change on a year ago",
        "Late payment in Tay Ninh at the end of July 2023: amount, rate, how much more than a year "
        "before",
        "Tay Ninh, end of July 2023, late payment: amount, rate, growth on a year earlier",
        "Late payment in Tay Ninh at the end of July 2023, its rate, and how much it rose",
        "Chậm đóng của Tây Ninh đến cuối tháng 7/2023: số tiền, tỷ lệ, mức tăng so với cùng kỳ",
        "Tây Ninh cuối tháng 7/2023 chậm đóng: số tiền, tỷ lệ, tăng bao nhiêu so với cùng kỳ",
    ],
)
def test_the_amount_its_rate_and_its_change(question: str) -> None:
    assert figures(question, ARREARS) == ["239500000000", "3.9", "18.6"]


@pytest.mark.parametrize(
    "question",
    [
        "From what to what did HI coverage in Ninh Thuan fall in 2021?",
        "From how much to how much did HI coverage in Ninh Thuan slide in 2021?",
        "From what level to what level did health insurance coverage fall in Ninh Thuan in 2021?",
        "From which rate to which rate did HI coverage of Ninh Thuan drop in 2021?",
        "HI coverage in Ninh Thuan in 2021: from what to what did it fall?",
        "Tỷ lệ bao phủ BHYT của Ninh Thuận giảm từ bao nhiêu xuống bao nhiêu trong năm 2021?",
        "Ty le bao phu BHYT cua Ninh Thuan giam tu bao nhieu xuong bao nhieu trong nam 2021?",
        "Năm 2021 bao phủ BHYT ở Ninh Thuận giảm từ mức nào xuống mức nào?",
        "Trong năm 2021 tỷ lệ bao phủ BHYT Ninh Thuận đi từ bao nhiêu đến bao nhiêu?",
        "Tỷ lệ tham gia BHYT Ninh Thuận năm 2021 giảm từ bao nhiêu còn bao nhiêu?",
    ],
)
def test_what_a_level_rose_or_fell_from_and_to(question: str) -> None:
    assert figures(question, SLID)[:2] == ["95.1", "89.6"]


def test_of_one_level_nothing_is_told_to_have_moved() -> None:
    question = "From what to what did HI coverage in Ninh Thuan fall in 2019?"
    assert figures(question, SLID) in ([], ["94"])


@pytest.mark.parametrize(
    "question",
    [
        "What is the late payment of Ninh Thuan in 2018, and how much of it is owed in Thuan Nam?",
        "How much is owed in Ninh Thuan in 2018, and how much in Thuan Nam?",
        "Late payment in Ninh Thuan and in Thuan Nam in 2018",
        "Late payment of Ninh Thuan in October 2018, and of Thuan Nam",
        "What was the late payment of Ninh Thuan in 2018 and of its district Thuan Nam?",
        "Ninh Thuận năm 2018 nợ bao nhiêu, trong đó Thuận Nam bao nhiêu?",
        "Số tiền chậm đóng năm 2018 của Ninh Thuận và của Thuận Nam là bao nhiêu?",
        "Năm 2018 Ninh Thuận chậm đóng bao nhiêu, riêng Thuận Nam bao nhiêu?",
    ],
)
def test_a_district_beside_its_province_needs_no_word_for_its_kind(question: str) -> None:
    assert figures(question, DISTRICTS)[:2] == ["31800000000", "6200000000"]


@pytest.mark.parametrize(
    "question",
    [
        "How much does Bac Ai in Ninh Thuan owe in late payment?",
        "Late payment in Bac Ai, Ninh Thuan",
        "Late payment of Bac Ai (Ninh Thuan) in October 2018",
        "Số tiền chậm đóng của Bác Ái, Ninh Thuận là bao nhiêu?",
    ],
)
def test_a_district_with_its_province_behind_it_is_asked_for_alone(question: str) -> None:
    assert figures(question, DISTRICTS) == ["4100000000"]


UNCLEAR = article(
    "So far in 2025 Ninh Thuan Social Security has inspected 52 units; another 15 were inspected "
    "together with the Department of Home Affairs.",
    doc="inspected", published=date(2025, 10, 20),
)  # fmt: skip


def test_a_sentence_that_is_unclear_is_quoted_once() -> None:
    answer = answer_over("Năm 2025 Ninh Thuận thanh tra bao nhiêu đơn vị?", UNCLEAR)
    assert (answer.status, (answer.reason or "").count("another 15")) == ("not_found", 1)


OWED = article(
    "At the end of August 2022 late payment in Kien Giang came to VND305 billion. At the end of "
    "August 2022 Song Kien Foods owed VND9.6 billion for 14 months, and it has 412 workers. At the "
    "end of August 2022 health insurance in Kien Giang had 1.4 million participants.",
    doc="owed", published=date(2022, 9, 14),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "values", "unanswered"),
    [
        ("How much did Kien Giang owe in August 2022 and how many people did it insure for health?",
         ["305000000000", "1400000"], None),
        ("How much does Kien Giang owe, and for how many months?",
         ["305000000000"], "for how many months"),
        ("How much does Kien Giang owe and in how many communes?",
         ["305000000000"], "in how many communes"),
        ("Kiên Giang nợ bao nhiêu và trong bao nhiêu tháng?",
         ["305000000000"], "trong bao nhiêu tháng"),
        ("How much does Kien Giang owe and who runs it?", ["305000000000"], "who runs it"),
        ("How many people in Kien Giang have health insurance and how many do not?",
         ["1400000"], "how many do not"),
        ("How much does Song Kien Foods owe and for how many months?",
         ["9600000000", "9600000000", "14", "412"], None),
    ],
)  # fmt: skip
def test_what_is_asked_besides_is_answered_or_said_to_be_open(
    question: str, values: list[str], unanswered: str | None
) -> None:
    answer = answer_over(question, OWED)
    assert [str(figure.value) for figure in answer.figures] == values
    if unanswered is None:
        assert answer.reason is None
    else:
        assert f"“{unanswered}”" in (answer.reason or "")


@pytest.mark.parametrize(
    "question",
    [
        "For how many months has Kien Giang been in arrears?",
        "How many workers do the debtors of Kien Giang have?",
    ],
)
def test_what_one_debtor_is_told_with_is_not_told_of_its_place(question: str) -> None:
    assert "Song Kien" not in answer_over(question, OWED).answer


def test_who_is_asked_how_many_after_an_amount_hears_of_people() -> None:
    history = ("How much did Kien Giang collect in August 2022?",)
    answer = answer_over("How many people did it insure for health?", OWED, history=history)
    assert [str(figure.value) for figure in answer.figures] == ["1400000"]


def test_what_a_place_owes_is_not_what_its_first_debtor_does() -> None:
    arrears = article(
        "Debt in Tay Ninh stood at VND239.5 billion at the end of July 2023.",
        doc="arrears", published=date(2023, 8, 17),
    )  # fmt: skip
    answer = answer_over("What does the biggest debtor of Tay Ninh owe?", arrears)
    assert answer.status == "not_found"


ONE_OF_THREE = article(
    "At the end of 2023 Lai Chau had 31,000 members of social insurance.",
    doc="one", published=date(2024, 1, 9),
)  # fmt: skip


def test_one_insurance_is_not_what_all_have_together() -> None:
    question = (
        "How many participants in social, health and unemployment insurance together were there in "
        "Lai Chau in 2023?"
    )
    answer = answer_over(question, ONE_OF_THREE)
    assert (answer.status, answer.figures) == ("not_found", ())


BOTH = article(
    "At the end of 2024 health insurance coverage in Ninh Thuan was 93 per cent and social "
    "insurance coverage in Ninh Thuan 30 per cent. The target for health insurance coverage in "
    "Ninh Thuan at the end of 2024 was 92 per cent. The target for social insurance coverage in "
    "Ninh Thuan at the end of 2024 was 33 per cent.",
    doc="both", published=date(2025, 1, 8),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "HI and SI coverage of Ninh Thuan in 2024, targets for both, were they met?",
        "HI and SI coverage of Ninh Thuan in 2024, and the targets for both?",
        "HI coverage and SI coverage of Ninh Thuan in 2024, and the target for each?",
    ],
)
def test_the_targets_of_both_are_those_of_all_that_is_named(question: str) -> None:
    assert set(figures(question, BOTH)) >= {"93", "30", "92", "33"}


def test_of_one_the_target_is_its_own() -> None:
    question = "HI and SI coverage of Ninh Thuan in 2024, and the target for SI coverage?"
    assert "92" not in figures(question, BOTH)
