"""For which times a question is answered that names none, or whose figures are of several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from assistant.drafting.days import across_merger, mixed_periods
from assistant.drafting.premises.claims import course_of, says_of_end
from assistant.drafting.premises.confirming import confirmation
from assistant.evidence.insisted import EACH
from assistant.evidence.lookup import look_up
from assistant.evidence.rows.agreement import matches_place, period_fit
from assistant.evidence.rows.finding import Finding
from assistant.evidence.rows.order import last_day
from assistant.evidence.sources import Sources
from assistant.query import UNNAMED, Query
from assistant.understanding.words.cues import load_cues
from indexing.agreement import same_days
from indexing.catalogue import catalogue
from indexing.gazetteer import COUNTRY
from indexing.reading.period.notation import parse_notation, shift_years, to_period
from indexing.records import CHANGES, MetricFact, Period, Quantity

_YEARS = re.compile(r"\d{4}/\d{4}")
"""Several years, in the notation of periods."""

_YEAR_NAMED = re.compile(r"\b(?:19|20)?\d{2}\b")
"""A year as a question writes it: "2021", or the "25" of "2021-25"."""


def of_all_times(query: Query, sources: Sources) -> Query:
    """The query with all the times that a level is held for, the earliest first, where a trend of
    one figure is asked for; within the asked time where there is one.

    Who asks from what to what it moved is told of no change where one level alone is held.
    """
    places = query.places or (COUNTRY,)
    of_one = len(query.metrics) == len(places) == 1 and len(query.periods) < 2
    asks = query.manner.over_time or _names_years(query, sources)
    if not (asks and of_one and not query.qualifiers):
        return query
    moved = set(query.aspects) <= set(CHANGES)
    if not moved and query.aspects != ("level",):
        return query
    held = times_held(query.metrics[0], places[0], sources)
    periods = tuple(
        one for one in held if all(period_fit(asked, one.notation) for asked in query.periods)
    )
    if query.order.most:
        periods = periods[-query.order.most :]
    if len(periods) < (2 if moved or query.periods else 1):
        return query
    return replace(query, aspects=("level",), operation="compare", periods=periods)


def _names_years(query: Query, sources: Sources) -> bool:
    """Whether a figure is asked for from one year to another one, both by their numbers, and none
    is held of all these years together; "the last two years" ask for one figure."""
    if query.operation != "value" or query.claimed or query.manner.portion is not None:
        return False
    if not (len(query.periods) == 1 and _YEARS.fullmatch(query.periods[0].notation)):
        return False
    if len(_YEAR_NAMED.findall(query.periods[0].text)) != 2:
        return False
    rows = [row for finding in look_up(query, sources) for row in finding.facts]
    return not any(row.period == query.periods[0].notation for row in rows)


def between_levels(query: Query, sources: Sources) -> Query | None:
    """The query for the two levels between which a change lies that no report states: those at both
    ends of the asked time, or the last two that are held where it names none.

    Of metrics of one insurance that may be meant it is the first that has them.  None where none
    has, and where the question says what the change is counted from.
    """
    place, asked = next(iter(query.places), COUNTRY), next(iter(query.periods), None)
    is_change = set(query.aspects) <= set(CHANGES) and not (query.versus or query.qualifiers)
    of_one = max(map(len, (query.places, query.periods))) < 2
    insurances = {catalogue().metric(metric).schemes[:1] for metric in query.metrics}
    of_one = of_one and (len(query.metrics) == 1 or (query.readings and len(insurances) == 1))
    for metric in query.metrics if is_change and of_one else ():
        times = times_held(metric, place, sources)
        for later in reversed(times):
            ends = asked is None or _is_end_of(later, asked, query)
            earlier = _time_before(times, later, asked) if ends else None
            if earlier and not across_merger(place, earlier.notation, later.notation):
                return replace(query, metrics=(metric,), readings=False, aspects=("level",),
                               operation="compare", periods=(earlier, later))  # fmt: skip
    return None


def of_one_month(query: Query, sources: Sources) -> Query:
    """The query without the words by which it asks for an amount of each month, where what is held
    is that of one month; of a longer time no mean is made."""
    spans = load_cues().spans("by_month", query.plain)
    said = [query.plain[span.start : span.end] for span in spans]
    if not query.qualifiers or any(not any(q in s for s in said) for q in query.qualifiers):
        return query
    amount = replace(query, qualifiers=(), parts=query.parts - {EACH})
    leads = [finding.facts[0] for finding in look_up(amount, sources) if finding.facts]
    return amount if leads and all(map(_is_of_one_month, leads)) else query


def _is_of_one_month(row: MetricFact) -> bool:
    span = parse_notation(row.period) if row.period else None
    if span is None or span.moment:
        return False
    next_day = span.last_day + timedelta(days=1)
    return span.first_day.day == next_day.day == 1 and span.first_day.month == span.last_day.month


def so_far(query: Query, sources: Sources) -> Sequence[Finding]:
    """The last level before the time that a target is set for, and that target, where it is asked
    what is missing to it; the level of the asked time where the target is for a later one.  Empty
    where the reports do not hold both of one metric."""
    if query.aspects[0] != "gap" or not query.periods or len(query.places) > 1:
        return ()
    *then, due = sorted(query.periods, key=lambda period: period.last_day)
    for metric in query.metrics:
        asked = replace(query, metrics=(metric,), readings=False, operation="compare")
        target = look_up(replace(asked, aspects=("target",), periods=(due,)), sources)
        aims = [finding.facts[0] for finding in target if finding.facts]
        is_ahead = any(row.period and last_day(row) > due.last_day for row in aims)
        reached = (*then, due) if is_ahead else tuple(then)  # what was missing at the asked day
        level = look_up(replace(asked, aspects=("level",), periods=reached), sources)
        leads = [finding.facts[0] for finding in (*level, *target) if finding.facts]
        days = [last_day(row) for row in leads if row.period]
        if len(leads) == 2 == len(days) and days == sorted(days):
            return (*level, *target)
    return ()


def _is_end_of(later: Period, asked: Period, query: Query) -> bool:
    """Whether a time is the end of the asked span; or, where it is asked whether something rose or
    fell within it, any moment of it: what it then was is told with its date."""
    if later.last_day == asked.last_day:
        return True
    moved = {"up", "down"} & set(load_cues().hits("verdict", query.plain))
    moments = parse_notation(later.notation).moment and not parse_notation(asked.notation).moment
    return bool(moved and moments and asked.first_day <= later.last_day <= asked.last_day)


def _time_before(times: Sequence[Period], later: Period, asked: Period | None) -> Period | None:
    """The time whose level that of `later` is held against: for what adds up over days the same
    days of the year before; else the day before the asked span, or the last that is held."""
    span = parse_notation(later.notation)
    before = [t for t in times if t.last_day < later.last_day]
    if not span.moment:
        then = shift_years(later.notation, -1)
        before = [t for t in before if same_days(t.notation, then)]
    elif asked is not None and not parse_notation(asked.notation).moment:
        before = [t for t in before if t.last_day == asked.first_day - timedelta(days=1)]
    return before[-1] if before else None


def times_held(metric: str, place: str, sources: Sources) -> tuple[Period, ...]:
    """The times that the level of a metric is held for in one place, the earliest first."""
    keys = sources.keyed(metric, place).keys
    told = {k.period for k in keys if k.aspect == "level" and not k.group and k.period
            and matches_place(place, k.place)}  # fmt: skip
    times = (to_period("", UNNAMED, UNNAMED, period) for period in told)
    return tuple(sorted(times, key=lambda p: p.last_day))


def when_it_was_so(query: Query, findings: Sequence[Finding], sources: Sources) -> Query:
    """The query with the last time at which the reports hold what it puts forward of the past,
    where it names none and the latest figure is another one."""
    is_past = "past" in load_cues().hits("tense", query.plain)
    of_one = len(query.metrics) == 1 and len(findings) == 1 and query.aspects == ("level",)
    if not (is_past and of_one and query.claimed and findings[0].facts and not query.periods):
        return query
    if confirmation(query, findings) not in ("refuted", "refuted_so_far"):
        return query
    place = findings[0].wanted.place or COUNTRY
    for period in reversed(times_held(query.metrics[0], place, sources)):
        then = replace(query, periods=(period,))
        found = look_up(then, sources)
        if all(one.facts for one in found) and confirmation(then, found) == "confirmed":
            return then
    return query


def when_it_moved(query: Query, sources: Sources) -> Query:
    """The query with the two times at which the reports hold the levels between which it says that
    something moved; with the day before the asked span, where they hold the later one at its end.

    As it is where they hold neither.
    """
    ends = course_of(query)
    of_one = len(query.metrics) == 1 and max(len(query.places), len(query.periods)) < 2
    if ends is None or not of_one or query.aspects != ("level",) or query.qualifiers:
        return query
    asked = next(iter(query.periods), None)
    times = times_held(query.metrics[0], next(iter(query.places), COUNTRY), sources)

    def is_at(end: Quantity, time: Period) -> bool:
        found = look_up(replace(query, periods=(time,)), sources)
        leads = [one.facts[0] for one in found if one.facts]
        return len(leads) == 1 and says_of_end(end, leads[0], query.plain) is True

    later = next((t for t in reversed(times) if _is_within(t, asked) and is_at(ends[1], t)), None)
    if later is None:
        return query
    past = [time for time in reversed(times) if time.last_day < later.last_day]
    before = next((time for time in past if is_at(ends[0], time)), None)
    earlier = before or (_time_before(times, later, asked) if asked else None)
    compared = replace(query, operation="compare")
    return replace(compared, periods=(earlier, later)) if earlier else query


def _is_within(time: Period, asked: Period | None) -> bool:
    return asked is None or asked.first_day <= time.last_day <= asked.last_day


def _is_against_country(query: Query) -> bool:
    return query.operation == "compare" and len(query.places) == 2 and COUNTRY in query.places


def of_shares(query: Query) -> Query:
    """The query without the numbers of people, where a place is held against the country and a
    share may be meant: of people the country always has more."""
    if not (query.readings and _is_against_country(query)):
        return query
    shares = tuple(m for m in query.metrics if catalogue().metric(m).unit == "percent")
    return replace(query, metrics=shares, readings=len(shares) > 1) if shares else query


def on_one_day(query: Query, findings: Sequence[Finding], sources: Sources) -> Sequence[Finding]:
    """Figures that are held against each other, of the same days where the reports give them so and
    no time is asked for: the latest such days of those at which one of them is told last."""
    of_several = len(query.places) > 1 or len(query.metrics) > 1
    leads = [finding.facts[0] for finding in findings if finding.facts]
    if (
        not of_several
        or query.periods
        or query.operation not in ("ratio", "compare")
        or len(leads) < len(findings)
    ):
        return findings
    for lead in leads if mixed_periods(leads) else ():
        period = to_period("", 0, 0, lead.period) if lead.period else None
        again = look_up(replace(query, periods=(period,)), sources) if period else ()
        rows = [finding.facts[0] for finding in again if finding.facts]
        if rows and len(rows) == len(again) and not mixed_periods(rows):
            return again
    return findings
