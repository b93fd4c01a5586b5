"""Two levels of the reports, told as a rise or a fall: the way between them is checked as well."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.grounding.checking import check_text
from tests.assistant.samples import article, sources_over

SOURCES = sources_over(
    article(
        "At the end of 2022 Binh Phuoc had 10,000 voluntary social insurance participants. "
        "At the end of 2023 Binh Phuoc had 12,500 voluntary social insurance participants. "
        "At the end of 2023 Lang Son had 9,300 voluntary social insurance participants.",
        published=date(2024, 3, 7),
    )
)
OLD = "Binh Phuoc had 10,000 voluntary social insurance participants at the end of 2022"
NEW = "Binh Phuoc had 12,500 voluntary social insurance participants at the end of 2023"


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (f"{OLD}. By the end of 2023 the number had climbed to 12,500.", "verified verified"),
        (f"{OLD}. By the end of 2023 the number had dropped to 12,500.", "verified contradicted"),
        (f"{NEW}, up from 10,000 at the end of 2022.", "verified verified"),
        (f"{NEW}, down from 10,000 at the end of 2022.", "contradicted verified"),
        ("Voluntary social insurance participants in Binh Phuoc rose from 10,000 at the end of "
         "2022 to 12,500 at the end of 2023.", "verified verified"),
        ("Voluntary social insurance participants in Binh Phuoc fell from 10,000 at the end of "
         "2022 to 12,500 at the end of 2023.", "verified contradicted"),
        ("Số người tham gia BHXH tự nguyện ở Bình Phước giảm từ 10.000 người cuối năm 2022 xuống "
         "12.500 người cuối năm 2023.", "verified contradicted"),
        ("Voluntary social insurance participants in Binh Phuoc fell: there were 10,000 at the end "
         "of 2022 and 12,500 at the end of 2023.", "verified verified"),
        ("The number of voluntary social insurance participants in Binh Phuoc slipped after the "
         "10,000 of the end of 2022, coming to 12,500 at the end of 2023.",
         "verified contradicted"),
        ("The number of voluntary social insurance participants in Binh Phuoc improved on the "
         "10,000 of the end of 2022, coming to 12,500 at the end of 2023.", "verified verified"),
        (f"{NEW}. At the end of 2023 Lang Son's number stood at 9,300 voluntary social insurance "
         "participants.", "verified verified"),
    ],
    ids=["climbed", "dropped", "up from", "down from", "rose from to", "fell from to",
         "in Vietnamese", "told in another clause", "in one clause, wrong", "in one clause",
         "another place"],
)  # fmt: skip
def test_the_way_between_two_levels_is_the_reports(text: str, verdicts: str) -> None:
    figures = check_text(text, date(2024, 6, 1), SOURCES, "index").figures
    assert [figure.verdict for figure in figures] == verdicts.split()


@pytest.mark.parametrize(
    ("verb", "verdict", "note"),
    [
        ("climbed", "verified", None),
        ("dropped", "unsupported", "the reports tell of a rise"),
    ],
)
def test_the_way_to_a_level_is_held_against_the_one_before_it(
    verb: str, verdict: str, note: str | None
) -> None:
    text = (
        "The number of voluntary social insurance participants in Binh Phuoc "
        f"{verb} to 12,500 at the end of 2023."
    )
    (figure,) = check_text(text, date(2024, 6, 1), SOURCES, "index").figures
    assert (figure.verdict, figure.note) == (verdict, note)


def test_the_way_to_a_level_that_no_report_tells_is_let_be() -> None:
    text = (
        "The number of voluntary social insurance participants in Lang Son "
        "dropped to 9,300 at the end of 2023."
    )
    (figure,) = check_text(text, date(2024, 6, 1), SOURCES, "index").figures
    assert figure.verdict == "verified"


def test_a_way_turned_round_is_told() -> None:
    text = f"{NEW}, down from 10,000 at the end of 2022."
    figure, _ = check_text(text, date(2024, 6, 1), SOURCES, "index").figures
    assert figure.note == "the reports tell of a rise"
