"""Questions read, each reading compared slot by slot with a careful reader's."""

from __future__ import annotations

from datetime import date

from rich.progress import Progress

from assistant.query import Query
from assistant.understanding.question import understand
from evals.judges.judged import Judged
from evals.loading import Task
from evals.measures.statistics import reading_measures
from evals.records import Score, Slot
from evals.scorers.readings import Reading, asks_for_figure, load_readings, misread_slots
from evals.settings import EvalSettings

ASKED_ON = date(2026, 11, 21)
"""The day that "last year" of a question counts from: the readings were written on it."""


def judge_readings(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    """The questions of the task's data set; `settings` are not needed."""
    judged: list[tuple[bool, tuple[Slot, ...]]] = []
    scores: list[Score] = []
    readings = load_readings(str(task.dataset))
    for reading in progress.track(readings, description=task.name):
        query = understand(reading.question, reading.history, ASKED_ON)
        misread = misread_slots(reading, query)
        judged.append((asks_for_figure(reading, query), misread))
        scores.append(_score(reading, query, misread))
    return Judged(reading_measures(judged), tuple(scores))


def _score(reading: Reading, query: Query, misread: tuple[Slot, ...]) -> Score:
    """The reading as a score whose class is its language and intent."""
    named = (*query.metrics, *query.places, *(period.notation for period in query.periods))
    return Score(
        sample=f"{reading.language} {reading.intents[0]}-{reading.id}",
        outcome="wrong" if misread else "right",
        faults=misread,
        wrong_figures=0,
        answerable=reading.intents[0] in ("figure", "passages"),
        declined=False,
        elapsed_ms=0.0,
        said=f"{reading.question} = {query.intent}, {query.operation}: {', '.join(named)}",
    )
