"""The period of a figure and the one it is compared with, from its words, sentence and story.

What its date makes of a figure, by the way it is counted (`kinds`):

| date                          | stock                 | flow                  | either      |
|-------------------------------|-----------------------|-----------------------|-------------|
| a moment, "as of 30 June"     | the moment            | from January to then  | the moment  |
| a day, "on 30 June"           | the moment            | the day               | the moment  |
| a span, "in the first half"   | its end               | the span              | the span    |
| one under way, "this year"    | where the text stands | the span              | the span    |
| a beginning, "since March"    | open                  | up to the text's date | as a flow   |
| "now"                         | where the text stands | from January to then  | the moment  |
| the start of a year           | the end of the one before, however it is counted              |||
| a distance, "a year earlier"  | the date it is counted from, moved                            |||

A date left open is the one that the paragraph and article told before, else (a stock) the last end
of a month that the article goes on to tell, else the day on which it was said, and at last the day
of publication or, without one, the latest date told.  An aim is of the date that it is set for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.period.aimed import LATELY, aimed_at
from indexing.extraction.period.date.roles import EVENTS
from indexing.extraction.period.kinds import Kind
from indexing.extraction.period.times import TimeUse, read_times
from indexing.extraction.period.timespans import (
    as_flow,
    base_of,
    from_day,
    opens_year,
    summed_years,
    unfinished,
)
from indexing.extraction.story.dates import ToldTimes, is_recent
from indexing.extraction.story.state import Story
from indexing.extraction.text.page import Page
from indexing.reading.period.notation import (
    as_moment,
    contains,
    is_day,
    is_school_year,
    month_end,
    parse_notation,
)
from indexing.records import CHANGES, Period


def period_of(
    page: Page,
    story: Story,
    uses: Sequence[TimeUse],
    told: TimeUse | None,
    judged: Judged,
    kind: Kind,
    dealt: int | None = None,
) -> str | None:
    """The notation that the table gives the figure: a moment for a stock, a span for a flow.

    `dealt` is the figure's place among those that "respectively" deals out.
    """
    if told is not None and told.role == "aside":
        return None  # before a change of which only the end is dated
    if kind == "rule":
        if told is None or told.role in ("now", "since"):
            return None
        kind = "moment"
    dateless = page.article.published is None and page.standing is None
    if told is not None and told.role == "now" and dateless:
        return None  # no date that it tells is past
    notation = _told(page, story.times, uses, told, kind)
    if judged.aspect == "target":
        notation = aimed_at(page, story, uses, told, judged, dealt, notation)
    notation = notation or _left_open(page, story.times, uses, kind, judged)
    if notation is None:
        return None
    if told is not None and opens_year(notation, page.text[told.start : told.end]):
        return f"@{int(notation[1:5]) - 1:04}"  # as the year before ended
    if kind == "moment":
        return _as_stock(page, story.times, judged, notation)
    if kind == "span" or judged.aspect == "target":
        if told is not None and judged.aspect not in CHANGES:
            notation = summed_years(notation, page.text[told.start : told.end])
        return as_flow(notation)
    if told is None and not judged.joined and unfinished(notation, page.article.published):
        return _day(page.article.published)
    now = told is not None and told.role == "now"
    lasts = kind == "state" and told is None
    return as_moment(notation) if now or lasts or is_day(notation) else notation


def _told(
    page: Page, times: ToldTimes, uses: Sequence[TimeUse], told: TimeUse | None, kind: Kind
) -> str | None:
    """The date that the sentence tells of the figure."""
    published = page.article.published
    if told is None:
        return None
    if told.role == "since" and told.period is not None:
        until = _reached(uses, told) or times.period or times.main
        since = _since(told.period, until, published, kind)
        return since or _before(told, uses)
    if told.role == "now":
        return page.standing.notation if page.standing else _lately(times, published)
    if told.period is None:
        own = _before(told, uses) or times.period or _said(uses, times)
        return base_of(told, own or _day(published), False)
    return told.period.notation


def _left_open(
    page: Page, times: ToldTimes, uses: Sequence[TimeUse], kind: Kind, judged: Judged
) -> str | None:
    """The date of a figure of which its sentence tells none."""
    done = next((use.period for use in uses if use.role == "occasion"), None)
    if done is not None and kind == "span" and judged.aspect == "level":
        return done.notation
    if times.period is not None:
        return times.period
    was_done = times.main is None and not times.present and kind != "moment"
    campaign = times.days if was_done else None
    found = campaign or _counted_up_to(page, kind) or _said(uses, times)
    found = found or _day(page.article.published)
    if found is None and page.standing is not None:
        return page.standing.notation
    return found


def _as_stock(page: Page, times: ToldTimes, judged: Judged, notation: str) -> str:
    """The moment at which a stock was counted that is told of a date."""
    published = page.article.published
    today = published or page.said
    if today is None and times.main is not None:
        today = parse_notation(times.main).last_day
    begun = today is not None and parse_notation(notation).first_day <= today
    if judged.aspect not in ("target", "gap") and begun and unfinished(notation, today):
        known = times.main is not None and (
            not published
            or (contains(notation, times.main) and not unfinished(times.main, published))
        )
        if times.main and known:
            return as_moment(times.main)
        if published is not None:
            return f"@{published}"
    return notation if is_school_year(notation) else as_moment(notation)


def _reached(uses: Sequence[TimeUse], told: TimeUse) -> str | None:
    """How far the sentence goes that tells a beginning: "by 25 June ... since January"."""
    ends = [u.period for u in uses if u.role == "main" and u.period and not u.aimed]
    later = [end for end in ends if told.period and end.last_day > told.period.last_day]
    return later[-1].notation if later else None


def _since(since: Period, until: str | None, published: date | None, kind: Kind) -> str | None:
    """What adds up since a day; what begins now, or is to come, is of that day."""
    if published is not None and since.last_day >= published:
        return since.notation
    return None if kind in ("moment", "state") else from_day(since, until, published)


def _before(told: TimeUse, uses: Sequence[TimeUse]) -> str | None:
    """The date that a distance such as "a year earlier" is counted from, where its sentence tells
    one before it."""
    main = [u.period.notation for u in uses if u.role == "main" and u.period and u.end < told.start]
    return main[0] if main else None


def _lately(times: ToldTimes, published: date | None) -> str | None:
    """The date that an article speaks of, where it is not long past when the article says "now"."""
    main = times.main
    if main is None or published is None:
        return _day(published) if times.period else None
    return main if is_recent(main, published) else _day(published)


def _day(day: date | None) -> str | None:
    return None if day is None else f"@{day}"


def _counted_up_to(page: Page, kind: Kind) -> str | None:
    """The moment up to which an article counts what it tells before it has said so: the last end of
    a month, or day told as such, that it goes on to tell from shortly before it speaks; of what
    adds up, the span to then."""
    if kind not in ("moment", "span"):
        return None
    today = page.article.published or (page.standing.day if page.standing else None)
    if today is None:
        return None
    told = [
        dated
        for dated in page.periods
        if not (dated.comparison or dated.target or dated.since)
        and _closes(dated.period)
        and today - LATELY <= dated.period.last_day <= today
    ]
    for dated in sorted(told, key=lambda dated: dated.period.last_day, reverse=True):
        sentence = next((s for s in page.sentences if s.start <= dated.start < s.end), None)
        uses = () if sentence is None else read_times(page, sentence.span)
        if any(use.role == "main" and use.start <= dated.start < use.end for use in uses):
            notation = dated.period.notation
            return as_moment(notation) if kind == "moment" else notation
    return None


def _closes(period: Period) -> bool:
    """Whether figures are counted at its end: a moment, or whole months; a day is an event's."""
    first, last = period.first_day, period.last_day
    months = last == month_end(last.year, last.month) and first.day == 1
    return period.notation.startswith("@") or (months and first.year == last.year)


def _said(uses: Sequence[TimeUse], times: ToldTimes) -> str | None:
    """The day on which it was said, as a moment."""
    said = next((use.period.notation for use in uses if use.role in EVENTS and use.period), None)
    notation = said or times.event
    return None if notation is None else as_moment(notation)
