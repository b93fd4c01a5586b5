"""Whole answers over the shipped reports: what staff read, and what must never come."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant, as_query_engine
from assistant.rendering.objects import answer_object
from tests.assistant.proving import prove

QUESTION = "what was Binh Phuoc's HI coverage in 2023"


def test_the_users_own_question(assistant: Assistant) -> None:
    answer = assistant.answer(QUESTION)
    assert answer.status == "answered"
    assert answer.understood == "HI coverage · Binh Phuoc · 2023"
    (figure,) = answer.figures
    assert (figure.text, figure.verdict) == ("over 93 per cent", "verified")
    (citation,) = answer.citations
    assert citation.doc == "binh-phuoc-2024-03-07"
    assert citation.quote.startswith("Over 93 per cent of inhabitants")
    prove(answer, assistant)


@pytest.mark.parametrize(
    "question",
    [
        "What is Binh Phuoc's HI coverage for 2023?",
        "hi coverage binh phuoc 2023",
        "health insurance coverage of Bình Phước province at the end of 2023",
        "How large a share of Binh Phuoc's population had health insurance in 2023?",
        "BHYT coverage in Binh Phuok in 2023",
        "tỷ lệ bao phủ BHYT của tỉnh Bình Phước năm 2023 là bao nhiêu?",
        "ty le bao phu bhyt binh phuoc nam 2023",
    ],
)
def test_other_wordings_give_the_same_figure(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert [(f.value, f.bound, f.place, f.period) for f in answer.figures] == [
        (93, "over", "Binh Phuoc", "@2023")
    ]
    prove(answer, assistant)


def test_the_year_of_the_report_is_not_the_year_of_its_figures(assistant: Assistant) -> None:
    """A report of March 2024 says "last year"; its figures are of 2023."""
    assert assistant.answer("premium collection of Binh Phuoc in 2023").figures[0].period == "2023"
    assert assistant.answer("premium collection of Binh Phuoc in 2024").status == "not_found"


def test_a_misprint_is_given_with_its_warning(assistant: Assistant) -> None:
    answer = assistant.answer(
        "How much did Binh Phuoc pay to people in social and unemployment insurance in 2023?"
    )
    assert answer.figures[0].value == 2_620_000_000_000
    assert any("US$106,000" in warning for warning in answer.warnings)


def test_a_wrong_premise_is_corrected(assistant: Assistant) -> None:
    answer = assistant.answer("Is it true that Binh Phuoc's HI coverage was 95% in 2023?")
    assert answer.answer.startswith("No, ")
    assert [figure.value for figure in answer.figures] == [93]


def test_a_follow_up_changes_one_slot(assistant: Assistant) -> None:
    first = "How many people were in compulsory social insurance in Binh Phuoc in 2023?"
    answer = assistant.answer("and voluntary?", [first])
    assert [figure.value for figure in answer.figures] == [15_512]


@pytest.mark.parametrize("turn", ["thanks", "ok", "cảm ơn bạn"])
def test_a_courtesy_is_answered_in_kind(turn: str, assistant: Assistant) -> None:
    answer = assistant.answer(turn, ("HI coverage in Hanoi",))
    assert answer.status == "clarify"
    assert "outside" not in (answer.reason or "")
    assert answer.choices == ()


def test_a_multiple_is_no_premise_and_no_figure_of_the_reports(assistant: Assistant) -> None:
    answer = assistant.answer("HI participants in Hanoi times two")
    assert answer.status == "not_found"
    assert answer.reason is not None
    assert "“times two”" in answer.reason
    assert "more than 8 million" in answer.reason


@pytest.mark.parametrize(
    ("question", "unit", "is_told"),
    [
        ("HI expenditure of Lam Dong in 2024 in dollars", "VND", True),
        ("premium collection of Binh Phuoc in 2023 in dollars", "USD", False),
        ("HI expenditure of Lam Dong in 2024", "VND", False),
        ("rank provinces by late payment in USD", "VND", True),
    ],
)
def test_dong_is_said_to_be_dong_where_dollars_were_asked_for(
    question: str, unit: str, is_told: bool, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert {figure.unit for figure in answer.figures} == {unit}
    assert any("nothing is converted" in warning for warning in answer.warnings) is is_told


def test_several_figures_stand_in_a_table_too(assistant: Assistant) -> None:
    answer = assistant.answer(
        "compulsory, voluntary and unemployment insurance participants in Binh Phuoc in 2023"
    )
    assert [figure.value for figure in answer.figures] == [149_961, 15_512, 141_683]
    assert answer.table is not None
    assert [row[-1] for row in answer.table.rows] == [figure.text for figure in answer.figures]


def test_words_are_quoted_with_their_date(assistant: Assistant) -> None:
    answer = assistant.answer("Who is the director of the Binh Phuoc social security office?")
    assert answer.mode == "passages"
    assert "Nguyen Van Tan" in answer.answer
    assert "7 March 2024" in answer.answer
    prove(answer, assistant)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tien Giang target for 2018", "82.5 per cent"),  # of what, only one report says
        ("How many people must Dong Nai still enrol?", "470,000"),
        ("How many people left compulsory insurance in Thai Nguyen in the first quarter of 2023?",
         "3,000 workers left"),
        ("What share of working-age people in Hai Duong has no SI?", "47%"),
        ("Which firm owes the most in Ho Chi Minh City?", "Hoa Binh Construction: VND56.7 billion"),
    ],
)  # fmt: skip
def test_what_no_metric_names_is_told_in_the_reports_words(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert told in answer.answer
    prove(answer, assistant)


def test_the_same_question_gives_the_same_answer(assistant: Assistant) -> None:
    one, two = (answer_object(assistant.answer(QUESTION)) for _ in range(2))
    for answer in (one, two):
        answer.pop("elapsed_ms")
    assert one == two


def test_last_year_counts_from_today(index: Path) -> None:
    from assistant.settings import load

    for today, period in ((date(2024, 5, 1), "@2023"), (date(2026, 5, 1), None)):
        opened = Assistant.open(load(data_dir=index), today=lambda today=today: today)
        figures = opened.answer("HI coverage in Binh Phuoc last year").figures
        opened.close()
        assert [figure.period for figure in figures] == ([period] if period else [])


@settings(max_examples=60, deadline=None)
@given(
    metric=st.sampled_from(["HI coverage", "voluntary SI participants", "premium collection",
                            "late payment", "BHXH", "coverage", "who is", "why did"]),
    place=st.sampled_from(["Binh Phuoc", "Hanoi", "Lang Son", "Hue", "Paris", "the country", ""]),
    when=st.sampled_from(["in 2023", "in 1999", "last year", "in the first half of 2022", ""]),
    how=st.sampled_from(["", "compare", "which province had the highest", "list", "target for"]),
)  # fmt: skip
def test_every_answer_can_be_proven(
    assistant: Assistant, metric: str, place: str, when: str, how: str
) -> None:
    prove(assistant.answer(f"{how} {metric} {place} {when}"), assistant)


def test_as_a_llama_index_query_engine(assistant: Assistant) -> None:
    response = as_query_engine(assistant).query(QUESTION)
    answer = assistant.answer(QUESTION)
    assert str(response) == answer.answer
    (source,) = response.source_nodes
    assert source.node.get_content() == answer.citations[0].quote
    assert json.loads(json.dumps(response.metadata["answer"]["status"])) == "answered"


def test_a_ward_is_named_in_vietnamese(assistant: Assistant) -> None:
    answer = assistant.answer("Chỉ tiêu BHXH tự nguyện phường Long Mỹ 2025 là bao nhiêu người")
    assert "phường Long My, Cần Thơ" in answer.answer


def test_a_quote_that_names_no_place_is_told_of_the_place_of_its_figures(
    assistant: Assistant,
) -> None:
    question = "How many people left compulsory insurance in Thai Nguyen in the first quarter?"
    answer = assistant.answer(f"{question[:-1]} of 2023?")
    assert answer.answer.startswith("A report of 7 April 2023 says of Thai Nguyen: “Enterprises")
