"""Counts beside the people that they are a part of: "93.9% of its 2.14 million people are insured".

What is told behind the base, or behind the share that a count is, is told of the count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from indexing.catalogue import BACKGROUND
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.topic.base.inhabitants import counts_population, counts_residents
from indexing.extraction.topic.base.shares import SCHEMES_OF, base_of_share, opens_base
from indexing.extraction.topic.topics import Topic

_OF_ALL = re.compile(
    r"\s+(?:of|out of)\s+(?:the|all|its|their|[\w’'-]+['’]s?)(?:\s+(?!and\b)[^\W\d]+){0,3}\s+"
    r"|\s+out\s+of\s+",
    re.IGNORECASE,
)
"""Between a part and the count that it is a part of: "63 of Hue's 1,900 stallholders"."""

_AT = re.compile(r"\s+(?:at|in|of|from|across|with)\s+(?:(?:the|its|all|some|about|over)\s+)*")
_NOT_IN = ("undergone", "negated", "left", "left_out")
"""Kinds of cues that tell of people who are in no scheme."""
_OF_THEM_ALL = re.compile(r"\s+of\s+[^,;:.\d]{1,40},\s+(?:or\s+)?")
"""Between a share and its count told in commas: "14% of the workforce, some 61,000 people, are"."""


def over_base(page: Page, segments: Sequence[Segment], index: int) -> Segment:
    """ "93.9% of its 2.14 million people in health insurance": the words behind the base too; and
    those behind the share that a count is, "3.1 million people or 93 per cent were insured"."""
    segment = segments[index]
    if index + 1 == len(segments):
        return segment
    base = segments[index + 1]
    if _is_share_of(page, segment, base):
        return replace(segment, tail=(*segment.tail, *base.tail))
    if _is_where(page, segment, base):
        return replace(segment, tail=(*segment.tail, *base.tail))
    if not opens_base(page, segment):
        return segment
    between = page.text[segment.quantity.end : base.quantity.start]
    part = counts_residents(page, base) or _OF_ALL.fullmatch(between) is not None
    part = part and segment.quantity.unit != "percent"
    told_again = _OF_THEM_ALL.fullmatch(between) and base.quantity.unit == "people"
    told_again = told_again and page.text.startswith(",", base.quantity.end)
    share = segment.quantity.unit == "percent" and (told_again or counts_population(page, base))
    return replace(segment, tail=(*segment.tail, *base.tail)) if share or part else segment


def _is_where(page: Page, counted: Segment, where: Segment) -> bool:
    """Whether a count only tells how many employers or places people were counted at: "148,000
    employees at 3,200 units take part in"."""
    units = counted.quantity.unit == "people" and where.quantity.unit == "enterprises"
    if not units or not _AT.fullmatch(page.text, counted.quantity.end, where.quantity.start):
        return False
    return not any(page.cues.any_in(kind, where.tail) for kind in _NOT_IN)


def of_base(page: Page, segments: Sequence[Segment], index: int, own: Topic, told: Topic) -> Topic:
    """ "20.1 million people, that is 42% of the labour force, had been members": their scheme is
    one whose coverage has that base, the one told last where it has."""
    following = segments[index + 1] if index + 1 < len(segments) else None
    open_to = own == Topic(None, "participants") and segments[index].quantity.unit == "people"
    if not open_to or following is None or following.quantity.unit != "percent":
        return own
    base = base_of_share(page, following)
    schemes = SCHEMES_OF.get(base, ()) if base is not None else ()
    at = page.sentence_at(segments[index].quantity.start)
    apart = any(term.id == told.scheme for term in within(page.terms, at.start, at.end))
    known = told.scheme in schemes and not apart  # "voluntary members numbered 2.26 million"
    scheme = told.scheme if known else next(iter(schemes), None)
    return Topic(scheme, own.measure) if scheme else own


def _is_share_of(page: Page, counted: Segment, share: Segment) -> bool:
    """Whether a count that no word tells of is told once more as a percentage."""
    start, end = counted.quantity.end, share.quantity.start
    units = counted.quantity.unit in ("people", "other") and share.quantity.unit == "percent"
    terms = (term for span in counted.spans for term in within(page.terms, *span))
    silent = all(term.id in BACKGROUND for term in terms)  # "over the whole population, 79,000"
    silent = silent and not counts_population(page, counted)
    asides = page.cues.within("aside", start, end)
    opened = asides[0].start if asides else end
    return units and silent and not set(page.text[start:opened]) - set(" ,")
