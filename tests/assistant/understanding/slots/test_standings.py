"""Lists of places held against one place: which one, on which side of it; or without one."""

from __future__ import annotations

import pytest

from assistant.understanding.question import understand
from tests.assistant.asking import line
from tests.assistant.samples import TODAY


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("which provinces have higher HI coverage than Hanoi?",
         "HI coverage · list · all provinces · above Hanoi · latest"),
        ("Which provinces are below the national average in HI coverage?",
         "HI coverage · list · all provinces · below Viet Nam · latest"),
        ("Which provinces are within 2 points of the national average in HI coverage?",
         "HI coverage · list · all provinces · within 2 of Viet Nam · latest"),
        ("Which provinces lie within 0.5 percentage points of Gia Lai in SI coverage?",
         "SI coverage · list · all provinces · within 0.5 of Gia Lai · latest"),
        ("Which provinces are less than 3 points from Son La in HI coverage?",
         "HI coverage · list · all provinces · within 3 of Son La · latest"),
        ("Tỉnh nào cách mức của cả nước không quá 1,5 điểm phần trăm về bao phủ BHYT?",
         "Tỷ lệ bao phủ BHYT · danh sách · các tỉnh, thành phố · cách cả nước không quá 1,5"
         " · mới nhất"),
        ("Tỉnh nào chênh lệch dưới 2 điểm so với Gia Lai về bao phủ BHXH?",
         "Tỷ lệ bao phủ BHXH · danh sách · các tỉnh, thành phố · cách Gia Lai không quá 2"
         " · mới nhất"),
        ("Which provinces had more HI participants than Lam Dong in 2024?",
         "HI participants · list · all provinces · above Lam Dong · 2024"),
        ("which provinces have fewer HI participants than Lam Dong",
         "HI participants · list · all provinces · below Lam Dong · latest"),
        ("Which provinces are not above Hanoi in HI coverage?",
         "HI coverage · list · all provinces · below Hanoi · latest"),
        ("Which provinces owe more than Hanoi?",
         "Late payment · list · all provinces · above Hanoi · latest"),
        ("Những tỉnh nào có tỷ lệ bao phủ BHYT thấp hơn cả nước?",
         "Tỷ lệ bao phủ BHYT · danh sách · các tỉnh, thành phố · thấp hơn cả nước · mới nhất"),
        ("tỉnh nào có tỷ lệ bao phủ BHYT dưới mức trung bình cả nước",
         "Tỷ lệ bao phủ BHYT · danh sách · các tỉnh, thành phố · thấp hơn cả nước · mới nhất"),
        ("Tỉnh nào có tỷ lệ bao phủ BHYT cao hơn Hà Nội?",
         "Tỷ lệ bao phủ BHYT · danh sách · các tỉnh, thành phố · cao hơn Hà Nội · mới nhất"),
        ("so với Hà Nội, tỉnh nào có tỷ lệ bao phủ BHYT cao hơn",
         "Tỷ lệ bao phủ BHYT · danh sách · các tỉnh, thành phố · cao hơn Hà Nội · mới nhất"),
        ("Compared with Hanoi, which provinces have a lower HI coverage?",
         "HI coverage · list · all provinces · below Hanoi · latest"),
        ("Top 3 provinces above the national average HI coverage",
         "HI coverage · ranking · all provinces · above Viet Nam · latest"),
        ("Which provinces are closest to the national rate of HI coverage?",
         "HI coverage · list · all provinces · nearest to Viet Nam · latest"),
        ("Tỉnh nào có tỷ lệ bao phủ BHYT gần nhất với cả nước?",
         "Tỷ lệ bao phủ BHYT · danh sách · các tỉnh, thành phố · gần cả nước nhất · mới nhất"),
        ("Which province other than Hanoi and Hue has the highest HI coverage?",
         "HI coverage · ranking · all provinces · without Hanoi and Hue · latest"),
        ("Ngoài Hà Nội, tỉnh nào có nhiều người tham gia BHYT nhất?",
         "Số người tham gia BHYT · xếp hạng · các tỉnh, thành phố · không kể Hà Nội · mới nhất"),
        ("HI coverage in Viet Nam excluding Hanoi",
         "HI coverage · Viet Nam and Hanoi · “excluding” · latest"),
        ("Which provinces have HI coverage over 95%?",
         "HI coverage · list · all provinces · latest"),
        ("Is Hanoi's HI coverage higher than Hue's?",
         "HI coverage · comparison · Hanoi and Hue · latest"),
        ("Which provinces have fewer HI participants than the national average?",
         "HI participants · list · “average” · below Viet Nam · latest"),
    ],
)  # fmt: skip
def test_what_a_list_is_held_against(question: str, understood: str) -> None:
    assert line(question) == understood


def test_the_side_is_kept_for_the_figure_that_was_left_open() -> None:
    history = ("which provinces are higher than Hanoi",)
    query = understand("HI coverage", history, TODAY)
    assert query.order.standing is not None
    assert (query.order.standing.place, query.order.standing.side) == ("Hanoi", "above")


@pytest.mark.parametrize(
    ("turns", "understood"),
    [
        (["HI coverage Hanoi", "which provinces are higher?"],
         "HI coverage · list · all provinces · above Hanoi · latest"),
        (["BHYT Hà Nội tỷ lệ bao phủ", "tỉnh nào thấp hơn?"],
         "Tỷ lệ bao phủ BHYT · danh sách · các tỉnh, thành phố · thấp hơn Hà Nội · mới nhất"),
        (["HI coverage Hanoi", "which provinces are higher?", "and lower?"],
         "HI coverage · list · all provinces · below Hanoi · latest"),
        (["HI coverage Hanoi", "which provinces have over 95%?"],
         "HI coverage · list · all provinces · latest"),
        (["HI coverage Hanoi", "which province has the highest?"],
         "HI coverage · ranking · all provinces · latest"),
        (["Late payment in Hanoi", "which firms owe most?"],
         "Late payment · list · Hanoi · by “firms” · latest"),
        (["How does Hue compare with the national average for health insurance?"],
         "HI coverage · comparison · Hue and Viet Nam · latest"),
        (["How does Hue compare with the whole country for health insurance?"],
         "HI coverage or HI participants · comparison · Hue and Viet Nam · latest"),
        (["What is the lowest HI coverage of any district?"],
         "HI coverage · ranking · all provinces · by “district” · latest"),
        (["Which is the highest HI coverage among the wards of Can Tho?"],
         "HI coverage · ranking · Can Tho · by “wards” · latest"),
        (["HI coverage Hanoi", "is that above the national average?"],
         "HI coverage · comparison · Hanoi and Viet Nam · latest"),
    ],
)  # fmt: skip
def test_a_follow_up_is_held_against_the_place_in_hand(turns: list[str], understood: str) -> None:
    assert line(turns[-1], *turns[:-1]) == understood


@pytest.mark.parametrize(
    ("question", "qualifiers"),
    [
        ("Is Hanoi's HI coverage above the national average?", ()),
        ("Is the number of HI participants in Hanoi above the national average?", ("average",)),
        ("Hà Nội có tỷ lệ bao phủ BHYT cao hơn mức trung bình cả nước không?", ()),
    ],
)
def test_only_of_a_rate_the_national_average_is_the_national_figure(
    question: str, qualifiers: tuple[str, ...]
) -> None:
    assert understand(question, (), TODAY).qualifiers == qualifiers
