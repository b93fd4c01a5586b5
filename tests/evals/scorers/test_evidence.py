"""What retrieved texts are worth to a perfect reader."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from evals.records import ExpectedFigure, Sample, Source
from evals.scorers.evidence import as_printed, score_evidence
from indexing.articles import parse_article
from indexing.extraction import extract

RIGHT = "At the end of 2023 health insurance covered 93 per cent. Binh Phuoc never had more."
OTHER = "At the end of 2022 health insurance covered 91 per cent of Binh Phuoc's population."
ARTICLE = parse_article(
    "coverage", f"Coverage in Binh Phuoc\n\n{RIGHT}\n\n{OTHER}\n", "coverage.md"
)
ARTICLES = {ARTICLE.doc: ARTICLE}
PRINTED = as_printed(ARTICLES, extract(ARTICLE))
START = ARTICLE.text.index("93")
ASKED = Sample(
    id="value-01",
    question="What was Binh Phuoc's health insurance coverage in 2023?",
    history=(),
    status=("answered",),
    figures=(
        ExpectedFigure(
            Decimal(93), ("percent",), "exact", ("hi_coverage",), ("level",), ("Binh Phuoc",),
            False, ("@2023",),
        ),
    ),
    also=(),
    evidence=(Source(ARTICLE.doc, START, START + 2),),
)  # fmt: skip

CASES = {
    "the passage itself": ([RIGHT], True, True, True),
    "its sentence alone": ([RIGHT.partition(" Binh")[0]], True, True, True),
    "the sentence beside it": ([RIGHT.partition(" Binh")[2]], True, False, False),
    "another figure in its place": ([RIGHT.replace("93", "39")], True, False, False),
    "another unit": ([RIGHT.replace("per cent", "points")], True, False, False),
    "broken over other lines": ([RIGHT.replace(" ", "\n")], True, True, True),
    "beside another year's": ([RIGHT, OTHER], True, True, False),
    "another year's alone": ([OTHER], True, False, False),
    "the digits in another sentence": (["93 per cent"], True, False, False),
    "nothing": ([], False, False, False),
}


@pytest.mark.parametrize(("texts", "given", "holds", "alone"), CASES.values(), ids=CASES)
def test_evidence_is_worth_what_a_perfect_reader_can_make_of_it(
    texts: list[str], given: bool, holds: bool, alone: bool
) -> None:
    score = score_evidence(ASKED, texts, ARTICLES, PRINTED)
    assert (score.given, score.holds, score.alone) == (given, holds, alone)


def test_a_question_that_no_report_answers_has_no_evidence_to_hold() -> None:
    asked = replace(ASKED, status=("not_found",), figures=(), evidence=())
    score = score_evidence(asked, [RIGHT], ARTICLES, PRINTED)
    assert (score.given, score.holds) == (True, False)
