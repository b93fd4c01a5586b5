"""One of the times of a figure: the highest there was, the first beyond a limit, any at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.records import Answer
from tests.assistant.asking import answer_over
from tests.assistant.samples import article

RATE = "HI coverage in Nghe An"
YEARS = [
    article(f"Health insurance coverage in Nghe An was {rate} per cent at the end of {year}.",
            f"nghe-an-{year}", date(year + 1, 1, 20))
    for year, rate in ((2018, "88.5"), (2019, "91.2"), (2020, "89.7"), (2021, "93"), (2022, "92.4"))
]  # fmt: skip
AMOUNTS = [
    article(f"Nghe An Social Security collected VND{amount} billion in {time}.", doc, published)
    for doc, amount, time, published in (
        ("a", "3,000", "2021", date(2022, 1, 20)),
        ("b", "2,800", "2022", date(2023, 1, 20)),
        ("c", "3,100", "the first ten months of 2023", date(2023, 11, 20)),
    )
]


def ask(question: str, *history: str) -> Answer:
    return answer_over(question, *YEARS, *AMOUNTS, history=history)


@pytest.mark.parametrize(
    ("question", "says", "figures"),
    [
        ("In which year was {rate} highest?", "of the 5 figures", "93 92.4 91.2 89.7 88.5"),
        ("When was {rate} lowest?", "lowest of the 5", "88.5 89.7 91.2 92.4 93"),
        (
            "Năm nào BHYT Nghệ An có tỷ lệ bao phủ cao nhất?",
            "5 thời điểm",
            "93 92.4 91.2 89.7 88.5",
        ),
        # What was collected in ten months is no year's sum.
        ("Which year saw the most collected in Nghe An?", "of the 2 figures", "3E+12 2.8E+12"),
        (
            "When did {rate} first reach 90 per cent?",
            "the first at which it was so",
            "91.2 88.5 89.7",
        ),
        (
            "Since when has {rate} been above 92.5 per cent?",
            "the first at which it was so",
            "93 89.7 92.4",
        ),
        ("When did {rate} pass 85 per cent?", "may have been before", "88.5"),
        ("When did {rate} exceed 95 per cent?", "at none of the 5 dates", "93"),
        ("Was {rate} ever below 89 per cent?", "Yes", "88.5"),
        ("Has {rate} ever been above 95 per cent?", "No, at none of the 5 dates", "93"),
        ("Has Nghe An ever collected over 4 trillion dong?", "No, at none of the 3", "3.1E+12"),
        ("Has {rate} ever fallen?", "Yes", "93 92.4 -0.6"),
        ("Did {rate} ever exceed 90 per cent in 2020?", "No, not at the only date", "89.7"),
    ],
)
def test_the_time_is_told_with_its_figure(question: str, says: str, figures: str) -> None:
    answer = ask(question.format(rate=RATE))
    assert answer.status == "answered"
    assert says in answer.answer.split("Health")[0]
    assert [figure.value for figure in answer.figures] == [*map(Decimal, figures.split())]


HERE_AND_THERE = [
    article(
        f"{place} had {members} people in voluntary social insurance at the end of {year}, and "
        f"health insurance coverage of {rate} per cent.",
        f"{place}-{year}",
        date(year + 1, 1, 20),
    )
    for place, year, members, rate in (
        ("Ha Nam", 2020, "15,512", "97"),
        ("Ha Nam", 2021, "16,004", "98"),
        ("Son La", 2022, "9,310", "97"),
    )
]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When was HI coverage 97 per cent?", {"Son La": "2022", "Ha Nam": "2020"}),
        ("When was HI coverage in Ha Nam 97 per cent?", {"Ha Nam": "2020"}),
        ("In which year did voluntary SI members number 15,512?", {"Ha Nam": "2020"}),
        ("In what year were there 15,512 voluntary SI members in Ha Nam?", {"Ha Nam": "2020"}),
        ("Khi nào tỷ lệ bao phủ BHYT là 98%?", {"Ha Nam": "2021"}),
        ("khi nao ty le bao phu BHYT o Son La la 97%?", {"Son La": "2022"}),
        ("When was HI coverage in Ha Nam about 97%?", {"Ha Nam": "2020"}),
    ],
)
def test_every_time_at_which_it_was_just_that_is_told(question: str, told: dict[str, str]) -> None:
    answer = answer_over(question, *HERE_AND_THERE)
    assert answer.status == "answered"
    assert {figure.place: (figure.period or "").lstrip("@") for figure in answer.figures} == told


@pytest.mark.parametrize(
    "question",
    ["When was HI coverage in Ha Nam 60 per cent?", "When was HI coverage in Son La 98%?"],
)
def test_a_figure_that_no_time_has_is_refused_with_the_nearest(question: str) -> None:
    answer = answer_over(question, *HERE_AND_THERE)
    assert "with this figure in the reports" in answer.answer
    assert [str(figure.value) for figure in answer.figures] == ["97"]


def test_where_it_never_fell_the_first_and_the_last_figure_show_it() -> None:
    rising = [report for report in YEARS if "2020" not in report.doc and "2022" not in report.doc]
    answer = answer_over("Has HI coverage in Nghe An ever fallen?", *rising)
    assert answer.answer.startswith("No, none of the 3 figures")
    assert [str(figure.value) for figure in answer.figures] == ["88.5", "93"]


def test_a_figure_that_cannot_be_true_bears_nothing_out() -> None:
    printed = article("Nghe An Social Security collected VND3,764 trillion in 2021.", "x")
    answer = answer_over("Has Nghe An ever collected more than 5,000 billion dong?", printed)
    assert not answer.answer.startswith("Yes")
    assert any("plausible" in warning for warning in answer.warnings)


def test_the_understood_line_tells_which_time_is_asked_for() -> None:
    assert ask(f"When was {RATE} highest?").understood.endswith("when it was highest")
    assert ask(f"Was {RATE} ever below 89 per cent?").understood.endswith("at any time")


def test_a_limit_in_another_unit_is_answered_by_no_rise() -> None:
    answer = ask(f"Has {RATE} ever been above 2 million people?")
    assert not answer.answer.startswith(("Yes", "No"))


BESIDE = article("Health insurance coverage in Ha Tinh was 94.1 per cent at the end of 2022.", "z")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which provinces ever fell below 90 per cent HI coverage?", [("Nghe An", "88.5")]),
        ("Tỉnh nào từng dưới 90% bao phủ BHYT?", [("Nghe An", "88.5")]),
        ("Which provinces have ever been above 92.5 per cent HI coverage?",
         [("Ha Tinh", "94.1"), ("Nghe An", "93")]),
        # Without "ever" it is the latest figure of each that counts.
        ("Which provinces are above 92.5 per cent HI coverage?", [("Ha Tinh", "94.1")]),
    ],
)  # fmt: skip
def test_the_places_that_ever_met_a_limit_are_listed_with_the_time(
    question: str, told: list[tuple[str, str]]
) -> None:
    answer = answer_over(question, *YEARS, BESIDE)
    assert [(figure.place, str(figure.value)) for figure in answer.figures] == told
