"""What a figure is measured against: a plan, an average, or an earlier figure.

"2 per cent above target", "exceeding the target of 93 by 0.9", "lower by 1.1 per cent than the
average", "0.98 million above the figure of a year ago".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from indexing.extraction.aims import LINK
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.records import Span

Side = Literal["above", "below"]
Standard = Literal["plan", "average", "past"]

_SIDES: tuple[Side, ...] = ("above", "below")
_NEAR = 30
_PHRASE = 70
_BY = re.compile(
    r"\bby(?:\s+(?:an?|some|only|just|as much as|\w+ly|mere|narrow|slim|wide))*\s*$", re.IGNORECASE
)
_THAN = re.compile(r"[^.;,]{0,30}?\b(?:than|compared (?:with|to)|against|over)\b", re.IGNORECASE)
_OVER_TIME = re.compile(r"over\b", re.IGNORECASE)
"""Before a date "over" tells a span: "visits over the past ten months"."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """On which side of what a figure tells the distance."""

    side: Side
    standard: Standard


def comparison(page: Page, sentence: Span, segment: Segment) -> Comparison | None:
    """The comparison that the words around a figure make; None if they make none."""
    return (
        _behind(page, segment)
        or _swallowed(page, segment)
        or _by(page, sentence, segment)
        or _bracketed(page, segment)
    )


def _behind(page: Page, segment: Segment) -> Comparison | None:
    for tail in segment.tail[:1]:
        stop = min(tail.end, tail.start + _PHRASE)
        for side in _SIDES:
            cues = page.cues.within(side, tail.start, min(stop, tail.start + _NEAR))
            if not cues or not LINK.fullmatch(page.text, tail.start, cues[0].start):
                continue
            standard = _standard(page, cues[0].end, stop)
            timed = standard == "past" and _OVER_TIME.match(page.text, cues[0].start)
            if standard is not None and not timed:
                return Comparison(side, standard)
    return None


def _swallowed(page: Page, segment: Segment) -> Comparison | None:
    """ "exceeding 0.2 per cent compared to the target": the side reads like a bound."""
    quantity = segment.quantity
    for side in _SIDES:
        told = page.cues.within(side, quantity.start, quantity.end)
        for tail in segment.tail[:1] if told and told[0].start == quantity.start else ():
            than = _THAN.match(page.text, tail.start, min(tail.end, tail.start + _PHRASE))
            standard = _standard(page, than.end(), tail.end) if than else None
            if standard in ("plan", "average"):
                return Comparison(side, standard)
    return None


def _by(page: Page, sentence: Span, segment: Segment) -> Comparison | None:
    for lead in segment.lead[-1:]:
        if not _BY.search(page.text, lead.start, lead.end):
            continue
        low = max(sentence.start, lead.end - 2 * _PHRASE)
        for side in _SIDES:
            cues = page.cues.within(side, low, lead.end)
            if not cues:
                continue
            standard = _standard(page, cues[-1].end, lead.end)
            for tail in segment.tail[:1] if standard in (None, "past") else ():
                than = _THAN.match(page.text, tail.start, min(tail.end, tail.start + _PHRASE))
                standard = _standard(page, than.end(), tail.end) if than else standard
            if standard in ("plan", "average"):
                return Comparison(side, standard)
    return None


def _bracketed(page: Page, segment: Segment) -> Comparison | None:
    """ "exceeding the target (2.3 per cent)"."""
    quantity = segment.quantity
    share = quantity.unit in ("percent", "percentage_points")
    opened = page.text[quantity.start - 1 : quantity.start] == "(" and segment.tie == "alone"
    for lead in segment.lead[:1] if share and opened else ():
        past = page.cues.within("above", lead.start, quantity.start)
        if past and page.cues.any("plan", past[0].end, quantity.start):
            return Comparison("above", "plan")
    return None


def _standard(page: Page, start: int, stop: int) -> Standard | None:
    """What the figure is measured against: the first that the words tell."""
    found: list[tuple[int, Standard]] = []
    kinds: tuple[tuple[str, Standard], ...] = (
        ("plan", "plan"),
        ("average", "average"),
        ("same_period", "past"),
    )
    for kind, standard in kinds:
        found += [(cue.start, standard) for cue in page.cues.within(kind, start, stop)[:1]]
    if found:
        return min(found)[1]
    return "past" if within(page.periods, start, stop) else None
