"""Yes, no, or neither: what a question puts forward against what the report prints."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant
from assistant.drafting.computing import difference
from assistant.drafting.premises.confirming import confirmation
from assistant.evidence.rows.finding import Finding, Wanted
from assistant.sentences import Computed
from assistant.understanding.question import understand
from tests.assistant.drafting.premises.samples import found, prints, verdict
from tests.assistant.samples import TODAY, fact


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
        ("Did HI coverage go up or down?", 7, None),
        ("Did HI coverage go down or up?", -7, None),
        ("Tỷ lệ bao phủ BHYT có giảm hay tăng?", -7, None),
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


@pytest.mark.parametrize(
    ("put", "partly", "says"),
    [
        ("447,596 people in social insurance, 7,592 more than in December 2023", False, ["Yes"]),
        ("447,596 people in social insurance, 7,529 more than in December 2023", True,
         ["Yes", "No"]),
        ("447,569 people in social insurance, 7,592 more than in December 2023", True,
         ["No", "Yes"]),
        ("447,569 people in social insurance, 7,529 more than in December 2023", False, ["No"]),
    ],
)  # fmt: skip
def test_a_level_and_its_change_are_each_held_against_their_own_row(
    put: str, partly: bool, says: list[str], assistant: Assistant
) -> None:
    answer = assistant.answer(f"Is it true that Hai Duong had {put}?")
    assert ("only a part" in answer.answer) == partly
    assert re.findall(r"\b(Yes|No), the reports", answer.answer) == says
    assert [figure.value for figure in answer.figures] == [447596, 7592]


def test_what_is_at_odds_with_its_report_bears_nothing_out() -> None:
    question = "Was HI coverage in Binh Phuoc over 93 per cent?"
    (row,) = prints(94).facts
    assert verdict(question, found(row)) == "confirmed"
    assert verdict(question, found(replace(row, flags=("source_inconsistency",)))) is None
