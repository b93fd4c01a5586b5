"""Which sentences may answer a question, and what of each is quoted: a figure, a cause, words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.drafting.quotation.causes import before, causes, points_back
from assistant.drafting.quotation.printed import Printed
from assistant.drafting.quotation.sought import asked_noun, asks_what_is_done
from assistant.evidence.insisted import tells_mean
from assistant.evidence.told import of_kind
from assistant.query import Query
from assistant.understanding.intent import WORDS, asks_ahead
from assistant.understanding.slots.kinds import ends_of_order
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.names import names_person
from indexing.records import Article, Span

_LEAST_SCORE = 0.34
"""Score under which a sentence is no answer.  Of 28 questions written for it, the best sentence had
0.36 or more for 13 of the 15 that the reports answer, 0.26 or less for the 13 on other matters."""
_LEAST_SCORE_WHY = 0.3
"""The same for a sentence that names a cause, where a cause is asked for."""
_LEAST_COVERED_FIGURE = 0.8
"""Share of its content words that a question for a figure must find; near is wrong there."""
_LEAST_COVERED_BESIDE = 0.6
"""The same for a sentence with figures where words are asked for."""
_ASKED_WHY = re.compile(r"\bask(?:s|ed|ing)?\b[^.;:?!]{0,60}?\bwhy\b", re.IGNORECASE)
_ALONE = 1e-6
"""By how much a sentence falls behind itself with the one after it, which may not be provable."""


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

    def overlaps(self, other: Candidate) -> bool:
        """Whether the two share words of one report."""
        begins, ends = self.span.start < other.span.end, other.span.start < self.span.end
        return self.article.doc == other.article.doc and begins and ends


@dataclass(frozen=True, slots=True)
class Way:
    """A way of answering a question with sentences."""

    asked: Collection[int]
    """The sentences that may answer, or that tell of what another answers."""
    made: Callable[[Sequence[float]], Iterator[Candidate]]
    """What is quoted, from the score of each sentence."""


def way_of(query: Query, read: Sequence[Printed], covered: Sequence[float], cues: Cues) -> Way:
    """How a question is answered; `covered`: the share of its content words in each sentence."""
    if "why" in cues.hits("about", query.plain):
        found, told_by = causes(query, read, covered, cues)
        around = {near for place in found for near in (place, *before(read, place))}
        return Way(around, partial(_with_matter, read, found, told_by, cues))
    if asks_for_figure(query, cues):
        close = _close(read, covered, query, cues)
        told = {
            place
            for place in close
            if query.intent != "figure" or tells_asked_kind(read[place], query, cues)
        }
        return Way(told, partial(_alone, read))
    told = set(_told_with_it(read, covered))
    asks_who = "who" in cues.hits("about", query.plain)
    named = {at for at, one in enumerate(read) if asks_who and names_person(one.text)}
    others = {at for at in named if at - 1 in named}
    least = _LEAST_SCORE_WHY if asks_what_is_done(query, cues) else _LEAST_SCORE
    return Way(told, partial(_with_next, read, others, least))


def asks_for_figure(query: Query, cues: Cues) -> bool:
    """Whether a question that no metric answers may ask for a number all the same.

    It does unless it asks who, why or what was said; a sentence beside the matter would then give a
    wrong figure.
    """
    if query.intent == "figure":
        return True
    about = cues.hits("about", query.plain)
    if "why" in about or asks_ahead(query.plain):
        return False
    asks_for_words = {*WORDS, "manner", "anything"} & set(about) or asked_noun(query, cues)
    return "figure" in about or query.operation == "average" or not asks_for_words


def tells_asked_kind(sentence: Printed, query: Query, cues: Cues) -> bool:
    """Whether a sentence tells a share, an amount or a number, whichever is asked for.

    In a ranking it must tell the first or the last.
    """
    asked, told = (
        ends_of_order(text, query.metrics, cues) for text in (query.plain, sentence.text)
    )
    ends = query.operation != "rank" or asked & told
    average = query.operation != "average" or tells_mean(sentence.text, cues)
    return bool(ends) and average and any(of_kind(query, sentence.rows, cues))


def _with_matter(
    read: Sequence[Printed],
    found: Iterable[int],
    told: Collection[int],
    cues: Cues,
    scores: Sequence[float],
) -> Iterator[Candidate]:
    """Sentences that name a cause, with the one before them where that tells of what; of those
    `told` the figure itself stands by."""
    for place in found:
        matter = max((place, *before(read, place)), key=lambda at: scores[at])
        first = matter if matter >= place - 1 else place  # what stands between is of neither
        if points_back(read[place].text, cues) and place - 1 in before(read, place):
            first = place - 1
        if place in told or scores[matter] >= _LEAST_SCORE_WHY:
            last = place
            if _ASKED_WHY.search(read[place].text):  # what is told behind it is the cause
                last = place + 1 if read[place + 1 :] else place
                if last == place or read[last].passage is not read[place].passage:
                    continue
            span = Span(read[first].span.start, read[last].span.end)
            yield Candidate(read[place].article, span, scores[matter])


def _close(
    read: Sequence[Printed], covered: Sequence[float], query: Query, cues: Cues
) -> Iterator[int]:
    """Sentences for a question that may want a number: one with figures must cover it closely.

    Asked how many, a sentence without figures is no answer; asked when, one beside the matter.
    """
    is_when = "when" in cues.hits("about", query.plain)
    counts = "figure" in cues.hits("about", query.plain) or query.operation == "average"
    counts = counts or query.intent == "figure" or bool(cues.hits("measured", query.gist))
    for place, (sentence, share) in enumerate(zip(read, covered, strict=True)):
        close, has_figures = share >= _LEAST_COVERED_FIGURE, bool(sentence.rows)
        near = share >= _LEAST_COVERED_BESIDE if is_when else not has_figures
        if (has_figures and close) if counts else (close or near):
            yield place


def _alone(read: Sequence[Printed], scores: Sequence[float]) -> Iterator[Candidate]:
    """Each sentence near enough by itself."""
    for sentence, score in zip(read, scores, strict=True):
        if score >= _LEAST_SCORE:
            yield Candidate(sentence.article, sentence.span, score)


def _told_with_it(read: Sequence[Printed], covered: Sequence[float]) -> Iterator[int]:
    """Sentences whose figures, where they have any, stand with what was asked: nobody asked for
    them alone."""
    for place, (sentence, share) in enumerate(zip(read, covered, strict=True)):
        if share >= _LEAST_COVERED_BESIDE or not sentence.rows:
            yield place


def _with_next(
    read: Sequence[Printed], others: Collection[int], least: float, scores: Sequence[float]
) -> Iterator[Candidate]:
    """Sentences with the one after them in their passage, where that brings in no figures and is
    none of the `others`: asked who it was, one that names another one.

    Reports name the speaker in one sentence and what was said in the next.
    """
    for place, sentence in enumerate(read):
        if scores[place] < least:
            continue
        for after in read[place + 1 : place + 2] if place + 1 not in others else ():
            if after.passage is sentence.passage and not after.rows:
                both = Span(sentence.span.start, after.span.end)
                yield Candidate(sentence.article, both, scores[place])
        yield Candidate(sentence.article, sentence.span, scores[place] - _ALONE)
