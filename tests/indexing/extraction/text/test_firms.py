"""Firms that bear a province's name, in reports about another province.

Each case: a paragraph of a report about Ho Chi Minh City, and the place of each of its sums.
"""

from __future__ import annotations

import pytest

from indexing.articles import parse_article
from indexing.extraction import extract

HOME = "Ho Chi Minh City"
CASES = {
    "months of debt are a firm's": (
        "Hoa Binh, which has been in debt for 10 months, owes VND38.4 billion.",
        [HOME],
    ),
    "so are debts listed beside those of names that are no places": (
        "Among the firms, Hoa Binh owes VND38 billion, Lien Phuong VND15.8 billion and Vinh Thong "
        "VND15.7 billion.",
        [HOME, HOME, HOME],
    ),
    "a name once a firm's stays so": (
        "Late payers are Hoa Binh (VND38 billion) and Nam Viet (VND15 billion). Hoa Binh still "
        "owes VND30 billion to the fund for health insurance.",
        [HOME, HOME, HOME],
    ),
    "what stands in a province is no firm": (
        "In Hoa Binh late payments came to VND38 billion.",
        ["Hoa Binh"],
    ),
    "nor are provinces beside one another": (
        "Arrears were highest in Hanoi with VND1,200 billion; Binh Duong owed VND400 billion.",
        ["Hanoi", "Binh Duong"],
    ),
    "nor is a province called so": (
        "Hoa Binh province owes VND38 billion, Nam Viet VND15 billion.",
        ["Hoa Binh", "Hoa Binh"],
    ),
}


@pytest.mark.parametrize(("body", "places"), CASES.values(), ids=CASES)
def test_a_debtor_named_like_a_province_is_no_place(body: str, places: list[str]) -> None:
    text = f"---\ntitle: Debts in Ho Chi Minh City\npublished: 2025-12-01\n---\n\n{body}\n"
    facts = extract(parse_article("a", text, "a.md"))
    assert [fact.place for fact in facts if fact.unit == "VND"] == places
