"""Questions that go on of whoever came first in an order: "who owes most?", "what did that one owe
a year before?"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from assistant.query import Query
from assistant.understanding.words.cues import Cues
from indexing.gazetteer import COUNTRY

_THAN_THE_FIRST = re.compile(
    r"\b(?:than|with|to|from)\s+(?:that\s+of\s+)?the\s+(?:first|top|leading|winning)\b"
    r"|\b(?:hơn|hon|với|voi)\s+(?:\w+\s+)?(?:đứng đầu|đầu tiên|dẫn đầu|dung dau|dau tien)\b",
    re.IGNORECASE,
)
"""What is held against whoever came first."""


class Foremost(NamedTuple):
    """Who came first in an order that was told."""

    place: str | None
    debtor: str | None


FirstTold = Callable[[Query], Foremost | None]
"""Who came first where a question for an order was answered; None where nobody did."""


def of_the_foremost(
    query: Query, before: Sequence[Query], first_told: FirstTold, cues: Cues
) -> Query:
    """The query, of the place or the debtor that came first in the order asked for before it where
    it points at that; as it is where it does not."""
    if apart := _apart_from_the_first(query, before, first_told):
        return apart
    if not before or before[-1].operation not in ("rank", "list") or before[-1].order.both_ends:
        return query
    previous = before[-1]
    told = {"pronoun", "owner", "one"} & set(cues.hits("follow_up", query.plain))
    of_its_own = set(query.places) - set(previous.places) - {COUNTRY}
    if (
        query.operation not in ("value", "compare")
        or of_its_own
        or not (told or query.unsure.left_open)
    ):
        return query
    first = first_told(previous)
    if first is None:
        return query
    if first.debtor is None:
        of_it = replace(query, operation="value").leaving(None)
        return replace(of_it, places=(first.place,)) if first.place else query
    return replace(
        query.for_value().leaving(None),
        plain=f"{query.plain} ({first.debtor})",
        gist=f"{query.gist} ({first.debtor})",
        metrics=query.metrics or previous.metrics,
        places=(first.place,) if first.place else (),
        qualifiers=(first.debtor, *query.qualifiers),
    )


def _apart_from_the_first(
    query: Query, before: Sequence[Query], first_told: FirstTold
) -> Query | None:
    """How far the place asked for last lies from the one that came first in an order before that:
    "how many fewer is that than the first one?"; None where that is not asked."""
    if (
        not _THAN_THE_FIRST.search(query.question)
        or len(before) < 2
        or before[-1].operation != "value"
    ):
        return None
    order = next((one for one in reversed(before) if one.operation in ("rank", "list")), None)
    last = before[-1]
    first = first_told(order) if order and len(last.places) == 1 else None
    if first is None or first.place is None or first.debtor or first.place in last.places:
        return None
    places = (*last.places, first.place)
    return replace(last.asking(), question=query.question, operation="compare", places=places)
