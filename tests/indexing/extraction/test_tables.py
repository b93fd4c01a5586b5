"""Tables: what the headings, the first cells and the words around tell of each cell."""

from __future__ import annotations

from datetime import date

import pytest

from indexing.extraction import extract_text

PUBLISHED = date(2024, 1, 20)
HOME, BU_DANG = "Binh Phuoc", "Bu Dang district, Binh Phuoc"
DONG_XOAI = "Dong Xoai City, Binh Phuoc"
HI, CSI, VSI = "hi_participants", "compulsory_si_participants", "voluntary_si_participants"
COVERED, DEBT, MONEY = "hi_coverage", "late_payment_amount", "premium_collection"
Cell = tuple[str | None, str, str, int | float, str, str | None]

BY_DISTRICT = """\
Health insurance at the end of 2023, by district:

| District | Members | Coverage (%) | Late payment (million VND) |
|---|---|---|---|
| Bu Dang district | 141,200 | 92.5 | 842 |
| Dong Xoai City | 118,000 | 96.1 | 1,130 |
| Whole province | 259,200 | 94 | 1,972 |
"""
BY_YEAR = """\
| Indicator | 2021 | 2022 |
|---|---|---|
| Health insurance coverage (%) | 91.2 | 92.8 |
| Premiums collected (VND billion) | 2,014 | 2,390 |
| Compulsory SI participants | 142,600 | 151,300 |
"""
BY_PROVINCE = """\
| Indicator at the end of 2023 | Binh Phuoc | Dong Nai |
|---|---|---|
| Health insurance coverage | 93% | 92.4% |
| Voluntary SI participants | 14,200 | 31,900 |
"""
PLAN_AND_RESULT = """\
Results of 2023, in persons:

Scheme           Plan       Result     Rate (%)
Compulsory SI    178,900    169,244    94.6
Voluntary SI     36,200     24,118     66.6
"""
IN_THOUSANDS = """\
Participants in thousands, money in billion dong.

                              2021      2022
Compulsory insurance         142.6     151.3
Premiums collected          2,014     2,390
"""
LEADERS = """\
Social insurance in 2023

Compulsory social insurance participants ....... 142,600
Health insurance coverage ...................... 93.2%
"""
NUMBERED = """\
| No. | District | Voluntary SI participants | Unit |
|---|---|---|---|
| 1 | Bu Dang | 1.4 | thousand persons |
| 2 | Dong Xoai | 2.9 | thousand persons |
"""
IN_PER_CENT = """\
Health insurance coverage by province at the end of the year (%):

| Province | 2022 | 2023 |
|---|---|---|
| Dong Nai | 91.2 | 92.4 |
| Whole country | 92 | 93.35 |
"""
DEBTORS = """\
Debts at the end of 2023

Company          Debt (VND billion)    Months
An Phat           56.7                 14
Long Thanh        40.9                 9
"""
TABBED = """\
Voluntary social insurance, 31 December 2023

District\tMembers\tOf plan (%)
Bu Dang district\t1,377\t88.2
Dong Xoai City\t2,914\t103.5
"""
SEMICOLONS = """\
At the end of 2023:

District; voluntary social insurance; % of plan
Bu Dang; 1,377; 88.2
Dong Xoai; 2,914; 103
Whole province; 4,291; 97.3
"""
DASHES = """\
District \u2014 voluntary social insurance, end of 2023 \u2014 share of the plan
Bu Dang \u2014 1,377 \u2014 88%
Dong Xoai \u2014 2,914 \u2014 103%
"""
TWO_HEADS = """\
| Scheme | 2022 | | 2023 | |
|---|---|---|---|---|
| | People | % of plan | People | % of plan |
| Compulsory SI | 45,120 | 98.2 | 47,800 | 99.1 |
"""
JOINT_HEADS = """\
Data to the end of 2023.

|District|Health insurance||Voluntary social insurance||
|---|---|---|---|---|
||People|Coverage (%)|People|% of plan|
|Bu Dang|141,200|92.5|3,120|48.1|
|Total||93|21,200||
"""
MONTHS = """\
Premiums collected in 2023, in billion VND:

Month | Collection | Cumulative
--- | --- | ---
January | 312.5 | 312.5
February | 298.1 | 610.6
"""
VIETNAMESE = """\
Kết quả thu BHXH, BHYT năm 2023

| Chỉ tiêu | Kế hoạch | Thực hiện | Tỷ lệ (%) |
|---|---|---|---|
| BHXH tự nguyện (người) | 12.000 | 8.910 | 74,3 |
| Số thu (tỷ đồng) | 3.200 | 3.216 | 100,5 |
"""
SECTIONS = """\
| Indicator in 2023 | Plan | Result | % |
|---|---|---|---|
| **Participants (people)** | | | |
| Voluntary social insurance | 18,000 | 15,100 | 83.9 |
| **Money (billion dong)** ||||
| Collection | 2,100 | 2,150 | 102.4 |
| **Coverage (%)** | | | |
| Health insurance | 94 | 94.6 | 100.6 |
"""


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param(
            BY_DISTRICT,
            [
                (BU_DANG, HI, "level", 141_200, "people", "@2023"),
                (BU_DANG, COVERED, "level", 92.5, "percent", "@2023"),
                (BU_DANG, DEBT, "level", 842_000_000, "VND", "@2023"),
                (DONG_XOAI, HI, "level", 118_000, "people", "@2023"),
                (DONG_XOAI, COVERED, "level", 96.1, "percent", "@2023"),
                (DONG_XOAI, DEBT, "level", 1_130_000_000, "VND", "@2023"),
                (HOME, HI, "level", 259_200, "people", "@2023"),
                (HOME, COVERED, "level", 94, "percent", "@2023"),
                (HOME, DEBT, "level", 1_972_000_000, "VND", "@2023"),
            ],
            id="districts in rows, units in headings, a total",
        ),
        pytest.param(
            BY_YEAR,
            [
                (HOME, COVERED, "level", 91.2, "percent", "@2021"),
                (HOME, COVERED, "level", 92.8, "percent", "@2022"),
                (HOME, MONEY, "level", 2_014_000_000_000, "VND", "2021"),
                (HOME, MONEY, "level", 2_390_000_000_000, "VND", "2022"),
                (HOME, CSI, "level", 142_600, "people", "@2021"),
                (HOME, CSI, "level", 151_300, "people", "@2022"),
            ],
            id="metrics in rows, years in columns",
        ),
        pytest.param(
            BY_PROVINCE,
            [
                (HOME, COVERED, "level", 93, "percent", "@2023"),
                ("Dong Nai", COVERED, "level", 92.4, "percent", "@2023"),
                (HOME, VSI, "level", 14_200, "people", "@2023"),
                ("Dong Nai", VSI, "level", 31_900, "people", "@2023"),
            ],
            id="metrics in rows, places in columns",
        ),
        pytest.param(
            PLAN_AND_RESULT,
            [
                (HOME, CSI, "target", 178_900, "people", "@2023"),
                (HOME, CSI, "level", 169_244, "people", "@2023"),
                (HOME, CSI, "target_pct", 94.6, "percent", "@2023"),
                (HOME, VSI, "target", 36_200, "people", "@2023"),
                (HOME, VSI, "level", 24_118, "people", "@2023"),
                (HOME, VSI, "target_pct", 66.6, "percent", "@2023"),
            ],
            id="plain columns: plan, result and the rate of the two",
        ),
        pytest.param(
            IN_THOUSANDS,
            [
                (HOME, CSI, "level", 142_600, "people", "@2021"),
                (HOME, CSI, "level", 151_300, "people", "@2022"),
                (HOME, MONEY, "level", 2_014_000_000_000, "VND", "2021"),
                (HOME, MONEY, "level", 2_390_000_000_000, "VND", "2022"),
            ],
            id="units told once for the whole table",
        ),
        pytest.param(
            LEADERS,
            [
                (HOME, CSI, "level", 142_600, "people", "@2023"),
                (HOME, COVERED, "level", 93.2, "percent", "@2023"),
            ],
            id="labels and values without headings",
        ),
        pytest.param(
            NUMBERED,
            [
                (BU_DANG, VSI, "level", 1_400, "people", "@2024-01-20"),
                (DONG_XOAI, VSI, "level", 2_900, "people", "@2024-01-20"),
            ],
            id="numbered rows, units in a column",
        ),
        pytest.param(
            IN_PER_CENT,
            [
                ("Dong Nai", COVERED, "level", 91.2, "percent", "@2022"),
                ("Dong Nai", COVERED, "level", 92.4, "percent", "@2023"),
                ("Viet Nam", COVERED, "level", 92, "percent", "@2022"),
                ("Viet Nam", COVERED, "level", 93.35, "percent", "@2023"),
            ],
            id="per cent told once, the country beside provinces",
        ),
        pytest.param(
            DEBTORS,
            [
                (HOME, "other", "level", 56_700_000_000, "VND", "@2023"),
                (HOME, "other", "level", 40_900_000_000, "VND", "@2023"),
            ],
            id="debts of firms; months are no metric",
        ),
        pytest.param(
            TABBED,
            [
                (BU_DANG, VSI, "level", 1_377, "people", "@2023-12-31"),
                (BU_DANG, VSI, "target_pct", 88.2, "percent", "@2023-12-31"),
                (DONG_XOAI, VSI, "level", 2_914, "people", "@2023-12-31"),
                (DONG_XOAI, VSI, "target_pct", 103.5, "percent", "@2023-12-31"),
            ],
            id="columns parted by tabs",
        ),
        pytest.param(
            SEMICOLONS,
            [
                (BU_DANG, VSI, "level", 1_377, "people", "@2023"),
                (BU_DANG, VSI, "target_pct", 88.2, "percent", "@2023"),
                (DONG_XOAI, VSI, "level", 2_914, "people", "@2023"),
                (DONG_XOAI, VSI, "target_pct", 103, "percent", "@2023"),
                (HOME, VSI, "level", 4_291, "people", "@2023"),
                (HOME, VSI, "target_pct", 97.3, "percent", "@2023"),
            ],
            id="columns parted by semicolons",
        ),
        pytest.param(
            DASHES,
            [
                (BU_DANG, VSI, "level", 1_377, "people", "@2023"),
                (BU_DANG, VSI, "target_pct", 88, "percent", "@2023"),
                (DONG_XOAI, VSI, "level", 2_914, "people", "@2023"),
                (DONG_XOAI, VSI, "target_pct", 103, "percent", "@2023"),
            ],
            id="columns parted by dashes",
        ),
        pytest.param(
            TWO_HEADS,
            [
                (HOME, CSI, "level", 45_120, "people", "@2022"),
                (HOME, CSI, "target_pct", 98.2, "percent", "@2022"),
                (HOME, CSI, "level", 47_800, "people", "@2023"),
                (HOME, CSI, "target_pct", 99.1, "percent", "@2023"),
            ],
            id="years over the columns' own headings",
        ),
        pytest.param(
            JOINT_HEADS,
            [
                (BU_DANG, HI, "level", 141_200, "people", "@2023"),
                (BU_DANG, COVERED, "level", 92.5, "percent", "@2023"),
                (BU_DANG, VSI, "level", 3_120, "people", "@2023"),
                (BU_DANG, VSI, "target_pct", 48.1, "percent", "@2023"),
                (HOME, COVERED, "level", 93, "percent", "@2023"),
                (HOME, VSI, "level", 21_200, "people", "@2023"),
            ],
            id="schemes over the columns' own headings, empty cells without a space",
        ),
        pytest.param(
            SECTIONS,
            [
                (HOME, VSI, "target", 18_000, "people", "@2023"),
                (HOME, VSI, "level", 15_100, "people", "@2023"),
                (HOME, VSI, "target_pct", 83.9, "percent", "@2023"),
                (HOME, MONEY, "target", 2_100_000_000_000, "VND", "2023"),
                (HOME, MONEY, "level", 2_150_000_000_000, "VND", "2023"),
                (HOME, MONEY, "target_pct", 102.4, "percent", "2023"),
                (HOME, COVERED, "target", 94, "percent", "@2023"),
                (HOME, COVERED, "level", 94.6, "percent", "@2023"),
                (HOME, COVERED, "target_pct", 100.6, "percent", "@2023"),
            ],
            id="rows that only head those below them",
        ),
        pytest.param(
            MONTHS,
            [
                (HOME, MONEY, "level", 312_500_000_000, "VND", "2023-01"),
                (HOME, MONEY, "level", 312_500_000_000, "VND", "2023-01"),
                (HOME, MONEY, "level", 298_100_000_000, "VND", "2023-02"),
                (HOME, MONEY, "level", 610_600_000_000, "VND", "2023-01/2023-02"),
            ],
            id="months and their running total",
        ),
        pytest.param(
            VIETNAMESE,
            [
                (HOME, VSI, "target", 12_000, "people", "@2023"),
                (HOME, VSI, "level", 8_910, "people", "@2023"),
                (HOME, VSI, "target_pct", 74.3, "percent", "@2023"),
                (HOME, MONEY, "target", 3_200_000_000_000, "VND", "2023"),
                (HOME, MONEY, "level", 3_216_000_000_000, "VND", "2023"),
                (HOME, MONEY, "target_pct", 100.5, "percent", "2023"),
            ],
            id="Vietnamese, a caption that speaks of money alone",
        ),
    ],
)  # fmt: skip
def test_cells_of_tables(text: str, cells: list[Cell]) -> None:
    facts = extract_text(text, PUBLISHED, HOME)
    told = [(f.place, f.metric, f.aspect, float(f.value), f.unit, f.period) for f in facts]
    assert told == cells


GROUPS = """\
Voluntary social insurance participants:

| | 2021 | 2022 |
|---|---|---|
| Total | 31,200 | 33,900 |
| Of whom women | 17,100 | 18,800 |
| Total pupils | 1,240 | 1,310 |
| Result | 31,200 | 33,900 |
| Bu Dang district | 2,800 | 3,120 |
"""


def test_a_label_that_is_more_than_the_whole_names_a_part() -> None:
    facts = extract_text(GROUPS, PUBLISHED, HOME)
    told = {(float(f.value), f.group) for f in facts if f.period == "@2022"}
    assert told == {
        (33_900, None), (18_800, "women"), (1_310, "Total pupils"), (3_120, None),
    }  # fmt: skip
