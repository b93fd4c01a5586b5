"""What a figure's aspect is by the figure that it explains or runs parallel to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.aspect.attaining import names_base
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.aspect.ratios import goals_of, wholes_of
from indexing.extraction.metric.continued.own_content import content
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.base.shares import SCHEMES_OF, base_of_share
from indexing.records import CURRENCIES, SHARES, Span

_WHOLE = 100
_DID = re.compile(rf"\s+{any_of('people.did')}\b")
"""Behind a number: what those are told to be or do, who then need not have joined."""
_BARE = re.compile(rf"[\s,;(]*(?:and|,|{any_of('same.value')})?\s*", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have|had|is|are|was|were)\s*$", re.IGNORECASE)
"""Right before a figure: it is how many there are, though others were told to have come."""


def by_neighbour(
    page: Page,
    segments: Sequence[Segment],
    index: int,
    before: Sequence[Judged],
    host: Judged | None,
    told_planned: bool,
    told_aim: bool,
    told_shared: bool,
) -> Judged:
    """What a figure takes over from the one that it explains or runs parallel to.

    `host`: what the one that it explains tells; `told_planned`, `told_aim`, `told_shared`: as
    `planned`, `aim` and `shared` of `judge_all`.
    """
    segment = segments[index]
    if segment.quantity.unit not in SHARES:
        return _count(page, segment, before)
    told = _in_bracket(segment, host) or _ratio(page, segments, index, before)
    if told is not None:
        return told
    last = segments[index - 1] if index else None
    moved = last is not None and last.tie == "alone" and _moved(before[index - 1])
    moved = moved and segment.tie != "bracket" and base_of_share(page, segment) is None
    if moved and _BARE.fullmatch(_text(page, segment.lead)):
        return Judged("change_pct")
    money = last is not None and last.quantity.unit in CURRENCIES
    of_sum = money and (told_aim or (told_shared and base_of_share(page, segment) is None))
    planned = (told_planned and segment.tie == "bracket") or of_sum
    planned = planned or any(judged.aspect == "target_pct" for judged in before)
    return Judged("target_pct" if planned and _goes_on_with_plan(page, segment) else "level")


def _count(page: Page, segment: Segment, before: Sequence[Judged]) -> Judged:
    """The same of a figure that is no percentage; `before`: those told before it."""
    past = before[-1] if before else None
    lacking = all(one.aspect == "gap" for one in before) and _is_bare(page, segment)
    if past is not None and lacking and _names_scheme(page, segment):
        return past  # "the compulsory scheme lacks 5,000 people and the voluntary one 12,000"
    if past is not None and _moved(past) and _tells_place_alone(page, segment):
        return past  # "Duc Hue gained 221 and Ben Luc 97"
    told = _DID.match(page.text, segment.quantity.end) is not None
    parallel = past is not None and past.joined and _goes_on(page, segment) and not told
    return Judged("change", joined=True) if parallel else Judged("level")


def _in_bracket(segment: Segment, host: Judged | None) -> Judged | None:
    """What a percentage tells in a bracket, where the figure before the bracket settles it."""
    if segment.tie != "bracket":
        return None
    if _moved(host):
        return Judged("change_pct")
    if segment.quantity.value > _WHOLE:
        return Judged("target_pct")  # "16,842 people (102.4%)" can be no share of people
    attained = host is not None and host.aspect == "target_pct"
    return host if attained else None  # "93.7% of the plan (91.2% a year ago)"


def _goes_on_with_plan(page: Page, segment: Segment) -> bool:
    """Whether a percentage is of the plan that was told, as no words of its own tell otherwise."""
    if names_base(page, segment) or base_of_share(page, segment) in SCHEMES_OF:
        return False
    own_measure = any(term.kind == "measure" for term in page.terms_in(segment.spans))
    return own_measure or _is_bare(page, segment) or content(page, segment) == 0


def _ratio(
    page: Page, segments: Sequence[Segment], index: int, before: Sequence[Judged]
) -> Judged | None:
    """A share of a target is its attainment, of any count but the people of a place no rate."""
    if _names_rate(page, segments[index]):
        return None
    if any(before[whole].aspect == "target" for whole in goals_of(segments, index)):
        return Judged("target_pct")
    for whole in wholes_of(segments, index):
        if before[whole].aspect == "target":
            return Judged("target_pct")
        counted = segments[whole].quantity
        spans = (*segments[whole].spans, Span(counted.start, counted.end))
        base = any(page.cues.any_in(kind, spans) for kind in ("of_population", "of_labour"))
        if before[whole].aspect == "level" and not base:
            return Judged("level", rest=True)
    return None


def is_same_told(page: Page, segment: Segment) -> bool:
    """Whether a figure only says once more what the one before it says: ", or 4.9 per cent"."""
    return _BARE.fullmatch(_text(page, segment.lead)) is not None


def _moved(judged: Judged | None) -> bool:
    """Whether a figure tells by how much something rose or fell."""
    return judged is not None and judged.aspect == "change" and not judged.joined


def _goes_on(page: Page, segment: Segment) -> bool:
    """Whether the figure runs on from the one before: "Tan Yen 161", "another 58,803"."""
    again = page.cues.any("again", *segment.before)
    placed = any(within(page.places, s.start, s.end) for s in segment.lead)
    silent = placed and content(page, segment, "neutral", "ranked") == 0
    silent = silent and not _HAS.search("".join(page.unnamed(segment.lead)))
    return again or silent or _is_bare(page, segment)


def _tells_place_alone(page: Page, segment: Segment) -> bool:
    """Whether a place, and nothing but it, stands before the figure."""
    placed = any(within(page.places, s.start, s.end) for s in segment.lead)
    return placed and segment.tie == "alone" and _is_bare(page, segment)


def _is_bare(page: Page, segment: Segment) -> bool:
    """Whether only names, dates and linking words stand before the figure."""
    return _BARE.fullmatch(" ".join(page.unnamed(segment.lead, terms=True))) is not None


def _names_scheme(page: Page, segment: Segment) -> bool:
    return any(term.kind == "scheme" for term in page.terms_in(segment.spans))


def _names_rate(page: Page, segment: Segment) -> bool:
    """Whether the segment says what rate it is."""
    owed = any(term.id == "late_payment_rate" for term in page.terms_in(segment.spans))
    return owed or names_base(page, segment)


def _text(page: Page, spans: Sequence[Span]) -> str:
    return "".join(page.text[span.start : span.end] for span in spans)
