"""Figures that a text makes of several: computed anew from the table, or not passed."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.evidence.sources import Sources
from assistant.grounding.checking import check_text
from assistant.records import Figure
from tests.assistant.samples import article, sources_over

REPORT = article(
    "At the end of 2022 Binh Phuoc had 10,000 voluntary social insurance participants. "
    "At the end of 2023 Binh Phuoc had 12,500 voluntary social insurance participants. "
    "At the end of 2023 Binh Phuoc had 250,000 social insurance participants. "
    "At the end of 2023 Lang Son had 9,300 voluntary social insurance participants. "
    "Health insurance coverage in Binh Phuoc was 93.5 per cent at the end of 2023. "
    "Health insurance coverage in Lang Son was 91 per cent at the end of 2023. "
    "At the end of 2023 Nghe An had over 30,000 voluntary social insurance participants. "
    "In 2023 Binh Phuoc's premium collection reached 102.1 per cent of the plan. "
    "In 2023 Lang Son's premium collection reached 97.5 per cent of the plan.",
    published=date(2024, 3, 7),
)
SOURCES: Sources = sources_over(REPORT)


def check(text: str) -> list[Figure]:
    return list(check_text(text, date(2024, 6, 1), SOURCES, "index").figures)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Together, Binh Phuoc and Lang Son had 21,800 voluntary social insurance participants at "
         "the end of 2023.", "derived"),
        ("Together, Binh Phuoc and Lang Son had 21,900 voluntary social insurance participants at "
         "the end of 2023.", "unsupported"),
        ("Together, Binh Phuoc and Lang Son had 9,300 voluntary social insurance participants at "
         "the end of 2023.", "unsupported"),
        ("Đến cuối năm 2023, cả hai tỉnh Bình Phước và Lạng Sơn có 21.800 người tham gia BHXH tự "
         "nguyện.", "derived"),
        ("At the end of 2023 Binh Phuoc had 3,200 more voluntary social insurance participants "
         "than Lang Son.", "derived"),
        ("At the end of 2023 Binh Phuoc had 3,200 fewer voluntary social insurance participants "
         "than Lang Son.", "unsupported"),
        ("At the end of 2023 Binh Phuoc had 3,300 more voluntary social insurance participants "
         "than Lang Son.", "unsupported"),
        ("Binh Phuoc's health insurance coverage was 2.5 percentage points higher than Lang Son's "
         "at the end of 2023.", "derived"),
        ("Voluntary social insurance participants made up 5 per cent of all social insurance "
         "participants in Binh Phuoc at the end of 2023.", "derived"),
        ("Voluntary social insurance participants made up 6 per cent of all social insurance "
         "participants in Binh Phuoc at the end of 2023.", "unsupported"),
        ("Người tham gia BHXH tự nguyện chiếm 5% tổng số người tham gia BHXH của Bình Phước đến "
         "cuối năm 2023.", "derived"),
        ("Voluntary social insurance participants in Binh Phuoc rose by 2,500 people at the end of "
         "2023 compared with the end of 2022.", "derived"),
        ("Voluntary social insurance participants in Binh Phuoc fell by 2,500 people at the end of "
         "2023 compared with the end of 2022.", "unsupported"),
        ("Voluntary social insurance participants in Binh Phuoc rose by 25 per cent at the end of "
         "2023 compared with the end of 2022.", "derived"),
        ("Voluntary social insurance participants in Binh Phuoc rose by 24 per cent at the end of "
         "2023 compared with the end of 2022.", "unsupported"),
        ("Together, Binh Phuoc and Nghe An had 42,500 voluntary social insurance participants at "
         "the end of 2023.", "unsupported"),
        ("Together, Binh Phuoc and Hue had 12,500 voluntary social insurance participants at the "
         "end of 2023.", "unsupported"),
        ("In 2023 Binh Phuoc exceeded its premium collection plan by 2.1 per cent.", "derived"),
        ("In 2023 Binh Phuoc's premium collection was 2.1 percentage points above plan.",
         "derived"),
        ("In 2023 Binh Phuoc exceeded its premium collection plan by 102.1 per cent.",
         "unsupported"),
        ("In 2023 Lang Son exceeded its premium collection plan by 2.5 per cent.", "unsupported"),
    ],
    ids=["total", "wrong total", "a total that is one of them", "total in Vietnamese", "difference",
         "difference turned round", "wrong difference", "difference of shares", "share",
         "wrong share", "share in Vietnamese", "growth", "growth turned round",
         "growth in per cent", "wrong growth", "an operand with a bound",
         "an operand that is not held", "beyond a plan", "beyond a plan in points",
         "a share told as an excess", "an excess of what fell short"],
)  # fmt: skip
def test_a_figure_made_of_several_is_computed_anew(text: str, verdict: str) -> None:
    assert [figure.verdict for figure in check(text)] == [verdict]


def test_a_derived_figure_names_what_it_was_computed_from() -> None:
    one, other, total = check(
        "At the end of 2023 Binh Phuoc had 12,500 voluntary social insurance participants and "
        "Lang Son had 9,300, a total of 21,800."
    )
    assert [figure.verdict for figure in (one, other, total)] == ["verified", "verified", "derived"]
    assert (total.operands, total.group) == ((0, 1), None)
    assert set(total.citations) == {*one.citations, *other.citations}
    assert total.note is not None
    assert "12,500" in total.note


def test_a_wrong_computation_tells_the_right_one() -> None:
    (figure,) = check(
        "Together, Binh Phuoc and Lang Son had 21,900 voluntary social insurance participants at "
        "the end of 2023."
    )
    assert figure.note is not None
    assert "21,800" in figure.note


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [("about 25.7 per cent", "unsupported"), ("about 34.4 per cent", "derived"),
     ("34.4 per cent", "unsupported"), ("about 34.41 per cent", "derived")],
)  # fmt: skip
def test_a_rounded_growth_passes_only_when_it_is_marked_as_rounded(
    figure: str, verdict: str
) -> None:
    """12,500 against 9,300 is 34.4086 per cent more."""
    report = article(REPORT.text.replace("10,000", "9,300"), published=date(2024, 3, 7))
    text = (
        f"Voluntary social insurance participants in Binh Phuoc rose by {figure} at the end of "
        "2023 compared with the end of 2022."
    )
    checked = check_text(text, date(2024, 6, 1), sources_over(report), "index")
    assert [f.verdict for f in checked.figures] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Năm 2023 số thu của Bình Phước vượt 2,1% kế hoạch.", "derived"),
        ("Năm 2023 số thu của Bình Phước vượt 2,1% so với kế hoạch.", "derived"),
        ("Năm 2023 số thu của Bình Phước vượt 2,1% chỉ tiêu được giao.", "derived"),
        ("Năm 2023 số thu của Bình Phước vượt kế hoạch 2,1%.", "derived"),
        ("Năm 2023 số thu của Bình Phước vượt 3,1% kế hoạch.", "unsupported"),
        ("Năm 2023 số thu của Lạng Sơn vượt 2,5% kế hoạch.", "unsupported"),
        ("In 2023 premium collection in Binh Phuoc exceeded the plan by 2.1%.", "derived"),
        ("In 2023 premium collection in Binh Phuoc was 2.1% above the plan.", "derived"),
        ("In 2023 premium collection in Binh Phuoc exceeded the plan by 3.1%.", "unsupported"),
        ("In 2023 premium collection in Lang Son exceeded the plan by 2.5%.", "unsupported"),
    ],
)
def test_what_goes_beyond_a_plan_is_told_by_the_share_of_it(text: str, verdict: str) -> None:
    (figure,) = check(text)
    assert figure.verdict == verdict
