"""Figures that no province can have are not told of one, whatever the opening seems to say."""

from __future__ import annotations

import pytest

from indexing.articles import parse_article
from indexing.extraction import extract, home_place

OPENING = "Guests from all sides came together in Hanoi when the numbers were read out.\n\n"
OWN = "Nam Dinh welcomed guests from all sides when the numbers were read out.\n\n"
NATIONAL = (
    "Social insurance had 18.2 million participants at the end of 2023, and 14.6 million people "
    "were in unemployment insurance. Late payments came to VND13.1 trillion."
)
MISPRINT = (
    "Social insurance had 18.2 million participants at the end of 2023, and 146,000 people were "
    "in unemployment insurance. Late payments came to VND131 billion."
)
PROVINCIAL = (
    "Social insurance had 182,000 participants at the end of 2023, and 146,000 people were in "
    "unemployment insurance."
)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (OPENING + NATIONAL, "Viet Nam"),
        (OWN + NATIONAL, "Viet Nam"),
        (OWN + MISPRINT, "Nam Dinh"),  # one figure too large may be a misprint
        (OWN + PROVINCIAL, "Nam Dinh"),
        (OPENING + PROVINCIAL, "Hanoi"),
    ],
)
def test_a_report_is_at_home_where_its_figures_fit(text: str, home: str) -> None:
    article = parse_article("a", f"---\ntitle: The numbers of the year\n---\n\n{text}\n", "a.md")
    assert home_place(article) == home
    assert {row.place for row in extract(article)} == {home}


def test_the_place_that_its_front_matter_names_holds() -> None:
    head = "---\ntitle: The numbers of the year\nplace: Nam Dinh\n---\n\n"
    article = parse_article("a", f"{head}{OPENING}{NATIONAL}\n", "a.md")
    assert home_place(article) == "Nam Dinh"
