"""Levels that a text holds against each other: which of them is the higher is checked as well."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.grounding.checking import check_text
from tests.assistant.samples import article, sources_over

SOURCES = sources_over(
    article(
        "Health insurance coverage in Ha Giang was 99.2 per cent at the end of 2022. "
        "Health insurance coverage in Lang Son was 91 per cent at the end of 2022. "
        "Health insurance coverage in Lang Son was 90 per cent at the end of 2021. "
        "In Viet Nam health insurance coverage was 92 per cent at the end of 2022. "
        "At the end of 2022 Ha Giang had 127,749 compulsory social insurance participants. "
        "At the end of 2022 Ha Giang had 18,461 voluntary social insurance participants. "
        "At the end of 2022 Nghe An's health insurance coverage was 93 per cent, higher than that "
        "of Ha Tinh at 92.5 per cent.",
        published=date(2023, 3, 7),
    )
)
HUE = "At the end of 2022 Ha Giang's health insurance coverage was 99.2 per cent"
LANG_SON = "At the end of 2022 Lang Son's health insurance coverage was 91 per cent"
MEMBERS = "At the end of 2022 Ha Giang had 127,749 compulsory social insurance participants"


def checked(text: str) -> list[tuple[str, str | None]]:
    figures = check_text(text, date(2024, 6, 1), SOURCES, "index").figures
    return [(figure.verdict, figure.note) for figure in figures]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HUE}, higher than Viet Nam's 92 per cent.", "verified"),
        (f"{HUE}, lower than Viet Nam's 92 per cent.", "contradicted"),
        (f"{LANG_SON}, trailing Viet Nam's 92 per cent.", "verified"),
        (f"{LANG_SON}, which exceeded Viet Nam's 92 per cent.", "contradicted"),
        (f"{LANG_SON}. This was more than Viet Nam's 92 per cent.", "contradicted"),
        (f"{LANG_SON}, less than at the end of 2021, when it was 90 per cent.", "contradicted"),
        (f"{LANG_SON}, more than at the end of 2021, when it was 90 per cent.", "verified"),
        (f"{MEMBERS}, more than its 18,461 voluntary ones.", "verified"),
        (f"{MEMBERS}, fewer than its 18,461 voluntary ones.", "contradicted"),
        ("Cuối năm 2022, tỷ lệ bao phủ BHYT của Hà Giang là 99,2%, thấp hơn tỷ lệ bao phủ BHYT 92% "
         "của Việt Nam.", "contradicted"),
        ("Cuối năm 2022, tỷ lệ bao phủ BHYT của Hà Giang là 99,2%, cao hơn tỷ lệ bao phủ BHYT 92% "
         "của Việt Nam.", "verified"),
    ],
    ids=["higher", "lower, wrong", "trailing", "exceeded, wrong", "in the next sentence",
         "than before, wrong", "than before", "two schemes", "two schemes, wrong",
         "thấp hơn, wrong", "cao hơn"],
)  # fmt: skip
def test_the_side_on_which_a_level_stands_of_another_is_the_reports(text: str, told: str) -> None:
    assert [verdict for verdict, _ in checked(text)] == ["verified", told]


def test_the_note_tells_the_level_that_stands_on_the_other_side() -> None:
    _, (_, note) = checked(f"{HUE}, lower than Viet Nam's 92 per cent.")
    assert note == "99.2 per cent, which the text puts below it, is not below it in the reports"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At the end of 2022 Da Nang's health insurance coverage was above Viet Nam's 92 per "
         "cent.", "unsupported"),
        (f"{HUE}, the fruit of more than hard work: Viet Nam's was 92 per cent.",
         "verified verified"),
        ("At the end of 2022 Nghe An's health insurance coverage was 93 per cent, higher than that "
         "of Ha Tinh at 92.5 per cent.", "verified verified"),
        ("At the end of 2022 Nghe An's health insurance coverage was higher than that of Ha Tinh "
         "at 92.5 per cent.", "verified"),
    ],
    ids=["against a level that goes untold", "of something else", "the report's own sentence",
         "the report's own words"],
)  # fmt: skip
def test_what_is_held_against_a_level_must_be_told(text: str, told: str) -> None:
    assert [verdict for verdict, _ in checked(text)] == told.split()
