"""Expressions of time, resolved from the publication date and from each other.

How an expression is resolved:

- Words that close a period make it a moment: "as of", "by", "at", "up to" a date, "the end of".
  "mid" is the middle month (or the 15th), "late" the end, "early" a year's first quarter.
- A part without a year takes the year told before it in the sentence ("In 2022, as of 31 March"),
  else the latest one not after the month of publication; a date by which the sentence wants
  something ("by 31 May the province wants") may lie later in that year.
- "Last year", "so far" and the like count from publication; in an undated text from the last full
  date told before ("said on 8 November 2017"); without one they are left out.
- "The same period last year", "year on year", "a year earlier" are the period told before, moved
  by a year; "the previous year" is the year before the one told before.  With nothing told before
  they are the year before publication.
- What was told before: the nearest expression that is neither compared with, nor aimed at, nor
  the mere day of an event ("at a meeting on 5 November").
- Numbered dates are day first; month first only where day first is no date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from indexing.reading import notation as n
from indexing.reading.masks import without_codes
from indexing.reading.period_frame import Frame, frame_of, is_time, joins
from indexing.reading.period_grammar import find_expressions
from indexing.reading.period_resolving import placed, resolved
from indexing.reading.period_story import Story, ahead
from indexing.reading.view import View, view_of
from indexing.records import Period


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period with what its sentence makes of it."""

    period: Period
    comparison: bool
    """Something is compared with it: "over the same period last year", "than in 2021"."""
    target: bool
    """It lies after publication, or its sentence aims at it: "by 2030", "plans to ... in 2025"."""
    since: bool
    """Only its beginning is told: "since 2012"."""


def resolve_periods(text: str, published: date | None) -> list[Period]:
    """The periods of `text` that can be resolved, sorted, none overlapping.

    `published` is the day that "last year" and "so far" count from: an article's publication, for
    a question today.  Offsets count code points of `text`.
    """
    return [mention.period for mention in read_periods(text, published)]


def read_periods(text: str, published: date | None) -> list[PeriodMention]:
    """As `resolve_periods`, each period with its part in the sentence."""
    view = view_of(text)
    seen = without_codes(view)
    story = Story(published)
    mentions: list[PeriodMention] = []
    before: tuple[Frame, str, bool] | None = None
    for expression in find_expressions(seen):
        if not is_time(expression, view, seen):
            continue
        frame = frame_of(expression, seen)
        span = resolved(expression, frame, story)
        dated = "year" in expression.parts
        if span and before and joins(before[0], frame, seen):
            hyphened = seen[before[0].end : frame.start].strip() == "-"
            led = before[0].preposition if hyphened else None
            frame = replace(before[0], end=frame.end, preposition=led)
            span = _joined(before[1], before[2], span, dated)
            mentions.pop()
        before = (frame, span, dated) if span else None
        if span is None:
            continue
        mention = _mention(view, frame, span, story)
        mentions.append(mention)
        if not mention.comparison and not mention.since:
            story.tell(mention.period, expression)
    return mentions


def time_spans(view: View, seen: str) -> list[tuple[int, int]]:
    """Where `seen` speaks of time, resolvable or not: no number in there is a quantity."""
    return [(e.start, e.end) for e in find_expressions(seen) if is_time(e, view, seen)]


def _mention(view: View, frame: Frame, span: str, story: Story) -> PeriodMention:
    start, end = view.original(frame.start, frame.end)
    period = n.to_period(view.text[start:end], start, end, placed(span, frame))
    return PeriodMention(
        period,
        comparison=frame.preposition == "comparison",
        target=frame.aimed or ahead(period, story.published),
        since=frame.preposition == "start",
    )


def _joined(first: str, first_dated: bool, last: str, last_dated: bool) -> str | None:
    """The span from `first` to `last`; a year told at the end only holds for both ends.

    `first_dated` and `last_dated`: the expression itself told its year.
    """
    begin, end = n.parse_notation(first), n.parse_notation(last)
    years = end.last_day.year - begin.first_day.year
    if not first_dated and (last_dated or years < 0):
        try:
            begin = n.parse_notation(n.shift_years(first, years))
        except ValueError:
            return None
    if begin.first_day > end.last_day:
        return None
    return n.span_notation(begin.first_day, end.last_day)
