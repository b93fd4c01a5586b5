"""The two that a follow-up holds against each other without naming them: "which is higher?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.query import Query
from indexing.catalogue import catalogue


def last_asked(query: Query, before: Sequence[Query]) -> Query:
    """What was asked last: of the last two where one is held against the other.

    "HI coverage in Hue?  And in Vinh?  Which is higher?"
    """
    last = before[-1]
    names_a_side = query.places or query.periods or query.metrics
    if query.operation not in ("compare", "total", "ratio") or names_a_side or len(before) < 2:
        return last
    if any(len(slot) > 1 for slot in (last.metrics, last.places, last.periods)):
        return last  # both sides already
    first = before[-2]
    sides = [(one.metrics, one.places, [p.notation for p in one.periods]) for one in (first, last)]
    of_two_metrics, of_two_places, of_two_times = (
        side != other for side, other in zip(*sides, strict=True)
    )
    if of_two_times and not (first.periods and last.periods):
        # The latest of all has no days of its own that both could be asked for by.
        same = (first.metrics, first.places, first.aspects) == (
            last.metrics,
            last.places,
            last.aspects,
        )
        return last.asking(first) if same else last
    is_of_words = "passages" in (first.intent, last.intent)
    if is_of_words or first.aspects != last.aspects or first.qualifiers != last.qualifiers:
        return last
    units = {catalogue().metric(metric).unit for one in (first, last) for metric in one.metrics}
    if len(units) > 1 or (of_two_metrics and (of_two_places or of_two_times)):
        return last
    return replace(
        last,
        metrics=tuple(dict.fromkeys((*first.metrics, *last.metrics))),
        places=tuple(dict.fromkeys((*first.places, *last.places))),
        periods=(*first.periods, *last.periods) if of_two_times else last.periods,
    )
