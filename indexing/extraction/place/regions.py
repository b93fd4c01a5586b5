"""Regions and places abroad: whether figures are told of them, or they only come in beside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.place.beside import is_venue
from indexing.extraction.place.compared import WHERE
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import PlaceMention

_ABROAD = re.compile(
    r"\b(?:in|across|throughout|within|than|among|ở|tại"
    r"|(?:in|across|among|for)\s+(?:all\s+)?(?:the\s+)?(?:\d+\s+)?provinces\s+(?:of|in)"
    rf"|{any_of('places.told_for')}\s+(?:for|of)|{any_of('people.inhabitants')}\s+of)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a place beyond Viet Nam: where the figure was counted, not who helped or came."""
_OPENS_CLAUSE = re.compile(
    r"(?:;|\b(?:while|whereas|but|against|còn|trong khi))\s+"
    r"(?:(?:in|across|for|ở)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a place that a clause begins with."""
_LEADS = re.compile(r"[\"'\u201c\u2018\s]*(?:the\s+)?", re.IGNORECASE)
"""Before what a sentence begins with."""
_MAKES_UP = re.compile(r"\s+(?:account(?:s|ed)?\s+for|ma(?:kes?|de)\s+up)\b", re.IGNORECASE)
"""Behind a part of the whole whose figure it is a share of."""
_AVERAGE_REACH = 10
_AS_A_WHOLE = re.compile(r"\s+as a whole\b", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:for|in)\s+(?:the\s+)?", re.IGNORECASE)
"""Between a figure and the place abroad that it is told of: "53% for the Philippines"."""
_GIVEN_REACH = 30
_ONE_OF_REGION = re.compile(r"\s+(?:province|city|locality|town)\b", re.IGNORECASE)
"""Behind a region's name: one place of it, as "the Central Highlands province" stands for Dak Lak.
"""
_SOME_OF_REGION = re.compile(
    r"\b(?:of\s+(?:them|these)\s+(?:(?:are|lie)\s+)?in|some|several|many|few|most)"
    r"(?:\s+(?:provinces|cities|localities))?(?:\s+(?:of|in))?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a region of which only some places are meant: "some provinces of the Mekong Delta"."""
_OF_REGION = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE)


def has_figures(
    page: Page, sentence: SentenceSpan, mention: PlaceMention, named: Sequence[PlaceMention]
) -> bool:
    """Whether figures may be told of a region, or of a place abroad, and of all of it; `named`: the
    places of the sentence."""
    if mention.kind == "region":
        if _is_of_some(page, sentence, mention):
            return False
        if _has_own_figure(page, sentence, mention):
            return True
        if _describes(page, sentence, mention, named):
            return False
    return _is_counted_in(page, sentence, mention)


def _describes(
    page: Page, sentence: SentenceSpan, mention: PlaceMention, named: Sequence[PlaceMention]
) -> bool:
    """Whether a region only tells where a place lies, "Can Tho, the centre of the Mekong Delta",
    and not where people met who spoke of it."""
    places = [
        other
        for other in named
        if other.kind in ("province", "district")
        and not is_venue(page.text, page.cues, other, sentence.start)
    ]
    gaps = (sorted((mention, other), key=lambda m: m.start) for other in places)
    return any(";" not in page.text[one.end : two.start] for one, two in gaps)


def _is_of_some(page: Page, sentence: SentenceSpan, mention: PlaceMention) -> bool:
    """Whether only some places of a region are meant, or one: "in three provinces of the Mekong
    Delta", "the Central Highlands province"."""
    if _ONE_OF_REGION.match(page.text, mention.end):
        return True
    if _SOME_OF_REGION.search(page.text, sentence.start, mention.start):
        return True
    counted = within(page.quantities, sentence.start, mention.start)[-1:]
    return any(
        one.unit == "other"
        and (one.end > mention.start or _OF_REGION.fullmatch(page.text, one.end, mention.start))
        and not page.text[: one.start].rstrip().endswith("all")
        for one in counted
    )


def _has_own_figure(page: Page, sentence: SentenceSpan, mention: PlaceMention) -> bool:
    """Whether a region's own figure follows, behind that of another place: "is 96%, while the
    Central Highlands average 91%", "well above the Mekong Delta, where it is 88%"."""
    past = within(page.quantities, sentence.start, mention.start)
    behind = within(page.quantities, mention.end, sentence.end)
    if not (past and behind):
        return False
    between = page.text[mention.end : behind[0].start]
    opens = _OPENS_CLAUSE.search(page.text, past[-1].end, mention.start) is not None
    return WHERE.match(between) is not None or (opens and "," not in between)


def _is_counted_in(page: Page, sentence: SentenceSpan, mention: PlaceMention) -> bool:
    """Whether figures are told of a region or a place abroad: it neither helps nor sends anyone."""
    text = page.text
    leads = _LEADS.fullmatch(text, sentence.start, mention.start) is not None
    leads = leads and _MAKES_UP.match(text, mention.end) is None
    owns = text[mention.end : mention.end + 2] in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")
    average = page.cues.any("average", mention.end, mention.end + _AVERAGE_REACH)
    given = within(page.quantities, mention.start - _GIVEN_REACH, mention.start)[-1:]
    if any(_FOR.fullmatch(text, one.end, mention.start) for one in given):
        return True
    average = average or _AS_A_WHOLE.match(text, mention.end) is not None
    return leads or owns or average or bool(_ABROAD.search(text, sentence.start, mention.start))
