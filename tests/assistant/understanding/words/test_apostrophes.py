"""Apostrophes that are left out in haste."""

from __future__ import annotations

import pytest

from assistant.understanding.words.apostrophes import with_apostrophes
from tests.assistant.asking import line


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("whats dong nais HI rate", "what's dong nai's HI rate"),
        ("it hasnt paid in, who isnt on time", "it hasn't paid in, who isn't on time"),
        ("Nghe Ans arrears", "Nghe An's arrears"),
        ("Hanoi's rate", "Hanoi's rate"),
        ("its rate is the tenths of a per cent", "its rate is the tenths of a per cent"),
        ("the Hanois of this world", "the Hanoi's of this world"),
        ("hues of red", "hues of red"),
        ("provinces and districts, means and plans", "provinces and districts, means and plans"),
    ],
)
def test_they_are_put_in(typed: str, meant: str) -> None:
    assert with_apostrophes(typed) == meant


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("whats hanois health ins coverage", "HI coverage · Hanoi · latest"),
        ("wheres binh phuocs HI coverage at", "HI coverage · Binh Phuoc · latest"),
        ("How many people are in ins against sickness in Hue?", "HI participants · Hue · latest"),
    ],
)
def test_such_questions_are_understood(question: str, understood: str) -> None:
    assert line(question) == understood
