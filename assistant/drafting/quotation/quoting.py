"""The sentences of reports that answer, quoted with date and citation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache, partial

from assistant.drafting.quotation.candidates import NEAR_BEST
from assistant.drafting.quotation.printed import rows_in
from assistant.drafting.quotation.ways import Candidate
from assistant.evidence.sources import Sources
from assistant.grounding.gate import is_grounded
from assistant.sentences import Claim, Quoted, Sentence
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from assistant.wording.words import place_words, plain_period
from indexing.gazetteer import COUNTRY
from indexing.reading.place.places import find_places
from indexing.records import Article, MetricFact, Span

MOST_SENTENCES = 3


Quote = Callable[[Candidate, bool], Sentence | None]
"""A sentence as it is quoted, alone or going on from the one before it, of the same report; None
where the gate would withhold it."""


def quoting(sources: Sources, phrases: Phrases) -> Quote:
    """How sentences are quoted for one answer: each is worded and read back once."""
    return cache(partial(_quotation, sources, phrases))


def answer_sentences(
    found: Sequence[Candidate], quote: Quote, most: int = MOST_SENTENCES
) -> tuple[Sentence, ...]:
    """The best sentences, `most` of them, quoted in the order in which the reports print them.

    A sentence that the gate would withhold, or that shares words with a better one, gives way to
    the next.
    """
    chosen: list[Candidate] = []
    for one in found:
        if len(chosen) == most or (chosen and one.score < chosen[0].score - NEAR_BEST):
            break
        if not any(map(one.overlaps, chosen)) and quote(one, False) is not None:
            chosen.append(one)
    order = {c.article.doc: rank for rank, c in reversed(list(enumerate(chosen)))}
    chosen.sort(key=lambda c: (order[c.article.doc], c.span.start))
    docs = [None, *(c.article.doc for c in chosen)]
    said = (
        quote(candidate, candidate.article.doc == previous)
        for candidate, previous in zip(chosen, docs, strict=False)
    )
    return tuple(sentence for sentence in said if sentence is not None)


def quotations(
    rows: Iterable[MetricFact], sources: Sources, phrases: Phrases
) -> tuple[Sentence, ...]:
    """The sentences that tell some rows, each once, as the reports print them."""
    spans = dict.fromkeys((row.doc, Span(row.quote_start, row.quote_end)) for row in rows)
    said = (
        quotation_of(article, span, sources, phrases)
        for doc, span in spans
        if (article := sources.article(doc)) is not None
    )
    return tuple(sentence for sentence in said if sentence is not None)


def quotation_of(
    article: Article, span: Span, sources: Sources, phrases: Phrases
) -> Sentence | None:
    """Some sentences of a report, quoted; None where the gate would withhold them."""
    return _quotation(sources, phrases, Candidate(article, span, 1.0), goes_on=False)


def _place_of(said: str, span: Span, rows: Sequence[MetricFact], phrases: Phrases) -> str:
    """Of which place a sentence speaks that names none itself: that of its figures, or the one
    province of its report where it says "the province"."""
    if find_places(said):
        return ""
    places = {row.place for row in rows_in(span, rows)}
    if not places and load_cues().hits("pointing", said):
        places = {row.place for row in rows} - {COUNTRY, None}
    place = places.pop() if len(places) == 1 else None
    return phrases.say("answers", "said_of", place=place_words(place, phrases)) if place else ""


def _quotation(
    sources: Sources, phrases: Phrases, candidate: Candidate, goes_on: bool
) -> Sentence | None:
    article, span = candidate.article, candidate.span
    said = candidate.text.strip()
    begin = span.start + candidate.text.index(said)
    if goes_on:
        text = phrases.say("answers", "said_too", sentence=said)
    else:
        about = _place_of(said, span, sources.of_article(article.doc), phrases)
        key, day = "said_undated", ""
        if article.published is not None:
            key, day = "said", plain_period(article.published.isoformat(), phrases)
        text = phrases.say("answers", key, sentence=said, published=day, about=about)
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
    quoted = replace(quoted, labels=tuple(labels))
    return quoted if is_grounded(quoted, sources.article) else None
