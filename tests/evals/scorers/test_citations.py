"""Statements of an answer, and the quotes that support them or do not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.records import Answer, Citation, Figure
from evals.records import Support
from evals.scorers.answers import score_answer
from evals.scorers.citations import holds, statements
from tests.evals.planting import (
    ARTICLE,
    NEIGHBOUR,
    SAMPLE,
    TABLE_DOC,
    TEXTS,
    WORDS,
    answer,
    citation,
    figure,
    reworded,
)

YEAR_BEFORE = ARTICLE.index("The year before"), len(ARTICLE)
BESIDE, BEFORE = citation(span=NEIGHBOUR, mark=2), citation(span=YEAR_BEFORE, mark=2)
WHOLE = citation(span=(0, len(ARTICLE)), mark=2)
TWO = WORDS.replace(" [1].", " [1], after 91 per cent the year before [2].")
NINETY_ONE = figure("91 per cent", TWO, value=Decimal(91), bound="exact", citations=(2,))
UP = WORDS.replace(" [1].", ", 2 points more than before [1][2].")
BOTH = WORDS.replace("[1]", "[1][2]")
QUOTE = "A report says: “An Province counted 1,204 people in the voluntary scheme.” [2]"


def told(words: str, *citations: Citation, figures: tuple[Figure, ...] = ()) -> Answer:
    """An answer in these words with these citations."""
    return replace(reworded(words, *figures), citations=citations)


def share(words: str, *citations: Citation) -> Answer:
    """The same with the figure of `WORDS`."""
    return told(words, *citations, figures=(figure(words=words),))


COMPUTED = (
    figure(words=UP),
    figure("2 points", UP, value=Decimal(2), verdict="derived", operands=(0, 2)),
    replace(NINETY_ONE, start=0, end=0),
)

CASES: dict[str, tuple[Answer, Support]] = {
    "the sentence itself": (answer(), Support(1, 1, 1, 1)),
    "no mark": (share(WORDS.replace(" [1]", "")), Support(1, 0, 0, 0)),
    "a mark of nothing": (share(WORDS), Support(1, 0, 1, 0)),
    "the sentence beside it": (share(BOTH.replace("[1]", ""), BESIDE), Support(1, 0, 1, 0)),
    "the right one and one beside it": (share(BOTH, citation(), BESIDE), Support(1, 1, 2, 1)),
    "two that each hold it": (share(BOTH, citation(), WHOLE), Support(1, 1, 2, 2)),
    "a quote that is not the article's": (
        share(WORDS, replace(citation(), quote=citation().quote.replace("Over", "Near"))),
        Support(1, 0, 1, 0),
    ),
    "two statements, each with its own": (
        told(TWO, citation(), BEFORE, figures=(figure(words=TWO), NINETY_ONE)),
        Support(2, 2, 2, 2),
    ),
    "two statements, their marks exchanged": (
        told(
            TWO,
            replace(citation(), mark=2),
            replace(BEFORE, mark=1),
            figures=(figure(words=TWO), NINETY_ONE),
        ),
        Support(2, 0, 2, 0),
    ),
    "computed from two": (
        told(
            UP,
            citation(),
            BEFORE,
            figures=COMPUTED,
        ),
        Support(1, 1, 2, 2),
    ),
    "computed from one that is not cited": (
        told(
            UP,
            citation(),
            BESIDE,
            figures=COMPUTED,
        ),
        Support(1, 0, 2, 0),
    ),
    "quoted words": (told(QUOTE, BESIDE), Support(1, 1, 1, 1)),
    "quoted words with one letter changed": (
        told(QUOTE.replace("people", "peoples"), BESIDE),
        Support(1, 0, 1, 0),
    ),
    "words that tell no figure": (told("It is held [1]."), Support(0, 0, 0, 0)),
    "nothing": (told(""), Support(0, 0, 0, 0)),
}
"""An answer; its statements, those supported, their marks, and those that are needed."""


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_a_statement_is_supported_by_its_own_quotes_or_not(
    given: Answer, expected: Support
) -> None:
    assert score_answer(SAMPLE, given, TEXTS.get).support == expected


def test_a_statement_ends_with_its_marks() -> None:
    given = told(TWO, figures=(figure(words=TWO), NINETY_ONE))
    assert [(len(s.figures), s.marks) for s in statements(given)] == [(1, (1,)), (1, (2,)), (0, ())]


ROW = citation(TABLE_DOC, (0, len(TEXTS[TABLE_DOC])))


@pytest.mark.parametrize(
    ("value", "held"),
    [("40.9", True), ("40_900_000_000", True), ("409_000_000", False), ("40_000_000_000", False)],
)
def test_a_row_leaves_its_scale_to_the_head_of_its_table(value: str, held: bool) -> None:
    assert holds(ROW, figure(value=Decimal(value), bound="exact")) is held


def test_a_sentence_leaves_no_scale_open() -> None:
    assert not holds(citation(), figure(value=Decimal(93_000)))
