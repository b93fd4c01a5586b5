"""Other systems and ours on the same questions: what a reader could make of what each gives.

Without a language model a system gives texts, and what they are worth to a perfect reader is
counted.  Where the settings name a language model, the words that it makes of them are scored too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.progress import Progress

from assistant import Assistant
from evals.baselines.bm25 import open_bm25
from evals.baselines.plain_llamaindex import (
    build,
    citation_engine,
    default_engine,
    language_model,
)
from evals.baselines.plain_txtai import open_txtai
from evals.baselines.reply import Replies, Reply
from evals.judges.judged import Judged
from evals.loading import Task, load_samples
from evals.measures.statistics import share
from evals.records import Measure, Sample
from evals.scorers.evidence import EvidenceScore, as_printed, score_evidence
from evals.scorers.wording import WordingScore, score_wording
from evals.settings import EvalSettings
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
        printed = as_printed(articles, [f for one in articles.values() for f in extract(one)])
        with _systems(folder, settings, [s.question for s in samples]) as systems:
            for name, system in systems.items():
                asked = progress.track(samples, description=name)
                replies = [(sample, system(sample.question)) for sample in asked]
                evidence = [
                    (sample, score_evidence(sample, reply.evidence, articles, printed))
                    for sample, reply in replies
                ]
                words = [
                    (sample, score_wording(sample, reply.words))
                    for sample, reply in replies
                    if reply.words is not None
                ]
                measures += (*_evidence_measures(name, evidence), *_wording_measures(name, words))
    return Judged(tuple(measures))


@contextmanager
def _systems(
    folder: Path, settings: EvalSettings, questions: Sequence[str]
) -> Iterator[dict[str, Replies]]:
    with TemporaryDirectory() as store, closing(Assistant.open(settings)) as assistant:
        index, llm = build(folder, Path(store), questions), language_model(settings)

        def ours(question: str) -> Reply:
            answer = assistant.answer(question)
            held = answer.citations if answer.status == "answered" else ()
            return Reply([citation.quote for citation in held], answer.answer if llm else None)

        yield {
            "this assistant": ours,
            "LlamaIndex + Chroma": default_engine(index, llm),
            "LlamaIndex CitationQueryEngine": citation_engine(index, llm),
            "BM25": open_bm25(folder),
            "txtai": open_txtai(folder, questions),
        }


def _evidence_measures(
    name: str, scored: Sequence[tuple[Sample, EvidenceScore]]
) -> tuple[Measure, ...]:
    held = [score for sample, score in scored if sample.figures]
    not_held = [score for sample, score in scored if not sample.answerable]
    return (
        share(f"{name}: holds the figure", sum(score.holds for score in held), len(held)),
        share(f"{name}: and no other", sum(score.alone for score in held), len(held)),
        share(f"{name}: declines", sum(not score.given for score in not_held), len(not_held)),
    )


def _wording_measures(
    name: str, scored: Sequence[tuple[Sample, WordingScore]]
) -> Iterator[Measure]:
    """Nothing where no language model was asked."""
    if not scored:
        return
    held = [score for sample, score in scored if sample.figures]
    not_held = [score for sample, score in scored if not sample.answerable]
    yield share(f"{name}: words tell the figure", sum(one.told for one in held), len(held))
    yield share(f"{name}: words tell no other", sum(one.alone for one in held), len(held))
    silent = sum(not one.figures for one in not_held)
    yield share(f"{name}: words decline", silent, len(not_held))
