"""Operations over the table: values side by side, lists, rankings, differences.

Everything is computed here in code, in exact decimals, and every operand is a cited row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from assistant.drafting.composing import plain_fact, printed
from assistant.evidence.selection import ADDITIVE, Finding, Wanted, find
from assistant.evidence.sources import Sources
from assistant.records import Query
from assistant.sentences import Articles, Computed, Sentence
from assistant.wording.phrases import Phrases
from assistant.wording.words import (
    capitalised,
    fact_words,
    figure_words,
    metric_words,
    period_words,
    place_words,
)
from indexing.agreement import same_days
from indexing.gazetteer import COUNTRY, gazetteer
from indexing.records import MetricFact, Period, Quantity, Span, Unit

MOST_RANKED = 5
_MOST_ASKED = 63
_SLOT = "\x01"
"""Stands in for the count while the heading is worded, so that its place is exact."""

_DIFFERENCE_UNIT: dict[Unit, Unit] = {"percent": "percentage_points"}


def wanted_of(query: Query, metric: str, place: str | None, period: Period | None) -> Wanted:
    """The figure of one metric, place and period as the query asks for it."""
    return Wanted(
        metric=metric,
        aspects=query.aspects,
        place=place,
        period=period,
        group_words=query.words,
        narrowed=bool(query.qualifiers),
        dollars=query.dollars,
    )


def wanted_cells(query: Query) -> tuple[Wanted, ...]:
    """Every figure the question asks for: metrics by places by periods."""
    places = query.places or (COUNTRY,)
    periods = query.periods or (None,)
    return tuple(
        wanted_of(query, metric, place, period)
        for metric, place, period in product(query.metrics, places, periods)
    )


def look_up(query: Query, sources: Sources) -> tuple[Finding, ...]:
    """The finding for each wanted figure.

    Of alternative readings those that are held; the first where none is.
    """
    findings = tuple(
        find(wanted, sources.rows(wanted.metric, wanted.place), sources.published)
        for wanted in wanted_cells(query)
    )
    if not query.readings:
        return findings
    return tuple(finding for finding in findings if finding.facts) or findings[:1]


def ranking(query: Query, sources: Sources) -> tuple[MetricFact, ...]:
    """One row per province for the first asked metric, in the order that was asked for.

    Each province stands with its figure in the latest of the asked periods that it has one for, or
    with its latest of all.
    """
    metric = query.metrics[0]
    asked = sorted(query.periods, key=lambda period: period.last_day, reverse=True)
    held = sources.rows(metric, None)
    provinces = {place.name for place in gazetteer().provinces}
    leads: list[MetricFact] = []
    for place in sorted(provinces & {row.place for row in held if row.place}):
        for period in asked or (None,):
            found = find(wanted_of(query, metric, place, period), held, sources.published)
            if found.facts:
                leads.append(found.facts[0])
                break
    return tuple(sorted(leads, key=lambda row: row.value, reverse=not query.lowest_first))


def most_ranked(query: Query) -> int | None:
    """How many places to name: as many as asked for ("top 3"), else a few; all for a list."""
    if query.operation == "list":
        return None
    asked = [
        int(q.value) for q in query.claimed if q.unit == "other" and 0 < q.value <= _MOST_ASKED
    ]
    return asked[0] if asked else MOST_RANKED


def ranking_sentences(
    query: Query, ranked: Sequence[MetricFact], articles: Articles, phrases: Phrases
) -> tuple[Sentence, ...]:
    """A heading that states how many places report the figure, then one line a place.

    A list names all places, a ranking the first few.
    """
    count = str(len(ranked))
    shown = ranked[: most_ranked(query)]
    metric = metric_words(ranked[0].metric, None, phrases)
    heading = phrases.say("answers", "ranking", metric=metric, count=_SLOT)
    at = heading.index(_SLOT)
    heading = heading.replace(_SLOT, count)
    counted = Span(at, len(heading))
    lines = [_ranking_line(row, articles, phrases) for row in shown]
    return (Sentence(capitalised(heading), labels=(counted,), stop=":"), *lines)


def _ranking_line(row: MetricFact, articles: Articles, phrases: Phrases) -> Sentence:
    figure = fact_words(row, printed(row, articles), phrases)
    place = place_words(row.place, phrases)
    text = f"- {place}: {figure}, {period_words(row.period, phrases)}"
    return replace(plain_fact(text, row, figure), stop="", before="\n")


def mixed_periods(rows: Sequence[MetricFact]) -> bool:
    """Whether rows put side by side do not all speak of the same days."""
    return any(not same_days(row.period, rows[0].period) for row in rows[1:])


def difference(findings: Sequence[Finding]) -> Computed | None:
    """The difference of two exact values of one metric, None where it makes no sense.

    Later minus earlier for two periods of one place, larger minus smaller for two places.
    """
    rows = [finding.facts[0] for finding in findings if finding.facts]
    if len(rows) != 2 or len(findings) != 2:
        return None
    first, second = rows
    if (first.metric, first.unit, first.aspect, first.group) != (
        second.metric, second.unit, second.aspect, second.group
    ):  # fmt: skip
        return None
    if first.bound != "exact" or second.bound != "exact":
        return None
    if first.place == second.place and same_days(first.period, second.period):
        return None
    value = second.value - first.value
    if first.place != second.place:
        value = abs(value)
    return Computed(
        metric=first.metric,
        aspect="change",
        place=second.place if first.place == second.place else None,
        value=value,
        unit=_DIFFERENCE_UNIT.get(first.unit, first.unit),
        period=second.period,
        vs=first.period if first.place == second.place else None,
        operands=(first, second),
        note=f"{_plain(second.value)} - {_plain(first.value)}",
    )


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def total(findings: Sequence[Finding]) -> Computed | None:
    """The sum of exact amounts of one metric in several places at one time, else None.

    Shares are not added, nor places of which one lies in another, nor where a figure is missing.
    """
    rows = [finding.facts[0] for finding in findings if finding.facts]
    if len(rows) < 2 or len(rows) < len(findings) or mixed_periods(rows):
        return None
    first, places = rows[0], {row.place for row in rows}
    alike = all(
        (row.metric, row.unit, row.aspect, row.group, row.bound)
        == (first.metric, first.unit, first.aspect, first.group, "exact")
        for row in rows
    )
    apart = len(places) == len(rows) and COUNTRY not in places
    if not (alike and apart and first.unit in ADDITIVE):
        return None
    return Computed(
        metric=first.metric,
        aspect=first.aspect,
        place=None,
        value=sum((row.value for row in rows), Decimal(0)),
        unit=first.unit,
        period=first.period,
        vs=None,
        operands=tuple(rows),
        note=" + ".join(_plain(row.value) for row in rows),
    )


def total_sentence(computed: Computed, phrases: Phrases) -> Sentence:
    """The sum in words, marked as computed."""
    figure = figure_words(computed.value, computed.unit, "exact", phrases)
    text = phrases.say("answers", "computed_total", figure=figure)
    return plain_fact(text, computed, figure)


def difference_sentence(computed: Computed, phrases: Phrases) -> Sentence:
    """The difference in words, marked as computed."""
    figure = figure_words(computed.value, computed.unit, "exact", phrases)
    key = "computed_difference"
    if computed.vs is not None:
        key = "computed_fall" if computed.value < 0 else "computed_rise"
    return plain_fact(phrases.say("answers", key, figure=figure), computed, figure)


def confirmation(query: Query, findings: Sequence[Finding]) -> str | None:
    """Key of the phrase that confirms or refutes a figure put forward by the question.

    None where it puts none forward, or where several figures answer and it is not clear which one
    it meant.
    """
    if len(findings) != 1:
        return None
    rows = findings[0].facts
    claimed = [quantity for quantity in query.claimed if quantity.unit == rows[0].unit]
    if not claimed:
        return None
    says = all(any(_says(quantity, row) for row in rows) for quantity in claimed)
    return "confirmed" if says else "refuted"


def _says(quantity: Quantity, row: MetricFact) -> bool:
    """Whether a figure of a question is a row's: value, bound, and direction of a change."""
    turned = {"up": row.value < 0, "down": row.value > 0}.get(quantity.direction or "", False)
    turned = turned and row.aspect in ("change", "change_pct")
    return quantity.value == abs(row.value) and quantity.bound == row.bound and not turned
