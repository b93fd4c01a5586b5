"""Two runs of one task beside each other: what changed, and by how much it may have by chance."""

from __future__ import annotations

from dataclasses import dataclass

from evals.measures.statistics import paired_gain
from evals.records import Measure, Outcome, Run, Score
from indexing.errors import UsageError


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one run to another of the same task and version."""

    task: str
    measures: tuple[tuple[str, float, float], ...]
    """Name, value before, value after, of the measures that both have."""
    gain: Measure | None
    """How much more of the samples of both runs are right, with its interval; None without any."""
    changed: tuple[tuple[str, Outcome, Score], ...]
    """The samples whose outcome differs: name, outcome before, score after."""


def compare_runs(one: Run, other: Run) -> Comparison:
    """What changed from `one` to `other`.  Raises `UsageError` when they do not compare."""
    if (one.task, one.version) != (other.task, other.version):
        raise UsageError(
            f"expected two runs of one task and version, came {one.task} {one.version} and "
            f"{other.task} {other.version}: results of different versions do not compare"
        )
    after = {measure.name: measure.value for measure in other.measures}
    before = {score.sample: score.outcome for score in one.scores}
    shared = [score for score in other.scores if score.sample in before]
    pairs = [(before[score.sample] == "right", score.outcome == "right") for score in shared]
    return Comparison(
        task=one.task,
        measures=tuple(
            (measure.name, measure.value, after[measure.name])
            for measure in one.measures
            if measure.name in after
        ),
        gain=paired_gain("right", pairs) if pairs else None,
        changed=tuple(
            (score.sample, before[score.sample], score)
            for score in shared
            if before[score.sample] != score.outcome
        ),
    )
