"""The tab to ask: which questions go along, what is refused, what can be clicked and copied."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant
from assistant.chat.asking import Conversation, answer_turn
from assistant.chat.parts import load_words
from assistant.records import Answer
from assistant.rendering.pieces import printable
from assistant.settings import load
from tests.assistant.chat.reader import Reader
from tests.assistant.fakes import ANSWERS, CLARIFY, FakeAssistant


def test_earlier_questions_go_along_with_the_next() -> None:
    assistant = FakeAssistant()
    held = Conversation()
    for question in ("coverage", "future", "where"):
        held = answer_turn(assistant, load(), question, held).held
    assert assistant.asked[-1] == ("where", ("coverage", "future"))
    shown = re.findall(r'"vss-question">(\w+)', held.newest + held.earlier)
    assert shown == ["where", "future", "coverage"], "newest first"


def test_no_more_questions_go_along_than_are_taken() -> None:
    assistant = FakeAssistant()
    asked = tuple(f"question {number}" for number in range(40))
    answer_turn(assistant, load(), "coverage", Conversation(questions=asked))
    assert assistant.asked == [("coverage", asked[-20:])]


def test_a_question_that_is_not_taken_says_why_and_stays_in_the_box() -> None:
    assistant = FakeAssistant()
    shown = answer_turn(assistant, load(), "x" * 2001, Conversation())
    assert (shown.entry, shown.held.questions, assistant.asked) == ("x" * 2001, (), [])
    assert "at most 2000 characters, came 2001" in Reader(shown.held.newest).text


def test_a_text_pasted_whole_is_not_told_again() -> None:
    shown = Reader(answer_turn(FakeAssistant(), load(), "x" * 2001, Conversation()).held.newest)
    assert len(shown.text) < 400
    assert "…Expected at most" in shown.text, "without the name that programs send it under"


def test_choices_can_be_clicked() -> None:
    assert answer_turn(FakeAssistant(), load(), "where", Conversation()).choices == CLARIFY.choices


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_what_is_copied_holds_the_answer_and_each_of_its_sources(answer: Answer) -> None:
    asked = next(name for name, given in ANSWERS.items() if given is answer)
    plain = answer_turn(FakeAssistant(), load(), asked, Conversation()).plain
    if not answer.citations:
        assert plain == ""
        return
    said = [asked, answer.answer, *answer.warnings]
    for source in answer.citations:
        said += [f"[{source.mark}]", source.title, source.quote, source.url or source.doc]
        said += [source.published.isoformat()] if source.published else []
    for text in said:
        assert printable(text) in plain


@pytest.mark.parametrize("question", load_words()["example_questions"])
def test_each_example_of_the_page_is_answered_from_the_reports_that_ship(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert answer.citations
