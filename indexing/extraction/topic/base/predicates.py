"""What is told of the people that a percentage is a share of: that they are insured, or all else.

"18% of its workers | are in social insurance" is a coverage, "| are elderly" is none.
"""

from __future__ import annotations

import re

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import Span

_MEMBERS = frozenset({"participants", "coverage", "cards", "intake"})
_LIVING = re.compile(rf"\s+{any_of('people.live')}", re.IGNORECASE)
_PREDICATED = re.compile(
    r"\s+(?:out )?of\s+(?:(?:the|its|all|their|our)\s+)?(?:[^\W\d]+\s+)?"
    rf"{any_of('people.based')}\s+"
    rf"(who|that|whose|are|is|were|was|{any_of('people.do', 'people.modal')})\b",
    re.IGNORECASE,
)
_ARE = re.compile(r"\s+(?:are|is|were|was)\b", re.IGNORECASE)
_OF_WHERE = re.compile(r"\s+(?:of|in|from)\s+[^,;:.()\d]{1,60}?(?=\s+(?:are|is|were|was)\b)")
"""Behind people: whose they are."""
_INSIDE = re.compile(
    rf"\s+(?:now\s+|already\s+|be\s+)?{any_of('people.inside')}"
    r"(?=\s*(?:$|[.,;:)]|\b(?:by|in|until|before)\b))"
)
""" "48.6 per cent of the labour force is inside": of what the text tells of."""
_GET = re.compile(rf"[^,;:.()\d]{{0,70}}\b{any_of('people.get')}\b", re.IGNORECASE)
_CLOSE = re.compile(r"[,;:()]|\.\s")
_MAKES_UP = re.compile(
    rf"\b{any_of('bases.makes_up')}\s+(?:(?:over|about|nearly|some|more than|around)\s+)?$",
    re.IGNORECASE,
)
_THEY = re.compile(
    r"\W*(?:They|These|Those|This|That|It|Both|Together"
    r"|The (?:former|latter|two|figure|number)s?)\b"
)


def tells_of_members(page: Page, segment: Segment) -> bool:
    """Whether the words at a percentage tell of insurance and those in it."""
    terms = page.terms_in(segment.spans)
    return any(term.kind == "scheme" or term.id in _MEMBERS for term in terms)


def tells_of_others(page: Page, segment: Segment) -> bool:
    """ "94 per cent of the population are Tay", "91% of the people who draw pensions", "58% of
    those living in the city receive it by bank account"."""
    tail = segment.behind
    if _GET.match(page.text, *tail) and not tells_of_members(page, segment):
        return True
    found = _PREDICATED.match(page.text, *tail)
    if found is not None:
        if found[1].casefold() in ("who", "that", "whose"):
            return not _LIVING.match(page.text, found.end(), tail.end)
        return not _names_members(page, Span(found.start(1), tail.end), found.end())
    return False


def is_told_otherwise(page: Page, end: int) -> bool:
    """ "17 per cent of the 1.24 million inhabitants of the province | are elderly"."""
    where = _OF_WHERE.match(page.text, end)
    return are_of_group(page, where.end() if where else end)


def are_of_group(page: Page, end: int) -> bool:
    """Whether people are told to be such and such, and not to be insured: "are elderly"."""
    are = _ARE.match(page.text, end)
    if are is None:
        return False
    close = _CLOSE.search(page.text, are.end())
    stop = close.start() if close else len(page.text)
    such = page.cues.any("group", are.end(), stop)
    return such and not _names_members(page, Span(are.start(), stop), are.end())


def get_something(page: Page, segment: Segment, start: int) -> bool:
    """Whether a share of so many people is told to get what is no insurance: "99.7% of its 131,200
    eligible workers got the money"."""
    sentence = page.sentence_at(start)
    got = _GET.match(page.text, start, sentence.end)
    if got is None or tells_of_members(page, segment):
        return False
    return not _names_members(page, Span(start, sentence.end), got.end())


def _names_members(page: Page, clause: Span, said: int) -> bool:
    """Whether a clause tells of insurance and those in it; `said`: where its verb ends."""
    if _INSIDE.match(page.text, said):
        return True
    close = _CLOSE.search(page.text, said, clause.end)
    named = within(page.terms, clause.start, close.start() if close else clause.end)
    return any(term.kind == "scheme" or term.id in _MEMBERS for term in named)


def makes_up(page: Page, segment: Segment) -> bool:
    """ "Khmer people make up 30 per cent of the inhabitants": who is told of, not what they have.

    They may not be those of another figure: "12,000 members, making up 30 per cent", "they".
    """
    start = segment.quantity.start
    sentence = page.sentence_at(start)
    if within(page.quantities, sentence.start, start) or _THEY.match(page.text, sentence.start):
        return False
    return _MAKES_UP.search(page.text, *segment.before) is not None
