"""Places in order: what is ordered is said in each line, and a limit keeps places out."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant
from tests.assistant.asking import answer_over
from tests.assistant.proving import prove
from tests.assistant.samples import article

TARGETS = [
    "which province has the highest HI coverage target",
    "List the targets for health insurance coverage by province",
]
CHANGES = [
    "rank provinces by growth in HI participants",
    "Which province had the largest increase in health insurance participants?",
]


def lines_of(answer: str) -> list[str]:
    return [line for line in answer.split("\n") if line.startswith("- ")]


@pytest.mark.parametrize("question", TARGETS)
def test_no_target_is_ranked_as_if_it_were_reached(question: str, assistant: Assistant) -> None:
    answer = assistant.answer(question)
    lines = lines_of(answer.answer)
    assert len(lines) > 2
    assert all("The target for" in line for line in lines)
    assert "(target)" in answer.answer.split("\n")[0]


@pytest.mark.parametrize("question", CHANGES)
def test_changes_are_ranked_in_one_unit_with_their_direction(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert len({figure.unit for figure in answer.figures}) == 1
    for line, figure in zip(lines_of(answer.answer), answer.figures, strict=True):
        assert ("fell by" in line) == (figure.value < 0)
        assert ("rose by" in line or "New " in line) == (figure.value > 0)


@pytest.mark.parametrize(
    ("question", "least", "most"),
    [
        ("Provinces with HI coverage between 90 and 93 percent", 90, 93),
        ("Tỉnh nào có tỷ lệ bao phủ BHYT từ 90 đến 93%?", 90, 93),
        ("How many provinces have HI coverage over 90%?", 90, 100),
        ("Có bao nhiêu tỉnh đạt tỷ lệ bao phủ BHYT trên 90%?", 90, 100),
        ("Tỉnh nào chưa đạt 90% BHYT?", 0, 90),
        ("Which provinces have not reached 90% HI coverage?", 0, 90),
        ("Có tỉnh nào đạt 95% BHYT không?", 95, 100),
    ],
)
def test_provinces_that_are_asked_for_are_listed_and_not_the_country(
    question: str, least: int, most: int, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert not answer.answer.startswith(("Yes", "No,", "Đúng", "Không,"))
    assert len(answer.figures) > 1
    assert all(least <= figure.value <= most for figure in answer.figures)
    assert "Viet Nam" not in {figure.place for figure in answer.figures}


@pytest.mark.parametrize(
    ("question", "sign"),
    [
        ("Which provinces saw premium collection rise over 10%?", 1),
        ("biggest fall in late payment by province", -1),
    ],
)
def test_a_rise_is_not_listed_as_a_fall_nor_a_fall_as_a_rise(
    question: str, sign: int, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert answer.figures
    assert all(figure.value * sign > 0 and figure.unit == "percent" for figure in answer.figures)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Which districts of Nghe An have the highest HI coverage?", "by locality of Nghe An"),
        ("HI coverage in the districts of Nghe An", "by locality of Nghe An"),
        ("Which provinces met the plan for late payment in 1999?", "by province in 1999"),
    ],
)
def test_what_is_not_held_is_not_answered_with_another_place_or_order(
    question: str, says: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "not_found"
    assert says in (answer.reason or "")


def test_months_in_the_order_of_a_year_are_told(assistant: Assistant) -> None:
    answer = assistant.answer("Which provinces collected less than 1 trillion dong in 2023?")
    assert any("only a part of 2023" in warning for warning in answer.warnings)


@pytest.mark.parametrize(
    "question", ["which provinces are higher than Hanoi", "Tỉnh nào đạt chỉ tiêu?"]
)
def test_a_list_by_a_figure_that_is_left_open_is_asked_back(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "clarify"
    assert len(answer.choices) > 2


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("What is the average HI coverage over all provinces?", "cannot be added up, averaged"),
        ("mean late payment rate across provinces", "cannot be added up, averaged"),
        ("add up the HI participants of all provinces", "of different dates and are not put"),
        ("average premium collection per province", "of different dates and are not put"),
        ("Tỷ lệ bao phủ BHYT bình quân của các tỉnh?", "không thể cộng, chia hay lấy trung bình"),
        ("tổng số người tham gia BHYT của các tỉnh", "ở những thời điểm khác nhau"),
    ],
)
def test_no_figure_is_made_of_those_of_all_places_and_it_is_said_why(
    question: str, why: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert len(lines_of(answer.answer)) > 5
    assert all(figure.verdict == "verified" for figure in answer.figures)
    assert any(why in warning for warning in answer.warnings)
    assert not {"Viet Nam"} & {figure.place for figure in answer.figures}


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("What is the gap between the highest and lowest HI coverage?", ["99.2", "79", "20.2"]),
        ("difference between first and second highest HI coverage", ["99.2", "95.6", "3.6"]),
        ("How much higher is HI coverage in the top province than in the lowest?",
         ["99.2", "79", "20.2"]),
        ("Chênh lệch giữa tỉnh cao nhất và tỉnh thấp nhất về tỷ lệ bao phủ BHYT?",
         ["99.2", "79", "20.2"]),
    ],
)  # fmt: skip
def test_how_far_places_of_a_ranking_lie_apart_is_computed(
    question: str, values: list[str], assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert [str(figure.value) for figure in answer.figures] == values
    assert answer.figures[-1].verdict == "derived"


def test_spans_of_unequal_length_in_a_ranking_are_not_subtracted(assistant: Assistant) -> None:
    answer = assistant.answer("How much more does the top province collect than the second?")
    assert {(figure.aspect, figure.verdict) for figure in answer.figures} == {("level", "verified")}
    assert any("different dates and are not put together" in w for w in answer.warnings)


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("how many provinces have HI coverage over 90%?", "It is 12 of the 19 provinces"),
        ("Có bao nhiêu tỉnh bao phủ BHYT dưới 90%?", "Đó là 7 trong số 19 tỉnh"),
    ],
)
def test_places_are_counted_where_their_number_is_asked_for(
    question: str, counted: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert answer.answer.startswith(counted)
    assert len(lines_of(answer.answer)) == int(re.findall(r"\d+", counted)[0])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what rank is Hanoi in HI coverage?", "Hanoi is number 4 of the 19"),
        ("Is Hanoi in the top 3 for HI coverage?", "Hanoi is number 4 of the 19"),
        ("Huế đứng thứ mấy về tỷ lệ bao phủ BHYT?", "Huế đứng thứ 1 trong số 19"),
    ],
)
def test_the_rank_of_one_province_is_told_among_all(
    question: str, told: str, assistant: Assistant
) -> None:
    assert assistant.answer(question).answer.startswith(told)


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (["HI coverage in Lao Cai?", "where does it rank?"], "Lao Cai is number 13 of the 19"),
        (["What is HI coverage in Lao Cai and where does it rank?"], "Lao Cai is number 13"),
        (["BHYT Lào Cai bao phủ bao nhiêu?", "đứng thứ mấy cả nước?"], "Lào Cai đứng thứ 13"),
    ],
)
def test_the_rank_of_the_place_in_hand_is_told_with_its_own_figure_and_those_first(
    questions: list[str], told: str, assistant: Assistant
) -> None:
    *history, question = questions
    answer = assistant.answer(question, history)
    assert told in answer.answer
    assert "88" in answer.answer
    assert len(lines_of(answer.answer)) == 5


def test_a_place_in_the_order_is_not_said_to_be_without_a_figure(assistant: Assistant) -> None:
    answer = assistant.answer("which of Hue, Lang Son and Lai Chau has the lowest HI coverage?")
    assert len(lines_of(answer.answer)) == 3
    assert answer.reason is None


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("total debt of the top 3 debtors in HCMC", 126_070_000_000),
        ("how much did the three biggest debtors in Dong Nai owe together?", None),
    ],
)
def test_debts_of_several_firms_add_up_where_they_are_exact_and_of_one_day(
    question: str, total: int | None, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert len(lines_of(answer.answer)) == 3
    made = [figure.value for figure in answer.figures if figure.verdict == "derived"]
    assert made == ([total] if total else [])
    assert (total is None) == any("not put together" in warning for warning in answer.warnings)


def test_whose_part_a_figure_is_of_is_said_in_its_line() -> None:
    """What is told of pupils alone is no rate of the whole place."""
    report = article(
        "At the end of 2017 health insurance coverage of pupils in Ca Mau was 84.2 per cent. At "
        "the end of 2017 health insurance coverage of pupils in Long An was 91.6 per cent."
    )
    lines = lines_of(answer_over("Rank provinces by HI coverage of pupils", report).answer)
    assert [line.split(",")[0] for line in lines] == [
        "- Long An (pupils): 91.6 per cent",
        "- Ca Mau (pupils): 84.2 per cent",
    ]


@pytest.mark.parametrize(
    ("question", "rank"),
    [
        ("What rank does Hue hold for HI coverage?", "number 1 of the"),
        ("Where does Lai Chau stand among the provinces for HI coverage?", "is number"),
        ("Which place does Kien Giang take in HI coverage?", "is number"),
        ("what spot does kien giang occupy in hi coverage", "is number"),
        ("Long An xếp hạng bao nhiêu về số người tham gia BHYT?", "đứng thứ"),
        ("Lai Châu đứng ở đâu so với các tỉnh về tỷ lệ bao phủ BHYT?", "đứng thứ"),
    ],
)
def test_the_rank_of_a_place_is_asked_for_in_many_words(
    question: str, rank: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert rank in answer.answer
    prove(answer, assistant)


def test_who_holds_cards_holds_no_rank(assistant: Assistant) -> None:
    told = assistant.answer("How many people in Hue hold health insurance cards?")
    assert [figure.metric for figure in told.figures] == ["hi_participants"]


THREE = [
    article(f"Health insurance coverage in {place} was {rate} per cent at the end of {year}.",
            f"{place}-{year}")
    for place, rate, year in (("Hue", "98.9", 2022), ("Nghe An", "91.2", 2022),
                              ("Nghe An", "88.5", 2019), ("Ca Mau", "87", 2022))
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Does Hue have the highest HI coverage in the country?", "Hue is number 1 of the 3"),
        ("Is Nghe An the province with the highest HI coverage?", "Nghe An is number 2 of the 3"),
        ("Is Nghe An's 91.2 per cent the highest of all provinces?",
         "Nghe An is number 2 of the 3"),
        ("Is it true that Ca Mau has the lowest HI coverage?",
         "Ca Mau is number 1 from the bottom of the 3"),
        ("Có phải Huế có tỷ lệ bao phủ BHYT cao nhất cả nước không?", "Huế đứng thứ 1 trong số 3"),
        # Beside no other place it is the highest that the place itself had.
        ("Is 88.5 per cent the lowest HI coverage in Nghe An?", "The lowest of the 2 figures"),
        ("Is 88.5 per cent Nghe An's highest HI coverage?", "The highest of the 2 figures"),
    ],
)  # fmt: skip
def test_whether_a_place_comes_first_is_told_by_its_rank(question: str, says: str) -> None:
    assert answer_over(question, *THREE).answer.startswith(says)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Was Nghe An's HI coverage in 2019 above that of Ca Mau in 2022?", ["88.5", "87"]),
        # Of the readings of "coverage" one is compared.
        ("Was Hue's coverage in 2022 above the national one in 2021?", ["98.9"]),
    ],
)
def test_places_with_times_of_their_own_are_compared_as_named(
    question: str, told: list[str]
) -> None:
    other = article(
        "Social insurance coverage in Viet Nam was 36 per cent at the end of 2021.", "country"
    )
    figures = answer_over(question, *THREE, other).figures
    assert [f"{figure.value.normalize():f}" for figure in figures] == told
