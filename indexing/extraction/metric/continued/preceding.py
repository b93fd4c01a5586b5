"""What the figures before one in its sentence are about, where it may go on with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.catalogue import OTHER
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.topic.base.shares import is_whole_of
from indexing.extraction.topic.theme import Bound
from indexing.extraction.topic.topics import Topic
from indexing.records import CURRENCIES, RELATIVE

_MOST_TIMES = 100
"""Up to here "times" tells a multiple; so many more times a doctor was seen."""
_AT = re.compile(r"\b(?:at|across|through|in)\s+(?:its\s+|the\s+|all\s+)?$", re.IGNORECASE)


def is_told(page: Page, segment: Segment) -> bool:
    """Whether what follows may go on with a figure: no aside, no multiple or whole of another."""
    quantity = segment.quantity
    multiple = quantity.unit_text in ("times", "time", "lần") and quantity.value < _MOST_TIMES
    return segment.tie != "bracket" and not multiple and not is_whole_of(page, segment)


def told_before(
    page: Page,
    segment: Segment,
    bound: Sequence[Bound],
    judged: Sequence[Judged],
    index: int,
    where: bool,
) -> Topic | None:
    """What the figure before is about; a share of a plan or a growth is that of a count."""
    if not index:
        return None
    past = list(zip(bound[index - 1 :: -1], judged[index - 1 :: -1], strict=True))
    if judged[index].aspect == "change_pct" and len(past) > 1 and where:
        past = past[1:]  # "2.8 million visits at 57 hospitals, up 6 per cent"
    if judged[index].aspect in RELATIVE:
        for kind, money in (("in_number", False), ("in_money", True)):
            if page.cues.any_in(kind, segment.tail[:1]):
                told = (b for b, j in past if j.aspect == "level" and b.unit != "percent")
                named = (b.topic for b in told if (b.unit in CURRENCIES) == money)
                return next(named, bound[index - 1].topic)
        for one, judgement in past:
            if judgement.aspect != "level" or one.metric == OTHER:
                break
            if one.unit != "percent":
                return one.topic
    return bound[index - 1].topic


def is_where(page: Page, segment: Segment) -> bool:
    """ "at 57 hospitals": where something was counted, no count that moves."""
    places = segment.quantity.unit in ("facilities", "enterprises", "other")
    return places and any(_AT.search(page.text, s.start, s.end) for s in segment.lead[-1:])
