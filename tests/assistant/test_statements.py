"""Statements as people write them, over the shipped reports: their verdicts in `statements.txt`."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from assistant import Assistant

_FIGURES = 50
_SECONDS = 0.15
_LETTERS = {"verified": "V", "derived": "D", "contradicted": "C", "unsupported": "U"}
_LINES = (Path(__file__).parent / "statements.txt").read_text(encoding="utf-8").splitlines()
STATEMENTS = [line.split(" | ", 1) for line in _LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("expected", "text"), STATEMENTS, ids=[text for _, text in STATEMENTS])
def test_each_figure_has_the_verdict_that_was_written_down_for_it(
    assistant: Assistant, expected: str, text: str
) -> None:
    figures = assistant.check(text.replace("\\n", "\n")).figures
    found = [_LETTERS[figure.verdict] for figure in figures]
    assert len(found) == len(expected)
    assert [
        "X" if letter == "X" and verdict in "CU" else verdict
        for letter, verdict in zip(expected, found, strict=True)
    ] == list(expected)


def test_a_page_of_fifty_figures_is_checked_at_once(assistant: Assistant) -> None:
    """Counted in time of the processor, as other work on the machine takes none of that."""
    page, figures = "", 0
    for expected, text in STATEMENTS:
        if figures < _FIGURES and "\\n" not in text:
            page, figures = f"{page}{text}\n", figures + len(expected)
    assert len(assistant.check(page).figures) >= _FIGURES
    taken = []
    for _ in range(5):
        began = time.process_time()
        assistant.check(page)
        taken.append(time.process_time() - began)
    assert min(taken) < _SECONDS
