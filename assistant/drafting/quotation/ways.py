"""Which sentences may answer a question, and what of each is quoted: a figure, a cause, words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.drafting.quotation.printed import Printed
from assistant.drafting.quotation.sought import asked_noun, asks_what_is_done
from assistant.evidence.insisted import tells_mean
from assistant.evidence.told import of_kind
from assistant.records import Query
from assistant.understanding.intent import WORDS, asks_ahead
from assistant.understanding.slots.kinds import ends_of_order
from assistant.understanding.words.alike import meaning_of
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.names import names_person
from indexing.catalogue import OTHER, catalogue
from indexing.reading.metric.terms import find_terms
from indexing.records import SHARES, Article, Span

LEAST_SCORE = 0.34
"""Score under which a sentence is no answer.  Of 28 questions written for it, the best sentence had
0.36 or more for 13 of the 15 that the reports answer, 0.26 or less for the 13 on other matters."""
LEAST_SCORE_WHY = 0.3
"""The same for a sentence that names a cause, where a cause is asked for."""
LEAST_COVERED_WHY = 0.4
"""Share of its content words that a question for a cause must find in the sentence that names one,
or in the one before.  Of 14 causes that answered, the least held 0.49; beside the matter, 0.32."""
MOST_OPENING = 2
"""Words before one that points back to what was told before: "This has therefore"."""
MOST_BACK = 2
"""Sentences between a matter and its cause: "the rise" may be told two sentences before."""
LEAST_COVERED_FIGURE = 0.8
"""Share of its content words that a question for a figure must find; near is wrong there."""
LEAST_COVERED_BESIDE = 0.6
"""The same for a sentence with figures where words are asked for."""
_PUT_DOWN = re.compile(
    r"\bput(?:s|ting)?\b[^.;:?!]{1,90}?\bdown to\b|\bblam\w+\b[^.;:?!]{1,90}?\bon\b"
    r"|\battribut\w+\b[^.;:?!]{1,90}?\bto\b",
    re.IGNORECASE,
)
"""A cause that is told behind what it is one of: "puts the poor showing down to the floods"."""
_MOVES: dict[str | None, str] = {"rise": "up", "fewer": "down"}
"""The ways of words, by those by which all words for a rise and a fall are known."""
_WITH_VERBS = frozenset({"up", "down"})
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
        causes = [
            place
            for place in _causes(read, cues)
            if _names_matter(read, covered, place)
            and _tells_metric(query, read, place, cues)
            and not _moves_otherwise(query, read, place, cues)
        ]
        around = {near for place in causes for near in (place, *_before(read, place))}
        return Way(around, partial(_with_matter, read, causes, cues))
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
    least = LEAST_SCORE_WHY if asks_what_is_done(query, cues) else LEAST_SCORE
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


def _causes(read: Sequence[Printed], cues: Cues) -> list[int]:
    """The sentences that name a cause: one beside the matter does not tell why."""
    return [
        place
        for place, one in enumerate(read)
        if "cause" in cues.hits("sentence", one.text)
        or _PUT_DOWN.search(one.text)
        or points_back(one.text, cues)
    ]


def points_back(sentence: str, cues: Cues) -> bool:
    """Whether a sentence opens with a word for what was told before it as a cause: "as a
    result"."""
    told = (span for key, span in cues.spans_by("sentence", sentence) if key == "back")
    return any(_opens(sentence, span) for span in told)


def _opens(sentence: str, span: Span) -> bool:
    return len(sentence[: span.start].split()) <= MOST_OPENING


def _names_matter(read: Sequence[Printed], covered: Sequence[float], place: int) -> bool:
    """Whether a cause stands with what it is asked of, or is that of something else."""
    near = (place, *_before(read, place)[:1])
    return max(covered[at] for at in near) >= LEAST_COVERED_WHY


def _tells_metric(query: Query, read: Sequence[Printed], place: int, cues: Cues) -> bool:
    """Whether a cause is one of the figure that the question names: of its own sentence and those
    before it the nearest that speaks of any figure or insurance speaks of that one."""
    asked = {term for metric in query.metrics for term in _terms_of(metric)}
    own = read[place].text
    resumes = not points_back(own, cues) and any(
        _opens(own, span) for span in cues.spans("resuming", own)
    )  # "for this reason the rise came late" tells itself of what it is the cause
    near = (*(() if resumes else (place,)), *_before(read, place))
    for at in near if asked else ():
        terms = find_terms(read[at].text)
        metrics = [row.metric for row in read[at].rows if row.metric != OTHER]
        told = {term.id for term in terms}.union(*map(_terms_of, metrics))
        # A mere share ("61 per cent of them") is of what was told before.
        others = metrics or any(row.unit not in SHARES for row in read[at].rows)
        if told & asked or others or any(term.kind == "scheme" for term in terms):
            return bool(told & asked)
    return not asked


def _moves_otherwise(query: Query, read: Sequence[Printed], place: int, cues: Cues) -> bool:
    """Whether a cause is one of a fall where a rise is asked for, or of a rise where a fall is: of
    its own sentence, up to the words for a cause, and those before it the nearest that tells a way.
    Where no metric tells what moved, a sentence must tell that something did.
    """
    asked = _ways(query.gist, cues)
    own = read[place].text
    behind = min((s.start for s in cues.spans("sentence", own) if s.start), default=len(own))
    told = (_ways(text, cues) for text in (own[:behind], *_texts(read, _before(read, place))))
    nearest = next((ways for ways in told if ways), asked if query.metrics else frozenset())
    return bool(asked) and not asked & nearest


def _texts(read: Sequence[Printed], places: Iterable[int]) -> Iterator[str]:
    return (read[place].text for place in places)


def _ways(text: str, cues: Cues) -> frozenset[str]:
    """The ways in which words of a text move; "up" and "down" alone go with verbs of all kinds."""
    words = cues.content(text) - _WITH_VERBS
    told = (_MOVES[same] for word in words if (same := meaning_of(word)) in _MOVES)
    return frozenset((*told, *({"up", "down"} & {*cues.hits("verdict", text)})))


def _terms_of(metric: str) -> Collection[str]:
    """The words, by their ids, that tell a metric: its insurance, or what is measured of all."""
    known = catalogue().metric(metric)
    return set(known.schemes[:1]) - {"all"} or {known.measure}


def _before(read: Sequence[Printed], place: int) -> list[int]:
    """The sentences of the same passage, the nearest first, that may tell what it is a cause of."""
    near = range(place - 1, max(place - MOST_BACK, 0) - 1, -1)
    return [back for back in near if read[back].passage is read[place].passage]


def _with_matter(
    read: Sequence[Printed], causes: Iterable[int], cues: Cues, scores: Sequence[float]
) -> Iterator[Candidate]:
    """Sentences that name a cause, with the one before them where that tells of what."""
    for place in causes:
        matter = max((place, *_before(read, place)), key=lambda at: scores[at])
        first = matter if matter >= place - 1 else place  # what stands between is of neither
        if points_back(read[place].text, cues) and place - 1 in _before(read, place):
            first = place - 1
        if scores[matter] >= LEAST_SCORE_WHY:
            span = Span(read[first].span.start, read[place].span.end)
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
        close, has_figures = share >= LEAST_COVERED_FIGURE, bool(sentence.rows)
        near = share >= LEAST_COVERED_BESIDE if is_when else not has_figures
        if (has_figures and close) if counts else (close or near):
            yield place


def _alone(read: Sequence[Printed], scores: Sequence[float]) -> Iterator[Candidate]:
    """Each sentence near enough by itself."""
    for sentence, score in zip(read, scores, strict=True):
        if score >= LEAST_SCORE:
            yield Candidate(sentence.article, sentence.span, score)


def _told_with_it(read: Sequence[Printed], covered: Sequence[float]) -> Iterator[int]:
    """Sentences whose figures, where they have any, stand with what was asked: nobody asked for
    them alone."""
    for place, (sentence, share) in enumerate(zip(read, covered, strict=True)):
        if share >= LEAST_COVERED_BESIDE or not sentence.rows:
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
