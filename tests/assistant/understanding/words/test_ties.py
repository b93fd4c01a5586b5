"""Verbs that tie people to an insurance narrow nothing, but those that make no members of them."""

from __future__ import annotations

import pytest

from tests.assistant.asking import line


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("How many people in Ca Mau were investing in the voluntary scheme in March 2022?",
         "Voluntary SI participants · Ca Mau · March 2022"),
        ("How many workers were anchored in unemployment insurance in Hue?",
         "UI participants · Hue · latest"),
        ("How many inhabitants of Hue are bound to compulsory social insurance?",
         "Compulsory SI participants · Hue · latest"),
        ("How many people in Hue had drifted into the voluntary scheme by June 2022?",
         "Voluntary SI participants · Hue · the end of June 2022"),
        ("How many people were laying money by in the voluntary scheme in Hue?",
         "Voluntary SI participants · Hue · latest"),
        # Whoever pays in for what is insured against pays into that insurance.
        ("How many people in Hue are paying in for a pension?", "SI participants · Hue · latest"),
        ("How many workers contribute towards their retirement in Hue?",
         "SI participants · Hue · latest"),
        ("How many workers in Hue pay in against unemployment?", "UI participants · Hue · latest"),
        # All that somebody has paid in, taken at once, is no pension.
        ("How many people in Hue drew their pension savings out in one go in 2022?",
         "SI beneficiaries · Hue · “drew their pension savings out” · 2022"),
    ],
)  # fmt: skip
def test_any_verb_ties_people_to_an_insurance(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "narrowing"),
    [
        ("How many people in Hue were disappointed in the voluntary scheme?", "“disappointed”"),
        ("How many people in Hue were working in the voluntary scheme?", "“working”"),
        ("How many people in Hue were interested in the voluntary scheme?", "“interested”"),
        ("How many people in Hue were expelled from the voluntary scheme?", "“expelled”"),
        ("How many people in Hue were cheated by the voluntary scheme?", "“cheated”"),
        ("How many people in Hue were unlisted in the voluntary scheme?", "“unlisted”"),
        ("How many people in Hue were tricked into the voluntary scheme?", "“tricked”"),
        ("How many people in Hue were lagging in the voluntary scheme?", "“lagging”"),
        ("How many people in Hue had returned to the voluntary scheme?", "“returned”"),
        # Nor do they hide who is counted,
        ("How many young people in Hue were anchored in the voluntary scheme?", "“young”"),
        ("How many nurses in Hue were anchored in the voluntary scheme?", "“nurses”"),
        # pensioners least of all.
        ("How many retired people in Hue were in the compulsory scheme?", "“retired people”"),
    ],
)  # fmt: skip
def test_but_not_one_that_makes_no_members(question: str, narrowing: str) -> None:
    assert narrowing in line(question)


@pytest.mark.parametrize(
    "question",
    [
        "How many people in Hue pay for medicines?",
        "How many people in Hue put money into gold?",
        "How many people in Hue draw a pension?",
        "How many doctors in Hue were hired under the voluntary scheme?",
    ],
)
def test_nor_what_is_paid_for_otherwise(question: str) -> None:
    assert "participants" not in line(question)


def test_nor_does_a_verb_narrow_what_is_told_of_places() -> None:
    asked = "Rank the districts of Hue that lagged in health insurance coverage in 2022."
    assert "“lagged”" not in line(asked)
