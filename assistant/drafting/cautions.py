"""What a reader should know beside a figure: misprints, mergers, periods that do not match."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafting.composing import plain_fact, printed
from assistant.evidence.rows.agreement import period_fit
from assistant.evidence.rows.debtors import is_debt
from assistant.evidence.rows.finding import Finding
from assistant.evidence.sources import Sources
from assistant.records import Query
from assistant.sentences import Claim, Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import fact_words, metric_words, place_words, plain_period
from indexing.catalogue import OTHER
from indexing.extraction.flags.exchange import misprinted_pairs
from indexing.gazetteer import MERGER_DATE, gazetteer
from indexing.reading.period.notation import parse_notation
from indexing.records import CURRENCIES, MetricFact


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


def in_dong(
    query: Query, rows: Sequence[MetricFact], key: str, phrases: Phrases
) -> tuple[Sentence, ...]:
    """That amounts are told in dong though dollars were asked for; `key` is that of the phrase."""
    is_so = query.dollars and any(row.unit == "VND" for row in rows)
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
        other = _misprinted_with(row, sources)
        if other is None:
            return plain_fact(phrases.say("cautions", "inconsistent", figure=figure), row, figure)
        words = fact_words(other, printed(other, sources.article), phrases)
        text = phrases.say("cautions", "inconsistent_money", figure=figure, other=words)
        first, second = text.index(figure), text.rindex(words)
        claims = (
            Claim(first, first + len(figure), row),
            Claim(second, second + len(words), other),
        )
        return Sentence(text, claims)
    if "implausible" in row.flags:
        metric = metric_words(row.metric, row.subject, phrases)
        text = phrases.say("cautions", "implausible", figure=figure, metric=metric)
        return plain_fact(text, row, figure)
    return None


def _misprinted_with(row: MetricFact, sources: Sources) -> MetricFact | None:
    """The same amount in the other currency, where no rate of exchange explains the two."""
    article = sources.article(row.doc)
    if article is None or row.unit not in CURRENCIES:
        return None
    pairs = misprinted_pairs(sources.of_article(row.doc), article.text)
    return next((b if a == row else a for a, b in pairs if row in (a, b)), None)


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
