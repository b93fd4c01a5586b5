"""Quantities of everyday news, far from social security: the reader is general."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from indexing.reading.quantity.quantities import find_quantities

GROUPS: dict[str, list[list[str]]] = {
    group: cases
    for name in ("news", "wire", "desk", "lab", "street")
    for group, cases in yaml.safe_load(
        (Path(__file__).parent / f"{name}.yaml").read_text("utf-8")
    ).items()
}
CASES = [
    pytest.param(text, figures, id=f"{group}: {text}")
    for group, cases in GROUPS.items()
    for text, *figures in cases
]


def _wanted(figure: str) -> tuple[Any, ...]:
    """A figure as the table writes it: printed, value, unit, unit_text, bound, direction."""
    printed, value, unit, unit_text, *rest = figure.split(" | ")
    bound, direction = [*rest, "exact", None][:2] if not rest else [*rest, None][:2]
    return printed, Decimal(value), unit, None if unit_text == "-" else unit_text, bound, direction


@pytest.mark.parametrize(("text", "figures"), CASES)
def test_news_is_read_as_a_careful_reader_reads_it(text: str, figures: list[str]) -> None:
    assert [
        (text[q.start : q.end], q.value, q.unit, q.unit_text, q.bound, q.direction)
        for q in find_quantities(text)
    ] == [_wanted(figure) for figure in figures]


@pytest.mark.parametrize("text", [text for cases in GROUPS.values() for text, *_ in cases])
def test_a_sentence_before_moves_the_figures_and_changes_nothing_else(text: str) -> None:
    before = "The meeting took place on a rainy day. "
    moved = [
        replace(q, start=q.start + len(before), end=q.end + len(before))
        for q in find_quantities(text)
    ]
    assert find_quantities(before + text) == moved
