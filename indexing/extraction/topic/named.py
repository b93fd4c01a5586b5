"""The words for schemes and measures at a figure that can be about it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.marks import BRACKET
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.base.shares import opens_base
from indexing.extraction.topic.patients import is_where_treated
from indexing.extraction.topic.topics import OF_CARE, OF_MEMBERS
from indexing.reading.metric.metrics import Term
from indexing.records import SHARES, UNCOUNTED, Span, Unit

_LINKED = re.compile(r"[^,;:()]{0,60}")
_WHOLES = frozenset({"collection", "late_payment", "benefits_paid", "participants"})
"""Measures that a percentage may be a part of."""
_FOR = re.compile(
    r",\s+for\s+(?:(?:the|its|their)\s+)?[^\W\d]+\s+"
    r"(?:pays|paid|bears|bore|has|is|was|were|buys|covers)\b",
    re.IGNORECASE,
)
"""Before a reason: "has 100%, for the State pays"."""
_SINCE = re.compile(r",\s+since\s+", re.IGNORECASE)
"""Before a reason, where no date follows: ", since most patients show the app"."""
_WEAK = re.compile(
    rf"{any_of('people.counted')} (?:in|with|have|has|had|signed up|are|were)$", re.IGNORECASE
)
_AUXILIARY = re.compile(
    r"\b(?:have|has|had)(?:\s+(?:already|now|also|just|ever|thus|since|so far))?"
    r"\s+(?:been|had|got|drawn|taken|chosen|given|sent|[^\W\d]{2,}ed)\b",
    re.IGNORECASE,
)
"""A word for having that only tells when another was done: "people have been granted"."""
_INCLUDED = re.compile(r"(?:\s+(?:under|by|of)\s+[^,;:.()]{1,30})?\s+included\b", re.IGNORECASE)
"""Behind a part of what is told: "VND461 trillion of benefits, treatment included"."""
_OF_EACH: Container[Unit] = frozenset({"people", "other", *UNCOUNTED})
"""Units of what may be told of all schemes together, with each person counted once."""


class NamedAt(NamedTuple):
    """What the words of a segment name, by where they stand."""

    inside: Sequence[Term]
    """In the printed quantity itself."""
    linked: Sequence[Term]
    """Behind it, in the same clause."""
    lead: Sequence[Term]
    tail: Sequence[Term]
    """All behind it, those linked among them."""


def named_at(page: Page, segment: Segment, planned: bool) -> NamedAt:
    """The words for schemes and measures at a figure that can be about it."""
    quantity = segment.quantity
    printed = (Span(quantity.start, quantity.end),)
    held = [page.terms_in(spans) for spans in (printed, segment.lead, segment.tail)]
    held = [[term for term in terms if not _is_auxiliary(page, term)] for terms in held]
    treated = next((term.id in OF_CARE for term in held[-1]), False)
    paid = any(term.id == "beneficiaries" for term in held[1])  # "the fund helped 900 people with"
    if treated or paid or not any(term.kind == "scheme" for terms in held for term in terms):
        held = [_without_weak(page, terms) for terms in held]
    inside, lead, tail = _without_counting(quantity.unit, held)
    if quantity.unit in SHARES and not planned and opens_base(page, segment):
        tail = [term for term in tail if term.id not in _WHOLES]  # "of the total revenue"
    lead = _unbracketed(page, segment.lead, lead)
    lead = [term for term in lead if not is_where_treated(page, quantity, lead, term)]
    tail = [t for t in tail if t.id in OF_MEMBERS or not _INCLUDED.match(page.text, t.end)]
    tail = [term for term in tail if not _explains(page, quantity.end, term)]
    linked = [t for t in tail if _LINKED.fullmatch(page.text, quantity.end, t.start)]
    return NamedAt(inside, linked, lead, tail)


def _unbracketed(page: Page, spans: Sequence[Span], terms: Sequence[Term]) -> list[Term]:
    """The terms of spans without the measures in brackets, where one stands outside: "benefits
    paid (lump sums) rose by" tells of what was paid."""
    if not terms:
        return []
    held = [found.span() for s in spans for found in BRACKET.finditer(page.text, s.start, s.end)]
    inner = [term for term in terms if any(low < term.start < high for low, high in held)]
    outer = any(term.kind == "measure" and term not in inner for term in terms)
    return [term for term in terms if not (outer and term.kind == "measure" and term in inner)]


def _without_counting(unit: Unit, held: Sequence[Sequence[Term]]) -> list[list[Term]]:
    """Without "each counted once" beside the name of a scheme, or of what are no people."""
    named = any(t.kind == "scheme" and not t.counting for terms in held for t in terms)
    drop = named or unit not in _OF_EACH
    return [[term for term in terms if not (drop and term.counting)] for terms in held]


def _explains(page: Page, start: int, term: Term) -> bool:
    """Whether a term stands in a clause that only gives the reason: ", when hospitals closed"."""
    if term.counting:
        return False
    reason = any(page.cues.any(kind, start, term.start) for kind in ("subclause", "reason"))
    reason = reason or _FOR.search(page.text, start, term.end + 1) is not None
    since = _SINCE.search(page.text, start, term.start)
    if since and not within(page.periods, since.end(), since.end() + 1):
        return True
    return reason or ";" in page.text[start : term.start]


def _is_auxiliary(page: Page, term: Term) -> bool:
    """Whether "people have" tells of nothing that they hold: "people have been given benefits"."""
    if not _WEAK.match(page.text, term.start, term.end):
        return False
    had = page.text.rfind("ha", term.start, term.end)
    return had >= 0 and _AUXILIARY.match(page.text, had) is not None


def _without_weak(page: Page, terms: Sequence[Term]) -> list[Term]:
    """Without "people had", "workers in", which tell of members only beside a scheme."""
    return [term for term in terms if not _WEAK.match(page.text, term.start, term.end)]
