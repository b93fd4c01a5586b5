"""What the figures before one in its sentence are about, where it may go on with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.catalogue import OTHER
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page
from indexing.extraction.topic.theme import Bound, FigureTold
from indexing.extraction.topic.topics import Topic
from indexing.records import CURRENCIES, RELATIVE

_MOST_TIMES = 100
"""Up to here "times" tells a multiple; so many more times a doctor was seen."""
_AT = re.compile(r"\b(?:at|across|through|in)\s+(?:its\s+|the\s+|all\s+)?$", re.IGNORECASE)


def is_told(segment: Segment) -> bool:
    """Whether what follows may go on with a figure: no aside and no multiple of another."""
    quantity = segment.quantity
    multiple = quantity.unit_text in ("times", "time", "lần") and quantity.value < _MOST_TIMES
    return segment.tie != "bracket" and not multiple


def told_before(
    page: Page,
    segment: Segment,
    bound: Sequence[Bound],
    judged: Sequence[Judged],
    index: int,
    where: bool,
    row: Sequence[FigureTold] = (),
) -> Topic | None:
    """What the figure before is about; a share of a plan or a growth is that of a count.

    `row`: what the sentence before told."""
    if not index:
        return _moved_apart(page, segment, judged[0], row)
    past = list(zip(bound[index - 1 :: -1], judged[index - 1 :: -1], strict=True))
    if judged[index].aspect == "change_pct" and len(past) > 1 and where:
        past = past[1:]  # "2.8 million visits at 57 hospitals, up 6 per cent"
    if judged[index].aspect in RELATIVE:
        told = _of_people_or_money(page, segment, past)
        if told is not None:
            return told
        if _in_people_or_money(page, segment) is not None:
            apart = _moved_apart(page, segment, judged[index], row)
            return apart or bound[index - 1].topic
        for one, judgement in past:
            if judgement.aspect not in ("level", "target") or one.metric == OTHER:
                break
            if one.unit != "percent":
                return one.topic
    return bound[index - 1].topic


def _in_people_or_money(page: Page, segment: Segment) -> bool | None:
    """Whether a change is told to be one of money (true) or of people (false), "by 5% in people";
    None where it is told to be neither."""
    kinds = (("in_number", False), ("in_money", True))
    return next((money for kind, money in kinds if page.cues.any(kind, *segment.behind)), None)


def _of_people_or_money(
    page: Page, segment: Segment, past: Sequence[tuple[Bound, Judged]]
) -> Topic | None:
    """The people or the sum among the figures `past` that a change is one of."""
    money = _in_people_or_money(page, segment)
    told = (b for b, j in past if j.aspect == "level" and b.unit != "percent")
    return next((b.topic for b in told if (b.unit in CURRENCIES) == money), None)


def _moved_apart(
    page: Page, segment: Segment, judged: Judged, row: Sequence[FigureTold]
) -> Topic | None:
    """The people or the sum of the sentence before: "This fell by 5% in people"."""
    if judged.aspect not in RELATIVE or _in_people_or_money(page, segment) is None:
        return None
    return _of_people_or_money(page, segment, [(one.bound, one.judged) for one in row])


def is_where(page: Page, segment: Segment) -> bool:
    """ "at 57 hospitals": where something was counted, no count that moves."""
    places = segment.quantity.unit in ("facilities", "enterprises", "other")
    return places and _AT.search(page.text, *segment.before) is not None
