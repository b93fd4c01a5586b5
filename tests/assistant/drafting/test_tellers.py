"""Who told a figure, or which report did: named for each that is cited, and who is quoted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indexing.records import Article
from tests.assistant.asking import answer_over
from tests.assistant.samples import article


def titled(title: str, text: str, doc: str, published: date | None) -> Article:
    return replace(article(text, doc, published), title=title)


SILENT = titled(
    "Vinh Phuc closes its year",
    "At the end of 2022 health insurance coverage in Vinh Phuc was 93.7 per cent.",
    "silent", date(2023, 1, 12),
)  # fmt: skip
NAMED = titled(
    "Phu Tho and its debtors",
    "At the end of May 2022 late payment in Phu Tho came to VND182.4 billion, Director Ha Van Binh "
    "said. At the end of May 2022 unemployment insurance in Phu Tho had 98,000 participants.",
    "named", date(2022, 6, 9),
)  # fmt: skip
LED = titled(
    "96.1 per cent of Yen Bai insured",
    "Dinh Thi Lan, director of the Yen Bai agency, told reporters. At the end of 2022 health "
    "insurance coverage in Yen Bai was 96.1 per cent.",
    "led", None,
)  # fmt: skip
HE = titled(
    "Son La looks back",
    "The agency of Son La is led by Ly Van Minh. At the end of 2022 health insurance coverage in "
    "Son La was 94.2 per cent, he said.",
    "he", date(2023, 2, 1),
)  # fmt: skip
OTHERS = titled(
    "Lai Chau looks back",
    "The fund had told nobody of this. At the end of 2022 health insurance coverage in Lai Chau "
    "was 95.5 per cent.",
    "others", date(2023, 2, 3),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("HI coverage of Vinh Phuc in 2022, and who said so?", ()),
        ("HI coverage of Vinh Phuc in 2022, who reported it?", ()),
        ("Who said so?", ("HI coverage of Vinh Phuc in 2022?",)),
        ("And which agency gave that figure?", ("HI coverage of Vinh Phuc in 2022?",)),
    ],
)
def test_the_report_is_named_where_nobody_is(question: str, history: tuple[str, ...]) -> None:
    answer = answer_over(question, SILENT, history=history)
    assert [str(figure.value) for figure in answer.figures] == ["93.7"]
    told = "This is told by a report of 12 January 2023, “Vinh Phuc closes its year” [1]."
    assert answer.answer.endswith(told)
    assert "name nobody who said it" in (answer.reason or "")


@pytest.mark.parametrize(
    "question",
    [
        "HI coverage of Vinh Phuc in 2022, and what is the source?",
        "HI coverage of Vinh Phuc in 2022, where does that come from?",
        "HI coverage of Vinh Phuc in 2022, and according to which report?",
    ],
)
def test_who_asks_for_the_report_is_told_no_more(question: str) -> None:
    answer = answer_over(question, SILENT)
    assert "This is told by a report of 12 January 2023" in answer.answer
    assert answer.reason is None


@pytest.mark.parametrize(
    ("question", "history"),
    [
        ("Tỷ lệ bao phủ BHYT Vĩnh Phúc năm 2022 là bao nhiêu, theo nguồn nào?", ()),
        ("Tỷ lệ bao phủ BHYT Vĩnh Phúc năm 2022 và báo cáo nào nói vậy?", ()),
        ("Theo nguồn nào?", ("Tỷ lệ bao phủ BHYT Vĩnh Phúc năm 2022?",)),
    ],
)
def test_the_report_is_named_in_vietnamese(question: str, history: tuple[str, ...]) -> None:
    answer = answer_over(question, SILENT, history=history)
    assert "do báo cáo ngày 12/1/2023, “Vinh Phuc closes its year” nêu [1]" in answer.answer


@pytest.mark.parametrize(
    ("question", "source", "quote"),
    [
        ("How much late payment had Phu Tho in May 2022, and who said so?", NAMED,
         "“At the end of May 2022 late payment in Phu Tho came to VND182.4 billion, Director Ha"),
        ("HI coverage in Yen Bai in 2022, and who reported it?", LED,
         "“Dinh Thi Lan, director of the Yen Bai agency, told reporters. At the end of 2022"),
        ("HI coverage in Son La in 2022, and who said that?", HE,
         "“The agency of Son La is led by Ly Van Minh. At the end of 2022"),
    ],
)  # fmt: skip
def test_a_speaker_is_quoted_with_the_figure(question: str, source: Article, quote: str) -> None:
    answer = answer_over(question, source)
    assert quote in answer.answer
    assert answer.reason is None


def test_who_told_something_else_is_no_speaker() -> None:
    answer = answer_over("HI coverage in Lai Chau in 2022, and who said so?", OTHERS)
    assert "told nobody" not in answer.answer
    assert "This is told by a report of 3 February 2023" in answer.answer


def test_each_report_behind_a_list_is_named_and_a_title_with_a_figure_is_not() -> None:
    question = "List the provinces with HI coverage over 93 per cent, and which report says so?"
    told = answer_over(question, SILENT, LED, OTHERS).answer.partition("These figures are told by:")
    assert "Vinh Phuc: 93.7" in told[0]
    assert "- A report of 12 January 2023, “Vinh Phuc closes its year” [3]" in told[2]
    assert "- A report of 3 February 2023, “Lai Chau looks back” [2]" in told[2]
    assert "96.1 per cent of Yen Bai insured" not in told[2]


def test_nothing_is_told_of_an_answer_that_is_not_held() -> None:
    answer = answer_over("HI coverage in Bac Kan in 2022, and who said so?", SILENT)
    assert answer.status == "not_found"
