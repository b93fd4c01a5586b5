"""Follow-ups that lead to a list of places, or go on from one: "which are higher?", "only one"."""

from __future__ import annotations

from dataclasses import replace

from assistant.query import Query, Standing
from assistant.understanding.slots.claimed import says_how_many
from assistant.understanding.slots.standings import open_standing
from assistant.understanding.words.cues import Cues
from indexing.gazetteer import COUNTRY

_MOST_WORDS = 8
"""So short a question asks for no more than another one of an order."""


def of_the_ranked(query: Query, previous: Query, cues: Cues) -> Query:
    """The query, of the place in hand where it asks for its rank: "where does it rank?"."""
    names_none = set(query.places) <= {COUNTRY} and query.order.kind is None
    asks = names_none and len(previous.places) == 1 and cues.hits("rank_of", query.plain)
    return replace(query, places=previous.places) if asks else query


def is_one_of_the_ranked(query: Query, previous: Query) -> bool:
    """Whether it names one of the places that the question before put in order, by their kind:
    "which district has most?", "and Nam Dan?"."""
    kind = previous.order.kind
    inner = kind is not None and kind.name in ("district", "commune", "village")
    one = query.places[0] if len(query.places) == 1 else ""
    return inner and previous.operation in ("rank", "list") and ", " in one


def asks_for_others(query: Query, cues: Cues) -> bool:
    """Whether it asks which provinces: others than the one that was asked for before."""
    asks = {"list", "places", "everywhere", "rank"} & set(cues.hits("operation", query.plain))
    of_its_parts = cues.hits("inner", query.plain) or cues.hits("debtors", query.plain)
    return bool(asks and not (query.places or query.order.standing or of_its_parts))


def of_others(query: Query, previous: Query, cues: Cues) -> tuple[Query, Query]:
    """A question for other provinces, beside the one before it without its place.

    "Which are higher?" holds them against that place, "which have over 95 per cent?" does not.
    """
    if len(previous.places) != 1 or previous.operation != "value":
        return query, previous
    is_level = query.aspects == ("level",)
    if (
        is_level
        and query.operation != "rank"
        and not query.claimed
        and (side := open_standing(query.plain, previous.places[0], cues))
    ):
        order = replace(query.order, standing=side)
        query = replace(query, operation="list", order=order)
    return query, replace(previous, places=())


def standing_after(query: Query, previous: Query, goes_on: Query, cues: Cues) -> Standing | None:
    """The standing that goes on from the question before: its place, and its side unless another
    one is told ("and lower?")."""
    held = (goes_on if previous.metrics else previous).order.standing
    if held is None or query.claimed:
        return held
    return open_standing(query.plain, held.place, cues) or held


def first_of(previous: Query, query: Query) -> Query:
    """The first of the places or figures that the question before asked for, or so many of them."""
    counted = (int(q.value) for q in query.claimed if q.unit == "other" and q.value >= 1)
    most = next(counted, 1)
    asked = previous.in_words_of(query).asking()
    if previous.operation in ("rank", "list"):
        return replace(asked, order=replace(asked.order, most=most))
    if len(previous.places) > 1:
        return replace(asked, places=previous.places[:most], operation="value")
    return replace(asked, metrics=previous.metrics[:most], operation="value", joint=None)


def nth_of(query: Query, previous: Query, cues: Cues) -> Query | None:
    """The question before for another one of the order that it asks for: "who comes right behind?",
    "and number three?"; None where that is not asked."""
    in_order = previous.operation in ("rank", "list")
    names = query.places or query.periods or set(query.metrics) - set(previous.metrics)
    told = cues.hits("nth", query.plain)
    if not told or not in_order or names or len(query.plain.split()) > _MOST_WORDS:
        return None
    numbers = (int(q.value) for q in previous.claimed if says_how_many(q, previous.plain))
    last = previous.order.nth or previous.order.most or next(numbers, 1)
    nth = last + 1 if told[0] == "next" else int(told[0])
    asked = previous.in_words_of(query).asking()
    order = replace(previous.order, both_ends=False, most=None, nth=nth)
    return replace(asked, order=order).followed_by(None)
