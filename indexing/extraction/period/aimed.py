"""The date that an aim is set for: one told of it, one of aims before, or the year spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from indexing.extraction.aspect.judged import Judged
from indexing.extraction.period.times import TimeUse
from indexing.extraction.story.dates import ToldTimes
from indexing.extraction.story.state import Story
from indexing.extraction.text.page import Page
from indexing.reading.period.notation import parse_notation, shift_years

LATELY = timedelta(days=62)
"""How long before an article speaks its figures are counted, mostly."""
_DATED = re.compile(r"(?:19|20)\d\d|\b(?:last|past|previous)\b", re.IGNORECASE)


def aimed_at(
    page: Page,
    story: Story,
    uses: Sequence[TimeUse],
    told: TimeUse | None,
    judged: Judged,
    dealt: int | None,
    notation: str | None,
) -> str | None:
    """The date that an aim is set for, by the one told of it, if any, or of aims before."""
    published = page.article.published
    goals = story.figures.goals
    if dealt is not None and dealt < len(goals) and told is None:
        return goals[dealt]
    if notation is not None and (judged.planned or (told and _is_outcome(told, published))):
        return f"{parse_notation(notation).last_day.year:04}"
    if notation is not None and told is not None:
        this_year = published is not None and any(
            use.period is not None and use.period.notation == f"{published.year:04}" for use in uses
        )
        return _coming(notation, page.text[told.start : told.end], published, this_year)
    return goals[-1] if goals else _year_spoken_of(uses, story.times, published)


def _is_outcome(told: TimeUse, published: date | None) -> bool:
    """Whether a span of a year is over that stands beside an aim: what was reached is of it.  "We
    aim for 92 per cent in December" tells of the one to come, not of last year's."""
    if told.role != "main" or told.period is None or published is None:
        return False
    if told.aimed and told.period.last_day.year < published.year:
        return False
    span = "-" in told.period.notation and not told.period.notation.startswith("@")
    return span and told.period.last_day <= published


def _year_spoken_of(
    uses: Sequence[TimeUse], times: ToldTimes, published: date | None
) -> str | None:
    """The year of an aim that tells none: that of its sentence, else of the text so far."""
    told = (use.period for use in uses if use.role == "main" and not use.aimed)
    own = next((period.last_day for period in told if period is not None), None)
    today = any(use.role == "now" for use in uses)
    spoken_of = times.main if today else times.period or times.main
    day = own or (parse_notation(spoken_of).last_day if spoken_of else published)
    return f"{day.year:04}" if day else None


def _coming(notation: str, printed: str, published: date | None, this_year: bool) -> str:
    """A date without a year that is aimed at lies ahead: "by May 31"; the year may be told beside
    it: "the plan for this year is 72,000 by the end of December"."""
    lately = timedelta() if this_year else LATELY
    past = published is not None and parse_notation(notation).last_day < published - lately
    return shift_years(notation, 1) if past and not _DATED.search(printed) else notation
