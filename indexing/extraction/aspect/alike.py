"""Figures told in a row or a list: what one of them says of its metric, the others say too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.sentence.rows import rows_of
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import RELATIVE, SHARES, Span

_DID = any_of("sentences.auxiliaries", "aims.reached")
_LISTED = re.compile(rf"(?:(?!\b{_DID}\b)[^.;:()\d])*(?:,\s*and|\band|,)\s*", re.IGNORECASE)
"""Between two figures of one list, without a verb."""
_LINKS = rf"(?:\s|\b{any_of('counts.links')}\b)*"
_AND = re.compile(rf"{_LINKS}\b(?:and|và)\b{_LINKS}", re.IGNORECASE)
"""Between two counts that one verb tells, without their schemes and places."""
_NO_MORE = re.compile(rf"{_LINKS}(?:[.,;:)]|$)", re.IGNORECASE)
"""Behind the second of them."""
_AND_THEN = re.compile(r",\s+and\s")
_VERB = re.compile(rf"\s+(?:[^\W\d]+\s+){{0,2}}?{_DID}\b", re.IGNORECASE)
"""Behind a figure: it is a subject of its own."""


def together(
    page: Page, segments: Sequence[Segment], judged: Sequence[Judged]
) -> tuple[Judged, ...]:
    """Figures in a row are alike: "17 and 20 thousand more", "up 4 and 22 per cent"."""
    found = list(judged)
    for row in rows_of(page, segments):
        if _are_clauses(page, segments, row):
            continue
        moved = [found[at] for at in (row[0], row[-1]) if found[at].aspect != "level"]
        relative = bool(moved) and moved[0].aspect in RELATIVE
        for index in row if moved else ():
            fits = segments[index].quantity.unit in SHARES or not relative
            found[index] = moved[0] if fits and found[index].aspect == "level" else found[index]
    for index in range(len(segments) - 1):
        one, other = segments[index].quantity, segments[index + 1].quantity
        if found[index].aspect == "target" and found[index + 1].aspect == "level":
            joined = goes_on(page, segments[index], segments[index + 1])
            found[index + 1] = found[index] if joined else found[index + 1]
        joint = page.text[one.end : other.start].strip(" ,").casefold()
        grown = found[index].aspect == "level" and found[index + 1].aspect == "change_pct"
        if joint in ("or", "hay") and grown and one.unit not in SHARES:
            found[index] = Judged("change")  # "VND289 billion or 9.3 per cent higher"
    return tuple(found)


def coordinated(page: Page, one: Segment, other: Segment) -> bool:
    """Whether two counts are told by one verb, each of its own scheme: "41 compulsory members and
    17 voluntary ones", "410 in compulsory and 972 in voluntary social insurance"."""
    if one.tie != "alone" or other.tie != "alone":
        return False
    first, second, tail = one.quantity, other.quantity, other.behind
    between = "".join(page.unnamed([Span(first.end, second.start)], terms=True))
    behind = "".join(page.unnamed([tail], terms=True))
    named = within(page.terms, second.start, tail.end)
    return bool(named and _AND.fullmatch(between) and _NO_MORE.match(behind))


def _are_clauses(page: Page, segments: Sequence[Segment], row: range) -> bool:
    """ "It has 331,800 members, and 9,560 have to be added": two clauses, no row of two."""
    one, last = segments[row[0]].quantity, segments[row[-1]].quantity
    between = page.text[one.end : last.start]
    verb = _VERB.match(page.text, last.end) is not None
    return len(row) == 2 and verb and _AND_THEN.search(between) is not None


def goes_on(page: Page, one: Segment, other: Segment) -> bool:
    """Whether a figure goes on with another of its kind: "312,000 in A and 45,000 in B"."""
    start, end = one.quantity.end, other.quantity.start
    alike = other.quantity.is_bare or one.quantity.unit == other.quantity.unit
    alike = alike and one.tie == other.tie == "alone"
    dated = within(page.periods, start, end) or page.cues.any("turn", start, end)
    told = _VERB.match(page.text, other.quantity.end) is not None  # "of 24,500, 16,100 were found"
    return alike and not (dated or told) and _LISTED.fullmatch(page.text, start, end) is not None
