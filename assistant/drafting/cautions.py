"""What a reader should know beside a figure: misprints, mergers, periods that do not match."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context

from assistant.drafting.composing import plain_fact, printed
from assistant.evidence.rows.agreement import period_fit
from assistant.evidence.rows.debtors import is_debt
from assistant.evidence.rows.finding import Finding
from assistant.evidence.sources import Sources
from assistant.query import Query
from assistant.sentences import Claim, Computed, Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import (
    fact_words,
    figure_words,
    metric_words,
    place_words,
    plain_period,
)
from indexing.catalogue import OTHER
from indexing.extraction.flags.exchange import own_rate
from indexing.gazetteer import MERGER_DATE, gazetteer
from indexing.reading.period.notation import parse_notation
from indexing.records import CURRENCIES, MetricFact

_ROUND = 3
"""Digits of a sum that is reckoned at a report's rounded rate of exchange."""
_NAMED = 3
"""Figures that a warning names beside the one that it is about."""


def cautions(
    rows: Sequence[MetricFact], sources: Sources, phrases: Phrases
) -> tuple[Sentence, ...]:
    """The warnings that belong to the rows of an answer, each once."""
    of_places = [row for row in rows if not is_debt(row)]  # a firm was not merged
    places = dict.fromkeys(row.place for row in of_places)
    found = [
        *flagged(rows, sources, phrases),
        *(_merged(place, of_places, phrases) for place in places),
    ]
    return tuple(dict.fromkeys(sentence for sentence in found if sentence))


def flagged(rows: Sequence[MetricFact], sources: Sources, phrases: Phrases) -> tuple[Sentence, ...]:
    """The warnings for rows whose report is at odds with itself or with what can be."""
    said = (_flagged(row, sources, phrases) for row in rows)
    return tuple(dict.fromkeys(sentence for sentence in said if sentence))


def roughly(rows: Sequence[MetricFact], phrases: Phrases) -> tuple[Sentence, ...]:
    """That what is computed from rows is a rough figure, where one of them is no exact one."""
    rough = any(row.bound != "exact" for row in rows)
    return (Sentence(phrases.say("cautions", "rough_result")),) if rough else ()


def in_dong(
    query: Query, rows: Sequence[MetricFact], key: str, phrases: Phrases
) -> tuple[Sentence, ...]:
    """That amounts are told in dong though dollars were asked for; `key` is that of the phrase."""
    is_so = query.manner.dollars and any(row.unit == "VND" for row in rows)
    return (Sentence(phrases.say("cautions", key)),) if is_so else ()


def partial_period(finding: Finding, phrases: Phrases) -> Sentence | None:
    """That a figure covers a part of the asked days only."""
    if finding.whole_period or finding.wanted.period is None:
        return None
    asked = plain_period(finding.wanted.period.notation, phrases)
    return Sentence(phrases.say("cautions", "own_period", asked=asked))


def of_all(finding: Finding, phrases: Phrases) -> Sentence | None:
    """That a figure is one of all insurances together, where one of them was asked for."""
    row, asked = finding.facts[0], finding.wanted.metric
    if OTHER in (row.metric, asked) or row.metric == asked:
        return None
    metric = metric_words(asked, None, phrases)
    return Sentence(phrases.say("cautions", "of_all", metric=metric))


def partial_rows(
    query: Query, rows: Sequence[MetricFact], phrases: Phrases
) -> tuple[Sentence, ...]:
    """That rows put in order cover a part of the asked days only."""
    return tuple(
        Sentence(phrases.say("cautions", "partial_rows", asked=plain_period(p.notation, phrases)))
        for p in query.periods[:1]
        if len(query.periods) == 1 and any(period_fit(p, row.period) == 1 for row in rows)
    )


def told_aside(finding: Finding, sources: Sources, phrases: Phrases) -> tuple[Sentence, ...]:
    """That the report gives other figures too, so that the reader can look at them."""
    said: list[Sentence] = []
    for row in finding.aside:
        figure = fact_words(row, printed(row, sources.article), phrases)
        said.append(plain_fact(phrases.say("cautions", "aside", figure=figure), row, figure))
    return tuple(said)


def _flagged(row: MetricFact, sources: Sources, phrases: Phrases) -> Sentence | None:
    """A flagged figure in words; where a report gives one amount in two currencies, both."""
    figure = fact_words(row, printed(row, sources.article), phrases)
    if "source_inconsistency" in row.flags:
        others = _at_odds_with(row, sources)
        if not 1 <= len(others) <= _NAMED:
            return plain_fact(phrases.say("cautions", "inconsistent", figure=figure), row, figure)
        return _inconsistent(sorted((row, *others), key=lambda r: r.start), sources, phrases)
    if "implausible" in row.flags:
        metric = metric_words(row.metric, row.subject, phrases)
        text = phrases.say("cautions", "implausible", figure=figure, metric=metric)
        return plain_fact(text, row, figure)
    return None


def _at_odds_with(row: MetricFact, sources: Sources) -> list[MetricFact]:
    """The rows of its report that cannot all be right together with a row."""
    return [other for other in sources.of_article(row.doc) if other.start in row.at_odds]


def _inconsistent(rows: Sequence[MetricFact], sources: Sources, phrases: Phrases) -> Sentence:
    """Figures of a report that cannot all be right, side by side, in the report's order."""
    words = [fact_words(row, printed(row, sources.article), phrases) for row in rows]
    is_one_sum = {row.unit for row in rows} == set(CURRENCIES) and len(rows) == len(CURRENCIES)
    told: list[MetricFact | Computed] = list(rows)
    key = "inconsistent_money" if is_one_sum else "inconsistent_figures"
    text = phrases.say("cautions", key, figures=phrases.listed(words))
    if is_one_sum and (dollars := _in_dollars(rows, sources)):
        told.append(dollars)
        words.append(figure_words(dollars.value, dollars.unit, dollars.bound, phrases))
        text += phrases.say("cautions", "in_dollars", figure=words[-1])
    claims: list[Claim] = []
    for row, figure in zip(told, words, strict=True):
        at = text.index(figure, claims[-1].end if claims else 0)
        claims.append(Claim(at, at + len(figure), row))
    return Sentence(text, tuple(claims))


def _in_dollars(rows: Sequence[MetricFact], sources: Sources) -> Computed | None:
    """What the sum in dong is in dollars at the rate of the report's other sums, in round terms."""
    article = sources.article(rows[0].doc)
    rate = own_rate(sources.of_article(rows[0].doc), article.text) if article else None
    if rate is None:
        return None
    dong = next(row for row in rows if row.unit == "VND")
    value = Context(prec=_ROUND).divide(dong.value, rate)
    return Computed(
        metric=dong.metric,
        aspect=dong.aspect,
        place=dong.place,
        value=value,
        unit="USD",
        period=dong.period,
        vs=dong.vs,
        operands=tuple(rows),
        note=f"{dong.value:f} / {rate:.0f}",
        bound="about",
    )


def _merged(place: str | None, rows: Sequence[MetricFact], phrases: Phrases) -> Sentence | None:
    """That a province is, or was, another one than its name says today."""
    if place is None or gazetteer().merged_on(place) is None:
        return None
    successor = gazetteer().successor(place)
    if successor is not None:
        values = {
            "place": place_words(place, phrases),
            "successor": place_words(successor, phrases),
        }
        return Sentence(phrases.say("cautions", "merged_place", **values))
    days = [
        parse_notation(row.period).last_day for row in rows if row.place == place and row.period
    ]
    if not any(day >= MERGER_DATE for day in days):
        return None
    parts = [part for part in gazetteer().former_parts(place) if part != place]
    others = [place_words(part, phrases) for part in parts]
    name = place_words(place, phrases)
    return Sentence(
        phrases.say("cautions", "merged_into", place=name, parts=phrases.listed(others))
    )
