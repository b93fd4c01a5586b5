"""What a figure says of its metric: a level, a change, a target, a share of it, or what is missing.

The judgement rests on the words of the figure's own segment; what these leave open is taken from
a parallel figure of the same sentence ("A 164,514, or 95.6% of the plan; B 93,000, or 90%").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.aspect.aims import is_aimed, is_reached
from indexing.extraction.aspect.alike import together
from indexing.extraction.aspect.attaining import is_of_plan, names_base, terms_of
from indexing.extraction.aspect.comparing import Comparison, comparison, is_standard
from indexing.extraction.aspect.gaps import (
    is_gap,
    is_wanting,
    lacks,
    same_gap,
    tells_more,
    than_before,
)
from indexing.extraction.aspect.joining import are_won
from indexing.extraction.aspect.judged import Judged
from indexing.extraction.aspect.ratios import wholes_of
from indexing.extraction.metric.bases import SCHEMES_OF, base_of_share
from indexing.extraction.metric.dependence import content
from indexing.extraction.page import Page, within
from indexing.extraction.segments import Segment
from indexing.extraction.wording import any_of
from indexing.records import SHARES, Direction, Span

_WHOLE = 100
_NEAR = 30
_PHRASE = 70
_FEWEST_WORDS = 3
"""Words of a clause that a colon ends; one alone ("Gained:") tells of the figure."""
_BARE = re.compile(rf"[\s,;(]*(?:and|,|{any_of('same.value')})?\s*", re.IGNORECASE)
_RAISED = re.compile(r"\b(?:raised|advanced|recovered|recovered (?:is|of|was))\s+$")
"""Before money: it was taken in; "raised by" tells a rise."""
_ADDS = re.compile(r"\badd(?:s|ed|ing)?\s+$", re.IGNORECASE)
"""Before money or a share: someone gives it on top of what others pay."""
_RISE_IN = re.compile(
    rf"\b(?:({any_of('changes.rises')})|{any_of('changes.falls')})\s+"
    r"(?:in|of)\s+[^,;:.\d]{1,60},\s*(?:by\s+|of\s+)?$"
    rf"|\b(?:({any_of('changes.rose')})|{any_of('changes.fell')})\b[^,;:.\d]{{1,60}},\s*by\s+$",
    re.IGNORECASE,
)
""" "The slight rise in membership, 405 people, ...", "rose most in Dong Thap, by 21 per cent"."""
_HAS = re.compile(r"\b(?:has|have|had|is|are|was|were)\s*$", re.IGNORECASE)
"""Right before a figure: it is how many there are, though others were told to have come."""
_OF_IT = re.compile(
    r"\s+of\s+(?:(?:it|them)\b|(?:this|that|these)(?=\s*[,.;)]|\s+(?:has|had|was|is|were)\b))",
    re.IGNORECASE,
)


def judge_all(
    page: Page,
    sentence: Span,
    segments: Sequence[Segment],
    aimed: bool = False,
    planned: bool = False,
    aim: bool = False,
) -> tuple[Judged, ...]:
    """The aspect of each segment of a sentence.

    `aimed`: it stands in a list of aims; `planned`: the percentages in brackets that the text told
    last were shares of a plan; `aim`: the sentence before set a sum as an aim.
    """
    judged: list[Judged] = []
    for index in range(len(segments)):
        found = _judge(page, sentence, segments, index, judged, planned, aim, aimed)
        wanted = aimed and found.aspect == "level" and segments[index].tie == "alone"
        wanted = wanted and not is_reached(page, segments[index])
        judged.append(found._replace(aspect="target") if wanted else found)
    return together(page, segments, judged)


def _judge(
    page: Page,
    sentence: Span,
    segments: Sequence[Segment],
    index: int,
    before: Sequence[Judged],
    told_planned: bool,
    told_aim: bool,
    aimed: bool,
) -> Judged:
    segment = segments[index]
    host = before[segment.host] if segment.host is not None and segment.host < index else None
    if segment.tie == "planned":
        return Judged("target", planned=True)
    if segment.tie in ("twin", "range") and host is not None:
        return host
    share = _is_share(segment)
    aim_before = index > 0 and before[-1].aspect == "target"
    if segment.quantity.unit == "percent" and (
        is_of_plan(page, segment) or (aim_before and _OF_IT.match(page.text, segment.quantity.end))
    ):
        return Judged("gap" if lacks(page, segment) else "target_pct")
    if is_standard(page, segment):
        start = segment.quantity.start - _NEAR
        planned = any(page.cues.any(k, start, _end(segment)) for k in ("plan", "aim"))
        return Judged("target" if planned else "level")
    against = comparison(page, sentence, segment)
    if against is not None and against.standard != "past":
        missed = against == Comparison("below", "plan")
        return Judged("gap") if missed else Judged("level", surplus=True)
    dated = any(within(page.periods, span.start, span.end) for span in segment.spans)
    explained = host if segment.tie == "bracket" and not dated else None
    if explained is not None and explained.aspect == "target" and aimed:
        other = segments[segment.host or 0].quantity  # of one kind: the result beside its target
        explained = None if segment.quantity.unit == other.unit else explained
    if explained is not None and explained.planned and share:
        return Judged("target_pct")  # "40,100/42,500 people (94.4%)"
    if explained is not None and explained.aspect in ("gap", "target"):
        return explained
    if is_gap(page, segment):
        planned = page.cues.any("plan", sentence.start, sentence.end)
        return Judged("gap") if planned or is_wanting(page, segment) else Judged("level", rest=True)
    if index and before[-1].aspect == "gap" and same_gap(page, segments[index - 1], segment):
        return before[-1]  # "1.4 points are missing, that is 11,700 people"
    if index and before[-1].aspect == "gap" and not share and tells_more(page, segment):
        return before[-1]  # "5,000 more in A and 700 more in B"
    past = against is not None or than_before(page, segment)
    if not past and is_aimed(page, sentence, segment):
        return Judged("target")
    if _way(page, segment, against) is not None:
        return Judged("change_pct" if segment.quantity.unit == "percent" else "change")
    counts_people = segment.quantity.unit == "people" or segment.quantity.unit_text is None
    if counts_people and not share and are_won(page, sentence, segment):
        return Judged("change", joined=True)
    if not share and tells_more(page, segment):
        return Judged("change", joined=counts_people)  # "640 holders more"
    if segment.quantity.unit == "percentage_points":
        return Judged("change")  # points tell a difference, never a level
    return _by_neighbour(page, segments, index, before, host, told_planned, told_aim)


def direction(page: Page, sentence: Span, segment: Segment) -> Direction | None:
    """The way the figure moved."""
    return _way(page, segment, comparison(page, sentence, segment))


def _way(page: Page, segment: Segment, against: Comparison | None) -> Direction | None:
    """The way a figure moved that is compared as told."""
    told = segment.quantity.direction
    money = segment.quantity.unit in ("VND", "USD")
    if money and any(_RAISED.search(page.text, s.start, s.end) for s in segment.lead[-1:]):
        return None
    share = money or segment.quantity.unit == "percent"
    if share and any(_ADDS.search(page.text, s.start, s.end) for s in segment.lead[-1:]):
        return None
    if told is not None and not _announced(page, segment):
        return told
    if against is not None and against.standard == "past":
        return "up" if against.side == "above" else "down"
    for lead in segment.lead[-1:]:
        moved = _RISE_IN.search(page.text, lead.start, lead.end)
        if moved:
            return "up" if moved[1] or moved[2] else "down"
    return None


def _announced(page: Page, segment: Segment) -> bool:
    """ "Social insurance went up: 231,650 people": the words before the colon told of a rise."""
    for lead in segment.lead[-1:]:
        before = page.text[lead.start : lead.end].rstrip(" *")
        return before.endswith(":") and len(before.split()) >= _FEWEST_WORDS
    return False


def _by_neighbour(
    page: Page,
    segments: Sequence[Segment],
    index: int,
    before: Sequence[Judged],
    host: Judged | None,
    told_planned: bool,
    told_aim: bool,
) -> Judged:
    """What a figure takes over from the one that it explains or runs parallel to."""
    segment = segments[index]
    share = _is_share(segment)
    if segment.tie == "bracket" and share and _moved(host):
        return Judged("change_pct")
    if share and segment.tie == "bracket" and segment.quantity.value > _WHOLE:
        return Judged("target_pct")  # "16,842 people (102.4%)" can be no share of people
    if share and segment.tie == "bracket" and host is not None and host.aspect == "target_pct":
        return host  # "93.7% of the plan (91.2% a year ago)"
    if share:
        told = _ratio(page, segments, index, before)
        if told is not None:
            return told
    past = before[index - 1] if index else None
    if not share:
        lacking = all(one.aspect == "gap" for one in before) and _is_bare(page, segment)
        if past is not None and lacking and _names_scheme(page, segment):
            return past  # "the compulsory scheme lacks 5,000 people and the voluntary one 12,000"
        if past is not None and _moved(past) and _tells_place_alone(page, segment):
            return past  # "Duc Hue gained 221 and Ben Luc 97"
        parallel = past is not None and past.joined and _goes_on(page, segment)
        return Judged("change", joined=True) if parallel else Judged("level")
    after_change = segment.tie != "bracket" and _moved(past) and segments[index - 1].tie == "alone"
    if after_change and _BARE.fullmatch(_text(page, segment.lead)):
        return Judged("change_pct")
    planned = any(judged.aspect == "target_pct" for judged in before)
    money = index > 0 and segments[index - 1].quantity.unit in ("VND", "USD")
    planned = planned or (told_planned if segment.tie == "bracket" else told_aim and money)
    if not planned or names_base(page, segment) or base_of_share(page, segment) in SCHEMES_OF:
        return Judged("level")
    own_measure = any(term.kind == "measure" for term in terms_of(page, segment))
    goes_on = own_measure or _is_bare(page, segment) or content(page, segment) == 0
    return Judged("target_pct" if goes_on else "level")


def _ratio(
    page: Page, segments: Sequence[Segment], index: int, before: Sequence[Judged]
) -> Judged | None:
    """A share of a target is its attainment, of any count but the people of a place no rate."""
    if _names_rate(page, segments[index]):
        return None
    for whole in wholes_of(segments, index):
        if before[whole].aspect == "target":
            return Judged("target_pct")
        counted = segments[whole].quantity
        spans = (*segments[whole].spans, Span(counted.start, counted.end))
        base = any(page.cues.any_in(kind, spans) for kind in ("of_population", "of_labour"))
        if before[whole].aspect == "level" and not base:
            return Judged("level", rest=True)
    return None


def _moved(judged: Judged | None) -> bool:
    """Whether a figure tells by how much something rose or fell."""
    return judged is not None and judged.aspect == "change" and not judged.joined


def _goes_on(page: Page, segment: Segment) -> bool:
    """Whether the figure runs on from the one before: "Tan Yen 161", "another 58,803"."""
    again = page.cues.any_in("again", segment.lead[-1:])
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
    return any(term.kind == "scheme" for term in terms_of(page, segment))


def _names_rate(page: Page, segment: Segment) -> bool:
    """Whether the segment says what rate it is."""
    owed = any(term.id == "late_payment_rate" for term in terms_of(page, segment))
    return owed or names_base(page, segment)


def _is_share(segment: Segment) -> bool:
    return segment.quantity.unit in SHARES


def _end(segment: Segment) -> int:
    return min([tail.end for tail in segment.tail[:1]] + [segment.quantity.end + _PHRASE])


def _text(page: Page, spans: Sequence[Span]) -> str:
    return "".join(page.text[span.start : span.end] for span in spans)
