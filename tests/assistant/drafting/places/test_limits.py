"""Places that a limit keeps out of a list, and those that meet it."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "least"),
    [
        ("Which provinces reached 95% HI coverage?", 95),
        ("Which provinces have reached at least 93 per cent health insurance coverage?", 93),
        ("Which provinces have HI coverage over 94%?", 94),
    ],
)
def test_a_limit_keeps_places_out(question: str, least: int, assistant: Assistant) -> None:
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert all(figure.value >= least for figure in answer.figures)
    assert any(re.search(r"this figure for 1\d provinces", w) for w in answer.warnings)


@pytest.mark.parametrize("verb", ["beat", "went past", "outdid", "exceeded"])
def test_what_is_to_be_beaten_lies_below(verb: str, assistant: Assistant) -> None:
    answer = assistant.answer(f"Which provinces {verb} 95 per cent HI coverage?")
    assert answer.figures
    assert all(figure.value > 95 for figure in answer.figures)


def test_a_limit_that_is_denied_keeps_none_out_that_may_be_below_it(assistant: Assistant) -> None:
    answer = assistant.answer("Which provinces have not reached 90% HI coverage?")
    assert any(figure.value < 90 for figure in answer.figures)


@pytest.mark.parametrize("limit", ["but not above 93%", "of no more than 93%", "not over 93%"])
def test_a_limit_that_is_told_by_a_denial_stays_a_limit(limit: str, assistant: Assistant) -> None:
    answer = assistant.answer(f"Top 3 provinces by HI coverage {limit}")
    assert len(answer.figures) == 3
    assert all(figure.value <= 93 for figure in answer.figures)


@pytest.mark.parametrize(
    "question",
    [
        "Which provinces have over 1 million people in HI but under 90% coverage?",
        "Which provinces collected premiums of over 1 billion dollars?",
        "Tỉnh nào có hơn 1 triệu người tham gia BHYT mà tỷ lệ bao phủ dưới 90%?",
    ],
)
def test_a_limit_of_another_figure_is_not_dropped(question: str, assistant: Assistant) -> None:
    answer = assistant.answer(question)
    assert (answer.status, answer.figures) == ("not_found", ())
    assert re.search("limit|giới hạn", answer.reason or "")


@pytest.mark.parametrize(
    "question",
    [
        "Which provinces have HI coverage over 99.5%?",
        "Has any province reached 100% health insurance coverage?",
        "Có tỉnh nào đạt 100% bao phủ BHYT chưa?",
    ],
)
def test_where_no_place_meets_a_limit_the_nearest_is_told(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert re.match("None of the places|Không địa phương nào", answer.answer)
    assert [str(figure.value) for figure in answer.figures] == ["99.2"]


def test_a_limit_in_per_cent_is_held_against_changes_in_per_cent(assistant: Assistant) -> None:
    answer = assistant.answer("Which provinces saw premium collection rise over 10%?")
    assert all(figure.value > 10 for figure in answer.figures)


@pytest.mark.parametrize(
    ("question", "heading", "names"),
    [
        ("Which company owes the least?", "from the lowest", 5),
        ("Which debtors owe over 20 billion dong?", "from the highest", 3),
        ("Doanh nghiệp nào nợ dưới 10 tỷ đồng?", "từ cao nhất", 1),
    ],
)
def test_debtors_are_listed_from_the_asked_end_and_within_the_asked_limit(
    question: str, heading: str, names: int, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert heading in answer.answer.split("\n")[0]
    assert len(answer.figures) == names
    values = [figure.value for figure in answer.figures]
    assert values == sorted(values, reverse="lowest" not in heading)


def test_what_is_over_a_figure_stands_above_it(assistant: Assistant) -> None:
    answer = assistant.answer("Which province has the lowest HI coverage in 2023?")
    bounds = [figure.bound for figure in answer.figures if figure.value == 93]
    assert bounds == ["exact", "over"]


@pytest.mark.parametrize(
    ("question", "is_above"),
    [
        ("which provinces have higher HI coverage than Hanoi?", True),
        ("Which provinces are below the national average in HI coverage?", False),
        ("Những tỉnh nào có tỷ lệ bao phủ BHYT thấp hơn Hà Nội?", False),
    ],
)
def test_a_list_held_against_a_place_keeps_the_other_side_out(
    question: str, is_above: bool, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    mark, *listed = answer.figures
    assert mark.place in ("Hanoi", "Viet Nam")
    assert len(listed) > 2
    assert all((figure.value > mark.value) == is_above for figure in listed)


@pytest.mark.parametrize(
    ("question", "most"),
    [
        ("which provinces collected less than 1 trillion?", 10**12),
        ("which provinces have fewer than 10,000 voluntary SI participants?", 10_000),
        ("Tỉnh nào có số thu dưới 1 nghìn tỷ?", 10**12),
    ],
)
def test_a_limit_that_leaves_its_unit_open_keeps_places_out(
    question: str, most: int, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert answer.figures
    assert all(figure.value < most for figure in answer.figures)
