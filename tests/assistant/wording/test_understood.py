"""The line that shows how a question was understood names what it takes for granted."""

from __future__ import annotations

import pytest

from assistant.understanding.question import understand
from assistant.wording.phrases import load_phrases
from assistant.wording.understood import understood_line
from tests.assistant.samples import TODAY


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            "Which district leads in HI coverage?",
            "HI coverage · ranking · all provinces · by “district” · latest",
        ),
        (
            "Which hospital in Hanoi had the most HI visits?",
            "HI visits · ranking · Hanoi · by “hospital” · latest",
        ),
        (
            "Which province leads in HI coverage?",
            "HI coverage · ranking · all provinces · latest",
        ),
        (
            "Huyện nào có tỷ lệ bao phủ BHYT cao nhất?",
            "Tỷ lệ bao phủ BHYT · xếp hạng · các tỉnh, thành phố · theo “huyện” · mới nhất",
        ),
    ],
)
def test_what_is_put_in_order_is_shown(question: str, line: str) -> None:
    query = understand(question, (), TODAY)
    assert understood_line(query, load_phrases(query.language)) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            "Why did HI coverage rise in Binh Phuoc in 2023?",
            "What the reports say · HI coverage (change) · Binh Phuoc · 2023",
        ),
        (
            "Why was late payment high in Hanoi?",
            "What the reports say · late payment · Hanoi",
        ),
        (
            "Why did Lang Son miss its collection plan?",
            "What the reports say · premium collection (share of the target reached) · Lang Son",
        ),
        (
            "Vì sao số người tham gia BHXH tự nguyện ở Huế giảm?",
            "Nội dung báo cáo · số người tham gia BHXH tự nguyện (mức thay đổi) · Huế",
        ),
        ("What did the director of Hue say?", "What the reports say · Hue"),
    ],
)
def test_a_question_for_reasons_shows_the_figure_that_it_takes_for_granted(
    question: str, line: str
) -> None:
    query = understand(question, (), TODAY)
    assert understood_line(query, load_phrases(query.language)) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Huế còn thiếu bao nhiêu người tham gia BHYT so với kế hoạch?",
         "Số người tham gia BHYT (còn thiếu so với chỉ tiêu) · Huế · mới nhất"),
        ("Huế còn cách mục tiêu bao phủ BHYT năm 2025 bao nhiêu điểm phần trăm?",
         "Tỷ lệ bao phủ BHYT (còn thiếu so với chỉ tiêu) · Huế · năm 2025"),
        ("Tỉnh nào thu BHXH cao nhất so với kế hoạch?",
         "Số thu BHXH (tỷ lệ hoàn thành chỉ tiêu) · xếp hạng · các tỉnh, thành phố · mới nhất"),
        ("Which province's collection is the highest compared with its plan?",
         "Premium collection (share of the target reached) · ranking · all provinces · latest"),
        ("Compare the HI coverage of Hue with Hanoi",
         "HI coverage · comparison · Hue and Hanoi · latest"),
    ],
)  # fmt: skip
def test_what_is_held_against_a_plan_is_told_as_such_and_not_as_a_comparison(
    question: str, line: str
) -> None:
    query = understand(question, (), TODAY)
    assert understood_line(query, load_phrases(query.language)) == line
