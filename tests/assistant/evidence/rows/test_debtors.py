"""What single debtors owe: by their names, in their order, and never for a whole place."""

from __future__ import annotations

import re

import pytest

from assistant.drafting.figures import figures_draft
from assistant.understanding.question import understand
from assistant.wording.phrases import load_phrases
from tests.assistant.samples import TODAY, article, sources_over

SOURCES = sources_over(
    article(
        "In Hue 40 firms owed 90 billion VND in social insurance at the end of June 2024.\n\n"
        "| Business | Social insurance debt (billion VND) |\n|---|---|\n"
        "| Song Xanh | 12.5 |\n| Gach Trang | 30.1 |\n| Nui Hong | 7.4 |\n",
        doc="hue-debts",
    )
)

ASKED = {
    "the largest": ("Which company owes the most in Hue?", ["30.1", "12.5", "7.4"]),
    "who": ("Who owes the most social insurance in Hue?", ["30.1", "12.5", "7.4"]),
    "some of them": ("Top 2 debtors in Hue", ["30.1", "12.5"]),
    "in Vietnamese": ("đơn vị nào nợ BHXH nhiều nhất ở Huế?", ["30,1", "12,5", "7,4"]),
    "one by its name": ("How much does Nui Hong owe?", ["7.4"]),
    "two and their difference": (
        "Does Gach Trang owe more than Song Xanh?",
        ["30.1", "12.5", "17.6"],
    ),
    "two of a list": ("debts of Song Xanh and Nui Hong in Hue", ["12.5", "7.4"]),
}
NOT = {
    "a firm that no report names": "How much does Bien Bac owe in Hue?",
    "a kind of firms": "Which construction company owes the most in Hue?",
    "how many, not how much": "How many debtors are there in Hue?",
}


def figures(question: str) -> list[str]:
    query = understand(question, (), TODAY)
    draft = figures_draft(query, SOURCES, load_phrases(query.language))
    claims = ((said.text, claim) for said in draft.sentences for claim in said.claims)
    return [text[claim.start : claim.end] for text, claim in claims]


@pytest.mark.parametrize(("question", "told"), ASKED.values(), ids=ASKED)
def test_debts_are_told_by_debtor(question: str, told: list[str]) -> None:
    assert [re.findall(r"\d[\d.,]*", figure) for figure in figures(question)] == [[t] for t in told]


@pytest.mark.parametrize("question", NOT.values(), ids=NOT)
def test_no_other_debt_is_told_instead(question: str) -> None:
    query = understand(question, (), TODAY)
    if query.metrics:
        assert figures(question) == []


@pytest.mark.parametrize(
    ("question", "choices"),
    [
        ("How much does Song owe in Hue?", ("Song Xanh",)),
        ("How much does Bien Bac owe in Hue?", ()),
        ("How much do construction firms owe in Hue?", ()),
    ],
)
def test_a_part_of_a_name_is_asked_back(question: str, choices: tuple[str, ...]) -> None:
    query = understand(question, (), TODAY)
    draft = figures_draft(query, SOURCES, load_phrases("en"))
    assert draft.choices == choices
    assert draft.status == ("clarify" if choices else "not_found")
