"""Questions after the collection itself: its reports, the newest of them, and what can be asked."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.assistant.proving import prove


@pytest.mark.parametrize(
    ("question", "answer", "docs"),
    [
        (
            "Which reports are there on Binh Phuoc?",
            "One report is held with figures on Binh Phuoc:\n"
            "- Viet Nam Social Security, 7 March 2024 [1]",
            ["binh-phuoc-2024-03-07"],
        ),
        (
            "do you have any reports about late payment in Thai Nguyen",
            "One report is held with figures on late payment and late payment rate · Thai Nguyen:\n"
            "- Viet Nam Social Security, 7 April 2023 [1]",
            ["thai-nguyen-2023-04-07"],
        ),
        (
            "Có báo cáo nào về Thừa Thiên Huế năm 2022 không?",
            "Hiện có một báo cáo có số liệu về Thừa Thiên Huế · năm 2022:\n"
            "- Viet Nam Social Security, ngày 10/7/2022 [1]",
            ["thua-thien-hue-2022-07-10"],
        ),
        (
            "When did the newest report on Thua Thien Hue come out?",
            "The newest report held with figures on Thua Thien Hue came out on 10 July 2022 [1].",
            ["thua-thien-hue-2022-07-10"],
        ),
        (
            "Báo cáo mới nhất về Bắc Kạn là của ngày nào?",
            "Báo cáo mới nhất hiện có số liệu về Bắc Kạn đăng ngày 20/11/2021 [1].",
            ["bac-kan-2021-11-20"],
        ),
    ],
)
def test_reports_are_told_by_what_they_are_on(
    assistant: Assistant, question: str, answer: str, docs: list[str]
) -> None:
    told = assistant.answer(question)
    assert (told.status, told.answer) == ("answered", answer)
    assert [citation.doc for citation in told.citations] == docs
    prove(told, assistant)


@pytest.mark.parametrize(
    "question", ["How many reports do you hold?", "có bao nhiêu báo cáo?", "list all reports"]
)
def test_all_reports_are_counted_and_the_newest_listed(assistant: Assistant, question: str) -> None:
    told = assistant.answer(question)
    held = assistant.reports()
    assert str(len(held)) in told.answer
    assert [citation.doc for citation in told.citations] == [one.doc for one in held[:10]]
    assert not told.figures
    prove(told, assistant)


@pytest.mark.parametrize(
    "question",
    [
        "Which reports are there on Cuba?",
        "which reports are about inspections in Bac Kan?",
        "Is there a report on Long An from 1999?",
        "list the reports of 1999",
    ],
)
def test_no_report_is_made_up(assistant: Assistant, question: str) -> None:
    told = assistant.answer(question)
    assert (told.status, told.answer) == ("not_found", "")
    prove(told, assistant)


@pytest.mark.parametrize(
    "question", ["what can you do?", "help", "bạn làm được gì?", "who are you"]
)
def test_what_can_be_asked_is_shown_by_questions(assistant: Assistant, question: str) -> None:
    told = assistant.answer(question)
    assert told.status == "clarify"
    answered = [assistant.answer(choice) for choice in told.choices]
    assert {one.status for one in answered} == {"answered"}
    assert {one.language for one in answered} == {told.language}


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("latest report on HI coverage in Hanoi", "HI coverage · Hanoi · latest"),
        ("help me find HI coverage in Hanoi", "HI coverage · Hanoi · latest"),
        ("what does the latest report say about Hue?", "What the reports say · Hue"),
        ("How many reports of fraud were sent to the police?", "What the reports say"),
        ("What do you do about late payers in Hanoi?", "What the reports say · Hanoi"),
    ],
)
def test_what_reports_say_is_no_question_after_them(
    assistant: Assistant, question: str, understood: str
) -> None:
    assert assistant.answer(question).understood == understood


@pytest.mark.parametrize(
    ("question", "understood", "said"),
    [
        ("HI coverage in Binh Phuoc in 2023, and how many reports do you have?",
         "HI coverage · Binh Phuoc · 2023; The reports held", "reports are held"),
        ("What was HI coverage in Binh Phuoc in 2023, and which is your newest report?",
         "HI coverage · Binh Phuoc · 2023; The reports held", "The newest report held"),
        ("Tỷ lệ bao phủ BHYT của Bình Phước năm 2023, và có báo cáo nào về Bắc Kạn?",
         "Tỷ lệ bao phủ BHYT · Bình Phước · năm 2023; Các báo cáo hiện có · Bắc Kạn",
         "Hiện có một báo cáo có số liệu về Bắc Kạn"),
        # Which report told a figure is asked of that figure.
        ("What was HI coverage in Binh Phuoc in 2023, and which report says so?",
         "HI coverage · Binh Phuoc · 2023; Who told it", "This is told by"),
    ],
)  # fmt: skip
def test_a_part_of_a_question_may_ask_after_the_collection(
    assistant: Assistant, question: str, understood: str, said: str
) -> None:
    told = assistant.answer(question)
    assert told.understood == understood
    assert said in told.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which provinces are covered?", "Figures are held on"),
        ("How many provinces do you have data for?", "Figures are held on"),
        ("do you cover all provinces?", "Figures are held on"),
        ("list the places in your reports", "Figures are held on"),
        ("Bạn có số liệu về những tỉnh nào?", "Có số liệu về"),
        ("co so lieu cua tinh nao", "Có số liệu về"),
    ],
)
def test_the_provinces_that_figures_are_held_on_are_named(
    assistant: Assistant, question: str, said: str
) -> None:
    told = assistant.answer(question)
    assert told.status == "answered"
    assert told.answer.startswith(said)
    assert "Hanoi" in told.answer or "Hà Nội" in told.answer
    assert "Can Tho" in told.answer or "Cần Thơ" in told.answer  # of which only wards are told
    assert "Yen Bai" not in told.answer
    assert not told.figures
    prove(told, assistant)


@pytest.mark.parametrize(
    ("question", "lacking", "held"),
    [
        ("Which provinces do you have no data for?", "Yen Bai", "Hanoi"),
        ("which provinces are missing from the reports", "Yen Bai", "Can Tho"),
        ("For which provinces do you have no figures on HI coverage?", "Hai Phong", "Hanoi"),
        # Renamed, not merged: what is held by its old name is held.
        ("Which provinces are not covered?", "Soc Trang", "Hue"),
        ("Tỉnh nào chưa có số liệu?", "Yên Bái", "Hà Nội"),
    ],
)
def test_the_provinces_without_figures_are_named_too(
    assistant: Assistant, question: str, lacking: str, held: str
) -> None:
    told = assistant.answer(question)
    assert told.status == "not_found"
    names = (told.reason or "").partition(": ")[2].rstrip(".").split(", ")
    assert lacking in names
    assert held not in names


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which years do you cover?", "–2025"),
        ("how far back do your reports go?", "–2025"),
        ("which years do you have figures on HI coverage in Hanoi", "2017, 2019, 2024"),
        ("Bạn có số liệu của những năm nào?", "–2025"),
    ],
)
def test_the_years_that_figures_are_of_are_named(
    assistant: Assistant, question: str, said: str
) -> None:
    told = assistant.answer(question)
    assert (told.status, told.figures) == ("answered", ())
    assert said in told.answer
    prove(told, assistant)


@pytest.mark.parametrize(
    "question",
    [
        "Which provinces cover most people with health insurance?",
        "Which provinces have figures above 95% for HI coverage?",
        "Which provinces have the highest HI coverage?",
        "Which provinces have no hospitals?",
        "Which provinces are not covered by health insurance?",
        "Which province has the most uninsured people?",
        "Which places lack doctors?",
    ],
)
def test_what_places_and_years_have_is_no_question_after_the_reports(
    assistant: Assistant, question: str
) -> None:
    assert "The reports held" not in assistant.answer(question).understood


def test_a_province_of_which_only_parts_are_told_names_these(assistant: Assistant) -> None:
    reports = assistant.answer("Which reports are there on Can Tho?")
    assert [citation.doc for citation in reports.citations] == ["can-tho-2025-10-25"]
    figure = assistant.answer("What is HI coverage in Can Tho?")
    assert figure.status == "not_found"
    assert "Within Can Tho the reports hold figures for Long My ward" in (figure.reason or "")


@pytest.mark.parametrize(
    ("question", "docs", "quoted"),
    [
        ("Which report mentions Resolution 28?", ["bac-ninh-2019-10-25"], "Resolution 28"),
        ("Báo cáo nào nhắc đến Nghị quyết 28?", ["bac-ninh-2019-10-25"], "Resolution 28"),
        (
            "which reports mention Tran Dinh Lieu",
            ["binh-phuoc-2024-03-07", "gia-lai-2023-03-12", "long-an-2022-05-29"],
            "Tran Dinh Lieu",
        ),
        (
            "Do any reports on Binh Phuoc mention Tran Dinh Lieu?",
            ["binh-phuoc-2024-03-07"],
            "Tran Dinh Lieu",
        ),
    ],
)
def test_the_reports_that_name_something_are_listed_with_the_sentence(
    assistant: Assistant, question: str, docs: list[str], quoted: str
) -> None:
    told = assistant.answer(question)
    assert [citation.doc for citation in told.citations] == docs
    assert all(quoted in citation.quote for citation in told.citations)
    prove(told, assistant)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Do any reports mention tourism?", "No report held has “tourism” in one sentence."),
        (
            "which reports mention Tran Dinh Lieu in Hanoi?",
            "No report held on Hanoi has “Tran Dinh Lieu” in one sentence.",
        ),
        ("Có báo cáo nào nói về du lịch không?", "Không báo cáo nào có “du lịch” trong một câu."),
    ],
)
def test_what_no_report_names_is_said(assistant: Assistant, question: str, said: str) -> None:
    told = assistant.answer(question)
    assert (told.status, told.reason) == ("not_found", said)


@pytest.mark.parametrize(
    "question",
    ["Which reports mention late payment in Thai Nguyen?", "Báo cáo nào nói về Bắc Kạn?"],
)
def test_what_figures_are_held_on_needs_no_words(assistant: Assistant, question: str) -> None:
    assert "held with figures" in assistant.answer(question).answer or "có số liệu" in (
        assistant.answer(question).answer
    )


@pytest.mark.parametrize(
    ("question", "said", "choices"),
    [
        (
            "What does HI coverage mean?",
            "- HI coverage: what percentage of the population has health insurance",
            ("HI coverage in Viet Nam",),
        ),
        (
            "what is the definition of late payment rate",
            "- late payment rate: what percentage of the amount due in premiums is paid late",
            ("late payment rate in Viet Nam",),
        ),
        (
            "BHTN là gì?",
            "- số người tham gia BHTN: bao nhiêu người lao động tham gia bảo hiểm thất nghiệp",
            None,
        ),
        (
            "VssID là gì",
            "- tài khoản VssID: bao nhiêu người có tài khoản trên ứng dụng VssID",
            None,
        ),
    ],
)
def test_what_a_metric_means_is_told_in_own_words(
    assistant: Assistant, question: str, said: str, choices: tuple[str, ...] | None
) -> None:
    told = assistant.answer(question)
    assert told.status == "clarify"
    assert said in (told.reason or "").splitlines()
    assert choices in (None, told.choices)
    assert {assistant.answer(choice).status for choice in told.choices} <= {"answered", "not_found"}


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("what does 94.33% mean?", "Where a figure stands · “94.33%”"),
        ("mục tiêu bao phủ BHYT của Hà Nội là gì",
         "Tỷ lệ bao phủ BHYT (chỉ tiêu) · Hà Nội · mới nhất"),
        ("what are the HI coverage targets of Hanoi?", "HI coverage (target) · Hanoi · latest"),
    ],
)  # fmt: skip
def test_a_figure_is_asked_for_all_the_same(
    assistant: Assistant, question: str, understood: str
) -> None:
    assert assistant.answer(question).understood == understood
