"""What a follow-up leaves open, taken slot by slot from the question before it."""

from __future__ import annotations

from dataclasses import replace

from assistant.query import Query
from assistant.understanding.conversation.going_on import speaks_of_it, speaks_of_those
from assistant.understanding.conversation.inherited import (
    aspects_after,
    metrics_after,
    occasion_after,
    own_or_before,
    periods_after,
)
from assistant.understanding.conversation.lists import standing_after
from assistant.understanding.conversation.within import share_asked
from assistant.understanding.intent import WORDS
from assistant.understanding.slots.metrics.asked import counted_beside
from assistant.understanding.slots.periods import counted_from
from assistant.understanding.words.cues import Cues


def filled(query: Query, previous: Query, cues: Cues, *, is_part: bool) -> Query:
    """A follow-up with what it leaves open taken from the `previous` question, slot by slot."""
    about = cues.hits("about", query.plain)
    aspects = aspects_after(query, previous, cues, is_part=is_part)
    in_per_cent = aspects != previous.aspects and aspects == ("change_pct",)
    asked = replace(query, aspects=aspects) if in_per_cent else query
    counted = counted_beside(previous.plain, query.plain, aspects, cues)
    beside_it = is_part and counted.names
    metrics = counted if beside_it else metrics_after(asked, previous, cues)
    if pair := share_asked(query, previous, cues):
        query, metrics = replace(query, operation="ratio"), pair
    keeps_to_words = _keeps_to_words(query, previous, cues)
    asks_for_words = keeps_to_words or _asks_for_words(query, cues)
    # What narrowed the figure before goes on with it, not with another one.
    those = speaks_of_those(query, cues) or (speaks_of_it(query) and _is_told_of(previous))
    narrowed = previous if keeps_to_words or those or not query.metrics else query
    periods = periods_after(query, previous, cues)
    tells_more = asks_for_words or (narrowed is previous and not metrics.names)
    return replace(
        query,
        intent="passages" if asks_for_words else "figure" if metrics.names else previous.intent,
        metrics=metrics.names,
        readings=metrics.readings,
        aspects=aspects,
        places=own_or_before(query, query.places, previous.places),
        periods=periods,
        versus=counted_from(query.versus, periods),
        qualifiers=query.qualifiers or narrowed.qualifiers,
        order=replace(
            query.order,
            kind=query.order.kind or narrowed.order.kind,
            lowest_first=query.order.lowest_first or narrowed.order.lowest_first,
            standing=query.order.standing or standing_after(query, previous, narrowed, cues),
            left_out=query.order.left_out or narrowed.order.left_out,
        ),
        manner=replace(
            query.manner,
            dollars=query.manner.dollars or (narrowed.manner.dollars and "dong" not in about),
            occasion=query.manner.occasion or occasion_after(query, previous),
        ),
        claimed=query.claimed or (narrowed.claimed if narrowed.operation == "rank" else ()),
        operation=query.operation if query.operation != "value" else previous.operation,
        parts=query.parts or narrowed.parts,
        words=query.words | (previous if asks_for_words else narrowed).words,
        gist=f"{previous.gist} {query.gist}" if tells_more else query.gist,
    ).asking(*(previous.linked.further if query.operation == "compare" else ()))


def _asks_for_words(query: Query, cues: Cues) -> bool:
    """Whether it asks what a report says; "who has more?" does not."""
    to_words = {*WORDS, "said", *(("where",) if query.aspects == ("level",) else ())}
    about = to_words & set(cues.hits("about", query.plain))
    return query.intent == "passages" and query.operation == "value" and bool(about)


def _keeps_to_words(query: Query, previous: Query, cues: Cues) -> bool:
    """ "What did An say?  And about pensions?": the name of an insurance is no figure."""
    told = "figure" in cues.hits("about", query.plain)
    names_figure = told or query.claimed or (query.metrics and not query.readings)
    return previous.intent == "passages" and not names_figure


def _is_told_of(previous: Query) -> bool:
    """Whether "it" is what a question narrowed, as it named no place, or no figure of one."""
    return previous.intent == "passages" or not previous.places
