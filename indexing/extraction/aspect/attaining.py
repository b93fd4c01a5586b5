"""Attainment: percentages that are a share of a plan: "95 per cent of the target"."""

from __future__ import annotations

import re

from indexing.extraction.aspect.aim.wanted import LINK
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of, words_of
from indexing.extraction.topic.base.shares import BASES, base_of_share

_NEAR = 30
_PHRASE = 70
_OF_WHAT = rf"\s*of (?:what|the {any_of('attaining.counted')}(?: that| which)?)"
_OF_THOSE = (
    r"\s*of (?:those|the people|the members)(?: that| which| whom)?(?=\s+(?:it|they|we|the)\b)"
)
_DETERMINER = re.compile(r"\b(?:the|its|their|a|an|this)\s+$", re.IGNORECASE)
_PLAN_OF = re.compile(rf"\b{any_of('attaining.plans')}\s+(?:of|is|was)\s*$", re.IGNORECASE)
_SHARE_OF = re.compile(rf"\b{any_of('attaining.shares')}\s+of\b", re.IGNORECASE)
_DONE = re.compile(
    r"\s+(?:(?:has|have|had|was|were|is|are|been|already|so far)\s+)+"
    rf"{any_of('attaining.done')}\b",
    re.IGNORECASE,
)
""" "34.6 per cent has been fulfilled"."""
_ALLOTTED = re.compile(
    rf"(?:{_OF_WHAT}|{_OF_THOSE}) [^,;:.\d]{{1,40}}\b(?:was|were|is|are|been)\s+"
    rf"{any_of('attaining.allotted')}\b",
    re.IGNORECASE,
)
_PURSE = re.compile(rf"\b{any_of('attaining.purses')}\s+$", re.IGNORECASE)
"""Before "budget": who pays, and no plan."""
_MUST = re.compile(
    rf"{_OF_WHAT} [^,;:.\d]{{1,40}}\b(?:{any_of('attaining.must')}\s+"
    r"(?!be\b|have\s+(?:been|paid|[^\W\d]+ed)\b)[^\W\d]"
    rf"|{any_of('attaining.may')}\s+{any_of('attaining.spend')}\b)",
    re.IGNORECASE,
)
""" "of what the province must bring in this year", "of what it may spend": of its plan."""
_WANTED = re.compile(
    rf"{_OF_WHAT} [^,;:.\d]{{1,60}}\b{any_of('attaining.wants', 'attaining.sets')}\b"
    r"(?!\s+to\s+pay)",
    re.IGNORECASE,
)
""" "99.2% of what Viet Nam Social Security wants from it"."""
_MEASURED = re.compile(
    rf"\b(?:by|{any_of('attaining.measured')})\s+(?P<by>[^,;:.\d]{{1,90}}?),?\s+"
    rf"(?:that|this|it|they|which)\s+{any_of('bases.equals')}\s*$",
    re.IGNORECASE,
)
"""Before a share: "measured by the plan of the Council, that is"."""
_OPENS_MEASURED = re.compile(
    rf"\W*{any_of('attaining.measured')}\s+(?P<by>[^,;:.\d]{{1,90}}),\s", re.IGNORECASE
)
"""Opens a sentence: "Measured against the plan, A had got to 97 per cent and B to 81"."""
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_IT_WAS_TOLD = re.compile(
    r"\s+(?:[^\W\d]+\s+)?(?:(?:that|which)\s+)?(?:it|they|we|he|she)\s+"
    rf"(?:(?:was|were|is|are|has|have|had|been)\s+)+{any_of('attaining.allotted')}\b",
    re.IGNORECASE,
)
""" "64% of the 1,020 it was told to have"."""
_IT_MUST = re.compile(
    r"(?:\s+[^\W\d]+)?\s+(?:that|which)\s+[^,;:.\d]{1,40}?"
    rf"\b{any_of('attaining.must')}\s+{any_of('attaining.win')}\b",
    re.IGNORECASE,
)
""" "61% of the 30,000 which the province must have"."""
_THEY_SET = re.compile(
    r"(?:\s+[^\W\d]+)?(?:\s+(?:that|which))?\s+(?!who\b)(?:[^,;:.()\d]{1,40}?\s+)"
    rf"(?:(?:has|have|had)\s+)?{any_of('attaining.wants', 'attaining.sets')}\b(?!\s+to\s+pay)"
    r"|(?:\s+[^\W\d]+)?(?:\s+(?:that|which))?\s+(?:(?!who\b)[^,;:.()\d]{1,40}?\s+)?"
    rf"(?:(?:has|have|had)\s+been|was|were|is|are)\s+{any_of('attaining.allotted')}\b"
    rf"|(?:\s+[^\W\d]+)?\s+{any_of('attaining.hoped')}\b",
    re.IGNORECASE,
)
""" "48% of the VND3,050 billion that VSS expects", "112% of the 1,050 hoped for"."""
_HAS_DONE = re.compile(
    rf"\b{any_of('attaining.did')}\s+(?:(?:just|only|about|over|nearly|some|almost)\s+)?$",
    re.IGNORECASE,
)
_ITS_SHARE = re.compile(r"\s+of\s+(?:its|their)\s+(?:share|part|portion)\b(?!\s+of\b)")
""" "Tan Ninh ward has done 88% of its share"."""
_PLAN_WITH = re.compile(
    rf"\b(?:its|the|their)\s+(?:[^\W\d]+\s+)?{any_of('attaining.plans')}"
    r"(?:\s+(?:for|in)\s+(?:[^\W\d]+\s+){0,4}?[^\W\d]+)?\s+with\s+$",
    re.IGNORECASE,
)
""" "is nearest to its plan with 91 per cent"."""
_OF_PLANNED = re.compile(
    rf"\s+of\s+(?:(?:the|its|their|our)\s+)?(?:(?:[^\W\d]+\s+)?{any_of('attaining.planned')}\s+"
    rf"{any_of('attaining.planned_sums')}|{any_of('attaining.planned_sums')}\s+"
    rf"{any_of('attaining.planned')})\b",
    re.IGNORECASE,
)
""" "101 per cent of the budgeted sum"."""
_OF_WHICH = re.compile(
    r"\s*,?\s+of\s+which\s+(?:it|they|he|she|we|this|that|these|the\s+[^\W\d]+)\s+"
    r"(?:[^\W\d]+\s+){1,3}?$"
)
""" "fell short of the estimate, of which it made 99%"."""
_OF = r"\s*(?:of|trên)\s+(?:(?:the|its|a|an|his|their)\s+)?"
_OF_NUMBER = re.compile(rf"{_OF}(?:VND|VNĐ|US\$|\$)?\s*[\d.,]*\d", re.IGNORECASE)


def is_of_plan(page: Page, segment: Segment) -> bool:
    """ "95 per cent of the target", "đạt 95% kế hoạch", "fulfilling 95 per cent"."""
    if _PLAN_OF.search(page.text, *segment.before):
        return False  # "the target of 93.5 per cent assigned by the Prime Minister"
    if _is_measured(page, segment) or _told_before(page, segment) or _told_behind(page, segment):
        return True
    if _takes_up_plan(page, segment) or _names_plan_behind(page, segment):
        return True
    lead = segment.before
    achieved = page.cues.within("achieve", max(lead.start, lead.end - _NEAR), lead.end)
    if achieved and LINK.fullmatch(page.text, achieved[-1].end, lead.end):
        return not (names_base(page, segment) or _of_group(page, segment))
    return False


def _told_before(page: Page, segment: Segment) -> bool:
    """ "Measured by the plan that is 95 per cent", "a share of the target of 95 per cent"."""
    lead = segment.before
    measured = _MEASURED.search(page.text, *lead)
    if measured and page.cues.any("plan", *measured.span("by")):
        return True
    share = _SHARE_OF.search(page.text, *lead)
    plans = page.cues.within("plan", share.end(), lead.end) if share else ()
    if plans and LINK.fullmatch(page.text, plans[-1].end, lead.end):
        return True
    with_it = _PLAN_WITH.search(page.text, lead.start, lead.end)
    return with_it is not None and page.cues.any("plan", *lead)


def _told_behind(page: Page, segment: Segment) -> bool:
    """ "95 per cent of what it had been allotted", "64% of the 1,020 it was told to have"."""
    tail = segment.behind
    rules = (_ALLOTTED, _MUST, _WANTED, _OF_PLANNED, _DONE)
    if any(rule.match(page.text, *tail) for rule in rules):
        return True
    done = _HAS_DONE.search(page.text, *segment.before) is not None
    if done and _ITS_SHARE.match(page.text, tail.start):
        return True
    number = _OF_NUMBER.match(page.text, tail.start)
    if number is None:
        return False
    if page.cues.any("plan", number.end(), number.end() + _NEAR // 2):
        return True
    counted = within(page.quantities, tail.start, number.end() + 1)[:1]
    return _is_set(page, counted[0].end if counted else number.end())


def is_plan_of_share(page: Page, share: Segment, segment: Segment) -> bool:
    """ "112% of the 1,050 hoped for": what a share is one of, where someone set it."""
    if share.quantity.unit != "percent":
        return False
    linked = re.fullmatch(_OF, page.text[share.quantity.end : segment.quantity.start])
    return linked is not None and _is_set(page, segment.quantity.end)


def _is_set(page: Page, end: int) -> bool:
    """Whether a number that ends there is told to have been set or asked for."""
    return any(rule.match(page.text, end) for rule in (_IT_WAS_TOLD, _IT_MUST, _THEY_SET))


def _names_plan_behind(page: Page, segment: Segment) -> bool:
    """ "95 per cent of the target": the plan itself, right behind or linked by "of"."""
    tail, start = segment.behind, segment.quantity.start
    plans = page.cues.within("plan", tail.start, min(tail.end, tail.start + _PHRASE))
    plans = [plan for plan in plans if not _PURSE.search(page.text, tail.start, plan.start)]
    words = page.text[tail.start : plans[0].start].split() if plans else ["-"]
    linked = (
        bool(words)
        and words[0].casefold() in ("of", "so", "trong")
        and not {"by", "out", "from"} & set(words)
    )
    named = not words and _DETERMINER.search(page.text[max(0, start - _NEAR) : start])
    return (linked or not words) and not named and not set(",;()") & set(" ".join(words))


def _takes_up_plan(page: Page, segment: Segment) -> bool:
    """ "just short of the estimate, of which it made 99.2%": of the plan told right before."""
    start = segment.quantity.start
    which = _OF_WHICH.search(page.text, page.sentence_at(start).start, start)
    near = page.cues.within("plan", which.start() - _NEAR, which.start()) if which else ()
    return which is not None and any(plan.end == which.start() for plan in near)


def _of_group(page: Page, segment: Segment) -> bool:
    """ "218,640 pupils have a card, attaining 99.2%": of all pupils, where no plan is told of."""
    start = segment.quantity.start
    sentence = page.sentence_at(start)
    if page.cues.any("plan", sentence.start, sentence.end):
        return False
    past = within(page.quantities, sentence.start, start)[-1:]
    return any(one.unit_text in words_of("attaining.grouped") for one in past)


def _is_measured(page: Page, segment: Segment) -> bool:
    """Whether the sentence opens with the plan that its percentages are measured by, and the
    figure's own words name no other whole."""
    sentence = page.sentence_at(segment.quantity.start)
    opens = _OPENS_MEASURED.match(page.text, sentence.start, segment.quantity.start)
    if opens is None or not page.cues.any("plan", *opens.span("by")):
        return False
    start, end = segment.quantity.start, segment.quantity.end
    away = any(page.cues.any(kind, end, end + _NEAR // 2) for kind in ("above", "below"))
    off = away or _BY.search(page.text, start - _NEAR, start)
    return not off and base_of_share(page, segment) is None and not names_base(page, segment)


def names_base(page: Page, segment: Segment) -> bool:
    """Whether the segment says that it is a share of people: "coverage", "of the population"."""
    measures = {term.id for term in page.terms_in(segment.spans) if term.kind == "measure"}
    return bool(measures & BASES)
