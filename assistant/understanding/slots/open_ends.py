"""The ends of the times that a question names: open ("since 2019"), due ("by June"), both meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from assistant.understanding.slots.yearless import years_back
from assistant.understanding.words.cues import Cues
from indexing.reading.period.notation import shift_years, span_notation, to_period
from indexing.reading.period.periods import PeriodMention, resolve_periods
from indexing.records import Period, Span

DAY = timedelta(days=1)
_NAMED = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
"""The notation of a year, a month or a day."""
_DUE = re.compile(
    r"\b(?:before|by|until|till|trước|truoc|đến|den|tới|toi)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Right before the day by which something is to be done."""
_TO_ITS_END = re.compile(r"(?:hết|het)\b", re.IGNORECASE)
_FOUNDED = date(1995, 1, 1)
"""The year in which the agency was founded: "before 2019" reaches back to it."""
_AND = re.compile(r"\s+(?:and|or|và|va|hoặc|hoac|&)\s+", re.IGNORECASE)
_ENDS = re.compile(
    r"\s+(?:and|to|until|till|den|đến|va|và)\s+|\s*(?<!mid)[-\u2013/]\s*", re.IGNORECASE
)
_A_YEAR = re.compile(r"the\s+(?:(?:last|past)\s+)?(?:year|twelve months|12 months)", re.IGNORECASE)
"""What is told by its end, and by how long it took: it began at that end a year before."""
_DASHED = re.compile(r"[^\W\d](?<!mid)\s*[-\u2013]", re.IGNORECASE)
"""A dash behind the name of a month: "January-July 2020" is the time between."""


def opened(question: str, mention: PeriodMention, today: date, cues: Cues) -> tuple[Period, ...]:
    """The days that "before 2019", "since July 2019" and "after 2019" leave open at one end, and
    those on both sides of "before and after 2019".
    """
    said = cues.spans_by("open_end", question)
    led = next(((key, at) for key, at in said if leads_to(question, at, mention.period)), None)
    if led is None:
        return (_on_side(mention, None, False, today),)
    key, at = led
    inside = at.start == mention.period.start
    sides = [
        other
        for other, before in said
        if other != key and _AND.fullmatch(question, before.end, max(before.end, at.start))
    ]
    beyond = (_on_side(mention, side, False, today) for side in sides)
    return (*beyond, _on_side(mention, key, inside, today))


def _on_side(mention: PeriodMention, side: str | None, inside: bool, today: date) -> Period:
    """The days on one side of a period; `inside`: its own words tell which.

    "After the first nine months of 2025" counts them: that is their own span, as is "before the end
    of 2025" its moment.
    """
    period = mention.period
    told = resolve_periods(period.text, today) if side or mention.since else ()
    if len(told) != 1:
        return period
    whole, is_moment = told[0], told[0].notation.startswith("@")
    if side == "before" and (inside or not is_moment):
        first, last = _FOUNDED, whole.last_day if inside else whole.first_day - DAY
    elif mention.since and not is_moment:
        first, last = whole.first_day, today
    elif side == "after" and _NAMED.fullmatch(whole.notation):
        first, last = whole.last_day + DAY, today
    else:
        return period
    if last < first:
        return period
    return to_period(period.text, period.start, period.end, span_notation(first, last))


def until(question: str, mention: PeriodMention) -> Period:
    """The days of a year until the one by which something is still to be done: "how many must it
    enrol by the end of 2022?" may be told on any of them."""
    period = mention.period
    if not (_DUE.search(question, 0, period.start) or _TO_ITS_END.match(period.text)):
        return period
    last = period.last_day - DAY if period.last_day.day == 1 else period.last_day
    notation = span_notation(date(last.year, 1, 1), last)
    return to_period(period.text, period.start, period.end, notation)


def both_ends(periods: Sequence[Period], today: date) -> tuple[Period, ...]:
    """The first and the last of "between 2012 and June 2015", as each is told.

    "The first nine months of 2021" names no ends: it is one span.
    """
    is_one = len(periods) == 1 and not _DASHED.search(periods[0].text)
    parts = _ENDS.split(periods[0].text) if is_one else []
    if len(parts) < 2 or "/" not in periods[0].notation:
        return tuple(periods)
    whole = periods[0]
    told = [
        resolve_periods(part, today) or resolve_periods(f"in the {part}", today) for part in parts
    ]
    found = [period for periods_of in told for period in periods_of]
    if len(found) == 2:  # "spring to August 2020": the spring of that year
        found[0] = years_back(found[0], found[0].first_day.year - whole.first_day.year)
    days = (found[0].first_day, found[-1].last_day) if len(found) == 2 else ()
    is_told = days == (whole.first_day, whole.last_day)  # "May to October 2025": May of that year
    ends = [end.notation for end in found] if is_told else whole.notation.split("/")
    if _A_YEAR.fullmatch(parts[0]):
        ends = [shift_years(ends[-1], -1), ends[-1]]
    return tuple(to_period(whole.text, whole.start, whole.end, end) for end in ends)


def between_ends(ends: Sequence[Period]) -> Period | None:
    """The time between two ends that one expression names; None for times named apart."""
    if len({(end.start, end.end) for end in ends}) != 1 or len(ends) == 1:
        return None
    first, last = min(p.first_day for p in ends), max(p.last_day for p in ends)
    return to_period(ends[0].text, ends[0].start, ends[0].end, span_notation(first, last))


def leads_to(question: str, said: Span, period: Period) -> bool:
    """Whether words stand right before a period, or open it."""
    apart = question[said.end : period.start].strip(" (")
    return said.start == period.start or (said.end <= period.start and not apart)
