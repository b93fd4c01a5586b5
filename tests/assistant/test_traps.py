"""Questions of one word too many, and questions in the short words of officials."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from assistant import Assistant

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    """The lines of a file of questions, without what is said about them."""
    told = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in told if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("question", lines("traps.txt"))
def test_a_figure_of_all_is_none_of_what_one_word_narrows_it_to(
    assistant: Assistant, question: str
) -> None:
    assert assistant.answer(question).status != "answered"


@pytest.mark.parametrize("line", lines("officials.txt"))
def test_short_words_of_officials_are_understood(assistant: Assistant, line: str) -> None:
    value, question = (part.strip() for part in line.split("|"))
    answer = assistant.answer(question)
    if value:
        assert Decimal(value) in [figure.value for figure in answer.figures]
    else:
        assert answer.status != "answered"
