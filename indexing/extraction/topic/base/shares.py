"""What a percentage is a share of, and the people of a place that it is a share of.

"97.4% of the population", "18% of its working-age labour force", "of the 1.24 million inhabitants".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from indexing.catalogue import BACKGROUND
from indexing.extraction.sentence.once import once
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.base.inhabitants import BASE_REACH, antecedent
from indexing.extraction.topic.base.predicates import (
    are_of_group,
    get_something,
    is_told_otherwise,
    tells_of_members,
    tells_of_others,
)
from indexing.records import Span

BASES = BACKGROUND | {"coverage"}
"""Measures that make a percentage a share of people."""

Base = Literal["people", "labour", "others", "due", "else"]
"""What a percentage is a share of: the people of a place, its labour force, people of whom no
insurance is told, the money due, something else."""
SCHEMES_OF: Mapping[Base, tuple[str, ...]] = {
    "people": ("hi",),
    "labour": ("si", "compulsory_si", "voluntary_si", "ui"),
}
"""The schemes whose coverage has such a base, the likeliest first."""

_BASE = re.compile(
    r"\s*(?:(?:out )?of|among|trong|trên)\b(?:\s+that(?=\s+[^\W\d]{3}))?", re.IGNORECASE
)
_WHOSE = re.compile(r"\s*(?P<place>[^\W\d][^,;:.()\d]{1,30}?)['’]s?\s*(?=$|[,;:.()]|and\b)")
"""A place whose people are left out."""
_BASE_STOP = re.compile(
    r"[,;:()|]|\.\s|\b(?:who(?!\s+(?:live|reside)\b)|by|and"
    r"|(?<!all )(?<!everything )(?<!amount )(?<!sum )(?<!money )(?<!total )(?:that|which))\b",
    re.IGNORECASE,
)
"""Where a base ends; "all that was due" is one, and "the amount that must be collected"."""
_BASE_AHEAD = re.compile(
    rf"\b{any_of('bases.measured')}\s+(?P<base>[^,;:.()\d]{{1,60}}),\s*"
    rf"(?:(?:(?:that|this|it|which|they)\s+)?{any_of('bases.equals')}?|[^,;:.()\d]{{1,60}}:)\s*$",
    re.IGNORECASE,
)
"""Before a percentage: its base, "measured against what is due, the order changes:"."""
_RELATIVE = re.compile(r",\s+(?:where|which|who|whose)\b[^,]*$")
_AS_SHARE = re.compile(
    rf"\bas an? {any_of('attaining.shares')} of\s+(?P<base>[^,;:.()\d]{{1,90}})$", re.IGNORECASE
)
""" "As a proportion of what falls due they now make up 2.1 per cent"."""
_OF_ALL = re.compile(r"\b(?:Of|Out of|Among)\s+[^,;:()]{1,60},\s*$")
"""The same at the head of a sentence, with their number: "Of the 1.24 million inhabitants, 92%"."""
_AMONG = re.compile(r"\b(?:[Aa]mong|(?:Of|Out of)\s+the)\b(?P<base>[^,;:.()\d]{1,60})")
_INSURED = re.compile(rf"\b{any_of('people.insured')}\s+$", re.IGNORECASE)
"""Before people: a share of the members is no coverage."""
_INSURED_ONES = re.compile(
    rf"\s+(?:{any_of('people.insured')}\s+(?:{any_of('people.inhabitants')}|{any_of('people.counted')})"
    r"|members|contributors|cardholders|participants)\b",
    re.IGNORECASE,
)
_OF_MEMBERS = re.compile(
    r"\s+(?:of\s+)?(?:(?:the|all|its|their|these|those)\s+){0,2}(?P<whose>(?:[^\W\d]+\s+){0,3}?)"
    r"(?:members|contributors|cardholders|participants)\b(?:\s+(?:of|in)\s+[^,;:.\d]{1,40}?)?"
    r"\s+(?:are|were|live|work|come|came|need|belong)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\b", re.IGNORECASE)
_PAST_WORK = re.compile(rf"\b{any_of('people.past_work')}\b", re.IGNORECASE)
_PREDICATE = re.compile(rf"\b{any_of('bases.predicates')}\b", re.IGNORECASE)
_BASE_KINDS: tuple[tuple[str, Base], ...] = (
    ("due", "due"),
    ("of_labour", "labour"),
    ("of_workers", "labour"),
    ("of_population", "people"),
)
_OF_PLACE = re.compile(
    rf"\s*(?:the\s+|its\s+|this\s+|our\s+)?(?:whole\s+)?{any_of('places.kinds')}"
    r"(?:\s+as a whole)?\s*(?:$|[.,;:)]|\s(?:in|at|on|and|is|was)\b)",
    re.IGNORECASE,
)


@once
def base_of_share(page: Page, segment: Segment) -> Base | None:
    """What the words at a percentage make it a share of; None where they do not tell."""
    start = segment.quantity.end
    of_members = _is_of_members(page, start) or _is_of_those_told(page, segment)
    if of_members or _INSURED_ONES.match(page.text, start):
        return "others"  # "nineteen in twenty insured people hold a free card"
    if (living := antecedent(page, segment)) is not None:
        return "people" if living == "population" else "labour"
    tail = segment.behind
    high = min(tail.end, start + BASE_REACH)
    opening = _BASE.match(page.text, start, high)
    if opening and high == tail.end:  # "93.9% of its 2.14 million people"
        for counted in within(page.quantities, high, high + 1):
            found = _base_in(page, opening.end(), counted.end)  # "of a workforce of 448,500"
            if found is not None:
                told = is_told_otherwise(page, counted.end)
                told = told or get_something(page, segment, counted.end)
                return "others" if told else found.base
    begin = opening.end() if opening else start
    whose = _WHOSE.match(page.text, begin, high)
    if whose is not None and _is_place(page, Span(*whose.span("place"))):
        return None  # "95 per cent of Da Lat's people and 93 per cent of Bao Loc's"
    if opening and _OF_PLACE.match(page.text, begin, high):
        opening = None  # "the 94.6 per cent of the province as a whole"
    stop = _BASE_STOP.search(page.text, begin, high)
    end = stop.start() if stop else high
    found = _base_in(page, begin, end)
    named = found is not None and not page.text[begin : found.start].strip()
    if opening or named:
        if _is_past_work(page, begin, end):
            return "others"
        people = found is not None and found.base in SCHEMES_OF
        if found is not None and found.weak and not tells_of_members(page, segment):
            return "else"
        if people and tells_of_others(page, segment):
            return "others"
        return found.base if found else "else"
    return _base_before(page, segment)


def _base_before(page: Page, segment: Segment) -> Base | None:
    """The same by the words before a percentage: "Of the 1.24 million inhabitants, 92%"."""
    lead, start = segment.before, segment.quantity.start
    if _is_among_members(page, lead):
        return "others"
    share = _AS_SHARE.search(page.text, *lead)
    found = _base_in(page, *share.span("base")) if share else None
    if found is not None:
        return found.base
    ahead = _BASE_AHEAD.search(page.text, *lead)
    if ahead is not None and _is_place(page, Span(*ahead.span("base"))):
        ahead = None  # "the districts of Muong Lat, 99.8 per cent"
    if ahead is not None and _RELATIVE.search(page.text, lead.start, ahead.start()):
        ahead = None  # "A Luoi, where most families are of a minority, ..."
    low = max(0, start - BASE_REACH)
    ahead = ahead or _OF_ALL.search(page.text, low, start)
    if ahead is not None:
        if _is_past_work(page, ahead.start(), ahead.end()):
            return "others"
        found = _base_in(page, ahead.start(), ahead.end())
        if found is not None and are_of_group(page, segment.quantity.end):
            return "others"
        return found.base if found else "else"
    among = _AMONG.search(page.text, low, start)
    found = _base_in(page, *among.span("base")) if among else None
    if among and among.end() == start and found and not found.weak:
        return "others" if are_of_group(page, segment.quantity.end) else found.base
    return None


def _is_of_members(page: Page, start: int) -> bool:
    """ "70 per cent of the voluntary members are farmers": of those insured; members of a family or
    a union are no members of an insurance."""
    told = _OF_MEMBERS.match(page.text, start)
    if told is None:
        return False
    schemes = (t for t in within(page.terms, *told.span()) if t.kind == "scheme")
    return not told["whose"] or any(schemes)


def _is_of_those_told(page: Page, segment: Segment) -> bool:
    """ "812,000 members, 12 per cent of them in households": of those insured."""
    start = segment.quantity.start
    past = within(page.quantities, page.sentence_at(start).start, start)[-1:]
    told = (term for one in past for term in within(page.terms, one.start, one.end))
    members = any(term.id == "participants" for term in told)
    return members and _OF_THEM.match(page.text, segment.quantity.end) is not None


def _is_past_work(page: Page, start: int, end: int) -> bool:
    """ "Of the people past retirement age"; not "of the labour force is insured for old age"."""
    told = _PREDICATE.search(page.text, start, end)
    return _PAST_WORK.search(page.text, start, told.start() if told else end) is not None


def _is_among_members(page: Page, lead: Span) -> bool:
    """ "Among members, 61 per cent are women", "of the participants, ...": who they are, no rate of
    how many are insured."""
    bases = (found.span("base") for found in _AMONG.finditer(page.text, lead.start, lead.end))
    terms = (term for base in bases for term in within(page.terms, *base))
    return any(term.id == "participants" for term in terms)


def _is_place(page: Page, span: Span) -> bool:
    around = within(page.places, span.start - BASE_REACH, span.end)
    return any(place.start <= span.start and span.end <= place.end for place in around)


@dataclass(frozen=True, slots=True)
class _BaseWord:
    base: Base
    start: int
    weak: bool
    """Whether it is a base only where the insured are told of."""


def _base_in(page: Page, start: int, end: int) -> _BaseWord | None:
    for kind, base in _BASE_KINDS:
        for cue in page.cues.within(kind, start, end):
            if base == "due" or not _INSURED.search(page.text, start, cue.start):
                return _BaseWord(base, cue.start, kind == "of_workers")
    return None


def opens_base(page: Page, segment: Segment) -> bool:
    """Whether "of" follows the figure: what stands there is what it is a share of."""
    return _BASE.match(page.text, segment.quantity.end) is not None
