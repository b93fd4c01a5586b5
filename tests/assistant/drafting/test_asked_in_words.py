"""What staff ask in their own words: districts, debtors, plans fulfilled, people who joined."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

DISTRICTS = article(
    "HI coverage in Nghe An was 92.1 per cent at the end of 2023. Nam Dan district had the highest "
    "health insurance coverage, 97.3 per cent, followed by Do Luong district with 95.2 per cent "
    "and Ky Son district with 88.4 per cent.",
    doc="districts", published=date(2024, 1, 20),
)  # fmt: skip
COLLECTED = article(
    "Nguyen Van An, director of the social insurance agency of Nghe An, spoke at the conference. "
    "In 2023 premiums collected in Nghe An came to VND6.2 trillion, or 102.1 per cent of the plan.",
    doc="collected", published=date(2024, 1, 20),
)  # fmt: skip
JOINED = article(
    "In 2023 Nghe An won 12,300 people for voluntary social insurance. At the end of 2023 it had "
    "98,700 voluntary social insurance participants. At the end of 2023 Ha Tinh had 45,600 "
    "voluntary social insurance participants.",
    doc="joined", published=date(2024, 1, 20),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "Which district of Nghe An has the highest HI coverage?",
        "Which districts in Nghe An have the highest HI coverage?",
        "Which district does best in HI coverage in Nghe An?",
        "Where in Nghe An is HI coverage highest?",
        "Which locality of Nghe An is best in HI coverage?",
        "Which area of Nghe An has the most HI coverage?",
        "Which part of Nghe An tops HI coverage?",
        "Rank the districts of Nghe An by HI coverage",
        "HI coverage by district in Nghe An",
        "HI coverage in each district of Nghe An",
        "Huyện nào của Nghệ An có tỷ lệ bao phủ BHYT cao nhất?",
        "Những huyện nào ở Nghệ An có tỷ lệ bao phủ BHYT cao nhất?",
        "Huyện nào dẫn đầu Nghệ An về tỷ lệ bao phủ BHYT?",
        "Huyện nào đứng đầu Nghệ An về tỷ lệ bao phủ BHYT?",
        "Địa phương nào của Nghệ An có bao phủ BHYT cao nhất?",
        "Nơi nào ở Nghệ An có tỷ lệ bao phủ BHYT cao nhất?",
        "Đơn vị hành chính nào của Nghệ An có bao phủ BHYT cao nhất?",
        "Tỷ lệ bao phủ BHYT theo huyện của Nghệ An",
        "Tỷ lệ bao phủ BHYT của từng huyện ở Nghệ An",
        "Các huyện của Nghệ An: tỷ lệ bao phủ BHYT",
    ],
)
def test_districts_are_asked_for_in_words(question: str) -> None:
    answer = answer_over(question, DISTRICTS)
    assert [str(figure.value) for figure in answer.figures] == ["97.3", "95.2", "88.4"]
    assert all("district" in (figure.place or "") for figure in answer.figures)


@pytest.mark.parametrize(
    "question",
    [
        "How far was the collection plan fulfilled in Nghe An in 2023?",
        "To what extent was the collection plan met in Nghe An in 2023?",
        "How fully was Nghe An's collection target achieved in 2023?",
        "By how much did Nghe An exceed its collection plan in 2023?",
        "What share of its collection plan did Nghe An reach in 2023?",
        "How did Nghe An do against its collection plan in 2023?",
        "How did collection in Nghe An compare with the plan in 2023?",
        "Collection plan of Nghe An in 2023: how far was it fulfilled?",
        "What percentage of the collection target was reached in Nghe An in 2023?",
        "Collection in Nghe An in 2023 against the plan",
        "Kế hoạch thu của Nghệ An năm 2023 hoàn thành đến đâu?",
        "Mức độ hoàn thành kế hoạch thu của Nghệ An năm 2023?",
        "So với kế hoạch thì thu của Nghệ An năm 2023 thế nào?",
        "Thu so với kế hoạch năm 2023 ở Nghệ An ra sao?",
        "Nghệ An hoàn thành bao nhiêu phần trăm kế hoạch thu năm 2023?",
        "Năm 2023 Nghệ An đạt bao nhiêu phần trăm kế hoạch thu?",
        "Số thu của Nghệ An năm 2023 so với kế hoạch?",
        "Tình hình thu của Nghệ An năm 2023 so với kế hoạch?",
        "Nghệ An có đạt kế hoạch thu năm 2023 không?",
        "Kế hoạch thu năm 2023 của Nghệ An có hoàn thành không?",
    ],
)
def test_how_far_a_plan_was_fulfilled_is_a_share_of_it(question: str) -> None:
    answer = answer_over(question, COLLECTED)
    assert answer.status == "answered"
    assert ("target_pct", "102.1") in [(f.aspect, str(f.value)) for f in answer.figures]


@pytest.mark.parametrize(
    "question",
    [
        "What was the revenue of social insurance in Nghe An in 2023?",
        "How much social insurance did Nghe An collect in 2023?",
        "Social insurance revenue of Nghe An in 2023?",
        "SI collection in Nghe An in 2023",
        "Kết quả thu BHXH của Nghệ An năm 2023 thế nào?",
        "Nghệ An thu BHXH năm 2023 được bao nhiêu?",
        "Số thu BHXH của Nghệ An năm 2023?",
    ],
)
def test_what_social_insurance_brought_in_may_be_that_of_all(question: str) -> None:
    answer = answer_over(question, COLLECTED)
    assert [(f.metric, str(f.value)) for f in answer.figures] == [
        ("premium_collection", "6200000000000")
    ]
    assert any("all insurances" in w or "tất cả các loại" in w for w in answer.warnings)


@pytest.mark.parametrize(
    ("question", "value", "told"),
    [
        ("How many people joined voluntary social insurance in Nghe An in 2023?", "12300", False),
        ("How many people enrolled in voluntary social insurance in Nghe An?", "12300", False),
        ("How many signed up for voluntary social insurance in Nghe An in 2023?", "12300", False),
        ("How many people have joined voluntary social insurance in Nghe An?", "98700", False),
        ("How many had joined voluntary social insurance in Nghe An by the end of 2023?", "98700",
         False),
        ("How many people joined voluntary social insurance in Ha Tinh in 2023?", "45600", True),
        ("Bao nhiêu người tham gia mới BHXH tự nguyện ở Nghệ An năm 2023?", "12300", False),
        ("Nghệ An vận động được bao nhiêu người tham gia BHXH tự nguyện năm 2023?", "12300", False),
        ("Bao nhiêu người tham gia BHXH tự nguyện ở Nghệ An cuối năm 2023?", "98700", False),
    ],
)  # fmt: skip
def test_who_joined_in_a_time_is_no_stock(question: str, value: str, told: bool) -> None:
    answer = answer_over(question, JOINED)
    assert [str(figure.value) for figure in answer.figures] == [value]
    assert any("counts all participants" in warning for warning in answer.warnings) == told


@pytest.mark.parametrize(
    "question",
    [
        "Who is the director in Nghe An, and how much was collected in 2023?",
        "Who heads the agency of Nghe An as director, and what was collected in 2023?",
        "Ai là giám đốc BHXH Nghệ An và số thu năm 2023 là bao nhiêu?",
    ],
)
def test_the_half_that_asks_for_words_may_come_first(question: str) -> None:
    answer = answer_over(question, COLLECTED)
    assert answer.status == "answered"
    assert "Nguyen Van An" in answer.answer
    assert "6200000000000" in [str(figure.value) for figure in answer.figures]


@pytest.mark.parametrize(
    "question",
    [
        "Which firm tops the list of debtors in Nghe An?",
        "Which company tops the debt list of Nghe An?",
        "Who is at the top of the list of debtors in Nghe An?",
        "Which firm owes the most in Nghe An?",
        "Doanh nghiệp nào đứng đầu danh sách nợ ở Nghệ An?",
        "Đơn vị nào đứng đầu danh sách nợ của Nghệ An?",
        "Công ty nào nợ nhiều nhất ở Nghệ An?",
    ],
)
def test_the_top_of_a_list_of_debtors_is_the_one_that_owes_most(question: str) -> None:
    owing = article(
        "At the end of 2023 Lam Hong JSC in Nghe An owed social insurance VND2.4 billion. "
        "Song Lam Textile Company owed VND5.8 billion. Hoang Mai Stone owed VND1.2 billion.",
        published=date(2024, 1, 20),
    )
    answer = answer_over(question, owing)
    assert [str(figure.value) for figure in answer.figures][:1] == ["5800000000"]


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Was Nghe An's collection 102.1% of plan in 2023?", "Yes, "),
        ("Was Nghe An's collection 98% of its plan in 2023?", "No, "),
        ("Did Nghe An collect 102.1 per cent of the plan in 2023?", "Yes, "),
        ("Did Nghe An beat its 2023 collection plan by 2.1 per cent?", "Yes, "),
        ("Did Nghe An beat its 2023 collection plan by 5 per cent?", "No, "),
        ("Nghệ An vượt kế hoạch thu 2,1% năm 2023 đúng không?", "Đúng, "),
        ("Nghệ An vượt kế hoạch thu 5% năm 2023 phải không?", "Không, "),
        ("Số thu của Nghệ An năm 2023 vượt 2,1% kế hoạch phải không?", "Đúng, "),
    ],
)
def test_a_share_of_a_plan_that_is_put_forward(question: str, lead: str) -> None:
    answer = answer_over(question, COLLECTED)
    assert answer.answer.startswith(lead)
    assert [str(figure.value) for figure in answer.figures] == ["102.1"]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Which province had 45,600 voluntary social insurance participants in 2023?", ["45600"]),
        ("The agency with 98,700 voluntary members in 2023, which province is that?", ["98700"]),
        ("Tỉnh nào có 45.600 người tham gia BHXH tự nguyện năm 2023?", ["45600"]),
    ],
)
def test_the_place_that_has_the_very_figure_is_named(question: str, values: list[str]) -> None:
    answer = answer_over(question, JOINED)
    assert [str(figure.value) for figure in answer.figures] == values


def test_no_other_place_is_named_for_a_figure_that_none_has() -> None:
    question = "Which province had 47,125 voluntary social insurance participants in 2023?"
    assert answer_over(question, JOINED).answer.startswith("None of the places")


RECOVERED = article(
    "In 2023 inspectors in Nghe An found VND12.5 billion overdue at 43 employers and recovered "
    "VND9.1 billion. Late payment in Nghe An was VND310 billion at the end of 2023.",
    doc="recovered", published=date(2024, 1, 20),
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "Of the overdue sums found in Nghe An, how much was got back?",
        "Of the late payment in Nghe An in 2023, how much was recovered?",
        "How much late payment was got back in Nghe An in 2023?",
        "How much of its late payment did Nghe An recoup in 2023?",
    ],
)
def test_what_was_got_back_is_not_what_is_owed(question: str) -> None:
    answer = answer_over(question, RECOVERED)
    assert "310" not in answer.answer
    assert answer.status == "not_found" or "recovered VND9.1 billion" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "When 98,700 people in Nghe An were in voluntary social insurance, how many had HI cards?",
        "When Ha Tinh had 45,600 voluntary members, how many people were in UI?",
    ],
)
def test_a_figure_that_tells_the_time_is_no_answer(question: str) -> None:
    answer = answer_over(question, JOINED)
    assert answer.status == "not_found"


BEHIND = article(
    "At the end of September 2023 voluntary social insurance had 41,300 participants in Ha Nam, "
    "against a target of 60,000 for the end of 2023, or 68.8 per cent of the target.",
    doc="behind", published=date(2023, 10, 9),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("How many people does Ha Nam still lack to its VSI target in 2023?",
         ["41300", "60000", "-18700"]),
        ("Hà Nam còn thiếu bao nhiêu người tham gia BHXH tự nguyện so với kế hoạch năm 2023?",
         ["41300", "60000", "-18700"]),
        ("What share of its VSI target had Ha Nam reached in 2023?", ["68.8"]),
    ],
)  # fmt: skip
def test_how_many_are_missing_is_told_in_people(question: str, values: list[str]) -> None:
    answer = answer_over(question, BEHIND)
    assert [str(figure.value) for figure in answer.figures] == values
