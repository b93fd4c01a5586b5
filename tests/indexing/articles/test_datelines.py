"""The day on which a report says that it came out, where its front matter does not tell."""

from __future__ import annotations

from datetime import date

import pytest

from indexing.articles import parse_article
from indexing.articles.passages import split_passages
from indexing.extraction import extract

STORY = "Coverage in Ha Nam rose to 93 per cent. The province now aims at 95 per cent."
DAY = date(2023, 5, 4)

DATELINES = {
    "a line of its own": "4 May 2023\n\n",
    "with the newspaper": "Saigon Times, May 4, 2023\n\n",
    "with day of the week and time": "Thursday, 4 May 2023, 10:30 GMT+7\n\n",
    "updated": "Updated on May 4, 2023\n\n",
    "in numbers, day first": "Cập nhật lúc 10:30, 04/05/2023\n\n",
    "in Vietnamese words": "Thứ năm, ngày 4 tháng 5 năm 2023\n\n",
    "behind the author": "By Thu Ha | 4 May 2023\n\n",
    "behind a line of the author": "Thu Ha\n\n04/05/2023 | 10:30\n\n",
    "before the text, behind a place": "HA NAM, May 4, 2023 – ",
    "behind an agency": "Ha Nam (VNA) – May 4, 2023 – ",
    "before an agency": "HA NAM, May 4, 2023 (VNA) -- ",
    "in brackets": "(Ha Nam, 4 May 2023) ",
}
STORIES = {
    "a day on which something was done": "On May 4, 2023, the office met.\n\n",
    "a heading that tells how far figures go": "As of 4 May 2023\n\n",
    "results up to a day": "Results to 4 May 2023\n\n",
    "a month": "HA NAM, May 2023 – ",
    "a day without a year": "HA NAM, May 4 (VNA) – ",
    "a paper's date": "Plan 46 of May 4, 2023 – a summary\n\n",
    "the event of a sentence": "The office met on May 4, 2023 – and planned.\n\n",
}


@pytest.mark.parametrize("head", DATELINES.values(), ids=DATELINES)
def test_a_dateline_tells_when_the_report_came_out(head: str) -> None:
    article = parse_article("a", f"# Ha Nam reports\n\n{head}{STORY}\n", "a.md")
    assert article.published == DAY
    assert [fact.period for fact in extract(article)] == ["@2023-05-04", "@2023"]
    starts = [passage.text[:8] for passage in split_passages(article, 200)]
    assert "Coverage" in starts


@pytest.mark.parametrize("head", STORIES.values(), ids=STORIES)
def test_a_day_of_the_story_is_no_dateline(head: str) -> None:
    assert parse_article("a", f"# Ha Nam reports\n\n{head}{STORY}\n", "a.md").published is None


def test_a_dateline_may_close_the_report() -> None:
    body = "\n\n".join([STORY] * 4)
    article = parse_article("a", f"# Ha Nam reports\n\n{body}\n\nHa Nam, 4 May 2023\n", "a.md")
    assert article.published == DAY


def test_front_matter_goes_before_a_dateline() -> None:
    text = f"---\ntitle: Ha Nam reports\npublished: 2023-05-09\n---\n\nMay 4, 2023\n\n{STORY}\n"
    assert parse_article("a", text, "a.md").published == date(2023, 5, 9)
