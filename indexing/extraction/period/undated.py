"""Figures without a date whose time is none that the story goes on with."""

from __future__ import annotations

import re

from indexing.catalogue import OTHER
from indexing.extraction.period.date.roles import EVENTS
from indexing.extraction.period.kinds import Kind
from indexing.extraction.period.rates import at_a_rate
from indexing.extraction.period.times import TimeUse
from indexing.extraction.story.told import ToldSentence
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import SHARES

_SINCE = re.compile(r"\bsince\s+(?:the|its|their|his|her|they|it|he|she|then)\b", re.IGNORECASE)
_WHAT_REACH = 6
"""Characters behind "used to be" in which a place begins: it is the place that is no more."""
_REACH = 60
"""Characters behind "since" in which its date stands, if it has one."""
_OCCASION = re.compile(rf"\b{any_of('periods.occasions')}\b", re.IGNORECASE)
_HANDED = re.compile(rf"\b{any_of('periods.handed')}\b", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)


def occasion_of(page: Page, told: ToldSentence, index: int, event: str | None) -> str | None:
    """The day on which cards or books were handed over: one that their sentence tells by its name,
    "changed hands on Saturday", or that of the `event` the text told of, "Before leaving, the
    delegation presented 150 books"; None where they were not."""
    if told.bound[index].unit not in ("cards", "books"):
        return None
    start, end = told.sentence.span
    if _HANDED.search(page.text, start, end) is None:
        return None
    own = [use.period.notation for use in told.uses if use.role in EVENTS and use.period]
    if own:
        return own[0]
    handed = _HANDED.search(page.text, start, told.segments[index].quantity.start)
    return event if handed and _OCCASION.search(page.text, start, end) else None


def is_undated(page: Page, told: ToldSentence, index: int) -> bool:
    """Whether a level of a sentence that tells no date of it is of no known time: it is told per
    year or month, or of a time that is over ("before the rise")."""
    segment = told.segments[index]
    counted = told.kinds[index] == "moment" and told.bound[index].metric != OTHER
    if not counted and at_a_rate(page, told.sentence.span, segment.quantity):
        return True
    over = [cue for span in segment.spans for cue in page.cues.within("formerly", *span)]
    return any(not within(page.places, cue.end, cue.end + _WHAT_REACH) for cue in over)


def is_aim_of_each(page: Page, told: ToldSentence, index: int) -> bool:
    """ "Each year the rate is to be kept under 2%": an aim of no one year."""
    share = told.bound[index].unit in SHARES
    return share and at_a_rate(page, told.sentence.span, told.segments[index].quantity)


def kind_since(page: Page, told: ToldSentence, index: int) -> Kind:
    """How a figure is counted that no date is told of: what has added up since something without a
    date ("since its launch") is known as it stands, but for no span."""
    kind, (start, end) = told.kinds[index], told.sentence.span
    if kind not in ("span", "told") or not _PERFECT.search(page.text, start, end):
        return kind
    since = _SINCE.search(page.text, start, end)
    dated = since and any(
        u.start < since.end() + _REACH and since.start() < u.end for u in told.uses
    )
    return kind if since is None or dated else "state"


def kind_at_rate(
    page: Page, told: ToldSentence, index: int, kind: Kind, date: TimeUse | None
) -> Kind:
    """How a figure is counted that is told "a month": by a moment it has not added up since
    January, and what each has got since then is laid down."""
    if date is None or date.period is None or told.judged[index].aspect != "level":
        return kind
    begun, moment = date.role == "since", date.period.notation.startswith("@")
    counted = kind in ("span", "told") if begun else kind == "span" and moment
    if not counted or not at_a_rate(page, told.sentence.span, told.segments[index].quantity):
        return kind
    return "rule" if begun else "state"
