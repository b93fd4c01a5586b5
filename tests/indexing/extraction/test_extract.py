"""What the extractor makes of the wordings that reports use."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.scorers.extraction import score_extraction
from evals.scorers.labels import read_labels
from indexing.articles import parse_article, read_article
from indexing.extraction import extract, extract_text, read_figures
from tests.indexing.extraction.cases import cases, row

PUBLISHED = date(2024, 7, 10)
HOME = "Nghe An"


FIELDS = ("metric", "aspect", "value", "unit", "bound", "period", "vs", "place")


@pytest.mark.parametrize("case", cases("cases"))
def test_wordings_of_reports(case: dict[str, Any]) -> None:
    facts = extract_text(case["text"], PUBLISHED, HOME)
    assert [row(case["text"], fact, *FIELDS) for fact in facts] == case["rows"]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        pytest.param(
            "In 2023 health insurance reached 90% of disadvantaged groups.",
            ["disadvantaged groups"],
            id="behind the figure",
        ),
        pytest.param(
            "In 2023, 54,300 withdrawals of social insurance were recorded.",
            ["withdrawals"],
            id="a benefit that is counted",
        ),
        pytest.param(
            "In 2023, 11,874 people took their social insurance in one lump.",
            ["one lump"],
            id="a benefit by how it is drawn",
        ),
        pytest.param(
            "In 2023 the Provincial General Hospital had 121,930 health insurance visits.",
            ["Provincial General Hospital"],
            id="one hospital",
        ),
        pytest.param(
            "Doctors of the Provincial General Hospital say that health insurance paid for 1.2 "
            "million visits in 2023.",
            [None],
            id="a hospital from which somebody speaks",
        ),
        pytest.param(
            "In 2023 poor households received 12,400 health insurance cards and pupils 3,100.",
            ["poor households", "pupils"],
            id="before the figure, without its verb",
        ),
        pytest.param(
            "In 2023 farming, forestry and fishing families of average means got 900 health "
            "insurance cards.",
            ["farming, forestry and fishing families of average means"],
            id="a list of words for one part",
        ),
        pytest.param(
            "In 2023 voluntary social insurance had 40,200 members, though many farmers do not "
            "know it.",
            [None],
            id="a side remark names no part",
        ),
        pytest.param(
            "Residents of the merged communes will go on getting help with their premiums. They "
            "comprise 2,140 members of voluntary social insurance.",
            ["Residents of the merged communes"],
            id="the sentence before tells whom it is about",
        ),
        pytest.param(
            "In June 2024 Hue Textile owed VND12 billion in insurance premiums.",
            ["Hue Textile"],
            id="a debtor with a place in its name",
        ),
    ],
)
def test_a_part_keeps_its_group(text: str, groups: list[str]) -> None:
    assert [fact.group for fact in extract_text(text, PUBLISHED, HOME)] == groups


def test_a_headline_is_read_as_its_body_tells_it() -> None:
    article = parse_article(
        "a",
        "---\ntitle: Health insurance to cover 91.05 million people\npublished: 2022-10-27\n---\n\n"
        "Viet Nam strives to have 91.05 million people in health insurance by the end of 2022.\n",
        "a.md",
    )
    first, second = extract(article)
    assert first.flags == ("restated",)
    assert (first.aspect, first.period) == (second.aspect, second.period) == ("target", "@2022")


def test_a_target_that_a_level_is_told_to_pass_is_of_the_same_day() -> None:
    text = (
        "In 2023 health insurance covered 94.5 per cent. The social insurance rate of 17.1 per "
        "cent was 0.1 percentage points above the target of 17 per cent."
    )
    _, level, _, target = extract_text(text, PUBLISHED, HOME)
    assert (level.aspect, target.aspect) == ("level", "target")
    assert level.period == target.period == "@2023"


def test_nothing_seen_is_dropped_without_a_reason() -> None:
    article = parse_article(
        "a",
        "---\ntitle: Nghe An reports\n---\n\nFor 12 months the two policies helped 500 people.\n",
        "a.md",
    )
    readings = read_figures(article)
    assert [(r.why, r.fact is None) for r in readings] == [
        ("span of time", True), ("takes up what is known", True), (None, False),
    ]  # fmt: skip


PIECES = st.sampled_from(
    [
        "health insurance", "social insurance", "1,204", "93.5%", "VND 3.2 billion",
        "($130 million)",
        "of the plan", "up", "down", "people", ",", ";", ".", "(", ")", "and", "or", "respectively",
        "by 2025", "last year", "than", "over the same period", "Nghe An", "the ward", "|", "\n\n",
        "another", "goal", "9,5 tỷ đồng", "BHYT", "tăng", "so với", "months late", "\u0301", "\x00",
    ]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join)))
def test_any_text_is_read_and_every_offset_leads_back(text: str) -> None:
    for fact in extract_text(text, PUBLISHED, HOME):
        assert 0 <= fact.quote_start <= fact.start < fact.end <= fact.quote_end <= len(text)
        assert fact.quote == text[fact.quote_start : fact.quote_end]
        assert (fact.subject is not None) is (fact.metric == "other")


@settings(max_examples=50, deadline=None)
@given(st.sampled_from([case.values[0]["text"] for case in cases("cases")]))
def test_a_neutral_sentence_before_changes_offsets_only(text: str) -> None:
    prefix = "The meeting was opened with a song.\n\n"
    plain = [row(text, fact, *FIELDS) for fact in extract_text(text, PUBLISHED, HOME)]
    later = extract_text(prefix + text, PUBLISHED, HOME)
    assert [row(prefix + text, fact, *FIELDS) for fact in later] == plain


def test_published_reports_give_their_labelled_figures() -> None:
    """The reports as published, read in place: not below what was reached."""
    folder = os.environ.get("VSS_ORIGINALS")
    gold = os.environ.get("VSS_GOLD")
    if not folder or not gold:
        pytest.skip("VSS_ORIGINALS and VSS_GOLD name no folders")
    articles = {path.stem: read_article(path) for path in sorted(Path(folder).glob("*.txt"))}
    labels = {doc: read_labels(Path(gold) / "originals" / f"{doc}.jsonl") for doc in articles}
    rows = {doc: extract(article) for doc, article in articles.items()}
    texts = {doc: article.text for doc, article in articles.items()}
    whole = score_extraction(rows, labels, texts).by_depth["whole"]
    assert whole.recall >= 0.85
    assert whole.precision >= 0.85
