"""Questions of what moved, of what is still missing to a plan, and of the foremost of other things
than places."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

SPENT = article(
    "HANOI - The health insurance fund of Viet Nam spent VND144 trillion on examination and "
    "treatment in 2024, 16.8 per cent more than in 2023.",
    doc="spent", published=date(2025, 2, 20),
)  # fmt: skip
GREW = article(
    "In the first nine months of 2025 health insurance spending in An Giang rose by 16.4 per cent "
    "over the same period of 2024. In the first nine months of 2025 the number of health insurance "
    "visits in An Giang rose by 5.1 per cent over the same period of 2024.",
    doc="grew", published=date(2025, 10, 9),
)  # fmt: skip
SHORT = article(
    "As of August 31, 2022, health insurance in Dong Thap had 1,434,020 participants. Dong Thap "
    "still has to find 44,700 more health insurance participants to meet the plan of the year.",
    doc="short", published=date(2022, 9, 27),
)  # fmt: skip
SHARE = article(
    "As of October 31, 2025, voluntary social insurance in Quang Ngai had 27,340 participants, "
    "71.8 per cent of the year's plan.",
    doc="share", published=date(2025, 11, 12),
)  # fmt: skip
TREATED = article(
    "At the end of October 2025 Quang Ngai had 1,958,400 health insurance participants. In the ten "
    "months health insurance paid for 2.1 million visits in Quang Ngai. The firms of Quang Ngai "
    "owed VND171.4 billion in insurance contributions at the end of October 2025.",
    doc="treated", published=date(2025, 11, 12),
)  # fmt: skip
TABLE = article(
    "**Voluntary social insurance in Cao Bang by district, March 31, 2024**\n\n"
    "| District | Participants | % of plan |\n|---|---|---|\n"
    "| Trung Khanh | 1,386 | 81.2 |\n| Bao Lac | 612 | 58.3 |\n| Ha Lang | 540 | 62.9 |\n",
    doc="table", published=date(2024, 4, 12),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Is it true that the health insurance fund spent less in 2024 than in 2023?", "otherwise"),
        ("Did HI spend less in 2024 than in 2023?", "otherwise"),
        ("Was HI spending lower in 2024 than in 2023?", "otherwise"),
        ("Did health insurance spending fall in 2024 compared with 2023?", "otherwise"),
        ("Is it true that HI spent more in 2024 than in 2023?", "say so"),
        ("Did the health insurance fund spend more in 2024 than in 2023?", "say so"),
        ("Was HI expenditure higher in 2024 than in 2023?", "say so"),
        ("Quỹ BHYT năm 2024 có chi ít hơn năm 2023 không?", "Không"),
        ("Có đúng là năm 2024 chi KCB BHYT thấp hơn năm 2023 không?", "Không"),
        ("Năm 2024 chi KCB BHYT có cao hơn năm 2023 không?", "Đúng"),
    ],
)
def test_a_stated_change_settles_which_year_was_higher(question: str, says: str) -> None:
    answer = answer_over(question, SPENT)
    assert "16.8" in [str(figure.value) for figure in answer.figures]
    assert says in answer.answer


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (
            "Is it true that HI visits in An Giang grew faster than HI spending in 2025?",
            "otherwise",
        ),
        (
            "Did HI visits in An Giang rise faster than HI spending in nine months of 2025?",
            "otherwise",
        ),
        ("Did HI visits grow more than HI spending in An Giang in 2025?", "otherwise"),
        ("Did HI spending in An Giang grow faster than HI visits in 2025?", "say so"),
        ("Is it true that HI spending rose more quickly than HI visits in An Giang?", "say so"),
        ("Did HI spending in An Giang rise more than HI visits?", "say so"),
        ("Lượt KCB BHYT ở An Giang có tăng nhanh hơn chi KCB BHYT không?", "Không"),
        ("Chi KCB BHYT ở An Giang có tăng nhanh hơn số lượt KCB BHYT không?", "Đúng"),
    ],
)
def test_of_two_figures_the_one_that_grew_faster(question: str, says: str) -> None:
    answer = answer_over(question, GREW)
    assert sorted(str(figure.value) for figure in answer.figures) == ["16.4", "5.1"]
    assert says in answer.answer


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Did HI coverage rise more in Hue than in Hanoi in 2024?", "otherwise"),
        ("Did HI coverage rise more in Hanoi than in Hue in 2024?", "say so"),
        ("Did HI coverage grow faster in Hue than in Hanoi in 2024?", "otherwise"),
        ("Is it true that HI coverage rose less in Hue than in Hanoi in 2024?", "say so"),
        ("Bao phủ BHYT ở Huế năm 2024 có tăng nhanh hơn ở Hà Nội không?", "Không"),
    ],
)
def test_of_two_places_the_one_where_it_grew_more(question: str, says: str) -> None:
    rose = "In 2024 HI coverage in {} rose by {} percentage points over 2023."
    report = " ".join(rose.format(*told) for told in (("Hue", "1.2"), ("Hanoi", "2.4")))
    assert says in answer_over(question, article(report, published=date(2025, 1, 3))).answer


@pytest.mark.parametrize(
    "question",
    [
        "How many people does Dong Thap still have to win for HI before the end of 2022?",
        "How many more people must Dong Thap enrol in HI by the end of 2022?",
        "How many people must Dong Thap still find for HI by the end of the year 2022?",
        "How many HI participants does Dong Thap still need before the end of 2022?",
        "How many more HI members does Dong Thap have to recruit before 2023?",
        "Dong Thap has to win how many more people for HI by 31 December 2022?",
        "Đồng Tháp còn phải vận động bao nhiêu người tham gia BHYT trước cuối năm 2022?",
        "Đến hết năm 2022 Đồng Tháp còn phải phát triển thêm bao nhiêu người tham gia BHYT?",
    ],
)
def test_what_is_missing_is_asked_for_by_the_day_on_which_it_is_due(question: str) -> None:
    answer = answer_over(question, SHORT)
    assert [str(figure.value) for figure in answer.figures] == ["44700"]
    assert "31 August 2022" in answer.answer or "31/8/2022" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "How many people was Dong Thap short of its HI plan at the end of 2022?",
        "How many HI participants were missing in Dong Thap at the end of 2023?",
        "How many more people must Dong Thap enrol in HI by the end of 2024?",
    ],
)
def test_what_is_missing_on_one_day_is_none_of_another_day(question: str) -> None:
    assert answer_over(question, SHORT).status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "How far is Quang Ngai from its voluntary social insurance plan for 2025?",
        "How close is Quang Ngai to its VSI plan of 2025?",
        "How far away is Quang Ngai from its target for voluntary SI?",
        "How far along is Quang Ngai with its voluntary SI plan?",
        "How far has Quang Ngai got with its voluntary social insurance plan for 2025?",
        "How near is Quang Ngai to its voluntary SI target in 2025?",
        "Quảng Ngãi còn cách chỉ tiêu BHXH tự nguyện năm 2025 bao xa?",
    ],
)
def test_how_far_a_plan_is_told_by_the_share_of_it_that_was_reached(question: str) -> None:
    answer = answer_over(question, SHARE)
    assert "71.8" in [str(figure.value) for figure in answer.figures]


def test_how_many_are_missing_is_not_told_by_a_share() -> None:
    answer = answer_over("How many people is Quang Ngai short of its VSI plan?", SHARE)
    assert answer.status == "not_found"


@pytest.mark.parametrize(
    "question",
    [
        "Which hospital in Quang Ngai treated the most insured patients in 2025?",
        "Which clinic of Quang Ngai had the most HI visits in 2025?",
        "What hospital in Quang Ngai has the most health insurance visits?",
        "Which school in Quang Ngai has the most HI participants?",
        "Which age group in Quang Ngai has the most HI participants?",
        "Which ethnic group of Quang Ngai has the fewest HI participants?",
        "Which hospitals in Quang Ngai had the fewest HI visits in 2025?",
        "Bệnh viện nào ở Quảng Ngãi có nhiều lượt khám BHYT nhất năm 2025?",
        "Trường nào ở Quảng Ngãi có nhiều người tham gia BHYT nhất?",
        "Nhóm tuổi nào ở Quảng Ngãi tham gia BHYT nhiều nhất?",
    ],
)
def test_the_figure_of_a_place_is_none_of_its_foremost_hospital(question: str) -> None:
    assert answer_over(question, TREATED).status != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Which district of Cao Bang had fulfilled the least of its plan by 31 March 2024?",
        "Among the districts of Cao Bang, which one had fulfilled the least of its plan by 31 "
        "March 2024?",
        "Among the districts of Cao Bang in the table, which had met the least of its plan?",
        "Which district of Cao Bang has the lowest share of its plan?",
        "Huyện nào của Cao Bằng hoàn thành kế hoạch thấp nhất?",
    ],
)
def test_places_are_ranked_by_their_plan_where_only_one_figure_is_told_so(question: str) -> None:
    figures = answer_over(question, TABLE).figures
    assert [str(figure.value) for figure in figures[:1]] == ["58.3"]
