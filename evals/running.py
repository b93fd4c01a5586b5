"""A task carried out: every sample through the system, scored and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from importlib.resources import as_file, files

from rich.progress import Progress

from assistant import Assistant
from evals.loading import Task, load_samples
from evals.records import Measure, Run, Score
from evals.scorers.answers import score_answer
from evals.scorers.extraction import score_extraction
from evals.scorers.labels import docs_of_half, read_labels
from evals.settings import EvalSettings
from evals.statistics import answer_measures
from indexing.articles import read_article
from indexing.errors import WorkError
from indexing.extraction import extract

Judged = tuple[tuple[Measure, ...], tuple[Score, ...], str]
"""Measures, scores of samples, and the fingerprint of the index (empty where none was used)."""


def run_task(task: Task, settings: EvalSettings, progress: Progress) -> Run:
    """`task` over the index of `settings`, `progress` showing how far it is.

    Raises `IndexMissing` without an index and `WorkError` without the data that it needs.
    """
    started = datetime.now(UTC).isoformat(timespec="seconds")
    measures, scores, index = _SCORERS[task.scorer](task, settings, progress)
    return Run(task.name, task.version, started, index, measures, scores)


@contextmanager
def _bar(progress: Progress, name: str, total: int) -> Iterator[Callable[[], None]]:
    bar = progress.add_task(name, total=total)
    yield lambda: progress.advance(bar)


def _answers(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    samples = load_samples(str(task.dataset))
    scores: list[Score] = []
    index = ""
    with (
        closing(Assistant.open(settings)) as assistant,
        _bar(progress, task.name, len(samples)) as advance,
    ):

        def text_of(doc: str) -> str | None:
            article = assistant.article(doc)
            return article.text if article else None

        for sample in samples:
            answer = assistant.answer(sample.question, sample.history)
            scores.append(score_answer(sample, answer, text_of))
            index = answer.index
            advance()
    return answer_measures(scores), tuple(scores), index


def _extraction(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    if settings.gold is None:
        raise WorkError(
            f"task {task.name!r}: expected the labelled figures, came none: set VSS_GOLD to their "
            "folder, or run another task"
        )
    measures: list[Measure] = []
    for half in ("look", "measure"):
        labels = {
            doc: read_labels(settings.gold / f"{doc}.jsonl")
            for doc in docs_of_half(settings.gold, half)
        }
        with as_file(files("docs_corpus")) as folder, _bar(progress, half, len(labels)) as advance:
            rows, texts = {}, {}
            for doc in labels:
                article = read_article(folder / f"{doc}.md")
                rows[doc], texts[doc] = extract(article), article.text
                advance()
        score = score_extraction(rows, labels, texts)
        for depth, rate in score.by_depth.items():
            for name in ("precision", "recall"):
                low, high = score.interval(depth, name)
                counted = rate.rows if name == "precision" else rate.labels
                title = f"{half}: {name}, {depth}"
                measures.append(Measure(title, getattr(rate, name), low, high, counted))
    return tuple(measures), (), ""


_SCORERS: dict[str, Callable[[Task, EvalSettings, Progress], Judged]] = {
    "answers": _answers,
    "extraction": _extraction,
}
