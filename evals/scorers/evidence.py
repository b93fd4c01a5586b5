"""Whether evidence holds what a perfect reader needs to answer, and nothing to mistake it for.

Without a language model a retrieval pipeline gives texts rather than an answer.  What can be said
of it is what the best of readers could make of those texts: find the figure, and take no other for
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.records import Sample, Source
from indexing.records import Article, MetricFact

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


def score_evidence(
    sample: Sample,
    evidence: Sequence[str],
    articles: Mapping[str, Article],
    facts: Iterable[MetricFact],
) -> EvidenceScore:
    """What `evidence` is worth to a reader who is asked `sample`; `facts` are those of `articles`.

    Spaces and line ends do not count, as pipelines change them.
    """
    texts = [_plain(text) for text in evidence]

    def held(source: Source) -> bool:
        around = _around(articles[source.doc].text, source.start, source.end)
        return any(around in text for text in texts)

    holds = bool(sample.evidence) and all(held(source) for source in sample.evidence)
    rivals = (Source(fact.doc, fact.start, fact.end) for fact in _rivals(sample, facts))
    return EvidenceScore(
        given=bool(texts),
        holds=holds,
        alone=holds and not any(map(held, rivals)),
    )


def _rivals(sample: Sample, facts: Iterable[MetricFact]) -> list[MetricFact]:
    """Rows that a reader could take for a listed figure: its metric and aspect, another value."""
    listed = (*sample.figures, *sample.also)
    return [
        fact
        for fact in facts
        if any(fact.metric in one.metrics and fact.aspect in one.aspects for one in sample.figures)
        and not any(fact.value == one.value for one in listed)
    ]


def _around(text: str, start: int, end: int) -> str:
    """A figure with its neighbourhood, within its own line."""
    before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
    after = text[end : end + AROUND].partition("\n")[0]
    return _plain(before + text[start:end] + after)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)
