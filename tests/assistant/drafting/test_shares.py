"""The share of one figure in another: told where reports count the one within the other."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.records import Answer
from tests.assistant.asking import answer_over
from tests.assistant.samples import article

PAID = article(
    "At the end of 2023 Quang Tri had 520,000 people in social, health and unemployment insurance. "
    "Of these 494,000 were in health insurance, 62,000 in social insurance and 46,500 in "
    "unemployment insurance. Voluntary social insurance had 12,400 members. In 2023 the agency of "
    "Quang Tri paid out VND2,000 billion in benefits, of which VND500 billion was health insurance "
    "spending on treatment. Premium collection in Quang Tri came to VND1,250 billion in 2023.",
    doc="paid",
    published=date(2024, 1, 12),
)
ROUGH = article(
    "In 2023 benefits of over VND3,818 billion were paid in Ha Giang. Health insurance expenditure "
    "on treatment in Ha Giang came to over VND875 billion in 2023.",
    doc="rough",
    published=date(2024, 1, 12),
)
COARSE = article(
    "In 2023 benefits of over VND4 trillion were paid in Lao Cai. Health insurance expenditure on "
    "treatment in Lao Cai came to over VND1 trillion in 2023.",
    doc="coarse",
    published=date(2024, 1, 12),
)


def shares(answer: Answer) -> list[str]:
    """The computed figures of an answer."""
    return [
        f"{figure.value.normalize():f}" for figure in answer.figures if figure.verdict == "derived"
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What part of the money paid out in Quang Tri in 2023 went on health insurance "
         "treatment?", "25"),
        ("In Quang Tri, how big a slice of the 2023 benefit payments was health insurance "
         "spending?", "25"),
        ("Chi KCB BHYT chiếm bao nhiêu phần trăm tổng chi của Quảng Trị năm 2023?", "25"),
        ("Of those covered by all schemes in Quang Tri, what percentage had health insurance?",
         "95"),
        ("What fraction of Quang Tri's participants was in health insurance in 2023?", "95"),
        ("ty le nguoi tham gia bhyt trong tong so nguoi tham gia cac loai bao hiem o quang tri "
         "nam 2023", "95"),
        ("What share of the social insurance members of Quang Tri is voluntary?", "20"),
        ("Trong số người tham gia BHXH của Quảng Trị, bao nhiêu phần trăm là tự nguyện?", "20"),
    ],
)  # fmt: skip
def test_the_share_of_a_part_in_its_whole_is_worked_out(question: str, told: str) -> None:
    assert shares(answer_over(question, PAID)) == [told]


@pytest.mark.parametrize(
    "question",
    [
        "What percent of Quang Tri's premium revenue in 2023 was spent on health insurance "
        "treatment?",
        "What share of the health insurance members of Quang Tri was in voluntary social "
        "insurance in 2023?",
        "Tỷ lệ người tham gia BHTN trong số người tham gia BHYT ở Quảng Trị năm 2023 là bao nhiêu?",
    ],
)
def test_what_is_no_part_of_another_has_no_share_in_it(question: str) -> None:
    answer = answer_over(question, PAID)
    assert not shares(answer)
    assert len(answer.figures) == 2  # each is told all the same
    assert any("no part of" in said or "một phần của" in said for said in answer.warnings)


def test_of_what_is_told_as_over_the_first_digits_of_a_share_are_told() -> None:
    question = "What part of the benefits paid in Ha Giang in 2023 went on HI treatment?"
    answer = answer_over(question, ROUGH)
    assert shares(answer) == ["23"]
    assert answer.figures[-1].bound == "about"
    assert answer.warnings[0].endswith("take the result as a rough one.")


def test_no_share_is_told_where_not_even_its_first_digits_are_settled() -> None:
    question = "What part of the benefits paid in Lao Cai in 2023 went on HI treatment?"
    answer = answer_over(question, COARSE)
    assert not shares(answer)
    assert answer.warnings[0].startswith("Rounded figures are not computed with")


@pytest.mark.parametrize(
    "question",
    [
        "What percentage of people in Quang Tri has health insurance?",
        "What share of premiums in Quang Tri is owed?",
        "Tỷ lệ bao phủ BHYT của Quảng Trị là bao nhiêu?",
    ],
)
def test_a_rate_of_its_own_is_no_share_to_work_out(question: str) -> None:
    assert not shares(answer_over(question, PAID))
