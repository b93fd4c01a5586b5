"""Reports made up by the thousand: extraction and answers over figures that are all known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.progress import Progress

from evals.generator.collection import make_collection, write_collection
from evals.judges.extraction import extraction_of
from evals.judges.judged import Judged
from evals.judges.written_answers import ask_written
from evals.loading import Task
from evals.measures.answers import half_measures
from evals.settings import EvalSettings
from evals.written import WrittenReport
from indexing.articles import read_article

REPORTS = 400
_SEED = 20261121


def judge_synthetic(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    """Both halves of a made-up collection: wordings that rules may know, and held-out ones."""
    return _judge_collection(REPORTS, settings, progress)


def _judge_collection(count: int, settings: EvalSettings, progress: Progress) -> Judged:
    """Extraction of `count` made-up reports, and a question for each level that one alone gives."""
    with TemporaryDirectory() as folder:
        halves = _halves(count, Path(folder))
        extracted = [
            measure
            for half, reports in halves.items()
            for measure in extraction_of(
                half, [(report.article, report.labels) for report in reports], progress
            )
        ]
        scores, index = ask_written(halves, settings, progress)
    answered = [measure for half, some in scores.items() for measure in half_measures(half, some)]
    shown = tuple(score for some in scores.values() for score in some)
    return Judged((*extracted, *answered), shown, index)


def _halves(count: int, folder: Path) -> dict[str, Sequence[WrittenReport]]:
    made = list(make_collection(count, _SEED))
    write_collection(made, folder)
    halves: dict[str, list[WrittenReport]] = {"open wordings": [], "held out": []}
    for report in made:
        path = folder / f"{report.doc}.md"
        half = "held out" if report.held_out else "open wordings"
        halves[half].append(WrittenReport(path, read_article(path), report.labels))
    return dict(halves)
