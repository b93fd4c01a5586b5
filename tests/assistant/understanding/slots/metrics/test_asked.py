"""Which metrics a question asks for: people or money, of one insurance or of several readings."""

from __future__ import annotations

import pytest

from assistant.understanding.question import understand
from tests.assistant.samples import TODAY


def test_insurance_coverage_without_a_kind_has_several_readings() -> None:
    query = understand("insurance coverage in Hue", (), TODAY)
    assert query.readings
    assert {"hi_coverage", "si_coverage"} <= set(query.metrics)


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("Số đơn vị tham gia BHXH ở Long An", ()),
        ("How many companies take part in social insurance in Long An?", ()),
        ("Số doanh nghiệp nợ BHXH ở Đồng Nai", ()),
        ("Bao nhiêu doanh nghiệp được thanh tra ở Quảng Ninh?", ("inspections",)),
        ("Số lao động tham gia BHXH ở Long An", ("si_participants",)),
        ("Số lao động bị nợ BHXH ở Hà Nội", ()),
    ],
)
def test_a_number_of_firms_is_no_number_of_people_and_no_amount(
    question: str, metrics: tuple[str, ...]
) -> None:
    assert understand(question, (), TODAY).metrics == metrics


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("Tiền thu quỹ BHTN của Quảng Nam nửa đầu 2019?", ("ui_collection",)),
        ("tien bhtn quang nam", ("ui_collection", "ui_benefits_paid")),
        ("How much money does UI have in Hue?", ("ui_collection", "ui_benefits_paid")),
        ("bao nhiêu tiền BHYT ở Huế", ("hi_collection", "hi_expenditure")),
        ("số tiền chi BHXH ở Huế", ("si_benefits_paid",)),
        ("BHTN Huế 2022", ("ui_coverage", "ui_participants")),
        ("UI in Tien Giang", ("ui_coverage", "ui_participants")),
    ],
)
def test_who_asks_for_money_is_not_told_of_people(question: str, metrics: tuple[str, ...]) -> None:
    assert understand(question, (), TODAY).metrics == metrics


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("percentage of workers in Thai Nguyen insured against unemployment", ("ui_coverage",)),
        ("share of the workforce that is insured against unemployment", ("ui_coverage",)),
        ("proportion of Hue residents insured for health", ("hi_coverage",)),
        ("what proportion of people in Da Nang join voluntary SI?", ("voluntary_si_coverage",)),
        ("what portion of the workers of Ca Mau was in social insurance?", ("si_coverage",)),
        ("how big a part of Nghe An's people is insured for health?", ("hi_coverage",)),
        # A share of those who take part, of whatever kind, is no coverage.
        ("percentage of HI participants in Hue", ("hi_participants",)),
        ("share of voluntary insurance members in Hue", ("voluntary_si_participants",)),
        ("percentage of the plan for HI participants in Hue", ("hi_participants",)),
    ],
)
def test_a_share_of_the_people_is_a_coverage_however_far_its_insurance_stands(
    question: str, metrics: tuple[str, ...]
) -> None:
    assert understand(question, (), TODAY).metrics == metrics


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        # Of all people only health insurance covers a share.
        ("Is 86 per cent of Kon Tum's population insured?", ("hi_coverage",)),
        ("What share of the residents of Ca Mau has a card?", ("hi_coverage",)),
        ("Có đúng là 91% dân số Cà Mau đã có bảo hiểm?", ("hi_coverage",)),
        ("Bao nhieu phan tram nguoi dan Ca Mau co the?", ("hi_coverage",)),
        # The others cover a share of those who work, and of the insured other shares are told.
        ("Is 40 per cent of the workforce of Ca Mau insured?", ()),
        ("What share of the people of Ca Mau has unemployment insurance?", ("ui_coverage",)),
        ("What percentage of people insured in Ca Mau are pupils?", ()),
        ("Did the population of Ca Mau grow by 2 per cent?", ("population",)),
        # Money is no number of people.
        ("How many dollars flowed into the health insurance fund in 2019?", ("hi_collection",)),
        ("How many dollars did health insurance spend in Ca Mau?", ("hi_expenditure",)),
    ],
)
def test_what_share_of_all_people_is_insured_and_what_is_counted_in_money(
    question: str, metrics: tuple[str, ...]
) -> None:
    assert understand(question, (), TODAY).metrics == metrics


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("Huế có bao nhiêu người tham gia BHYT, chiếm bao nhiêu phần trăm dân số?",
         ("hi_participants", "hi_coverage")),
        ("hue thang 6/2022 co bao nhieu nguoi tham gia bhyt, chiem may % dan so",
         ("hi_participants", "hi_coverage")),
        ("Số người tham gia BHTN ở Huế là bao nhiêu, đạt tỷ lệ bao nhiêu phần trăm?",
         ("ui_participants", "ui_coverage")),
        ("How many HI participants does Hue have, and what per cent of the population?",
         ("hi_participants", "hi_coverage")),
        # A share of those who take part is no coverage.
        ("Bao nhiêu phần trăm người tham gia BHYT ở Huế là học sinh?", ()),
        ("What per cent of the HI participants in Hue are pupils?", ()),
    ],
)  # fmt: skip
def test_a_share_beside_a_number_is_that_of_the_people(
    question: str, metrics: tuple[str, ...]
) -> None:
    parts = understand(question, (), TODAY).asked_in_turn
    assert tuple(metric for part in parts for metric in part.metrics) == metrics


@pytest.mark.parametrize(
    ("question", "metrics", "operation"),
    [
        ("How many times were card holders treated in Ca Mau in 2022?", ("hi_visits",), "value"),
        ("How many times did the insured see a doctor in Nghe An?", ("hi_visits",), "value"),
        (
            "How many times did members use health cards at hospitals in Son La?",
            ("hi_visits",),
            "value",
        ),
        ("Người có thẻ BHYT ở Cà Mau khám chữa bệnh mấy lần năm 2022?", ("hi_visits",), "value"),
        # How often something else came about no metric counts.
        ("How many times were hospitals in Ca Mau inspected in 2022?", (), "ratio"),
        ("How many times did Nghe An meet about health insurance members?", (), "ratio"),
        # Two numbers held against each other are counted as they are.
        (
            "How many times as many people have health insurance as social insurance in Ca Mau?",
            ("hi_participants", "si_participants"),
            "ratio",
        ),
        ("Số lượt khám BHYT của Cà Mau gấp mấy lần Sơn La?", ("hi_visits",), "ratio"),
    ],
)
def test_how_often_counts_turns_and_no_people(
    question: str, metrics: tuple[str, ...], operation: str
) -> None:
    asked = understand(question, (), TODAY)
    assert (asked.metrics, asked.operation) == (metrics, operation)
