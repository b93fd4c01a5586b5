"""The share of one figure in another: told where reports count the one within the other."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import Assistant
from assistant.records import Answer
from tests.assistant.asking import answer_over
from tests.assistant.proving import prove
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


_IN_HUE = "How many people were in SI in Hue in June 2022, how many of them voluntary"
_IN_LAM_DONG = "What did Lam Dong pay out in 2024, how much of it is for health insurance"
_O_LAM_DONG = "Lâm Đồng chi bao nhiêu năm 2024, trong đó bao nhiêu cho BHYT"


@pytest.mark.parametrize(
    ("turns", "share"),
    [
        ((f"{_IN_HUE} and what share is that?",), "12.63"),
        (("How many SI members are there in Hue and what share of them is voluntary?",), "12.63"),
        ((f"{_IN_LAM_DONG} and what share is that?",), "23"),
        (
            (
                "How much did Lam Dong pay out in 2024?",
                "How much of it for unemployment?",
                "what share is that?",
            ),
            "3.9",
        ),
        ((f"{_O_LAM_DONG} và chiếm bao nhiêu phần trăm?",), "23"),
    ],
)
def test_the_share_of_what_was_told_of_it_is_worked_out(
    turns: tuple[str, ...], share: str, assistant: Assistant
) -> None:
    *before, question = turns
    answer = assistant.answer(question, before)
    (told,) = [figure for figure in answer.figures if figure.verdict == "derived"]
    assert f"{told.value.normalize():f}" == share
    # The first and the second are those that stand right before it, in their order.
    part, whole = answer.figures[-3:-1]
    assert part.value < whole.value
    prove(answer, assistant)


def test_a_share_of_people_is_a_coverage_still(assistant: Assistant) -> None:
    answer = assistant.answer(
        "How many people have HI in Hue in June 2022, and what share is that?"
    )
    assert [figure.metric for figure in answer.figures] == ["hi_participants", "hi_coverage"]


def test_what_of_a_sum_belongs_to_an_insurance_is_told_beside_it(assistant: Assistant) -> None:
    asked = "Tổng chi ở Lâm Đồng năm 2024 và trong đó bao nhiêu cho BHTN?"
    told = [figure.metric for figure in assistant.answer(asked).figures]
    assert told == ["benefits_paid", "ui_benefits_paid"]


COLLECTED = article(
    "Premium collection of the whole country came to VND400,000 billion in 2023. Premium "
    "collection in Hanoi came to VND50,000 billion in 2023.",
    doc="collected",
    published=date(2024, 1, 12),
)


@pytest.mark.parametrize(
    "question",
    [
        "What part of national premium collection came from Hanoi in 2023?",
        "How much of the national collection in 2023 comes from Hanoi?",
        "what share of the national collection is Hanoi's in 2023",
        "Of the national premium collection in 2023, what share came from Hanoi?",
        "Hà Nội chiếm bao nhiêu phần trăm số thu toàn quốc năm 2023?",
    ],
)
def test_the_whole_may_be_told_as_the_national_one(question: str) -> None:
    assert shares(answer_over(question, COLLECTED)) == ["12.5"]


def test_a_rate_beside_the_national_one_is_no_share_of_it() -> None:
    asked = "Did Hanoi's premium collection in 2023 pass the national one?"
    assert shares(answer_over(asked, COLLECTED)) == []


COVERED = article(
    "Health insurance covered 91.5 per cent of the population of Dak Lak at the end of 2023. "
    "Health insurance coverage in Hai Duong was over 94 per cent at the end of 2023.",
    doc="covered",
    published=date(2024, 1, 12),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What share of Dak Lak is uninsured?", "8.5"),
        ("What percentage of people in Dak Lak do not have health insurance?", "8.5"),
        ("What share of Dak Lak is not covered by health insurance?", "8.5"),
        ("What is the uninsured rate in Dak Lak?", "8.5"),
        ("Đắk Lắk còn bao nhiêu phần trăm dân chưa có BHYT?", "8.5"),
        ("tỷ lệ dân số chưa có BHYT ở Đắk Lắk", "8.5"),
        # Over 94 leaves less than 6.
        ("What share of Hai Duong is uninsured?", "6"),
    ],
)
def test_what_a_coverage_leaves_is_worked_out(question: str, told: str) -> None:
    assert shares(answer_over(question, COVERED)) == [told]


@pytest.mark.parametrize(
    "question",
    [
        "How many uninsured people are there in Dak Lak?",
        "What percentage of women in Dak Lak do not have health insurance?",
        "How many people in Dak Lak do not have health insurance?",
        "What share of Dak Lak has health insurance?",
    ],
)
def test_of_a_part_or_of_people_nothing_follows_from_it(question: str) -> None:
    assert shares(answer_over(question, COVERED)) == []


@pytest.mark.parametrize(
    "question",
    [
        "How many uninsured people are there in Dak Lak?",
        "How many people in Dak Lak do not have health insurance?",
        "Đắk Lắk còn bao nhiêu người chưa có BHYT?",
    ],
)
def test_asked_how_many_are_left_out_the_share_is_what_comes_nearest(question: str) -> None:
    answer = answer_over(question, COVERED)
    assert answer.status == "not_found"
    assert "8.5" in (answer.reason or "") or "8,5" in (answer.reason or "")
