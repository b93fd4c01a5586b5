"""Ranked passages -> the sentences of reports that answer, quoted with date and citation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.drafting.sentences import Articles, Claim, Quoted, Sentence
from assistant.records import Query, ScoredPassage
from assistant.understanding.cues import Cues
from assistant.wording.phrases import Phrases
from assistant.wording.words import plain_period
from indexing.records import Article, MetricFact, Span
from indexing.sentences import split_sentences

MOST_SENTENCES = 3
LEAST_SCORE = 0.37
"""Score under which a sentence is no answer.  Of 28 questions written for it, the 15 that reports
answer had their best sentence at 0.41 or more, the 13 on other matters at 0.30 or less."""
LEAST_COVERED_FIGURE = 0.8
"""Share of its content words that a question for a figure must find: nearly right is wrong there."""
NEAR_BEST = 0.05
"""How far a further sentence may fall behind the best one."""

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
Facts = Callable[[str], Sequence[MetricFact]]
"""The rows of the metric table of an article."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a report that may answer the question."""

    article: Article
    span: Span
    score: float
    """Mean of the cosine with the question and the share of its content words that are held."""

    @property
    def text(self) -> str:
        """The sentence as published."""
        return self.article.text[self.span.start : self.span.end]


def candidates(
    query: Query, passages: Sequence[ScoredPassage], articles: Articles, embed: Embed, cues: Cues
) -> list[Candidate]:
    """Sentences of the passages that are near enough to the question, best first."""
    spans = [
        (article, span)
        for scored in passages
        if (article := articles(scored.passage.doc)) is not None
        for span in split_sentences(article.text, scored.passage.start, scored.passage.end)
    ]
    if not spans:
        return []
    least = LEAST_COVERED_FIGURE if asks_for_figure(query, cues) else 0.0
    why = "why" in cues.hits("about", query.question)
    vectors = embed([query.question, *(a.text[s.start : s.end] for a, s in spans)])
    found: list[Candidate] = []
    for (article, span), similarity in zip(spans, vectors[1:] @ vectors[0], strict=True):
        covered = covers(query, article, span, cues)
        candidate = Candidate(article, span, (float(similarity) + covered) / 2)
        if candidate.score < LEAST_SCORE or covered < least or not is_sentence(candidate.text):
            continue
        # A sentence beside the matter does not tell why; better none than that one.
        if not why or "cause" in cues.hits("sentence", candidate.text):
            found.append(candidate)
    return sorted(found, key=lambda candidate: candidate.score, reverse=True)


def is_sentence(text: str) -> bool:
    """Whether a text ends like a sentence; headings do not."""
    return text.rstrip("*_ \n").endswith((".", "!", "?", "…", ".”", '."'))


def asks_for_figure(query: Query, cues: Cues) -> bool:
    """Whether a question that no metric answers asks for a number all the same."""
    return "figure" in cues.hits("about", query.question)


def covers(query: Query, article: Article, span: Span, cues: Cues) -> float:
    """Share of the question's content words that the sentence or the article's title holds.

    Words agree when the shorter begins the longer, or both begin with the same five letters:
    "insured" and "insurance".
    """
    if not query.words:
        return 0.0
    held = cues.content(article.text[span.start : span.end]) | cues.content(article.title)
    return sum(any(_alike(word, other) for other in held) for word in query.words) / len(
        query.words
    )


def _alike(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) >= 5 and word[:5] == other[:5])


def answer_sentences(
    found: Sequence[Candidate], facts: Facts, phrases: Phrases, most: int = MOST_SENTENCES
) -> tuple[Sentence, ...]:
    """The best sentences, `most` of them, quoted in the order in which the reports print them."""
    if not found:
        return ()
    near = [c for c in found if c.score >= found[0].score - NEAR_BEST]
    chosen = near[:most]
    order = {c.article.doc: rank for rank, c in reversed(list(enumerate(chosen)))}
    chosen.sort(key=lambda c: (order[c.article.doc], c.span.start))
    sentences: list[Sentence] = []
    previous: str | None = None
    for candidate in chosen:
        sentences.append(_quotation(candidate, facts, phrases, candidate.article.doc == previous))
        previous = candidate.article.doc
    return tuple(sentences)


def _quotation(candidate: Candidate, facts: Facts, phrases: Phrases, goes_on: bool) -> Sentence:
    article, span = candidate.article, candidate.span
    said = candidate.text.strip()
    begin = span.start + candidate.text.index(said)
    published = article.published
    if goes_on:
        text = phrases.say("answers", "said_too", sentence=said)
    elif published is None:
        text = phrases.say("answers", "said_undated", sentence=said)
    else:
        day = plain_period(published.isoformat(), phrases)
        text = phrases.say("answers", "said", sentence=said, published=day)
    at = text.rindex(said)
    end = begin + len(said)
    claims = tuple(
        Claim(at + fact.start - begin, at + fact.end - begin, fact)
        for fact in facts(article.doc)
        if begin <= fact.start and fact.end <= end
    )
    return Sentence(text, claims, (Quoted(article.doc, article.version, begin, end),), stop="")
