"""A headline that rounds what the body tells makes no row; the body's figure is the one kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.articles import parse_article
from indexing.extraction import extract

REPORT = """---
title: "{headline}"
published: 2024-07-10
place: Nghe An
---

{body}
"""


def values(headline: str, body: str) -> list[Decimal]:
    text = REPORT.format(headline=headline, body=body)
    return [row.value for row in extract(parse_article("report", text, "report.md"))]


@pytest.mark.parametrize(
    ("headline", "body", "kept"),
    [
        pytest.param(
            "More than 2.9 million in health insurance",
            "At the end of June 2,931,400 people had health insurance.",
            [2931400],
            id="more than",
        ),
        pytest.param(
            "Four in five pensioners are paid by bank",
            "At the end of June 81.3% of pensioners were paid by bank.",
            [Decimal("81.3")],
            id="a fraction in words",
        ),
        pytest.param(
            "Nearly VND600 billion in late payments",
            "At the end of June late payments came to VND594.7 billion.",
            [594700000000],
            id="nearly",
        ),
        pytest.param(
            "2.9 million in health insurance",
            "At the end of June 2.9 million people had health insurance.",
            [2900000, 2900000],
            id="what is repeated as it is stays, flagged",
        ),
        pytest.param(
            "More than 3 million in health insurance",
            "At the end of June 2,951,400 people had health insurance.",
            [3000000, 2951400],
            id="a headline that says more than the body is kept",
        ),
        pytest.param(
            "Health insurance to cover 95% of people",
            "At the end of June health insurance covered 93.4% of people.",
            [95, Decimal("93.4")],
            id="a goal is no rounding of what was reached",
        ),
    ],
)
def test_a_rounded_headline_makes_no_row(
    headline: str, body: str, kept: list[Decimal | int]
) -> None:
    assert values(headline, body) == [Decimal(value) for value in kept]


@settings(max_examples=50, deadline=None)
@given(st.integers(min_value=1_000_001, max_value=9_999_999))
def test_the_exact_figure_is_always_kept(members: int) -> None:
    cut = members // 100_000 / 10
    body = f"At the end of June {members:,} people had health insurance."
    assert Decimal(members) in values(f"Over {cut} million in health insurance", body)
