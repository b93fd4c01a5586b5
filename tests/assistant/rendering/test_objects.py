"""The JSON contract, and text cut at figures, quotes and marks."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.records import Answer
from assistant.rendering.objects import answer_object, report_object
from assistant.rendering.pieces import (
    Piece,
    figure_pieces,
    mark_pieces,
    pieces,
    printable,
    quote_pieces,
)
from assistant.rendering.terminal import answer_text, report_text
from indexing.records import Span
from indexing.rendering.jsontext import dumps
from tests.assistant.fakes import (
    ANSWERED,
    ANSWERS,
    ATTACK,
    CLARIFY,
    MONEY,
    NOT_FOUND,
    TABLED,
    VIETNAMESE,
    FakeAssistant,
    citation,
)

ANSWER_KEYS = [
    "id",
    "question",
    "understood",
    "status",
    "choices",
    "answer",
    "figures",
    "citations",
    "table",
    "reason",
    "warnings",
    "mode",
    "language",
    "index",
    "prompt",
    "elapsed_ms",
]
FIGURE_KEYS = [
    "text",
    "start",
    "end",
    "value",
    "unit",
    "bound",
    "metric",
    "aspect",
    "place",
    "group",
    "period",
    "vs",
    "verdict",
    "citations",
    "operands",
    "note",
]
CITATION_KEYS = ["mark", "doc", "title", "published", "url", "start", "end", "quote", "highlights"]


FROM_ONE = replace(ANSWERED, citations=(citation(1), citation(2)))


def written(fields: dict[str, object]) -> Any:
    """`fields` as a reader of the JSON gets them."""
    return json.loads(dumps(fields))


def test_an_answer_has_exactly_the_keys_of_the_contract() -> None:
    shown = written(answer_object(TABLED))
    assert list(shown) == ANSWER_KEYS
    assert [list(entry) for entry in shown["figures"]] == [FIGURE_KEYS] * 2
    assert [list(entry) for entry in shown["citations"]] == [CITATION_KEYS] * 2
    assert list(shown["table"]) == ["columns", "rows", "citations"]


def test_only_a_contradicted_figure_carries_what_is_reported() -> None:
    report = FakeAssistant().check("93 per cent, or 95 per cent, or 12 per cent")
    figures = written(report_object(report))["figures"]
    assert ["reported" in entry for entry in figures] == [False, True, False]
    assert list(figures[1]["reported"]) == ["value", "unit", "bound", "citations"]


def test_values_are_plain_numbers_without_quotes_or_exponent() -> None:
    assert re.search(r'"value": ?3990000000000[,}]', dumps(answer_object(MONEY)))


def test_dates_are_iso_days_or_null() -> None:
    days = [entry["published"] for entry in written(answer_object(TABLED))["citations"]]
    assert days == ["2024-03-07", None]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([], [("abcdef", None)], id="no spans"),
        pytest.param([(0, 6)], [("abcdef", 0)], id="the whole text"),
        pytest.param([(2, 4)], [("ab", None), ("cd", 0), ("ef", None)], id="in the middle"),
        pytest.param([(4, 6), (0, 2)], [("ab", 1), ("cd", None), ("ef", 0)], id="out of order"),
        pytest.param([(0, 3), (2, 5)], [("abc", 0), ("def", None)], id="overlap: the first stays"),
        pytest.param([(4, 9), (-1, 2)], [("abcdef", None)], id="outside the text"),
        pytest.param([(3, 3), (5, 2)], [("abcdef", None)], id="empty or turned round"),
    ],
)
def test_a_text_is_cut_at_its_spans(
    spans: list[tuple[int, int]], expected: list[tuple[str, int | None]]
) -> None:
    cut = pieces("abcdef", [Span(*span) for span in spans])
    assert cut == [Piece(*piece) for piece in expected]


@given(
    text=st.text(max_size=30),
    spans=st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=6),
)
@settings(max_examples=100, deadline=None)
def test_pieces_joined_give_the_text_again(text: str, spans: list[tuple[int, int]]) -> None:
    assert "".join(piece.text for piece in pieces(text, [Span(*span) for span in spans])) == text


def test_figures_are_cut_where_they_stand_in_the_answer() -> None:
    marked = [
        piece.text
        for piece in figure_pieces(TABLED.answer, TABLED.figures)
        if piece.item is not None
    ]
    assert marked == ["93 per cent", "97.5 per cent"]


def test_highlights_of_a_quote_count_in_the_article() -> None:
    cut = quote_pieces(citation(1, "93 per cent", "over 1.2 million people"))
    assert {piece.text for piece in cut if piece.item is not None} == {
        "93 per cent",
        "over 1.2 million people",
    }


def test_only_marks_with_a_source_are_marks() -> None:
    cut = mark_pieces("a [2] b [9] c [0]", TABLED.citations)
    assert [piece.item for piece in cut if piece.item is not None] == [2]


@given(st.text(alphabet=st.characters(), max_size=50))
@settings(max_examples=100, deadline=None)
def test_printable_text_keeps_its_length_and_has_no_controls(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not {"\x1b", "\x07", "\u202e", "\r", "\x9b"} & set(shown)
    assert shown.encode("utf-8").decode("utf-8") == shown


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_the_terminal_shows_all_that_an_answer_says(answer: Answer) -> None:
    shown = answer_text(answer).plain
    said = [answer.answer, answer.understood, answer.reason or "", *answer.choices]
    said += [*answer.warnings, *(source.quote for source in answer.citations)]
    for text in said:
        assert printable(text) in shown


def test_figures_are_emphasised_at_a_terminal() -> None:
    text = answer_text(ANSWERED)
    bold = [text.plain[span.start : span.end] for span in text.spans if span.style == "bold"]
    assert bold == ["93 per cent", "93 per cent"], "in the answer and in the quote"


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        pytest.param(ANSWERED, "I understood: HI coverage", id="English answer"),
        pytest.param(VIETNAMESE, "Tôi hiểu là: Tỷ lệ", id="Vietnamese answer"),
        pytest.param(VIETNAMESE, "Lưu ý: Số liệu", id="Vietnamese warning"),
        pytest.param(NOT_FOUND, "Not in the reports", id="not found"),
        pytest.param(CLARIFY, "Which one do you mean?", id="clarify"),
        pytest.param(FROM_ONE, "[2] The same report:", id="two sentences of one report"),
        pytest.param(replace(FROM_ONE, language="vi"), "[2] Cùng báo cáo:", id="in Vietnamese"),
        pytest.param(TABLED, "(date not given)", id="undated source"),
    ],
)
def test_labels_are_in_the_language_of_the_answer(answer: Answer, label: str) -> None:
    assert label in answer_text(answer).plain


def test_a_report_is_named_once_above_its_sentences() -> None:
    assert answer_text(FROM_ONE).plain.count(citation(1).title) == 1
    apart = replace(FROM_ONE, citations=(citation(1), citation(2, doc="b"), citation(3)))
    assert answer_text(apart).plain.count(citation(1).title) == 3


def test_each_figure_is_told_once_though_programs_get_a_table() -> None:
    assert answer_text(TABLED).plain.count("97.5 per cent") == 1
    assert written(answer_object(TABLED))["table"]["rows"]


@pytest.mark.parametrize(
    ("reason", "asked_again"),
    [("Which figure do you mean?", False), ("You could ask:", False), ("No place.", True)],
)
def test_who_is_asked_already_is_not_asked_again(reason: str, asked_again: bool) -> None:
    shown = answer_text(replace(CLARIFY, reason=reason)).plain
    assert ("Which one do you mean?" in shown) is asked_again


def test_a_greeting_is_not_told_to_choose() -> None:
    greeted = replace(CLARIFY, reason="Glad to help. What would you like to know?", choices=())
    assert "Please choose" not in answer_text(greeted).plain


def test_no_escape_sequence_reaches_the_terminal() -> None:
    assert "\x1b" not in answer_text(ATTACK).plain
    assert "\u202e" not in answer_text(replace(ATTACK, language="vi")).plain


def test_a_checked_text_shows_each_verdict_and_the_reported_value() -> None:
    text = "93 per cent, or 95 per cent, or 12 per cent."
    shown = report_text(text, FakeAssistant().check(text), "en").plain
    assert "93 per cent: verified [1]" in shown
    assert "95 per cent: contradicted by a report; reported 93 per cent [1]" in shown
    assert "12 per cent: not in the reports (no period)" in shown


def test_a_text_without_figures_says_so() -> None:
    assert "no figure" in report_text("Hello.", FakeAssistant().check("Hello."), "en").plain
