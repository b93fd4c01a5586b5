"""Findings -> the sentences of a draft, from the templates of the answer's language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.evidence.rows.debtors import is_debt
from assistant.evidence.rows.finding import Finding, Wanted
from assistant.sentences import Articles, Claim, Computed, Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import (
    capitalised,
    fact_words,
    metric_words,
    part_words,
    period_words,
    place_words,
    plain_period,
)
from indexing.catalogue import OTHER, catalogue
from indexing.reading.period.notation import parse_notation
from indexing.records import CHANGES, MetricFact, Span

_FIGURE, _NAME, _PART = "\x00", "\x01", "\x02"
"""Stand-ins for figure and labels while a template is filled, so that their offsets are exact."""
_STAND_INS = re.compile(f"([{_FIGURE}{_NAME}{_PART}])")


def fact_sentence(fact: MetricFact, articles: Articles, phrases: Phrases) -> Sentence:
    """One row as a sentence: place, metric, part, figure and the figure's own date."""
    figure = fact_words(fact, printed(fact, articles), phrases)
    against = ""
    if fact.vs is not None:
        against = phrases.say("sentences", "against", vs=plain_period(fact.vs, phrases))
    subject = _subject(fact, phrases)
    text = phrases.say(
        "sentences", template_of(fact),
        subject=subject, Subject=capitalised(subject), figure=_FIGURE, against=against,
        verb=phrases.say("verbs", fact.unit), period=period_words(fact.period, phrases),
    )  # fmt: skip
    name, part = fact.group or fact.subject or "", part_words(fact.group, phrases)
    return _filled(capitalised(text), fact, {_FIGURE: figure, _NAME: name, _PART: part})


def column_sentence(
    key: str, fact: MetricFact, heading: str, articles: Articles, phrases: Phrases
) -> Sentence:
    """A figure of a single debtor by the heading that its report gives it; `key` is that of the
    sentence."""
    text = phrases.say(
        "answers", key,
        name=_NAME, column=_PART, figure=_FIGURE,
        place=place_words(fact.place, phrases) or phrases.say("subjects", "unnamed_place"),
        period=period_words(fact.period, phrases),
    )  # fmt: skip
    figure = fact_words(fact, printed(fact, articles), phrases)
    return _filled(text, fact, {_FIGURE: figure, _NAME: fact.group or "", _PART: heading})


def template_of(fact: MetricFact) -> str:
    """The sentence that says a row's aspect.

    People who came in over a span, with nothing to compare with, are no net rise: others left.
    """
    if is_debt(fact):
        return "debt"
    if fact.aspect not in CHANGES:
        return fact.aspect
    if fact.value < 0:
        return "change_down"
    moment = fact.period is None or parse_notation(fact.period).moment
    won = fact.unit == "people" and fact.aspect == "change" and fact.vs is None and not moment
    return "joined" if won and _is_stock(fact.metric) else "change_up"


def _is_stock(metric: str) -> bool:
    return metric != OTHER and catalogue().metric(metric).kind == "stock"


def _subject(fact: MetricFact, phrases: Phrases) -> str:
    """What a row speaks of: "health insurance coverage in Binh Phuoc (poor households)".

    Names and parts in the report's words are left to be filled in; who owes a debt is its subject.
    """
    named = fact.metric != OTHER
    metric = metric_words(fact.metric, None, phrases) if named else _NAME
    key = "part" if fact.group and named else "whole"
    place = place_words(fact.place, phrases) or phrases.say("subjects", "unnamed_place")
    return phrases.say("subjects", key, metric=metric, place=place, group=_PART)


def _filled(text: str, fact: MetricFact, words: Mapping[str, str]) -> Sentence:
    """Puts figure and labels in the place of their stand-ins and notes where they stand."""
    spans: dict[str, Span] = {}
    said = ""
    for piece in _STAND_INS.split(text):
        told = words.get(piece, piece)
        if piece in words:
            spans[piece] = Span(len(said), len(said) + len(told))
        said += told
    claim = Claim(*spans.pop(_FIGURE), fact)
    return Sentence(said, (claim,), labels=tuple(spans.values()))


def plain_fact(text: str, source: MetricFact | Computed, figure: str) -> Sentence:
    """A sentence that is already worded and holds one figure."""
    at = text.index(figure)
    return Sentence(text, (Claim(at, at + len(figure), source),))


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
    if wanted.period is not None:
        metric = f"{metric} {period_words(wanted.period.notation, phrases)}"
    if wanted.versus is not None:
        vs = plain_period(wanted.versus.notation, phrases)
        metric += phrases.say("sentences", "against", vs=vs)
    return metric


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
