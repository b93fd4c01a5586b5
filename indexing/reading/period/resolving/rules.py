"""The span that an expression of time names: the function for each rule of `period_rules.toml`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from indexing.reading.period import notation as n
from indexing.reading.period.course import Course
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.resolving import (
    calendar,
    dates,
    days,
    distances,
    holidays,
    relative,
    seasons,
)


def resolved(e: Expression, frame: Frame, course: Course) -> str | None:
    """The span that the bare expression names, its edge and preposition left aside."""
    try:
        span = _RESOLVERS[e.rule](e.parts, frame, course)
        told = n.parse_notation(span)
        if frame.days_off and told.first_day == told.last_day:
            return (told.first_day + timedelta(days=frame.days_off)).isoformat()
    except (ValueError, OverflowError):
        return None
    return span


def placed(span: str, frame: Frame) -> str:
    """`span` under its edge and preposition: "the end of", "mid-", "by", "as of"."""
    told = n.parse_notation(span)
    if told.moment:
        return span
    if frame.edge == "eve":
        return f"@{n.day_before(told.first_day).isoformat()}"
    if frame.edge == "end" or (frame.preposition == "moment" and frame.edge is None):
        return n.as_moment(span)
    if frame.edge == "mid":
        if told.first_day.year < told.last_day.year:
            return n.as_moment(span) if frame.preposition == "moment" else span
        middle = told.first_day + (told.last_day - told.first_day) / 2
        if (told.last_day - told.first_day).days < 31:
            return f"@{span}-15" if len(span) == 7 else span
        if told.first_day.month == 1 and told.last_day.month == 12:
            middle = date(told.last_day.year, 6, 1)
        return f"@{middle.year:04}-{middle.month:02}"
    if frame.edge == "start":
        return f"@{told.first_day.isoformat()}"
    if frame.edge == "later":
        return n.as_moment(span) if frame.preposition == "moment" else span
    if frame.edge in ("early", "late"):
        year = told.first_day.year
        quarter = "Q1" if frame.edge == "early" else "Q4"
        part = f"{year:04}-{quarter}" if len(span) == 4 else span
        return n.as_moment(part) if frame.preposition == "moment" else part
    return span


def closed(span: str, frame: Frame) -> str:
    """An end of a span under its own edge: the last day of "the end of 2017", a middle month."""
    if frame.edge is None:
        return span
    edge = placed(span, frame._replace(preposition=None))
    return n.parse_notation(edge).last_day.isoformat() if edge.startswith("@") else edge


_RESOLVERS: dict[str, Callable[[dict[str, str], Frame, Course], str]] = {
    "notation": calendar.notation,
    "iso": dates.day_numbers,
    "day_numbers": dates.day_numbers,
    "day_vi": dates.day,
    "day_short": dates.day,
    "month_day": dates.day,
    "month_day_short": dates.day,
    "day_month": dates.day,
    "day_of_month": dates.day_of_month,
    "day_alone": dates.day_alone,
    "weekday_of_month": dates.weekday_of_month,
    "weekday_nth": dates.weekday_nth,
    "half_of_month": dates.half_of_month,
    "last_day": dates.last_day,
    "month_number": calendar.month,
    "month_vi": calendar.month,
    "month_year": calendar.month,
    "month_short_year": calendar.month,
    "month_pair": calendar.months,
    "month": calendar.month,
    "month_led": calendar.month,
    "quarter": calendar.quarter,
    "quarter_behind": calendar.quarter,
    "quarter_last": calendar.last_quarter,
    "quarters": calendar.first_quarters,
    "half": calendar.half,
    "half_number": calendar.half,
    "half_behind": calendar.half,
    "half_vi": calendar.half,
    "first_months": calendar.first_months,
    "last_months": calendar.last_months,
    "months_of": calendar.first_months,
    "months_period": calendar.first_months,
    "months_short": calendar.first_months,
    "months_behind": calendar.first_months,
    "the_months": relative.the_months,
    "the_part": relative.the_part,
    "months_into": calendar.first_months,
    "months_vi": calendar.first_months,
    "past": distances.past,
    "weekday": days.weekday,
    "weekday_vi": days.weekday,
    "weekday_day_vi": dates.day,
    "day_told": days.day_told,
    "day_before": days.day_before,
    "day_two_digits": days.day_two_digits,
    "holiday": holidays.holiday,
    "week": days.week,
    "week_ended": days.week_ended,
    "week_vi": days.week_vi,
    "week_of": days.week_of,
    "week_of_month": days.week_of_month,
    "ended": days.ended,
    "month_quarter": days.ended,
    "month_quarter_of": days.ended,
    "ago": distances.ago,
    "ago_vi": distances.ago,
    "later": distances.later,
    "later_vi": distances.later,
    "that": distances.that,
    "in_the": distances.in_the,
    "decade": days.decade,
    "decade_vi": days.decade,
    "century": days.century,
    "century_vi": days.century,
    "era": days.era,
    "turn": days.turn,
    "season": seasons.season,
    "seasons": seasons.seasons,
    "season_vi": seasons.season,
    "quarter_short": calendar.quarter,
    "quarter_short_behind": calendar.quarter,
    "two_quarters": calendar.two_quarters,
    "half_short": calendar.half,
    "owned": calendar.owned,
    "fiscal_behind": calendar.year,
    "short_year": calendar.year,
    "fiscal_short": calendar.year,
    "old_year": calendar.year,
    "past_one": distances.past,
    "the_years": relative.the_years,
    "past_vi": distances.past,
    "same": relative.same,
    "same_vi": relative.same,
    "this_time": relative.this_time,
    "year_on_year": relative.same,
    "earlier": relative.earlier,
    "months_before": distances.before_told,
    "school_year": relative.school_year,
    "years": calendar.years,
    "years_ended": calendar.years_ended,
    "old_years": calendar.years,
    "relative_year": calendar.year,
    "the_year": calendar.the_year,
    "edge_year": calendar.edge_year,
    "year_opening": calendar.year_opening,
    "merger": calendar.merger,
    "edge_year_vi": calendar.the_year,
    "relative_part": relative.relative_part,
    "so_far": relative.so_far,
    "year": calendar.year,
}
