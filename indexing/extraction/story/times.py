"""What a sentence leaves of its dates: the time that those after it go on with, days and goals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from indexing.extraction.period.date.roles import EVENTS, a_day
from indexing.extraction.period.date.turns import told_apart
from indexing.extraction.period.kinds import Kind
from indexing.extraction.period.times import TimeUse
from indexing.extraction.period.timespans import from_day, opening_of, opens_year
from indexing.extraction.sentence.segments import Segment
from indexing.extraction.story.dates import ToldTimes, ends_later, is_days
from indexing.extraction.story.state import Story
from indexing.extraction.story.told import ToldSentence
from indexing.extraction.text.page import Page
from indexing.reading.period.notation import (
    as_moment,
    is_day,
    is_school_year,
    month_end,
    parse_notation,
    same_days,
    shift_years,
)
from indexing.records import CHANGES, Period

_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_WEEK = re.compile(r"\b(?:week|weekend)\b|\btuần\b", re.IGNORECASE)
_PREVIOUS = re.compile(r"\b(?:previous|preceding|prior)\b", re.IGNORECASE)
_CLOSING = timedelta(days=31)
"""How soon a year ends that is told as one that is over."""


def with_times(page: Page, story: Story, told: ToldSentence) -> Story:
    """The story with the dates, the days and the aims that a sentence told."""
    segments, uses = told.segments, told.uses
    reached = _reached(page, story.times, told)
    held = _held(page, told, reached)
    dates = [p.notation for u, p in held if _frames(page, u, reached, segments, story.times)]
    bases = [use for use in uses if use.role == "base"] or _openings(held, told)
    moved_on = bool(dates) and dates[-1] != story.times.period
    base = bases[-1] if bases else (None if moved_on else story.times.base)
    events = [use.period.notation for use in uses if use.role in EVENTS and use.period]
    visits = [use.period.notation for use in uses if use.role == "occasion" and use.period]
    days = _opening_days(page, told)
    times = _dated(page, story.times, told, dates, reached)
    times = times._replace(
        days=next(reversed([*visits, *days]), times.days),
        event=times.event or next(iter([*events, *days]), None),
        base=base,
    )
    figures = story.figures._replace(
        turns=told_apart(told.spoken) if segments else story.figures.turns,
        goals=_goals(page, told) or story.figures.goals,
    )
    return story._replace(times=times, figures=figures)


def _reached(page: Page, times: ToldTimes, told: ToldSentence) -> list[TimeUse | None]:
    """The dates of a sentence's figures that are neither aimed at nor missing; the latter too where
    a text that has told of no time yet foretells how its year comes out."""
    figures = zip(told.spoken, told.judged, told.kinds, strict=True)
    closing = times.period is None and _closing_soon(page, told.uses)
    return [
        _as_counted(use, kind)
        for use, judged, kind in figures
        if judged.aspect not in ("target", "gap") or closing
    ]


def _held(
    page: Page, told: ToldSentence, reached: Sequence[TimeUse | None]
) -> list[tuple[TimeUse, Period]]:
    """The dates of its figures that a sentence spoke of, or of itself where it has none."""
    aims = _aims(page, told)
    stated = [
        use for use in told.uses if use.role == "main" and use not in aims and not _is_event(use)
    ]
    main = reached if told.segments else stated
    return [(use, use.period) for use in main if use and use.period and use.role == "main"]


def _aims(page: Page, told: ToldSentence) -> list[TimeUse]:
    published = page.article.published
    return [use for use in told.uses if use.aimed and not _is_over(use, published)]


def _goals(page: Page, told: ToldSentence) -> tuple[str, ...]:
    """The dates by which something is to be reached, each once."""
    figures = zip(told.spoken, told.judged, strict=True)
    aimed = [use for use, judged in figures if judged.aspect == "target"]
    if not told.segments:  # "The goals for 2030 are these:"
        aimed = [use for use in _aims(page, told) if use.role in ("main", "plan")]
    published = page.article.published
    ahead = (use for use in aimed if use is not None and not _is_over(use, published))
    return tuple(dict.fromkeys(use.period.notation for use in ahead if use.period))


def _opening_days(page: Page, told: ToldSentence) -> list[str]:
    """The days on which a campaign opened, told without a figure."""
    sentence = told.sentence.span
    if told.segments or not page.cues.any("campaign", sentence.start, sentence.end):
        return []
    return [use.period.notation for use in told.uses if use.period and _is_day(use)]


def _dated(
    page: Page,
    times: ToldTimes,
    told: ToldSentence,
    dates: Sequence[str],
    reached: Sequence[TimeUse | None],
) -> ToldTimes:
    """The times that what follows goes on with."""
    published = page.article.published
    for notation in dates:
        times = times.dated(notation, published, page.reached, announces=not told.segments)
    figures = zip(told.spoken, told.kinds, strict=True)
    begun = [since for use, kind in figures if (since := _begin(use, kind))]
    if begun and (span := from_day(begun[-1], times.main, published)):
        times = times._replace(period=span)  # what else was done is of the same time
    if reached and (last := reached[-1]) is not None and last.role == "now":
        times = times.back_to_now(published)
    return times


def _is_day(use: TimeUse) -> bool:
    """Whether something happened on one day: "the campaign opened on Saturday, May 21"."""
    told = use.period if use.role == "main" and _is_event(use) else None
    return told is not None and a_day(told)


def _begin(use: TimeUse | None, kind: Kind) -> Period | None:
    """The beginning that is all that is told of a sum's time."""
    summed = use is not None and use.role == "since" and kind in ("span", "told")
    return use.period if use is not None and summed else None


def _is_over(use: TimeUse, published: date | None) -> bool:
    """What lies behind is no aim: "targets for 2026 and results of 2025"."""
    return published is not None and use.period is not None and use.period.last_day < published


def _openings(held: Sequence[tuple[TimeUse, Period]], told: ToldSentence) -> list[TimeUse]:
    """What the changes of a sentence were counted from, where its span tells it."""
    figures = zip(told.judged, told.kinds, strict=True)
    moved = any(judged.aspect in CHANGES and kind == "moment" for judged, kind in figures)
    return [base for use, _ in held if (base := opening_of(use)) is not None] if moved else []


def _closing_soon(page: Page, uses: Sequence[TimeUse]) -> bool:
    """Whether a sentence foretells how a year comes out that is as good as over."""
    published = page.article.published
    told = [use.period for use in uses if use.role == "main" and use.period is not None]
    return published is not None and any(
        published <= period.last_day <= published + _CLOSING for period in told
    )


def _as_counted(use: TimeUse | None, kind: Kind) -> TimeUse | None:
    """A date as a figure counted at a moment leaves it: its last day, up to which sums add up.

    A span inside a year ("from October to December") stays what sums are told of.
    """
    if use is None or use.period is None or kind != "moment":
        return use
    notation, first, last = use.period.notation, use.period.first_day, use.period.last_day
    inside = first.year == last.year and (first.month, first.day) != (1, 1)
    if is_school_year(notation) or (not is_day(notation) and ("/" not in notation or inside)):
        return use
    return use._replace(period=replace(use.period, notation=as_moment(notation)))


def _is_event(use: TimeUse) -> bool:
    """A day told without a figure is that of an event: "they met on 20 May", "it published them at
    the beginning of this week".

    The last day of a month is not: that is where figures are counted.
    """
    if use.period is None:
        return False
    if _WEEK.search(use.period.text) and is_days(use.period.notation.removeprefix("@")):
        return True
    if _DAY_OR_MONTH.fullmatch(use.period.notation) is None:
        return False
    return use.period.first_day != use.period.last_day or not _closes_month(use.period)


def _closes_month(period: Period) -> bool:
    day = period.last_day
    return day == month_end(day.year, day.month)


def _frames(
    page: Page,
    use: TimeUse,
    reached: Sequence[TimeUse | None],
    segments: Sequence[Segment],
    times: ToldTimes,
) -> bool:
    """Whether a date holds for what follows.

    A day told behind a figure is that figure's alone, and so is a time before the one told of, and
    the same part of an earlier year.
    """
    if use.period is None:
        return True
    printed = page.text[use.start : use.end]
    if _PREVIOUS.search(printed) or opens_year(use.period.notation, printed):
        return False
    if times.period is not None and _years_before(use.period.notation, times.period):
        return False
    if not any(s.quantity.end <= use.start for s in segments):
        return True
    published = page.article.published
    told = [o.period.notation for o in reached if o and o.period and o.start < use.start]
    main = None if times.yields_to(use.period.notation, published) else times.main
    if main is None and published and None in reached:  # others were told of the time of writing
        main = published.isoformat()
    known = [*told, main] if main is not None else told
    if times.period is not None and is_day(use.period.notation) and not _closes_month(use.period):
        return False
    return not any(ends_later(notation, use.period.notation) for notation in known)


def _years_before(one: str, other: str) -> bool:
    """Whether one is the same part of a year as the other, years before: for comparison."""
    a, b = parse_notation(one), parse_notation(other)
    back = b.first_day.year - a.first_day.year
    return back > 0 and "-" in one and same_days(shift_years(one, back), other)
