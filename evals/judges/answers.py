"""Questions asked of the assistant, each answer scored against what its sample expects."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from rich.progress import Progress

from assistant import Assistant
from evals.judges.judged import Judged
from evals.loading import Task, load_samples
from evals.measures.answers import answer_measures
from evals.records import Sample, Score
from evals.scorers.answers import score_answer
from evals.settings import EvalSettings


def judge_answers(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    """The questions of the task's data set, over the index of `settings`."""
    scores, index = ask_samples(load_samples(str(task.dataset)), settings, progress)
    return Judged(answer_measures(scores), scores, index)


def ask_samples(
    samples: Sequence[Sample], settings: EvalSettings, progress: Progress
) -> tuple[tuple[Score, ...], str]:
    """The score of each sample, and the fingerprint of the index that was asked.

    Raises `IndexMissing` without an index.
    """
    scores: list[Score] = []
    index = ""
    with closing(Assistant.open(settings)) as assistant:

        def text_of(doc: str) -> str | None:
            article = assistant.article(doc)
            return article.text if article else None

        for sample in progress.track(samples, description="asking"):
            answer = assistant.answer(sample.question, sample.history)
            scores.append(score_answer(sample, answer, text_of))
            index = answer.index
    return tuple(scores), index
