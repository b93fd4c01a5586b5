"""The mutation gate in small: what is put wrong is caught, what is said otherwise passes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from evals.judges.mutation import Verdicts, judge_case
from evals.measures.statistics import gate_measures
from evals.mutation.altering import ALTERATIONS
from evals.mutation.cases import Case, cases, tampered
from evals.mutation.claims import composed
from evals.mutation.held import Held, held_of, made_up
from evals.mutation.rewording import REWORDINGS
from evals.mutation.words import in_words
from evals.written import HELD_OUT, written_reports
from tests.assistant.samples import article

REPORT = article(
    "At the end of 2023 over 93 per cent of Binh Phuoc's population had health insurance. "
    "Binh Phuoc collected VND3.99 trillion in 2023. "
    "At the end of 2023 Binh Phuoc had 15,512 voluntary social insurance participants, up 4 per "
    "cent compared with the end of 2022. Health insurance coverage in Lang Son rose by 1.5 "
    "percentage points in 2023 compared with 2022.",
    published=date(2024, 3, 7),
)


@pytest.fixture(scope="module")
def held() -> Held:
    return held_of([REPORT])


def test_every_class_is_caught_and_every_rewording_passes(held: Held) -> None:
    made = cases(held, 8)
    wrong = [
        (case.kind, case.claim.text) for case in made if judge_case(case, held).checker != case.true
    ]
    assert wrong == []
    assert {case.kind for case in made if not case.true} == set(ALTERATIONS)
    assert set(REWORDINGS) < {case.kind for case in made if case.true}


def test_a_row_that_points_to_another_rows_place_verifies_nothing(held: Held) -> None:
    moved = tampered(held, 4, Random(1))
    assert moved
    assert not any(judge_case(case, known).checker for case, known in moved)


def test_the_same_seed_gives_the_same_cases(held: Held) -> None:
    assert cases(held, 3) == cases(held, 3)


def test_what_is_put_wrong_and_true_of_another_row_is_left_out(held: Held) -> None:
    row = next(row for row in held.rows if row.metric == "voluntary_si_participants")
    assert held.is_true(row)
    assert not held.is_true(replace(row, value=row.value + 1))
    claims = [case.claim for case in cases(held, 20) if not case.true]
    assert not any(held.is_true(claim.said) for claim in claims)


def test_the_baselines_pass_what_the_checker_catches(held: Held) -> None:
    row = next(row for row in held.rows if row.metric == "voluntary_si_participants")
    elsewhere = composed(replace(row, place="Lang Son"), row, "en", held)
    near = composed(replace(row, value=row.value + 100), row, "en", held)
    for claim, occurs in ((elsewhere, True), (near, False)):
        verdict = judge_case(Case("place", claim, False), held)
        assert (verdict.checker, verdict.number_occurs, verdict.value_near) == (False, occurs, True)


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "zero"), (15, "fifteen"), (93, "ninety-three"), (100, "one hundred"),
     (512, "five hundred and twelve"), (15_012, "fifteen thousand and twelve"),
     (48_000, "forty-eight thousand")],
)  # fmt: skip
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


def test_the_worst_class_counts() -> None:
    verdicts = [
        Verdicts("true", True, True, True, True),
        Verdicts("digit", False, False, True, True),
        Verdicts("place", False, True, True, True),
    ]
    values = {measure.name: measure.value for measure in gate_measures(verdicts)}
    assert values["checker: detected, worst class"] == 0
    assert values["checker: false alarms"] == 0
    assert values["checker: balanced accuracy"] == Decimal("0.5")
    assert values["number occurs: balanced accuracy"] == Decimal("0.5")


def test_the_made_up_reports_that_are_held_out_stay_out() -> None:
    with written_reports("written") as reports:
        shut = {report.article.doc for half in HELD_OUT for report in reports[half]}
    assert shut
    assert not shut & set(made_up().articles)
