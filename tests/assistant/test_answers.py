"""Whole answers over the shipped reports: what staff read, and what must never come."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Assistant, as_query_engine
from assistant.records import Answer
from assistant.rendering.objects import answer_object
from indexing.reading.quantity.quantities import find_quantities

QUESTION = "what was Binh Phuoc's HI coverage in 2023"


def prove(answer: Answer, assistant: Assistant) -> None:
    """What holds of every answer: offsets slice, quotes are the article's, no figure is loose."""
    for figure in answer.figures:
        assert answer.answer[figure.start : figure.end] == figure.text
        assert figure.verdict in ("verified", "derived")
        assert figure.citations
        cited = [citation for citation in answer.citations if citation.mark in figure.citations]
        assert len(cited) == len(figure.citations)
    for place, citation in enumerate(answer.citations, 1):
        assert citation.mark == place
        article = assistant.article(citation.doc)
        assert article is not None
        assert article.text[citation.start : citation.end] == citation.quote
        for start, end in citation.highlights:
            assert citation.start <= start < end <= citation.end
    if answer.mode == "table":
        read = {(q.start, q.end) for q in find_quantities(answer.answer)}
        loose = [span for span in read if not any(
            figure.start < span[1] and span[0] < figure.end for figure in answer.figures
        )]  # fmt: skip
        counts = [answer.answer[start:end] for start, end in loose]
        assert all("provinces" in count or "tỉnh" in count for count in counts), counts
    if answer.status == "answered":
        assert answer.answer
    else:
        assert not answer.answer
        assert not answer.figures
        assert answer.reason


def test_the_users_own_question(assistant: Assistant) -> None:
    answer = assistant.answer(QUESTION)
    assert answer.status == "answered"
    assert answer.understood == "HI coverage · Binh Phuoc · 2023"
    (figure,) = answer.figures
    assert (figure.text, figure.verdict) == ("over 93 per cent", "verified")
    (citation,) = answer.citations
    assert citation.doc == "binh-phuoc-2024-03-07"
    assert citation.quote.startswith("Over 93 per cent of inhabitants")
    prove(answer, assistant)


@pytest.mark.parametrize(
    "question",
    [
        "What is Binh Phuoc's HI coverage for 2023?",
        "hi coverage binh phuoc 2023",
        "health insurance coverage of Bình Phước province at the end of 2023",
        "How large a share of Binh Phuoc's population had health insurance in 2023?",
        "BHYT coverage in Binh Phuok in 2023",
        "tỷ lệ bao phủ BHYT của tỉnh Bình Phước năm 2023 là bao nhiêu?",
        "ty le bao phu bhyt binh phuoc nam 2023",
    ],
)
def test_other_wordings_give_the_same_figure(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert [(f.value, f.bound, f.place, f.period) for f in answer.figures] == [
        (93, "over", "Binh Phuoc", "@2023")
    ]
    prove(answer, assistant)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What was Hanoi's HI coverage in 1999?", "in 1999"),
        ("What was the HI coverage of Binh Phuoc in 2016?", "in 2016"),
        ("How many pensioners were there in Binh Phuoc in 2023?", "receiving a pension"),
        ("HI coverage of Binh Phuoc at the end of 2025", "part of Dong Nai"),
        ("Which Mekong Delta province has the highest HI coverage?", "name the provinces"),
        ("What is the weather in Hanoi?", "outside the reports"),
        ("Who won the football world cup in 2022?", "outside the reports"),
        ("", "ask a question"),
        ("   \n", "ask a question"),
    ],
)
def test_what_the_reports_do_not_hold_is_refused_and_told(
    assistant: Assistant, question: str, missing: str
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "not_found"
    assert answer.reason is not None
    assert missing in answer.reason
    prove(answer, assistant)


def test_what_is_missing_comes_with_the_nearest_that_is_held(assistant: Assistant) -> None:
    answer = assistant.answer("What was Hanoi's HI coverage in 1999?")
    assert answer.reason is not None
    assert "about 83 per cent" in answer.reason
    assert answer.citations


def test_the_year_of_the_report_is_not_the_year_of_its_figures(assistant: Assistant) -> None:
    """A report of March 2024 says "last year"; its figures are of 2023."""
    assert assistant.answer("premium collection of Binh Phuoc in 2023").figures[0].period == "2023"
    assert assistant.answer("premium collection of Binh Phuoc in 2024").status == "not_found"


def test_a_misprint_is_given_with_its_warning(assistant: Assistant) -> None:
    answer = assistant.answer(
        "How much did Binh Phuoc pay to people in social and unemployment insurance in 2023?"
    )
    assert answer.figures[0].value == 2_620_000_000_000
    assert any("US$106,000" in warning for warning in answer.warnings)


def test_a_wrong_premise_is_corrected(assistant: Assistant) -> None:
    answer = assistant.answer("Is it true that Binh Phuoc's HI coverage was 95% in 2023?")
    assert answer.answer.startswith("No, ")
    assert [figure.value for figure in answer.figures] == [93]


def test_a_follow_up_changes_one_slot(assistant: Assistant) -> None:
    first = "How many people were in compulsory social insurance in Binh Phuoc in 2023?"
    answer = assistant.answer("and voluntary?", [first])
    assert [figure.value for figure in answer.figures] == [15_512]


@pytest.mark.parametrize(
    ("question", "periods"),
    [
        ("How much has HI coverage in Hanoi grown since 2019?", ["@2019-07", "@2024-06"]),
        ("Tỷ lệ bao phủ BHYT Hà Nội tăng bao nhiêu kể từ năm 2019?", ["@2019-07", "@2024-06"]),
    ],
)
def test_a_change_since_a_year_is_told_between_its_ends(
    question: str, periods: list[str], assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    *ends, change = answer.figures
    assert [figure.period for figure in ends] == periods
    assert (change.verdict, change.vs) == ("derived", periods[0])
    prove(answer, assistant)


def test_a_change_since_a_year_that_has_no_figure_is_not_told(assistant: Assistant) -> None:
    answer = assistant.answer("How much has HI coverage in Lam Dong grown since 2020?")
    assert answer.status == "not_found"
    assert answer.reason is not None
    assert "compared with 2020" in answer.reason


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Late payment in Hanoi 2017 vs 2018", "in Hanoi in 2018"),
        ("which year did national HI coverage exceed 90%?", "“which year”"),
        ("How much late payment per debtor in Hanoi?", "lies outside the range that is plausible"),
        ("Did HI coverage in Lao Cai fall in 2025?", "coverage in Lao Cai was 88.21 per cent"),
    ],
)
def test_what_of_a_question_stays_unanswered_is_told(
    question: str, told: str, assistant: Assistant
) -> None:
    assert told in (assistant.answer(question).reason or "")


@pytest.mark.parametrize("turn", ["thanks", "ok", "cảm ơn bạn"])
def test_a_courtesy_is_answered_in_kind(turn: str, assistant: Assistant) -> None:
    answer = assistant.answer(turn, ("HI coverage in Hanoi",))
    assert answer.status == "clarify"
    assert "outside" not in (answer.reason or "")
    assert answer.choices == ()


def test_a_multiple_is_no_premise_and_no_figure_of_the_reports(assistant: Assistant) -> None:
    answer = assistant.answer("HI participants in Hanoi times two")
    assert answer.status == "not_found"
    assert answer.reason is not None
    assert "“times two”" in answer.reason
    assert "more than 8 million" in answer.reason


@pytest.mark.parametrize(
    ("question", "unit", "is_told"),
    [
        ("HI expenditure of Lam Dong in 2024 in dollars", "VND", True),
        ("premium collection of Binh Phuoc in 2023 in dollars", "USD", False),
        ("HI expenditure of Lam Dong in 2024", "VND", False),
        ("rank provinces by late payment in USD", "VND", True),
    ],
)
def test_dong_is_said_to_be_dong_where_dollars_were_asked_for(
    question: str, unit: str, is_told: bool, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert {figure.unit for figure in answer.figures} == {unit}
    assert any("nothing is converted" in warning for warning in answer.warnings) is is_told


@pytest.mark.parametrize("question", ["how many insured people", "số người được bảo hiểm"])
def test_the_figures_offered_for_people_count_people(question: str, assistant: Assistant) -> None:
    choices = assistant.answer(question).choices
    assert len(choices) > 2
    assert all("participants" in choice or "người tham gia" in choice for choice in choices)


def test_several_figures_stand_in_a_table_too(assistant: Assistant) -> None:
    answer = assistant.answer(
        "compulsory, voluntary and unemployment insurance participants in Binh Phuoc in 2023"
    )
    assert [figure.value for figure in answer.figures] == [149_961, 15_512, 141_683]
    assert answer.table is not None
    assert [row[-1] for row in answer.table.rows] == [figure.text for figure in answer.figures]


def test_words_are_quoted_with_their_date(assistant: Assistant) -> None:
    answer = assistant.answer("Who is the director of the Binh Phuoc social security office?")
    assert answer.mode == "passages"
    assert "Nguyen Van Tan" in answer.answer
    assert "7 March 2024" in answer.answer
    prove(answer, assistant)


@pytest.mark.parametrize("question", ["Long An", "Long An in 2021", "Hanoi at the end of June"])
def test_a_place_alone_is_asked_back_with_what_is_held(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert answer.status == "clarify"
    assert "HI coverage" in answer.choices
    prove(answer, assistant)


@pytest.mark.parametrize(
    "question", ["What is 2+2?", "42", "👍", "SELECT * FROM facts", "a" * 2000]
)
def test_nonsense_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert answer.status == "not_found"
    prove(answer, assistant)


@pytest.mark.parametrize(
    "question",
    [
        "How many doctors are there in Quang Ninh?",
        "What percentage of people in Long An have no health insurance?",
        "How many women left compulsory insurance in Thai Nguyen in the first quarter of 2023?",
        "How many students in Binh Phuoc had health insurance in 2023?",
        "HI coverage in Atlantis in 2023",
    ],
)
def test_a_figure_for_another_question_is_not_given(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert answer.status == "not_found"
    prove(answer, assistant)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Tien Giang target for 2018", "82.5 per cent"),  # of what, only one report says
        ("How many people must Dong Nai still enrol?", "470,000"),
        ("How many people left compulsory insurance in Thai Nguyen in the first quarter of 2023?",
         "3,000 workers left"),
        ("What share of working-age people in Hai Duong has no SI?", "47%"),
        ("Which firm owes the most in Ho Chi Minh City?", "Hoa Binh Construction: VND56.7 billion"),
    ],
)  # fmt: skip
def test_what_no_metric_names_is_told_in_the_reports_words(
    assistant: Assistant, question: str, told: str
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "answered"
    assert told in answer.answer
    prove(answer, assistant)


def test_the_same_question_gives_the_same_answer(assistant: Assistant) -> None:
    one, two = (answer_object(assistant.answer(QUESTION)) for _ in range(2))
    for answer in (one, two):
        answer.pop("elapsed_ms")
    assert one == two


def test_last_year_counts_from_today(index: Path) -> None:
    from assistant.settings import load

    for today, period in ((date(2024, 5, 1), "@2023"), (date(2026, 5, 1), None)):
        opened = Assistant.open(load(data_dir=index), today=lambda today=today: today)
        figures = opened.answer("HI coverage in Binh Phuoc last year").figures
        opened.close()
        assert [figure.period for figure in figures] == ([period] if period else [])


@settings(max_examples=60, deadline=None)
@given(
    metric=st.sampled_from(["HI coverage", "voluntary SI participants", "premium collection",
                            "late payment", "BHXH", "coverage", "who is", "why did"]),
    place=st.sampled_from(["Binh Phuoc", "Hanoi", "Lang Son", "Hue", "Paris", "the country", ""]),
    when=st.sampled_from(["in 2023", "in 1999", "last year", "in the first half of 2022", ""]),
    how=st.sampled_from(["", "compare", "which province had the highest", "list", "target for"]),
)  # fmt: skip
def test_every_answer_can_be_proven(
    assistant: Assistant, metric: str, place: str, when: str, how: str
) -> None:
    prove(assistant.answer(f"{how} {metric} {place} {when}"), assistant)


def test_as_a_llama_index_query_engine(assistant: Assistant) -> None:
    response = as_query_engine(assistant).query(QUESTION)
    answer = assistant.answer(QUESTION)
    assert str(response) == answer.answer
    (source,) = response.source_nodes
    assert source.node.get_content() == answer.citations[0].quote
    assert json.loads(json.dumps(response.metadata["answer"]["status"])) == "answered"


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        (
            "List all figures for Binh Phuoc",
            "The latest figures that the reports hold for Binh Phuoc:",
        ),
        (
            "What do you have on Binh Phuoc?",
            "The latest figures that the reports hold for Binh Phuoc:",
        ),
        ("Bình Phước có những số liệu gì?", "Số liệu mới nhất trong các báo cáo về Bình Phước:"),
    ],
)
def test_all_that_is_held_of_a_place_is_told_as_a_table(
    assistant: Assistant, question: str, heading: str
) -> None:
    answer = assistant.answer(question)
    assert answer.answer.splitlines()[0] == heading
    assert answer.table is not None
    assert len(answer.table.rows) == len(answer.figures) > 5
    assert all(marks for marks in answer.table.citations)
    metrics = [figure.metric for figure in answer.figures]
    assert "other" not in metrics


@pytest.mark.parametrize("question", ["in per cent?", "tỉnh nào thấp hơn?"])
def test_a_question_that_says_nothing_of_what_is_asked_back(
    assistant: Assistant, question: str
) -> None:
    assert assistant.answer(question).status == "clarify"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Số thu Hải Phòng 8 tháng năm 2025 tăng bao nhiêu so với cùng kỳ?", 3_500_000_000_000),
        ("Số thu Hải Phòng 8 tháng năm 2025 tăng bao nhiêu so với tháng trước?", 2_600_000_000_000),
    ],
)
def test_a_change_is_that_from_the_asked_time(
    assistant: Assistant, question: str, told: int
) -> None:
    assert [figure.value for figure in assistant.answer(question).figures] == [told]


@pytest.mark.parametrize(
    "question",
    [
        "How much premium was collected per participant in Hanoi?",
        "How much does each pensioner get per month on average?",
        "Chi khám chữa bệnh BHYT bình quân một lượt ở Nghệ An",
        "Kết dư quỹ BHYT năm 2020 là bao nhiêu?",
        "Tỷ lệ hài lòng của người dân với BHXH",
        "Lãi chậm đóng BHXH ở Hà Nội bao nhiêu?",
        "Số đơn vị tham gia BHXH ở Long An",
        "số nợ của 120 doanh nghiệp ở Đồng Nai",
        "Tỷ lệ bao phủ BHYT Hòa Bình 2018 không tính học sinh",
        "HI coverage in Hoa Binh in 2018, not counting pupils",
        "Nợ BHXH của Hải Phòng, không kể lãi, tháng 8/2025",
        "Who is the director of Thai Nguyen social security?",
    ],
)
def test_what_no_report_tells_is_not_answered_by_what_stands_near(
    assistant: Assistant, question: str
) -> None:
    assert assistant.answer(question).status != "answered"


def test_a_ward_is_named_in_vietnamese(assistant: Assistant) -> None:
    answer = assistant.answer("Chỉ tiêu BHXH tự nguyện phường Long Mỹ 2025 là bao nhiêu người")
    assert "phường Long My, Cần Thơ" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Tell me everything about Lai Chau",
        "What do the reports say about Lai Chau?",
        "What's new in Lai Chau?",
        "Give me some figures on Lai Chau for a speech",
        "Brief me on Lai Chau",
        "I need facts on Lai Chau for the minister",
        "summary of social insurance in Lai Chau",
        "Overview of Lai Chau in 2022",
        "báo cáo nói gì về Lai Châu?",
        "số liệu của Lai Châu",
        "tom tat tinh hinh BHXH Lai Chau nam 2022",
    ],
)
def test_whoever_asks_for_all_of_a_place_is_told_its_figures(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    told = {figure.metric: figure.value for figure in answer.figures}
    assert told["hi_coverage"] == Decimal("82.1")
    assert told["hi_participants"] == 393656
    assert len(told) == 5
    prove(answer, assistant)


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("Overview of health insurance in Lai Chau", {"hi_participants", "hi_coverage"}),
        ("All figures on voluntary insurance in Lai Chau", {"voluntary_si_participants"}),
        ("tóm tắt về BHYT ở Lai Châu", {"hi_participants", "hi_coverage"}),
    ],
)
def test_an_overview_of_one_insurance_keeps_to_it(
    question: str, metrics: set[str], assistant: Assistant
) -> None:
    assert {figure.metric for figure in assistant.answer(question).figures} == metrics


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("What do the reports say about Lai Chau in 2012?", "no figure for Lai Chau in 2012"),
        ("Overview of Cao Bang", "no figure for Cao Bang"),
        ("báo cáo nói gì về Cao Bằng?", "Cao Bằng"),
    ],
)
def test_an_overview_of_what_is_not_held_says_so(
    question: str, reason: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "not_found"
    assert reason in (answer.reason or "")


def test_an_overview_tells_a_target_as_a_target(assistant: Assistant) -> None:
    answer = assistant.answer("list all targets for 2025 in Nghe An")
    assert "The target for health insurance coverage in Nghe An" in answer.answer
    assert {figure.aspect for figure in answer.figures} == {"target"}
    prove(answer, assistant)


@pytest.mark.parametrize(
    ("question", "figures", "half"),
    [
        ("HI coverage in Binh Phuoc in 2023 and how many lawyers does the VSS employ?",
         ["93"], "how many lawyers does the VSS employ"),
        ("What was HI coverage in Hanoi and what is the price of a bus ticket?",
         ["94.33"], "what is the price of a bus ticket"),
        ("What was the late payment in Hanoi in 2017 and why did it rise?",
         ["2960000000000"], "why did it rise"),
        ("HI coverage in Hue in 2022, and when will it reach 100%?",
         ["99.2"], "when will it reach 100%"),
        ("Số người tham gia BHYT Long An và thời tiết ở đó thế nào?",
         ["1546324"], "thời tiết ở đó thế nào"),
    ],
)  # fmt: skip
def test_the_half_of_a_question_that_nothing_answers_is_told(
    question: str, figures: list[str], half: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert [f"{figure.value.normalize():f}" for figure in answer.figures] == figures
    assert f"“{half}”" in (answer.reason or "")
    prove(answer, assistant)


def test_the_half_of_a_question_that_asks_for_words_is_answered_in_words(
    assistant: Assistant,
) -> None:
    answer = assistant.answer("Bình Phước thu được bao nhiêu năm 2023 và ai là giám đốc?")
    assert "3,99 nghìn tỷ đồng" in answer.answer
    assert "Director" in answer.answer
    assert answer.reason is None


def test_which_province_leads_is_asked_of_all_beside_the_figure_of_one(
    assistant: Assistant,
) -> None:
    answer = assistant.answer("What was HI coverage in Hanoi in 2024 and which was highest?")
    assert answer.status == "answered"
    answer = assistant.answer("HI coverage in Hanoi and in which provinces is it higher?")
    mark, *others = [figure.value for figure in answer.figures]
    assert others
    assert all(value > mark for value in others)


def test_of_several_places_and_times_each_one_that_is_missing_is_told(
    assistant: Assistant,
) -> None:
    answer = assistant.answer("Compare HI coverage in Hanoi and Hoa Binh in 2019 and 2024")
    assert len(answer.figures) == 3
    assert "no figure for health insurance coverage in Hoa Binh in 2024" in (answer.reason or "")


@pytest.mark.parametrize(
    "question",
    [
        "By how many percentage points is HI coverage in Hanoi over the target?",
        "How much over target was premium collection in Hanoi?",
        "By how much is HI coverage in Hanoi above its plan?",
    ],
)
def test_what_lies_over_a_target_is_no_change_in_time(question: str, assistant: Assistant) -> None:
    aspects = {figure.aspect for figure in assistant.answer(question).figures}
    assert aspects <= {"level", "target", "target_pct", "gap"}
    assert aspects & {"target", "target_pct"}


@pytest.mark.parametrize(
    "question",
    [
        "What did Viet Nam Social Security do about cybersecurity?",
        "who chaired the meeting in Binh Phuoc?",
        "Ai chủ trì hội nghị ở Bình Phước?",
    ],
)
def test_a_sentence_beside_the_matter_is_not_quoted(question: str, assistant: Assistant) -> None:
    assert assistant.answer(question).status == "not_found"


def test_a_quote_that_names_no_place_is_told_of_the_place_of_its_figures(
    assistant: Assistant,
) -> None:
    question = "How many people left compulsory insurance in Thai Nguyen in the first quarter?"
    answer = assistant.answer(f"{question[:-1]} of 2023?")
    assert answer.answer.startswith("A report of 7 April 2023 says of Thai Nguyen: “Enterprises")


def test_each_place_is_asked_for_its_own_time(assistant: Assistant) -> None:
    answer = assistant.answer("Compare HI coverage in Hanoi in June 2024 and Hue in June 2022")
    assert [str(figure.value) for figure in answer.figures] == ["94.33", "99.2", "4.87"]
    assert answer.reason is None


@pytest.mark.parametrize("question", ["Did Hanoi meet its HI coverage target?",
                                      "Hà Nội có đạt chỉ tiêu bao phủ BHYT không?"])  # fmt: skip
def test_a_later_figure_does_not_tell_that_an_earlier_plan_was_met(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.answer(question)
    assert not answer.answer.startswith(("Yes", "Đúng"))
    assert {figure.aspect for figure in answer.figures} == {"level", "target"}


def test_a_trend_tells_the_figures_of_all_times_from_the_earliest(assistant: Assistant) -> None:
    figures = assistant.answer("trend of HI coverage in Hanoi").figures
    periods = [figure.period or "" for figure in figures]
    assert len(periods) > 2
    assert periods == sorted(periods)
    assert {figure.verdict for figure in figures} == {"verified"}


def test_figures_of_two_metrics_are_held_against_each_other_of_one_day(
    assistant: Assistant,
) -> None:
    answer = assistant.answer("What share of SI participants in Viet Nam are voluntary?")
    assert len({figure.period for figure in answer.figures}) == 1
    assert {figure.metric for figure in answer.figures} == {
        "voluntary_si_participants",
        "si_participants",
    }


def test_a_growth_in_a_year_is_that_from_the_year_before(assistant: Assistant) -> None:
    answer = assistant.answer("by how much did premium collection grow in Hai Phong in 2025?")
    assert [figure.vs for figure in answer.figures] == ["2024-01/2024-08"]
