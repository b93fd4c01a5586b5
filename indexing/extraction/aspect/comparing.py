"""What a figure is measured against: a plan, an average, or an earlier figure.

"2 per cent above target", "exceeding the target of 93 by 0.9", "lower by 1.1 per cent than the
average", "0.98 million above the figure of a year ago".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from indexing.extraction.aspect.aim.wanted import LINK
from indexing.extraction.sentence.once import once
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import Direction

Side = Literal["above", "below"]
Standard = Literal["plan", "average", "past"]

_SIDES: tuple[Side, ...] = ("above", "below")
_NEAR = 30
_PHRASE = 70
_BY = re.compile(rf"\bby(?:\s+(?:{any_of('comparing.by_how_much')}|\w+ly))*\s*$", re.IGNORECASE)
_THAN = re.compile(r"[^.;,]{0,30}?\b(?:than|compared (?:with|to)|against|over)\b", re.IGNORECASE)
_OF = re.compile(rf"{_THAN.pattern}|\s*(?:of|so với)?\b", re.IGNORECASE)
_EXCEEDS = re.compile(rf"{any_of('comparing.exceeds')}\b", re.IGNORECASE)
_MOST_BEYOND = 30
"""Per cent by which a plan is exceeded at most; more is a share of it that was reached."""
_AGAINST = re.compile(
    r"\s*(?:against|compared (?:with|to)|in comparison with|so với)\b", re.IGNORECASE
)
_UP_TO = re.compile(
    r"\s*(?:of|than|on)?\s*(?:the|its|their|an?|[\w’'-]+['’]s)?\s*(?:[^\W\d]+\s+){0,3}?"
    r"(?:of|rate|level|figure|average)?\s*",
    re.IGNORECASE,
)
_THAN_DOING = re.compile(
    rf"\s*{any_of('comparing.more', 'comparing.less')}\s+than\s+"
    r"(?:it|they|what|was|were)\s+[^\W\d]+",
    re.IGNORECASE,
)
_THAN_THAT = re.compile(
    rf"\s*{any_of('comparing.more', 'comparing.less')}\s+than\s+(?:that|those)\s+of\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\s+(?:it|this|that)\b(?!\s+[^\W\d])", re.IGNORECASE)
_PLAN_REACH = 250
"""Characters back to the plan that "it" takes up."""
_PASSIVE_END = re.compile(
    r"\b(?:was|were|is|are|been)\s+(?:(?:thus|even|thereby|already)\s+)*$", re.IGNORECASE
)
_BEHIND_WITH = re.compile(r"behind\s+(?:with|on|in|at|as of|since)\b", re.IGNORECASE)
"""Those who owe are behind with a payment, not behind a figure."""
_BETTER = re.compile(r"\s*(?:points?\s+)?(better|worse)\b", re.IGNORECASE)
_REQUIRED = re.compile(
    r"(?:(?<=than)|[^,;:.\d]{0,40}?\b(?:than|what|that|which))\s+[^,;:.\d]{1,60}?\b"
    rf"(?:{any_of('attaining.wants')}"
    rf"|(?:has|had|have|was|were|is|are)\s+(?:been\s+)?{any_of('attaining.allotted')})\b",
    re.IGNORECASE,
)
"""What someone wants is a plan, whatever it is called: "than the Prime Minister had asked"."""
_OVER_TIME = re.compile(r"over\b", re.IGNORECASE)
"""Before a date "over" tells a span: "visits over the past ten months"."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """On which side of what a figure tells the distance."""

    side: Side
    standard: Standard


@once
def comparison(page: Page, segment: Segment) -> Comparison | None:
    """The comparison that the words around a figure make; None if they make none."""
    return (
        _behind(page, segment)
        or _swallowed(page, segment)
        or _by(page, segment)
        or _moved_against(page, segment)
        or _of_another(page, segment)
    )


def is_standard(page: Page, segment: Segment) -> bool:
    """Whether another figure is measured against this one: "340 shy of the 1,350 expected"."""
    start = segment.quantity.start
    for other in within(page.quantities, start - _PHRASE, start)[-1:]:
        for kind in (*_SIDES, "missing"):
            for cue in page.cues.within(kind, other.end, start)[-1:]:
                follows = LINK.fullmatch(page.text, other.end, cue.start)
                if page.cues.any("same_period", cue.end, start) or within(
                    page.periods, cue.end, start
                ):
                    continue  # "200 more than in October and 9,425 more than a year before"
                if follows and _UP_TO.fullmatch(page.text, cue.end, start):
                    return True
    return False


def _behind(page: Page, segment: Segment) -> Comparison | None:
    tail = segment.behind
    if _BY.search(page.text, *tail):
        return None  # "75.9 million, beating the goal by 0.4 million": the next one tells it
    stop = min(tail.end, tail.start + _PHRASE)
    for side in _SIDES:
        cues = page.cues.within(side, tail.start, min(stop, tail.start + _NEAR))
        if cues and _BEHIND_WITH.match(page.text, cues[0].start):
            continue
        if not cues or not LINK.fullmatch(page.text, tail.start, cues[0].start):
            continue
        standard = _standard(page, cues[0].end, stop)
        if _IT.match(page.text, cues[0].end):
            past = max(0, segment.quantity.start - _PLAN_REACH)
            planned = page.cues.any("plan", past, segment.quantity.start)
            standard = "plan" if planned else standard
        timed = standard == "past" and _OVER_TIME.match(page.text, cues[0].start)
        if standard is not None and not timed:
            return Comparison(side, standard)
    return None


def _swallowed(page: Page, segment: Segment) -> Comparison | None:
    """ "exceeding 0.2 per cent compared to the target": the side reads like a bound."""
    quantity = segment.quantity
    for side in _SIDES:
        told = page.cues.within(side, quantity.start, quantity.end)
        if not told or told[0].start != quantity.start:
            continue
        tail, told_of = segment.behind, _OF if passes_plan(page, segment) else _THAN
        than = told_of.match(page.text, tail.start, min(tail.end, tail.start + _PHRASE))
        standard = _standard(page, than.end(), tail.end) if than else None
        if standard in ("plan", "average"):
            return Comparison(side, standard)
    return None


def passes_plan(page: Page, segment: Segment) -> bool:
    """ "Exceeding 4.9 per cent of the plan", as translators put what lies beyond it: nobody boasts
    of so small a share of a plan."""
    quantity = segment.quantity
    small = quantity.unit == "percent" and quantity.value < _MOST_BEYOND
    return small and _EXCEEDS.match(page.text, quantity.start) is not None


def _by(page: Page, segment: Segment) -> Comparison | None:
    lead, tail = segment.before, segment.behind
    if not _BY.search(page.text, *lead):
        return None
    sentence = page.sentence_at(segment.quantity.start)
    low = max(sentence.start, lead.end - 2 * _PHRASE)
    for side in _SIDES:
        cues = page.cues.within(side, low, lead.end)
        if not cues:
            continue
        standard = _standard(page, cues[-1].end, lead.end)
        if standard is None and _passed(page, cues[-1].start):
            standard = "plan"
        if standard in (None, "past"):
            than = _THAN.match(page.text, tail.start, min(tail.end, tail.start + _PHRASE))
            standard = _standard(page, than.end(), tail.end) if than else standard
        if standard is not None:
            return Comparison(side, standard)
    return None


def _passed(page: Page, start: int) -> bool:
    """ "the plan was exceeded by": the plan stands before the verb."""
    low = max(0, start - _PLAN_REACH)
    sentence = page.sentence_at(start)
    passive = _PASSIVE_END.search(page.text, low, start) is not None
    return passive and page.cues.any("plan", max(low, sentence.start), start)


def _moved_against(page: Page, segment: Segment) -> Comparison | None:
    """ "Up 4.9 per cent against the plan": no change in time."""
    way, tail = segment.quantity.direction, segment.behind
    against = _AGAINST.match(page.text, *tail) if way else None
    stop = min(tail.end, tail.start + _PHRASE)
    if against and _standard(page, against.end(), stop) == "plan":
        return Comparison("above" if way == "up" else "below", "plan")
    return None


def _of_another(page: Page, segment: Segment) -> Comparison | None:
    """ "VND1,150 billion more than it paid", "20 per cent lower than that of a man": the distance
    to something else."""
    tail = segment.behind
    if _THAN_DOING.match(page.text, *tail):
        return Comparison("above", "average")
    that = _THAN_THAT.match(page.text, *tail)
    if that and _standard(page, that.end(), min(tail.end, that.end() + _PHRASE)) is None:
        return Comparison("above", "average")
    return None


def way_of_debt(page: Page, segment: Segment) -> Direction | None:
    """The way that a debt moved which is told to be better or worse than it was."""
    found = _BETTER.match(page.text, *segment.behind)
    if found is None:
        return None
    return "up" if found[1].casefold() == "worse" else "down"


def _standard(page: Page, start: int, stop: int) -> Standard | None:
    """What the figure is measured against: the first that the words tell."""
    found: list[tuple[int, Standard]] = []
    kinds: tuple[tuple[str, Standard], ...] = (
        ("plan", "plan"),
        ("aim", "plan"),
        ("average", "average"),
        ("same_period", "past"),
    )
    for kind, standard in kinds:
        found += [(cue.start, standard) for cue in page.cues.within(kind, start, stop)[:1]]
    if required := _REQUIRED.match(page.text, start, stop):
        found.append((required.end(), "plan"))
    if found:
        return min(found)[1]
    return "past" if within(page.periods, start, stop) else None
