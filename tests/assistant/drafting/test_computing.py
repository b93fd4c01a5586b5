"""Operations over rows: what is computed, what is refused, what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assistant.drafting.computing import average, computed_sentence, difference, total
from assistant.drafting.days import mixed_periods
from assistant.drafting.places.ranking import coverage, ranking_sentences
from assistant.drafting.shares import ratio as ratio_of
from assistant.evidence.rows.debtors import is_debt
from assistant.grounding.gate import is_grounded
from assistant.sentences import Computed
from assistant.understanding.question import understand
from assistant.wording.phrases import load_phrases
from indexing.records import MetricFact
from tests.assistant.asking import answer_over
from tests.assistant.samples import TEXT, TODAY, article, fact

ENGLISH = load_phrases("en")


ASKED = understand("compare", (), TODAY)


def of_people(value: object = 1_000, place: str = "Binh Phuoc", **changes: object) -> MetricFact:
    """A count of people, exact unless it is said otherwise."""
    held = {"metric": "hi_participants", "unit": "people", "bound": "exact", **changes}
    return fact(value=value, place=place, **held)


def coverage_of(value: object, period: str, **changes: object) -> MetricFact:
    """An exact coverage of Binh Phuoc."""
    return fact(**{"bound": "exact", "value": value, "period": period, **changes})


def figure(told: Computed | str | None) -> Computed:
    """What was computed, where something was."""
    assert isinstance(told, Computed)
    return told


def test_the_difference_of_two_coverages_is_in_percentage_points() -> None:
    rows = [coverage_of("91.5", "@2022"), coverage_of("93.2", "@2023")]
    told = figure(difference(ASKED, rows))
    assert (told.value, told.unit) == (Decimal("1.7"), "percentage_points")
    assert (told.period, told.vs, told.operands) == ("@2023", "@2022", tuple(rows))
    said = computed_sentence("compare", told, ENGLISH)
    assert said.text == "Computed from these figures, that is a rise of 1.7 percentage points"


def test_a_difference_over_time_counts_from_the_earlier_figure_whichever_was_named_first() -> None:
    told = figure(difference(ASKED, [coverage_of(90, "@2023"), coverage_of(93, "@2022")]))
    assert "a fall of 3 percentage points" in computed_sentence("compare", told, ENGLISH).text


def test_what_was_reached_is_compared_with_its_target() -> None:
    rows = [coverage_of("94.56", "@2024"), coverage_of("93.65", "@2024", aspect="target")]
    assert figure(difference(ASKED, rows)).value == Decimal("0.91")


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (fact(period="@2022"), "rough"),  # "over 93" has no exact difference
        (coverage_of(93, "@2023"), None),
        (coverage_of(93, "@2022", metric="si_coverage"), None),
        (coverage_of(93, "@2022", aspect="change_pct"), None),
        (coverage_of(93, "@2022", group="pupils"), None),
    ],
    ids=["bound", "same", "metric", "aspect", "part"],
)
def test_a_difference_that_makes_no_sense_is_not_computed(
    second: MetricFact, why: str | None
) -> None:
    assert difference(ASKED, [coverage_of(93, "@2023"), second]) == why


@pytest.mark.parametrize(
    ("earlier", "later", "is_told"),
    [
        ("2023", "2024", True),
        ("2023-01/2023-09", "2024-01/2024-09", True),
        ("2023-02", "2024-02", True),
        ("2023", "2024-01/2024-02", False),
        ("2023-Q1", "2023-H1", False),
    ],
)
def test_amounts_are_compared_over_as_many_days(earlier: str, later: str, is_told: bool) -> None:
    rows = [
        fact(metric="premium_collection", unit="VND", bound="exact", value=value, period=period)
        for value, period in ((400, earlier), (360, later))
    ]
    told = difference(ASKED, rows)
    assert isinstance(told, Computed) if is_told else told == "dates"


def test_amounts_of_two_places_are_compared_over_as_many_days() -> None:
    rows = [
        fact(metric="premium_collection", unit="VND", bound="exact", place=place, period=period)
        for place, period in (("Hanoi", "2024-01/2024-05"), ("Hue", "2024-Q1"))
    ]
    assert difference(ASKED, rows) == "dates"


def test_no_difference_is_computed_across_the_merger_of_a_province() -> None:
    rows = [coverage_of(v, p, place="Dong Nai") for v, p in ((90, "@2024"), (92, "@2025"))]
    assert difference(ASKED, rows) == "merger"


def test_amounts_of_several_places_at_one_time_are_added_up() -> None:
    told = figure(total(ASKED, [of_people(1_000), of_people(20_500, "Hanoi")]))
    assert (told.value, told.place) == (21_500, None)
    said = computed_sentence("total", told, ENGLISH)
    assert said.text.endswith("the total is 21,500 people")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (of_people(), "overlap"),  # the same place twice
        (of_people(place="Viet Nam"), "nested"),
        (of_people(place="Dong Xoai City, Binh Phuoc"), "nested"),
        (of_people(place="Dong Nai"), "nested"),  # takes in Binh Phuoc since July 2025
        (of_people(place="Hanoi", period="@2022"), "dates"),
        (of_people(place="Hanoi", bound="over"), "rough"),
        (of_people(place="Hanoi", unit="percent", metric="hi_coverage"), "shares"),
        (of_people(place="Hanoi", metric="ui_participants"), "unlike"),
    ],
    ids=["one place", "whole", "district", "merged", "time", "bound", "shares", "metrics"],
)
def test_what_cannot_be_added_up_is_refused_with_its_reason(other: MetricFact, why: str) -> None:
    assert total(ASKED, [of_people(), other]) == why


@pytest.mark.parametrize(
    ("question", "metrics", "sum_"),
    [
        ("sum of compulsory and voluntary social insurance participants in Binh Phuoc",
         ("compulsory_si_participants", "voluntary_si_participants"), 3_000),
        ("sum of health insurance and social insurance participants in Binh Phuoc",
         ("hi_participants", "si_participants"), "overlap"),
    ],
)  # fmt: skip
def test_people_are_added_up_only_over_schemes_that_nobody_is_in_twice(
    question: str, metrics: tuple[str, ...], sum_: int | str
) -> None:
    rows = [of_people(1_000 * n, metric=metric) for n, metric in enumerate(metrics, 1)]
    told = total(understand(question, (), TODAY), rows)
    assert (told.value if isinstance(told, Computed) else told) == sum_


def test_an_average_that_is_rounded_says_so() -> None:
    rows = [of_people(1_000), of_people(1_001, "Hanoi")]
    told = figure(average(ASKED, rows))
    assert (told.value, told.bound) == (1_001, "about")
    assert "about 1,001 people" in computed_sentence("average", told, ENGLISH).text


def test_a_ratio_is_told_in_per_cent_of_the_second() -> None:
    told = figure(ratio_of(ASKED, [of_people(1), of_people(3, "Hanoi")]))
    assert (told.value, told.unit, told.bound) == (Decimal("33.33"), "percent", "about")
    assert ratio_of(ASKED, [coverage_of(1, "@2022"), coverage_of(2, "@2023")]) == "shares"


def test_a_ranking_says_how_many_places_report_and_passes_the_gate() -> None:
    rows = [fact(), fact(place="Hanoi")]
    query = understand("Which province had the highest HI coverage in 2023?", (), TODAY)
    heading, *lines = ranking_sentences(query, rows, lambda doc: article(TEXT), ENGLISH)
    rests_on = coverage(query, rows, ENGLISH)
    assert "2 provinces" in rests_on.text
    assert "a single province" in coverage(query, rows[:1], ENGLISH).text
    assert [line.text for line in lines] == [
        "- Binh Phuoc: over 93 per cent, at the end of 2023",
        "- Hanoi: over 93 per cent, at the end of 2023",
    ]
    said = (rests_on, heading, *lines)
    assert all(is_grounded(one, lambda doc: article(TEXT)) for one in said)


def test_figures_of_other_days_are_not_silently_compared() -> None:
    assert mixed_periods([fact(), fact(period="@2022")])
    assert not mixed_periods([fact(), fact(period="@2023-12-31")])


def test_a_share_of_one_number_in_another_is_of_the_same_days() -> None:
    part = of_people(1, metric="voluntary_si_participants")
    whole = of_people(4, metric="si_participants")
    assert figure(ratio_of(ASKED, [part, whole])).value == Decimal(25)
    assert ratio_of(ASKED, [part, replace(whole, period="@2019")]) == "dates"


def test_what_several_firms_owe_adds_up() -> None:
    debts = [fact(metric="other", group=name, subject="debt", unit="VND", bound="exact", value=n)
             for name, n in (("An Binh", 2), ("Binh An", 3))]  # fmt: skip
    assert all(is_debt(row) for row in debts)
    assert figure(total(ASKED, debts)).value == 5


OF_PROVINCES = article(
    "At the end of 2023, 9,120 people in Lang Son had voluntary social insurance. In Lai Chau "
    "7,540 people had voluntary social insurance at the end of 2023. Nationwide 1.8 million had "
    "voluntary social insurance at the end of 2023. Health insurance coverage in Lang Son was 93.4 "
    "per cent at the end of 2023. In Lai Chau health insurance coverage was 85 per cent at the end "
    "of 2023.",
    published=date(2024, 1, 20),
)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("What is the mean number of VSI participants of the provinces?", "some provinces only"),
        ("How many VSI participants does a province have on average?", "some provinces only"),
        ("On average, how many VSI members do provinces report?", "some provinces only"),
        ("mean voluntary SI participants among the provinces", "some provinces only"),
        ("average voluntary SI participants by province", "some provinces only"),
        ("HI coverage, provinces, average", "different wholes"),
        ("What is the mean HI coverage among the provinces?", "different wholes"),
        ("Trung bình một tỉnh có bao nhiêu người tham gia BHXH tự nguyện?", "một số tỉnh"),
        ("Bình quân tỷ lệ bao phủ BHYT các tỉnh là bao nhiêu?", "những tổng khác nhau"),
    ],
)
def test_a_mean_over_provinces_is_refused_with_the_reason_and_their_figures(
    question: str, why: str
) -> None:
    answer = answer_over(question, OF_PROVINCES)
    assert {figure.place for figure in answer.figures} == {"Lang Son", "Lai Chau"}
    assert all(figure.verdict == "verified" for figure in answer.figures)
    assert why in answer.warnings[0]


@pytest.mark.parametrize(
    "question",
    [
        "What was the national average HI coverage?",
        "average VSI participants in Lang Son",
        "What is the city's average HI coverage?",
    ],
)
def test_an_average_of_one_place_is_not_that_of_the_provinces(question: str) -> None:
    assert len(answer_over(question, OF_PROVINCES).figures) < 2


@pytest.mark.parametrize(
    ("metrics", "whole"),
    [
        (("compulsory_si_participants", "voluntary_si_participants"), "si_participants"),
        (("compulsory_si_participants", "hi_participants"), None),
    ],
)
def test_schemes_that_nobody_is_in_twice_add_up_however_they_are_named(
    metrics: tuple[str, ...], whole: str | None
) -> None:
    asked = replace(ASKED, operation="total", metrics=metrics, joint=None)
    told = total(asked, [of_people(1_000 + n, metric=name) for n, name in enumerate(metrics)])
    assert told == "overlap" if whole is None else isinstance(told, Computed)
    if isinstance(told, Computed):
        assert (told.metric, told.value) == (whole, Decimal(2_001))
