"""What a text says came of a target is held against what the reports say was reached."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.grounding.checking import check_text
from tests.assistant.samples import article, sources_over

SOURCES = sources_over(
    article(
        "The health insurance coverage target of Binh Phuoc for 2023 was 92 per cent. "
        "At the end of 2023 health insurance covered 93 per cent of Binh Phuoc's population. "
        "The health insurance coverage target of Lang Son for 2023 was 95 per cent. "
        "At the end of September 2023 health insurance covered 93.5 per cent of Lang Son's "
        "population. "
        "The health insurance coverage target of Hai Duong for 2023 was 98 per cent. "
        "At the end of 2023 health insurance covered 98 per cent of Hai Duong's population.",
        published=date(2024, 3, 7),
    )
)
TARGET = "health insurance coverage target of 92 per cent"


def verdicts(text: str) -> list[str]:
    figures = check_text(text, date(2024, 6, 1), SOURCES, "index").figures
    return [figure.verdict for figure in figures]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Binh Phuoc exceeded its {TARGET} in 2023.", "verified"),
        (f"Binh Phuoc met its {TARGET} in 2023.", "verified"),
        (f"Binh Phuoc missed its {TARGET} in 2023.", "contradicted"),
        (f"Binh Phuoc's {TARGET} for 2023 was exceeded.", "verified"),
        (f"Binh Phuoc's {TARGET} for 2023 was not met.", "contradicted"),
        ("Binh Phuoc narrowly missed the 92 per cent target for health insurance coverage in "
         "2023.", "contradicted"),
        ("Binh Phuoc met the 92 per cent target for health insurance coverage in 2023.",
         "verified"),
        (f"Binh Phuoc aimed to exceed its {TARGET} in 2023.", "verified"),
        (f"Binh Phuoc had a {TARGET} for 2023.", "verified"),
        ("Năm 2023, Bình Phước vượt chỉ tiêu bao phủ bảo hiểm y tế 92%.", "verified"),
        ("Năm 2023, Bình Phước đạt chỉ tiêu bao phủ bảo hiểm y tế 92%.", "verified"),
        ("Năm 2023, Bình Phước hụt chỉ tiêu bao phủ bảo hiểm y tế 92%.", "contradicted"),
        ("Năm 2023, Hải Dương đạt chỉ tiêu bao phủ bảo hiểm y tế 98%.", "verified"),
        ("Năm 2023, Hải Dương vượt chỉ tiêu bao phủ bảo hiểm y tế 98%.", "contradicted"),
        ("Lang Son met its health insurance coverage target of 95 per cent in 2023.",
         "unsupported"),
        ("Lang Son missed its health insurance coverage target of 95 per cent in 2023.",
         "unsupported"),
        ("Binh Phuoc's health insurance coverage was 93 per cent at the end of 2023, which "
         "missed the target.", "contradicted"),
        ("Binh Phuoc's health insurance coverage was 93 per cent at the end of 2023, which "
         "exceeded the target.", "verified"),
    ],
    ids=["exceeded", "met, as it was exceeded", "missed", "was exceeded", "was not met",
         "missed, its word behind", "met, its word behind",
         "an aim", "nothing told", "vượt", "đạt", "hụt", "reached to the point", "not exceeded",
         "not yet due", "not yet missed", "a level below", "a level above"],
)  # fmt: skip
def test_what_came_of_a_target_is_the_reports(text: str, told: str) -> None:
    assert verdicts(text) == [told]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (f"Binh Phuoc missed its {TARGET} in 2023.", "93 per cent as what was reached"),
        ("Lang Son met its health insurance coverage target of 95 per cent in 2023.",
         "do not show what came of this target"),
        ("Binh Phuoc's health insurance coverage was 93 per cent at the end of 2023, which "
         "missed the target.", "92 per cent as the target"),
    ],
)  # fmt: skip
def test_the_note_tells_what_was_reached_or_that_nothing_shows_it(text: str, note: str) -> None:
    (figure,) = check_text(text, date(2024, 6, 1), SOURCES, "index").figures
    assert figure.note is not None
    assert note in figure.note
