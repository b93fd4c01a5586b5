"""Which kind of thing is put in order: provinces, the districts of one, hospitals, firms."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

REPORTS = (
    article(
        "Health insurance coverage in Lang Son was 93.4 per cent at the end of 2023. Cao Loc "
        "district reached health insurance coverage of 97.2 per cent at the end of 2023. In Loc "
        "Binh district health insurance coverage was 90.1 per cent at the end of 2023. In 2023 "
        "Lang Son saw 450,000 visits paid by health insurance. Premiums collected in Lang Son came "
        "to VND1.2 trillion in 2023.",
        doc="lang-son",
        published=date(2024, 1, 20),
    ),
    article(
        "Health insurance coverage in Lai Chau was 82.1 per cent at the end of 2023. Muong Te "
        "district had health insurance coverage of 99.5 per cent at the end of 2023. In 2023 Lai "
        "Chau saw 150,000 visits paid by health insurance. Premiums collected in Lai Chau came to "
        "VND800 billion in 2023.",
        doc="lai-chau",
        published=date(2024, 1, 25),
    ),
)
HOSPITALS = article(
    "In 2023 Cho Ray Hospital received 120,000 visits of patients with health insurance cards. "
    "In 2023 Thong Nhat Hospital received 190,000 visits of patients with health insurance cards.",
    doc="hospitals",
    published=date(2024, 2, 1),
)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Which province leads in HI coverage?", ["Lang Son", "Lai Chau"]),
        ("Which province has the highest HI coverage?", ["Lang Son", "Lai Chau"]),
        ("Which province lags in HI coverage?", ["Lai Chau", "Lang Son"]),
        ("Which provinces trail on HI coverage?", ["Lai Chau", "Lang Son"]),
        ("Which city comes last in HI coverage?", ["Lai Chau", "Lang Son"]),
        ("Tỉnh nào dẫn đầu về bao phủ BHYT?", ["Lạng Sơn", "Lai Châu"]),
        ("Tỉnh nào tụt hậu về bao phủ BHYT?", ["Lai Châu", "Lạng Sơn"]),
        ("Tỉnh nào đứng cuối về bao phủ BHYT?", ["Lai Châu", "Lạng Sơn"]),
        ("Tỉnh nào có ít lượt khám chữa bệnh BHYT nhất?", ["Lai Châu", "Lạng Sơn"]),
        ("tinh nao co nhieu luot kham chua benh bhyt nhat", ["Lạng Sơn", "Lai Châu"]),
        ("Which district leads in HI coverage?", ["Muong Te", "Cao Loc", "Loc Binh"]),
        ("Which district has the highest HI coverage?", ["Muong Te", "Cao Loc", "Loc Binh"]),
        ("Which district of Lang Son lags in HI coverage?", ["Loc Binh", "Cao Loc"]),
        ("Which district has the lowest HI coverage?", ["Loc Binh", "Cao Loc", "Muong Te"]),
        ("Rank the districts by HI coverage", ["Muong Te", "Cao Loc", "Loc Binh"]),
        ("Top 2 districts by HI coverage", ["Muong Te", "Cao Loc"]),
        ("Huyện nào có tỷ lệ bao phủ BHYT cao nhất?", ["Mường Tè", "Cao Lộc", "Lộc Bình"]),
        ("Huyện nào dẫn đầu về bao phủ BHYT?", ["Mường Tè", "Cao Lộc", "Lộc Bình"]),
    ],
)
def test_places_of_the_asked_kind_are_put_in_order(question: str, named: list[str]) -> None:
    answer = answer_over(question, *REPORTS)
    assert answer.status == "answered"
    lines = [line for line in answer.answer.split("\n") if line.startswith("- ")]
    assert len(lines) == len(named)
    assert all(name in line for name, line in zip(named, lines, strict=True))
    assert not any("2 provinces" in warning for warning in answer.warnings) or len(named) == 2


@pytest.mark.parametrize(
    "question",
    [
        "Which hospital treated the most insured patients?",
        "Which hospital had the most HI visits?",
        "Which clinic in Lang Son had the most HI visits in 2023?",
        "Rank hospitals by HI visits",
        "Which company has the highest HI coverage?",
        "Which commune has the highest HI coverage?",
        "Which ward lags in HI coverage?",
        "Which school has the highest HI coverage?",
        "Which office collected the most premiums in 2023?",
        "Which district collected the most premiums in 2023?",
        "Which region has the highest HI coverage?",
        "Which age group has the lowest HI coverage?",
        "HI visits by hospital, highest first",
        "Bệnh viện nào có nhiều lượt khám chữa bệnh BHYT nhất?",
        "Xã nào có tỷ lệ bao phủ BHYT cao nhất?",
        "Doanh nghiệp nào có tỷ lệ bao phủ BHYT cao nhất?",
        "Ngành nào có tỷ lệ bao phủ BHYT thấp nhất?",
    ],
)
def test_no_other_kind_is_put_in_order_instead(question: str) -> None:
    answer = answer_over(question, *REPORTS)
    assert answer.status == "not_found"
    assert not answer.figures
    assert answer.reason


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (
            "Which hospital had the most HI visits?",
            "The reports hold no figure for medical visits paid by health insurance by “hospital”. "
            "They give it by province or city.",
        ),
        (
            "Xã nào có tỷ lệ bao phủ BHYT cao nhất?",
            "Các báo cáo không có số liệu về tỷ lệ bao phủ bảo hiểm y tế theo “xã”. Các báo cáo có "
            "số liệu này theo tỉnh, thành phố.",
        ),
    ],
)
def test_it_is_said_by_what_else_the_figure_is_held(question: str, reason: str) -> None:
    assert answer_over(question, *REPORTS).reason == reason


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Which hospital had the most HI visits?", ["Thong Nhat Hospital", "Cho Ray Hospital"]),
        ("Which hospital had the fewest HI visits?", ["Cho Ray Hospital", "Thong Nhat Hospital"]),
        ("Rank hospitals by HI visits in 2023", ["Thong Nhat Hospital", "Cho Ray Hospital"]),
        (
            "Bệnh viện nào có nhiều lượt khám chữa bệnh BHYT nhất?",
            ["Thong Nhat Hospital", "Cho Ray Hospital"],
        ),
    ],
)
def test_those_that_the_reports_name_are_put_in_order(question: str, named: list[str]) -> None:
    answer = answer_over(question, *REPORTS, HOSPITALS)
    assert answer.status == "answered"
    lines = [line for line in answer.answer.split("\n") if line.startswith("- ")]
    assert len(lines) == len(named)
    assert all(name in line for name, line in zip(named, lines, strict=True))


@pytest.mark.parametrize(
    "question",
    [
        "Which province has the most HI visits?",
        "Which province spends the most on hospitals?",
        "In which province is HI coverage highest, in all its districts?",
        "Which provincial office collected the most premiums in 2023?",
        "Where is HI coverage highest?",
    ],
)
def test_a_kind_that_is_only_named_beside_it_is_not_put_in_order(question: str) -> None:
    answer = answer_over(question, *REPORTS)
    assert "by “" not in (answer.reason or "")


FACILITIES = article(
    "At the end of 2023 health insurance contracts were in force with 52 medical facilities in "
    "Lang Son, with 31 medical facilities in Lai Chau and with 84 medical facilities in Nghe An.",
    published=date(2024, 2, 3),
)


@pytest.mark.parametrize(
    "question",
    [
        "Rank Lai Chau, Nghe An and Lang Son by the number of contracted hospitals and clinics.",
        "Put Lai Chau, Nghe An and Lang Son in order by number of facilities under HI contract",
        "Which of Lang Son, Lai Chau and Nghe An has the most contracted hospitals?",
    ],
)
def test_what_is_counted_is_not_what_is_put_in_order(question: str) -> None:
    """Who ranks "by the number of hospitals" asks for no order of hospitals."""
    figures = answer_over(question, FACILITIES).figures
    assert [figure.place for figure in figures] == ["Nghe An", "Lang Son", "Lai Chau"]


def test_hospitals_themselves_are_put_in_order_by_their_own_figures_alone() -> None:
    assert answer_over("Rank the hospitals of Lang Son by visits", *REPORTS).status != "answered"
