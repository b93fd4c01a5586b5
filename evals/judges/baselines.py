"""Other systems and ours on the same questions: what a perfect reader could make of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.progress import Progress

from assistant import Assistant
from evals.baselines.bm25 import open_bm25
from evals.baselines.evidence import EvidenceOf
from evals.baselines.plain_llamaindex import (
    build,
    citation_query_engine,
    evidence_of,
    query_engine,
)
from evals.baselines.plain_txtai import open_txtai
from evals.judges.judged import Judged
from evals.loading import Task, load_samples
from evals.records import Measure, Sample
from evals.scorers.evidence import EvidenceScore, score_evidence
from evals.settings import EvalSettings
from evals.statistics import share
from indexing.articles import read_article
from indexing.extraction import extract


def judge_baselines(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    """The data set's questions that stand alone and ask for figures, and those without an answer.

    Ours gives the quotes that its answer cites; `settings` name its index.
    """
    samples = [
        sample
        for sample in load_samples(str(task.dataset))
        if not sample.history and (sample.figures or not sample.answerable)
    ]
    measures: list[Measure] = []
    with as_file(files("docs_corpus")) as folder:
        articles = {path.stem: read_article(path) for path in sorted(folder.glob("*.md"))}
        facts = [fact for article in articles.values() for fact in extract(article)]
        with _systems(folder, settings) as systems:
            for name, evidence in systems.items():
                scored = [
                    (sample, score_evidence(sample, evidence(sample.question), articles, facts))
                    for sample in progress.track(samples, description=name)
                ]
                measures += _measures(name, scored)
    return Judged(tuple(measures))


@contextmanager
def _systems(folder: Path, settings: EvalSettings) -> Iterator[dict[str, EvidenceOf]]:
    with TemporaryDirectory() as store, closing(Assistant.open(settings)) as assistant:
        build(folder, Path(store))

        def cited(question: str) -> Sequence[str]:
            answer = assistant.answer(question)
            held = answer.citations if answer.status == "answered" else ()
            return [citation.quote for citation in held]

        yield {
            "this assistant": cited,
            "LlamaIndex + Chroma": evidence_of(query_engine(Path(store))),
            "LlamaIndex CitationQueryEngine": evidence_of(citation_query_engine(Path(store))),
            "BM25": open_bm25(folder),
            "txtai": open_txtai(folder),
        }


def _measures(
    name: str, scored: Sequence[tuple[Sample, EvidenceScore]]
) -> tuple[Measure, Measure, Measure]:
    held = [score for sample, score in scored if sample.figures]
    not_held = [score for sample, score in scored if not sample.answerable]
    return (
        share(f"{name}: holds the figure", sum(score.holds for score in held), len(held)),
        share(f"{name}: and no other", sum(score.alone for score in held), len(held)),
        share(f"{name}: declines", sum(not score.given for score in not_held), len(not_held)),
    )
