"""What a change is counted from: its base, and the date of the figure that it began with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from indexing.extraction.period.date.compared import is_beginning, is_end
from indexing.extraction.period.date.roles import a_day
from indexing.extraction.period.kinds import Kind
from indexing.extraction.period.times import TimeUse, nearest
from indexing.extraction.period.timespans import alike, base_of, opening_of
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.story.dates import ToldTimes
from indexing.extraction.text.wording import any_of
from indexing.reading.period.notation import day_before, parse_notation, shift_years, to_period
from indexing.records import Quantity

_DIRECT = 6
"""Characters between a change and the span in which it came about: "fell by 6 in March"."""
_YEAR = timedelta(days=366)
_COMMA = re.compile(r"[,;:](?!\d)")
_MOVED = re.compile(rf"\b(?:(?!compared\b)[a-z]+ed|{any_of('periods.moved')})\b[^,;:.]*$")
_MOVED_REACH = 30
_UP_FROM = re.compile(r"\b(?:up|down)\s+from\s+(?:the\s+)?$", re.IGNORECASE)
_ONE_YEAR = re.compile(r"\d{4}")
_AGAINST = re.compile(
    r"\b(?:against|versus|compared\s+(?:with|to)|after)\s+(?:(?:the|only|just)\s+)?$", re.IGNORECASE
)
_BEFORE = re.compile(r"\s*(?:$|[.,;)]|(?:before|earlier|previously|until then)\b\s*[.,;)])")
_OWN_REACH = 20
"""Characters behind a figure in which its own date begins."""
_UNTOLD = TimeUse(0, 0, "aside", None)
"""For a figure that a change began with: the text does not tell when that was."""


def base_for(
    times: ToldTimes,
    uses: Sequence[TimeUse],
    told: TimeUse | None,
    segment: Segment,
    period: str | None,
    kind: Kind,
) -> str | None:
    """What a change is counted from; None where the text does not tell."""
    quantity = segment.quantity
    told_since = [use for use in uses if use.role == "since"]
    bases = [use for use in uses if use.role == "base"]
    found = nearest(bases, segment.spans, quantity.start, quantity.end)
    found = found or nearest(told_since, segment.spans, quantity.start, quantity.end)
    if found is None:
        bases = bases or told_since
        ahead = [use for use in bases if use.start >= quantity.end]
        past = [use for use in bases if use.end <= quantity.start]
        found = ahead[0] if ahead else (past[-1] if past else None)
    opening = None
    if told is not None and kind == "moment":
        opening = opening_of(told, told.start - quantity.end in range(_DIRECT))
    found = found or opening or _still_base(times.base, period, kind)
    if found is not None:
        return base_of(found, period, kind in ("moment", "state"))
    in_per_cent = kind == "told" and quantity.unit == "percent"
    if period is not None and (kind == "span" or (in_per_cent and _within_a_year(period))):
        return shift_years(period, -1)  # a sum is compared with that of the year before
    if period is not None and kind == "moment" and _at_year_end(period):
        return shift_years(period, -1)  # what a year changed is counted from its beginning
    return None


def _within_a_year(period: str) -> bool:
    days = parse_notation(period)
    return not days.moment and days.first_day < days.last_day < days.first_day + _YEAR


def _at_year_end(period: str) -> bool:
    last = parse_notation(period).last_day
    return (last.month, last.day) == (12, 31)


def _still_base(base: TimeUse | None, period: str | None, kind: Kind) -> TimeUse | None:
    """What changes were counted from before, unless a sum is no longer of a like span."""
    if base is None or base.period is None or kind == "moment" or period is None:
        return base
    return base if alike(base.period.notation, period) else None


def date_of_change(
    text: str,
    times: ToldTimes,
    uses: Sequence[TimeUse],
    segments: Sequence[Segment],
    segment: Segment,
    date: TimeUse | None,
    *,
    adds_up: bool,
) -> TimeUse | None:
    """The date of a figure; of one that a change began with, "from 88.9% to 96.3%", the base that
    is told, as `date` is that of the change.  A sum that `adds_up` over a part of a year began with
    that of no known time."""
    end = _own_words_end(text, segments, segment)
    if end is None:
        return date
    bases = (use for use in uses if use.role == "base")
    opened = [use for use in uses if not adds_up or _is_whole_year(use)]
    openings = (opening for use in opened if (opening := _eve(use) or _opening(use)))
    found = next(bases, None) or next(openings, None) or _a_moment(times.base)
    own = date is not None and segment.quantity.end <= date.start < end
    return found or (date if own else _as_year_began(text, times, segment, date))


def _is_whole_year(use: TimeUse) -> bool:
    return use.period is not None and _ONE_YEAR.fullmatch(use.period.notation) is not None


def _as_year_began(text: str, times: ToldTimes, segment: Segment, date: TimeUse | None) -> TimeUse:
    """The end of the year before the one that a text looks back on: "debts fell from 6 to 5"."""
    told, start = times.period, segment.quantity.start
    moved = _MOVED.search(text, max(0, start - _MOVED_REACH), start)
    if date is not None or told is None or not moved or not _at_year_end(told):
        return _UNTOLD
    eve = f"@{parse_notation(told).last_day.year - 1:04}"
    return _UNTOLD._replace(role="base", period=to_period("", 0, 0, eve))


def _own_words_end(text: str, segments: Sequence[Segment], segment: Segment) -> int | None:
    """Where the words end that may date a figure by itself which a change began with: "from 88.9%
    in May to 96.3%", "to 96.3% from 88.9% in May".  None for any other figure."""
    one = segment.quantity
    before = [s.quantity for s in segments if s.quantity.end <= one.start]
    if before and _like(before[-1], one) and _was_before(text, before[-1].end, one):
        return one.end + _OWN_REACH  # "19.1 per cent, up from 18.4"
    if not is_beginning(text, one.start):
        return None
    later = next((s.quantity for s in segments if s.quantity.start > one.start), None)
    if later and _like(one, later) and is_end(text, later.start, one.end):
        return later.start
    if not before or not _like(before[-1], one) or _COMMA.search(text, before[-1].end, one.start):
        return None
    return one.end + _OWN_REACH if is_end(text, before[-1].start) else None


def _was_before(text: str, low: int, one: Quantity) -> bool:
    """ "19.1 per cent, up from 18.4", "against 18.4 before": what it was, which nothing dates."""
    if _UP_FROM.search(text, low, one.start):
        return True
    compared = _AGAINST.search(text, low, one.start) is not None
    return compared and _BEFORE.match(text, one.end) is not None


def _like(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or other.is_bare


def _opening(use: TimeUse) -> TimeUse | None:
    return opening_of(use) if use.role == "main" else None


def _eve(use: TimeUse) -> TimeUse | None:
    """The day before one on which something new was set, the first of a month."""
    told = use.period
    if told is None or use.role not in ("main", "since") or not a_day(told):
        return None
    if told.first_day.day != 1:
        return None
    eve = f"@{day_before(told.first_day)}"
    return use._replace(role="base", period=to_period(told.text, told.start, told.end, eve))


def _a_moment(base: TimeUse | None) -> TimeUse | None:
    told = base is not None and base.period is not None and base.period.notation.startswith("@")
    return base if told else None
