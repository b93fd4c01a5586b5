"""What a percentage is a share of, and the people of a place that it is a share of.

"97.4% of the population", "18% of its working-age labour force", "of the 1.24 million inhabitants".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.wording import any_of
from indexing.records import Span

BASES = frozenset({"coverage", "population", "labour_force"})
"""Measures that make a percentage a share of people."""

Base = Literal["people", "labour", "others", "due", "else"]
"""What a percentage is a share of: the people of a place, its labour force, people of whom no
insurance is told, the money due, something else."""
SCHEMES_OF: Mapping[Base, tuple[str, ...]] = {
    "people": ("hi",),
    "labour": ("si", "compulsory_si", "voluntary_si", "ui"),
}
"""The schemes whose coverage has such a base, the likeliest first."""

_BASE = re.compile(r"\s*(?:(?:out )?of|among|trong|trên)\b", re.IGNORECASE)
_WHOSE = re.compile(r"\s*(?P<place>[^\W\d][^,;:.()\d]{1,30}?)['’]s?\s*(?=$|[,;:.()]|and\b)")
"""A place whose people are left out."""
_BASE_STOP = re.compile(
    r"[,;:()|]|\.\s|\b(?:who|which|(?<!all )(?<!everything )that|by|and)\b", re.IGNORECASE
)
"""Where a base ends; "all that was due" is one."""
_BASE_AHEAD = re.compile(
    rf"\b{any_of('bases.measured')}\s+(?P<base>[^,;:.()\d]{{1,60}}),\s*"
    rf"(?:(?:that|this|it|which|they)\s+)?{any_of('bases.equals')}?\s*$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:Of|Out of|Among)\s+[^,;:()]{1,60},\s*$")
"""The same at the head of a sentence, with their number: "Of the 1.24 million inhabitants, 92%"."""
_AMONG = re.compile(r"\b(?:[Aa]mong|(?:Of|Out of)\s+the)\b(?P<base>[^,;:.()\d]{1,60})")
BASE_REACH = 60
_INSURED = re.compile(rf"\b{any_of('people.insured')}\s+$", re.IGNORECASE)
"""Before people: a share of the members is no coverage."""
_INSURED_ONES = re.compile(
    rf"\s+(?:{any_of('people.insured')}\s+(?:{any_of('people.inhabitants')}|{any_of('people.counted')})"
    r"|members|contributors|cardholders|participants)\b",
    re.IGNORECASE,
)
_MEMBERS = frozenset({"participants", "coverage", "cards", "intake"})
_LIVING = re.compile(rf"\s+{any_of('people.live')}", re.IGNORECASE)
_PREDICATED = re.compile(
    r"\s+(?:out )?of\s+(?:(?:the|its|all|their|our)\s+)?(?:[^\W\d]+\s+)?"
    rf"{any_of('people.based')}\s+"
    rf"(who|that|whose|are|is|were|was|{any_of('people.do')})\b",
    re.IGNORECASE,
)
_GET = re.compile(rf"[^,;:.()\d]{{0,70}}\b{any_of('people.get')}\b", re.IGNORECASE)
_PAST_WORK = re.compile(rf"\b{any_of('people.past_work')}\b", re.IGNORECASE)
_BASE_KINDS: tuple[tuple[str, Base], ...] = (
    ("due", "due"),
    ("of_labour", "labour"),
    ("of_workers", "labour"),
    ("of_population", "people"),
)
_OF_ITS = re.compile(
    r"\d(?:\s+[a-z]+)?\s+(?:out\s+)?of\s+(?:its|(?:the\s+)?(?:[^\W\d]+\s+){0,2}[^\W\d]+['’]s?)\s+$",
    re.IGNORECASE,
)
_RESIDENT = re.compile(r"\b(?:inhabitants|residents)$", re.IGNORECASE)
SHARE_OF = re.compile(
    r"(?:%|\b(?:per\s?cent|pct))\s+of\s+(?:the|its|their|a|some|[\w’'-]+['’]s?)(?:\s+[^\W\d]+)?\s*$",
    re.IGNORECASE,
)
"""Before a count: it is what the percentage is a share of."""
_POPULATION_OF = re.compile(
    rf"\b(?:population|dân số)(?:\s+{any_of('bases.population_is')})*\s*:?\s*$", re.IGNORECASE
)
_LABOUR_OF = re.compile(
    rf"\b{any_of('bases.labour')}(?:\s+{any_of('bases.population_is')})+\s*:?\s*$", re.IGNORECASE
)
_OF_PLACE = re.compile(
    rf"\s*(?:the\s+|its\s+|this\s+|our\s+)?(?:whole\s+)?{any_of('places.kinds')}"
    r"(?:\s+as a whole)?\s*(?:$|[.,;:)]|\s(?:in|at|on|and|is|was)\b)",
    re.IGNORECASE,
)
_WHOLE_OF = re.compile(
    r"\d(?:\s+(?:million|billion|thousand|people|members))*\s+"
    r"(?:out\s+)?of\s+(?:the|its|their|all)\s+$",
    re.IGNORECASE,
)
_PLACE_OF = re.compile(rf"\b{any_of('places.kinds')}\s+of\s*$", re.IGNORECASE)
"""Before people: "the city of 1.13 million people"."""
_OUT_OF = re.compile(
    rf"\b{any_of('people.inhabitants')}\b.*\bout of\s*$", re.IGNORECASE | re.DOTALL
)
_MAKES_UP = re.compile(
    rf"\b{any_of('bases.makes_up')}\s+(?:(?:over|about|nearly|some|more than|around)\s+)?$",
    re.IGNORECASE,
)
_THEY = re.compile(
    r"\W*(?:They|These|Those|This|That|It|Both|Together"
    r"|The (?:former|latter|two|figure|number)s?)\b"
)
_INHABITANT = re.compile(r"\b(?:inhabitants?|dwellers|souls)\b", re.IGNORECASE)
_ANYONE = re.compile(rf"[^\W\d]*\b{any_of('people.inhabitants')}$", re.IGNORECASE)
PREDICATE = 40
"""Characters behind a count in which something may be told of those counted."""


def base_of_share(page: Page, segment: Segment) -> Base | None:
    """What the words at a percentage make it a share of; None where they do not tell."""
    start = segment.quantity.end
    if _INSURED_ONES.match(page.text, start):
        return "others"  # "nineteen in twenty insured people hold a free card"
    for tail in segment.tail[:1]:
        high = min(tail.end, start + BASE_REACH)
        opening = _BASE.match(page.text, start, high)
        if opening and high == tail.end:  # "93.9% of its 2.14 million people"
            for counted in within(page.quantities, high, high + 1):
                found = _base_in(page, counted.start, counted.end)
                if found is not None:
                    return found.base
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
            if _PAST_WORK.search(page.text, begin, end):
                return "others"
            people = found is not None and found.base in SCHEMES_OF
            if found is not None and found.weak and not _tells_of_members(page, segment):
                return "else"
            if people and _tells_of_others(page, segment):
                return "others"
            return found.base if found else "else"
    for lead in segment.lead[-1:]:
        if _is_among_members(page, lead):
            return "others"
        ahead = _BASE_AHEAD.search(page.text, lead.start, lead.end)
        if ahead is not None and _is_place(page, Span(*ahead.span("base"))):
            ahead = None  # "the districts of Muong Lat, 99.8 per cent"
        low = max(0, segment.quantity.start - BASE_REACH)
        ahead = ahead or _OF_ALL.search(page.text, low, segment.quantity.start)
        if ahead is not None:
            found = _base_in(page, ahead.start(), ahead.end())
            return found.base if found else "else"
    return None


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


def makes_up(page: Page, segment: Segment) -> bool:
    """ "Khmer people make up 30 per cent of the inhabitants": who is told of, not what they have.

    They may not be those of another figure: "12,000 members, making up 30 per cent", "they".
    """
    start = segment.quantity.start
    sentence = page.sentence_at(start)
    if within(page.quantities, sentence.start, start) or _THEY.match(page.text, sentence.start):
        return False
    return any(_MAKES_UP.search(page.text, s.start, s.end) for s in segment.lead[-1:])


def _tells_of_members(page: Page, segment: Segment) -> bool:
    """Whether the words at a percentage tell of insurance and those in it."""
    terms = (term for span in segment.spans for term in within(page.terms, span.start, span.end))
    return any(term.kind == "scheme" or term.id in _MEMBERS for term in terms)


def _tells_of_others(page: Page, segment: Segment) -> bool:
    """ "94 per cent of the population are Tay", "91% of the people who draw pensions", "58% of
    those living in the city receive it by bank account"."""
    for tail in segment.tail[:1]:
        if _GET.match(page.text, tail.start, tail.end) and not _tells_of_members(page, segment):
            return True
        found = _PREDICATED.match(page.text, tail.start, tail.end)
        if found is not None:
            if found[1].casefold() in ("who", "that", "whose"):
                return not _LIVING.match(page.text, found.end(), tail.end)
            return not any(
                term.kind == "scheme" or term.id in _MEMBERS
                for term in within(page.terms, found.start(1), tail.end)
            )
    return False


def opens_base(page: Page, segment: Segment) -> bool:
    """Whether "of" follows the figure: what stands there is what it is a share of."""
    return _BASE.match(page.text, segment.quantity.end) is not None


def counts_all(page: Page, segment: Segment, before: str) -> bool:
    """ "48,230 of its 48,770 inhabitants had health insurance": all who live there."""
    printed = page.text[segment.quantity.start : segment.quantity.end]
    return _OF_ITS.search(before) is not None and _RESIDENT.search(printed) is not None


def counts_residents(page: Page, segment: Segment) -> bool:
    """The whole of "484,500 of the province's 473,000 inhabitants"."""
    start = segment.quantity.start
    return counts_all(page, segment, page.text[max(0, start - BASE_REACH) : start])


def is_whole_of(page: Page, segment: Segment) -> bool:
    """ "1.02 million of the 5.9 million insured": the whole that the figure before is a part of."""
    start = segment.quantity.start
    return _WHOLE_OF.search(page.text, max(0, start - BASE_REACH), start) is not None


def base_counted(page: Page, segment: Segment) -> str | None:
    """The measure of those of whom shares are told, where a figure counts all of them."""
    if counts_population(page, segment):
        return "population"
    return "labour_force" if _counts_labour_force(page, segment) else None


def _counts_labour_force(page: Page, segment: Segment) -> bool:
    """ "A labour force of 986,000"."""
    quantity = segment.quantity
    low = max(0, quantity.start - BASE_REACH)
    counted = quantity.is_bare or quantity.unit == "people"
    return counted and _LABOUR_OF.search(page.text[low : quantity.start]) is not None


def counts_population(page: Page, segment: Segment) -> bool:
    """Whether a figure counts all who live in a place: "its 1.24 million inhabitants".

    Nothing may be told of them: "4,000 inhabitants in health insurance" are members.
    """
    quantity = segment.quantity
    if not quantity.is_bare and quantity.unit != "people":
        return False
    low = min((span.start for span in segment.lead), default=quantity.start)
    before = page.text[max(low - BASE_REACH, 0) : quantity.start]
    if _POPULATION_OF.search(before):
        return True
    printed = page.text[quantity.start : quantity.end]
    if (quantity.is_bare or _ANYONE.search(printed)) and _PLACE_OF.search(before):
        return True
    if quantity.is_bare:
        return _OUT_OF.search(before) is not None
    if counts_all(page, segment, before):
        return True
    told = [
        term
        for tail in segment.tail[:1]
        for term in within(page.terms, tail.start, min(tail.end, tail.start + PREDICATE))
        if term.id not in ("population", "labour_force")
    ]
    if SHARE_OF.search(before) and _ANYONE.search(printed):
        return not page.cues.any("undergone", quantity.start, quantity.end + PREDICATE)
    opening = any(term.start < quantity.end for term in within(page.terms, low, quantity.end))
    return bool(_INHABITANT.search(printed)) and not told and not opening
