"""A question for each figure of made-up reports, asked over an index of those reports alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from rich.progress import Progress

from evals.judges.answers import ask_samples
from evals.judges.judged import Judged
from evals.label_questions import label_questions
from evals.loading import Task
from evals.measures.answers import half_measures
from evals.records import Score
from evals.settings import EvalSettings
from evals.written import HELD_OUT, WrittenReport, written_reports
from indexing.build import build
from indexing.workshop import Workshop


def judge_written_answers(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    """The labelled figures of every half of the task's data set, asked for one by one.

    The scores of held-out halves count in the measures and are not given one by one.
    """
    with written_reports(str(task.dataset)) as reports:
        scores, index = ask_written(reports, settings, progress)
    measures = [measure for half, some in scores.items() for measure in half_measures(half, some)]
    return Judged(tuple(measures), open_scores(scores), index)


def open_scores(scores: Mapping[str, Sequence[Score]]) -> tuple[Score, ...]:
    """The scores that may be looked at one by one: those of every half that is not held out."""
    return tuple(score for half, some in scores.items() if half not in HELD_OUT for score in some)


def ask_written(
    reports: Mapping[str, Sequence[WrittenReport]],
    settings: EvalSettings,
    progress: Progress,
) -> tuple[dict[str, tuple[Score, ...]], str]:
    """The scores of each half's questions over an index of all `reports`, and its fingerprint.

    The index is made in a folder that is gone afterwards; of `settings` only the embedding model
    and the length of passages count.
    """
    samples = label_questions(reports)
    with TemporaryDirectory() as folder:
        sources = Path(folder) / "reports"
        sources.mkdir()
        for report in (report for half in reports.values() for report in half):
            copy(report.path, sources)
        own = {"data_dir": Path(folder), "database_url": None, "chroma_url": None}
        apart = settings.model_copy(update=own)
        bar = progress.add_task("indexing", total=None)

        def show(done: int, total: int) -> None:
            progress.update(bar, completed=done, total=total)

        index = build(Workshop.of(apart, progress=show), [sources]).fingerprint
        return {
            half: ask_samples(some, apart, progress)[0] for half, some in samples.items()
        }, index
