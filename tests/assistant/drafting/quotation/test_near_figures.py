"""What is told as near where the table does not answer a question for a figure."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

CARDS = article(
    "A check of the lists in Lai Chau turned up 8,150 health insurance cards made out to someone "
    "who already had one. Health insurance coverage in Lai Chau was 95.2 per cent at the end of "
    "2019. Social insurance there had 31,400 participants, 4,900 of them by their own choice.",
    doc="cards",
    published=date(2020, 1, 21),
)
OWED = article(
    "Between them 212 firms in Vinh Phuc owed VND64 billion at the end of June 2022. Nam Viet "
    "Garments, the oldest of them, has not paid for 17 months.",
    doc="owed",
    published=date(2022, 7, 8),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "How many double health insurance cards did the check of lists in Lai Chau show?",
            "8,150",
        ),
        ("Lai Châu phát hiện bao nhiêu thẻ BHYT bị trùng?", "8,150"),
        ("How many compulsory social insurance members does Lai Chau have?", "31,400"),
    ],
)
def test_the_sentence_that_may_tell_it_is_quoted_and_not_claimed(question: str, told: str) -> None:
    answer = answer_over(question, CARDS)
    assert (answer.status, answer.figures) == ("not_found", ())
    assert told in (answer.reason or "")
    assert [citation.doc for citation in answer.citations] == ["cards"]


@pytest.mark.parametrize(
    "question",
    [
        "How many unemployment insurance participants does Lai Chau have?",  # another insurance
        "How many pensioners live in Lai Chau?",
        "How many double cards turned up in Lai Chau in 2017?",  # another time
        "How many double cards turned up in Son La?",  # another place
        "How many compulsory social insurance members does Lai Chau aim at?",  # no target
        "Which commune of Lai Chau has the highest health insurance coverage?",  # no order
    ],
)
def test_what_is_known_to_be_something_else_is_near_to_nothing(question: str) -> None:
    answer = answer_over(question, CARDS)
    assert answer.status == "not_found"
    assert not answer.citations


def test_of_a_firm_that_no_report_names_nothing_is_near() -> None:
    answer = answer_over("How many months has Bac Son Ceramics been behind with payments?", OWED)
    assert answer.status == "not_found"
    assert not answer.citations


def test_a_figure_that_the_reason_tells_is_not_told_again() -> None:
    answer = answer_over("What was health insurance coverage in Lai Chau in 2023?", CARDS)
    assert answer.status == "not_found"
    assert (answer.reason or "").count("95.2") == 1


def test_nor_is_the_countrys_figure_near_a_place_that_no_report_tells_of() -> None:
    country = article(
        "Health insurance coverage in Viet Nam was 92.1 per cent at the end of 2022.",
        doc="country",
        published=date(2023, 1, 12),
    )
    answer = answer_over("What was health insurance coverage in Phu Tan?", country)
    assert answer.status == "not_found"
    assert not answer.citations


AUTUMN = article(
    "At the close of September 2022, 30,415 wage earners in Kon Tum were covered against losing "
    "their work, of whom a few drew help. In Sa Thay district, Kon Tum 2,310 people were savers by "
    "then, and 145 in Ia H'Drai.\n\n"
    "The State pays for 61,000 cards. Compulsory social insurance in Kon Tum had 35,900 "
    "participants at the end of September 2022. Inspectors called on 48 firms of Kon Tum in the "
    "first nine months of 2022. Song Bla Timber of Kon Tum owes VND3.2 billion.",
    doc="autumn",
    published=date(2022, 10, 9),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "How many unemployment insurance participants were there in Kon Tum at the end of "
            "September 2022?",
            "30,415",
        ),
        (
            "Số người tham gia BHXH tự nguyện của huyện Ia H'Drai, Kon Tum đến cuối tháng 9/2022 "
            "là bao nhiêu?",
            "145",
        ),
        (  # spelt in one word, and told in two
            "How many voluntary social insurance participants did Sathay district, Kon Tum have "
            "at the end of September 2022?",
            "2,310",
        ),
    ],
)
def test_of_several_sentences_the_one_is_told_that_most_speaks_for(
    question: str, told: str
) -> None:
    answer = answer_over(question, AUTUMN)
    assert (answer.status, answer.figures) == ("not_found", ())
    assert told in (answer.reason or "")
    assert len(answer.citations) == 1


@pytest.mark.parametrize(
    "question",
    [
        # of one firm
        "What did late payments come to in Kon Tum at the end of September 2022?",
        # firms are no books
        "How many social insurance books were issued in Kon Tum in the first nine months of 2022?",
        # another time
        "How many unemployment insurance participants were there in Kon Tum at the end of 2019?",
    ],
)
def test_what_tells_something_else_is_not_told(question: str) -> None:
    answer = answer_over(question, AUTUMN)
    assert answer.status == "not_found"
    assert "“" not in (answer.reason or "")


def test_the_asked_figure_of_almost_that_day_is_nearer_than_any_sentence() -> None:
    summer = article(
        "Health insurance in Kon Tum had 542,100 participants on June 30, 2022. At the moment "
        "health insurance cards are held by 547,000 in Kon Tum.",
        doc="summer",
        published=date(2022, 7, 21),
    )
    answer = answer_over(
        "How many health insurance participants were there in Kon Tum as of 12 July 2022?", summer
    )
    assert "542,100" in (answer.reason or "")
    assert "“" not in (answer.reason or "")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "How many unemployment insurance participants were there in Kon Tum at the end of "
            "September 2022?",
            "What they say near it: A report of 9 October 2022",
        ),
        (
            "Số người tham gia BHTN của Kon Tum đến cuối tháng 9/2022 là bao nhiêu?",
            "Nội dung gần với câu hỏi: Báo cáo ngày 9/10/2022",
        ),
    ],
)
def test_it_is_set_apart_in_the_language_of_the_question(question: str, lead: str) -> None:
    assert lead in (answer_over(question, AUTUMN).reason or "")


def test_neither_a_districts_figure_nor_that_of_the_other_scheme_is_near() -> None:
    apart = article(
        "In Sa Thay district, Kon Tum 2,310 people were savers at the end of September 2022. "
        "Compulsory social insurance in Kon Tum then had 35,900 participants.",
        doc="apart",
        published=date(2022, 10, 9),
    )
    answer = answer_over(
        "How many voluntary social insurance participants did Kon Tum have at the end of "
        "September 2022?",
        apart,
    )
    assert answer.status == "not_found"
    assert not answer.citations
