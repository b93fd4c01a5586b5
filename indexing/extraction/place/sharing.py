"""Several places and several figures: which is dealt which, and what is told of all together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from indexing.extraction.metric.dealing import deals_schemes
from indexing.extraction.place.naming import province_of, qualified
from indexing.extraction.sentence.rows import is_aside
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.story.state import Story
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.gazetteer import gazetteer
from indexing.reading.folding import fold
from indexing.records import PlaceMention

_AND = re.compile(r"\s*(?:,|(?:,\s*)?(?:and|và)(?!\w))\s*", re.IGNORECASE)
_LAST_AND = re.compile(r"\s*,?\s*(?:and|và)\s+(?:in\s+|of\s+|at\s+)?(?:the\s+)?", re.IGNORECASE)
_VERSUS = re.compile(r"\s*,?\s*(?:versus|vs\.?|against|compared (?:with|to))\s*", re.IGNORECASE)
_FORMED = re.compile(r"\s+(?:have|has|had)?\s*(?:formed|made up|become|became|merged)\b")
"""Behind places: they are one now."""
_MERGER_REACH = 40
_OTHERS = re.compile(
    rf"\s*,?\s*(?:and|và)\s+(?:[\w-]+\s+){{1,2}}{any_of('places.others')}\b", re.IGNORECASE
)
"""Behind a place: others of its kind, counted and not named."""
_NAME = r"[A-ZĐ][^\W\d_A-Z]+(?:\s[A-ZĐ][^\W\d_A-Z]+)+"
_AND_NAMED = re.compile(
    rf"(?:,\s{_NAME})*,?\s+(?:and|và)\s+(?:the\s+{any_of('places.parts')}\s+of\s+)?{_NAME}\b"
)
"""Behind a place: another that is not known: "at the gates in Tra Linh and Ta Lung"."""
_DEALING = ("together", "respective")
"""The cues that tell that figures are dealt out to places."""


def dealt(
    page: Page,
    sentence: SentenceSpan,
    story: Story,
    segments: Sequence[Segment],
    segment: Segment,
) -> PlaceMention | None:
    """The place dealt out to a figure: "A and B have 5 and 6", "in A 5, in B 6; 2 and 3 of the
    respective totals"; with the word for it, also to the places of the sentence before or of the
    words behind.  Two places that are compared are dealt two figures that are: "5 versus 6"."""
    if len(segments) < 2:
        return None
    row = _in_a_row(page, segments, segment, _AND)
    if len(row) < 2:
        row = _in_a_row(page, segments, segment, _VERSUS)
        if len(row) != 2:
            return None
        named = _each_once(within(page.places, sentence.start, row[0].quantity.start))
        return named[row.index(segment)] if len(named) == 2 else None
    start, end = row[0].quantity.start, row[-1].quantity.end
    named = distinct(within(page.places, sentence.start, start))
    if any(page.cues.any(kind, sentence.start, sentence.end) for kind in _DEALING):
        last = named[-len(row) :]  # "Ha Nam had 7 and Hue 8; Vinh and Vinh Loc 5 and 6"
        beside = last and not within(page.quantities, last[0].start, start)
        told = last if beside and _in_one_row(page, last) else named
        behind = distinct(within(page.places, end, sentence.end))
        named = told or (behind if len(behind) == len(row) else ())
        if not named and not deals_schemes(page, sentence.span, len(row)):
            named = story.places.several
    else:
        each = _told_each(page, named, start)
        named = named[-len(row) :]  # "of the province's districts, A and B have 5 and 6"
        named = named if each or _in_one_row(page, named) else ()
        if not within(page.places, sentence.start, sentence.end):
            named = _dealt_before(page, sentence, story, row)
    return named[row.index(segment)] if len(named) == len(row) else None


def _in_one_row(page: Page, named: Sequence[PlaceMention]) -> bool:
    gaps = (page.text[a.end : b.start] for a, b in pairwise(named))
    return all(_AND.fullmatch(gap) for gap in gaps)


def _told_each(page: Page, named: Sequence[PlaceMention], start: int) -> bool:
    """Whether each of some places had a figure in the clauses before `start`: "Hue had 934 visits,
    Quang Tri 402; the bills came to 11 and 4"."""
    if len(named) < 2:
        return False
    ends = [*(place.start for place in named[1:]), start]
    had = [within(page.quantities, a.end, end) for a, end in zip(named, ends, strict=True)]
    return all(had) and ";" in page.text[named[-1].end : start]


def _dealt_before(
    page: Page, sentence: SentenceSpan, story: Story, row: Sequence[Segment]
) -> tuple[PlaceMention, ...]:
    """The places told of before that a row of figures is dealt to: "Health insurance: 92% and 91%".
    Where dates are told in number they are, a word for a place has them all, and things of two
    kinds are no such row: "412,600 pupils and 96,300 members"."""
    nouns = {fold(s.quantity.unit_text) for s in row if s.quantity.unit_text is not None}
    if len(nouns) > 1:
        return ()
    dates = {dated.period.notation for dated in within(page.periods, sentence.start, sentence.end)}
    gap = page.text[row[-2].quantity.end : row[-1].quantity.start]
    whole = ("own_region", "own_province", "whole_province", "district_talk")
    taken_up = any(page.cues.any(kind, sentence.start, sentence.end) for kind in whole)
    ended = _LAST_AND.fullmatch(gap) is not None
    return story.places.several if ended and len(dates) < 2 and not taken_up else ()


def distinct(mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places below the country, each where it is named first."""
    return _each_once([m for m in mentions if m.kind != "country"])


def _each_once(mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    first = {m.name: m for m in reversed(mentions)}
    return tuple(sorted(first.values(), key=lambda m: m.start))


def _in_a_row(
    page: Page, segments: Sequence[Segment], segment: Segment, between: re.Pattern[str]
) -> list[Segment]:
    """The figures told in one breath with a figure: "3.9% and 5.4%"."""
    at = next(i for i, s in enumerate(segments) if s.quantity.start == segment.quantity.start)
    first = last = at
    while first and _one_breath(page, segments[first - 1], segments[first], between):
        first -= 1
    while last + 1 < len(segments) and _one_breath(
        page, segments[last], segments[last + 1], between
    ):
        last += 1
    return [segment if i == at else segments[i] for i in range(first, last + 1)]


def _one_breath(page: Page, one: Segment, other: Segment, between: re.Pattern[str]) -> bool:
    gap = page.text[one.quantity.end : other.quantity.start]
    units = {one.quantity.unit, other.quantity.unit}
    bare = "other" in units and "percent" not in units  # "161 and 108 communes"
    same = bare or one.quantity.unit == other.quantity.unit
    same = same and other.tie != "range"  # "between 1,500 and 6,500" is one figure of one place
    return same and between.fullmatch(gap) is not None and not is_aside(page, one, other)


def together(
    page: Page, mentions: Sequence[PlaceMention], found: PlaceMention, home: str | None
) -> str | None:
    """The place of a figure that `found` tells of, by itself or with those it is joined to.

    Several places of one kind are none of them: districts of one province make a part of it,
    several provinces are no place of the table.
    """
    run = joined(page, mentions, found)
    others = _OTHERS.match(page.text, run[-1].end) or _AND_NAMED.match(page.text, run[-1].end)
    if len(run) < 2 and not others:
        return qualified(found, province_of(home))
    provinces = {province_of(qualified(m, province_of(home))) for m in run}
    if found.kind != "district":
        return _formed_of(page, run)
    return provinces.pop() if len(provinces) == 1 else None


def _formed_of(page: Page, run: Sequence[PlaceMention]) -> str | None:
    """The province that several make up together where the text tells that they were joined: "the
    province that Thai Nguyen and Bac Kan have formed"; else none."""
    low, high = run[0].start - _MERGER_REACH, run[-1].end + _MERGER_REACH
    if not page.cues.any("merger", low, high) and not _FORMED.match(page.text, run[-1].end):
        return None
    known = gazetteer()
    today = {known.successor(place.name) or place.name for place in run}
    name = today.pop() if len(today) == 1 else ""
    return name if set(known.former_parts(name)) == {place.name for place in run} else None


def joined(
    page: Page, mentions: Sequence[PlaceMention], found: PlaceMention
) -> Sequence[PlaceMention]:
    """The run of places, joined by commas and a last "and", that `found` stands in."""
    alike = [m for m in mentions if m.kind == found.kind]
    at = alike.index(found)
    first = last = at
    while first and _AND.fullmatch(page.text[alike[first - 1].end : alike[first].start]):
        first -= 1
    while last + 1 < len(alike) and _AND.fullmatch(
        page.text[alike[last].end : alike[last + 1].start]
    ):
        last += 1
    run = alike[first : last + 1]
    ended = len(run) > 1 and _LAST_AND.fullmatch(page.text[run[-2].end : run[-1].start])
    return run if ended else [found]
