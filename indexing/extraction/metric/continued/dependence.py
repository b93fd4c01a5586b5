"""Whether a figure's own words leave open what it counts, so that it goes on with what was told.

Words of its own that name neither scheme nor measure ("affecting 681,200 workers", "farmers with
tractors") are about something else.  Inside a sentence one such word may be overlooked; a figure
that opens a sentence takes nothing over from the one before unless all its words are neutral
("people", "stood at"), or point back ("of them", "the figure").
"""

from __future__ import annotations

import re

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.continued.listed import (
    goes_on_accounting,
    is_listed_part,
    is_possessed,
)
from indexing.extraction.metric.continued.own_content import NEUTRAL, content, counted_content
from indexing.extraction.metric.continued.taking_up import takes_up
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.base.shares import base_of_share
from indexing.records import CURRENCIES, SHARES

_MOST_LOOSE = 1
"""Content words of its own that a figure may have and still go on with the one before it."""
_MOST_TOLD = 2
"""The same for one that points back, of whatever part it tells."""
_LOOSE_SHARE = 3
"""The same for a percentage, which seldom stands alone."""
_LOOSE_PLACE = 2
"""The same for one that is told of a place, and of nothing else."""
_RATE_REACH = 25
_AT_RATE = re.compile(
    r"(?:\b(?:with|at|from|to|has|have|had|having|reached|reaches|shows|showed|reports|reported"
    r"|records|recorded|registers|registered|posts|posted)|,)"
    r"\s+(?:(?:just|only|some|about|over|nearly|almost)\s+)*$",
    re.IGNORECASE,
)
_IN = re.compile(r"\s+(?:in|for)\s+(?:the\s+)?(?:[^\W\d]+\s+of\s+)?", re.IGNORECASE)
_RANK_REACH = 12
"""Characters behind a rate in which it is told which place of all its place holds."""
_ENDS = re.compile(
    r"\s*(?:$|[.,;:)]|(?:and|to|in|at|by|while|whereas|on|last|this)\b)", re.IGNORECASE
)
_SMALL = 100
"""A bare number below it that opens a sentence counts something else."""
_PART_REACH = 60
_KNOWN = ("neutral", "back", "group", "joined")
_RANKED = ("neutral", "ranked")
""" "My Xuyen district led with 95 per cent": which of the places told it is."""
_SAME = re.compile(rf"[\s,;(]*{any_of('same.value')}\s*", re.IGNORECASE)
"""All that stands before a figure that tells the one before it once more."""
_OF_PLAN = re.compile(r"\s?/\s?\d")
_IS_TOLD = re.compile(rf"\s+(?:is|was|are|were)\s+{any_of('same.told')}\s*(?:$|[.,;:)])")
""" "In A Luoi 100 per cent is reported"."""
_IT = re.compile(r"\W*It\b")
_ASSERTS = re.compile(r"\s*(?:are|is|were|was|do|does|did|have|has|had)\b", re.IGNORECASE)
"""Behind a percentage: it is the subject of a clause of its own."""


def depends(page: Page, segment: Segment, judged: Judged, first: bool, announced: bool) -> bool:
    """Whether the figure only makes sense with what was said before it.

    `announced`: a heading or the words before a list have just named what figures are to follow;
    then a label may tell the part that each is of.
    """
    if announced and first and content(page, segment, "neutral", "group") == 0:
        return True
    share = segment.quantity.unit in SHARES
    if share and judged.aspect == "level" and segment.tie == "alone":
        return _share_depends(page, segment, first)
    if share and judged.aspect == "target" and _is_of_others(page, segment):
        return False
    if segment.tie == "bracket" or share:
        return True
    if not first and _SAME.fullmatch(page.text, *segment.before):
        return True
    if judged.aspect != "level" and not judged.joined:
        return _change_depends(page, segment, judged, first)
    return _count_depends(page, segment, judged, first)


def _share_depends(page: Page, segment: Segment, first: bool) -> bool:
    """The same of a percentage that stands alone: its base may tell."""
    base = base_of_share(page, segment)
    if base in ("people", "labour", "due"):
        return True
    if base == "others":
        return False
    if base == "else" and not first and _of_part(page, segment):
        return True
    if takes_up(page, segment):
        return True
    if _asserts(page, segment):
        return (
            names_place(page, segment)
            and _IS_TOLD.match(page.text, segment.quantity.end) is not None
        )
    placed = _MOST_LOOSE if _is_there(page, segment) else 0
    placed = _LOOSE_PLACE if _is_places(page, segment) else placed
    loose = placed if first else _LOOSE_SHARE
    return content(page, segment, *_RANKED) <= loose


def _is_places_own(page: Page, segment: Segment) -> bool:
    """ "Nam Co commune has 9": a place and its number, with nothing told beside them."""
    ends = _ENDS.match(page.text, segment.quantity.end) is not None
    return ends and names_place(page, segment) and content(page, segment, *_RANKED) == 0


def _is_places(page: Page, segment: Segment) -> bool:
    """ "Ky Son has gone furthest with 93 per cent", "the national average, 93.4 per cent": a place
    and its rate, with nothing told behind it."""
    start = segment.quantity.start
    told = page.cues.any("average", *segment.before)
    named = told or within(page.places, page.sentence_at(start).start, start)
    at = _AT_RATE.search(page.text, start - _RATE_REACH, start)
    end = segment.quantity.end
    ends = _ENDS.match(page.text, end) or page.cues.any("ranked", end, end + _RANK_REACH)
    return bool(named) and at is not None and bool(ends)


def _is_there(page: Page, segment: Segment) -> bool:
    """ "Border districts do best: 99.6% in Muong Nhe": a rate and its place behind it."""
    there = _IN.match(page.text, segment.quantity.end)
    return there is not None and bool(within(page.places, there.end(), there.end() + 1))


def _change_depends(page: Page, segment: Segment, judged: Judged, first: bool) -> bool:
    """The same of what was added, lost or aimed at: "One maker in Vinh cut 1,240 jobs" does not."""
    if not (first and judged.aspect == "change") or takes_up(page, segment):
        return True
    return content(page, segment, *_RANKED) <= _MOST_TOLD


def _count_depends(page: Page, segment: Segment, judged: Judged, first: bool) -> bool:
    """The same of a number or a sum."""
    quantity = segment.quantity
    if quantity.unit in CURRENCIES and not first and page.cues.any_in("sum_of", segment.lead):
        return True
    if quantity.unit in ("people", "other") and not first and is_listed_part(page, segment):
        return True
    if quantity.is_bare and not first and content(page, segment, "neutral", "group") == 0:
        return True  # "45 hospitals: 3 of central rank": nothing but the part is told
    of_plan = _OF_PLAN.match(page.text, quantity.end)  # "41/128"
    if quantity.is_bare and quantity.value < _SMALL and not of_plan and not judged.joined:
        loose = not first and content(page, segment) <= _MOST_LOOSE
        return takes_up(page, segment) or loose or _is_places_own(page, segment)
    if is_possessed(page, segment) and quantity.value >= _SMALL:
        return True
    if goes_on_accounting(page, segment, first):
        return quantity.value >= _SMALL
    if takes_up(page, segment):
        most = 0 if quantity.unit == "people" and _opens_with_it(page, segment) else _MOST_TOLD
        return not first or content(page, segment, *_KNOWN) <= most
    if first:
        placed = _RANKED if names_place(page, segment) else NEUTRAL
        won = (*placed, "joined") if judged.joined else placed
        return content(page, segment, *won) + counted_content(page, segment, *won) == 0
    known = counted_content(page, segment, "neutral", "group")
    return content(page, segment) + known <= _MOST_LOOSE


def _opens_with_it(page: Page, segment: Segment) -> bool:
    """ "It trained 512 workers": what it did is told of them, and they are none of those before."""
    return _IT.match(page.text, page.sentence_at(segment.quantity.start).start) is not None


def _of_part(page: Page, segment: Segment) -> bool:
    """ "but only 81% among poor families": a rate told before, of a part."""
    start = segment.quantity.end
    high = min([start + _PART_REACH, *(s.end for s in segment.tail[:1])])
    return page.cues.any("group", start, high)


def _is_of_others(page: Page, segment: Segment) -> bool:
    """ "It wants 85 per cent of those who call to be content": of whom no insurance is told."""
    base = base_of_share(page, segment)
    return base == "others" or (base == "else" and not _of_part(page, segment))


def _asserts(page: Page, segment: Segment) -> bool:
    """ "47% are poor" says something of its own; "79.2 per cent" beside a place does not."""
    return _ASSERTS.match(page.text, segment.quantity.end) is not None


def names_place(page: Page, segment: Segment) -> bool:
    """Whether a place stands before a figure."""
    return any(within(page.places, lead.start, lead.end) for lead in segment.lead)
