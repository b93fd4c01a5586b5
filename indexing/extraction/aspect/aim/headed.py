"""Plans that are named before their figure: "The target for coverage in Hue was 93 per cent"."""

from __future__ import annotations

import re

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.marks import BRACKET, CLOSES
from indexing.extraction.text.page import Page, within
from indexing.records import SHARES, Span

_HEAD = re.compile(
    r"[*#\s]*(?:(?:the|its|their|this|in|by|for|at|as|of|on|from|to|until)\b|[\s,]|['’]s\b)*",
    re.IGNORECASE,
)
"""What may stand before the plan that a sentence speaks of."""
_TOLD = re.compile(
    r"(?:(?!\b(?:was|were|is|are|be|been|là)\b"
    r"|\b(?:has|have|had)\b(?!\s+(?:set|fixed|given|assigned|agreed)\b))[^,;:.])*"
    r"\b(?:was|were|is|are|là)\s+"
    r"(?:an?\s+(?:[^\W\d]+\s+){0,4}?(?:of\s*)?|that\s+|for\s+)?",
    re.IGNORECASE,
)
"""From such a plan to its figure: a noun phrase and one verb, "is a net gain of", "is that"."""
_APPOSITION = re.compile(r"(?:(?!\b(?:was|were|is|are|had|has)\b)[^,;:.\d]){0,80},\s+")
"""From such a plan to its figure, told as an apposition: "The plan of the State, VND8 billion,"."""
_RELATIVE = re.compile(r",\s+(?:of\s+which|which|whose)\s[^,;:]*,")
"""What is told of such a plan before it is named: ", of which 96% has been met,"."""
_MEASURED_BY = re.compile(
    r"(?P<share>(?:%|per\s?cent|pct)\s+of)?\s+(?:the|its|their|this|a)\s+(?:[^\W\d]+\s+){0,2}?$",
    re.IGNORECASE,
)
"""Before a plan that figures are measured by, or a share of it is told."""
_PLAN_NAMED = re.compile(
    r"(?:\s+(?:of|for|set by|by|in)\s+[^,;:.\d()]{1,60})?\s*\($", re.IGNORECASE
)
"""Between a plan and the bracket that tells it: whose it is."""


def is_headed(page: Page, sentence: Span, segment: Segment) -> bool:
    """Whether a plan is what the sentence speaks of: "The target for coverage in Hue was 93%"."""
    start = segment.quantity.start
    if _is_apposed(page, sentence, segment):
        return True
    for plan in page.cues.within("plan", sentence.start, start)[:1]:
        head = "".join(page.unnamed([Span(sentence.start, plan.start)], terms=True))
        between = " ".join(page.unnamed([Span(plan.end, start)], terms=True))
        between = BRACKET.sub("", _RELATIVE.sub(" ", between))
        told = _TOLD.fullmatch(between) is not None
        closed = page.text.startswith(",", segment.quantity.end)
        told = told or (closed and _APPOSITION.fullmatch(between) is not None)
        return told and _HEAD.fullmatch(head) is not None
    return False


def _is_apposed(page: Page, sentence: Span, segment: Segment) -> bool:
    """ "3.5 points short of the goal for the year, 84.5%": what a plan is that the words before
    measure by; not "73% of the plan, 12,000 people"."""
    start, end = segment.quantity.start, segment.quantity.end
    for plan in page.cues.within("plan", sentence.start, start)[-1:]:
        between = " ".join(page.unnamed([Span(plan.end, start)], terms=True))
        apposed = _APPOSITION.fullmatch(between) and CLOSES.match(page.text, end)
        before = page.text[sentence.start : plan.start]
        measured = _MEASURED_BY.search(before)
        return bool(apposed and measured and measured["share"] is None)
    return False


def is_bracketed(page: Page, segment: Segment) -> bool:
    """Whether a bracket behind a plan tells it: "The plan of the People's Committee (94%)"."""
    start = segment.quantity.start
    opened = segment.tie == "alone" and page.text[start - 1 : start] == "("
    closed = page.text[segment.quantity.end : segment.quantity.end + 1] == ")"
    plans = page.cues.within("plan", segment.before.start, start) if opened and closed else ()
    if plans:
        return _PLAN_NAMED.fullmatch(page.text, plans[-1].end, start) is not None
    return closed and segment.tie == "bracket" and _is_base(page, segment)


def _is_base(page: Page, segment: Segment) -> bool:
    """Whether a bracket tells the plan that a share was told of, where what was reached stands
    before: "VND3 billion, 75% of the plan (VND4 billion)"; not "75% of the plan (VND3 billion)"."""
    start, unit = segment.quantity.start, segment.quantity.unit
    sentence = page.sentence_at(start)
    reached = any(q.unit == unit for q in within(page.quantities, sentence.start, start))
    if unit in SHARES or not reached:
        return False
    for plan in page.cues.within("plan", sentence.start, start)[-1:]:
        told = _MEASURED_BY.search(page.text[sentence.start : plan.start])
        named = _PLAN_NAMED.fullmatch(page.text, plan.end, start)
        return bool(named and told and told["share"])
    return False
