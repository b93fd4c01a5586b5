"""Which numbers of a report are figures of the table, and which only look like some."""

from __future__ import annotations

from datetime import date

import pytest

from indexing.extraction import extract_text

PUBLISHED = date(2024, 7, 10)
HOME = "Nghe An"

_DEBTS = {
    "behind a name, in brackets": (
        "Debtors are Lam Hong Shoes (9 months, 212 workers, VND3.1 billion) and Vinh Steel "
        "(26 months, 87 workers, VND2.4 billion).",
        [
            "9 months",
            "212 workers",
            "VND3.1 billion",
            "26 months",
            "87 workers",
            "VND2.4 billion",
        ],
    ),
    "gone by": (
        "Lam Hong Shoes has let 31 months go by, and its debt amounts to VND3.1 billion.",
        ["31 months", "VND3.1 billion"],
    ),
    "at the end": (
        "Lam Hong Shoes owes VND3.1 billion, nothing having been transferred for 8 months.",
        ["VND3.1 billion", "8 months"],
    ),
    "a class of debts": (
        "Debts of 3 months or more came to VND48 billion, those of 6 to 12 months to VND9 billion.",
        ["VND48 billion", "VND9 billion"],
    ),
    "from so many on": (
        "Late payment from 3 months upwards stands at VND48 billion.",
        ["VND48 billion"],
    ),
    "a span in which debts were paid": (
        "Over 9 months VND12 billion of debts were recovered.",
        ["VND12 billion"],
    ),
    "no debt in the sentence": ("A card for 12 months costs VND972,000.", ["VND972,000"]),
}
_SMALL_NUMBERS = {
    "where something is": ("Trucks toured the market and six districts.", []),
    "so many areas": ("In this year twelve communes lost their free cards.", ["twelve communes"]),
    "some of the whole before": (
        "Of the 21 districts and towns, nine reached their targets for voluntary social insurance.",
        ["21 districts", "nine"],
    ),
    "of which": (
        "There are 41 contracted hospitals, of which nine are private.",
        ["41 contracted hospitals", "nine"],
    ),
    "of these": (
        "Con Cuong has 13 communes and, of these, seven reach full health insurance coverage.",
        ["13 communes", "seven"],
    ),
    "two that are known": ("The two schemes help each other.", []),
    "nobody counted": ("Many leave the voluntary scheme after one or two payments.", []),
    "nobody counted, in Vietnamese": ("Nhiều người dừng đóng sau một hoặc hai lần.", []),
    "a clock time": ("The collectors are out before five in the morning.", []),
    "quarters of the year": (
        "In three quarters, revenue came to VND1,574 billion.",
        ["VND1,574 billion"],
    ),
    "quarters of the people": (
        "Nearly three quarters of the applicants for unemployment benefit are women.",
        ["Nearly three quarters"],
    ),
}
_MARKS = {
    "with a slash": ("1/ Pensions are brought home.\n2/ No queue.\n10/ For the poor.", []),
    "with a bracket": ("1) Pensions are brought home.\n2) No queue.", []),
    "a fraction": ("2/3 of the members are women.", ["2/3"]),
}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(*case, id=f"{kind}: {title}")
        for kind, told in (
            ("months of delay", _DEBTS),
            ("small numbers in words", _SMALL_NUMBERS),
            ("marks of a list", _MARKS),
        )
        for title, case in told.items()
    ],
)
def test_numbers_that_are_figures(text: str, figures: list[str]) -> None:
    facts = extract_text(text, PUBLISHED, HOME)
    assert [text[fact.start : fact.end] for fact in facts] == figures
