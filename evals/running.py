"""A task carried out: every sample through the system, scored and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from rich.progress import Progress

from assistant import Assistant
from assistant.records import Query
from assistant.understanding.question import understand
from evals.label_questions import label_questions
from evals.loading import Task, load_samples
from evals.records import Measure, Run, Sample, Score, Slot
from evals.scorers.answers import score_answer
from evals.scorers.extraction import score_extraction
from evals.scorers.labels import Label, docs_of_half, read_labels
from evals.scorers.readings import Reading, asks_for_figure, load_readings, misread_slots
from evals.settings import EvalSettings
from evals.statistics import answer_measures, extraction_measures, half_measures, reading_measures
from evals.written import WrittenReport, written_reports
from indexing.articles import read_article
from indexing.build import Workshop, build
from indexing.errors import WorkError
from indexing.extraction import extract
from indexing.records import Article

Judged = tuple[tuple[Measure, ...], tuple[Score, ...], str]
"""Measures, scores of samples, and the fingerprint of the index (empty where none was used)."""

ASKED_ON = date(2026, 11, 21)
"""The day that "last year" of a question counts from: the readings were written on it."""


def run_task(task: Task, settings: EvalSettings, progress: Progress) -> Run:
    """`task` over the index of `settings`, `progress` showing how far it is.

    Raises `IndexMissing` without an index and `WorkError` without the data that it needs.
    """
    started = datetime.now(UTC).isoformat(timespec="seconds")
    measures, scores, index = _SCORERS[task.scorer](task, settings, progress)
    return Run(task.name, task.version, started, index, measures, scores)


def judge_written(
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
        return {half: _asked(some, apart, progress)[0] for half, some in samples.items()}, index


def outside(task: Task, run: Run) -> dict[str, float]:
    """The measures of `run` that are none that `task` accepts, with their values."""
    values = {measure.name: measure.value for measure in run.measures}
    return {
        name: values[name]
        for name, (least, most) in task.accepted.items()
        if not least <= values[name] <= most
    }


@contextmanager
def _bar(progress: Progress, name: str, total: int) -> Iterator[Callable[[], None]]:
    bar = progress.add_task(name, total=total)
    yield lambda: progress.advance(bar)


def _answers(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    scores, index = _asked(load_samples(str(task.dataset)), settings, progress)
    return answer_measures(scores), scores, index


def _asked(
    samples: Sequence[Sample], settings: EvalSettings, progress: Progress
) -> tuple[tuple[Score, ...], str]:
    scores: list[Score] = []
    index = ""
    with (
        closing(Assistant.open(settings)) as assistant,
        _bar(progress, "asking", len(samples)) as advance,
    ):

        def text_of(doc: str) -> str | None:
            article = assistant.article(doc)
            return article.text if article else None

        for sample in samples:
            answer = assistant.answer(sample.question, sample.history)
            scores.append(score_answer(sample, answer, text_of))
            index = answer.index
            advance()
    return tuple(scores), index


def _written_answers(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    with written_reports(str(task.dataset)) as reports:
        scores, index = judge_written(reports, settings, progress)
    measures = [measure for half, some in scores.items() for measure in half_measures(half, some)]
    shown = tuple(score for some in scores.values() for score in some)
    return tuple(measures), shown, index


def _extraction(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
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
            measures += _extracted(half, labelled, progress)
    return tuple(measures), (), ""


def _written_extraction(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    measures: list[Measure] = []
    with written_reports(str(task.dataset)) as halves:
        for half, reports in halves.items():
            labelled = [(report.article, report.labels) for report in reports]
            measures += _extracted(half, labelled, progress)
    return tuple(measures), (), ""


def _extracted(
    half: str, labelled: Sequence[tuple[Article, tuple[Label, ...]]], progress: Progress
) -> tuple[Measure, ...]:
    """The measures of the rows that extraction makes of some labelled articles."""
    rows = {}
    with _bar(progress, half, len(labelled)) as advance:
        for article, _ in labelled:
            rows[article.doc] = extract(article)
            advance()
    labels = {article.doc: given for article, given in labelled}
    texts = {article.doc: article.text for article, _ in labelled}
    return extraction_measures(half, score_extraction(rows, labels, texts))


def _readings(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    readings = load_readings(str(task.dataset))
    judged: list[tuple[bool, tuple[Slot, ...]]] = []
    scores: list[Score] = []
    with _bar(progress, task.name, len(readings)) as advance:
        for reading in readings:
            query = understand(reading.question, reading.history, ASKED_ON)
            misread = misread_slots(reading, query)
            judged.append((asks_for_figure(reading, query), misread))
            scores.append(_read(reading, query, misread))
            advance()
    return reading_measures(judged), tuple(scores), ""


def _read(reading: Reading, query: Query, misread: tuple[Slot, ...]) -> Score:
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


_SCORERS: dict[str, Callable[[Task, EvalSettings, Progress], Judged]] = {
    "answers": _answers,
    "extraction": _extraction,
    "written_extraction": _written_extraction,
    "written_answers": _written_answers,
    "readings": _readings,
}
