"""What figures of people, rates, cards, visits and files count, said in many ways."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indexing.articles import parse_article
from indexing.extraction import extract, extract_text
from indexing.records import MetricFact


def sentences() -> list[Any]:
    """The sentences of `counts.toml`, each with the metrics of its figures in order."""
    file = Path(__file__).with_name("counts.toml")
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return [
        pytest.param(case[0], case[1].split(), *(case[2:] or [""]), id=f"{title}-{number}")
        for title, ways in told.items()
        for number, case in enumerate(ways["sentences"], 1)
    ]


@pytest.mark.parametrize(("text", "metrics", "headline"), sentences())
def test_a_figure_counts_the_same_in_other_words(
    text: str, metrics: list[str], headline: str
) -> None:
    facts = extract_text(text, date(2024, 7, 10), "Nghe An")
    if headline:
        head = f"---\ntitle: {headline} in Nghe An\npublished: 2024-07-10\n---\n\n"
        facts = extract(parse_article("report", f"{head}{text}\n", "report.md"))
    assert [_written(fact) for fact in facts] == metrics


def _written(fact: MetricFact) -> str:
    """The metric, with its aspect where it is no level and its unit where it is `other`."""
    aspect = "" if fact.aspect == "level" else f"/{fact.aspect}"
    unit = f"/{fact.unit}" if fact.metric == "other" else ""
    return f"{fact.metric}{aspect}{unit}"
