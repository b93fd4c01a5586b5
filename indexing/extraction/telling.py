"""What a sentence leaves to those that follow: the story after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.metric.theme import told_row
from indexing.extraction.page import Page, within
from indexing.extraction.period.changes import starts_change
from indexing.extraction.period.kinds import Kind
from indexing.extraction.period.roles import EVENTS, a_day
from indexing.extraction.period.times import TimeUse
from indexing.extraction.period.timespans import from_day, opening_of, opens_year, unfinished
from indexing.extraction.period.turns import told_apart
from indexing.extraction.place.beside import is_whereabouts
from indexing.extraction.place.locating import frame_of
from indexing.extraction.place.sharing import distinct
from indexing.extraction.segments import Segment
from indexing.extraction.story import Story, ends_later, is_days, span_of
from indexing.extraction.together import Told
from indexing.reading.period.notation import (
    as_moment,
    is_day,
    is_school_year,
    month_end,
    parse_notation,
    same_days,
    shift_years,
)
from indexing.records import CHANGES, Period, PlaceMention, Span

_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_WEEK = re.compile(r"\b(?:week|weekend)\b|\btuần\b", re.IGNORECASE)
_PREVIOUS = re.compile(r"\b(?:previous|preceding|prior)\b", re.IGNORECASE)
_CLOSING = timedelta(days=31)
"""How soon a year ends that is told as one that is over."""


def story_after(page: Page, story: Story, told: Told) -> Story:
    """The story with what a sentence told: its dates, places, topics and aims."""
    sentence, segments, uses = span_of(told.sentence), told.segments, told.uses
    spoken, judged, bound, kinds = told.spoken, told.judged, told.bound, told.kinds
    reached = [
        _as_counted(use, kind)
        for use, judgement, kind in zip(spoken, judged, kinds, strict=True)
        if judgement.aspect not in ("target", "gap") or _closing_soon(page, uses)
    ]
    published = page.article.published
    aims = [use for use in uses if use.aimed and not _is_over(use, published)]
    stated = [use for use in uses if use.role == "main" and use not in aims and not _is_event(use)]
    main = _summed_up(page, stated) if not segments else reached
    held = [use for use in main if use is not None and use.period and use.role == "main"]
    dates = [
        use.period.notation
        for use in held
        if use.period and _frames(page, use, reached, segments, story)
    ]
    aimed = [
        use for use, judgement in zip(spoken, judged, strict=True) if judgement.aspect == "target"
    ]
    if not segments:  # "The goals for 2030 are these:"
        aimed = [use for use in aims if use.role in ("main", "plan")]
    goals = [
        use.period.notation
        for use in aimed
        if use is not None and use.period is not None and not _is_over(use, published)
    ]
    events = [use.period.notation for use in uses if use.role in EVENTS and use.period]
    opened = not segments and page.cues.any("campaign", sentence.start, sentence.end)
    days = [u.period.notation for u in uses if u.period and _is_day(u)] if opened else []
    visits = [use.period.notation for use in uses if use.role == "occasion" and use.period]
    visits += days
    bases = [use for use in uses if use.role == "base"] or _openings(
        page, held, segments, judged, kinds
    )
    moved_on = bool(dates) and dates[-1] != story.period
    places = within(page.places, sentence.start, sentence.end)
    spoken_of = [m for m in places if not is_whereabouts(page.text, m)]
    back = page.cues.any("whole_province", sentence.start, sentence.end)
    several = distinct(spoken_of)
    in_list = story.kind == "item"
    frame = frame_of(page, sentence, in_list) or _still(story.frame, spoken_of)
    below = frame is None or frame.kind != "province"
    frame = None if below and _is_local(page, sentence) else frame
    for notation in dates:
        story = story.dated(notation, published, page.reached)
    begun = [since for u, kind in zip(spoken, kinds, strict=True) if (since := _begin(u, kind))]
    if begun and (span := from_day(begun[-1], story.main, published)):
        story = story._replace(period=span)  # what else was done is of the same time
    if reached and (last := reached[-1]) is not None and last.role == "now":
        story = story._replace(period=story.main)  # back from an aside to the time of writing
    return story._replace(
        theme=story.theme.after(page, sentence, told_row(segments, judged, bound)),
        event=story.event or next(iter([*events, *days]), None),
        turns=told_apart(spoken) if segments else story.turns,
        days=visits[-1] if visits else story.days,
        goals=tuple(dict.fromkeys(goals)) or story.goals,
        base=bases[-1] if bases else (None if moved_on else story.base),
        place=spoken_of[-1] if spoken_of else (None if back else story.place),
        several=several if len(several) > 1 else story.several,
        several_from=story.block if len(several) > 1 else story.several_from,
        frame=frame,
    )


def _is_day(use: TimeUse) -> bool:
    """Whether something happened on one day: "the campaign opened on Saturday, May 21"."""
    told = use.period if use.role == "main" and _is_event(use) else None
    return told is not None and a_day(told)


def _summed_up(page: Page, stated: Sequence[TimeUse]) -> Sequence[TimeUse]:
    """The dates that a sentence without figures speaks of: of a year that it reviews and one that
    it begins, the former."""
    today = page.article.published or page.reached
    over = [use for use in stated if use.period and not unfinished(use.period.notation, today)]
    return over or stated


def _still(frame: PlaceMention | None, named: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place that a sentence before set, unless this one speaks of another of its kind."""
    if frame is None or any(m.kind == frame.kind and m.name != frame.name for m in named):
        return None
    return frame


def _begin(use: TimeUse | None, kind: Kind) -> Period | None:
    """The beginning that is all that is told of a sum's time."""
    summed = use is not None and use.role == "since" and kind in ("span", "told")
    return use.period if use is not None and summed else None


def _is_over(use: TimeUse, published: date | None) -> bool:
    """What lies behind is no aim: "targets for 2026 and results of 2025"."""
    return published is not None and use.period is not None and use.period.last_day < published


def _openings(
    page: Page,
    held: Sequence[TimeUse],
    segments: Sequence[Segment],
    judged: Sequence[Judged],
    kinds: Sequence[Kind],
) -> list[TimeUse]:
    """What the changes of a sentence were counted from, where its span tells it."""
    moved = any(
        j.aspect in CHANGES and kind == "moment" for j, kind in zip(judged, kinds, strict=True)
    ) or any(starts_change(page.text, segments, segment) for segment in segments)
    return [base for use in held if (base := opening_of(use)) is not None] if moved else []


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


def _is_local(page: Page, sentence: Span) -> bool:
    return page.cues.any("local", sentence.start, sentence.end)


def _frames(
    page: Page,
    use: TimeUse,
    reached: Sequence[TimeUse | None],
    segments: Sequence[Segment],
    story: Story,
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
    if story.period is not None and _years_before(use.period.notation, story.period):
        return False
    if not any(s.quantity.end <= use.start for s in segments):
        return True
    published = page.article.published
    told = [o.period.notation for o in reached if o and o.period and o.start < use.start]
    main = None if story.yields_to(use.period.notation, published) else story.main
    if main is None and published and None in reached:  # others were told of the time of writing
        main = published.isoformat()
    known = [*told, main] if main is not None else told
    if story.period is not None and is_day(use.period.notation) and not _closes_month(use.period):
        return False
    return not any(ends_later(notation, use.period.notation) for notation in known)


def _years_before(one: str, other: str) -> bool:
    """Whether one is the same part of a year as the other, years before: for comparison."""
    a, b = parse_notation(one), parse_notation(other)
    back = b.first_day.year - a.first_day.year
    return back > 0 and "-" in one and same_days(shift_years(one, back), other)
