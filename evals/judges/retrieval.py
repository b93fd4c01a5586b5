"""Whether the passage that holds a figure is found, and stands before those that look like it.

Each way of searching is asked alone, then both joined, then joined with what the figures of a
passage tell, within the articles that speak of the asked place and time: what is measured is what
each step is good for.  Beside them stands a plain index of LlamaIndex and Chroma, its nodes
counted as passages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.progress import Progress

from assistant.evidence.passages.search import PassageSearch, Search
from assistant.query import Query
from assistant.understanding.question import understand
from evals.baselines.plain_llamaindex import build, nearest
from evals.judges.judged import Judged
from evals.judges.readings import ASKED_ON
from evals.loading import Task, load_samples
from evals.measures.statistics import mean, share
from evals.records import ExpectedFigure, Measure, Sample, Source
from evals.scorers.ranking import Ranking, score_rankings
from evals.settings import EvalSettings
from indexing.articles import read_article
from indexing.database import Database, IndexView
from indexing.records import MetricFact, Passage
from indexing.search.embedding import Embedder

MOST = 10
"""How many nodes of the plain index are looked at: what comes later counts as not found."""

Ranked = Sequence[Passage]
Way = Callable[[Query, Search], Ranked]


@dataclass(frozen=True, slots=True)
class _Case:
    """A figure that a question asks for, and where it stands."""

    query: Query
    figure: ExpectedFigure
    source: Source
    beside: tuple[ExpectedFigure, ...]
    """All figures that may stand in the answer."""


def judge_retrieval(task: Task, settings: EvalSettings, progress: Progress) -> Judged:
    """The questions of the data set that stand alone and ask for reported figures."""
    cases = list(_cases(load_samples(str(task.dataset))))
    measures: list[Measure] = []
    with closing(Database.open(settings)) as database, database.view() as view:
        embedder = Embedder(settings.embedding_model)
        with closing(PassageSearch(settings, database, embedder)) as opened:
            search = opened.over(view)
            passages = {passage.id: passage for passage in view.passages()}
            for name, way in _ways(passages).items():
                asked = progress.track(cases, description=name)
                found = [(case, way(case.query, search)) for case in asked]
                measures += _measures(name, [_ranking(*one, passages) for one in found])
                if name == "filtered":
                    facts = _facts_by_passage(view)
                    first = sum(_is_before_rivals(case, ranked, facts) for case, ranked in found)
                    measures.append(share(f"{name}: before its like", first, len(found)))
        fingerprint = view.fingerprint
    measures += _measures("plain LlamaIndex and Chroma", _plain(cases))
    return Judged(tuple(measures), index=fingerprint)


def _cases(samples: Sequence[Sample]) -> Iterator[_Case]:
    for sample in samples:
        if sample.history or not sample.figures:
            continue
        query = understand(sample.question, (), ASKED_ON)
        for figure, source in zip(sample.figures, sample.evidence, strict=True):
            if not figure.derived:
                beside = (*sample.figures, *sample.also)
                yield _Case(_part_for(figure, query), figure, source, beside)


def _part_for(figure: ExpectedFigure, query: Query) -> Query:
    """The part of a question that asks for a figure: each place may have a time of its own."""
    parts = (query, *query.linked.further)
    return next((part for part in parts if set(part.places) & set(figure.places)), query)


def _ways(passages: Mapping[str, Passage]) -> dict[str, Way]:
    def by_id(ranked: Sequence[tuple[str, float]]) -> Ranked:
        return [passages[id] for id, _ in ranked]

    def fused(query: Query, search: Search) -> Ranked:
        rankings = (search.dense(query.gist, None), search.by_words(query.gist, None))
        found = search.fused(query.gist, rankings, len(passages))
        return [scored.passage for scored in found]

    def filtered(query: Query, search: Search) -> Ranked:
        return [scored.passage for scored in search.ranked(query, len(passages))]

    return {
        "dense": lambda query, search: by_id(search.dense(query.gist, None)),
        "BM25": lambda query, search: by_id(search.by_words(query.gist, None)),
        "fused": fused,
        "filtered": filtered,
    }


def _ranking(case: _Case, ranked: Ranked, passages: Mapping[str, Passage]) -> Ranking:
    right = [id for id, passage in passages.items() if _holds(passage, case.source)]
    return Ranking([passage.id for passage in ranked], right)


def _holds(passage: Passage, source: Source) -> bool:
    return passage.doc == source.doc and passage.start <= source.start and source.end <= passage.end


def _measures(name: str, rankings: Sequence[Ranking]) -> list[Measure]:
    scored = score_rankings(rankings)
    return [mean(f"{name}: {measure}", values) for measure, values in scored.items()]


def _facts_by_passage(view: IndexView) -> dict[str, list[MetricFact]]:
    by_doc: dict[str, list[MetricFact]] = {}
    for fact in view.facts():
        by_doc.setdefault(fact.doc, []).append(fact)
    return {
        passage.id: [
            fact
            for fact in by_doc.get(passage.doc, ())
            if passage.start <= fact.start and fact.end <= passage.end
        ]
        for passage in view.passages()
    }


def _is_before_rivals(
    case: _Case, ranked: Ranked, facts: Mapping[str, Sequence[MetricFact]]
) -> bool:
    """Whether the figure's passage comes before those of other places and of other times."""
    for passage in ranked:
        if _holds(passage, case.source):
            return True
        if any(_looks_alike(fact, case) for fact in facts[passage.id]):
            return False
    return False


def _looks_alike(fact: MetricFact, case: _Case) -> bool:
    """Whether a row has the metric, but of another place or time than any that is asked for."""
    if fact.metric not in case.figure.metrics:
        return False
    return not any(
        fact.place in figure.places and fact.period in figure.periods for figure in case.beside
    )


def _plain(cases: Sequence[_Case]) -> list[Ranking]:
    """What a plain index finds; a node is right if it is of the report and prints the figure."""
    with as_file(files("docs_corpus")) as folder, TemporaryDirectory() as store:
        asked = [case.query.question for case in cases]
        retrieve = nearest(build(folder, Path(store), asked), MOST)
        texts = {path.stem: read_article(path).text for path in sorted(folder.glob("*.md"))}
        return [_of_nodes(case.source, texts, retrieve(case.query.question)) for case in cases]


def _of_nodes(
    source: Source, texts: Mapping[str, str], found: Sequence[tuple[str, str]]
) -> Ranking:
    printed = texts[source.doc][source.start : source.end]
    right = [str(n) for n, (doc, text) in enumerate(found) if doc == source.doc and printed in text]
    return Ranking([str(n) for n in range(len(found))], right)
