"""What a heading, a question or a line before a list tells of the bare figures below it."""

from __future__ import annotations

from datetime import date

import pytest

from indexing.extraction import extract_text

PUBLISHED = date(2024, 1, 20)
HOME = "Binh Phuoc"
BU_DANG, DONG_XOAI = "Bu Dang district, Binh Phuoc", "Dong Xoai City, Binh Phuoc"
BU_DOP, LOC_NINH = "Bu Dop district, Binh Phuoc", "Loc Ninh district, Binh Phuoc"
SI, CSI, VSI = "si_participants", "compulsory_si_participants", "voluntary_si_participants"
HI, COVERED, UI = "hi_participants", "hi_coverage", "ui_participants"
Told = tuple[str | None, str, str, int | float]

BY_PLACE = """\
Coverage at the end of 2023 by district:

- Bu Dang: 93.1%
- Dong Xoai (97.5%)
"""
IN_ONE_LINE = """\
Health insurance coverage by province:

Nghe An: 93.1%; Ha Tinh: 93.5%; Quang Tri 96%.
"""
QUESTIONS = """\
**What is the coverage of health insurance now?**

98.1 per cent.

**And how many are in the voluntary scheme?**

16,210. That is 1,200 more than at the end of 2022.
"""
NESTED = """\
Participants at the end of 2023:

- Social insurance: 55,120 people
  - compulsory: 41,200
  - voluntary: 13,920
- Health insurance: 610,200 people (95%)
  - pupils: 140,900
  - poor households: 80,300
- Unemployment insurance: 38,400
"""
UNITS = """\
**Money of 2023 (billion VND)**

- Collection: 610.5 (101.2% of plan)
- Late payment: 61.2

Participants (thousand people):

1. Health insurance: 610.2
2. Compulsory social insurance: 41.2
"""
DIALOGUE = """\
– How many people have health insurance?

– At the end of 2023 it was 1,262,400 people.

– And the voluntary scheme?

– That is our bright spot. We had 15,900 members.
"""
UNDER_HEADS = """\
At the end of 2023:

- Voluntary social insurance
  - Bu Dang: 1,377
  - Dong Xoai: 2,914
- Health insurance coverage
  - Bu Dang: 92.5%
  - Dong Xoai: 96%
"""
POSTER = """\
Binh Phuoc in the year 2023

1,630,200
people with health insurance

93.8%
health insurance coverage

VND2,870 billion
premiums collected (98.9% of plan)
"""
RANKING = """\
In 2023 Dong Xoai led in collection with 104.1% of the plan, ahead of Bu Dang (102.2%) and Bu Dop \
(101%). The provincial average is 100.3%. Last is Loc Ninh with 91%.
"""
GROWTH = """\
Dong Xoai recorded the largest rise in voluntary social insurance members of all (up 21 per cent), \
ahead of Bu Dang (17 per cent) and Bu Dop (15.2 per cent).

Debts fell by 12% in Loc Ninh, 9% in Bu Dang and 7% in Bu Dop.

Voluntary participants rose most in Bu Dop, by 21 per cent, followed by Bu Dang with 17 per cent.

Health insurance coverage rose by 2 per cent in Loc Ninh, to 93 per cent, and Bu Dop reached 92%.
"""
TAKEN_UP = """\
The goal is 17,500 voluntary participants. It is also planned to insure 97 per cent of the people \
for health. As of 31 December 2023, the province had reached 15,900 and 96.4 per cent, respectively.
"""
SLASHES = """\
Results of the year 2023

1. Voluntary social insurance: 12,300/18,100 people (68%).
2. Collection: VND672 billion/1,391 billion (48.3%).
"""
ASKED = """\
Q: How many participants are there?

A: As of 31 December 2023: 1,081,000 in health insurance and 31,300 in voluntary social insurance.

Q: And the targets for the end of 2024?

A: 1,093,000 and 39,000.
"""
BASE = """\
Binh Phuoc had 7,120 pensioners at the end of 2023.

Of the province's 1.78 million people, 1.66 million (93.2 per cent) have health insurance.
"""
IN_TURN = """\
Bu Dang, Dong Xoai and Bu Dop cover 92.5%, 96% and 98.1% of their population with health insurance.
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            BY_PLACE,
            [(BU_DANG, COVERED, "level", 93.1), (DONG_XOAI, COVERED, "level", 97.5)],
            id="a rate by district",
        ),
        pytest.param(
            IN_ONE_LINE,
            [
                ("Nghe An", COVERED, "level", 93.1),
                ("Ha Tinh", COVERED, "level", 93.5),
                ("Quang Tri", COVERED, "level", 96),
            ],
            id="places in one line",
        ),
        pytest.param(
            QUESTIONS,
            [
                (HOME, COVERED, "level", 98.1),
                (HOME, VSI, "level", 16_210),
                (HOME, VSI, "change", 1_200),
            ],
            id="questions and answers",
        ),
        pytest.param(
            NESTED,
            [
                (HOME, SI, "level", 55_120),
                (HOME, CSI, "level", 41_200),
                (HOME, VSI, "level", 13_920),
                (HOME, HI, "level", 610_200),
                (HOME, COVERED, "level", 95),
                (HOME, HI, "level", 140_900),
                (HOME, HI, "level", 80_300),
                (HOME, UI, "level", 38_400),
            ],
            id="items below items",
        ),
        pytest.param(
            UNITS,
            [
                (HOME, "premium_collection", "level", 610_500_000_000),
                (HOME, "premium_collection", "target_pct", 101.2),
                (HOME, "late_payment_amount", "level", 61_200_000_000),
                (HOME, HI, "level", 610_200),
                (HOME, CSI, "level", 41_200),
            ],
            id="units told once for a list",
        ),
        pytest.param(
            DIALOGUE,
            [(HOME, HI, "level", 1_262_400), (HOME, VSI, "level", 15_900)],
            id="a dialogue in dashes",
        ),
        pytest.param(
            UNDER_HEADS,
            [
                (BU_DANG, VSI, "level", 1_377),
                (DONG_XOAI, VSI, "level", 2_914),
                (BU_DANG, COVERED, "level", 92.5),
                (DONG_XOAI, COVERED, "level", 96),
            ],
            id="places below metrics",
        ),
        pytest.param(
            POSTER,
            [
                (HOME, HI, "level", 1_630_200),
                (HOME, COVERED, "level", 93.8),
                (HOME, "premium_collection", "level", 2_870_000_000_000),
                (HOME, "premium_collection", "target_pct", 98.9),
            ],
            id="figures above what they count",
        ),
        pytest.param(
            RANKING,
            [
                (DONG_XOAI, "premium_collection", "target_pct", 104.1),
                (BU_DANG, "premium_collection", "target_pct", 102.2),
                (BU_DOP, "premium_collection", "target_pct", 101),
                (HOME, "premium_collection", "target_pct", 100.3),
                (LOC_NINH, "premium_collection", "target_pct", 91),
            ],
            id="a ranking by the share of a plan",
        ),
        pytest.param(
            GROWTH,
            [
                (DONG_XOAI, VSI, "change_pct", 21),
                (BU_DANG, VSI, "change_pct", 17),
                (BU_DOP, VSI, "change_pct", 15.2),
                (LOC_NINH, "late_payment_amount", "change_pct", -12),
                (BU_DANG, "late_payment_amount", "change_pct", -9),
                (BU_DOP, "late_payment_amount", "change_pct", -7),
                (BU_DOP, VSI, "change_pct", 21),
                (BU_DANG, VSI, "change_pct", 17),
                (LOC_NINH, COVERED, "change", 2),
                (LOC_NINH, COVERED, "level", 93),
                (BU_DOP, COVERED, "level", 92),
            ],
            id="rankings by growth",
        ),
        pytest.param(
            TAKEN_UP,
            [
                (HOME, VSI, "target", 17_500),
                (HOME, COVERED, "target", 97),
                (HOME, VSI, "level", 15_900),
                (HOME, COVERED, "level", 96.4),
            ],
            id="what two sentences told, taken up in turn",
        ),
        pytest.param(
            SLASHES,
            [
                (HOME, VSI, "level", 12_300),
                (HOME, VSI, "target", 18_100),
                (HOME, VSI, "target_pct", 68),
                (HOME, "premium_collection", "level", 672_000_000_000),
                (HOME, "premium_collection", "target", 1_391_000_000_000),
                (HOME, "premium_collection", "target_pct", 48.3),
            ],
            id="results over plans",
        ),
        pytest.param(
            ASKED,
            [
                (HOME, HI, "level", 1_081_000),
                (HOME, VSI, "level", 31_300),
                (HOME, HI, "target", 1_093_000),
                (HOME, VSI, "target", 39_000),
            ],
            id="targets asked for",
        ),
        pytest.param(
            BASE,
            [
                (HOME, "pensioners", "level", 7_120),
                (HOME, "other", "level", 1_780_000),
                (HOME, HI, "level", 1_660_000),
                (HOME, COVERED, "level", 93.2),
            ],
            id="the people of a province are none of those told before",
        ),
        pytest.param(
            IN_TURN,
            [
                (BU_DANG, COVERED, "level", 92.5),
                (DONG_XOAI, COVERED, "level", 96),
                (BU_DOP, COVERED, "level", 98.1),
            ],
            id="told once behind the last of them",
        ),
    ],
)
def test_what_stands_above_is_handed_down(text: str, told: list[Told]) -> None:
    facts = extract_text(text, PUBLISHED, HOME)
    assert [(f.place, f.metric, f.aspect, float(f.value)) for f in facts] == told


def test_a_label_that_names_a_part_is_no_whole() -> None:
    facts = extract_text(NESTED, PUBLISHED, HOME)
    assert [fact.group for fact in facts if fact.metric == HI] == [
        None,
        "pupils",
        "poor households",
    ]
