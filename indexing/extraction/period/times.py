"""When: the period a figure speaks of, and the one that a change is counted from.

A sentence names dates of several kinds: what the figure speaks of, what a change is compared
with, when something was said, when a paper was signed.  Only the first two reach the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from indexing.extraction.period.date.compared import compared_from, is_beginning
from indexing.extraction.period.date.roles import EVENTS, Role, a_day, role_of
from indexing.extraction.text.page import Dated, Page, within
from indexing.reading.period.notation import as_moment, is_day, to_period
from indexing.reading.period.resolving.years import count_words
from indexing.records import Period, Span

_COUNT = re.compile(
    r"(?P<count>\w+)\s+(?P<unit>years?|months?|decades?)[\s-]+(?:before|earlier|ago|previously)"
    r"|\b(?:of|in|năm)\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_COUNTED = 12
"""Characters before "years earlier" in which their number stands."""
_DIRECT = 6
_ANOTHER_YEARS = re.compile(r"\s+(?:last|of|in|a|one|the\s+(?:previous|year))\b", re.IGNORECASE)
"""Behind "the same day": that of another year."""
_UP_TO = re.compile(r"\b(?:reached|collected|taken in|paid)\s+(?:by\s+|on\s+|up to\s+)?$")
"""Before "that day": what had added up by then."""
_THEN_REACH = 800
"""Characters before "by then" in which the date stands that it takes up."""


class TimeUse(NamedTuple):
    """A date of a sentence and what it is there for."""

    start: int
    end: int
    role: Role
    period: Period | None
    """None for "the same period last year" and the like, which move with the figure's period."""
    years_back: int = 0
    """How far such a base lies before the figure's own period."""
    months_back: int = 0
    """The same in months: "month on month"."""
    opens: int | None = None
    """For a base: where the words begin that compare with it.  A figure between them and the date
    ("against 92.4 per cent at the end of 2022") is told of that date."""
    aimed: bool = False
    """Its sentence aims at it, or it lies ahead."""
    distant: bool = False
    """It is told by its distance: "a year ago", "six months earlier"."""
    reached: bool = True
    """False for a date that the sentence aims at, where the text has no date of its own."""


_WORDED = {
    "previous_month": TimeUse(0, 0, "base", None, months_back=1),
    "previous_quarter": TimeUse(0, 0, "base", None, months_back=3),
    "over_the_year": TimeUse(0, 0, "base", None, months_back=12),
    "now": TimeUse(0, 0, "now", None),
}
"""Cues that tell a time which is no date by themselves, unless they stand within one."""


def read_times(page: Page, sentence: Span) -> tuple[TimeUse, ...]:
    """The dates of a sentence in order, with their roles."""
    found = _retold(page, sentence)
    figures = within(page.quantities, sentence.start, sentence.end)
    begins = any(is_beginning(page.text, q.start) for q in figures)
    for d in within(page.periods, sentence.start, sentence.end):
        if page.cues.any("now", d.start, d.end):  # "today"
            continue
        if begins and _over_the_year(page, d):
            continue  # "came down over the year, from 5.4 to 5.1": since a year before
        if _is_free(d.start, d.end, found):
            reached = not d.target or page.article.published is not None
            role = role_of(page, sentence, d)
            known = role in ("main", "base") and not _lies_ahead(page, d)
            opens = compared_from(page, sentence, d.start) if known else None
            role = role if opens is None else "base"
            found.append(
                TimeUse(
                    d.start,
                    d.end,
                    role,
                    _up_to_then(page, d),
                    opens=opens,
                    aimed=d.target,
                    reached=reached,
                )
            )
    moves = begins or any(q.direction or q.unit == "percentage_points" for q in figures)
    for kind, like in _WORDED.items():
        if like.role == "base" and not moves:
            continue  # "firms that have owed for over a year"
        for cue in page.cues.within(kind, sentence.start, sentence.end):
            if _is_free(cue.start, cue.end, found):
                found.append(like._replace(start=cue.start, end=cue.end))
    return tuple(sorted(found, key=lambda use: use.start))


def _lies_ahead(page: Page, dated: Dated) -> bool:
    """Whether it is to come, so that no figure is compared with it: "ahead of the new year"."""
    published = page.article.published
    return published is not None and dated.period.first_day > published


def _retold(page: Page, sentence: Span) -> list[TimeUse]:
    """The dates that are told by others: "the same period last year", "by then"."""
    dated = within(page.periods, sentence.start, sentence.end)
    found = []
    for cue in page.cues.within("then", sentence.start, sentence.end):
        words = page.text[cue.start : cue.end].casefold()
        spans = words.endswith("time") and not words.startswith(("at", "by"))
        near = within(page.periods, cue.start - _THEN_REACH, cue.start)
        before = [d for d in near if not d.comparison and _tells(page, d, spans)]
        if before and not _ANOTHER_YEARS.match(page.text, cue.end):
            same = not spans and ("same" in words or "morning" in words)
            days = [d for d in before if same and is_day(d.period.notation)]
            told = (days or before)[-1].period
            on_it = same or words.startswith("on ")
            kept = spans or (on_it and is_day(told.notation))
            notation = told.notation if kept else as_moment(told.notation)
            since = [d for d in before if d.since and d.start >= sentence.start]
            if spans and since:
                found.append(TimeUse(cue.start, cue.end, "since", since[0].period))
                continue
            period = to_period(told.text, told.start, told.end, notation)
            role: Role = "since" if spans and before[-1].since else "main"
            found.append(TimeUse(cue.start, cue.end, role, period))
    for cue in page.cues.within("same_period", sentence.start, sentence.end):
        if not _is_free(cue.start, cue.end, found):
            continue
        touching = [d for d in dated if d.start <= cue.end + 4 and cue.start <= d.end]
        start = min([cue.start, *(d.start for d in touching)])
        end = max([cue.end, *(d.end for d in touching)])
        opens = compared_from(page, sentence, start)
        years, months, distant = _distance(page, max(sentence.start, start - _COUNTED), end)
        found.append(TimeUse(start, end, "base", None, years, months, opens, distant=distant))
    return found


def _over_the_year(page: Page, dated: Dated) -> bool:
    cues = page.cues.within("over_the_year", dated.start - _COUNTED, dated.end + 1)
    return any(cue.start <= dated.start and dated.end <= cue.end for cue in cues)


def _up_to_then(page: Page, dated: Dated) -> Period:
    """The period of a date; "the sum reached that day" had added up by then."""
    told = dated.period
    that = is_day(told.notation) and page.text.startswith("that", dated.start)
    if not (that and _UP_TO.search(page.text, dated.start - _COUNTED, dated.start)):
        return told
    return to_period(told.text, told.start, told.end, as_moment(told.notation))


def _tells(page: Page, dated: Dated, spans: bool) -> bool:
    """Whether a date is one that "then" can mean, or "over the same time" (`spans`): none that the
    text aims at, and no day of an event or a paper."""
    if dated.target or not spans:
        return not dated.target
    sentence = page.sentence_at(dated.start)
    role = role_of(page, Span(sentence.start, sentence.end), dated)
    return role not in ("aside", "document", *EVENTS)


def _is_free(start: int, end: int, found: Sequence[TimeUse]) -> bool:
    return not any(use.start < end and start < use.end for use in found)


def _distance(page: Page, low: int, end: int) -> tuple[int, int, bool]:
    """Years and months from the figure's period back to a base, and whether it is told by them.

    A negative number of years is a year itself: "the same period of 2022".
    """
    match = _COUNT.search(page.text, low, end + 8)
    if match is None:
        return 1, 0, False
    if match["year"]:
        return -int(match["year"]), 0, False
    word = match["count"].casefold()
    count = int(word) if word.isdecimal() else count_words().get(word, 1)
    if match["unit"].casefold().startswith("decade"):
        return count * 10, 0, True
    if match["unit"].casefold().startswith("year"):
        return count, 0, True
    return (count // 12, 0, True) if count % 12 == 0 else (0, count, True)


def nearest(uses: Sequence[TimeUse], spans: Sequence[Span], start: int, end: int) -> TimeUse | None:
    """The use inside `spans` that is nearest to the figure at `start` to `end`.

    One that follows directly wins ("to 79% in June"), as what stands before may belong to the
    figure before.
    """
    held = [use for use in uses if any(s.start <= use.start and use.end <= s.end for s in spans)]
    if any(use.period and use.period.notation.startswith("@") for use in held):
        held = [use for use in held if use.period is None or not a_day(use.period)]
    direct = [use for use in held if end <= use.start <= end + _DIRECT]
    return min(
        direct or held,
        key=lambda use: use.start - end if use.start >= end else start - use.end,
        default=None,
    )
