"""How answering grows with the collection: made-up reports, few and many, timed alike.

The reports and their figures are made up, so that every figure is known without being extracted;
the vectors of passages and of their sentences are seeded unit vectors, as embedding a large
collection takes hours.  Times mean something here, what is retrieved does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray
from rich.progress import Progress
from rich.table import Table

from assistant import Assistant
from evals.generator.collection import MadeUpReport, make_collection, write_collection
from evals.label_questions import question
from evals.scorers.extraction import occurrences
from evals.scorers.labels import Label
from evals.settings import EvalSettings
from indexing import find_quantities
from indexing.build import build
from indexing.reading.period.notation import parse_notation
from indexing.records import Article, Aspect, Bound, Language, MetricFact, Unit
from indexing.search.embedding import Embedder
from indexing.workshop import Workshop

FEW = 100
_MOST_MS: Mapping[str, float] = {"figure": 8, "passage": 60}
"""What a question may take at the median, over any number of reports."""
_MOST_GROWTH = 1.5
"""How many times as long it may take over many reports as over few."""
ASKED = 60
_SEED = 7
_PEOPLE = ("An", "Binh", "Cuong", "Dung", "Giang", "Hoa", "Khanh", "Linh", "Minh", "Nga", "Phuc")
_SAID = (
    (
        "Tran Van {person} led the visit to the social security agency of {place}.",
        "Who led the visit to the social security agency of {place} in {year}?",
    ),
    (
        "Tran Van {person} recommended that the agency of {place} visit every commune.",
        "What was recommended to the agency of {place} in {year}?",
    ),
    (
        "People left social insurance in {place} because they had lost their work.",
        "Why did people leave social insurance in {place}?",
    ),
    (
        "Employers in {place} report difficulties in finding the papers that insurance asks for.",
        "Which difficulties do employers in {place} report in insurance?",
    ),
)
"""What a made-up report says besides figures, and the question that it answers."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long the questions of one kind took."""

    milliseconds: float
    """At the median."""
    answered: float
    """Share of the questions that were: what finds nothing is told sooner."""


class SeededEmbedder:
    """Unit vectors that depend on a seed alone, under the name of the model that is asked with."""

    def __init__(self, real: Embedder) -> None:
        self.identity = real.identity
        self.dimension = real.dimension
        self._chance = np.random.default_rng(_SEED)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One vector a text."""
        vectors = self._chance.normal(size=(len(texts), self.dimension))
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / norms, dtype=np.float32)


def run_scale(settings: EvalSettings, reports: int, progress: Progress) -> Table:
    """Medians of warm questions over `FEW` reports and over `reports`, and how they grow."""
    few, many = (measure(settings, count, progress) for count in (FEW, reports))
    table = Table(
        "warm questions", f"over {FEW}", f"over {reports}", "growth", "at most", "answered",
        title="time to an answer as the collection grows", title_justify="left",
    )  # fmt: skip
    for kind in _MOST_MS:
        least, most = few[kind], many[kind]
        table.add_row(
            kind, f"{least.milliseconds:.1f} ms", f"{most.milliseconds:.1f} ms",
            f"{most.milliseconds / least.milliseconds:.2f}",
            f"{_MOST_MS[kind]:g} ms, {_MOST_GROWTH:g} times",
            f"{least.answered:.0%}, {most.answered:.0%}",
        )  # fmt: skip
    return table


def measure(settings: EvalSettings, reports: int, progress: Progress) -> dict[str, Timing]:
    """How long each kind of question takes over `reports` made-up reports."""
    made = [_with_words(*one) for one in enumerate(make_collection(reports, _SEED))]
    labels = {report.doc: report.labels for report in made}
    with TemporaryDirectory() as folder:
        sources = Path(folder) / "reports"
        write_collection(made, sources)
        own = {"data_dir": Path(folder) / "data", "database_url": None, "chroma_url": None}
        apart = settings.model_copy(update=own)
        embedder = SeededEmbedder(Embedder(settings.embedding_model))
        bar = progress.add_task(f"indexing {reports} reports", total=reports)

        def show(done: int, total: int) -> None:
            progress.update(bar, completed=done, total=total)

        def facts_of(article: Article) -> tuple[MetricFact, ...]:
            return tuple(_facts(article, labels[article.doc]))

        build(Workshop.of(apart, embedder, facts_of, show), [sources])
        with closing(Assistant.open(apart)) as assistant:
            assistant.prepare()
            return {
                kind: _timing(assistant, asked)
                for kind, asked in _questions(list(labels.values())).items()
            }


def _with_words(number: int, report: MadeUpReport) -> MadeUpReport:
    """A report that says something besides its figures."""
    told, _ = _SAID[number % len(_SAID)]
    said = told.format(
        person=_PEOPLE[number % len(_PEOPLE)], place=_place_and_year(report.labels)[0]
    )
    return replace(report, text=f"{report.text.rstrip()}\n\n{said}\n")


def _place_and_year(labels: Sequence[Label]) -> tuple[str, int]:
    """What a report is about."""
    told = next(label for label in labels if label.place and label.period)
    return str(told.place), parse_notation(str(told.period)).last_day.year


def _questions(labels: Sequence[Sequence[Label]]) -> dict[str, list[str]]:
    """Questions for figures, each of one label, and for words, each of one report."""
    chance = Random(_SEED)
    told = [label for some in labels for label in some if label.place and label.period]
    levels = [label for label in told if label.aspect == "level" and label.metric != "other"]
    languages: tuple[Language, ...] = get_args(Language)
    figures = [
        question(label, languages[number % len(languages)])
        for number, label in enumerate(chance.choices(levels, k=ASKED))
    ]
    words = []
    for number in chance.choices(range(len(labels)), k=ASKED):
        place, year = _place_and_year(labels[number])
        words.append(_SAID[number % len(_SAID)][1].format(place=place, year=year))
    return {"figure": figures, "passage": words}


def _timing(assistant: Assistant, questions: Sequence[str]) -> Timing:
    """The first question is asked twice, as its first time loads the models."""
    assistant.answer(questions[0])
    times, answered = [], 0
    for asked in questions:
        start = perf_counter()
        answer = assistant.answer(asked)
        times.append(perf_counter() - start)
        answered += answer.status == "answered"
    return Timing(median(times) * 1000, answered / len(questions))


def _facts(article: Article, labels: Sequence[Label]) -> Iterator[MetricFact]:
    """The rows that the labels of a made-up report tell, each where its words stand."""
    for label in labels:
        begin, stop = next(occurrences(label.quote, article.text))
        figures = find_quantities(label.quote)
        figure = next(figure for figure in figures if abs(figure.value) == abs(label.value))
        yield MetricFact(
            doc=article.doc,
            version=article.version,
            place=label.place,
            metric=label.metric,
            group=label.group,
            subject=None,
            aspect=_one_of(Aspect, label.aspect),
            value=label.value,
            unit=_one_of(Unit, label.unit),
            bound=_one_of(Bound, label.bound),
            period=label.period,
            vs=label.vs,
            start=begin + figure.start,
            end=begin + figure.end,
            quote_start=begin,
            quote_end=stop,
            quote=label.quote,
        )


def _one_of(kind: Any, name: str) -> Any:
    """`name` as the literal that it is.  Raises `ValueError` for a label that is wrong."""
    names: tuple[str, ...] = get_args(kind)
    return names[names.index(name)]
