"""Places, insurances and targets held against each other: which is more, and by how much."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over, line
from tests.assistant.samples import article

TWO_PLACES = article(
    "At the end of 2023 health insurance in Lang Son had 742,300 participants, 93.4 per cent of "
    "the population. At the end of 2023 health insurance in Nghe An had 3,105,200 participants, "
    "91.2 per cent of the population. Compulsory social insurance in Lang Son had 61,400 "
    "participants at the end of 2023 and voluntary social insurance 18,900 participants.",
    published=date(2024, 1, 20),
)
AHEAD = article(
    "At the end of 2024 unemployment insurance coverage in Ha Tinh was 16.5 per cent. By 2030 Ha "
    "Tinh wants to see an unemployment insurance coverage of 34 per cent. At the end of 2024 "
    "health "
    "insurance coverage in Ha Tinh was over 92 per cent. The target for health insurance coverage "
    "in Ha Tinh in 2030 is 98 per cent. The target for social insurance coverage in Ha Tinh in "
    "2022 "
    "was 30 per cent. At the end of 2024 social insurance coverage in Ha Tinh was 26 per cent.",
    published=date(2025, 1, 20),
)


def figures(question: str) -> list[str]:
    answer = answer_over(question, TWO_PLACES)
    return [f"{figure.value} {figure.verdict}" for figure in answer.figures]


@pytest.mark.parametrize(
    "question",
    [
        "Which covers more of its people with health insurance, Lang Son or Nghe An?",
        "Does Lang Son or Nghe An have more of its population in health insurance?",
        "Who insures a larger part of its residents against illness with health insurance, Lang "
        "Son "
        "or Nghe An?",
        "Which has the higher health insurance coverage, Lang Son or Nghe An, and by how many "
        "points?",
        "Lạng Sơn hay Nghệ An có tỷ lệ bao phủ BHYT cao hơn, và hơn bao nhiêu điểm phần trăm?",
    ],
)
def test_more_of_its_people_asks_for_the_share_of_them(question: str) -> None:
    assert figures(question) == ["93.4 verified", "91.2 verified", "2.2 derived"]


@pytest.mark.parametrize(
    "question",
    [
        "Does Lang Son or Nghe An have more people in health insurance, and by how many?",
        "Which has more health insurance participants, Lang Son or Nghe An, and what is the "
        "difference?",
        "Lạng Sơn hay Nghệ An có nhiều người tham gia BHYT hơn, chênh nhau bao nhiêu?",
        "How many health insurance participants is Lang Son behind Nghe An, the difference?",
    ],
)
def test_by_how_many_two_places_differ_is_their_difference(question: str) -> None:
    assert figures(question) == ["742300 verified", "3105200 verified", "2362900 derived"]
    assert "rose" not in answer_over(question, TWO_PLACES).answer


@pytest.mark.parametrize(
    "question",
    [
        "Are there more people in the compulsory or in the voluntary scheme in Lang Son, and by "
        "how "
        "many?",
        "Does Lang Son have more compulsory or more voluntary participants?",
        "Lạng Sơn có người tham gia BHXH bắt buộc hay tự nguyện nhiều hơn, hơn bao nhiêu?",
    ],
)
def test_two_insurances_are_held_against_each_other_as_two_places_are(question: str) -> None:
    assert figures(question) == ["61400 verified", "18900 verified", "42500 derived"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did Lang Son or Nghe An gain more members of health insurance, and by how many?",
         "HI participants (change) · Lang Son and Nghe An · latest"),
        ("How many people does Lang Son have in health insurance, and by how many did that grow?",
         "HI participants · Lang Son · latest; HI participants (change) · Lang Son · latest"),
        ("Did compulsory or voluntary membership grow more in Lang Son?",
         "Compulsory SI participants and voluntary SI participants (change) · Lang Son · latest"),
    ],
)  # fmt: skip
def test_what_moved_is_no_difference_of_two_levels(question: str, told: str) -> None:
    assert line(question) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Health insurance in Lang Son at the end of 2023: how many insured, and what share of the "
         "population?", ["742300 verified", "93.4 verified"]),
        ("Health insurance participants in Lang Son and the share of the population",
         ["742300 verified", "93.4 verified"]),
        ("As health insurance coverage in Lang Son exceeded that of Nghe An in 2023, what was it?",
         ["93.4 verified"]),
    ],
)  # fmt: skip
def test_a_share_beside_a_number_leaves_the_number(question: str, told: list[str]) -> None:
    assert figures(question) == told


def test_one_of_two_insurances_that_is_asked_for_is_no_yes() -> None:
    moved = article(
        "At the end of 2023 voluntary social insurance in Lang Son had 18,900 participants, up "
        "1,200 from a year earlier."
    )
    asked = "Did compulsory or voluntary social insurance membership rise in Lang Son in 2023?"
    assert not answer_over(asked, moved).answer.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How far is Ha Tinh still from its 2030 target for unemployment insurance?",
         ["16.5 verified", "34 verified", "-17.5 derived"]),
        ("What coverage does Ha Tinh want in unemployment insurance by 2030, and how far off is "
         "it?",
         ["34 verified", "16.5 verified", "-17.5 derived"]),
        ("Hà Tĩnh còn cách chỉ tiêu BHTN năm 2030 bao nhiêu điểm phần trăm?",
         ["16.5 verified", "34 verified", "-17.5 derived"]),
        ("How far is Ha Tinh still from its 2030 target for health insurance?",
         ["92 verified", "98 verified"]),
    ],
)  # fmt: skip
def test_what_is_missing_to_a_target_ahead_is_told_by_the_last_level(
    question: str, told: list[str]
) -> None:
    answer = answer_over(question, AHEAD)
    assert sorted(f"{figure.value} {figure.verdict}" for figure in answer.figures) == sorted(told)
    assert "2024" in answer.answer
    assert "2030" in answer.answer


def test_no_level_of_a_later_day_is_short_of_a_past_target() -> None:
    asked = "How far was Ha Tinh from its 2022 target for social insurance?"
    assert "derived" not in {figure.verdict for figure in answer_over(asked, AHEAD).figures}


PLANS = article(
    "At the end of October 2023 compulsory social insurance in Lang Son had 61,400 participants, "
    "reaching 95.2 per cent of its target, and voluntary social insurance had 18,900 participants, "
    "reaching 83.7 per cent of its target.",
    published=date(2023, 11, 8),
)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Which came closer to the 2023 plan in Lang Son, compulsory or voluntary social "
         "insurance?",
         "The higher figure is that of compulsory"),
        ("Which is further from its target in Lang Son, compulsory or voluntary social insurance?",
         "The lower figure is that of voluntary"),
    ],
)  # fmt: skip
def test_the_nearer_to_its_target_is_what_has_reached_more_of_it(question: str, says: str) -> None:
    answer = answer_over(question, PLANS)
    assert [str(figure.value) for figure in answer.figures] == ["95.2", "83.7"]
    assert says in answer.answer


APART = article(
    "At the end of 2021 health insurance coverage in Lang Son was 91.2 per cent. At the end of "
    "June 2022 health insurance coverage in Nghe An was 93.4 per cent. At the end of 2023 health "
    "insurance coverage in Lang Son was 95.1 per cent.",
    published=date(2024, 1, 20),
)


@pytest.mark.parametrize(
    "question",
    [
        "Where is health insurance coverage higher, Lang Son at the end of 2021 or Nghe An in "
        "June 2022?",
        "At the end of 2021 Lang Son and in June 2022 Nghe An: which has the higher health "
        "insurance coverage?",
        "Lạng Sơn cuối năm 2021 và Nghệ An giữa năm 2022, nơi nào có tỷ lệ bao phủ BHYT cao hơn?",
    ],
)
def test_each_place_is_asked_for_at_its_own_time(question: str) -> None:
    answer = answer_over(question, APART)
    assert [float(figure.value) for figure in answer.figures] == [91.2, 93.4, 2.2]
    assert not answer.reason


def test_times_that_follow_both_places_are_of_each() -> None:
    answer = answer_over(
        "Which has the higher health insurance coverage, Lang Son or Nghe An, in 2021 and in 2023?",
        APART,
    )
    assert [float(figure.value) for figure in answer.figures][:2] == [91.2, 95.1]
    assert "Nghe An" in (answer.reason or "")


@pytest.mark.parametrize(
    ("question", "between"),
    [
        ("Nghệ An hơn Lạng Sơn bao nhiêu người tham gia BHYT?", 2362900),
        ("Lang Son kem Nghe An bao nhieu nguoi tham gia BHYT?", None),
        ("Lạng Sơn kém Nghệ An bao nhiêu về số người tham gia BHYT?", 2362900),
        ("Tỷ lệ bao phủ BHYT của Lạng Sơn hơn Nghệ An mấy điểm phần trăm?", 2.2),
        # What is more than a number lies between no places.
        ("Lạng Sơn có hơn 700.000 người, Nghệ An có bao nhiêu người tham gia BHYT?", None),
    ],
)
def test_by_how_much_one_place_is_more_than_another(question: str, between: float | None) -> None:
    answer = answer_over(question, TWO_PLACES)
    told = [float(figure.value) for figure in answer.figures if figure.verdict == "derived"]
    assert told == ([between] if between else [])


WARDS = article(
    "On September 30, 2025 voluntary social insurance in Lang Son reached 68.2 per cent of its "
    "plan, in Nghe An 73.1 per cent of its plan and in Ha Tinh 27.4 per cent of its plan. "
    "Voluntary social insurance had 1,118 participants in Lang Son, 742 participants in Nghe An "
    "and 390 participants in Ha Tinh.",
    published=date(2025, 10, 10),
)


@pytest.mark.parametrize(
    "question",
    [
        "Rank the provinces by how much of their voluntary insurance plan they met.",
        "Which province has met most of its voluntary insurance quota?",
        "Put Lang Son, Nghe An and Ha Tinh in order of the share of the voluntary social insurance "
        "plan that they reached.",
    ],
)
def test_how_much_of_a_plan_was_met_puts_in_order_and_sets_no_limit(question: str) -> None:
    told = [float(figure.value) for figure in answer_over(question, WARDS).figures]
    assert told[:3] == [73.1, 68.2, 27.4]


@pytest.mark.parametrize(
    "question",
    [
        "Arrange Lang Son, Nghe An and Ha Tinh by their voluntary social insurance members.",
        "Sắp xếp Lạng Sơn, Nghệ An và Hà Tĩnh theo số người tham gia BHXH tự nguyện.",
        "Xếp Hà Tĩnh, Nghệ An và Lạng Sơn theo thứ tự số người tham gia BHXH tự nguyện.",
    ],
)
def test_places_to_be_arranged_are_put_in_order(question: str) -> None:
    told = [float(figure.value) for figure in answer_over(question, WARDS).figures]
    assert told[:3] == [1118, 742, 390]


def test_units_that_were_rearranged_are_not_put_in_order() -> None:
    asked = "Sau sắp xếp đơn vị hành chính, Lạng Sơn có bao nhiêu người tham gia BHXH tự nguyện?"
    assert "xếp hạng" not in line(asked)
