"""For which times a question asks."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.understanding.question import understand
from tests.assistant.asking import line
from tests.assistant.samples import TODAY


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("after 2019", date(2020, 1, 1), TODAY),
        ("since July 2019", date(2019, 7, 1), TODAY),
        ("sau tháng 7/2019", date(2019, 8, 1), TODAY),
        ("trước năm 2019", date(1995, 1, 1), date(2018, 12, 31)),
        ("trước khi sáp nhập", date(1995, 1, 1), date(2025, 6, 30)),
        ("sau sap nhap", date(2025, 7, 2), TODAY),
        ("before it was merged", date(1995, 1, 1), date(2025, 6, 30)),
        ("prior to being merged", date(1995, 1, 1), date(2025, 6, 30)),
        ("before the two provinces merged", date(1995, 1, 1), date(2025, 6, 30)),
        ("trước khi hai tỉnh sáp nhập", date(1995, 1, 1), date(2025, 6, 30)),
        ("after they merged", date(2025, 7, 2), TODAY),
    ],
)
def test_a_time_with_one_end_does_not_mean_that_end(told: str, first: date, last: date) -> None:
    (period,) = understand(f"HI coverage in Hanoi {told}", (), TODAY).periods
    assert (period.first_day, period.last_day) == (first, last)


@pytest.mark.parametrize(
    ("question", "notation"),
    [
        ("HI coverage in Hue after the merger, at the end of October 2025", "@2025-10"),
        ("Sau sáp nhập, Huế thu được bao nhiêu trong 9 tháng năm 2025?", "2025-01/2025-09"),
        ("Before the merger, what was HI coverage in Hue at the end of 2024?", "@2024"),
    ],
)
def test_a_time_on_one_side_of_the_merger_is_one_time(question: str, notation: str) -> None:
    assert [p.notation for p in understand(question, (), TODAY).periods] == [notation]


def test_how_long_something_lasts_is_not_when_it_was() -> None:
    assert not understand("Why did Hue give families until March?", (), TODAY).periods
    assert understand("Why did coverage in Hue stay low until 2020?", (), TODAY).periods


@pytest.mark.parametrize(
    ("question", "notations"),
    [
        ("What did Hue spend on people who lost their jobs from May to July 2021?",
         ["2021-05/2021-07"]),
        ("What was paid to workers who had been laid off in Hue between May and July 2021?",
         ["2021-05/2021-07"]),
        ("How did UI participants in Hue change from spring to the end of July 2021?",
         ["2021-03/2021-05", "@2021-07"]),
        ("HI coverage in Hue in the winter of 2020", ["2020-12/2021-02"]),
        ("Mùa thu 2021 tỷ lệ bao phủ BHYT ở Huế là bao nhiêu?", ["2021-09/2021-11"]),
    ],
)  # fmt: skip
def test_a_flow_is_asked_for_over_all_of_a_time(question: str, notations: list[str]) -> None:
    assert [p.notation for p in understand(question, (), TODAY).periods] == notations


@pytest.mark.parametrize(
    ("told", "notation"),
    [
        ("a year before the end of May 2025", "@2024-05"),
        ("twelve months before May 2025", "@2024-05"),
        ("two years after 2019", "2021"),
        ("three years earlier than 2022", "2019"),
        ("two years before 2024", "2022"),
        ("three months after the end of June 2022", "@2022-09"),
        ("12 tháng trước tháng 5/2025", "@2024-05"),
        ("hai năm sau năm 2019", "2021"),
        # A month ends, and a day does not.
        ("end may 25", "@2025-05"),
        ("at the end of may 25", "@2025-05"),
        ("mid june 24", "@2024-06-15"),
    ],
)
def test_a_time_is_told_from_another(told: str, notation: str) -> None:
    (period,) = understand(f"BHYT participants in Hue {told}", (), TODAY).periods
    assert period.notation == notation


@pytest.mark.parametrize("told", ["may 25", "on may 25", "by 25 may"])
def test_a_day_is_no_year(told: str) -> None:
    (period,) = understand(f"HI participants in Hue {told}", (), TODAY).periods
    assert period.last_day == date(2026, 5, 25)


@pytest.mark.parametrize("told", ["before and after the merger", "trước và sau khi sáp nhập"])
def test_both_sides_of_a_day_are_asked_for(told: str) -> None:
    before, after = understand(f"HI coverage in Dong Nai {told}", (), TODAY).periods
    assert (before.first_day, before.last_day) == (date(1995, 1, 1), date(2025, 6, 30))
    assert (after.first_day, after.last_day) == (date(2025, 7, 2), TODAY)


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("HI coverage in Binh Phuoc in 23", ["2023"]),
        ("HI coverage Binh Phuoc '23", ["2023"]),
        ("HI coverage of Hue in ’22?", ["2022"]),
        ("hi coverge in bin phuoc 23", ["2023"]),
        ("tỷ lệ bao phủ BHYT Huế năm 22", ["2022"]),
        ("ty le bao phu bhyt hue nam 22 la bao nhieu", ["2022"]),
        ("thu BHXH Hà Nội 24, so với 23", ["2024", "2023"]),
        ("BHYT Quảng Nam 22", ["2022"]),
        # What another word claims is no year, nor is one that is still far ahead.
        ("top 20 for HI coverage", []),
        ("top 20", []),
        ("HI coverage in District 12", []),
        ("which provinces have a coverage over 19", []),
        ("HI coverage 30", []),
        ("HI coverage in Hue, 20%?", []),
        ("HI participants, tháng 10", ["2026-10"]),
    ],
)
def test_a_year_of_two_digits_is_read_as_the_year(question: str, years: list[str]) -> None:
    assert [period.notation for period in understand(question, (), TODAY).periods] == years


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("SI coverage in Lao Cai now and the target for 2030",
         "SI coverage · Lao Cai · latest; SI coverage (target) · Lao Cai · 2030"),
        ("Lào Cai: tỷ lệ bao phủ BHXH hiện nay và mục tiêu 2030",
         "Tỷ lệ bao phủ BHXH · Lào Cai · mới nhất; "
         "Tỷ lệ bao phủ BHXH (chỉ tiêu) · Lào Cai · năm 2030"),
        ("Bao phủ BHXH Lào Cai hiện nay bao nhiêu, mục tiêu đến năm 2030 là bao nhiêu?",
         "Tỷ lệ bao phủ BHXH · Lào Cai · mới nhất; "
         "Tỷ lệ bao phủ BHXH (chỉ tiêu) · Lào Cai · cuối năm 2030"),
        ("HI participants nationwide in 2022 and at present",
         "HI participants · Viet Nam · 2022; HI participants · Viet Nam · latest"),
        ("Số người tham gia BHYT cả nước năm 2022 và hiện nay",
         "Số người tham gia BHYT · cả nước · năm 2022; "
         "Số người tham gia BHYT · cả nước · mới nhất"),
    ],
)  # fmt: skip
def test_now_is_a_time_of_its_own_beside_a_year(question: str, understood: str) -> None:
    assert line(question) == understood


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        (
            "Huế cuối 2023 người tham gia BHTN là bao nhiêu",
            "Số người tham gia BHTN · Huế · cuối năm 2023",
        ),
        ("Huế 2023 người tham gia BHTN bao nhiêu", "Số người tham gia BHTN · Huế · năm 2023"),
        ("hue 2023 nguoi tham gia bhtn bao nhieu", "Số người tham gia BHTN · Huế · năm 2023"),
    ],
)
def test_a_year_before_the_people_who_are_asked_for_is_no_number_of_them(
    question: str, understood: str
) -> None:
    assert line(question) == understood
    assert not understand(question, (), TODAY).claimed


@pytest.mark.parametrize(
    ("question", "notations"),
    [
        ("Did arrears in Hue rise in the year to September 2018?", ["2017-09", "2018-09"]),
        (
            "By how much did HI participants in Hue grow in the twelve months to June 2023?",
            ["2022-06", "2023-06"],
        ),
        (
            "By how much did HI participants in Hue grow from June 2022 to June 2023?",
            ["2022-06", "2023-06"],
        ),
    ],
)
def test_a_change_within_the_year_to_a_month_is_counted_from_that_month_a_year_before(
    question: str, notations: list[str]
) -> None:
    asked = understand(question, (), TODAY).periods
    assert [period.notation for period in asked] == notations
