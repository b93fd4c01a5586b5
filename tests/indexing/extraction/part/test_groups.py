"""Which part of the whole a figure is of: sentences, and the part of each figure, none for all."""

from __future__ import annotations

from datetime import date

import pytest

from indexing.extraction import extract_text

PARTS = {
    "all whom the scheme pays, by another name": (
        "In 2023 9,265 former employees received unemployment allowance.",
        [None],
    ),
    "a part of those": (
        "In 2023 1,265 farmers received unemployment allowance.",
        ["farmers"],
    ),
    "one kind of benefit": (
        "In 2023 sickness and maternity benefits of VND52 billion were paid.",
        ["sickness and maternity benefits"],
    ),
    "kinds of benefits and all the others": (
        "In 2023 pensions, maternity pay and the other social insurance benefits took VND520 "
        "billion.",
        [None],
    ),
    "what another insurance gives": (
        "In 2023 pensioners received VND305 billion; workers between jobs, VND41 billion.",
        ["pensioners", None],
    ),
}


@pytest.mark.parametrize(("sentence", "parts"), PARTS.values(), ids=PARTS)
def test_the_part_of_each_figure(sentence: str, parts: list[str | None]) -> None:
    facts = extract_text(sentence, date(2024, 7, 10), "Nghe An")
    assert [fact.group for fact in facts] == parts
