"""Rows that no metric names, found by the words of the sentence that tells them.

"How many firms are three months behind?" names nothing of the catalogue.  The answer is a sentence
of a report that holds every word which the question insists on and a figure of the asked kind, of
the asked place and time; some of the words may stand in the paragraph around it, where no other
sentence is as near.  It is quoted whole, so that nothing is read into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.evidence.insisted import (
    AVERAGE,
    Insisted,
    counts_another,
    insisted,
    names_someone,
    numbers_in,
    numbers_of,
    schemes_in,
)
from assistant.evidence.rows.agreement import is_of_times, matches_place
from assistant.evidence.rows.debtors import DEBTS, asks_for_debtors, is_debt, owe_alike
from assistant.evidence.rows.order import recency
from assistant.evidence.sources import Sources
from assistant.evidence.surroundings import headed, paragraph_end, paragraph_start
from assistant.query import Query
from assistant.understanding.slots.metrics.named import MONEY
from assistant.understanding.slots.narrowing.lengths import lengths_told, tells_length
from assistant.understanding.words.alike import alike
from assistant.understanding.words.cues import Cues
from indexing.catalogue import OTHER, catalogue
from indexing.gazetteer import COUNTRY, gazetteer
from indexing.reading.quantity.quantities import unit_of_noun
from indexing.records import CHANGES, CURRENCIES, SHARES, UNCOUNTED, Article, MetricFact

_IN_PARAGRAPH, _IN_ARTICLE = 0.5, 0.66
"""Share of what is sought that the sentence itself must hold where its paragraph, or only its
article, holds the rest."""

_HOW_MANY = re.compile(
    r"\b(?:how many|number of|bao nhiêu|bao nhieu|mấy|may|số|so)\s+(?=\w)", re.IGNORECASE
)

_Told = tuple[str, int]
"""A sentence of the reports: the article and where it begins."""


def told_rows(query: Query, sources: Sources, cues: Cues) -> tuple[MetricFact, ...]:
    """The latest rows, all of one sentence, whose sentence answers; empty where none does.

    A question that insists on no word of its own is none for this.
    """
    what, numbers = insisted(query, cues), numbers_of(query)
    counts_late = "firms" in cues.hits("count", query.plain) and bool(lengths_told(query.plain))
    if not (what.all or counts_late):
        return ()
    rows = [row for place in query.places or (COUNTRY,) for row in sources.of_place(place)]
    rows = [row for row in rows if not numbers or numbers <= numbers_in(row.quote)]
    units = {catalogue().metric(metric).unit for metric in query.metrics}
    by_sentence: dict[_Told, list[MetricFact]] = {}
    for row in of_kind(query, rows, cues):
        # One word alone is too little to tell cards by where people are counted.
        alike = len(what.words) > 1 or not units or row.unit in units or not _counts(row)
        meets = alike and _meets(query, row, sources) and "restated" not in row.flags
        meets = meets and not counts_another(query.plain, row.quote, cues)
        if meets and tells_length(query.plain, row.quote):
            by_sentence.setdefault((row.doc, row.quote_start), []).append(row)
    if compares_places(query):
        by_sentence = {
            key: rows for key, rows in by_sentence.items() if _is_of_all(query.places, rows)
        }
    if DEBTS & set(query.metrics):  # a firm called "... Construction" is not all of the trade
        by_sentence = {
            key: rows for key, rows in by_sentence.items() if not any(map(is_debt, rows))
        }
    if asks_for_debtors(query):  # nor what all owe as what the first of them does
        rows_of = by_sentence.items()
        by_sentence = {key: told for key, told in rows_of if not any(map(_is_of_all_debts, told))}
    if "firms" in cues.hits("count", query.plain):
        rows_of = by_sentence.items()
        by_sentence = {
            key: told for key, told in rows_of if _is_of_such_firms(query, what, told[0], cues)
        }
    if not names_someone(query, cues):
        of_one = {(row.doc, row.quote_start) for row in rows if is_debt(row)}
        by_sentence = {key: rows for key, rows in by_sentence.items() if key not in of_one}

    def order(rows: Sequence[MetricFact]) -> tuple[object, ...]:
        last = max(recency(row, sources.published) for row in rows)
        return (what.nearness(rows[0].quote, cues), last)

    each = by_sentence.values()
    whole = [rows for rows in each if what.of(rows).is_whole(rows[0].quote, cues)]
    told = max(whole, key=order) if whole else _of_context(what, each, sources, cues)
    return tuple(told)


def _is_of_such_firms(query: Query, what: Insisted, row: MetricFact, cues: Cues) -> bool:
    """Whether a row's sentence is of firms that do what the asked ones do: by their number alone
    none are."""
    for_so_long = bool(lengths_told(query.plain))  # which the sentence tells as well
    does_so = what.nearness(row.quote, cues) or len(what.all) > 1 or for_so_long
    return bool(does_so) and owe_alike(query.plain, row.quote)


def _is_of_all_debts(row: MetricFact) -> bool:
    return row.metric in DEBTS and row.group is None and not is_debt(row)


def compares_places(query: Query) -> bool:
    """Whether places are held against each other, which no sentence on one of them answers."""
    return query.operation == "compare" and len(query.places) > 1


def _is_of_all(places: Iterable[str], rows: Sequence[MetricFact]) -> bool:
    return all(any(matches_place(place, row.place) for row in rows) for place in places)


def _of_context(
    what: Insisted, sentences: Iterable[Sequence[MetricFact]], sources: Sources, cues: Cues
) -> Sequence[MetricFact]:
    """The rows of the one sentence that comes nearest, if what stands around it holds the rest."""
    found = [rows for rows in sentences if what.may_be_told_by(rows[0], cues)]

    asks = what.idle & alike(cues.words_of("measure"))

    def rank(quote: str) -> tuple[int, float, int, int]:
        share = len(what.held_by(quote, cues)) / len(what.all)
        told = len(asks & alike(cues.content(quote)))  # "the cost", where it is what that was
        return what.narrowing_in(quote, cues), share, told, what.nearness(quote, cues)

    ranks = [rank(rows[0].quote) for rows in found]
    best = max(ranks, default=(0, 0.0, 0, 0))
    share = best[1]
    nearest = [rows for rows, told in zip(found, ranks, strict=True) if told == best]
    article = sources.article(nearest[0][0].doc) if len(nearest) == 1 else None
    if article is None or share < _IN_PARAGRAPH:
        return ()
    row = nearest[0][0]
    told = headed(article, 0, None)
    if not what.schemes <= schemes_in(told) or not _is_of_asked(what, row, sources, cues):
        return ()
    around = told if share >= _IN_ARTICLE else _around(row, article)
    return nearest[0] if what.held_by(around, cues) == what.all else ()


def _is_of_asked(what: Insisted, row: MetricFact, sources: Sources, cues: Cues) -> bool:
    """Whether a row's sentence names the parts, or they are what the whole report is about.

    An average is one only by its own sentence.  A part that another figure is told of, "for the
    poor 30 per cent", is not what this one is of.
    """
    held = what.held_by(row.quote, cues)
    if what.parts <= held:
        return AVERAGE in held or AVERAGE not in what.words
    others = {
        cue
        for other in sources.of_article(row.doc)
        if other.quote_start != row.quote_start
        for cue in cues.hits("same", other.quote)
    }
    return what.words <= held and bool(what.words) and not (what.parts - held) & others


def _is_else(query: Query, row: MetricFact) -> bool:
    """Whether a row is the rate of another thing than the one whose rate is asked for outright, or
    money that was paid where it is asked what is owed."""
    if row.metric in (OTHER, *query.metrics) or query.readings:
        return False
    asked = [catalogue().metric(metric) for metric in query.metrics]
    units = {metric.unit for metric in asked}
    if units == {"percent"}:
        return row.unit in SHARES
    measures = {metric.measure for metric in asked}
    return units == {"VND"} and catalogue().metric(row.metric).measure not in measures


def _counts(row: MetricFact) -> bool:
    """Whether a row counts what it names: people, cards, visits."""
    return row.unit not in (*UNCOUNTED, "other")


def _around(row: MetricFact, article: Article) -> str:
    """The headline and the paragraph that a row's sentence stands under and in."""
    first = paragraph_start(article, row.quote_start)
    return headed(article, first, paragraph_end(article, row.quote_end))


def rows_of_aspect(query: Query, sources: Sources) -> Sequence[MetricFact]:
    """The rows of the asked places, times and aspects, whatever they count; where places are to be
    put in order, those of the districts within them, and where people are asked for, theirs."""
    of_people = counts_people(query.plain)
    ranks = query.operation == "rank"
    places = (name for place in query.places for name in (_districts(place) if ranks else [place]))
    return [
        row
        for place in places
        for row in sources.of_place(place)
        if row.aspect in query.aspects and row.group is None and _meets(query, row, sources)
        if "restated" not in row.flags
        if not of_people or "people" in (row.unit, _unit_of_level(row))
    ]


def counts_people(question: str) -> bool:
    """Whether a question asks how many people there are: "how many workers", "bao nhiêu người"."""
    counted = (question[asks.end() :] for asks in _HOW_MANY.finditer(question))
    return any(unit_of_noun(behind) == "people" for behind in counted)


def _unit_of_level(row: MetricFact) -> str:
    """The unit of what a row is a change of."""
    return row.unit if row.metric == OTHER else catalogue().metric(row.metric).unit


def _districts(place: str) -> list[str]:
    districts = gazetteer().districts
    return [f"{one.name}, {place}" for one in districts if one.province == place]


def of_kind(query: Query, rows: Iterable[MetricFact], cues: Cues) -> Iterator[MetricFact]:
    """The rows that tell a share, an amount or a number, whichever is asked for: not those that the
    question itself tells ("when 61 million were insured, how many ..."), nor by what they changed.
    """
    rows = _not_put_forward(query, rows, cues)
    measures = frozenset(cues.hits("measure", query.plain))
    units = {catalogue().metric(metric).unit for metric in query.metrics}
    counts = bool(cues.hits("count", query.plain))
    share = "coverage" in measures or units == {"percent"} or cues.hits("share_of", query.plain)
    in_per_cent = not query.claimed and "in_per_cent" in cues.hits("aspect", query.plain)
    shares = in_per_cent or (not counts and bool(share))
    money = bool(cues.hits("money", query.plain) or "VND" in units or MONEY & measures)
    money = money and not counts and not shares
    if "average" in cues.hits("operation", query.plain) and not (shares or money):
        yield from rows  # an average may be one of anything
        return
    for row in rows:
        is_share, is_money = row.unit in SHARES, row.unit in CURRENCIES
        if (is_share, is_money) == (shares, money) and not _is_else(query, row):
            yield row


def _not_put_forward(query: Query, rows: Iterable[MetricFact], cues: Cues) -> Iterable[MetricFact]:
    asks = cues.hits("count", query.plain) or cues.hits("money", query.plain)
    put = {claim.value for claim in query.claimed} if asks else set()
    if not put:
        return rows
    return [row for row in rows if row.value not in put and row.aspect not in CHANGES]


def _meets(query: Query, row: MetricFact, sources: Sources) -> bool:
    return is_of_times(query.periods, row, sources.published(row.doc))
