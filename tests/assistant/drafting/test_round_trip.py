"""What the assistant says of a row, `check` reads back as that very row."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from assistant import Assistant
from assistant.drafting.composing import fact_sentence
from assistant.wording.phrases import load_phrases
from indexing.catalogue import OTHER
from indexing.records import Language, MetricFact

SAMPLE = 120
"""Rows that are told; the task `mutation` tells all of them."""


@pytest.fixture(scope="module")
def rows(assistant: Assistant) -> Sequence[MetricFact]:
    told = [
        row
        for row in assistant.metrics(limit=10_000)[0]
        if row.metric != OTHER and row.place is not None and row.period is not None
    ]
    return Random(6).sample(told, SAMPLE)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_composed_sentence_is_read_back_as_its_row(
    assistant: Assistant, rows: Sequence[MetricFact], language: Language
) -> None:
    for row in rows:
        sentence = fact_sentence(row, assistant.article, load_phrases(language))
        claim = sentence.claims[0]
        report = assistant.check(f"{sentence.text}.")
        read = [f for f in report.figures if f.start < claim.end and claim.start < f.end]
        assert [(f.verdict, f.metric, f.aspect, f.place, f.value, f.bound) for f in read] == [
            ("verified", row.metric, row.aspect, row.place, row.value, row.bound)
        ], sentence.text
