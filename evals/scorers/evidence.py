"""Whether evidence holds what a perfect reader needs to answer, and nothing to mistake it for.

Without a language model a retrieval pipeline gives texts rather than an answer.  What can be said
of it is what the best of readers could make of those texts: find the figure, and take no other for
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from evals.records import Sample
from indexing.articles.sentences import split_sentences
from indexing.records import Article, MetricFact, Span

AROUND = 15
"""Code points on both sides of a figure by which it is known again in a text that holds it."""


@dataclass(frozen=True, slots=True)
class EvidenceScore:
    """What the evidence for one question is worth."""

    given: bool
    """Whether there is any."""
    holds: bool
    """Whether every listed figure stands in it, as its report prints it."""
    alone: bool
    """Whether it holds them and no other value of the same metric and aspect."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A row of the metric table and the print by which it is known in a text."""

    fact: MetricFact
    around: str


def as_printed(articles: Mapping[str, Article], facts: Iterable[MetricFact]) -> tuple[Printed, ...]:
    """`facts`, which are those of `articles`, as these print them."""
    return tuple(
        Printed(fact, _around(articles[fact.doc].text, fact.start, fact.end)) for fact in facts
    )


def score_evidence(
    sample: Sample,
    evidence: Sequence[str],
    articles: Mapping[str, Article],
    printed: Iterable[Printed],
) -> EvidenceScore:
    """What `evidence` is worth to a reader who is asked `sample`; `printed` are all known figures.

    Spaces and line ends do not count, as pipelines change them.
    """
    texts = [_plain(text) for text in evidence]

    def held(around: str) -> bool:
        return any(around in text for text in texts)

    holds = bool(sample.evidence) and all(
        held(_around(articles[source.doc].text, source.start, source.end))
        for source in sample.evidence
    )
    return EvidenceScore(
        given=bool(texts),
        holds=holds,
        alone=holds and not any(held(rival.around) for rival in _rivals(sample, printed)),
    )


def _rivals(sample: Sample, printed: Iterable[Printed]) -> Iterator[Printed]:
    """Figures that a reader could take for a listed one: its metric and aspect, another value."""
    kinds = {(m, a) for one in sample.figures for m in one.metrics for a in one.aspects}
    values = {one.value for one in (*sample.figures, *sample.also)}
    for one in printed:
        if (one.fact.metric, one.fact.aspect) in kinds and one.fact.value not in values:
            yield one


def _around(text: str, start: int, end: int) -> str:
    """A figure with its neighbourhood, within its own sentence: who quotes that quotes enough."""
    own = [s for s in _sentences(text) if s.start <= start and end <= s.end]
    first = max(start - AROUND, own[0].start if own else 0)
    last = min(end + AROUND, own[0].end if own else len(text))
    return _plain(text[first:last])


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(split_sentences(text))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)
