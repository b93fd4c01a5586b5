"""Dates that introduce a figure or its clause: "(2021: 2.2 per cent)", "a year ago, ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.period.times import TimeUse, nearest
from indexing.extraction.sentence.segments import Segment
from indexing.records import Quantity

_BEFORE_REACH = 8
"""Characters before a date in which the word stands that governs it."""
_IN = re.compile(
    r"(?:^|[.;:!?]\s+|\n)\s*(?:In|At|On|Over|During|By|in|at|on|over|during|by)\s+(?:the\s+)?$"
)
"""Opens a sentence with its date."""
_CLAUSE_OPENS = re.compile(r"[;:]\s+(?:(?:and|but|while)\s+)?$")
_MEASURED = re.compile(
    r"\b(?:of|than|on|over|in|to|from|as|with|been|was|were|did)\s+$", re.IGNORECASE
)
_WHEN = re.compile(r"\s*,\s*when(?:\s+[a-z]+){0,5}\s*", re.IGNORECASE)
"""Between a date and what was so then: "than a year before, when there were"."""
_INTRODUCES = re.compile(rf"{_WHEN.pattern}|\s*[:(]\s*", re.IGNORECASE)
_OPENS = re.compile(r"[(:;,.\n]\s*(?:the\s+)?$", re.IGNORECASE)
_EARLIER_YEAR = re.compile(r"\b(?:last|previous)\s+year\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_REACHED = re.compile(
    r"\s*(?:last year|of (?:19|20)\d\d)?\s*"
    r"(?::|,?\s*(?:it|this|that|there)?\s*(?:was|were|reached|stood at|had been|saw|had seen"
    r"|(?:had\s+)?brought(?:\s+in)?|yielded|counted))\s*",
    re.IGNORECASE,
)
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
"""Between "the 91,000" and the date that it is of."""
_AT = re.compile(r"\s*,?\s*(?:at|with|when it (?:was|stood at))\s+")
"""Between a date and what was so then: "compared with the end of 2021, at VND376 billion"."""


def years_before(text: str, uses: Sequence[TimeUse], segment: Segment) -> TimeUse | None:
    """The distance at which a figure that moves nothing stood: "a year ago the share was 97%"."""
    if segment.quantity.direction is not None:
        return None
    apart = [
        use
        for use in uses
        if use.role == "base"
        and use.distant
        and use.opens is None
        and not _MEASURED.search(text, use.start - _BEFORE_REACH, use.start)
    ]
    return nearest(apart, segment.spans, segment.quantity.start, segment.quantity.end)


def opening_distance(
    text: str, uses: Sequence[TimeUse], segments: Sequence[Segment], segment: Segment
) -> TimeUse | None:
    """The distance that a figure's sentence or clause opens with, which holds for all of it: "A
    year ago, ...", "...; in the same period of last year, ..."."""
    first = min(segment.quantity.start for segment in segments)
    if uses and uses[0].end <= first and _is_distance(uses[0]) and uses[0].distant:
        return uses[0]
    start = segment.quantity.start
    past = [use for use in uses if use.end <= start and ";" not in text[use.end : start]]
    return next((use for use in reversed(past) if _is_distance(use) and _leads(text, use)), None)


def _is_distance(use: TimeUse) -> bool:
    return use.role == "base" and use.opens is None


def _leads(text: str, use: TimeUse) -> bool:
    """Whether it opens a clause and tells of another year."""
    low = max(0, use.start - _BEFORE_REACH)
    if use.distant and _CLAUSE_OPENS.search(text, low, use.start):
        return True  # "; a year ago it was 298,000 visits and VND201 billion"
    led = _IN.search(text, low, use.start)
    return led is not None and _EARLIER_YEAR.search(text, use.start, use.end) is not None


def right_before(text: str, uses: Sequence[TimeUse], quantity: Quantity) -> TimeUse | None:
    """The date that introduces a figure: "(2021: 2.2 per cent)", "since 2016, when it was 5.9%"."""
    for use in uses:
        between = text[use.end : quantity.start] if use.end <= quantity.start else None
        if use.period is None or between is None:
            continue
        rule = _AT if use.role == "base" else _INTRODUCES
        if not (rule.fullmatch(between) or _INTRODUCES.fullmatch(between)):
            continue
        if use.role == "since" and "when" not in between:
            return use
        return use._replace(role="main", aimed=False, reached=True)
    return None


def right_behind(text: str, uses: Sequence[TimeUse], quantity: Quantity) -> TimeUse | None:
    """The date that a known figure is told to be of: "from the 91,000 of a year earlier"."""
    if not _THE.search(text, max(0, quantity.start - _BEFORE_REACH), quantity.start):
        return None
    behind = (u for u in uses if u.start >= quantity.end and u.role in ("main", "base"))
    return next((use for use in behind if _OF.fullmatch(text, quantity.end, use.start)), None)


def as_subject(text: str, uses: Sequence[TimeUse], quantity: Quantity) -> TimeUse | None:
    """A base that the figure is told of: "(the same period reached 91.2%)", "a year ago: 90%", "up
    on the month before, when it was 88%"."""
    for use in uses:
        between = text[use.end : quantity.start] if use.end <= quantity.start else None
        if use.role != "base" or use.period is not None or between is None:
            continue
        if _WHEN.fullmatch(between):
            return use
        dated = _EARLIER_YEAR.search(text, use.start, quantity.start)
        opens = dated or _OPENS.search(text, max(0, use.start - _BEFORE_REACH), use.start)
        if use.opens is None and opens and _REACHED.fullmatch(between):
            return use
    return None


def compared_with(uses: Sequence[TimeUse], quantity: Quantity) -> TimeUse | None:
    """The date that a figure is told of for comparison: "against 92% at the end of 2022"."""
    for use in uses:
        if use.opens is not None and use.opens <= quantity.start and quantity.end <= use.start:
            return use
    return None
