"""Verdicts on the figures of any text, against a table of known rows."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.grounding.checking import check_text
from assistant.records import Figure
from tests.assistant.samples import article, sources_over

REPORT = article(
    "At the end of 2023 over 93 per cent of Binh Phuoc's population had health insurance. "
    "Binh Phuoc collected VND3.99 trillion in 2023. "
    "At the end of 2023 Binh Phuoc had 15,512 voluntary social insurance participants.",
    published=date(2024, 3, 7),
)
SOURCES = sources_over(REPORT)


def check(text: str) -> list[Figure]:
    return list(check_text(text, date(2024, 6, 1), SOURCES, "index").figures)


def test_the_reports_own_words_are_verified() -> None:
    assert [figure.verdict for figure in check(REPORT.text)] == ["verified"] * 3


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Health insurance covered over 93% of Binh Phuoc's population at the end of 2023.",
         "verified"),
        ("Health insurance covered 93% of Binh Phuoc's population at the end of 2023.",
         "contradicted"),
        ("Under 93% of Binh Phuoc's population had health insurance at the end of 2023.",
         "contradicted"),
        ("Nearly 93% of Binh Phuoc's population had health insurance at the end of 2023.",
         "contradicted"),
        ("About 93% of Binh Phuoc's population had health insurance at the end of 2023.",
         "contradicted"),
        ("At the end of 2023 Binh Phuoc had over 15,000 voluntary social insurance participants.",
         "contradicted"),
        ("At the end of 2023 Binh Phuoc had over 15,500 voluntary social insurance participants.",
         "verified"),
        ("At the end of 2023 Binh Phuoc had nearly 15,500 voluntary social insurance participants.",
         "contradicted"),
        ("At the end of 2023 Binh Phuoc had over 15,512 voluntary social insurance participants.",
         "contradicted"),
        ("At the end of 2023 Binh Phuoc had nearly 15,512 voluntary social insurance participants.",
         "contradicted"),
        ("Health insurance covered over 98% of Binh Phuoc's population at the end of 2023.",
         "contradicted"),
        ("Health insurance covered over 93% of Lang Son's population at the end of 2023.",
         "unsupported"),
        ("Health insurance covered over 93% of Binh Phuoc's population at the end of 2021.",
         "unsupported"),
        ("Binh Phuoc collected VND3,990 billion in 2023.", "verified"),
        ("Binh Phuoc collected VND3.99 billion in 2023.", "contradicted"),
        ("Binh Phuoc collected VND3.99 trillion in 2022.", "unsupported"),
        ("At the end of 2023 Binh Phuoc had about 15,500 voluntary social insurance participants.",
         "verified"),
        ("At the end of 2023 Binh Phuoc had about 15,600 voluntary social insurance participants.",
         "contradicted"),
        ("At the end of 2023 Binh Phuoc had 15,512 compulsory social insurance participants.",
         "unsupported"),
    ],
)  # fmt: skip
def test_one_altered_word_changes_the_verdict(text: str, verdict: str) -> None:
    assert [figure.verdict for figure in check(text)] == [verdict]


def test_a_place_left_open_is_never_filled_by_any_province() -> None:
    (figure,) = check("Health insurance covered over 93% of inhabitants at the end of 2023.")
    assert (figure.verdict, figure.citations) == ("unsupported", ())
    assert figure.note is not None
    assert "place" in figure.note


def test_a_contradiction_tells_what_is_reported_and_where() -> None:
    (figure,) = check("Binh Phuoc collected VND3.99 billion in 2023.")
    assert figure.reported is not None
    assert figure.reported.value == 3_990_000_000_000
    assert figure.reported.citations == (1,)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("The target for voluntary social insurance participants in Binh Phuoc at the end of 2023 "
         "was 15,512.", "as what was reached"),
        ("At the end of 2022 Binh Phuoc had 15,512 voluntary social insurance participants.",
         "at the end of 2023"),
        ("At the end of 2023 Lang Son had 15,512 voluntary social insurance participants.",
         "for Binh Phuoc"),
        ("At the end of 2023 Lang Son had 15,513 voluntary social insurance participants.",
         "hold no figure"),
        ("At the end of 2023 over 93% of Lang Son's population had health insurance.",
         "hold no figure"),
        ("Năm 2022 Bình Phước thu 3.990 tỷ đồng tiền bảo hiểm.", "năm 2023"),
    ],
    ids=["another role", "another date", "another place", "another value", "a round value",
         "in Vietnamese"],
)  # fmt: skip
def test_a_figure_that_is_told_of_something_else_tells_of_what(text: str, note: str) -> None:
    (figure,) = check(text)
    assert figure.verdict == "unsupported"
    assert note in (figure.note or "")


@pytest.mark.parametrize(
    ("counted", "verdict"),
    [("members of voluntary social insurance", "verified"),
     ("people in voluntary social insurance", "verified"),
     ("workers in voluntary social insurance", "verified"),
     ("foreign workers in voluntary social insurance", "unsupported"),
     ("teachers in voluntary social insurance", "unsupported"),
     ("elderly voluntary social insurance participants", "unsupported")],
)  # fmt: skip
def test_a_kind_of_people_is_not_all_of_them(counted: str, verdict: str) -> None:
    (figure,) = check(f"At the end of 2023 Binh Phuoc had 15,512 {counted}.")
    assert figure.verdict == verdict


@pytest.mark.parametrize(
    ("people", "verdict"),
    [("of Binh Phuoc's population", "verified"),
     ("of the people of Binh Phuoc", "verified"),
     ("of Binh Phuoc's workers", "unsupported"),
     ("of Binh Phuoc's labour force", "unsupported")],
)  # fmt: skip
def test_a_rate_is_of_those_that_the_report_tells(people: str, verdict: str) -> None:
    (figure,) = check(f"At the end of 2023 over 93 per cent {people} had health insurance.")
    assert figure.verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In 2022 Lang Son gained 1,200 voluntary social insurance participants.", "verified"),
        ("In 2022 the number of voluntary social insurance participants in Lang Son rose by 1,200.",
         "verified"),
        ("In 2023 Lang Son gained 1,200 voluntary social insurance participants.", "unsupported"),
        ("In 2022 the number of voluntary social insurance participants in Lang Son fell by 1,200.",
         "contradicted"),
    ],
)  # fmt: skip
def test_people_won_in_a_year_are_what_the_year_added(text: str, verdict: str) -> None:
    report = article(
        "In 2022 Lang Son won 1,200 new voluntary social insurance participants.",
        published=date(2023, 3, 7),
    )
    checked = check_text(text, date(2024, 6, 1), sources_over(report), "index")
    assert [figure.verdict for figure in checked.figures] == [verdict]


def test_a_pasted_report_is_read_as_the_index_reads_it_and_its_captions_as_well() -> None:
    text = (
        "Binh Phuoc passes its plan\n\n(Binh Phuoc, 7 March 2024) At the end of 2023 Binh Phuoc "
        "had 15,512 voluntary social insurance participants.\n\nPhoto: over 98 per cent of Binh "
        "Phuoc's population had health insurance at the end of 2023.\n"
    )
    assert [(figure.text[:5], figure.verdict) for figure in check(text)] == [
        ("15,51", "verified"),
        ("over ", "contradicted"),
    ]


def test_a_text_without_figures_has_an_empty_report() -> None:
    assert check("Binh Phuoc held a meeting.") == []
    assert check("") == []
