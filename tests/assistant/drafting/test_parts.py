"""Answers to questions of several parts: each is answered, or named as unanswered."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.rendering.terminal import answer_text
from tests.assistant.asking import answer_over
from tests.assistant.samples import article

COVERED = article(
    "At the end of 2022 health insurance in Vinh Phuc had 1,140,300 participants, 26,400 fewer "
    "than at the end of 2021. At the end of 2022 health insurance coverage in Vinh Phuc was 93.7 "
    "per cent. At the end of 2022 health insurance coverage in Viet Nam was 92 per cent. At the "
    "end of 2022 social insurance in Vinh Phuc had 250,000 participants. At the end of 2022 "
    "voluntary social insurance in Vinh Phuc had 20,000 participants.",
    doc="covered", published=date(2023, 1, 12),
)  # fmt: skip
OWED = article(
    "At the end of May 2022 late payment in Phu Tho came to VND182.4 billion, Director Ha Van Binh "
    "said. At the end of May 2022 health insurance coverage in Phu Tho was 91 per cent. At the end "
    "of May 2022 unemployment insurance in Phu Tho had 98,000 participants.",
    doc="owed", published=date(2022, 6, 9),
)  # fmt: skip
LEVELS = article(
    "At the end of 2020 unemployment insurance in Yen Bai had 41,700 participants. At the end of "
    "May 2021 unemployment insurance in Yen Bai had 40,900 participants.",
    doc="levels", published=date(2021, 6, 4),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "values", "verdict"),
    [
        ("How many HI members had Vinh Phuc in 2022 and is that up?", ["1140300", "-26400"],
         "“is that up”: No, the reports say otherwise"),
        ("How many HI members had Vinh Phuc in 2022, and are there fewer than a year before?",
         ["1140300", "-26400"], "“are there fewer than a year before”: Yes, the reports say so"),
        ("HI coverage of Vinh Phuc in 2022? Is that above the national average?",
         ["93.7", "92", "1.7"], "“Is that above the national average”: Yes, the reports say so"),
        ("Số người tham gia BHYT ở Vĩnh Phúc năm 2022 là bao nhiêu và có tăng không?",
         ["1140300", "-26400"], "“có tăng không”: Không, các báo cáo nêu khác"),
        ("Is it right that HI coverage in Vinh Phuc was 93.7% in 2022 and that voluntary SI had "
         "21,000 members?", ["93.7", "20000"],
         "“Is it right that voluntary SI had 21,000 members”: No, the reports say otherwise"),
    ],
)  # fmt: skip
def test_a_yes_or_no_tells_of_which_part_it_is(
    question: str, values: list[str], verdict: str
) -> None:
    answer = answer_over(question, COVERED)
    assert [str(figure.value) for figure in answer.figures] == values
    assert verdict in answer.answer


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("HI coverage of Vinh Phuc in 2022, and is that good?", "is that good"),
        ("HI coverage of Vinh Phuc in 2022, and since when?", "since when"),
        ("HI coverage of Vinh Phuc in 2022, and why?", "why"),
        ("HI coverage of Vinh Phuc in 2022, and who pays for it?", "who pays for it"),
        ("HI coverage of Vinh Phuc in 2022 and how many pensioners are there?",
         "how many pensioners are there"),
        ("HI coverage of Vinh Phuc in 2022, what is a bus ticket there, and who sells it?",
         "what is a bus ticket there"),
    ],
)  # fmt: skip
def test_a_part_that_nothing_answers_is_named(question: str, named: str) -> None:
    answer = answer_over(question, COVERED)
    assert [str(figure.value) for figure in answer.figures] == ["93.7"]
    assert f"“{named}”" in (answer.reason or "")


def test_a_first_part_that_nothing_answers_does_not_stand_before_the_next() -> None:
    answer = answer_over("What is the weather in Phu Tho and how many UI members has it?", OWED)
    assert [str(figure.value) for figure in answer.figures] == ["98000"]
    assert "“What is the weather in Phu Tho”" in (answer.reason or "")


def test_a_share_of_the_total_is_one_of_the_whole() -> None:
    question = "How many voluntary SI members had Vinh Phuc in 2022, and what share of the total?"
    figures = answer_over(question, COVERED).figures
    assert [int(figure.value) for figure in figures] == [20_000, 250_000, 8]


def test_what_comes_first_in_an_order_is_asked_for_more() -> None:
    question = "Which province has the highest HI coverage, and what are its SI participants?"
    answer = answer_over(question, COVERED, OWED)
    assert (answer.figures[-1].place, str(answer.figures[-1].value)) == ("Vinh Phuc", "250000")
    question = "Which province has the lowest HI coverage, and how many people is that?"
    answer = answer_over(question, COVERED, OWED)
    assert {figure.metric for figure in answer.figures} == {"hi_coverage"}
    assert "health insurance participants in Phu Tho" in (answer.reason or "")


@pytest.mark.parametrize(
    ("follow_up", "says"),
    [
        ("is that more than at the end of 2020?", "No, the reports say otherwise"),
        ("is that fewer than at the end of 2020?", "Yes, the reports say so"),
        ("is that less than before?", "Yes, the reports say so"),
        ("are there more than before?", "No, the reports say otherwise"),
    ],
)
def test_what_a_question_goes_on_from_is_held_against_what_it_names(
    follow_up: str, says: str
) -> None:
    first = "How many UI members had Yen Bai at the end of May 2021?"
    answer = answer_over(follow_up, LEVELS, history=(first,))
    assert answer.answer.startswith(says)
    assert says in answer_over(f"{first} {follow_up.capitalize()}", LEVELS).answer


ENDS = article(
    "At the end of 2018 health insurance coverage in Yen Bai was 88 per cent. At the end of "
    "2020 health insurance coverage in Yen Bai was 91 per cent.",
    doc="ends", published=date(2021, 1, 14),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "status", "told"),
    [
        ("Tỷ lệ BHYT của Yên Bái từ cuối năm 2018 đến cuối năm 2020 lên hay xuống?", "answered",
         ["88%", "91%", "3 điểm phần trăm"]),
        ("ty le BHYT cua Yen Bai tu cuoi nam 2018 den cuoi nam 2020 len hay xuong", "answered",
         ["88%", "91%", "3 điểm phần trăm"]),
        ("From the end of 2017 to the end of 2020, did HI coverage in Yen Bai rise or fall?",
         "not_found", ["91 per cent", "coverage in Yen Bai at the end of 2017.", "88 per cent"]),
    ],
)  # fmt: skip
def test_a_move_between_two_times_is_told_by_both_or_names_the_end_that_is_not_held(
    question: str, status: str, told: list[str]
) -> None:
    answer = answer_over(question, ENDS)
    assert answer.status == status
    shown = answer_text(answer).plain
    assert [words for words in told if words not in shown] == []


CAUSED = article(
    "In 2022 health insurance membership fell in Bac Lieu because many families had moved away. "
    "At the end of 2022 health insurance in Bac Lieu had 812,000 participants.",
    doc="caused", published=date(2023, 1, 14),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "unexplained"),
    [
        ("Why did HI membership fall in Bac Lieu and rise in Ca Mau?", "“Why did rise in Ca Mau”"),
        ("Why did HI membership fall in Bac Lieu and Ca Mau?", "“Ca Mau”"),
        (
            "Vì sao số người tham gia BHYT giảm ở Bạc Liêu và tăng ở Cà Mau?",
            "“Vì sao tăng ở Cà Mau”",
        ),
    ],
)
def test_each_that_moved_has_its_reason_or_is_named_without_one(
    question: str, unexplained: str
) -> None:
    answer = answer_over(question, CAUSED)
    assert "because many families had moved away" in answer.answer
    assert unexplained in (answer.reason or "")


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("How many people were in social insurance in Vinh Phuc at the end of 2022, and how many "
         "of those by their own choice?", ["250000", "20000"]),
        ("How many members had social insurance in Vinh Phuc in 2022, and how many of them joined "
         "of their own accord?", ["250000", "20000"]),
        # Who else they are is no matter of the choice.
        ("How many members had social insurance in Vinh Phuc in 2022, and how many drivers of "
         "their own accord?", ["250000"]),
    ],
)  # fmt: skip
def test_members_by_choice_are_those_of_the_voluntary_insurance(
    question: str, values: list[str]
) -> None:
    assert [str(figure.value) for figure in answer_over(question, COVERED).figures] == values


@pytest.mark.parametrize(
    "question",
    [
        "What was late payment in Phu Tho in May 2022, and for how many staff?",
        "Nợ đọng BHXH của Phú Thọ tháng 5/2022 là bao nhiêu, và của mấy thợ xây?",
    ],
)
def test_a_part_behind_one_of_what_reports_are_on_is_not_called_outside_of_it(
    question: str,
) -> None:
    reason = answer_over(question, OWED).reason or ""
    assert "outside the reports" not in reason
    assert "nằm ngoài các báo cáo" not in reason
