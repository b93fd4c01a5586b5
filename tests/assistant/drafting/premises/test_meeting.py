"""Whether a target was met or missed, as far as what is told of it settles that."""

from __future__ import annotations

import pytest

from assistant.evidence.rows.finding import Finding
from tests.assistant.drafting.premises.samples import found, of_aspect, prints, verdict
from tests.assistant.samples import fact


@pytest.mark.parametrize(
    ("findings", "says"),
    [
        ([of_aspect("target_pct", 102)], "confirmed"),
        ([of_aspect("target_pct", 100)], "confirmed"),
        ([of_aspect("target_pct", "91.7")], "refuted"),
        ([of_aspect("target_pct", 90, bound="over")], None),
        ([of_aspect("level", 93), of_aspect("target", 92)], "confirmed"),
        ([of_aspect("level", 91), of_aspect("target", 92)], "refuted"),
        ([of_aspect("level", 93)], None),
        ([of_aspect("gap", "4.56", unit="percentage_points")], "refuted"),
    ],
)
def test_whether_a_target_was_met(findings: list[Finding], says: str | None) -> None:
    assert verdict("Did Binh Phuoc meet its HI coverage target?", *findings) == says
    assert verdict("By how much did Binh Phuoc miss its HI coverage target?", *findings) is None


@pytest.mark.parametrize(
    ("question", "finding", "says"),
    [
        ("Did Hue miss its HI coverage target?", of_aspect("target_pct", 102), "refuted"),
        ("Did Hue miss its HI coverage target?", of_aspect("target_pct", "91.7"), "confirmed"),
        ("Did Hue fail to meet its HI coverage target?", of_aspect("target_pct", 102), "refuted"),
        ("Is HI coverage in Hue below its target?", of_aspect("target_pct", 102), "refuted"),
        ("Did Hue not meet its HI coverage target?", of_aspect("target_pct", 102), None),
        ("BHYT Huế không đạt chỉ tiêu bao phủ, đúng không?", of_aspect("target_pct", 90),
         "confirmed"),
        ("BHYT Huế có đạt chỉ tiêu bao phủ không?", of_aspect("target_pct", 90), "refuted"),
        ("BHYT Huế đã đạt chỉ tiêu bao phủ chưa?", of_aspect("target_pct", 102), "confirmed"),
        ("Did HI coverage in Hue fail to reach 95 per cent?", prints("94.3"), "confirmed"),
        ("Did HI coverage in Hue fail to reach 95 per cent?", prints(95), "refuted"),
        ("Did HI coverage in Hue fail to reach 95 per cent?", prints(96), "refuted"),
        ("Was HI coverage in Hue below 95 per cent?", prints("94.3"), "confirmed"),
        ("Is HI coverage in Hue short of 90 per cent?", prints(85), "confirmed"),
        ("Did HI coverage in Hue not reach 95 per cent?", prints(96), None),
        ("HI coverage in Hue was 94 per cent, wasn't it?", prints(94), "confirmed"),
    ],
)  # fmt: skip
def test_who_asks_whether_something_was_missed_hears_yes_where_it_was(
    question: str, finding: Finding, says: str | None
) -> None:
    assert verdict(question, finding) == says


@pytest.mark.parametrize(
    ("findings", "says"),
    [
        ([of_aspect("target_pct", 83, period="@2021-10")], None),
        ([of_aspect("target_pct", 83, period="@2021")], "refuted"),
        ([of_aspect("target_pct", 103, period="@2021-10")], "confirmed"),
        ([of_aspect("gap", 5, unit="percentage_points", period="@2021-05")], None),
        (
            [of_aspect("level", 88, period="@2021-10"), of_aspect("target", 96, period="@2021")],
            None,
        ),
    ],
)
def test_no_target_is_missed_before_its_time_is_over(
    findings: list[Finding], says: str | None
) -> None:
    assert verdict("Did Binh Phuoc meet its HI coverage target in 2021?", *findings) == says


@pytest.mark.parametrize(("period", "says"), [("@2021-10", None), ("@2021", "refuted")])
def test_a_share_of_a_plan_counts_when_the_year_is_over(period: str, says: str | None) -> None:
    share = of_aspect("target_pct", 83, period=period)
    assert verdict("Did Binh Phuoc meet its HI coverage target?", share) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Did Binh Phuoc meet its HI coverage target in 2022?", None),
        ("Did Binh Phuoc meet its HI coverage target?", None),
        ("Did Binh Phuoc meet its HI coverage target by the end of November 2022?", "refuted"),
    ],
)
def test_what_falls_short_before_the_day_of_its_target_may_still_reach_it(
    question: str, says: str | None
) -> None:
    early = found(fact(value=91, bound="exact", aspect="level", period="@2022-11"))
    aim = found(fact(value=92, aspect="target", period="@2022"))
    assert verdict(question, early, aim) == says


@pytest.mark.parametrize(("level", "target"), [(82, 90), (91, 90)])
def test_a_level_without_a_date_tells_nothing_of_the_target_of_a_year(
    level: int, target: int
) -> None:
    undated = found(fact(value=level, bound="exact", aspect="level", period=None))
    aim = found(fact(value=target, bound="exact", aspect="target", period="@2020"))
    assert verdict("Did Binh Phuoc meet its HI coverage target?", undated, aim) is None
    assert verdict("Bình Phước đã đạt chỉ tiêu bao phủ BHYT chưa?", undated, aim) is None


@pytest.mark.parametrize(("share", "says"), [(97, None), (102, "confirmed")])
def test_a_share_without_a_date_may_be_of_a_plan_whose_time_was_not_up(
    share: int, says: str | None
) -> None:
    undated = of_aspect("target_pct", share, period=None)
    assert verdict("Did Binh Phuoc meet its HI coverage target?", undated) == says


@pytest.mark.parametrize(
    ("question", "findings", "says"),
    [
        ("Is it right that Hue reached 82 per cent of its collection plan in 2023?",
         [of_aspect("target_pct", "102.1")], None),
        ("Is it right that Hue reached 102.1 per cent of its collection plan in 2023?",
         [of_aspect("target_pct", "102.1")], "confirmed"),
        ("Is it right that Hue reached 110 per cent of its collection plan in 2023?",
         [of_aspect("target_pct", "102.1")], "refuted"),
        ("Did Hue exceed its collection plan by 2.1 per cent in 2023?",
         [of_aspect("target_pct", "102.1")], "confirmed"),
        ("Did Hue exceed its collection plan by 3.1 per cent in 2023?",
         [of_aspect("target_pct", "102.1")], "refuted"),
        ("Was HI coverage in Hue 4.56 points below the target in 2023?",
         [of_aspect("gap", "4.56", unit="percentage_points")], "confirmed"),
        ("Was HI coverage in Hue 5.56 points below the target in 2023?",
         [of_aspect("gap", "4.56", unit="percentage_points")], "refuted"),
        ("Was HI coverage in Hue 4.56 points above the target in 2023?",
         [of_aspect("gap", "4.56", unit="percentage_points")], "refuted"),
        ("Did Hue exceed its HI coverage target by 0.91 points in 2023?",
         [of_aspect("level", "94.56"), of_aspect("target", "93.65")], "confirmed"),
        ("Was the HI coverage target of Hue for 2023 95 per cent?",
         [of_aspect("target", "95")], "confirmed"),
        ("Was the HI coverage target of Hue for 2023 92 per cent?",
         [of_aspect("target", "95")], "refuted"),
    ],
)  # fmt: skip
def test_a_figure_about_a_plan_is_held_against_the_plan(
    question: str, findings: list[Finding], says: str | None
) -> None:
    assert verdict(question, *findings) == says


@pytest.mark.parametrize(
    ("question", "findings", "says"),
    [
        ("Did Hue get to the 95% HI coverage it wanted in 2022?", [of_aspect("target", 95)], None),
        ("Did Hue get to the 95% HI coverage it wanted in 2022?",
         [of_aspect("level", 96, period="@2022"), of_aspect("target", 95, period="@2022")],
         "confirmed"),
        ("Did Hue reach 95% HI coverage as planned for 2022?",
         [of_aspect("level", 91, period="@2022-08"), of_aspect("target", 95, period="@2022")],
         None),
        ("Did Hue reach 95% HI coverage as planned for 2022?",
         [of_aspect("level", 91, period="@2022"), of_aspect("target", 95, period="@2022")],
         "refuted"),
        ("Did Hue want to reach 95% HI coverage in 2022?", [of_aspect("target", 95)], "confirmed"),
    ],
)  # fmt: skip
def test_an_aim_is_no_outcome_and_what_falls_short_before_its_time_is_no_miss(
    question: str, findings: list[Finding], says: str | None
) -> None:
    assert verdict(question, *findings) == says
