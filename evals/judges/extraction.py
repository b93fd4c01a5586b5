"""Rows of the metric table compared with labelled figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import as_file, files
from pathlib import Path

from rich.progress import Progress

from evals.judges.judged import Judged
from evals.loading import Task
from evals.measures.statistics import extraction_measures
from evals.records import Measure
from evals.scorers.extraction import ExtractionScore, score_extraction
from evals.scorers.labels import Label, docs_of_half, read_labels
from evals.settings import EvalSettings
from evals.written import written_reports
from indexing.articles import read_article
from indexing.errors import WorkError
from indexing.extraction import extract
from indexing.records import Article

Labelled = tuple[Article, tuple[Label, ...]]
"""A report and the figures that a careful reader found in it."""


def judge_extraction(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    """The shipped reports beside their labels.  Raises `WorkError` where no labels are named."""
    gold = settings.gold
    if gold is None:
        raise WorkError(
            f"task {task.name!r}: expected the labelled figures, came none: set VSS_GOLD to their "
            "folder, or run another task"
        )
    measures: list[Measure] = []
    with as_file(files("docs_corpus")) as folder:
        for half in ("look", "measure"):
            measures += extraction_of(half, labelled_half(gold, folder, half), progress)
    return Judged(tuple(measures))


def labelled_half(gold: Path, reports: Path, half: str) -> list[Labelled]:
    """The reports of a half of the labels in `gold` with their labels.

    Raises `WorkError` for a report or labels that cannot be read.
    """
    return [
        (read_article(reports / f"{doc}.md"), read_labels(gold / f"{doc}.jsonl"))
        for doc in docs_of_half(gold, half)
    ]


def judge_written_extraction(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    """The made-up reports beside their labels, half by half; `settings` are not needed."""
    measures: list[Measure] = []
    with written_reports(str(task.dataset)) as halves:
        for half, reports in halves.items():
            labelled = [(report.article, report.labels) for report in reports]
            measures += extraction_of(half, labelled, progress)
    return Judged(tuple(measures))


def extraction_of(
    half: str, labelled: Sequence[Labelled], progress: Progress
) -> tuple[Measure, ...]:
    """The measures of the rows that extraction makes of some labelled articles."""
    shown = progress.track(labelled, description=f"extracting {half}")
    return extraction_measures(half, extraction_score(shown))


def extraction_score(labelled: Iterable[Labelled]) -> ExtractionScore:
    """How the rows that extraction makes of some labelled articles agree with their labels."""
    read = [(article, labels, extract(article)) for article, labels in labelled]
    return score_extraction(
        {article.doc: rows for article, _, rows in read},
        {article.doc: labels for article, labels, _ in read},
        {article.doc: article.text for article, _, _ in read},
    )
