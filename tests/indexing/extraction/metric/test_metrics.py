"""What a figure counts and what it says of it; dates and places have cases of their own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from indexing.extraction import extract_text
from tests.indexing.extraction.cases import cases, row


@pytest.mark.parametrize("case", cases("metric/metrics"))
def test_a_figure_counts_what_its_words_tell(case: dict[str, Any]) -> None:
    facts = extract_text(case["text"], date(2024, 7, 10), "Nghe An")
    found = [row(case["text"], fact, "metric", "aspect", "unit") for fact in facts]
    assert found == case["rows"]


@pytest.mark.parametrize("case", cases("metric/money"))
def test_a_sum_is_what_came_in_or_went_out_or_is_owed(case: dict[str, Any]) -> None:
    facts = extract_text(case["text"], date(2024, 7, 10), "Nghe An")
    found = [row(case["text"], fact, "metric", "aspect") for fact in facts]
    assert found == case["rows"]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        pytest.param(
            "In June 318 employers were inspected, 206 of them by the office itself.",
            [None, "by the office itself"],
            id="some of them",
        ),
        pytest.param(
            "In June the fund paid VND431 billion to pensioners and VND26 billion to 2,140 people "
            "who had lost their jobs.",
            ["pensioners", None, None],
            id="what was paid to others is none of theirs",
        ),
        pytest.param(
            "The provincial hospital got the largest share of treatment costs, VND214 billion.",
            ["provincial hospital"],
            id="one hospital's share",
        ),
        pytest.param(
            "Employers owe VND312 billion. Social insurance is owed VND221 billion of that, health "
            "insurance VND68 billion and unemployment insurance the rest.",
            [None, "Social insurance", "health insurance"],
            id="debts, by whom they are owed to",
        ),
        pytest.param(
            "In 2023 some 12,300 workers claimed a lump sum of social insurance. "
            "In 2022 the figure was 9,840.",
            ["lump sum", "lump sum"],
            id="a figure without words goes on with the part told last",
        ),
        pytest.param(
            "At the end of June 48,300 people were in social insurance, 3,200 of them in the "
            "voluntary scheme.",
            [None, None],
            id="the members of a scheme are its whole",
        ),
        pytest.param(
            "Leaving aside delays of under a month, late payments came to VND71 billion. "
            "In the non-state sector the sum owed went up to VND48 billion.",
            ["leaving aside delays of under a month", "non-state sector"],
            id="a part is named by a noun phrase, or the clause that sets it aside",
        ),
        pytest.param(
            "Poor Khmer households hold 21,300 health insurance cards, pupils and students "
            "40,100. Premiums from the private sector rose to VND90 billion.",
            ["poor Khmer households", "pupils and students", "private sector"],
            id="its name goes no further than the verb",
        ),
        pytest.param(
            "The office settled 88,200 files, all but 340 of them within the time limit. "
            "In June 52,000 people had VssID, 3,100 of them since May.",
            [None, "within the time limit", None, "since May"],
            id="some of them, told apart without a name",
        ),
        pytest.param(
            "In 2023 the fund paid 4,318 people unemployment benefits; only 142 of the jobless "
            "attended courses.",
            [None, "jobless attended courses"],
            id="some of those whom the metric counts",
        ),
        pytest.param(
            "At the end of 2023, 212,000 of the province's workers were in social insurance, and "
            "the number of participants in health insurance was 3.1 million.",
            [None, None],
            id="workers are no members to be a part of",
        ),
        pytest.param(
            "Nghe An collected 38,100 billion dong of premiums in the first five months of 2024.",
            [None],
            id="a sum is none of those counted",
        ),
        pytest.param(
            "Coverage is 94% in the whole district, but only 81% among farming, forestry and "
            "fishing families of average means who live in the hills.",
            [None, "farming, forestry and fishing families of average means"],
            id="a list of parts",
        ),
    ],
)
def test_a_part_is_never_told_as_the_whole(text: str, groups: list[str | None]) -> None:
    facts = extract_text(text, date(2024, 7, 10), "Nghe An")
    assert [fact.group for fact in facts if fact.metric != "other"] == groups
