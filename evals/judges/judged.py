"""What a judge gives: the measures of a task, the score of each sample, and the index judged."""

from __future__ import annotations

from dataclasses import dataclass

from evals.records import Measure, Score


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a task."""

    measures: tuple[Measure, ...]
    scores: tuple[Score, ...] = ()
    """None where the task counts rows rather than samples."""
    index: str = ""
    """Fingerprint of the index; empty where none was used."""
