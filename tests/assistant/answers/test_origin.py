"""Where a figure stands that somebody has in hand: "where does 99.2 per cent come from?"."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.proving import prove

HUE = "thua-thien-hue-2022-07-10"


@pytest.mark.parametrize(
    ("question", "doc", "said"),
    [
        ("Which report says 1,144,762?", HUE, "1,144,762 members"),
        ("Where does 1,144,762 come from?", HUE, "1,144,762 members"),
        ("What is the source of 99.2 per cent in Hue?", HUE, "99.2 per cent of inhabitants"),
        ("who said 1,144,762", HUE, "1,144,762 members"),
        ("1,144,762?", HUE, "1,144,762 members"),
        ("is 1,144,762 right?", HUE, "1,144,762 members"),
        ("what does 280,847 refer to", HUE, "280,847 had signed up"),
        ("where did you get the figure of 86.8 million people?", "viet-nam-2022-07-09",
         "More than 86.8 million people"),
        ("Con số 1.144.762 lấy từ đâu?", HUE, "1,144,762 members"),
        ("Báo cáo nào ghi 99,2%?", HUE, "99.2 per cent of inhabitants"),
        # Beside its metric only where it is asked where the figure stands.
        ("Where does the 99.2% HI coverage come from?", HUE, "99.2 per cent of inhabitants"),
    ],
)  # fmt: skip
def test_the_sentences_that_print_a_figure_are_quoted(
    assistant: Assistant, question: str, doc: str, said: str
) -> None:
    told = assistant.answer(question)
    assert told.status == "answered"
    assert said in told.answer
    assert {citation.doc for citation in told.citations} == {doc}
    prove(told, assistant)


@pytest.mark.parametrize(
    "question",
    [
        "Where does 99.31 per cent come from?",
        "Which report says 1,144,763?",
        "Where does the figure of 99.2 million people come from?",
        "Where does 99.2% in Hanoi come from?",
        "Which report says 99.2% in 2019?",
    ],
)
def test_no_other_figure_is_told_for_it(assistant: Assistant, question: str) -> None:
    told = assistant.answer(question)
    assert (told.status, told.answer) == ("not_found", "")
    assert "No report held prints" in (told.reason or "")


@pytest.mark.parametrize(
    ("question", "tells", "is_named"),
    [
        ("Who announced 88.99 per cent for health insurance?", "Dao Viet Anh", True),
        ("Who said that 83 per cent of Hanoi was insured?", "the city's social insurance", True),
        ("Who reported that Binh Phuoc had 15,512 voluntary members?", "7 March 2024", False),
        ("Which official gave the figure of 15,512?", "7 March 2024", False),
        ("Ai công bố tỷ lệ bao phủ BHYT của Hà Nội là 94,33%?", "không ghi ngày", False),
    ],
)
def test_who_told_it_is_named_or_else_its_report(
    assistant: Assistant, question: str, tells: str, is_named: bool
) -> None:
    told = assistant.answer(question)
    assert told.status == "answered"
    assert tells in told.answer
    assert (told.reason is None) == is_named
    prove(told, assistant)


def test_a_sentence_that_cannot_stand_alone_is_told_in_other_words(assistant: Assistant) -> None:
    told = assistant.answer("Where is 94.33% from?")
    assert told.answer == (
        "Health insurance coverage in Hanoi was 94.33 per cent at the end of June 2024 [1]."
    )


@pytest.mark.parametrize(
    "question", ["Who said that Hue collected 1,144,763 dong?", "Ai nói Huế đạt 41%?"]
)
def test_nobody_is_named_for_a_figure_that_none_told(assistant: Assistant, question: str) -> None:
    told = assistant.answer(question)
    assert (told.status, told.citations) == ("not_found", ())


def test_of_two_figures_each_is_looked_for(assistant: Assistant) -> None:
    told = assistant.answer("Where do 1,144,762 and 99.31 per cent come from?")
    assert "1,144,762 members" in told.answer
    assert told.reason == "No report held prints 99.31 per cent."


@pytest.mark.parametrize(
    "question",
    [
        "HI coverage in Hue is 99.2%, right?",
        "over 90 per cent?",
        "which provinces are above 99.2%?",
        "is it 99.2%?",
        "2022?",
        "top 5",
        "42",
    ],
)
def test_a_claim_a_limit_or_a_year_is_no_such_question(assistant: Assistant, question: str) -> None:
    assert "Where a figure stands" not in assistant.answer(question).understood
