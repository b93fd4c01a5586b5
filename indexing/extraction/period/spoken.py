"""Which date of its sentence a figure speaks of: its own, its neighbour's, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexing.extraction.period.times import TimeUse, nearest
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.wording import any_of
from indexing.reading.period.notation import contains
from indexing.records import CHANGES, Aspect, Quantity

_YEAR = re.compile(r"\d{4}")
_BEFORE_REACH = 8
"""Characters before a date in which the word stands that governs it."""
_IN = re.compile(
    r"(?:^|[.;:!?]\s+|\n)\s*(?:In|At|On|Over|During|By|in|at|on|over|during|by)\s+(?:the\s+)?$"
)
"""Opens a sentence with its date."""
_MEASURED = re.compile(
    r"\b(?:of|than|on|over|in|to|from|as|with|been|was|were|did)\s+$", re.IGNORECASE
)
_WHEN = re.compile(r"\s*,\s*when(?:\s+[a-z]+){0,5}\s*", re.IGNORECASE)
"""Between a date and what was so then: "than a year before, when there were"."""
_INTRODUCES = re.compile(rf"{_WHEN.pattern}|\s*[:(]\s*", re.IGNORECASE)
_OPENS = re.compile(r"[(:;,.\n]\s*(?:the\s+)?$", re.IGNORECASE)
_EARLIER_YEAR = re.compile(r"\b(?:last|previous)\s+year\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_REACHED = re.compile(
    r"\s*(?:last year|of (?:19|20)\d\d)?\s*"
    r"(?::|,?\s*(?:it|this|that|there)?\s*(?:was|were|reached|stood at|had been))\s*",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till)\s+$")
_OF_PLAN = re.compile(r"\s+of\s[^,;:.()]*\b(?:for|of)(?:\s+the(?:\s+(?:whole|full))?)?\s+")
"""Between a share of a plan and its year: "83% of the budget of the year"."""
_OF_WHAT = re.compile(r"\s+of\s+(?:what|all that|as much as|the \w+ (?:that|which))\s[^,;:.()]*\s")
"""Between any share and the time of its whole: "52% of what it has to collect over the year"."""
_CLAUSE = re.compile(
    rf"(?:[,;:(\u2013\u2014]\s*(?:{any_of('periods.clauses')}\s+)?|\b{any_of('periods.clauses')}\s+)"
    r"(?:(?:at|in|by|on|as of|during|over)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a date that opens a clause of its own: "whereas at the end of April it was 45.4%"."""
_CLAUSE_REACH = 30
_CLAUSE_END = re.compile(r"[;:()]|\.\s|,(?!\d)")
_KNOWN = re.compile(r"\b(?:the|its|their)\s+$", re.IGNORECASE)
_WHO = re.compile(r"[^,;:.()]*\b(?:who|which|that)\s+(?!the\b)[^,;:.()]*")
"""Between a figure and the date of what those did: "398,000 owners who came to it in July"."""
_ITS_DATE = re.compile(r"\s+(?:[^\W\d]+\s+)?(?:of|in|at|from)\s+(?:the\s+)?", re.IGNORECASE)
"""Between a figure told before and its date: "nearly double the 2,610 of 2017"."""
_SO_FAR = re.compile(
    r"since the (?:beginning|start)\b|(?:the )?year[ -]to[ -]date\b", re.IGNORECASE
)
_WILL = re.compile(rf"\b{any_of('periods.will')}\b", re.IGNORECASE)
_OF_LED = re.compile(r"\W*(?:Of|Among|Out of)\b")
"""Opens a clause with what a figure is a part of."""
_AT = re.compile(r"\s*,?\s*(?:at|with|when it (?:was|stood at))\s+")
"""Between a date and what was so then: "compared with the end of 2021, at VND376 billion"."""
_BRACKET = re.compile(r"\([^()]*\)|,\s+(?:which|who)\b(?:[^,;()]|(?<=\d),(?=\d))*,")
"""A bracket, or a relative clause between commas."""
_BRACKET_REACH = 60


def told_period(
    text: str,
    uses: Sequence[TimeUse],
    segments: Sequence[Segment],
    segment: Segment,
    aspect: Aspect,
) -> TimeUse | None:
    """The date of the sentence that the figure speaks of; None if the sentence has none for it."""
    quantity = segment.quantity
    of_state = aspect in ("level", "target_pct")
    beside = _as_subject(text, uses, quantity) or _right_before(text, uses, quantity)
    if of_state and beside is not None:
        return beside
    uses = _of_figure(text, _outside_brackets(text, uses, segments, quantity), quantity, aspect)
    compared = _compared_with(uses, quantity)
    if of_state and compared is not None:
        return compared
    main = _main([use for use in uses if not _is_anothers(text, use, segments, segment)], aspect)
    own = _own(main, segments, segment)
    earlier = _years_before(text, uses, segment) if aspect == "level" else None
    if earlier is not None and (own is None or 0 <= earlier.start - quantity.end <= 1):
        own = earlier
    if own is not None:
        own = own if aspect in CHANGES else _up_to(text, own, main)
        return _finer(text, own, main, segment)
    opening = _opening_distance(text, uses, segments, segment) if aspect == "level" else None
    return _neighbours(text, main, quantity, aspect, opening)


def _of_figure(
    text: str, uses: Sequence[TimeUse], quantity: Quantity, aspect: Aspect
) -> Sequence[TimeUse]:
    """The dates that a figure of this aspect can be of: no end of what goes on, no plan's year."""
    if aspect not in ("target", "gap"):
        uses = [use for use in uses if not (use.aimed and _of_later(text, use, quantity))]
    if aspect == "target_pct":
        uses = [use for use in uses if not _OF_PLAN.fullmatch(text, quantity.end, use.start)]
    if quantity.unit == "percent":
        uses = [use for use in uses if not _OF_WHAT.fullmatch(text, quantity.end, use.start)]
    return uses


def _main(uses: Sequence[TimeUse], aspect: Aspect) -> list[TimeUse]:
    """The dates that tell when something is so, rather than since when or compared with when."""
    roles = ("main", "plan") if aspect == "target" else ("main", "now", "since")
    if aspect in CHANGES:
        roles = ("main", "now")
    return [use for use in uses if use.role in roles and (use.reached or aspect == "target")]


def _own(main: Sequence[TimeUse], segments: Sequence[Segment], segment: Segment) -> TimeUse | None:
    """The nearest date among the figure's own words, else among those of the one it explains."""
    quantity = segment.quantity
    own = nearest(main, segment.spans, quantity.start, quantity.end)
    if own is not None or segment.host is None:
        return own
    host = segments[segment.host]
    return nearest(main, host.spans, host.quantity.start, host.quantity.end)


def _neighbours(
    text: str,
    main: Sequence[TimeUse],
    quantity: Quantity,
    aspect: Aspect,
    opening: TimeUse | None,
) -> TimeUse | None:
    """The date told last before the figure, or the `opening` of its clause; else one behind it."""
    # what another figure is aimed at is no date of a level, nor is a level's that of an aim
    aims = aspect == "target"
    main = [use for use in main if (use.aimed or use.role == "plan") == aims]
    past = [use for use in main if use.end <= quantity.start]
    if past:
        later = opening is not None and opening.start >= past[-1].start
        return opening if later else past[-1]
    end = quantity.end
    ahead = [use for use in main if use.start >= end and ";" not in text[end : use.start]]
    return next(iter(ahead), opening)


def _is_anothers(text: str, use: TimeUse, segments: Sequence[Segment], segment: Segment) -> bool:
    """Whether a date behind some figures is only that of another one: it opens the clause of the
    next, or belongs to one that was told before."""
    start = segment.quantity.start
    if use.start < start:
        return False
    for figure in (s.quantity for s in segments if s.quantity.start > start):
        if figure.start >= use.end:
            opens = _CLAUSE.search(text, max(0, use.start - _CLAUSE_REACH), use.start)
            return opens is not None and not _CLAUSE_END.search(text, use.end, figure.start)
        if figure.end <= use.start and _WHO.fullmatch(text, figure.end, use.start):
            return True
        known = _KNOWN.search(text, max(0, figure.start - _BEFORE_REACH), figure.start)
        if known and _ITS_DATE.fullmatch(text, figure.end, use.start):
            return True
    return False


def _of_later(text: str, use: TimeUse, quantity: Quantity) -> bool:
    """Whether something goes on until then, or is still to be done: "employers pay less until
    September", "owes VND61 billion and will settle it by November"."""
    if quantity.end <= use.start and _WILL.search(text, quantity.end, use.start):
        return True
    return _UNTIL.search(text, max(0, use.start - _BEFORE_REACH), use.start) is not None


def _up_to(text: str, own: TimeUse, main: Sequence[TimeUse]) -> TimeUse:
    """The moment up to which something has added up since a year began, where the sentence opens
    with it: "By the end of September the number of claims since the start of the year was"."""
    if own.period is None or not _SO_FAR.match(text, own.start):
        return own
    ends = [use for use in main if use.period and use.end < own.start and use.role == "main"]
    same = [u for u in ends if u.period and u.period.last_day.year == own.period.last_day.year]
    return same[-1] if same and same[-1].period is not None else own


def _finer(text: str, own: TimeUse, main: Sequence[TimeUse], segment: Segment) -> TimeUse:
    """A part of the year that a figure is told of, where that is told beside it: "November brought
    VND5 billion, the most of any month this year", "of the premiums that fell due this year, VND5
    billion were unpaid on 30 June"."""
    year, quantity = own.period, segment.quantity
    if year is None or not _YEAR.fullmatch(year.notation):
        return own
    behind = own.end <= quantity.start
    if behind and not any(_OF_LED.match(text, lead.start) for lead in segment.lead[:1]):
        return own
    parts = [
        use
        for use in main
        if use.period
        and (use.start >= quantity.end if behind else use.end <= quantity.start)
        and use.period.notation != year.notation
        and contains(year.notation, use.period.notation)
        and any(s.start <= use.start and use.end <= s.end for s in segment.spans)
    ]
    return parts[-1] if parts else own


def _years_before(text: str, uses: Sequence[TimeUse], segment: Segment) -> TimeUse | None:
    """The distance at which a figure that moves nothing stood: "a year ago the share was 97%"."""
    if segment.quantity.direction is not None:
        return None
    apart = [
        use
        for use in uses
        if use.role == "base"
        and use.distant
        and use.opens is None
        and not _MEASURED.search(text, use.start - _BEFORE_REACH, use.start)
    ]
    return nearest(apart, segment.spans, segment.quantity.start, segment.quantity.end)


def _opening_distance(
    text: str, uses: Sequence[TimeUse], segments: Sequence[Segment], segment: Segment
) -> TimeUse | None:
    """The distance that a figure's sentence or clause opens with, which holds for all of it: "A
    year ago, ...", "...; in the same period of last year, ..."."""
    first = min(segment.quantity.start for segment in segments)
    if uses and uses[0].end <= first and _is_distance(uses[0]) and uses[0].distant:
        return uses[0]
    start = segment.quantity.start
    past = [use for use in uses if use.end <= start and ";" not in text[use.end : start]]
    return next((use for use in reversed(past) if _is_distance(use) and _leads(text, use)), None)


def _is_distance(use: TimeUse) -> bool:
    return use.role == "base" and use.opens is None


def _leads(text: str, use: TimeUse) -> bool:
    """Whether it opens a clause and tells of another year."""
    led = _IN.search(text, max(0, use.start - _BEFORE_REACH), use.start)
    return led is not None and _EARLIER_YEAR.search(text, use.start, use.end) is not None


def _right_before(text: str, uses: Sequence[TimeUse], quantity: Quantity) -> TimeUse | None:
    """The date that introduces a figure: "(2021: 2.2 per cent)", "since 2016, when it was 5.9%"."""
    for use in uses:
        between = text[use.end : quantity.start] if use.end <= quantity.start else None
        if use.period is None or between is None:
            continue
        rule = _AT if use.role == "base" else _INTRODUCES
        if not (rule.fullmatch(between) or _INTRODUCES.fullmatch(between)):
            continue
        if use.role == "since" and "when" not in between:
            return use
        return use._replace(role="main", aimed=False, reached=True)
    return None


def _as_subject(text: str, uses: Sequence[TimeUse], quantity: Quantity) -> TimeUse | None:
    """A base that the figure is told of: "(the same period reached 91.2%)", "a year ago: 90%", "up
    on the month before, when it was 88%"."""
    for use in uses:
        between = text[use.end : quantity.start] if use.end <= quantity.start else None
        if use.role != "base" or use.period is not None or between is None:
            continue
        if _WHEN.fullmatch(between):
            return use
        dated = _EARLIER_YEAR.search(text, use.start, quantity.start)
        opens = dated or _OPENS.search(text, max(0, use.start - _BEFORE_REACH), use.start)
        if use.opens is None and opens and _REACHED.fullmatch(between):
            return use
    return None


def _outside_brackets(
    text: str, uses: Sequence[TimeUse], segments: Sequence[Segment], quantity: Quantity
) -> Sequence[TimeUse]:
    """Without the dates of brackets that tell another figure's."""
    if not uses:
        return uses
    first, last = min(use.start for use in uses), max(use.end for use in uses)
    start = max(
        text.rfind(sign, max(0, first - _BRACKET_REACH), first + 1) for sign in ("(", ", wh")
    )
    held = [
        found.span()
        for found in _BRACKET.finditer(text, start if start >= 0 else first, last + _BRACKET_REACH)
        if any(found.start() < s.quantity.start < found.end() for s in segments)
        and not found.start() < quantity.start < found.end()
    ]
    return [use for use in uses if not any(low < use.start < high for low, high in held)]


def _compared_with(uses: Sequence[TimeUse], quantity: Quantity) -> TimeUse | None:
    """The date that a figure is told of for comparison: "against 92% at the end of 2022"."""
    for use in uses:
        if use.opens is not None and use.opens <= quantity.start and quantity.end <= use.start:
            return use
    return None
