"""Figures that stand in a row: "5, 6 and 7", and those that "respectively" deals out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.records import Span

JOINT = re.compile(r"\s*(?:,|,?\s*\b(?:and|và)\b|&)\s*", re.IGNORECASE)
"""Between the figures of a row, and between what they are dealt out to."""
_WHOLE = 100


def rows_of(page: Page, segments: Sequence[Segment]) -> tuple[range, ...]:
    """The figures with nothing but commas and a last "and" between them, by index."""
    found = []
    start = 0
    for index in range(1, len(segments) + 1):
        if index < len(segments) and _goes_on(page, segments[index - 1], segments[index]):
            continue
        if index - start > 2 and start and _names_scheme(page, segments[start]):
            start += 1  # "A had 5 and B 6, 2 and 3 more, respectively"
        if index - start > 1 and _closes(page, segments[index - 2], segments[index - 1]):
            found.append(range(start, index))
        start = index
    return tuple(found)


def dealt_out(page: Page, sentence: Span, segments: Sequence[Segment]) -> tuple[range, ...]:
    """The rows that "respectively" deals out, and those of one length with them."""
    marks = page.cues.within("together", sentence.start, sentence.end)
    if not marks:
        return ()
    rows = rows_of(page, segments)
    past = [row for row in rows if segments[row[-1]].quantity.end <= marks[0].start]
    return tuple(row for row in rows if past and len(row) == len(past[-1]))


def _goes_on(page: Page, one: Segment, other: Segment) -> bool:
    if one.tie != other.tie or other.tie not in ("alone", "bracket") or one.host != other.host:
        return False
    units = (one.quantity.unit, other.quantity.unit)
    bare = one.quantity.is_bare
    many = bare and one.quantity.value > _WHOLE  # "had reached 15,900 and 96.4 per cent"
    alike = units[0] == units[1] or (bare and units[1] == "people")
    alike = alike or (many and units[1] == "percent")
    if not alike or not JOINT.fullmatch(page.text, one.quantity.end, other.quantity.start):
        return False
    some = page.of_them(other.quantity.end)  # "36,740, and 9,210 of these"
    return not (some or is_aside(page, one, other))


def is_aside(page: Page, one: Segment, other: Segment) -> bool:
    """ "3,105 people in compulsory insurance, a decrease of 41, and 972 in the voluntary scheme":
    what commas set off changes the figure before it, which the next one goes on with."""
    set_off = page.text[one.before.start : one.before.end].lstrip().startswith(",")
    closed = page.text[one.quantity.end : other.quantity.start].lstrip().startswith(",")
    moved = one.quantity.direction is not None and other.quantity.direction is None
    terms = within(page.terms, *other.behind)
    return set_off and closed and moved and any(term.kind == "scheme" for term in terms)


def _names_scheme(page: Page, segment: Segment) -> bool:
    terms = page.terms_in(segment.lead)
    return any(term.kind == "scheme" for term in terms)


def _closes(page: Page, one: Segment, other: Segment) -> bool:
    """Whether a row ends in "and": a comma alone may lead to anything."""
    joint = page.text[one.quantity.end : other.quantity.start]
    return joint.strip(" ,").casefold() in ("and", "và", "&")
