"""What turns a figure's meaning round, how far it reaches, and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.grounding.checking import check_text
from tests.assistant.samples import article, sources_over

REPORT = article(
    "Binh Phuoc collected VND3.99 trillion in 2023. At the end of 2023 Binh Phuoc had 15,512 "
    "voluntary social insurance participants. Lang Son did not raise its fees and collected "
    "VND1.2 trillion in 2023.",
    published=date(2024, 3, 7),
)


def verdict(text: str) -> tuple[str, str | None]:
    (figure,) = check_text(text, date(2024, 6, 1), sources_over(REPORT), "index").figures
    return figure.verdict, figure.note


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("In 2023 Binh Phuoc did not collect VND3.99 trillion.", "denies"),
        ("In 2023 Binh Phuoc did not, for all its efforts, collect VND3.99 trillion.", "denies"),
        ("It is untrue, people say, that Binh Phuoc collected VND3.99 trillion in 2023.", "denies"),
        ("Năm 2023 Bình Phước chưa thu được 3,99 nghìn tỷ đồng.", "phủ nhận"),
        ("Nam 2023 Binh Phuoc chua thu duoc 3,99 nghin ty dong.", "phủ nhận"),
        ("In 2023 Binh Phuoc would have collected VND3.99 trillion.", "as a fact"),
        ("Năm 2023 Bình Phước có thể thu 3,99 nghìn tỷ đồng.", "sự thật"),
        ("In 2023 Binh Phuoc collected VND3.99 trillion per month.", "share of each"),
        ("On average Binh Phuoc collected VND3.99 trillion in 2023.", "share of each"),
        ("In 2023 Binh Phuoc collected twice the VND3.99 trillion.", "multiple"),
        ("In 2023 Binh Phuoc's collection doubled to VND3.99 trillion.", "multiple"),
        ("Binh Phuoc collected VND3.99 trillion in 2023, twice as much as Tay Ninh.", "multiple"),
        ("Năm 2023 Bình Phước thu 3,99 nghìn tỷ đồng, gấp đôi năm trước.", "bội số"),
        ("In 2023 Binh Phuoc collected VND3.99 trillion, the highest in the South.", "rank"),
        ("In 2023 Binh Phuoc led the country, collecting VND3.99 trillion.", "rank"),
        ("In 2023 Binh Phuoc collected VND3.99 trillion, more than any other province.", "rank"),
        ("In 2023 Binh Phuoc collected a record VND3.99 trillion.", "rank"),
        ("Năm 2023 Bình Phước thu 3,99 nghìn tỷ đồng, cao nhất khu vực.", "xếp hạng"),
        ("In 2023 Binh Phuoc's collection, VND3.99 trillion, was the best in the South.", "rank"),
        ("In 2023 Binh Phuoc collected anything but VND3.99 trillion.", "denies"),
        ("Binh Phuoc collected VND3.99 trillion in 2023, a fourfold rise.", "multiple"),
        ("In 2023 Binh Phuoc collected VND3.99 trillion for the first time.", "first time"),
        ("For the first time Binh Phuoc collected VND3.99 trillion in 2023.", "first time"),
        ("Binh Phuoc's collection rose steadily to VND3.99 trillion in 2023.", "course"),
        (
            "Having grown every year since 2019, Binh Phuoc collected VND3.99 trillion in 2023.",
            "course",
        ),
        ("In 2023 Binh Phuoc's collection was unchanged at VND3.99 trillion.", "course"),
        ("Năm 2023 lần đầu tiên Bình Phước thu 3,99 nghìn tỷ đồng.", "lần đầu"),
        ("Số thu của Bình Phước liên tục tăng, năm 2023 đạt 3,99 nghìn tỷ đồng.", "diễn biến"),
        ("Nam 2023 lan dau tien Binh Phuoc thu 3,99 nghin ty dong.", "lần đầu"),
    ],
)
def test_a_turned_figure_is_not_borne_out_by_the_plain_one(text: str, note: str) -> None:
    said, told = verdict(text)
    assert said == "unsupported"
    assert note in (told or "")


@pytest.mark.parametrize(
    "text",
    [
        "Not only did Binh Phuoc collect VND3.99 trillion in 2023; it also cut its arrears.",
        "Although it was not easy, Binh Phuoc collected VND3.99 trillion in 2023.",
        "Binh Phuoc collected VND3.99 trillion in 2023, which was not easy.",
        "In 2023 Binh Phuoc collected VND3.99 trillion, and not a dong was lost.",
        "In 2023 Binh Phuoc collected VND3.99 trillion; the highest honour went to Loc Ninh.",
        "Binh Phuoc records show that it collected VND3.99 trillion in 2023.",
        "Không ít đơn vị gặp khó, nhưng năm 2023 Bình Phước thu 3,99 nghìn tỷ đồng.",
        "Báo cáo nêu năm 2023 Bình Phước thu 3,99 nghìn tỷ đồng.",
        "Chi cho kham chua benh giam; nam 2023 Binh Phuoc thu 3,99 nghin ty dong.",
        "Người có thẻ biết: năm 2023 Bình Phước thu 3,99 nghìn tỷ đồng.",
    ],
)
def test_words_that_do_not_reach_the_figure_leave_it_as_it_is(text: str) -> None:
    assert verdict(text)[0] == "verified"


def test_the_reports_own_turn_is_no_obstacle() -> None:
    """The report says it with "did not" in the same clause."""
    text = "Lang Son did not raise its fees and collected VND1.2 trillion in 2023."
    assert verdict(text)[0] == "verified"


def test_a_rank_hides_no_other_value() -> None:
    assert verdict("In 2023 Binh Phuoc collected VND5 trillion, the highest of all.") == (
        "contradicted",
        None,
    )


def test_a_rank_that_the_report_gives_is_borne_out() -> None:
    text = "Ha Giang collected VND2 trillion in 2023, the highest in the region."
    report = article(text, published=date(2024, 3, 7))
    (figure,) = check_text(text, date(2024, 6, 1), sources_over(report), "index").figures
    assert figure.verdict == "verified"
