"""Regions: their provinces listed and put in order, and their own figures."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

DELTA = article(
    "At the end of May health insurance covered 81.5 per cent of the people of the Mekong Delta, "
    "against 85 per cent in the country as a whole. Health insurance coverage in Ben Tre was 88.2 "
    "per cent at the end of May 2018. Health insurance coverage in Hau Giang was 79.4 per cent at "
    "the end of May 2018. Health insurance coverage in Nghe An was 83 per cent at the end of May "
    "2018.",
    doc="delta",
    published=date(2018, 6, 20),
)
SINCE = article(
    "Health insurance coverage in Can Tho was 94.1 per cent at the end of October 2025. Health "
    "insurance coverage in Lam Dong was 93.3 per cent at the end of October 2025.",
    doc="since",
    published=date(2025, 11, 20),
)


@pytest.mark.parametrize(
    ("question", "order", "told"),
    [
        ("Rank the Mekong Delta provinces by HI coverage in May 2018",
         ["Ben Tre: 88.2", "Hau Giang: 79.4"], "2 of the 13 provinces and cities"),
        ("Which Mekong Delta province had the lowest HI coverage in May 2018?",
         ["Hau Giang: 79.4", "Ben Tre: 88.2"], "2 of the 13 provinces and cities"),
        ("List the HI coverage of the provinces in the Mekong Delta in 2025",
         ["Can Tho: 94.1"], "1 of the 5 provinces and cities"),
        ("List the HI coverage of the Mekong Delta provinces",
         ["Can Tho: 94.1", "Ben Tre: 88.2", "Hau Giang: 79.4"],
         "3 provinces and cities of the Mekong Delta, as it was before or since July 2025"),
        ("Which Mekong Delta provinces had more than 85 per cent HI coverage in May 2018?",
         ["Ben Tre: 88.2"], "2 of the 13 provinces and cities"),
        ("Which Mekong Delta provinces were below the region's own HI coverage in May 2018?",
         ["Hau Giang: 79.4"], "2 of the 13 provinces and cities"),
        ("Which North Central province had the highest HI coverage in May 2018?",
         ["Nghe An: 83"], "1 of the 6 provinces and cities"),
        ("Which delta province had the highest HI coverage in May 2018?",
         ["Ben Tre: 88.2", "Hau Giang: 79.4"], "2 of the 13 provinces and cities"),
        ("What rank does Hau Giang hold in HI coverage among the Mekong Delta provinces in 2018?",
         ["Ben Tre: 88.2", "Hau Giang: 79.4"], "2 of the 13 provinces and cities"),
        ("Tỉnh nào của miền Tây có tỷ lệ bao phủ BHYT cao nhất tháng 5/2018?",
         ["Bến Tre: 88,2", "Hậu Giang: 79,4"], "2 trên 13 tỉnh, thành phố"),
    ],
)  # fmt: skip
def test_the_provinces_of_a_region_are_put_in_order(
    question: str, order: list[str], told: str
) -> None:
    answer = answer_over(question, DELTA, SINCE)
    assert answer.status == "answered"
    lines = [line for line in answer.answer.splitlines() if line.startswith("- ")]
    assert [line[2:].split("%")[0].split(" per")[0] for line in lines] == order
    assert any(told in warning for warning in answer.warnings)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was HI coverage in the Mekong Delta in May 2018?", ["81.5 per cent"]),
        ("By how much did the Mekong Delta trail the country in HI coverage in May 2018?",
         ["81.5 per cent", "85 per cent", "3.5 percentage points"]),
        ("By how much did the delta trail the country in HI coverage in May 2018?",
         ["81.5 per cent", "85 per cent", "3.5 percentage points"]),
        ("Was HI coverage in Ben Tre above the Mekong Delta's in May 2018?",
         ["Yes", "88.2 per cent", "81.5 per cent"]),
        ("Which region had the highest HI coverage in May 2018?", ["the Mekong Delta: 81.5"]),
    ],
)  # fmt: skip
def test_the_figure_of_a_region_as_a_whole_answers_for_it(question: str, told: list[str]) -> None:
    answer = answer_over(question, DELTA, SINCE)
    assert answer.status == "answered"
    assert all(words in answer.answer for words in told)


@pytest.mark.parametrize(
    "question",
    [
        "What is HI coverage in the North Central region?",
        "What is the average HI coverage of the North Central provinces?",
        "Which Central Highlands province had the highest HI coverage in October 2025?",
        "What share of women in the Mekong Delta had HI in May 2018?",
        "HI coverage in the North in 2018",
    ],
)
def test_no_figure_of_provinces_is_given_for_their_region(question: str) -> None:
    assert answer_over(question, DELTA, SINCE).status == "not_found"


def test_a_region_by_half_its_name_is_asked_back_where_both_may_be_meant() -> None:
    other = article(
        "Health insurance coverage in Hung Yen was 87 per cent at the end of May 2018.",
        doc="north",
        published=date(2018, 6, 20),
    )
    answer = answer_over("Rank the delta provinces by HI coverage in May 2018", DELTA, other)
    assert answer.status == "clarify"
    assert set(answer.choices) == {"Red River Delta", "Mekong Delta"}
