"""Ranked passages -> the sentences of reports that may answer, each with how near it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from assistant.drafting.matching import asked_noun, covered_share, is_about, sought, weights
from assistant.evidence.agreement import matches_place, period_fit
from assistant.evidence.sources import Sources
from assistant.evidence.told import of_kind
from assistant.records import Query, ScoredPassage
from assistant.understanding.slots.manner import WORDS
from assistant.understanding.words.cues import Cues
from indexing.articles.sentences import split_sentences
from indexing.reading.period.periods import resolve_periods
from indexing.records import Article, MetricFact, Passage, Period, Span

LEAST_SCORE = 0.34
"""Score under which a sentence is no answer.  Of 28 questions written for it, the best sentence had
0.36 or more for 13 of the 15 that the reports answer, 0.26 or less for the 13 on other matters."""
LEAST_SCORE_WHY = 0.3
"""The same for a sentence that names a cause, where a cause is asked for."""
LEAST_COVERED_WHY = 0.4
"""Share of its content words that a question for a cause must find in the sentence that names one,
or in the one before.  Of 14 causes that answered, the least held 0.49; beside the matter, 0.32."""
MOST_BACK = 2
"""Sentences between a matter and its cause: "the rise" may be told two sentences before."""
LEAST_COVERED_FIGURE = 0.8
"""Share of its content words that a question for a figure must find; near is wrong there."""
LEAST_COVERED_BESIDE = 0.6
"""The same for a sentence with figures where words are asked for."""
NEAR_BEST = 0.05
"""How far a further sentence may fall behind the best one."""

_AT_ONCE = 4
"""Sentences whose vectors are made together before it is asked whether more can come as near."""
_ALONE = 1e-6
"""By how much a sentence falls behind itself with the one after it, which may not be provable."""

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
Prove = Callable[["Candidate"], bool]
"""Whether the gate would let a sentence through."""


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
        """Whether its figures, where it has any, are not all of other places or times.

        Without figures it must name a time that is asked for and lies ahead of its report.
        """
        if not self.rows:
            ahead = [asked for asked in periods if self._is_ahead(asked)]
            told = resolve_periods(self.text, self.article.published) if ahead else ()
            return len(ahead) < max(len(periods), 1) or any(
                period_fit(asked, one.notation) for asked in ahead for one in told
            )
        return any(
            (not places or any(matches_place(asked, row.place) for asked in places))
            and (not periods or any(period_fit(asked, row.period) for asked in periods))
            for row in self.rows
        )

    def _is_ahead(self, asked: Period) -> bool:
        published = self.article.published
        return published is None or asked.first_day > published

    @property
    def is_dated(self) -> bool:
        """Whether it tells of any time: asked when, what names none is no answer."""
        return bool(resolve_periods(self.text, self.article.published))

    @property
    def around(self) -> str:
        """The words among which the sentence stands."""
        return f"{self.article.title} {self.passage.heading or ''} {self.passage.text}"


def candidates(
    query: Query,
    passages: Sequence[ScoredPassage],
    sources: Sources,
    embed: Embed,
    cues: Cues,
    prove: Prove,
) -> list[Candidate]:
    """Sentences of the passages that are near enough to the question, best first.

    Those are missing that cannot come near the best one that `prove` lets through.
    """
    read = [
        _Sentence(article, scored.passage, span, rows_in(span, sources.of_article(article.doc)))
        for scored in passages
        if (article := sources.article(scored.passage.doc)) is not None
        for span in split_sentences(article.text, scored.passage.start, scored.passage.end)
        if is_sentence(article.text[span.start : span.end])
    ]
    counts = asks_for_figure(query, cues)
    read = [one for one in read if one.is_of(query.places, query.periods if counts else ())]
    if "when" in cues.hits("about", query.plain):
        read = [one for one in read if one.is_dated]
    if not read:
        return []
    texts = [sentence.text for sentence in read]
    what = sought(query, cues, with_names=counts)
    told = weights(what, texts, cues)
    covered = [covered_share(told, sentence.text, sentence.around, cues) for sentence in read]
    made: Callable[[Sequence[_Sentence], Sequence[float]], Iterator[Candidate]]
    is_why = "why" in cues.hits("about", query.plain)
    if is_why:
        causes = [place for place in _causes(read, cues) if _names_matter(read, covered, place)]
        asked = {near for place in causes for near in (place, *_before(read, place))}
        made = partial(_with_matter, causes=causes)
    elif counts:
        close = _close(read, covered, query, cues)
        asked, made = {at for at in close if _tells_asked_kind(read[at], query, cues)}, _alone
    else:
        asked, made = {*_told_with_it(read, covered)}, _with_next
    able = [
        place
        for place in sorted(asked)
        if is_about(what, texts[place], read[place].around, read[place].article.text, cues)
    ]
    able.sort(key=lambda place: covered[place], reverse=True)
    at_once = len(read) if is_why else _AT_ONCE  # the sentences around a cause count together
    # A vector takes longest of all: what cannot answer is given none, and scores nothing.
    scores = np.zeros(len(read))
    found: list[Candidate] = []
    for first in range(0, len(able), at_once):
        best = next((one.score for one in found if prove(one)), 0.0)
        some = [place for place in able[first : first + at_once] if _most(covered[place]) >= best]
        if not some:
            break
        vectors = embed([query.gist, *(texts[place] for place in some)])
        scores[some] = (vectors[1:] @ vectors[0] + np.asarray(covered)[some]) / 2
        found = sorted(made(read, scores.tolist()), key=lambda one: one.score, reverse=True)
    return found


def _tells_asked_kind(sentence: _Sentence, query: Query, cues: Cues) -> bool:
    """Whether a sentence tells a share, an amount or a number, where one of them is asked for.

    In a ranking it must tell the first or the last.
    """
    if query.intent != "figure":
        return True
    ends = query.operation != "rank" or set(cues.hits("order", query.plain)) & set(
        cues.hits("order", sentence.text)
    )
    average = query.operation != "average" or "average" in cues.hits("operation", sentence.text)
    return bool(ends) and average and any(of_kind(query, sentence.rows, cues))


def _most(covered: float) -> float:
    """The best score to which a sentence that covers so much can be near."""
    return (1 + covered) / 2 + NEAR_BEST


def _causes(read: Sequence[_Sentence], cues: Cues) -> list[int]:
    """The sentences that name a cause: one beside the matter does not tell why."""
    return [place for place, one in enumerate(read) if "cause" in cues.hits("sentence", one.text)]


def _names_matter(read: Sequence[_Sentence], covered: Sequence[float], place: int) -> bool:
    """Whether a cause stands with what it is asked of, or is that of something else."""
    near = (place, *_before(read, place)[:1])
    return max(covered[at] for at in near) >= LEAST_COVERED_WHY


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

    Asked how many, a sentence without figures is no answer; asked when, one beside the matter.
    """
    is_when = "when" in cues.hits("about", query.plain)
    counts = "figure" in cues.hits("about", query.plain) or query.operation == "average"
    counts = counts or query.intent == "figure" or bool(cues.hits("measured", query.gist))
    for place, (sentence, share) in enumerate(zip(read, covered, strict=True)):
        close, has_figures = share >= LEAST_COVERED_FIGURE, bool(sentence.rows)
        near = share >= LEAST_COVERED_BESIDE if is_when else not has_figures
        if (has_figures and close) if counts else (close or near):
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
    if query.intent == "figure":
        return True
    about = cues.hits("about", query.plain)
    asks_for_words = {*WORDS, "manner", "anything"} & set(about) or asked_noun(query, cues)
    return "figure" in about or query.operation == "average" or not asks_for_words
