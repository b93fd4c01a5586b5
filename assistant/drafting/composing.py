"""Findings -> the sentences of a draft, from the templates of the answer's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.selection import Finding, Wanted
from assistant.sentences import Articles, Claim, Computed, Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import (
    capitalised,
    fact_words,
    metric_words,
    period_words,
    place_words,
    plain_period,
)
from indexing.catalogue import OTHER, catalogue
from indexing.reading.notation import parse_notation
from indexing.records import MetricFact, Span

_SIGNED = ("change", "change_pct")
_FIGURE, _SLOT = "\x00", "\x01"
"""Stand-ins for figure and label while a template is filled, so that their offsets are exact."""


def fact_sentence(fact: MetricFact, articles: Articles, phrases: Phrases) -> Sentence:
    """One row as a sentence: place, metric, part, figure and the figure's own date."""
    figure = fact_words(fact, printed(fact, articles), phrases)
    against = ""
    if fact.vs is not None:
        against = phrases.say("sentences", "against", vs=plain_period(fact.vs, phrases))
    label = fact.group or (fact.subject if fact.metric == "other" else None)
    subject = subject_words(fact, phrases, _SLOT if label else None)
    text = phrases.say(
        "sentences", template_of(fact),
        subject=subject, Subject=capitalised(subject), figure=_FIGURE, against=against,
        verb=phrases.say("verbs", fact.unit), period=period_words(fact.period, phrases),
    )  # fmt: skip
    return fill(capitalised(text), fact, figure, label or "")


def template_of(fact: MetricFact) -> str:
    """The sentence that says a row's aspect.

    People who came in over a span, with nothing to compare with, are no net rise: others left.
    """
    if fact.aspect not in _SIGNED:
        return fact.aspect
    if fact.value < 0:
        return "change_down"
    moment = fact.period is None or parse_notation(fact.period).moment
    won = fact.unit == "people" and fact.aspect == "change" and fact.vs is None and not moment
    return "joined" if won and _is_stock(fact.metric) else "change_up"


def _is_stock(metric: str) -> bool:
    return metric != OTHER and catalogue().metric(metric).kind == "stock"


def fill(text: str, fact: MetricFact, figure: str, label: str) -> Sentence:
    """Put figure and label in the place of their stand-ins and note where they stand."""
    labels: tuple[Span, ...] = ()
    if _SLOT in text:
        at = text.index(_SLOT)
        text = text.replace(_SLOT, label, 1)
        labels = (Span(at, at + len(label)),)
    at = text.index(_FIGURE)
    if labels and labels[0].start > at:
        shift = len(figure) - 1
        labels = (Span(labels[0].start + shift, labels[0].end + shift),)
    text = text.replace(_FIGURE, figure, 1)
    return Sentence(text, (Claim(at, at + len(figure), fact),), labels=labels)


def plain_fact(text: str, source: MetricFact | Computed, figure: str) -> Sentence:
    """A sentence that is already worded and holds one figure."""
    at = text.index(figure)
    return Sentence(text, (Claim(at, at + len(figure), source),))


def subject_words(fact: MetricFact, phrases: Phrases, label: str | None = None) -> str:
    """What a row speaks of: "health insurance coverage in Binh Phuoc (poor households)"."""
    metric = metric_words(fact.metric, None, phrases) if fact.metric != "other" else label or ""
    if fact.place is None:
        return phrases.say("subjects", "placeless", metric=metric)
    key = "part" if fact.group else "whole"
    place = place_words(fact.place, phrases)
    return phrases.say("subjects", key, metric=metric, place=place, group=label or "")


def printed(fact: MetricFact, articles: Articles) -> str:
    """The figure as its report prints it, empty if the report is gone."""
    article = articles(fact.doc)
    return article.text[fact.start : fact.end] if article else ""


def wanted_words(wanted: Wanted, phrases: Phrases) -> str:
    """A missing figure by its name: "health insurance coverage in Hanoi in 1999"."""
    metric = metric_words(wanted.metric, None, phrases)
    aspect = phrases.say("aspects", wanted.aspects[0])
    if aspect:
        metric = f"{metric} ({aspect})"
    if wanted.place is not None:
        place = place_words(wanted.place, phrases)
        metric = phrases.say("subjects", "whole", metric=metric, place=place)
    if wanted.period is None:
        return metric
    return f"{metric} {period_words(wanted.period.notation, phrases)}"


def finding_sentences(
    findings: Sequence[Finding], articles: Articles, phrases: Phrases
) -> tuple[Sentence, ...]:
    """Each finding's rows, one sentence a row; differing rows are announced as such."""
    sentences: list[Sentence] = []
    for finding in findings:
        if len(finding.facts) > 1:
            reports = {fact.doc for fact in finding.facts}
            key = "difference" if len(reports) > 1 else "several"
            sentences.append(Sentence(phrases.say("answers", key), stop=":"))
        for fact in finding.facts:
            said = fact_sentence(fact, articles, phrases)
            others = [other for other in finding.facts if other is not fact]
            sentences.append(_noted(said, others, articles, phrases))
    return tuple(sentences)


def _noted(
    sentence: Sentence, others: Sequence[MetricFact], articles: Articles, phrases: Phrases
) -> Sentence:
    """The sentence, its figure carrying a note of what other reports give for the same key."""
    if not others:
        return sentence
    given = [fact_words(other, printed(other, articles), phrases) for other in others]
    note = phrases.say("notes", "another", figure=phrases.listed(given))
    return replace(sentence, claims=tuple(replace(c, note=note) for c in sentence.claims))
