"""Which date of its sentence a figure speaks of: its own, its neighbour's, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.period.date.anothers import is_anothers, of_figure, outside_brackets
from indexing.extraction.period.date.introducing import (
    as_subject,
    compared_with,
    opening_distance,
    right_before,
    right_behind,
    years_before,
)
from indexing.extraction.period.times import TimeUse, nearest
from indexing.extraction.sentence.segments import Segment
from indexing.reading.period.notation import contains
from indexing.records import CHANGES, Aspect, Quantity

_YEAR = re.compile(r"\d{4}")
_OF_LED = re.compile(r"\W*(?:Of|Among|Out of)\b")
"""Opens a clause with what a figure is a part of."""


def told_period(
    text: str,
    uses: Sequence[TimeUse],
    segments: Sequence[Segment],
    segment: Segment,
    aspect: Aspect,
) -> TimeUse | None:
    """The date of the sentence that the figure speaks of; None if the sentence has none for it."""
    quantity = segment.quantity
    of_state = aspect in ("level", "target_pct")
    beside = (
        as_subject(text, uses, quantity)
        or right_before(text, uses, quantity)
        or right_behind(text, uses, quantity)
    )
    if of_state and beside is not None:
        return beside
    uses = of_figure(text, outside_brackets(text, uses, segments, quantity), quantity, aspect)
    compared = compared_with(uses, quantity)
    if of_state and compared is not None:
        return compared
    main = _main([use for use in uses if not is_anothers(text, use, segments, segment)], aspect)
    own = _own(main, segments, segment)
    earlier = years_before(text, uses, segment) if aspect == "level" else None
    if earlier is not None and (own is None or 0 <= earlier.start - quantity.end <= 1):
        own = earlier
    if own is not None:
        return _finer(text, own, main, segment)
    opening = opening_distance(text, uses, segments, segment) if aspect == "level" else None
    return _neighbours(text, main, quantity, aspect, opening)


def _main(uses: Sequence[TimeUse], aspect: Aspect) -> list[TimeUse]:
    """The dates that tell when something is so, rather than since when or compared with when."""
    roles = ("main", "plan") if aspect == "target" else ("main", "now", "since")
    if aspect in CHANGES:
        roles = ("main", "now")
    return [use for use in uses if use.role in roles and (use.reached or aspect == "target")]


def _own(main: Sequence[TimeUse], segments: Sequence[Segment], segment: Segment) -> TimeUse | None:
    """The nearest date among the figure's own words, else among those of the one it explains."""
    quantity = segment.quantity
    own = nearest(main, segment.spans, quantity.start, quantity.end)
    if own is not None or segment.host is None:
        return own
    host = segments[segment.host]
    return nearest(main, host.spans, host.quantity.start, host.quantity.end)


def _neighbours(
    text: str,
    main: Sequence[TimeUse],
    quantity: Quantity,
    aspect: Aspect,
    opening: TimeUse | None,
) -> TimeUse | None:
    """The date told last before the figure, or the `opening` of its clause; else one behind it."""
    # what another figure is aimed at is no date of a level, nor is a level's that of an aim
    aims = aspect == "target"
    main = [use for use in main if (use.aimed or use.role == "plan") == aims]
    past = [use for use in main if use.end <= quantity.start]
    if past:
        later = opening is not None and opening.start >= past[-1].start
        return opening if later else past[-1]
    end = quantity.end
    ahead = [use for use in main if use.start >= end and ";" not in text[end : use.start]]
    return next(iter(ahead), opening)


def _finer(text: str, own: TimeUse, main: Sequence[TimeUse], segment: Segment) -> TimeUse:
    """A part of the year that a figure is told of, where that is told beside it: "November brought
    VND5 billion, the most of any month this year", "of the premiums that fell due this year, VND5
    billion were unpaid on 30 June"."""
    year, quantity = own.period, segment.quantity
    if year is None or not _YEAR.fullmatch(year.notation):
        return own
    behind = own.end <= quantity.start
    if behind and not any(_OF_LED.match(text, lead.start) for lead in segment.lead[:1]):
        return own
    parts = [
        use
        for use in main
        if use.period
        and (use.start >= quantity.end if behind else use.end <= quantity.start)
        and use.period.notation != year.notation
        and contains(year.notation, use.period.notation)
        and any(s.start <= use.start and use.end <= s.end for s in segment.spans)
    ]
    return parts[-1] if parts else own
