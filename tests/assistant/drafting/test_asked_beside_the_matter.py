"""Questions whose words a report holds, though what it tells is another thing than they ask."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from indexing.records import Article
from tests.assistant.asking import answer_over
from tests.assistant.samples import article

DISTRICTS = article(
    "On June 30, 2016, 64.1 per cent of the people of Kien Giang were in health insurance. Chau "
    "Thanh district had insured 66.4 per cent of its people and Giong Rieng 75.2 per cent, most of "
    "them poor families whose cards the State pays for. In Hon Dat district health insurance "
    "coverage was 51.9 per cent.",
    doc="districts", published=date(2016, 7, 12),
)  # fmt: skip
PARADE = article(
    "Quang Tri hopes that a bicycle tour in 2021 will bring 4,000 residents to household health "
    "insurance and another 700 to voluntary social insurance.",
    doc="parade", published=date(2021, 5, 3),
)  # fmt: skip
TALKS = article(
    "In Tra Vinh 74 pagodas now open their halls for talks on social insurance.",
    doc="talks",
)  # fmt: skip
LEFT = article(
    "In 2021, 860,000 people throughout the country took their social insurance out as a lump sum.",
    doc="left", published=date(2022, 2, 1),
)  # fmt: skip
GOAL = article(
    "At the end of November 2020 health insurance covered 91.2 per cent of the people of Yen Bai. "
    "The target for health insurance coverage in Yen Bai at the end of 2020 was 93.1 per cent.",
    doc="goal", published=date(2020, 12, 4),
)  # fmt: skip
LATER = article(
    "At the end of March 2023 health insurance covered 88 per cent of the people of Yen Bai.",
    doc="later", published=date(2023, 4, 6),
)  # fmt: skip
SPENT = article(
    "In 2019 health insurance in Ha Tinh spent VND1,904 billion on examination and treatment.",
    doc="spent", published=date(2020, 1, 15),
)  # fmt: skip
GREW = article(
    "At the end of June 2022 voluntary social insurance in Ben Tre had 31,500 participants, 9.4 "
    "per cent more than at the end of June 2021.",
    doc="grew", published=date(2022, 7, 15),
)  # fmt: skip
HELD_BACK = article(
    "To hold back costs, said Nguyen Van Thinh, Deputy Director of Social Security in Nghe An, his "
    "colleagues meet the hospitals every month.",
    doc="held_back", published=date(2023, 4, 7),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "Which district of Kien Giang has the highest health insurance coverage?",
        "Which district of Kien Giang came last in health insurance coverage in mid-2016?",
        "Huyện nào của Kiên Giang có tỷ lệ bao phủ BHYT cao nhất?",
        "huyen nao cua kien giang co ty le bao phu bhyt cao nhat, huyen nao thap nhat?",
    ],
)
def test_no_order_is_told_where_its_report_has_a_further_place(question: str) -> None:
    told = answer_over(question, DISTRICTS)
    assert told.mode == "passages"
    assert told.table is None
    assert "Giong Rieng 75.2 per cent" in told.answer


@pytest.mark.parametrize(
    ("question", "report"),
    [
        ("How many bicycles took part in the tour of Quang Tri in 2021?", PARADE),
        ("How many tours were there in Quang Tri in 2021?", PARADE),
        ("In which year did the pagodas of Tra Vinh start the talks?", TALKS),
        ("What year did the pagodas of Tra Vinh start to open their halls?", TALKS),
        ("How many of those who took a lump sum came back?", LEFT),
        ("How many of the people who took a lump sum joined again?", LEFT),
        ("What share of the workers who took a lump sum were women?", LEFT),
        ("What percentage of hospital bills did health insurance pay in Ha Tinh in 2019?", SPENT),
        ("Quỹ BHYT Hà Tĩnh năm 2019 chi trả bao nhiêu phần trăm chi phí?", SPENT),
        ("quy bhyt ha tinh nam 2019 chi tra bao nhieu phan tram chi phi", SPENT),
        ("What did Nguyen Thi Thinh say about the hospitals?", HELD_BACK),
        ("What does Director Nguyen Van Manh do about hospital costs?", HELD_BACK),
    ],
)
def test_what_a_report_tells_beside_it_is_no_answer(question: str, report: Article) -> None:
    assert answer_over(question, report).status != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "How fast did voluntary social insurance grow in Ben Tre by June 2022?",
        "How quickly did voluntary membership rise in Ben Tre by June 2022?",
        "How strongly has voluntary social insurance grown in Ben Tre by the end of June 2022?",
    ],
)
def test_the_manner_in_which_something_grew_is_by_how_much(question: str) -> None:
    assert [figure.value for figure in answer_over(question, GREW).figures] == [Decimal("9.4")]


def test_a_coverage_of_a_later_year_misses_no_target_of_an_earlier_one() -> None:
    question = "By how much did Yen Bai beat its health insurance coverage target?"
    assert "otherwise" not in answer_over(question, GOAL, LATER).answer
