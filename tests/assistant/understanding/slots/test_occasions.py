"""Which of the times of a figure a question asks for."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.query import Occasion
from assistant.understanding.question import understand

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("question", "occasion"),
    [
        ("In which year was HI coverage in Hue highest?", "highest"),
        ("When did late payment in Hanoi peak?", "highest"),
        ("When was late payment in Hanoi at its peak?", "highest"),
        ("What is the lowest HI coverage that Hanoi has ever had?", "lowest"),
        ("which month saw the fewest HI visits in Hue?", "lowest"),
        ("Năm nào tỷ lệ bao phủ BHYT của Huế cao nhất?", "highest"),
        ("nam nao no bao hiem cua Hue thap nhat?", "lowest"),
        ("When did Hue first pass 95 per cent HI coverage?", "first"),
        ("When did HI coverage in Hue reach 95 per cent?", "first"),
        ("Since when has HI coverage in Hue been above 95%?", "first"),
        ("Khi nào số người tham gia BHXH cả nước vượt 18 triệu?", "first"),
        ("Was HI coverage in Hue ever below 90 per cent?", "ever"),
        ("Has HI coverage in Hue ever fallen?", "ever"),
        ("Có năm nào Huế thu trên 5.000 tỷ chưa?", "ever"),
        ("Tỷ lệ bao phủ BHYT của Huế đã từng giảm chưa?", "ever"),
        ("When was HI coverage in Hue 95 per cent?", "equal"),
        ("In which year did voluntary SI members number 15,512?", "equal"),
        ("Khi nào tỷ lệ bao phủ BHYT của Huế là 95%?", "equal"),
        ("nam nao no dong bao hiem la 200 ty dong?", "equal"),
        # These ask for no one of the times.
        ("When Hue had 95 per cent HI coverage, what was its late payment?", None),
        ("When should HI coverage in Hue be 95 per cent?", None),
        ("When did 12 districts report HI coverage?", None),
        ("HI coverage in Hue in 2023", None),
        ("Which province had the highest HI coverage?", None),
        ("How has HI coverage in Hue moved ever since 2020?", None),
        ("Why did HI coverage in Hue fall to 90 per cent?", None),
        ("Tỉnh nào có tỷ lệ bao phủ BHYT cao nhất khi nào?", None),
    ],
)
def test_one_of_the_times_is_asked_for(question: str, occasion: Occasion | None) -> None:
    query = understand(question, (), TODAY)
    assert query.manner.occasion == occasion


@pytest.mark.parametrize(
    ("before", "question", "occasion", "places"),
    [
        ("When was HI coverage in Hue highest?", "and in Hanoi?", "highest", ("Hanoi",)),
        ("Has HI coverage in Hue ever been above 95%?", "and in Hanoi?", "ever", ("Hanoi",)),
        ("When was HI coverage in Hue highest?", "and in 2022?", None, ("Hue",)),
        ("HI coverage in Hue?", "and when was it lowest?", "lowest", ("Hue",)),
    ],
)
def test_a_follow_up_goes_on_with_it(
    before: str, question: str, occasion: Occasion | None, places: tuple[str, ...]
) -> None:
    query = understand(question, (before,), TODAY)
    assert (query.manner.occasion, query.metrics) == (occasion, ("hi_coverage",))
    assert query.places == places


def test_behind_an_order_it_is_asked_of_which_place() -> None:
    query = understand("and when was it lowest?", ("Which province has most HI members?",), TODAY)
    assert (query.manner.occasion, query.unsure.left_open) == ("lowest", "place")
