"""Ranked passages -> the sentences of reports that answer, quoted with date and citation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from assistant.drafting.matching import asked_noun, covered_share, is_about, sought, weights
from assistant.evidence.agreement import matches_place, period_fit
from assistant.evidence.sources import Sources
from assistant.grounding.gate import is_grounded
from assistant.records import Query, ScoredPassage
from assistant.sentences import Claim, Quoted, Sentence
from assistant.understanding.cues import Cues
from assistant.understanding.manner import WORDS
from assistant.wording.phrases import Phrases
from assistant.wording.words import plain_period
from indexing.articles.sentences import split_sentences
from indexing.records import Article, MetricFact, Passage, Period, Span

MOST_SENTENCES = 3
LEAST_SCORE = 0.34
"""Score under which a sentence is no answer.  Of 28 questions written for it, the best sentence had
0.36 or more for 13 of the 15 that the reports answer, 0.26 or less for the 13 on other matters."""
LEAST_SCORE_WHY = 0.3
"""The same for a sentence that names a cause, where a cause is asked for."""
MOST_BACK = 2
"""Sentences between a matter and its cause: "the rise" may be told two sentences before."""
LEAST_COVERED_FIGURE = 0.8
"""Share of its content words that a question for a figure must find; near is wrong there."""
LEAST_COVERED_BESIDE = 0.6
"""The same for a sentence with figures where words are asked for."""
NEAR_BEST = 0.05
"""How far a further sentence may fall behind the best one."""

_ALONE = 1e-6
"""By how much a sentence falls behind itself with the one after it, which may not be provable."""

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


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a retrieved passage."""

    article: Article
    passage: Passage
    span: Span
    rows: tuple[MetricFact, ...]
    """The figures that it tells."""

    @property
    def text(self) -> str:
        return self.article.text[self.span.start : self.span.end]

    def is_of(self, places: Sequence[str], periods: Sequence[Period]) -> bool:
        """Whether its figures, where it has any, are not all of other places or times."""
        return not self.rows or any(
            (not places or any(matches_place(asked, row.place) for asked in places))
            and (not periods or any(period_fit(asked, row.period) for asked in periods))
            for row in self.rows
        )

    @property
    def around(self) -> str:
        """The words among which the sentence stands."""
        return f"{self.article.title} {self.passage.heading or ''} {self.passage.text}"


def candidates(
    query: Query, passages: Sequence[ScoredPassage], sources: Sources, embed: Embed, cues: Cues
) -> list[Candidate]:
    """Sentences of the passages that are near enough to the question, best first."""
    read = [
        _Sentence(article, scored.passage, span, rows_in(span, sources.of_article(article.doc)))
        for scored in passages
        if (article := sources.article(scored.passage.doc)) is not None
        for span in split_sentences(article.text, scored.passage.start, scored.passage.end)
        if is_sentence(article.text[span.start : span.end])
    ]
    counts = asks_for_figure(query, cues)
    read = [one for one in read if one.is_of(query.places, query.periods if counts else ())]
    if not read:
        return []
    texts = [sentence.text for sentence in read]
    what = sought(query, cues, with_names=counts)
    told = weights(what, texts, cues)
    covered = [covered_share(told, sentence.text, sentence.around, cues) for sentence in read]
    made: Callable[[Sequence[_Sentence], Sequence[float]], Iterator[Candidate]]
    if "why" in cues.hits("about", query.plain):
        causes = _causes(read, cues)
        asked = {near for place in causes for near in (place, *_before(read, place))}
        made = partial(_with_matter, causes=causes)
    elif counts:
        asked, made = {*_close(read, covered, query, cues)}, _alone
    else:
        asked, made = {*_told_with_it(read, covered)}, _with_next
    able = [
        place
        for place in sorted(asked)
        if is_about(what, texts[place], read[place].around, read[place].article.text, cues)
    ]
    # A vector takes longest of all: only what may answer is given one, the rest scores nothing.
    scores = np.zeros(len(read))
    if able:
        vectors = embed([query.gist, *(texts[place] for place in able)])
        scores[able] = (vectors[1:] @ vectors[0] + np.asarray(covered)[able]) / 2
    found = made(read, scores.tolist())
    return sorted(found, key=lambda candidate: candidate.score, reverse=True)


def _causes(read: Sequence[_Sentence], cues: Cues) -> list[int]:
    """The sentences that name a cause: one beside the matter does not tell why."""
    return [place for place, one in enumerate(read) if "cause" in cues.hits("sentence", one.text)]


def _before(read: Sequence[_Sentence], place: int) -> list[int]:
    """The sentences of the same passage, the nearest first, that may tell what it is a cause of."""
    near = range(place - 1, max(place - MOST_BACK, 0) - 1, -1)
    return [back for back in near if read[back].passage is read[place].passage]


def _with_matter(
    read: Sequence[_Sentence], scores: Sequence[float], causes: Iterable[int]
) -> Iterator[Candidate]:
    """Sentences that name a cause, with the one before them where that tells of what."""
    for place in causes:
        score, span = scores[place], read[place].span
        for back in _before(read, place):
            if scores[back] > score:
                score = scores[back]
                span = Span(read[back].span.start, span.end) if back == place - 1 else span
        if score >= LEAST_SCORE_WHY:
            yield Candidate(read[place].article, span, score)


def _close(
    read: Sequence[_Sentence], covered: Sequence[float], query: Query, cues: Cues
) -> Iterator[int]:
    """Sentences for a question that may want a number: one with figures must cover it closely.

    Asked how many, a sentence without figures is no answer.
    """
    counts = "figure" in cues.hits("about", query.plain) or query.operation == "average"
    for place, (sentence, share) in enumerate(zip(read, covered, strict=True)):
        close, has_figures = share >= LEAST_COVERED_FIGURE, bool(sentence.rows)
        if (has_figures and close) if counts else (close or not has_figures):
            yield place


def _alone(read: Sequence[_Sentence], scores: Sequence[float]) -> Iterator[Candidate]:
    """Each sentence near enough by itself."""
    for sentence, score in zip(read, scores, strict=True):
        if score >= LEAST_SCORE:
            yield Candidate(sentence.article, sentence.span, score)


def _told_with_it(read: Sequence[_Sentence], covered: Sequence[float]) -> Iterator[int]:
    """Sentences whose figures, where they have any, stand with what was asked: nobody asked for
    them alone."""
    for place, (sentence, share) in enumerate(zip(read, covered, strict=True)):
        if share >= LEAST_COVERED_BESIDE or not sentence.rows:
            yield place


def _with_next(read: Sequence[_Sentence], scores: Sequence[float]) -> Iterator[Candidate]:
    """Sentences with the one after them in their passage, where that brings in no figures.

    Reports name the speaker in one sentence and what was said in the next.
    """
    for place, sentence in enumerate(read):
        if scores[place] < LEAST_SCORE:
            continue
        for after in read[place + 1 : place + 2]:
            if after.passage is sentence.passage and not after.rows:
                both = Span(sentence.span.start, after.span.end)
                yield Candidate(sentence.article, both, scores[place])
        yield Candidate(sentence.article, sentence.span, scores[place] - _ALONE)


def rows_in(span: Span, rows: Iterable[MetricFact]) -> tuple[MetricFact, ...]:
    """Those of an article's rows whose figures stand in `span`."""
    return tuple(row for row in rows if span.start <= row.start and row.end <= span.end)


def is_sentence(text: str) -> bool:
    """Whether a text ends like a sentence; headings do not."""
    return text.rstrip("*_ \n").endswith((".", "!", "?", "…", ".”", '."'))


def asks_for_figure(query: Query, cues: Cues) -> bool:
    """Whether a question that no metric answers may ask for a number all the same.

    It does unless it asks who, why or what was said; a sentence beside the matter would then give a
    wrong figure.
    """
    about = cues.hits("about", query.plain)
    asks_for_words = {*WORDS, "manner", "anything"} & set(about) or asked_noun(query, cues)
    return "figure" in about or query.operation == "average" or not asks_for_words


def answer_sentences(
    found: Sequence[Candidate], sources: Sources, phrases: Phrases, most: int = MOST_SENTENCES
) -> tuple[Sentence, ...]:
    """The best sentences, `most` of them, quoted in the order in which the reports print them.

    A sentence that the gate would withhold gives way to the next.
    """
    chosen: list[Candidate] = []
    for candidate in _proven(found, sources, phrases):
        if chosen and candidate.score < chosen[0].score - NEAR_BEST:
            break
        chosen.append(candidate)
        if len(chosen) == most:
            break
    order = {c.article.doc: rank for rank, c in reversed(list(enumerate(chosen)))}
    chosen.sort(key=lambda c: (order[c.article.doc], c.span.start))
    docs = [None, *(c.article.doc for c in chosen)]
    return tuple(
        _quotation(candidate, sources, phrases, goes_on=candidate.article.doc == previous)
        for candidate, previous in zip(chosen, docs, strict=False)
    )


def quotations(
    rows: Iterable[MetricFact], sources: Sources, phrases: Phrases
) -> tuple[Sentence, ...]:
    """The sentences that tell some rows, each once, as the reports print them."""
    spans = dict.fromkeys((row.doc, Span(row.quote_start, row.quote_end)) for row in rows)
    said = (
        _quotation(Candidate(article, span, 1.0), sources, phrases)
        for doc, span in spans
        if (article := sources.article(doc)) is not None
    )
    return tuple(sentence for sentence in said if is_grounded(sentence, sources.article))


def _proven(found: Iterable[Candidate], sources: Sources, phrases: Phrases) -> Iterator[Candidate]:
    """The candidates that the gate lets through and that share no words with a better one."""
    kept: list[Candidate] = []
    for one in found:
        beside = (other.span for other in kept if other.article.doc == one.article.doc)
        if any(one.span.start < span.end and span.start < one.span.end for span in beside):
            continue
        if is_grounded(_quotation(one, sources, phrases), sources.article):
            kept.append(one)
            yield one


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
        for fact in rows_in(Span(begin, end), sources.of_article(article.doc))
    )
    quoted = Sentence(text, claims, (Quoted(article.doc, article.version, begin, end),), stop="")
    if is_grounded(quoted, sources.article):
        return quoted
    # Only now is the whole article read for what else its numbers are.
    labels = (
        Span(span.start + shift, span.end + shift)
        for span in sources.no_figures(article.doc)
        if begin <= span.start and span.end <= end
    )
    return replace(quoted, labels=tuple(labels))
