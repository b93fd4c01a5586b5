"""By how much the figure in hand lies apart from another: "how much lower is that than Hanoi's?".

The other one is told behind the word that holds the two against each other, and takes what it
leaves open from the figure in hand as any follow-up does.  What came of a target, and how something
moved since an earlier time, reports tell themselves: both are asked for as what they are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.query import Linked, Query
from assistant.understanding.slots.operations import asks_how_near
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import places_of, quantities_of, terms_of
from indexing.gazetteer import COUNTRY
from indexing.records import OF_TARGET, Period

_HOW_MUCH = re.compile(r"\b(?:bao nhi[êe]u|m[ấa]y)\b", re.IGNORECASE)
_SLOTS = ("metrics", "places", "times", "aspects")


def other_side(query: Query, previous: Query, cues: Cues) -> str:
    """The words of a question that tell what the figure in hand is held against; empty where it
    asks for no such difference, or says itself of what."""
    of_one = max(map(len, (previous.metrics, previous.places, previous.periods))) < 2
    is_figure = previous.intent == "figure" and previous.operation == "value"
    if not (of_one and is_figure and previous.metrics) or previous.readings or previous.qualifiers:
        return ""
    plain = query.plain
    links = cues.spans("standing", plain)
    if not links or not _asks_by_how_much(query, cues):
        return ""
    head, behind = plain[: links[0].start], plain[links[-1].end :]
    if places_of(head) or terms_of(head) or quantities_of(plain):
        return ""
    if _of_plan(query, cues) and previous.aspects == ("level",):
        return ""
    names_it = places_of(behind) or terms_of(behind) or "country" in cues.hits("about", behind)
    is_target = previous.aspects == ("target",) and query.periods + query.versus
    return behind.strip() if names_it or is_target else ""


def _of_plan(query: Query, cues: Cues) -> bool:
    return bool({"target", "wanted"} & set(cues.hits("aspect", query.plain)))


def _asks_by_how_much(query: Query, cues: Cues) -> bool:
    told = "difference" in cues.hits("follow_up", query.plain)
    in_points = bool(cues.hits("in_points", query.plain)) or asks_how_near(query.plain)
    is_vi = query.language == "vi" and _HOW_MUCH.search(query.plain)
    return bool(told or in_points or is_vi)


def apart(previous: Query, other: Query, query: Query, cues: Cues) -> Query | None:
    """The `query` for the difference of the figure in hand and the `other` one; None where that is
    no single other figure."""
    same = previous.metrics[0] in other.metrics
    metrics = previous.metrics if same else other.metrics
    if other.intent != "figure" or len(metrics) != 1 or other.qualifiers:
        return None
    # Of a target and a figure without that word the second is what was reached.
    of_target = previous.aspects == ("target",) and not _of_plan(query, cues)
    is_told = terms_of(query.plain) or set(other.aspects) <= set(OF_TARGET)
    aspects = ("level",) if of_target and is_told else other.aspects
    held = replace(
        other, metrics=metrics, aspects=aspects, readings=False, operation="value", versus=()
    )
    differ = [slot for slot in _SLOTS if _slot(previous, slot) != _slot(held, slot)]
    if not differ or max(map(len, (held.places, held.periods))) > 1:
        return None
    first = replace(
        previous.in_words_of(query),
        plain=query.plain,
        operation="compare",
        words=query.words,
        linked=Linked(),
        role=replace(previous.role, typed=query.role.typed),
    )
    if differ == ["metrics"]:
        return replace(first, metrics=(*previous.metrics, *metrics))
    if differ == ["places"]:
        places = (*(previous.places or (COUNTRY,)), *(held.places or (COUNTRY,)))
        return replace(first, places=places)
    return first.asking(replace(held, operation="compare", plain=query.plain))


def _slot(query: Query, slot: str) -> object:
    if slot == "times":
        return tuple(map(_notation, query.periods))
    return getattr(query, slot)


def _notation(period: Period) -> str:
    return period.notation
