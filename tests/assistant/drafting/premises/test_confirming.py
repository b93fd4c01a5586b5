"""Yes, no, or neither: what a question puts forward against what the report prints."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.drafting.computing import difference
from assistant.drafting.premises.confirming import confirmation
from assistant.evidence.rows.finding import Finding, Wanted
from assistant.sentences import Computed
from assistant.understanding.question import understand
from indexing.records import Bound, MetricFact, Unit
from tests.assistant.samples import TODAY, fact

BOUNDS: dict[Bound, str] = {"exact": "", "over": "over", "under": "less than", "about": "about"}


def found(*rows: MetricFact) -> Finding:
    return Finding(Wanted("hi_coverage", ("level",), "Binh Phuoc", None, frozenset()), rows)


def prints(
    value: object, bound: Bound = "exact", unit: Unit = "percent", word: str = ""
) -> Finding:
    """What a report prints, with the word that it marks the bound by."""
    printed = f"{word or BOUNDS[bound]} {value}".strip()
    return found(
        fact(value=value, bound=bound, unit=unit, start=0, end=len(printed), quote=printed)
    )


def verdict(question: str, *findings: Finding) -> str | None:
    return confirmation(understand(question, (), TODAY), findings)


@pytest.mark.parametrize(
    ("claim", "report", "says"),
    [
        ("over 93 per cent", prints(93, "over"), "confirmed"),
        ("above 95 per cent", prints("99.2"), "confirmed"),
        ("above 95 per cent", prints(94), "refuted_so_far"),
        ("above 90 per cent", prints(93, "over"), "confirmed"),
        ("above 95 per cent", prints(93, "over"), None),
        ("under 90 per cent", prints(93, "over"), "refuted"),
        ("under 93 per cent", prints(93, "over"), "refuted"),
        ("93 per cent", prints(93, "over"), None),
        ("about 93 per cent", prints(93, "over"), None),
        ("90 per cent", prints(93, "over"), "refuted"),
        ("95 per cent", prints(93, "over"), "refuted"),
        ("over 93 per cent", prints(93), None),
        ("at least 93 per cent", prints(93), None),
        ("93 per cent", prints(93), "confirmed"),
        ("93 per cent", prints("93.4"), "refuted"),
        ("about 93 per cent", prints("93.4"), "confirmed"),
        ("about 93 per cent", prints(99), "refuted"),
        ("at least 50 per cent", prints(53, "about"), "confirmed"),
        ("over 53 per cent", prints(53, "about"), None),
        ("over 40 per cent", prints(48, "under", word="nearly"), "confirmed"),
        ("over 40 per cent", prints(48, "under"), None),
        ("under 1 per cent", prints("0.79"), "confirmed"),
        ("above 95", prints("99.2"), "confirmed"),
    ],
)
def test_a_figure_put_forward_is_compared_as_the_values_it_stands_for(
    claim: str, report: Finding, says: str | None
) -> None:
    assert verdict(f"Is it true that HI coverage in Binh Phuoc was {claim}?", report) == says


@pytest.mark.parametrize(
    ("question", "report", "says"),
    [
        (
            "Did it collect nearly 4 trillion dong?",
            prints(3_990_000_000_000, unit="VND"),
            "confirmed",
        ),
        (
            "Did it collect nearly 4 trillion dong?",
            prints(1_000_000_000_000, unit="VND"),
            "refuted",
        ),
        ("Was less than 4 trillion collected?", prints(1_000_000_000_000, unit="VND"), "confirmed"),
        ("BHYT Binh Phuoc có vượt 90% không?", prints("93.1"), "confirmed"),
        ("Did HI coverage in Binh Phuoc reach 90 per cent?", prints("93.1"), "confirmed"),
        ("Is it true that HI coverage in Hue reached 90 per cent?", prints("93.1"), None),
        ("Did HI coverage in Hue reach only 90 per cent?", prints("93.1"), "refuted"),
        ("Did HI coverage in Hue reach 95 per cent?", prints("99.2"), "confirmed"),
        ("Has HI coverage in Hue hit 95 per cent?", prints("99.2"), "confirmed"),
        ("BHYT Huế đã đạt 95% chưa?", prints("99.2"), "confirmed"),
        ("Tỷ lệ bao phủ BHYT của Huế có đạt 95% không?", prints("99.2"), "confirmed"),
        ("BHYT Huế đạt 95%, đúng không?", prints("99.2"), None),
        ("Did HI coverage in Binh Phuoc reach 90 per cent?", prints(89), "refuted_so_far"),
        ("Did HI coverage in Binh Phuoc reach 90 per cent in 2023?", prints(89), "refuted"),
        ("Was HI coverage between 90 and 95 per cent?", prints(93), None),
        ("When was HI coverage in Binh Phuoc over 93 per cent?", prints(93, "over"), None),
        ("BHYT Binh Phuoc 2024 ty le bao phu", prints(93), None),
        ("HI coverage in Binh Phuoc in 2023", prints(93), None),
    ],
)
def test_the_words_around_a_figure_count(question: str, report: Finding, says: str | None) -> None:
    assert verdict(question, report) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Has Hue reached 95 per cent HI coverage?", "refuted_so_far"),
        ("Is HI coverage in Hue above 95 per cent?", "refuted_so_far"),
        ("Did Hue reach 95 per cent HI coverage in 2023?", "refuted"),
        ("Was HI coverage in Hue 95 per cent?", "refuted"),
        ("Is HI coverage in Hue below 90 per cent?", "refuted"),
        ("Has Hue reached 90 per cent HI coverage?", "confirmed"),
    ],
)
def test_what_the_last_report_tells_as_not_reached_may_be_since(
    question: str, says: str | None
) -> None:
    assert verdict(question, prints("91.1")) == says


@pytest.mark.parametrize(
    ("days", "says"),
    [("@2023-02", "refuted_so_far"), ("@2023", "refuted"), ("@2023-12-31", "refuted")],
)
def test_what_was_not_reached_by_a_month_may_have_been_by_the_end_of_the_asked_year(
    days: str, says: str
) -> None:
    (row,) = prints("91.1").facts
    told = found(replace(row, period=days))
    assert verdict("Was HI coverage in Hue above 95 per cent in 2023?", told) == says


@pytest.mark.parametrize(
    ("hanoi", "hue", "days", "says"),
    [
        (94, 99, "@2022", "refuted"),
        (99, 94, "@2022", "confirmed"),
        (99, 94, "@2020", None),
        (94, 94, "@2022", "refuted"),
    ],
    ids=("lower", "higher", "of another day", "equal"),
)
def test_which_of_two_places_is_higher_is_told_for_the_same_days(
    hanoi: int, hue: int, days: str, says: str | None
) -> None:
    query = understand("Is HI coverage higher in Hanoi than in Thua Thien Hue?", (), TODAY)
    rows = [
        fact(value=hanoi, bound="exact", place="Hanoi", period="@2022"),
        fact(value=hue, bound="exact", place="Thua Thien Hue", period=days),
    ]
    told = difference(query, rows)
    assert isinstance(told, Computed)
    assert confirmation(query, [found(row) for row in rows], told) == says


@pytest.mark.parametrize(
    ("question", "value", "says"),
    [
        ("Is it true that HI coverage rose by 7 per cent?", 7, "confirmed"),
        ("Is it true that HI coverage fell by 7 per cent?", 7, "refuted"),
        ("Did HI coverage rise?", 7, "confirmed"),
        ("Did HI coverage fall?", 7, "refuted"),
        ("Did HI coverage rise?", -7, "refuted"),
        ("Tỷ lệ bao phủ BHYT có giảm không?", -7, "confirmed"),
        ("Did HI coverage rise or fall?", 7, None),
        ("How much did HI coverage rise?", 7, None),
        ("HI coverage growth", 7, None),
    ],
)
def test_the_direction_of_a_change_counts(question: str, value: int, says: str | None) -> None:
    row = fact(aspect="change_pct", value=value, bound="exact")
    assert verdict(question, found(row)) == says


def test_a_direction_is_also_told_by_two_levels() -> None:
    query = understand("Did HI coverage in Binh Phuoc grow between 2022 and 2023?", (), TODAY)
    rows = [fact(value=91, bound="exact", period="@2022"), fact(value=93, bound="exact")]
    told = difference(query, rows)
    assert isinstance(told, Computed)
    assert confirmation(query, [found(row) for row in rows], told) == "confirmed"


def of_aspect(aspect: str, value: object, **changes: object) -> Finding:
    return found(fact(aspect=aspect, value=value, **{"bound": "exact", **changes}))


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


def test_where_several_figures_answer_nothing_is_confirmed() -> None:
    question = "Is it true that HI coverage was over 93 per cent?"
    assert verdict(question, found(fact()), found(fact(place="Hanoi"))) is None


def test_where_reports_differ_on_it_nothing_is_confirmed() -> None:
    rows = (fact(value=94, bound="exact"), fact(value=96, bound="exact"))
    assert verdict("Is HI coverage in Binh Phuoc over 95 per cent?", found(*rows)) is None


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 99), st.integers(1, 99))
def test_of_an_exact_figure_above_and_below_are_never_both_true(value: int, limit: int) -> None:
    says = [
        verdict(f"Is it true that HI coverage was {word} {limit} per cent in 2023?", prints(value))
        for word in ("over", "under")
    ]
    if value == limit:
        assert says == [None, None]
    else:
        assert says == (["confirmed", "refuted"] if value > limit else ["refuted", "confirmed"])


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


def test_what_was_not_reached_is_a_limit_in_vietnamese_too() -> None:
    question = "Bình Phước chưa đạt 95% bao phủ BHYT đúng không?"
    assert verdict(question, prints(92)) == "confirmed"
    assert verdict(question, prints(96)) == "refuted"


@pytest.mark.parametrize(
    ("question", "report", "says"),
    [
        ("Isn't HI coverage in Hue 82.1 per cent in 2023?", prints(93), "refuted"),
        ("Isn't HI coverage in Hue 93 per cent in 2023?", prints(93), "confirmed"),
        ("HI coverage in Hue isn't 93 per cent, is it?", prints(93), None),
        ("Didn't HI coverage in Hue reach 95 per cent in 2023?", prints(94), "refuted"),
        ("Chẳng phải tỷ lệ bao phủ BHYT của Huế năm 2023 là 82,1% sao?", prints(93), "refuted"),
        ("Is it true that HI coverage in Hue was not 93 per cent in 2023?", prints(93), "refuted"),
        ("Is it true that HI coverage in Hue was not 82 per cent in 2023?", prints(93),
         "confirmed"),
        ("Is it true that HI coverage in Hue did not reach 95 per cent?", prints(96), "refuted"),
        ("Is it true that HI coverage in Hue did not reach 95 per cent?", prints(94), "confirmed"),
        ("Did HI coverage in Hue not reach 95 per cent?", prints(94), None),
        ("Is it true that HI coverage in Hue fell short of 95 per cent?", prints(99), "refuted"),
    ],
)  # fmt: skip
def test_what_a_negative_question_puts_forward(
    question: str, report: Finding, says: str | None
) -> None:
    assert verdict(question, report) == says


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
    ("question", "says"),
    [
        ("Was HI coverage in Binh Phuoc higher in 2023 than in 2022?", "refuted"),
        ("Was HI coverage in Binh Phuoc lower in 2023 than in 2022?", "confirmed"),
        ("Was HI coverage in Binh Phuoc higher in 2022 than in 2023?", "confirmed"),
        ("Năm 2023 tỷ lệ bao phủ BHYT của Bình Phước có cao hơn năm 2022 không?", "refuted"),
        ("Did HI coverage in Binh Phuoc rise from 94 per cent in 2022 to 91 per cent in 2023?",
         "refuted"),
        ("Did HI coverage in Binh Phuoc fall from 94 per cent in 2022 to 91 per cent in 2023?",
         "confirmed"),
        ("Was HI coverage in Binh Phuoc 94 per cent at the end of 2022 and 91 per cent at the end "
         "of 2023?", "confirmed"),
        ("Was HI coverage in Binh Phuoc 94 per cent at the end of 2022 and 95 per cent at the end "
         "of 2023?", "refuted"),
    ],
)  # fmt: skip
def test_two_times_are_held_against_each_other(question: str, says: str) -> None:
    query = understand(question, (), TODAY)
    days = {period.last_day.year: period for period in query.periods}
    rows = {
        2022: fact(value=94, bound="exact", period="@2022"),
        2023: fact(value=91, bound="exact", period="@2023"),
    }
    findings = [
        Finding(Wanted("hi_coverage", ("level",), "Binh Phuoc", days[year], frozenset()), (row,))
        for year, row in rows.items()
    ]
    told = difference(query, list(rows.values()))
    assert isinstance(told, Computed)
    assert confirmation(query, findings, told) == says


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Does Hue have more compulsory than voluntary SI participants?", "confirmed"),
        ("Does Hue have fewer compulsory than voluntary SI participants?", "refuted"),
    ],
)
def test_two_metrics_are_held_against_each_other(question: str, says: str) -> None:
    rows = [
        fact(metric=metric, value=value, bound="exact", unit="people")
        for metric, value in (
            ("compulsory_si_participants", 127_749),
            ("voluntary_si_participants", 18_461),
        )
    ]
    assert verdict(question, *(found(row) for row in rows)) == says


@pytest.mark.parametrize(
    "question",
    [
        "Is it true that HI coverage in Binh Phuoc rose by 7 points to 85.6 per cent?",
        "Is it true that HI coverage in Binh Phuoc rose by 7 points for the first time?",
        "Is it true that HI coverage in Binh Phuoc rose by 7 points, the highest in the country?",
        "Is it true that HI coverage in Binh Phuoc rose steadily by 7 points?",
    ],
)
def test_what_is_put_forward_besides_the_figure_is_not_confirmed_with_it(question: str) -> None:
    row = fact(aspect="change", value=7, bound="exact", unit="percentage_points")
    assert verdict(question, found(row)) is None


def test_below_another_place_is_no_failure() -> None:
    """ "Below" names a side; only of a target or a limit does it say that it was missed."""
    rows = [fact(value=79, bound="exact"), fact(value=85, bound="exact", place="Viet Nam")]
    question = "Was HI coverage in Binh Phuoc below the national rate in 2023?"
    assert verdict(question, *(found(row) for row in rows)) == "confirmed"


def test_where_no_figure_that_may_be_meant_is_the_one_put_forward_it_is_refuted() -> None:
    rows = [found(fact(value=93, bound="exact")), found(fact(value=38, bound="exact"))]
    assert verdict("Isn't coverage in Binh Phuoc 82.1 per cent in 2023?", *rows) == "refuted"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("What does 90 per cent HI coverage in Binh Phuoc mean for clinics?", None),
        ("Which villages of Binh Phuoc make up the 90 per cent with HI coverage?", None),
        ("BHYT Bình Phước bao phủ 90% nhờ những xã nào?", None),
        ("How did HI coverage in Binh Phuoc come to be 90 per cent?", "refuted"),
        ("HI coverage in Binh Phuoc is 90 per cent, is that right, and what else?", "refuted"),
    ],
)
def test_who_asks_for_something_else_hears_neither_yes_nor_no(
    question: str, says: str | None
) -> None:
    assert verdict(question, prints(93)) == says
