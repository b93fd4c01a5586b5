"""The mutation gate: true sentences must be verified, sentences put wrong must not.

Two simple baselines judge the same sentences: whether the number stands in the report that the row
comes from (as if retrieval were perfect), and whether the value is within 5 per cent of the row's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from random import Random

from rich.progress import Progress

from assistant.grounding.checking import check_text
from evals.judges.judged import Judged
from evals.loading import Task
from evals.measures.statistics import gate_measures
from evals.mutation.cases import Case, cases, tampered
from evals.mutation.claims import Claim
from evals.mutation.held import Held, made_up, shipped
from evals.records import Score
from evals.settings import EvalSettings
from indexing.reading.quantity.quantities import find_quantities

MOST = 400
"""Cases of a class from each collection of reports."""
TODAY = date(2026, 11, 21)
_NEAR = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Whether a case passes as true: with the checker, and with each baseline."""

    kind: str
    true: bool
    checker: bool
    number_occurs: bool
    value_near: bool


def judge_mutation(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    """The sentences of the shipped reports and of the made-up ones, each over its own reports'
    rows, counted together; `settings` are not needed."""
    made: list[tuple[Case, Held]] = []
    for held in (shipped(), made_up()):
        made += [(case, held) for case in cases(held, MOST)]
        made += tampered(held, MOST, Random(1))
    verdicts = [
        judge_case(case, known) for case, known in progress.track(made, description=task.name)
    ]
    scores = tuple(
        _score(f"{case.kind}-{number}", case, verdict)
        for number, ((case, _), verdict) in enumerate(zip(made, verdicts, strict=True), 1)
    )
    return Judged(gate_measures(verdicts), scores)


def judge_case(case: Case, held: Held) -> Verdicts:
    """What the checker, over the rows of `held`, and the baselines make of a case."""
    claim = case.claim
    return Verdicts(
        kind=case.kind,
        true=case.true,
        checker=_passes(claim, case.true, held),
        number_occurs=_occurs(claim, held),
        value_near=_is_near(claim),
    )


def _passes(claim: Claim, true: bool, held: Held) -> bool:
    """Whether the checker lets a figure pass.  One that it overlooks is not verified; put wrong,
    it would reach the reader all the same."""
    report = check_text(claim.text, TODAY, held.sources, "")
    found = [f for f in report.figures if f.start < claim.end and claim.start < f.end]
    passed = [figure.verdict in ("verified", "derived") for figure in found]
    return (bool(found) and all(passed)) if true else (not found or any(passed))


def _occurs(claim: Claim, held: Held) -> bool:
    """Whether the report has the same number somewhere."""
    said = {q.value for q in find_quantities(claim.text[claim.start : claim.end])}
    article = held.articles[claim.row.doc]
    return bool(said) and said <= _numbers(article.text)


@lru_cache(maxsize=256)
def _numbers(text: str) -> frozenset[Decimal]:
    return frozenset(quantity.value for quantity in find_quantities(text))


def _is_near(claim: Claim) -> bool:
    said = find_quantities(claim.text[claim.start : claim.end])
    value = abs(claim.row.value)
    return bool(said) and all(abs(q.value - value) <= value * _NEAR for q in said)


def _score(sample: str, case: Case, verdict: Verdicts) -> Score:
    right = verdict.checker == case.true
    claim = case.claim
    begin = max(0, claim.start - 100) if claim.form == "quoted" else 0
    return Score(
        sample=sample,
        outcome="right" if right else "missing" if case.true else "wrong",
        faults=(),
        wrong_figures=int(not case.true and verdict.checker),
        answerable=case.true,
        declined=not verdict.checker,
        elapsed_ms=0.0,
        said=claim.text[begin : claim.end + 100].strip(),
    )
