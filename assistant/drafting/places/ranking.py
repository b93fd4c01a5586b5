"""Places in order, and on how many of them the order rests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.drafting.composing import fact_sentence, plain_fact, printed
from assistant.evidence.rows.by_name import asks_regions, asks_within, is_of_places
from assistant.evidence.rows.regions import provinces_counted, region_of
from assistant.query import Query
from assistant.sentences import Articles, Sentence, unread
from assistant.understanding.slots.claimed import MOST_NAMED, says_how_many
from assistant.understanding.words.cues import load_cues
from assistant.wording.phrases import Phrases
from assistant.wording.words import (
    capitalised,
    fact_words,
    metric_words,
    part_words,
    period_words,
    place_words,
)
from indexing.catalogue import OTHER
from indexing.gazetteer import COUNTRY
from indexing.reading.quantity.quantities import find_quantities
from indexing.records import MetricFact, Span

MOST_RANKED = 5
_MOST_OF_AN_END = 3
"""Places named of each end, where the highest and the lowest are asked for."""
_ORDERED_BY = re.compile(
    r"\b(?:rank|order|sort|list|arrange)(?:ed|s|ing)?\b[^?.;]*\bby how (?:many|much|far)\b",
    re.IGNORECASE,
)
_TOP = re.compile(r"\btop\s+", re.IGNORECASE)
_NAMED = ("other", "enterprises")
"""Units of a number that says how many of an order are to be named."""


def asks_difference(query: Query) -> bool:
    """Whether it asks how far places of a ranking lie apart, and not by what they are put in order:
    "rank them by how many they won"."""
    if _ORDERED_BY.search(query.plain):
        return False
    return query.operation == "rank" and "difference" in load_cues().hits("follow_up", query.plain)


def shown_of(query: Query, ranked: Sequence[MetricFact]) -> Sequence[MetricFact]:
    """The rows to name: as many as asked for ("top 3"), else a few; all of a list."""
    if asks_difference(query):
        return (ranked[0], ranked[-1]) if query.order.both_ends and len(ranked) > 1 else ranked[:2]
    if query.order.nth is not None:
        return ranked[: query.order.nth]
    if query.order.most is not None:
        return ranked[: query.order.most]
    if query.operation == "list":
        return ranked[: _asked_number(query)]
    if query.manner.everywhere or len(query.places) > 1:
        return ranked
    if query.order.both_ends:
        rest = ranked[_MOST_OF_AN_END:]
        return (*ranked[:_MOST_OF_AN_END], *rest[-_MOST_OF_AN_END:])
    return ranked[: _asked_number(query) or MOST_RANKED]


def nth_sentence(
    query: Query, shown: Sequence[MetricFact], phrases: Phrases
) -> tuple[Sentence, ...]:
    """Which one of an order is asked for, before the order is told up to it; or that it has no so
    many."""
    if query.order.nth is None:
        return ()
    if len(shown) < query.order.nth:
        text = phrases.say("answers", "order_ends", count=str(len(shown)))
    else:
        row = shown[query.order.nth - 1]
        name = row.group if row.group and row.metric == OTHER else place_words(row.place, phrases)
        text = phrases.say("answers", "nth", count=str(query.order.nth), name=name or "")
    return (unread(text),)


def _asked_number(query: Query) -> int | None:
    """How many are to be named: "the ten largest", "top 3" (a number behind "top" is a label).

    A list gives all unless its question wants so many, "list the three provinces with the highest
    rate": another number in it narrows.
    """
    is_list = query.operation == "list"
    top = None if is_list else _TOP.search(query.plain)
    counted = find_quantities(query.plain[top.end() :])[:1] if top else ()
    units = () if is_list else _NAMED
    told = (q for q in query.claimed if q.unit in units or says_how_many(q, query.plain))
    asked = (q.value for q in (*counted, *told))
    return next((int(value) for value in asked if 0 < value <= MOST_NAMED), None)


def ranking_sentences(
    query: Query, shown: Sequence[MetricFact], articles: Articles, phrases: Phrases
) -> tuple[Sentence, ...]:
    """A heading that says what is ordered and from which end, then one line a place."""
    by_name = not is_of_places(query.order.kind)
    key = "named" if by_name else "ranking"
    key = f"{key}_up" if query.order.lowest_first else f"{key}_down"
    metric = ranked_words(shown[0], phrases)
    if query.order.standing and query.order.standing.side == "near":
        key = "ranking_near"
    elif query.order.standing:
        place = place_words(query.order.standing.place, phrases)
        metric = f"{metric} ({phrases.say('standing', query.order.standing.side, place=place)})"
    heading = Sentence(capitalised(phrases.say("answers", key, metric=metric)), stop=":")
    line = _by_name if by_name else _line
    return (heading, *(line(row, articles, phrases) for row in shown))


def ranked_words(row: MetricFact, phrases: Phrases) -> str:
    """What is ordered, the metric with its aspect: "health insurance coverage (target)"."""
    metric, aspect = metric_words(row.metric, None, phrases), phrases.say("aspects", row.aspect)
    return f"{metric} ({aspect})" if aspect else metric


def debtor_sentences(
    query: Query, shown: Sequence[MetricFact], articles: Articles, phrases: Phrases
) -> tuple[Sentence, ...]:
    """A heading, then one line a debtor, by the name that the report gives it."""
    place = place_words(shown[0].place, phrases) or phrases.say("subjects", "unnamed_place")
    key = "debtors_up" if query.order.lowest_first else "debtors_down"
    heading = Sentence(phrases.say("answers", key, place=place), stop=":")
    return (heading, *(_by_name(row, articles, phrases) for row in shown))


def _by_name(row: MetricFact, articles: Articles, phrases: Phrases) -> Sentence:
    figure = fact_words(row, printed(row, articles), phrases)
    head = f"- {row.group}: "
    said = plain_fact(f"{head}{figure}, {period_words(row.period, phrases)}", row, figure)
    return replace(said, stop="", before="\n", labels=(Span(0, len(head)),))


def coverage(query: Query, ranked: Sequence[MetricFact], phrases: Phrases) -> Sentence:
    """How many places of which kind the ranking rests on: others report nothing."""
    named = [place for place in query.places if place != COUNTRY]
    by_name = not is_of_places(query.order.kind)
    of_kind = by_name or asks_within(query.order.kind) or asks_regions(query.order.kind)
    alone = "ranked_kind" if of_kind else "ranked"
    alone = f"{alone}_one" if len(ranked) == 1 else alone
    key = "ranked_named" if len(named) > 1 else "ranked_within" if named else alone
    key = alone if by_name else key
    place = place_words(named[0], phrases) if named else ""
    region = region_of(query)
    if region and not by_name and not asks_within(query.order.kind):
        every = provinces_counted(ranked, region)
        key = "ranked_region" if every else "ranked_region_apart"
        values = {"count": str(len(ranked)), "all": str(every), "place": place}
        text = phrases.say("cautions", key, **values)
        return unread(text)
    text = phrases.say("cautions", key, count=str(len(ranked)), place=place)
    # The count of places is no figure; whatever follows it belongs to it for the reader.
    return unread(text)


def _line(row: MetricFact, articles: Articles, phrases: Phrases) -> Sentence:
    if row.aspect != "level":
        # A target must not be taken for a level, nor a fall for a rise: the whole sentence.
        return replace(fact_sentence(row, articles, phrases), stop="", before="\n- ")
    figure = fact_words(row, printed(row, articles), phrases)
    place, part = place_words(row.place, phrases), part_words(row.group, phrases)
    head = f"- {place} ({part})" if part else f"- {place}"
    said = plain_fact(f"{head}: {figure}, {period_words(row.period, phrases)}", row, figure)
    labels = (Span(len(head) - len(part) - 1, len(head) - 1),) if part else ()
    return replace(said, stop="", before="\n", labels=labels)
