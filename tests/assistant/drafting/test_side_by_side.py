"""Places held against each other, or one against the whole that it lies in."""

from __future__ import annotations

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

BANKS = article(
    "Of the pensioners in towns 58 per cent have their money sent to a bank. Hai Phong leads with"
    " 83 per cent and Can Tho follows with 71 per cent, as of June 2022.",
    doc="banks",
)
MERGED = article(
    "At the end of September 2025, 300,000 people in Dong Nai had compulsory social insurance. At"
    " the end of September 2025, 90,000 people in Binh Phuoc had compulsory social insurance. At"
    " the end of September 2025 health insurance covered 92.4 per cent of the people of Dong Nai.",
    doc="merged",
)
SHRANK = article(
    "In Son La the late payment rate shrank to 1.4 per cent at the end of 2022.", doc="shrank"
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Is Can Tho ahead of Hai Phong in paying pensioners through banks?", "No, "),
        ("Is it true that Hai Phong is ahead of Can Tho in paying pensioners by bank?", "Yes, "),
        ("Which is ahead in paying pensioners by bank, Can Tho or Hai Phong?", "An undated"),
    ],
)
def test_a_sentence_tells_both_under_the_words_before_it(question: str, told: str) -> None:
    answer = answer_over(question, BANKS)
    assert answer.answer.startswith(told)
    assert "Can Tho follows with 71 per cent" in answer.answer


def test_under_other_words_it_tells_nothing() -> None:
    question = "Is Can Tho ahead of Hai Phong in paying pensioners through phones?"
    assert answer_over(question, BANKS).figures == ()


@pytest.mark.parametrize(
    "question",
    [
        "What slice of Dong Nai's compulsory social insurance members work in the old Binh Phuoc?",
        "What chunk of Dong Nai's compulsory social insurance members live in Binh Phuoc?",
        "Of Dong Nai's compulsory social insurance members, what portion lives in Binh Phuoc?",
    ],
)
def test_whatever_noun_asks_for_it_a_part_is_a_share_of_its_whole(question: str) -> None:
    told = [str(figure.value) for figure in answer_over(question, MERGED).figures]
    assert sorted(told) == ["30.00", "300000", "90000"]


@pytest.mark.parametrize(
    "question",
    [
        "Has health coverage in Dong Nai fallen from 95.1 to 92.4 per cent since May 2025?",
        "Why did health coverage in Dong Nai fall from 95.1 to 92.4 per cent since May 2025?",
    ],
)
def test_two_areas_make_neither_a_rise_nor_a_fall(question: str) -> None:
    assert "neither a rise nor a fall" in answer_over(question, MERGED).answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did late payment in Son La rise in 2022?", "No, "),
        ("Did the late payment rate in Son La fall in 2022?", "Yes, "),
        ("Since late payment in Son La rose in 2022, how high is it?", "The reports say otherwise"),
    ],
)
def test_the_words_that_lead_to_a_level_tell_its_way(question: str, told: str) -> None:
    assert answer_over(question, SHRANK).answer.startswith(told)
