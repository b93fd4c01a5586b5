"""Rows of the metric table compared with labelled figures."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import as_file, files

from rich.progress import Progress

from evals.judges.judged import Judged
from evals.loading import Task
from evals.records import Measure
from evals.scorers.extraction import score_extraction
from evals.scorers.labels import Label, docs_of_half, read_labels
from evals.settings import EvalSettings
from evals.statistics import extraction_measures
from evals.written import written_reports
from indexing.articles import read_article
from indexing.errors import WorkError
from indexing.extraction import extract
from indexing.records import Article


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
            labelled = [
                (read_article(folder / f"{doc}.md"), read_labels(gold / f"{doc}.jsonl"))
                for doc in docs_of_half(gold, half)
            ]
            measures += extraction_of(half, labelled, progress)
    return Judged(tuple(measures))


def judge_written_extraction(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    """The made-up reports beside their labels, half by half; `settings` are not needed."""
    measures: list[Measure] = []
    with written_reports(str(task.dataset)) as halves:
        for half, reports in halves.items():
            labelled = [(report.article, report.labels) for report in reports]
            measures += extraction_of(half, labelled, progress)
    return Judged(tuple(measures))


def extraction_of(
    half: str, labelled: Sequence[tuple[Article, tuple[Label, ...]]], progress: Progress
) -> tuple[Measure, ...]:
    """The measures of the rows that extraction makes of some labelled articles."""
    rows = {
        article.doc: extract(article)
        for article, _ in progress.track(labelled, description=f"extracting {half}")
    }
    labels = {article.doc: given for article, given in labelled}
    texts = {article.doc: article.text for article, _ in labelled}
    return extraction_measures(half, score_extraction(rows, labels, texts))
