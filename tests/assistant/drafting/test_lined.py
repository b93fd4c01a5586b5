"""Three figures and more stand below each other, and what they share is said once."""

from __future__ import annotations

import pytest

from assistant.records import Answer
from indexing.records import Article
from tests.assistant.asking import answer_over
from tests.assistant.samples import article

YEARS = article(
    "At the end of 2019 health insurance covered 90 per cent of the people of Long An. At the end"
    " of 2020 health insurance covered 91 per cent of the people of Long An. At the end of 2021"
    " health insurance covered over 92 per cent of the people of Long An.",
    doc="years",
)
HALF = article(
    "At the end of June 2022, 146,210 people in Hue had social insurance. At the end of June 2022,"
    " 18,461 people in Hue had voluntary social insurance. At the end of June 2022, 1,144,762"
    " people in Hue had health insurance.",
    doc="half",
)
OTHERS = [
    article(
        f"At the end of 2023 health insurance covered {rate} per cent of the people of {place}.",
        doc=place,
    )
    for place, rate in (("Hanoi", "94.1"), ("Ha Giang", "97.5"), ("Lang Son", "85"))
]
DIFFERING = article(
    "At the end of 2020 health insurance covered 91.4 per cent of the people of Long An.",
    doc="differing",
)


def _lines(answer: Answer) -> list[str]:
    return answer.answer.split("\n")


@pytest.mark.parametrize(
    ("question", "articles", "lines"),
    [
        pytest.param(
            "HI coverage of Long An over the years",
            [YEARS],
            [
                "Health insurance coverage in Long An:",
                "- At the end of 2019: 90 per cent [1]",
                "- At the end of 2020: 91 per cent [2]",
                "- At the end of 2021: over 92 per cent [3]",
            ],
            id="one figure, several times",
        ),
        pytest.param(
            "Tỷ lệ bao phủ BHYT của Long An qua các năm",
            [YEARS],
            [
                "Tỷ lệ bao phủ bảo hiểm y tế của Long An:",
                "- Đến cuối năm 2019: 90% [1]",
                "- Đến cuối năm 2020: 91% [2]",
                "- Đến cuối năm 2021: hơn 92% [3]",
            ],
            id="in Vietnamese",
        ),
        pytest.param(
            "participants in Hue",
            [HALF],
            [
                "Hue, at the end of June 2022:",
                "- Social insurance participants: 146,210 people [1]",
                "- Voluntary social insurance participants: 18,461 people [2]",
                "- Health insurance participants: 1,144,762 people [3]",
            ],
            id="one place and time",
        ),
        pytest.param(
            "Compare HI coverage of Hanoi, Ha Giang and Lang Son",
            OTHERS,
            [
                "Health insurance coverage, at the end of 2023:",
                "- Hanoi: 94.1 per cent [1]",
                "- Ha Giang: 97.5 per cent [2]",
                "- Lang Son: 85 per cent [3]",
            ],
            id="one figure, several places",
        ),
    ],
)
def test_what_all_share_is_said_once(
    question: str, articles: list[Article], lines: list[str]
) -> None:
    assert _lines(answer_over(question, *articles)) == lines


def test_figures_keep_their_offsets_and_sources() -> None:
    answer = answer_over("HI coverage of Long An over the years", YEARS)
    assert [answer.answer[f.start : f.end] for f in answer.figures] == [
        "90 per cent",
        "91 per cent",
        "over 92 per cent",
    ]
    assert [figure.citations for figure in answer.figures] == [(1,), (2,), (3,)]


def test_two_figures_stay_sentences() -> None:
    answer = answer_over("Compare HI coverage of Hanoi and Ha Giang", *OTHERS[:2])
    assert "\n" not in answer.answer


def test_what_differs_is_announced_for_its_own_figures_alone() -> None:
    answer = answer_over("HI coverage of Long An over the years", YEARS, DIFFERING)
    (told,) = (line for line in _lines(answer) if "differ" in line)
    assert "91 per cent" in told
    assert "91.4 per cent" in told
    assert "2021" not in told
