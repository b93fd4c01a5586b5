"""What a text says came of a target is held against what the reports say was reached."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.grounding.checking import check_text
from assistant.grounding.telling.outcomes import outcome_of
from indexing.extraction import extract_text
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
        ("In May 2024 it was clear that Binh Phuoc had met its health insurance coverage target of "
         "92 per cent for 2023.", "verified"),
        ("In May 2024 it was clear that Binh Phuoc had missed its health insurance coverage target "
         "of 92 per cent for 2023.", "contradicted"),
    ],
    ids=["exceeded", "met, as it was exceeded", "missed", "was exceeded", "was not met",
         "missed, its word behind", "met, its word behind",
         "an aim", "nothing told", "vượt", "đạt", "hụt", "reached to the point", "not exceeded",
         "not yet due", "not yet missed", "a level below", "a level above", "in May",
         "missed in May"],
)  # fmt: skip
def test_what_came_of_a_target_is_the_reports(text: str, told: str) -> None:
    assert verdicts(text) == [told]


LANG_SON = "At the end of September 2023 Lang Son's health insurance coverage was 93.5 per cent"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{LANG_SON}, below the target of 95 per cent.", "verified verified"),
        (f"{LANG_SON}, still short of the 95 per cent target.", "verified verified"),
        (f"{LANG_SON}, above the target of 95 per cent.", "verified unsupported"),
        (f"{LANG_SON}, missing the target of 95 per cent.", "verified unsupported"),
    ],
    ids=["below", "short of", "above", "missed before its time"],
)
def test_where_a_level_stands_to_its_target_is_told_by_the_two(text: str, told: str) -> None:
    assert verdicts(text) == told.split()


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


SHARES = sources_over(
    article(
        "At the end of June 2023 Nghe An had 115,481 people in social insurance, 94.8 per cent of "
        "the plan. At the end of June 2023 Ha Giang had 90,500 people in social insurance, 102.1 "
        "per cent of the plan. The health insurance coverage target of Thai Binh for 2023 was 99 "
        "per cent. At the end of June 2023 health insurance covered 98.2 per cent of Thai "
        "Binh's population. At the end of June 2023 Thai Binh had 146,210 people in social "
        "insurance.",
        published=date(2023, 7, 7),
    )
)
NGHE_AN = "At the end of June 2023 Nghe An had 115,481 people in social insurance"
HA_GIANG = "At the end of June 2023 Ha Giang had 90,500 people in social insurance"
THAI_BINH = "At the end of June 2023 health insurance covered 98.2 per cent of Thai Binh's people"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{NGHE_AN}, 94.8 per cent of the plan.", "verified verified"),
        (f"{NGHE_AN}, 94.8 per cent of the plan, exceeding its target.", "verified contradicted"),
        (f"{NGHE_AN}, 94.8 per cent of the plan, falling short of its target.",
         "verified verified"),
        (f"{NGHE_AN}, having met 94.8 per cent of the plan.", "verified verified"),
        ("At the end of June 2023 Nghe An had exceeded its plan with 115,481 people in social "
         "insurance, 94.8 per cent of the plan.", "verified contradicted"),
        (f"{HA_GIANG}, 102.1 per cent of the plan, failing to meet it.",
         "verified contradicted"),
        (f"{HA_GIANG}, 102.1 per cent of the plan, which was not met.", "verified contradicted"),
        (f"{HA_GIANG}, 102.1 per cent of the plan, which was exceeded.", "verified verified"),
        (f"{HA_GIANG}, 102.1 per cent of the plan, failing to meet the target.",
         "verified contradicted"),
        (f"{HA_GIANG}, 102.1 per cent of the plan, exceeding the target.", "verified verified"),
        (f"{HA_GIANG}, 102.1 per cent of the plan, after the plan of 2022 was missed.",
         "verified verified"),
        ("Cuối tháng 6/2023, Nghệ An vượt kế hoạch với 115.481 người tham gia BHXH, bằng 94,8% "
         "kế hoạch.", "verified contradicted"),
        (f"{THAI_BINH}, exceeding its target, and 146,210 people had social insurance.",
         "contradicted verified"),
        (f"{THAI_BINH}, and 146,210 people had social insurance.", "verified verified"),
    ],
    ids=["nothing told", "short, told as exceeded", "short, told so", "what was met of it",
         "exceeded, told before", "told by a pronoun", "was not met", "was exceeded",
         "reached, told as missed", "reached, told so", "another year's plan", "vượt",
         "an aside on a level", "no aside"],
)  # fmt: skip
def test_what_came_of_a_plan_agrees_with_the_share_of_it(text: str, told: str) -> None:
    figures = check_text(text, date(2023, 8, 1), SHARES, "index").figures
    assert [figure.verdict for figure in figures] == told.split()


def test_figures_without_a_date_may_tell_of_a_plan_too() -> None:
    told = extract_text("Hue exceeded its plan with 5,000 voluntary SI members, 94% of the plan.")
    assert [(fact.aspect, fact.period) for fact in told] == [("level", None), ("target_pct", None)]
    outcome = outcome_of(told[-1], told)
    assert outcome is not None
    assert outcome.kind == "exceeded"
