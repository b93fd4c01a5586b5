"""Expressions of time, resolved from the publication date and from each other.

How an expression is resolved:

- Words that close a period make it a moment: "as of", "by", "at", "up to" a date, "the end of".
  "mid" is the middle month (or the 15th), "early" and "late" a year's first and last quarter; of
  anything shorter they, "earlier" and "later" leave the whole.
- A part without a year takes the year told before it in the sentence ("In 2022, as of 31 March"),
  unless that was only of another figure ("1,120 in 2017 and 8,210 at the end of September"), else
  the latest one not after the month of publication; a date by which the sentence wants something
  ("by 31 May the province wants") may lie later in that year.
- "Last year", "so far" and the like count from publication; in an undated text from the day, month
  or year that it stands in by its own dates (`period_standing`); without one they are left out.
- "The same period last year", "year on year", "a year earlier" are the period told before, moved
  by a year; "the previous year" is the year before the one told before.  With nothing told before
  they are the year before publication.
- What was told before: the nearest expression that is neither compared with, nor aimed at, nor
  the mere day of an event ("at a meeting on 5 November").
- A weekday is the last one, that of publication included, and the next where the verb that it
  belongs to speaks of what is to come ("will meet Friday", "opens Friday"); so are a month and a
  day without a year.  What stands right behind "signed on" is past.  A weekday told with a day of
  a month picks the year in which they agree.  A week runs from Monday to Sunday, a season over
  three whole months.  "Two weeks ago" is that week.
- "Four years later", "the following year", "that day" count from what was told last, of an event
  or of figures; "two years from now" from publication.  "The first week of April" are its days 1 to
  7; holidays fall where the calendar of the United States and of the Western church has them.
- In a text whose years all lie far behind publication, and that counts nothing from it, a part
  without a year is of the year told last, or of the next where it lies much earlier in it.
- "Two days after Christmas" is that day; "the 9th" is of the month last told by its name.
- "So far" and "to date" alone tell no beginning: they are the day up to which the text counts.
- "Before 1 July" is the day before; before any other day it is a time limit, and that day.
- In a sentence of a match ("scored") halves and quarters are no parts of a year.
- The ends of a span keep their edges: "between the end of 2017 and the end of 2019" is from one
  last day to the other.
- Numbered dates are day first; month first only where day first is no date,
  or where the year has two figures and month first is nearer to publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from indexing.reading.period import notation as n
from indexing.reading.period.course import NAMED_DAYS, Course, ahead
from indexing.reading.period.expression.frame import Frame, frame_of
from indexing.reading.period.expression.grammar import Expression, find_expressions
from indexing.reading.period.expression.sense import is_time
from indexing.reading.period.history import tells_history
from indexing.reading.period.resolving.rules import closed, placed, resolved
from indexing.reading.period.spans import (
    following,
    joined,
    joins,
    span_frame,
    with_shared_years,
)
from indexing.reading.period.standing import ReachedTime, ToldTime, stands_in, stands_on, whole_year
from indexing.reading.quantity.lookalikes.codes import without_codes
from indexing.reading.view import View, view_of
from indexing.records import Period, Span

_Found = tuple[Expression, Frame]
_LENGTHS = ("later", "later_vi")
"""Rules of lengths, "four months later", which are dates only where it is told from when."""


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period with what its sentence makes of it."""

    period: Period
    comparison: bool
    """Something is compared with it: "over the same period last year", "than in 2021"."""
    target: bool
    """It lies after publication, or its sentence aims at it: "by 2030", "plans to ... in 2025"."""
    named: bool
    """A day told by its name or distance, as news are: "Tuesday", "yesterday"."""
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
    return list(read_timeline(text, published).mentions)


class Sighted(NamedTuple):
    """What of a text may speak of dates, whatever they are counted from."""

    view: View
    seen: str
    """The view without its codes (`without_codes`)."""
    times: tuple[Expression, ...]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where `seen` speaks of dates, resolvable or not: no number in there is a quantity."""
        return [(e.start, e.end) for e in self.times if e.rule not in _LENGTHS]


@lru_cache(maxsize=16)
def sighted(text: str) -> Sighted:
    """The expressions of time of `text`, which is read for its dates and again for its numbers."""
    view = view_of(text)
    seen = without_codes(view)
    return Sighted(view, seen, tuple(e for e in find_expressions(seen) if is_time(e, view, seen)))


@dataclass(frozen=True, slots=True)
class Timeline:
    """The periods of a text, and how far it has come in time."""

    mentions: tuple[PeriodMention, ...]
    standing: ReachedTime | None
    """For a text without a date of publication: what its dates tell of its own."""
    view: View
    seen: str
    """The view without its codes (`without_codes`)."""
    spans: tuple[tuple[int, int], ...]
    """Where that speaks of dates, resolvable or not: no number in there is a quantity."""


def read_timeline(text: str, published: date | None, beside: Sequence[Span] = ()) -> Timeline:
    """As `read_periods`, with the day that an undated text stands on.

    `beside` are stretches whose dates tell nothing of that day, such as page furniture.
    """
    view, seen, expressions = sighted(text)
    times = [(e, frame_of(e, seen)) for e in expressions]
    found = with_shared_years(_apart(times), seen)
    standing = None if published else _standing(found, view, seen, beside)
    read = _read(found, view, seen, Course(published, standing, tells_history(found, published)))
    mentions = tuple(mention for mention, _ in read)
    spans = tuple((e.start, e.end) for e, _ in times if e.rule not in _LENGTHS or _in(e, read))
    return Timeline(mentions, standing, view, seen, spans)


def _in(e: Expression, read: Sequence[tuple[PeriodMention, ToldTime]]) -> bool:
    """Whether an expression was resolved."""
    return any(told.frame.start <= e.start and e.end <= told.frame.end for _, told in read)


def _apart(times: Sequence[_Found]) -> list[_Found]:
    """Each expression with its edge ("the end of"), unless that belongs to the one before."""
    apart: list[_Found] = []
    for e, frame in times:
        shared = apart and frame.start < apart[-1][1].end
        apart.append((e, frame._replace(start=e.start, edge=None, days_off=0) if shared else frame))
    return apart


def _standing(
    found: Sequence[_Found], view: View, seen: str, beside: Sequence[Span]
) -> ReachedTime | None:
    """First the year, by the dates that tell theirs; then how far the text has come in it."""

    def counts(told: ToldTime) -> bool:
        start, _ = view.original(told.frame.start, told.frame.end)
        return not any(span.start <= start < span.end for span in beside)

    dated = [(e, frame) for e, frame in found if "year" in e.parts]
    told = [t for _, t in _read(dated, view, seen, Course(None)) if counts(t)]
    year = stands_in(told, seen)
    if year is None:
        return None
    standing = stands_on(year, told, seen)
    if standing.said:
        return standing
    course = Course(None, whole_year(year))  # dates without a year may tell how far it has come
    return stands_on(year, [t for _, t in _read(found, view, seen, course) if counts(t)], seen)


def _read(
    found: Sequence[_Found], view: View, seen: str, course: Course
) -> list[tuple[PeriodMention, ToldTime]]:
    """The periods that the expressions of a text mean, in order."""
    read: list[tuple[PeriodMention, ToldTime]] = []
    before: tuple[Frame, str, bool] | None = None
    for expression, governed in found:
        course.come_to(governed, seen)
        frame, span = governed, resolved(expression, governed, course)
        dated = "year" in expression.parts
        if span and before and not {"year", "relative"} & expression.parts.keys():
            span = following(before[0], before[1], frame, span, seen)
        if span and before and joins(before[0], before[1], frame, span, seen):
            frame = span_frame(before[0], frame, seen)
            span = joined(closed(before[1], before[0]), before[2], closed(span, governed), dated)
            read.pop()
        before = (frame, span, dated) if span else None
        if span is None:
            continue
        mention = _mention(view, expression, frame, span, course)
        read.append((mention, ToldTime(expression, frame, mention.period.notation)))
        begins_now = course.published is not None and mention.period.last_day >= course.published
        open_ended = mention.since and not begins_now  # "from this month on" tells the month
        told = not (mention.comparison or open_ended or frame.against)
        course.hear(span)
        if frame.aimed:
            course.aim = mention.period.notation
        if told and _tells(frame, course):
            course.tell(mention.period, expression, frame.origin)
    return read


def _tells(frame: Frame, course: Course) -> bool:
    """Whether later dates count from this one.

    An undated text's aims do so only where it tells no date of its own, and then those of a plan
    ("plans to have 1.3 million in 2016"), not those of a time limit ("by 2030").
    """
    if course.published or not frame.aimed:
        return True
    return course.standing is None and frame.preposition is None


def _mention(
    view: View, expression: Expression, frame: Frame, span: str, course: Course
) -> PeriodMention:
    start, end = view.original(frame.start, frame.end)
    period = n.to_period(view.text[start:end], start, end, placed(span, frame))
    return PeriodMention(
        period,
        comparison=frame.preposition == "comparison",
        target=frame.aimed or ahead(period, course.published),
        named=expression.rule in NAMED_DAYS,
        since=frame.preposition == "start",
    )
