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
