"""What strangers ask of a plan in plain words: what is missing to it, by how much it was beaten."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import values
from tests.assistant.samples import article

MEMBERS = article(
    "At the end of March 2022 Lai Chau had 23,905 voluntary social insurance participants, 68.3"
    " per cent"
    " of the target. Another 11,095 people are needed to meet it.",
    doc="members", published=date(2022, 4, 6),
)  # fmt: skip
BEATEN = article(
    "At the end of 2017 health insurance covered 85.7 per cent of the population of Lai Chau,"
    " exceeding the assigned target by 1.2 percentage points. In 2017 premiums collected in Lai"
    " Chau"
    " came to VND4.51 trillion, or 102.3 per cent of the plan, beating it by VND101 billion. At the"
    " end of 2017 social insurance covered 17.6 per cent of the workforce of Lai Chau, 0.5"
    " percentage points short of the target.",
    doc="beaten", published=date(2018, 1, 20),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Số người tham gia BHXH tự nguyện ở Lai Châu cuối tháng 3/2022 và còn thiếu bao nhiêu so"
         " với kế"
         " hoạch?", ["23905", "11095"]),
        ("How many voluntary social insurance members did Lai Chau have at the end of March 2022,"
         " and how"
         " many are still missing to the plan?", ["23905", "11095"]),
        ("How many people were in voluntary social insurance in Lai Chau in March 2022 and how"
         " many were"
         " lacking to the target?", ["23905", "11095"]),
        ("How many people does Lai Chau still lack against its voluntary social insurance plan?",
         ["11095"]),
        ("Lai Châu còn thiếu bao nhiêu người so với kế hoạch BHXH tự nguyện?", ["11095"]),
        ("BHXH tự nguyện ở Lai Châu còn thiếu bao nhiêu người so với chỉ tiêu?", ["11095"]),
        ("So với kế hoạch, Lai Châu còn thiếu bao nhiêu người tham gia BHXH tự nguyện?", ["11095"]),
        ("By how many people is Lai Chau short of its voluntary social insurance target?",
         ["11095"]),
        ("How many voluntary social insurance participants is Lai Chau short of compared with its"
         " plan?",
         ["11095"]),
        ("Lai Chau: voluntary SI participants in March 2022, and the gap to the plan?",
         ["23905", "11095"]),
    ],
)  # fmt: skip
def test_what_is_missing_to_a_plan_is_told_in_people(question: str, told: list[str]) -> None:
    assert values(question, MEMBERS) == told


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("By how many percentage points did Lai Chau beat its health insurance target in 2017?",
         "1.2"),
        ("How far above the target was health insurance coverage in Lai Chau in 2017?", "1.2"),
        ("By how much did health insurance coverage in Lai Chau exceed the plan in 2017?", "1.2"),
        ("By how many points did Lai Chau surpass its HI coverage target at the end of 2017?",
         "1.2"),
        ("Năm 2017 tỷ lệ bao phủ BHYT của Lai Châu vượt chỉ tiêu bao nhiêu điểm phần trăm?", "1.2"),
        ("Bao phủ BHYT của Lai Châu năm 2017 vượt kế hoạch bao nhiêu?", "1.2"),
        ("By how much did Lai Chau beat its 2017 collection plan?", "101000000000"),
        ("How much above its plan was premium collection in Lai Chau in 2017?", "101000000000"),
        ("By how many points did Lai Chau miss its social insurance target in 2017?", "0.5"),
        ("By how many percentage points did social insurance in Lai Chau fall short of the target"
         " in 2017?", "0.5"),
    ],
)  # fmt: skip
def test_by_how_much_a_plan_was_beaten_or_missed(question: str, value: str) -> None:
    assert value in values(question, BEATEN)


@pytest.mark.parametrize(
    "question",
    [
        "By how much did Lai Chau beat its social insurance target in 2017?",
        "By how much did Lai Chau beat its unemployment insurance target in 2017?",
        "By how many points did Lai Chau beat its health insurance target in 2016?",
        "By how many points did Ha Giang beat its health insurance target in 2017?",
        "By how many points did health insurance for the poor beat its target in Lai Chau in 2017?",
    ],
)
def test_what_beat_one_plan_beat_no_other(question: str) -> None:
    assert not {"1.2", "101000000000"} & set(values(question, BEATEN))


AHEAD = article(
    "At the end of October 2025 health insurance covered 88.2 per cent of the population of Lai"
    " Chau. The target for health insurance coverage of the province at the end of 2025 is 96.5"
    " per cent.",
    doc="ahead", published=date(2025, 11, 6),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How far is Lai Chau from its 2025 HI coverage target?", ["88.2", "96.5", "-8.3"]),
        ("At the end of October 2025 how many points was Lai Chau short of its HI coverage target?",
         ["88.2", "96.5", "-8.3"]),
        ("At the end of June 2025 how far was Lai Chau from its HI coverage target?", []),
        ("Giữa năm 2025 Lai Châu còn thiếu bao nhiêu để đạt chỉ tiêu bao phủ BHYT?", []),
    ],
)  # fmt: skip
def test_what_was_missing_on_a_day_is_told_by_the_level_of_that_day(
    question: str, told: list[str]
) -> None:
    assert values(question, AHEAD) == told
