"""Bare names of a follow-up: places of the kind that was asked of before."""

from __future__ import annotations

import pytest

from tests.assistant.asking import line


@pytest.mark.parametrize(
    ("before", "question", "places"),
    [
        ("HI coverage in An Khanh ward, Can Tho?", "And Cai Khe?", "Cai Khe ward, Can Tho"),
        ("HI coverage in An Khanh ward?", "O Mon?", "O Mon ward"),
        ("HI coverage in An Khanh ward?", "O Mon or Long My?", "O Mon ward and Long My ward"),
        ("HI coverage in Hai Lang district?", "O Mon or Long My?",
         "O Mon district, Can Tho and Long My district"),
        ("HI coverage in Hai Lang district?", "What about Dakrong?",
         "Dakrong district, Quang Tri"),
        # A province is one, and so is a place that is named with its kind.
        ("HI coverage in An Khanh ward?", "And Hue?", "Hue"),
        ("HI coverage in An Khanh ward?", "And Hai Lang district?", "Hai Lang district"),
        # What says more is no bare name.
        ("HI coverage in Ca Mau?", "And Hue?", "Hue"),
    ],
)  # fmt: skip
def test_a_bare_name_is_of_the_kind_before(before: str, question: str, places: str) -> None:
    assert line(question, before) == f"HI coverage · {places} · latest"


def test_in_vietnamese_and_in_its_language() -> None:
    before = "Tỷ lệ bao phủ BHYT phường An Khánh?"
    assert line("Ô Môn thì sao?", before).startswith("Tỷ lệ bao phủ BHYT · phường O Mon")
    assert line("Ô Môn?", before).startswith("Tỷ lệ bao phủ BHYT · phường O Mon")


def test_what_says_more_goes_on_as_it_did() -> None:
    before = "HI coverage in An Khanh ward?"
    assert line("And UI?", before) == "UI coverage · An Khanh ward · latest"
