"""Ranked passages -> the sentences of reports that answer, quoted with date and citation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.drafting.sentences import Articles, Claim, Quoted, Sentence
from assistant.evidence.sources import Sources
from assistant.grounding.gate import is_grounded
from assistant.records import Query, ScoredPassage
from assistant.understanding.cues import Cues
from assistant.wording.phrases import Phrases
from assistant.wording.words import plain_period
from indexing.records import Article, Span
from indexing.sentences import split_sentences

MOST_SENTENCES = 3
LEAST_SCORE = 0.37
"""Score under which a sentence is no answer.  Of 28 questions written for it, the 15 that reports
answer had their best sentence at 0.41 or more, the 13 on other matters at 0.30 or less."""
LEAST_SCORE_WHY = 0.3
"""The same for a sentence that names a cause, where a cause is asked for."""
LEAST_COVERED_FIGURE = 0.8
"""Share of its content words that a question for a figure must find; near is wrong there."""
NEAR_BEST = 0.05
"""How far a further sentence may fall behind the best one."""

Embed = Callable[[Sequence[str]], NDArray[np.float32]]


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
        if covered < least or not is_sentence(candidate.text):
            continue
        # A sentence beside the matter does not tell why; better none than that one.
        names_a_cause = "cause" in cues.hits("sentence", candidate.text)
        if (
            candidate.score >= LEAST_SCORE_WHY
            if why and names_a_cause
            else (not why and candidate.score >= LEAST_SCORE)
        ):
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
    found: Sequence[Candidate], sources: Sources, phrases: Phrases, most: int = MOST_SENTENCES
) -> tuple[Sentence, ...]:
    """The best sentences, `most` of them, quoted in the order in which the reports print them.

    A sentence that the gate would withhold gives way to the next.
    """
    proven = [c for c in found if is_grounded(_quotation(c, sources, phrases), sources.article)]
    chosen = [c for c in proven if c.score >= proven[0].score - NEAR_BEST][:most]
    order = {c.article.doc: rank for rank, c in reversed(list(enumerate(chosen)))}
    chosen.sort(key=lambda c: (order[c.article.doc], c.span.start))
    docs = [None, *(c.article.doc for c in chosen)]
    return tuple(
        _quotation(candidate, sources, phrases, goes_on=candidate.article.doc == previous)
        for candidate, previous in zip(chosen, docs, strict=False)
    )


def _quotation(
    candidate: Candidate, sources: Sources, phrases: Phrases, goes_on: bool = False
) -> Sentence:
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
    shift = at - begin
    claims = tuple(
        Claim(fact.start + shift, fact.end + shift, fact)
        for fact in sources.of_article(article.doc)
        if begin <= fact.start and fact.end <= end
    )
    labels = tuple(
        Span(span.start + shift, span.end + shift)
        for span in sources.no_figures(article.doc)
        if begin <= span.start and span.end <= end
    )
    slices = (Quoted(article.doc, article.version, begin, end),)
    return Sentence(text, claims, slices, labels, stop="")
