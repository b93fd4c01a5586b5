"""What is still missing to a plan: "another 5,000 must be found", "still 62,000 people away"."""

from __future__ import annotations

import re

from indexing.extraction.aspect.aim.aiming import is_open_aim
from indexing.extraction.aspect.aim.wanted import LINK
from indexing.extraction.sentence.once import once
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.cues import Cue
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import CURRENCIES

_TO = re.compile(r"\bto\s*$")
_BY = re.compile(r"\bby\b[^\d,;]{0,15}$")
_MORE = re.compile(
    r"\s*(?:(?!(?:or|and)\b)[^\W\d]+\s+){0,5}?more\b(?!\s+(?:than|of))", re.IGNORECASE
)
_MORE_OF = re.compile(r"\d\W+(?:million\s+)?more\s", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r"[;:]|\b(?:before|after|when|because|while|since)\b", re.IGNORECASE)
_THE_GAP = re.compile(rf"\b{any_of('gaps.nouns')}\b", re.IGNORECASE)
_REMAINING = re.compile(rf"\b{any_of('gaps.remaining')}\s*$", re.IGNORECASE)
_LEFT_TO_BE = re.compile(
    r"\s+(?:(?!(?:and|or|who|which|have|has|had|need|needs|ought)\b)[^\W\d]+\s+){0,3}?"
    r"(?P<left>(?:still|remains?|left)\s+)?(?:are\s+|is\s+)?to\s+be\s+[^\W\d]+(?:ed|nd|ought|un|in)\b",
    re.IGNORECASE,
)
"""Behind what is missing: "300 participants to be recruited", "VND8 billion remains to be paid"."""
_LEFT = re.compile(
    rf"\b(?:{any_of('gaps.remaining')}|leaves?|leaving|still|remaining)\b[^.;,:]{{0,30}}$",
    re.IGNORECASE,
)
_FOR_AIM = re.compile(rf"\bto\s+{any_of('aims.purposes')}\b", re.IGNORECASE)
_STILL_NEEDS = re.compile(r"\b(?:need(?:s|ed)?|require[sd]?|lack(?:s|ed)?)\s+$", re.IGNORECASE)
_TO_WIN = re.compile(rf"\s+(?:[^\W\d]+\s+)?to\s+{any_of('gaps.won')}\b", re.IGNORECASE)
"""Behind those who are missing: "has 610,000 inhabitants to win"."""
_MEANS = re.compile(
    rf"\s*(?:[,–—(]\s*)?(?:{any_of('same.value')}|is|are|equals?"
    r"|(?:which |that |this )?(?:is|means|makes|equals))\s+(?:to\s+)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"{any_of('gaps.behind')}\b", re.IGNORECASE)
"""Words for what is missing that stand behind it."""
_OR = re.compile(rf",\s*{any_of('same.value')}\s+(?:to\s+)?$", re.IGNORECASE)
"""Between a gap and the same told otherwise: "113,613 have yet to be recruited, or 6.6%"."""
_THAN = re.compile(
    rf"\s+(?:{any_of('comparing.more', 'comparing.less')}|above|over|up on|below)\b(?:\s+than)?\s+"
    rf"(?:in|at|by|{any_of('comparing.past')})\b",
    re.IGNORECASE,
)
_REMAINS = re.compile(rf"\b{any_of('gaps.remains')}\s*$", re.IGNORECASE)
_TO_THE = re.compile(
    r"\s+(?:[^\W\d]+\s+){0,2}?(?:to|until)\s+(?:the|its|their|this)\s", re.IGNORECASE
)
_NEAR = 30
_OBJECT_REACH = 16
_THE_LACK = re.compile(r"\b(?:the|a|any|for|of)\s+lack$", re.IGNORECASE)
_STILL = re.compile(r"\bstill\s+(?:[^\W\d]+\s+){0,2}$", re.IGNORECASE)
_SOMEWHERE = re.compile(
    r"\s+(?:out|home|there|abroad|on|back|through|without|under|into|by|elsewhere)\b"
)
"""Behind "to go" or "away": no distance."""
_SHORT = re.compile(rf"\s+{any_of('gaps.short')}(?=\s*[.,;:)]|\s+(?:of|from)\b|\s*$)")
_DISTANT = re.compile(rf"\s+{any_of('gaps.distant')}(?=\s*[.,;:)]|\s+(?:of|from)\b|\s*$)")
_TO_COME_IN = re.compile(
    rf"\s+{any_of('gaps.remains', 'gaps.are_left')}\s+(?:to\s+be\s+{any_of('gaps.taken_in')}"
    rf"|to\s+{any_of('gaps.take_in')})\b",
    re.IGNORECASE,
)
_STILL_TO = re.compile(
    rf"\b{any_of('gaps.has_still')}\s+to\s+{any_of('gaps.take_in')}\s+"
    r"(?:(?:another|a further|some|the remaining|the other)\s+)?$",
    re.IGNORECASE,
)


def is_gap(page: Page, segment: Segment) -> bool:
    """ "another 5,000 must be found", "still 62,000 people away", "50,000 remain outside"."""
    quantity = segment.quantity
    needed = page.cues.any_in("need", segment.spans)
    if needed and _REMAINING.search(_before(page, segment)):
        return True
    if _is_left(page, segment) or _remains_to_plan(page, segment):
        return True
    wanting = lacks(page, segment) or (needed and _comes_on_top(page, segment))
    if quantity.unit == "VND" and wanting and page.cues.any_in("plan", segment.tail):
        return True
    if quantity.unit == "VND" and needed and tells_more(page, segment):
        return not than_before(page, segment)
    if quantity.unit in CURRENCIES and (
        _is_to_come_in(page, segment) or _is_missing_to_aim(page, segment)
    ):
        return True
    bare = quantity.unit == "other" and quantity.unit_text in (None, "points")
    if not bare and quantity.unit not in ("people", "percent", "percentage_points", "cards"):
        return False
    told = any(_is_told(page, segment, kind) for kind in ("missing", "left_out"))
    told = told and not page.cues.any("undergone", *segment.behind)  # "had it taken away"
    told = told or _TO_WIN.match(page.text, *segment.behind) is not None
    if told or lacks(page, segment) or _is_still_away(page, segment):
        return True
    if _of_the_gap(page, segment):
        return True
    wanted = needed or any(is_open_aim(page, s.start, s.end) for s in segment.lead)
    reached = _TO.search(page.text, *segment.before) is not None
    return (
        wanted
        and not reached
        and ((needed and _comes_on_top(page, segment)) or _is_to_be_added(page, segment))
    )


def _is_to_be_added(page: Page, segment: Segment) -> bool:
    """Whether what is wanted comes to what there is: "another 5,000", "5,000 more"."""
    quantity = segment.quantity
    return (
        page.cues.any_in("again", segment.lead)
        or (quantity.direction == "up" and not than_before(page, segment))
        or page.cues.any("addition", quantity.start, quantity.end)
        or tells_more(page, segment)
    )


def _is_to_come_in(page: Page, segment: Segment) -> bool:
    """ "VND9 billion remains to be collected", "it still has to collect VND9 billion"."""
    behind = _TO_COME_IN.match(page.text, *segment.behind) is not None
    return behind or _STILL_TO.search(page.text, *segment.before) is not None


def _is_missing_to_aim(page: Page, segment: Segment) -> bool:
    """ "To reach the VND1,800 billion wanted, VND313 billion is missing"."""
    start = segment.quantity.start
    aimed = _FOR_AIM.search(page.text, page.sentence_at(start).start, start) is not None
    aimed = aimed or _FOR_AIM.search(page.text, *segment.behind) is not None
    return aimed and _is_told(page, segment, "missing")


def _is_still_away(page: Page, segment: Segment) -> bool:
    """ "The province is 1.7 points short", "the next mark is still 0.6 points ahead"."""
    start, end = segment.quantity.start, segment.quantity.end
    if _SHORT.match(page.text, end):
        return True
    if _DISTANT.match(page.text, end) is None:
        return False
    return _STILL.search(page.text, segment.before.start, start) is not None


def _comes_on_top(page: Page, segment: Segment) -> bool:
    """Whether what is needed is what is still missing: "must find 300 more", "still needs 300".
    "Must find 300 this year" sets a task."""
    added = page.cues.any_in("addition", segment.spans)
    start = segment.quantity.start
    sentence = page.sentence_at(start)
    purpose = _FOR_AIM.search(page.text, sentence.start, start) is not None
    still = purpose or page.cues.any_in("on_top", segment.spans)
    return still and (added or _STILL_NEEDS.search(page.text, *segment.before) is not None)


def _is_left(page: Page, segment: Segment) -> bool:
    """Whether those "to be recruited" are what a plan leaves: "that leaves 300 to be recruited"."""
    planned = any(page.cues.any_in(kind, segment.spans) for kind in ("plan", "aim"))
    if segment.quantity.unit not in ("people", "cards") and not planned:
        return False
    to_be = _LEFT_TO_BE.match(page.text, *segment.behind)
    return bool(to_be and (to_be["left"] or _LEFT.search(page.text, *segment.before)))


def _remains_to_plan(page: Page, segment: Segment) -> bool:
    """ "It remains 0.8 per cent to the plan": how far it is to a plan that "to" leads to."""
    remain = _REMAINS.search(page.text, *segment.before)
    to = _TO_THE.match(page.text, *segment.behind) if remain else None
    return to is not None and page.cues.any("plan", to.end() - 1, to.end() + _NEAR)


def is_wanting(page: Page, segment: Segment) -> bool:
    """Whether a gap is one without a plan beside it: those left out are not wanted as such."""
    if segment.quantity.unit == "percent":
        return False
    left_out = _is_told(page, segment, "left_out")
    return not left_out or page.cues.any_in("need", segment.spans)


def than_before(page: Page, segment: Segment) -> bool:
    """ "10 per cent larger than in 2023": measured against what was, whatever is wanted."""
    share = segment.quantity.unit == "percent"
    return share and _THAN.match(page.text, segment.quantity.end) is not None


def _of_the_gap(page: Page, segment: Segment) -> bool:
    """ "the gap to the target of 95 per cent is 4.6 points": whatever stands between."""
    unit, start = segment.quantity.unit, segment.quantity.start
    if unit not in ("percentage_points", "people"):
        return False
    sentence = page.sentence_at(start)
    named = _THE_GAP.search(page.text, sentence.start, start)
    points = unit == "percentage_points"
    return named is not None and (points or page.cues.any("plan", named.end(), start))


def _before(page: Page, segment: Segment) -> str:
    return "".join(page.text[lead.start : lead.end] for lead in segment.lead)


def same_gap(page: Page, past: Segment, segment: Segment) -> bool:
    """Whether a gap told in points is told once more in people: "that is 11,700 people"."""
    one, other = past.quantity, segment.quantity
    means = _MEANS.fullmatch(page.text, one.end, other.start)
    again = _OR.search(page.text, one.end, other.start)
    return one.unit != other.unit and (means or again) is not None


def _is_told(page: Page, segment: Segment, kind: str) -> bool:
    """ "62,000 people away from it", "4,000 still uninsured": in the figure's own clause."""
    for tail in segment.tail if page.cues.any_in(kind, segment.tail) else ():
        stop = _OTHER_CLAUSE.search(page.text, tail.start, tail.end)
        cues = page.cues.within(kind, tail.start, stop.start() if stop else tail.end)
        cues = [cue for cue in cues if not _SOMEWHERE.match(page.text, cue.end)]
        cues = [cue for cue in cues if not _finds(page, cue)]
        if any(not _THE_LACK.search(page.text, tail.start, cue.end) for cue in cues):
            return True
    return False


def _finds(page: Page, cue: Cue) -> bool:
    """ "Families of four have to find VND2 million": that is missing, not those who find it."""
    verb = page.text[cue.start : cue.end].casefold().endswith("find")
    return verb and bool(within(page.quantities, cue.end, cue.end + _OBJECT_REACH))


@once
def lacks(page: Page, segment: Segment) -> bool:
    """ "falls short by 62,000"; in "missing the goal of 94%" and "short of the 94% goal" it is the
    goal that is told."""
    lead = segment.before
    for cue in page.cues.within("missing", max(lead.start, lead.end - _NEAR), lead.end)[-1:]:
        if _BEHIND.match(page.text, cue.start):
            continue  # "give away 9,640 cards"
        if _BY.search(page.text, cue.end, lead.end):
            return True
        linked = LINK.fullmatch(page.text, cue.end, lead.end) is not None
        named = page.cues.any("plan", cue.end, lead.end) or _is_the_plan(page, segment)
        return linked and not named
    return False


def _is_the_plan(page: Page, segment: Segment) -> bool:
    """ "Short of the 95 per cent target": the plan itself stands right behind the figure."""
    end = segment.quantity.end
    plan = page.cues.within("plan", end, end + _NEAR)
    return bool(plan) and not page.text[end : plan[0].start].strip(" -")


def tells_more(page: Page, segment: Segment) -> bool:
    """ "38,270 more participants": so many on top of those there are."""
    quantity = segment.quantity
    inside = _MORE_OF.search(page.text, quantity.start, quantity.end) is not None
    return inside or _MORE.match(page.text, quantity.end) is not None
