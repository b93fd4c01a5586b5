"""Which part of the whole a figure is about, and what an `other` figure counts.

A part is told by a word for a part ("poor", "pupils", "non-state", "private") among the figure's
own words; the group is the phrase around that word, as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexing.catalogue import OTHER
from indexing.extraction.binding import Bound
from indexing.extraction.page import Page
from indexing.extraction.segments import Segment
from indexing.extraction.topics import NOTHING, own_topic
from indexing.records import MetricFact, Span

_TRIM = " \n\t,;:.()*|–—-"
_LONGEST = 160
_LEADING = re.compile(r"^(?:of|for|to|among|the|and|cho|của)\s+", re.IGNORECASE)
_NOUN = re.compile(r"[^\W\d_][^\d]*$")
_BENEFIT = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+(?:benefits?|allowances?|chế độ|trợ cấp)\b", re.IGNORECASE
)
_PHRASE_REACH = 60
_EDGE = re.compile(
    r"[,;:.()|]|\b(?:was|were|is|are|had|has|have|been|given|to|for|got|get|who|which|while|in|by|among"
    r"|that|of whom|said|and also|cho|được)\b",
    re.IGNORECASE,
)


def group_of(page: Page, segment: Segment, bound: Bound) -> str | None:
    """The part that the figure's own words tell, as printed; None if they tell none."""
    if bound.metric == OTHER:
        return None
    quantity = segment.quantity
    if page.cues.any("group", quantity.start, quantity.end):
        noun = _NOUN.search(page.text, quantity.start, quantity.end)
        return noun.group() if noun else quantity.unit_text
    for span in (*segment.tail[:1], *reversed(segment.lead)):
        part = _part_in(page, span, segment)
        if part is not None:
            return part
    if bound.topic.measure in ("beneficiaries", "benefits_paid"):
        return _benefit(page, segment)
    return None


def _part_in(page: Page, span: Span, segment: Segment) -> str | None:
    cues = page.cues.within("group", span.start, span.end)
    if not cues:
        return None
    cue = cues[0] if span.start >= segment.quantity.end else cues[-1]
    low = max(span.start, cue.start - _PHRASE_REACH)
    start = max([low, *(e.end() for e in _EDGE.finditer(page.text, low, cue.start))])
    high = min(span.end, cue.end + _PHRASE_REACH)
    edge = _EDGE.search(page.text, cue.end, high)
    return _clean(page.text[start : edge.start() if edge else high])


def as_part(
    page: Page, segment: Segment, fact: MetricFact, past: Sequence[MetricFact]
) -> MetricFact:
    """The figure with the part that the figures before it in the sentence make it a part of.

    What explains another figure (its share, its change, its sum) is about the same part; what
    enterprises owe that were counted is their debt ("532 enterprises ... owing"); and what counts,
    by ellipsis, the same again is a part ("Of the 1,025,000 members 312,000 pay by household").
    """
    if fact.metric == OTHER or fact.group is not None or not past:
        return fact
    elliptic = segment.tie != "alone" or own_topic(page, segment) == NOTHING
    if elliptic and past[-1].group is not None and past[-1].metric != OTHER:
        return replace(fact, group=past[-1].group)
    firms = [other for other in past if other.unit == "enterprises"]
    if firms and fact.metric == "late_payment_amount":
        return replace(fact, group=page.text[firms[-1].start : firms[-1].end])
    named = any(page.cues.any("part", lead.start, lead.end) for lead in segment.lead)
    counted = segment.tie == "alone" and fact.aspect == "level"
    if counted and (elliptic or named) and _again(fact, past):
        return replace(fact, group=subject_of(page, segment))
    return fact


def _again(fact: MetricFact, past: Sequence[MetricFact]) -> bool:
    """Whether a level of the same whole was told before."""
    return any(
        (other.metric, other.unit, other.place, other.period, other.group, other.aspect)
        == (fact.metric, fact.unit, fact.place, fact.period, None, "level")
        for other in past
    )


def _benefit(page: Page, segment: Segment) -> str | None:
    """The kind of benefit that is paid or drawn: "sickness and maternity benefits"."""
    for span in (*segment.lead, *segment.tail):
        kinds = page.cues.within("benefit_kind", span.start, span.end)
        if kinds:
            noun = _BENEFIT.match(page.text, kinds[-1].end, span.end)
            return _clean(page.text[kinds[0].start : noun.end() if noun else kinds[-1].end])
    return None


def subject_of(page: Page, segment: Segment) -> str:
    """What is counted, in the report's words: those around the figure."""
    lead = " ".join(page.text[span.start : span.end] for span in segment.lead[-1:])
    tail = " ".join(page.text[span.start : span.end] for span in segment.tail[:1])
    printed = page.text[segment.quantity.start : segment.quantity.end]
    told = _clean(f"{lead.strip(_TRIM)} … {tail.strip(_TRIM)}".strip(" …"))
    return told[:_LONGEST].strip(_TRIM) or printed


def _clean(words: str) -> str:
    told = re.sub(r"\s+", " ", words).strip(_TRIM)
    return _LEADING.sub("", told, count=1)
