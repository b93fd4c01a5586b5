"""What a figure says of its metric: a level, a change, a target, a share of it, or what is missing.

The judgement rests on the words of the figure's own segment; what these leave open is taken from
a parallel figure of the same sentence ("A 164,514, or 95.6% of the plan; B 93,000, or 90%").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.aspect.aim.lists import is_reached
from indexing.extraction.aspect.aim.wanted import is_aimed
from indexing.extraction.aspect.alike import coordinated, goes_on, together
from indexing.extraction.aspect.attaining import is_of_plan, is_plan_of_share
from indexing.extraction.aspect.comparing import Comparison, comparison, is_standard, passes_plan
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
from indexing.extraction.aspect.moving import direction
from indexing.extraction.aspect.neighbours import by_neighbour, is_same_told
from indexing.extraction.aspect.ratios import wholes_of
from indexing.extraction.sentence.rows import rows_of
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.records import SHARES, Span

_NEAR = 30
_PHRASE = 70
_OF_IT = re.compile(
    r"\s+of\s+(?:(?:it|them)\b|(?:this|that|these)(?=\s*[,.;)]|\s+(?:has|had|was|is|were)\b))",
    re.IGNORECASE,
)
_SHORT_OF = re.compile(
    rf"\s+{any_of('gaps.short')}\s+of\s+(?:the\s+|its\s+|their\s+)?", re.IGNORECASE
)
_OF_WHOM = re.compile(
    r"[^;:.\d]*?,?\s*\b(?:of\s+(?:whom|which|them|these)|among\s+(?:whom|which|them))\s*,?\s*",
    re.IGNORECASE,
)
_IS_DONE = re.compile(r"\s+(?:[^\W\d]+\s+){0,2}?(?:has|have|had|was|were)\b", re.IGNORECASE)
"""Behind a part: it was reached."""
_LABEL = re.compile(r"(?:^|:)\W*$")
"""Before a figure that no verb tells: an item, or what stands behind its label."""
_OF_THE = re.compile(r"\W*(?:Of|Out of|From)\s+(?:(?:the|its|a|this)\s+)?(?:[^\W\d]+\s+){0,4}?")
_OF_THEIRS = re.compile(r"\s+of\s+(?:theirs|its own|their own)\b(?!\s+[^\W\d])", re.IGNORECASE)
""" "62% of the plan, compulsory insurance 97% of theirs"."""


def judge_all(
    page: Page,
    sentence: Span,
    segments: Sequence[Segment],
    aimed: bool = False,
    planned: bool = False,
    aim: bool = False,
    shared: bool = False,
) -> tuple[Judged, ...]:
    """The aspect of each segment of a sentence.

    `aimed`: it stands in a list of aims; `planned`: the percentages in brackets that the text told
    last were shares of a plan, `shared`: those behind a sum; `aim`: the sentence before set a sum
    as an aim.
    """
    judged: list[Judged] = []
    in_row = {index for row in rows_of(page, segments) for index in row[1:]} if aimed else set()
    reached = False
    for index in range(len(segments)):
        found = _judge(page, sentence, segments, index, judged, planned, aim, shared, aimed)
        before = page.text[sentence.start : segments[index].quantity.start]
        listed = found.joined and _LABEL.search(before) is not None
        wanted = aimed and (found.aspect == "level" or listed)
        wanted = wanted and segments[index].tie == "alone"
        if wanted:  # "A and B stand at 84 and 87 per cent": both
            reached = is_reached(page, segments[index]) or (reached and index in in_row)
        wanted = wanted and not reached
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
    told_shared: bool,
    aimed: bool,
) -> Judged:
    segment = segments[index]
    host = before[segment.host] if segment.host is not None and segment.host < index else None
    if segment.tie == "planned":
        return Judged("target", planned=True)
    if segment.tie in ("twin", "range") and host is not None:
        return host
    share = segment.quantity.unit == "percent"
    if share and any(segments[at].tie == "planned" for at in wholes_of(segments, index)):
        return Judged("target_pct")  # "1,118 of the 1,640 people it was told to find, 68.2%"
    of_plan = bool(before) and before[-1].aspect == "target_pct"
    if of_plan and is_plan_of_share(page, segments[index - 1], segment):
        return Judged("target")
    against = comparison(page, segment)
    return (
        _against_standard(page, segments, index, before, against, told_aim)
        or _explaining(page, segments, index, host, aimed)
        or _lacking(page, sentence, segments, index, before)
        or _moving(page, sentence, segment, against)
        or _off_aim(segment, before)
        or _of_aim(page, segments, index, before)
        or by_neighbour(page, segments, index, before, host, told_planned, told_aim, told_shared)
    )


def _against_standard(
    page: Page,
    segments: Sequence[Segment],
    index: int,
    before: Sequence[Judged],
    against: Comparison | None,
    told_aim: bool,
) -> Judged | None:
    """A share of a plan, a standard itself, or by how much one was passed or missed."""
    segment = segments[index]
    if index and before[-1].aspect == "gap" and _is_fallen_short_of(page, segments, index):
        return Judged("target")
    aim_before = before[-1].aspect == "target" if index else told_aim
    shared = any(one.aspect in ("target", "target_pct") for one in before)
    moved = segment.quantity.direction is not None or passes_plan(page, segment)
    beyond = moved and against is not None and against.standard == "plan"
    if (
        segment.quantity.unit == "percent"
        and not beyond
        and (
            is_of_plan(page, segment)
            or (aim_before and _OF_IT.match(page.text, segment.quantity.end))
            or (shared and _OF_THEIRS.match(page.text, segment.quantity.end))
            or (aim_before and index > 0 and _opens_with_plan(page, segments[index - 1]))
        )
    ):
        if index and before[-1].surplus and is_same_told(page, segment):
            return before[-1]  # "VND39 billion over its plan, or 4.9 per cent of it"
        return Judged("gap" if lacks(page, segment) else "target_pct")
    if is_standard(page, segment):
        start = segment.quantity.start - _NEAR
        planned = any(page.cues.any(k, start, _end(segment)) for k in ("plan", "aim"))
        return Judged("target" if planned else "level")
    if against is not None and against.standard != "past":
        missed = against == Comparison("below", "plan")
        return Judged("gap") if missed else Judged("level", surplus=True)
    return None


def _is_fallen_short_of(page: Page, segments: Sequence[Segment], index: int) -> bool:
    """ "5,950 short of the 27,000": what is missing is missing to this."""
    past, told = segments[index - 1].quantity, segments[index].quantity
    return _SHORT_OF.fullmatch(page.text, past.end, told.start) is not None


def _opens_with_plan(page: Page, plan: Segment) -> bool:
    """ "Of the VND4 trillion to be collected, 49 per cent had been brought in": a share of it."""
    start = page.sentence_at(plan.quantity.start).start
    return _OF_THE.fullmatch(page.text, start, plan.quantity.start) is not None


def _explaining(
    page: Page, segments: Sequence[Segment], index: int, host: Judged | None, aimed: bool
) -> Judged | None:
    """What a figure in brackets without a date of its own says of a target or a gap before it."""
    segment = segments[index]
    dated = any(within(page.periods, span.start, span.end) for span in segment.spans)
    if host is None or segment.tie != "bracket" or dated:
        return None
    if host.aspect == "target" and aimed:
        other = segments[segment.host or 0].quantity
        if segment.quantity.unit == other.unit:
            return None  # of one kind: the result beside its target
    if host.planned and segment.quantity.unit in SHARES:
        return Judged("target_pct")  # "40,100/42,500 people (94.4%)"
    return host if host.aspect in ("gap", "target") else None


def _lacking(
    page: Page,
    sentence: Span,
    segments: Sequence[Segment],
    index: int,
    before: Sequence[Judged],
) -> Judged | None:
    """What is missing to a plan, by the figure's words or by those of the gap before it."""
    segment = segments[index]
    if is_gap(page, segment):
        planned = page.cues.any("plan", sentence.start, sentence.end)
        return Judged("gap") if planned or is_wanting(page, segment) else Judged("level", rest=True)
    if not index or before[-1].aspect != "gap":
        return None
    past = segments[index - 1]
    listed = goes_on(page, past, segment) and within(page.terms, *segment.behind)
    if same_gap(page, past, segment) or coordinated(page, past, segment) or listed:
        return before[-1]  # "1.4 points are missing, that is 11,700 people"
    # "5,000 more in A and 700 more in B"
    return before[-1] if segment.quantity.unit not in SHARES and tells_more(page, segment) else None


def _moving(
    page: Page, sentence: Span, segment: Segment, against: Comparison | None
) -> Judged | None:
    """An aim, or by how much something rose or fell, by the figure's own words."""
    share = segment.quantity.unit in SHARES
    past = against is not None or than_before(page, segment)
    if not past and is_aimed(page, sentence, segment):
        return Judged("target")
    if direction(page, segment) is not None:
        return Judged("change_pct" if segment.quantity.unit == "percent" else "change")
    counts_people = segment.quantity.unit == "people" or segment.quantity.unit_text is None
    if counts_people and not share and are_won(page, sentence, segment):
        return Judged("change", joined=True)
    if not share and tells_more(page, segment):
        return Judged("change", joined=counts_people)  # "640 holders more"
    return None


def _off_aim(segment: Segment, before: Sequence[Judged]) -> Judged | None:
    """What points tell: a difference, never a level; beside an aim, how far off it is ("left its
    goal, 82.5 per cent, 2.7 points behind")."""
    if segment.quantity.unit != "percentage_points":
        return None
    aimed = bool(before) and before[-1].aspect == "target"
    return Judged("level", surplus=True) if aimed else Judged("change")


def _of_aim(
    page: Page, segments: Sequence[Segment], index: int, before: Sequence[Judged]
) -> Judged | None:
    """A part of those who are wanted is wanted too: "wants 98,000 members, of whom 21,000 in the
    voluntary scheme"; not one that is told to have been found."""
    if not index or before[-1].aspect != "target" or segments[index].quantity.unit in SHARES:
        return None
    past, segment = segments[index - 1].quantity, segments[index]
    if not _OF_WHOM.fullmatch(page.text, past.end, segment.quantity.start):
        return None
    done = _IS_DONE.match(page.text, *segment.behind) is not None
    now = page.cues.any("turn", *segment.behind) or page.cues.any("now", *segment.behind)
    return None if done or now else Judged("target")


def _end(segment: Segment) -> int:
    return min([tail.end for tail in segment.tail[:1]] + [segment.quantity.end + _PHRASE])
