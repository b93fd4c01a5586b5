"""Whether something rose or fell is told from two levels where no report states the change."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

EARLIER = article(
    "Health insurance coverage in Lang Son was 91.2 per cent at the end of 2021. At the end of "
    "2021, voluntary social insurance in Lang Son had 9,600 participants. Lang Son collected "
    "VND900 billion of premiums in 2021. Social insurance in Lang Son had 60,000 participants at "
    "the end of 2021.",
    doc="earlier",
    published=date(2022, 1, 20),
)
LATER = article(
    "Health insurance coverage in Lang Son was 93.4 per cent at the end of 2022. At the end of "
    "2022, voluntary social insurance in Lang Son had 9,120 participants. Lang Son collected "
    "VND1,100 billion of premiums in 2022, and VND300 billion in the first quarter of 2023. "
    "Social insurance in Lang Son had over 61,000 participants at the end of 2022. Health "
    "insurance coverage in Lai Chau was 82.1 per cent at the end of 2022.",
    doc="later",
    published=date(2023, 4, 20),
)


@pytest.mark.parametrize(
    ("question", "verdict", "values"),
    [
        ("Did HI coverage fall in Lang Son?", "No", ["91.2", "93.4", "2.2"]),
        ("Did HI coverage rise in Lang Son?", "Yes", ["91.2", "93.4", "2.2"]),
        ("Has HI coverage in Lang Son grown?", "Yes", ["91.2", "93.4", "2.2"]),
        ("Did HI coverage in Lang Son rise in 2022?", "Yes", ["91.2", "93.4", "2.2"]),
        ("Did voluntary SI participants in Lang Son fall?", "Yes", ["9600", "9120", "-480"]),
        ("Is it true that VSI participants in Lang Son fell?", "Yes", ["9600", "9120", "-480"]),
        ("Did VSI membership in Lang Son increase in 2022?", "No", ["9600", "9120", "-480"]),
        (
            "Did premium collection in Lang Son grow in 2022?",
            "Yes",
            ["900000000000", "1100000000000", "200000000000"],
        ),
        ("Tỷ lệ bao phủ BHYT của Lạng Sơn có giảm không?", "Không", ["91.2", "93.4", "2.2"]),
        (
            "Số người tham gia BHXH tự nguyện ở Lạng Sơn có tăng không?",
            "Không",
            ["9600", "9120", "-480"],
        ),
    ],
)
def test_a_direction_is_told_from_two_levels_and_said_to_be_computed(
    question: str, verdict: str, values: list[str]
) -> None:
    answer = answer_over(question, EARLIER, LATER)
    assert answer.status == "answered"
    assert answer.answer.startswith(verdict)
    assert [str(figure.value) for figure in answer.figures] == values
    assert [figure.verdict for figure in answer.figures] == ["verified", "verified", "derived"]
    assert "Computed from" in answer.answer or "Tính từ" in answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Did SI participants in Lang Son rise?", "Yes"),
        ("Did SI participants in Lang Son fall?", "No"),
        ("SI participants in Lang Son rose during 2022, didn't they?", "Yes"),
        ("The number of SI participants in Lang Son fell in 2022, right?", "No"),
    ],
)
def test_rounded_levels_tell_a_direction_and_are_not_computed_with(
    question: str, verdict: str
) -> None:
    answer = answer_over(question, EARLIER, LATER)
    assert [str(figure.value) for figure in answer.figures] == ["60000", "61000"]
    assert answer.answer.startswith(verdict)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Did HI coverage fall in Lai Chau?", id="one level"),
        pytest.param("Did HI coverage in Lang Son fall in 2021?", id="no level of the year before"),
        pytest.param("Did coverage in Lang Son fall?", id="coverage of which insurance"),
        pytest.param("Did HI coverage among pupils in Lang Son fall?", id="a part"),
        pytest.param("Did premium collection in Lang Son fall in 2023?", id="a part of the year"),
    ],
)
def test_no_direction_is_told_from_what_cannot_tell_it(question: str) -> None:
    answer = answer_over(question, EARLIER, LATER)
    assert answer.status == "not_found"
    assert answer.reason


def test_a_stated_change_goes_before_a_computed_one() -> None:
    stated = article(
        "Voluntary social insurance participants in Lang Son fell by 500 people in 2022 compared "
        "with 2021.",
        doc="stated",
        published=date(2023, 5, 1),
    )
    answer = answer_over("Did VSI participants in Lang Son fall in 2022?", EARLIER, LATER, stated)
    assert answer.answer.startswith("Yes, the reports say so")
    assert [str(figure.value) for figure in answer.figures] == ["-500"]
