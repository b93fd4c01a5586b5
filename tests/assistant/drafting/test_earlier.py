"""What was so before a change that is told: the level less the change, where both are known."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

ROSE = article(
    "At the end of October 2021 Gia Lai had 8,640 people in voluntary social insurance, an "
    "increase of 3,210 people over the end of October 2020.",
    doc="rose",
    published=date(2021, 11, 12),
)
FELL = article(
    "At the end of May 2024 Ca Mau had over 912,000 people in health insurance, a decrease of "
    "21,000 people compared with the end of 2023. At the end of May 2024 Ca Mau had about 40,000 "
    "people in unemployment insurance, nearly 2,000 more than at the end of 2023.",
    doc="fell",
    published=date(2024, 6, 12),
)
COARSE = article(
    "In 2023 Ha Tinh collected VND3.4 trillion of premiums, VND256 billion more than in 2022.",
    doc="coarse",
    published=date(2024, 1, 12),
)
ONLY = article(
    "At the end of July 2022 Kon Tum had 52,400 people in social insurance.",
    doc="only",
    published=date(2022, 8, 12),
)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["Since Gia Lai won more than 3,000 voluntary members in a year, how many were there "
          "before?"], ["8640", "3210", "5430"]),
        (["How many people had voluntary SI in Gia Lai in October 2020?"],
         ["8640", "3210", "5430"]),
        (["Voluntary SI members of Gia Lai in October 2021?", "And before that?"],
         ["8640", "3210", "5430"]),
        (["Gia Lai tháng 10/2021 có bao nhiêu người tham gia BHXH tự nguyện?",
          "Một năm trước đó là bao nhiêu?"], ["8640", "3210", "5430"]),
        (["Gia Lai có bao nhiêu người tham gia BHXH tự nguyện?", "Trước đó là bao nhiêu?"],
         ["8640", "3210", "5430"]),
        (["How many people had health insurance in Ca Mau before the drop?"],
         ["912000", "-21000", "933000"]),
        (["Cuối năm 2023 Cà Mau có bao nhiêu người tham gia BHYT?"],
         ["912000", "-21000", "933000"]),
    ],
)  # fmt: skip
def test_what_was_so_before_is_the_level_less_its_change(turns: list[str], told: list[str]) -> None:
    *before, last = turns
    figures = answer_over(last, ROSE, FELL, history=before).figures
    assert [str(figure.value) for figure in figures] == told
    assert figures[-1].verdict == "derived"


def test_a_bound_goes_on_with_it() -> None:
    figures = answer_over("HI members of Ca Mau at the end of 2023?", FELL).figures
    assert figures[-1].bound == "over"


@pytest.mark.parametrize(
    "question",
    [
        "How many people were in social insurance in Kon Tum before?",
        "How many people had unemployment insurance in Ca Mau at the end of 2023?",
        "How much did Ha Tinh collect in 2022?",
    ],
)
def test_where_what_is_printed_does_not_settle_it_nothing_is_computed(question: str) -> None:
    answer = answer_over(question, FELL, COARSE, ONLY)
    assert answer.status == "not_found"


def test_years_earlier_are_a_time() -> None:
    turns = ["How many had unemployment insurance in Kon Tum in 2022?", "And six years earlier?"]
    answer = answer_over(turns[1], ONLY, history=turns[:1])
    assert "the end of 2016" in answer.understood or "2016" in answer.understood
