"""What a question for reasons takes for granted is held against the reports first."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.understanding.words.cues import load_cues
from tests.assistant.asking import answer_over
from tests.assistant.samples import article

REPORT = article(
    "Lang Son sent its staff into 150 villages. As a result, health insurance coverage in "
    "Lang Son rose to 93.4 per cent at the end of 2023. In the city hall a fair was held. "
    "Premiums collected in Lang Son came to VND1.2 trillion in 2023, or 101.5 per cent of the "
    "plan. In the first five months of 2024 premiums collected came to VND600 billion. At the "
    "end of 2023, 9,120 people in Lang Son had voluntary social insurance, a fall of 480 "
    "people on 2022. The fall was caused by higher contributions, said the director.",
    published=date(2024, 6, 20),
)

WRONG = [
    "Why did HI coverage in Lang Son fall to 80% in 2023?",
    "Why was HI coverage in Lang Son only 80 per cent in 2023?",
    "How come HI coverage in Lang Son was 80 per cent at the end of 2023?",
    "What made HI coverage in Lang Son drop to just 80%?",
    "What caused HI coverage in Lang Son to fall to 80%?",
    "What explains Lang Son's HI coverage of 80 per cent in 2023?",
    "What is the reason for the low HI coverage of 80% in Lang Son in 2023?",
    "How did Lang Son manage to raise HI coverage to 99% in 2023?",
    "When did HI coverage in Lang Son fall to 80%?",
    "How did HI coverage in Lang Son reach 99 per cent in 2023?",
    "Vì sao tỷ lệ bao phủ BHYT của Lạng Sơn giảm còn 80%?",
    "Tại sao tỷ lệ bao phủ BHYT của Lạng Sơn năm 2023 chỉ đạt 80%?",
    "Vì đâu tỷ lệ bao phủ BHYT của Lạng Sơn tụt xuống 80%?",
    "Nguyên nhân nào khiến tỷ lệ bao phủ BHYT Lạng Sơn giảm xuống còn 80%?",
    "Điều gì khiến tỷ lệ bao phủ BHYT của Lạng Sơn năm 2023 chỉ còn 80%?",
    "Do đâu bao phủ BHYT của Lạng Sơn năm 2023 chỉ là 80%?",
    "Lý do tỷ lệ bao phủ BHYT của Lạng Sơn giảm còn 80% là gì?",
    "Sao lại chỉ có 80% dân số Lạng Sơn tham gia BHYT năm 2023?",
    "Nhờ đâu tỷ lệ bao phủ BHYT của Lạng Sơn năm 2023 tăng lên 99%?",
    "Khi nào tỷ lệ bao phủ BHYT của Lạng Sơn giảm xuống 80%?",
]


@pytest.mark.parametrize("question", WRONG)
def test_a_wrong_figure_is_put_right(question: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.status == "answered"
    assert [str(figure.value) for figure in answer.figures] == ["93.4"]
    assert answer.citations
    otherwise = ("otherwise", "not so", "No, ", "nêu khác", "không phải như vậy", "không như vậy")
    assert any(words in answer.answer for words in otherwise)


@pytest.mark.parametrize(
    "question",
    [
        "Why did Lang Son miss its collection plan in 2023?",
        "Why did collection in Lang Son fall short of the plan in 2023?",
        "How come Lang Son failed to meet its collection plan in 2023?",
        "Why did the number of voluntary SI participants in Lang Son rise in 2023?",
        "What drove the growth in voluntary SI participants in Lang Son in 2023?",
        "Vì sao Lạng Sơn không đạt kế hoạch thu năm 2023?",
        "Tại sao số người tham gia BHXH tự nguyện của Lạng Sơn năm 2023 tăng?",
    ],
)
def test_what_did_not_happen_has_no_reasons(question: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.status == "answered"
    assert {str(figure.value) for figure in answer.figures} <= {"101.5", "-480"}
    assert "otherwise" in answer.answer or "nêu khác" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Why did HI coverage in Lang Son reach 93.4% in 2023?",
        "How did Lang Son manage to bring HI coverage to 93.4 per cent?",
        "What led to HI coverage of 93.4% in Lang Son in 2023?",
        "Nhờ đâu tỷ lệ bao phủ BHYT của Lạng Sơn năm 2023 đạt 93,4%?",
        "Vì sao tỷ lệ bao phủ BHYT của Lạng Sơn tăng lên 93,4%?",
    ],
)
def test_what_is_so_is_followed_by_its_reasons(question: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.status == "answered"
    assert "“Lang Son sent its staff into 150 villages. As a result, " in answer.answer
    assert answer.answer.startswith(("The reports say so", "Health", "Các báo cáo", "Tỷ lệ"))
    assert answer.reason is None


@pytest.mark.parametrize(
    ("question", "cause"),
    [
        ("Why did HI coverage in Lang Son rise in 2023?", "As a result"),
        ("Why did voluntary social insurance in Lang Son lose members in 2023?", "higher contrib"),
        ("Vì sao tỷ lệ bao phủ BHYT của Lạng Sơn tăng?", "As a result"),
        ("Vì sao số người tham gia BHXH tự nguyện của Lạng Sơn giảm?", "higher contrib"),
    ],
)
def test_a_reason_is_that_of_the_figure_asked_for(question: str, cause: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.status == "answered"
    assert cause in answer.answer
    assert ("As a result" in answer.answer) == (cause == "As a result")


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Why was so much collected in Lang Son in 2023?", "not_found"),
        ("Why did Lang Son exceed its collection plan in 2023?", "answered"),
        ("Why did Lang Son collect VND1.2 trillion in 2023?", "answered"),
        ("Vì sao số thu của Lạng Sơn năm 2023 cao như vậy?", "not_found"),
        ("Vì sao Lạng Sơn thu được 1,2 nghìn tỷ đồng năm 2023?", "answered"),
    ],
)
def test_where_no_reason_is_given_the_figure_is_told_and_that(question: str, status: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.status == status
    assert answer.reason is not None
    assert answer.reason.startswith(
        ("In the reports no sentence", "Trong các báo cáo không tìm thấy câu")
    )
    told = answer.answer + answer.reason
    assert any(figure in told for figure in ("1.2 trillion", "1,2 nghìn tỷ", "101.5"))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Did Lang Son collect VND900 billion in 2024?", None),
        ("Did Lang Son collect VND300 billion in 2024?", "No, "),
        ("Did Lang Son collect over VND500 billion in 2024?", "Yes, "),
        ("Did Lang Son reach VND500 billion of collection in 2024?", "Yes, "),
        ("Did Lang Son reach VND900 billion of collection in 2024?", None),
        ("How did Lang Son manage to collect VND900 billion in 2024?", None),
        ("How did Lang Son manage to collect 900 billion in 2024?", None),
        ("Lạng Sơn có thu 900 tỷ đồng năm 2024 không?", None),
        ("Lạng Sơn có thu 300 tỷ đồng năm 2024 không?", "Không, "),
    ],
)
def test_what_five_months_brought_settles_no_more_of_a_year_than_that(
    question: str, lead: str | None
) -> None:
    answer = answer_over(question, REPORT)
    assert [str(figure.value) for figure in answer.figures] == ["600000000000"]
    first = ("Premiums", "Số tiền") if lead is None else lead
    assert answer.answer.startswith(first)


def test_what_was_so_once_is_found_in_its_own_year() -> None:
    past = article(
        "Health insurance coverage in Lang Son was 88 per cent at the end of 2019.",
        doc="past", published=date(2020, 1, 20),
    )  # fmt: skip
    answer = answer_over("Was HI coverage in Lang Son 88 per cent?", REPORT, past)
    assert answer.answer.startswith("Yes, ")
    assert "at the end of 2019" in answer.answer
    now = answer_over("Is HI coverage in Lang Son 88 per cent?", REPORT, past)
    assert now.answer.startswith("No, ")


@pytest.mark.parametrize(
    "question",
    [
        "What if HI coverage in Lang Son falls to 60 per cent?",
        "What would happen if HI coverage in Lang Son dropped by 10 points?",
        "Suppose HI coverage in Lang Son were 99 per cent: what then?",
        "What would HI coverage in Lang Son be if 5,000 people left?",
        "Nếu tỷ lệ bao phủ BHYT của Lạng Sơn giảm còn 60% thì sao?",
        "Giả sử tỷ lệ bao phủ BHYT của Lạng Sơn là 60% thì sao?",
    ],
)
def test_what_is_only_supposed_is_neither_confirmed_nor_refuted(question: str) -> None:
    answer = answer_over(question, REPORT)
    assert answer.status == "not_found"
    assert answer.reason is not None
    assert answer.reason.startswith(("The reports tell what was", "Các báo cáo chỉ nêu những gì"))
    assert not any(words in answer.reason for words in ("otherwise", "nêu khác"))


@pytest.mark.parametrize("question", ["and why?", "why?", "why so high?", "What is the reason?"])
def test_a_reason_is_asked_for_in_a_follow_up(question: str) -> None:
    answer = answer_over(question, REPORT, history=("How much was collected in Lang Son in 2023?",))
    assert answer.language == "en"
    assert answer.reason is not None
    assert answer.reason.startswith("In the reports no sentence was found that gives a reason")
    assert "VND1.2 trillion" in answer.reason


@pytest.mark.parametrize(
    ("sentence", "is_cause"),
    [
        ("Membership fell, since the factories had closed.", True),
        ("Membership fell since they had closed.", True),
        ("Membership fell because plants closed.", True),
        ("It is a loss of 1,415 since the end of 2020.", False),
        ("It has risen since the start of the year.", False),
        ("It has risen since the beginning of the campaign.", False),
        ("It fell by 3 per cent since the previous report.", False),
        ("Membership has not moved since the first quarter.", False),
    ],
)
def test_since_a_time_is_no_cause(sentence: str, is_cause: bool) -> None:
    assert ("cause" in load_cues().hits("sentence", sentence)) is is_cause


LOSSES = article(
    "At the end of 2023, Lang Son had 740,000 people in health insurance, 31,000 fewer than at "
    "the end of 2022. All insurances together had 760,000 members in Lang Son at the end of 2023, "
    "up 2.4 per cent on the end of 2022. There were fewer members of voluntary social insurance, "
    "because its contributions had gone up. Lang Son met 102 per cent of its collection plan in "
    "2023. The rise in treatments was due to new hospitals, of which Lang Son has 14.",
    published=date(2024, 2, 20),
)


@pytest.mark.parametrize(
    "question",
    [
        "Why did Lang Son lose half of its insured people in 2023?",
        "How come Lang Son has lost members?",
        "Why did membership in Lang Son collapse in 2023?",
        "Vì sao Lạng Sơn mất một nửa số người tham gia bảo hiểm năm 2023?",
    ],
)
@pytest.mark.parametrize(
    ("members", "is_of_all"),
    [("All insurances together", True), ("Voluntary social insurance", False)],
)
def test_members_of_no_named_insurance_are_those_of_all(
    question: str, members: str, is_of_all: bool
) -> None:
    report = article(
        f"{members} had 76,000 members in Lang Son at the end of 2023, up 2.4 per cent on the end "
        "of 2022. Late payers were fined because the law is strict.",
        published=date(2024, 2, 20),
    )
    answer = answer_over(question, report)
    otherwise = answer.answer.startswith(("The reports say otherwise", "Các báo cáo nêu khác"))
    assert otherwise is is_of_all or "half" in question or "nửa" in question
    assert "Late payers" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Why did voluntary social insurance in Lang Son win members?",
        "Why has the number of voluntary SI members in Lang Son gone up?",
        "Vì sao số người tham gia BHXH tự nguyện ở Lạng Sơn tăng?",
        "Why did half of the hospitals in Lang Son close?",
        "Why did 9,000 people leave voluntary social insurance in Lang Son?",
        "Why did Lang Son gain anything?",
    ],
)
def test_the_reason_of_something_else_is_none(question: str) -> None:
    answer = answer_over(question, LOSSES)
    assert answer.status == "not_found"
    assert "because its contributions" not in (answer.reason or "")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why did voluntary social insurance in Lang Son lose members?", "gone up"),
        ("Why did Lang Son miss its plan in 2023?", "102 per cent"),
        ("Why did health insurance in Lang Son lose members?", "31,000"),
    ],
)
def test_what_bears_out_or_belies_a_premise_is_told(question: str, told: str) -> None:
    answer = answer_over(question, LOSSES)
    assert told in f"{answer.answer} {answer.reason}"


@pytest.mark.parametrize(
    "question",
    [
        "Did health insurance membership in Lang Son plunge in 2023?",
        "Did the number of HI participants in Lang Son fall sharply in 2023?",
        "Số người tham gia BHYT ở Lạng Sơn năm 2023 có giảm mạnh không?",
    ],
)
def test_a_fall_bears_out_no_plunge(question: str) -> None:
    answer = answer_over(question, LOSSES)
    assert [str(figure.value) for figure in answer.figures] == ["-31000"]
    assert not answer.answer.startswith(("Yes", "Đúng"))


CAUSES = article(
    "At the end of 2023 voluntary social insurance in Yen Bai lost 480 people. Explaining the fall,"
    " the director said that tea had fetched a low price.\n\n"
    "Health insurance in Yen Bai rose to 95.2 per cent in 2023. The offices were closed for most of"
    " the spring. For this reason, he added, the rise in health insurance came late.\n\n"
    "In 2023 in Yen Bai 1,210 people withdrew their social insurance in one payment. Some 58 per"
    " cent of them were women. Asked for the reason, many cited lost jobs.\n\n"
    "In 2023 VND14 billion of unemployment insurance was due to be collected in Yen Bai.",
    doc="causes", published=date(2024, 2, 2),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "cause"),
    [
        ("Why did voluntary social insurance in Yen Bai fall in 2023?", "tea had fetched"),
        ("What is the reason that Yen Bai lost voluntary members in 2023?", "tea had fetched"),
        ("Vì sao số người tham gia BHXH tự nguyện ở Yên Bái giảm năm 2023?", "tea had fetched"),
        ("Why did health insurance in Yen Bai rise late in 2023?", "The offices were closed"),
        ("Why did people in Yen Bai withdraw their social insurance?", "lost jobs"),
    ],
)
def test_a_cause_is_known_by_how_it_is_led_to(question: str, cause: str) -> None:
    assert cause in answer_over(question, CAUSES).answer


def test_a_cause_behind_a_number_of_others_is_that_of_others() -> None:
    report = article(
        "In 2023 Ha Nam lost 310 voluntary members because wages had fallen. Some 4,100 people had "
        "their free cards taken back. Builders pay late, since they wait for the State.",
        published=date(2024, 2, 2),
    )
    answer = answer_over("Why did Ha Nam lose voluntary members?", report)
    assert "wages had fallen" in answer.answer
    assert "Builders" not in answer.answer


def test_what_is_due_to_be_done_is_no_cause() -> None:
    question = "Why was unemployment insurance collected in Yen Bai?"
    assert "due to be" not in answer_over(question, CAUSES).answer


WORDED = article(
    "About 91 per cent of people in Nghe An have health insurance at the end of November 2023, "
    "above the 2023 target of 90.8 per cent. About 88 per cent of people in Ha Tinh have health "
    "insurance at the end of November 2023. The target of Ha Tinh for health insurance coverage in "
    "2023 is 88.2 per cent.",
    published=date(2023, 12, 4),
)


@pytest.mark.parametrize(
    "question",
    [
        "Why did Nghe An miss its health insurance target in 2023?",
        "Why did Nghe An fall short of its health insurance coverage target for 2023?",
        "Vì sao Nghệ An không đạt chỉ tiêu bao phủ BHYT năm 2023?",
        "Sao năm 2023 Nghệ An lại không đạt chỉ tiêu bao phủ BHYT?",
    ],
)
def test_what_a_report_says_of_a_target_settles_what_its_rounded_figure_leaves_open(
    question: str,
) -> None:
    answer = answer_over(question, WORDED)
    assert answer.answer.startswith(("The reports say otherwise", "Các báo cáo nêu khác"))
    assert [str(figure.value) for figure in answer.figures] == ["91", "90.8"]


def test_a_rounded_figure_of_which_nothing_is_said_stays_open() -> None:
    answer = answer_over("Why did Ha Tinh miss its health insurance target in 2023?", WORDED)
    assert "otherwise" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Sao số người tham gia BHXH tự nguyện ở Lạng Sơn năm 2023 lại tăng vậy?",
        "sao mà năm 2023 BHXH tự nguyện ở Lạng Sơn tăng?",
        "Vì sao số người tham gia BHXH tự nguyện ở Lạng Sơn năm 2023 tăng?",
    ],
)
def test_sao_at_the_head_of_a_question_asks_why(question: str) -> None:
    assert answer_over(question, REPORT).answer.startswith("Các báo cáo nêu khác")


COMMUNES = article(
    "Health insurance coverage by area at the end of June 2015: Kim Son district in Ninh Binh had "
    "66.3 per cent and Yen Khanh district 67.0 per cent. In Kim Son the commune of Con Thoi "
    "reached only 51.4%, because young fishermen see no need of a doctor. The director asked why "
    "so few households in Ninh Binh took out health insurance. The head of the agency answered "
    "that rice had fallen in price.",
    published=date(2015, 7, 20),
)
TWO_CAUSES = article(
    "Late payment of insurance in Viet Nam came to VND18,327 billion at the end of 2024, and the "
    "late payment rate rose to 3.5 per cent. An Van Binh named two causes: orders came back only "
    "in autumn, and some owners fled abroad.",
    published=date(2025, 1, 20),
)


@pytest.mark.parametrize(
    "question",
    [
        "Why is the health insurance coverage in Con Thoi commune so low?",
        "Why were so few people in Con Thoi commune covered by health insurance in June 2015?",
        "Which place in Ninh Binh had the lowest health insurance coverage in June 2015, and why?",
    ],
)
def test_a_cause_beside_the_asked_figure_is_its_own(question: str) -> None:
    answer = answer_over(question, COMMUNES)
    assert "no need of a doctor" in answer.answer
    assert not answer.reason


@pytest.mark.parametrize(
    "question",
    [
        "Why is the health insurance coverage in Kim Son district so low?",
        "Which district of Ninh Binh had the lowest HI coverage in June 2015, and why?",
    ],
)
def test_a_cause_that_names_no_district_is_none_of_one(question: str) -> None:
    answer = answer_over(question, COMMUNES)
    assert "rice" not in answer.answer
    assert "doctor" not in answer.answer


def test_who_is_told_to_ask_why_is_quoted_with_what_was_answered() -> None:
    question = "Why did so few households in Ninh Binh take out health insurance?"
    answer = answer_over(question, COMMUNES).answer
    assert "asked why" not in answer or "rice" in answer


def test_what_moves_the_share_that_is_owed_moves_what_is_owed() -> None:
    answer = answer_over("Why did unpaid contributions grow in 2024?", TWO_CAUSES)
    assert "fled abroad" in answer.answer
