"""Statements as people write them, over the shipped reports: their verdicts in `statements.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant

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
