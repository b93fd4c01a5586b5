"""Nothing lies beyond all of it: "about 100 per cent" is no 95, and no 105."""

from __future__ import annotations

import pytest

from tests.assistant.asking import answer_over
from tests.assistant.samples import article

RATES = (
    article("At the end of June 2020 health insurance covered 95.6 per cent of people in Ha Nam."),
    article(
        "At the end of June 2020 health insurance covered about 100 per cent of people in Hue.",
        doc="all",
    ),
)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("In June 2020 about 100% of people in Ha Nam had health insurance. True?", "No"),
        ("Is it true that Ha Nam had about 96 per cent in health insurance in June 2020?", "Yes"),
        ("Is it true that about 100 per cent of people in Hue had HI in June 2020?", "Yes"),
        ("Có đúng là khoảng 100% dân Hà Nam có BHYT cuối tháng 6/2020 không?", "Không"),
    ],
)
def test_about_all_is_nearly_all(question: str, lead: str) -> None:
    assert answer_over(question, *RATES).answer.startswith(lead)
