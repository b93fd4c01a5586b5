"""One function for each rule of `period_rules.toml`: the span that its expression names."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from indexing.reading import notation as n
from indexing.reading.lexicon import forms, lookup, squeezed, table
from indexing.reading.period_frame import Frame
from indexing.reading.period_grammar import Expression
from indexing.reading.period_story import Story

_LATELY = timedelta(days=75)
"""How long after a span of months reports of it still come out."""


def resolved(e: Expression, frame: Frame, story: Story) -> str | None:
    """The span that the bare expression names, its edge and preposition left aside."""
    try:
        span = _RESOLVERS[e.rule](e.parts, frame, story)
        n.parse_notation(span)
    except (ValueError, OverflowError):
        return None
    return span


def placed(span: str, frame: Frame) -> str:
    """`span` under its edge and preposition: "the end of", "mid-", "by", "as of"."""
    days = n.parse_notation(span)
    if days.moment:
        return span
    if frame.edge == "end" or (frame.preposition == "moment" and frame.edge is None):
        return n.as_moment(span)
    if frame.edge == "mid":
        middle = days.first_day + (days.last_day - days.first_day) / 2
        if (days.last_day - days.first_day).days < 31:
            return f"@{span}-15" if len(span) == 7 else span
        if days.first_day.month == 1 and days.last_day.month == 12:
            middle = date(days.last_day.year, 6, 1)
        return f"@{middle.year:04}-{middle.month:02}"
    if frame.edge == "start":
        return f"@{days.first_day.isoformat()}"
    if frame.edge == "early":
        year = days.first_day.year
        told = f"{year:04}-Q1" if len(span) == 4 else span
        return n.as_moment(told) if frame.preposition == "moment" else told
    return span


@cache
def _relative_years() -> dict[str, str]:
    return lookup(table("periods")["years"])


def _told_year(parts: dict[str, str], story: Story) -> int | None:
    """The year that the expression itself names, or None."""
    if "year" in parts:
        return int(parts["year"])
    if "relative" not in parts:
        return None
    word = squeezed(parts["relative"])
    key = _relative_years()[word]
    if key == "anchor":
        year = story.anchor_year()
        return None if year is None else year - 1
    today = story.today() if word in ("the year", "năm", "nam") else story.published
    if today is None:
        raise ValueError("a relative year without a publication date")
    return today.year + int(key)


def _year_of(parts: dict[str, str], first: int, frame: Frame, story: Story) -> int:
    """The year of a part that can be spoken of from the month `first` on."""
    told = _told_year(parts, story)
    loose = squeezed(parts.get("relative", "")) in ("the year", "năm", "nam")
    if told is not None and not loose:
        return told
    if told is None and story.year and story.year[1] >= frame.sentence:
        return story.year[0]
    today = story.today()
    if today is None:
        raise ValueError("a part of a year, and no date to count from")
    if first <= today.month or (loose and frame.aimed):
        return today.year
    aimed = frame.aimed and frame.preposition == "moment"
    due = frame.due and first - today.month < 6
    return today.year if aimed or due else today.year - 1


# --- one function for each rule ----------------------------------------------------------------


def _day(parts: dict[str, str], frame: Frame, story: Story) -> str:
    month = _month_number(parts)
    year = _year_of(parts, month, frame, story)
    numbers = [int(re.sub(r"\D", "", parts[k])) for k in ("day0", "day", "day2") if k in parts]
    first, last = date(year, month, numbers[0]), date(year, month, numbers[-1])
    return n.span_notation(first, last)


def _day_numbers(parts: dict[str, str], frame: Frame, story: Story) -> str:
    year, month, day = int(parts["year"]), int(parts["month"]), int(parts["day"])
    if month > 12 >= day and "sign" in parts:
        month, day = day, month
    return date(year, month, day).isoformat()


def _last_day(parts: dict[str, str], frame: Frame, story: Story) -> str:
    month = _month_number(parts)
    return n.month_end(_year_of(parts, month, frame, story), month).isoformat()


def _month(parts: dict[str, str], frame: Frame, story: Story) -> str:
    month = _month_number(parts)
    if "which" in parts and "year" not in parts and "relative" not in parts:
        if story.published is None:
            raise ValueError("a relative month without a publication date")
        today = story.published
        passed = month < today.month or (parts["which"] == "this" and month == today.month)
        year = (
            today.year
            + {"last": 0 if passed else -1, "this": 0, "next": int(month <= today.month)}[
                parts["which"]
            ]
        )
        return f"{year:04}-{month:02}"
    return f"{_year_of(parts, month, frame, story):04}-{month:02}"


def _quarter(parts: dict[str, str], frame: Frame, story: Story) -> str:
    numbers = table("periods")["numbers"]
    ordinal = parts.get("ordinal")
    quarter = numbers["ordinals"][ordinal] if ordinal else numbers["quarters"][parts["number"]]
    return f"{_year_of(parts, quarter * 3 - 1, frame, story):04}-Q{quarter}"


def _half(parts: dict[str, str], frame: Frame, story: Story) -> str:
    half = 1 if parts.get("ordinal", parts.get("number")) in ("first", "đầu", "dau", "1") else 2
    return f"{_year_of(parts, half * 6 - 1, frame, story):04}-H{half}"


def _first_months(parts: dict[str, str], frame: Frame, story: Story) -> str:
    count = _count(parts)
    if not 1 <= count <= 12:
        raise ValueError("a year has twelve months")
    year = _year_of(parts, count, frame, story)
    if parts.get("side") in ("cuối", "cuoi"):
        return n.span_notation(date(year, 13 - count, 1), date(year, 12, 31))
    return n.span_notation(date(year, 1, 1), n.month_end(year, count))


def _the_months(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """ "In nine months" alone: the months of the year so far, as they stood a month or two before.

    Any other number of months ("in arrears for three months") is how long something took.
    """
    parts = {**parts, "count": parts.get("count") or parts["count_vi"]}
    today = story.today()
    if today is None:
        raise ValueError("months of which year?")
    count = _count(parts)
    span = _first_months(parts, frame, story)
    last = n.parse_notation(span).last_day
    told = story.anchor is not None and n.parse_notation(story.anchor).last_day == last
    if count < 2 or not (told or timedelta(0) <= today - last <= _LATELY):
        raise ValueError("how long, not when")
    return span


def _the_part(parts: dict[str, str], frame: Frame, story: Story) -> str:
    """The "month", "quarter" or "half-year" that was told of, else the last whole one."""
    unit = parts.get("unit", "half")
    months = {"month": 1, "quarter": 3}.get(unit, 6)
    if story.anchor is not None:
        last = n.parse_notation(story.anchor).last_day
    elif story.published is not None:
        last = n.day_before(story.published.replace(day=1))
    else:
        raise ValueError(f"the {unit} of which date?")
    first = n.months_before(last, (last.month - 1) % months)
    closing = n.months_before(first, 1 - months)
    if n.month_end(closing.year, closing.month) > (story.published or date.max):
        first, closing = n.months_before(first, months), n.months_before(closing, months)
    return n.span_notation(first, n.month_end(closing.year, closing.month))


def _first_quarters(parts: dict[str, str], frame: Frame, story: Story) -> str:
    months = _count(parts) * 3
    year = _year_of(parts, months, frame, story)
    return n.span_notation(date(year, 1, 1), n.month_end(year, months))


def _last_months(parts: dict[str, str], frame: Frame, story: Story) -> str:
    year = _told_year(parts, story)
    if year is None:
        raise ValueError("the last months of which year?")
    return n.span_notation(date(year, 13 - _count(parts), 1), date(year, 12, 31))


def _past(parts: dict[str, str], frame: Frame, story: Story) -> str:
    today = story.published
    if today is None:
        raise ValueError("past months without a publication date")
    count = _count(parts) if "count" in parts else 1
    unit = parts["unit"]
    if (unit.startswith("year") and "count" in parts) or unit in ("năm", "nam"):
        return n.span_notation(date(today.year - count, 1, 1), date(today.year - 1, 12, 31))
    months = count * {"year": 12, "quar": 3, "quý": 3, "quy": 3}.get(unit[:4], 1)
    end = today if today == n.month_end(today.year, today.month) else None
    back = 0 if end else 1
    last = n.months_before(today, back)
    first = n.months_before(today, months - 1 + back)
    return n.span_notation(first, n.month_end(last.year, last.month))


def _same(parts: dict[str, str], frame: Frame, story: Story) -> str:
    year = parts.get("year")
    told = squeezed(parts.get("relative", ""))
    if story.anchor is None:
        if year:
            return year
        if story.published is None:
            raise ValueError("the same period as which?")
        return f"{story.published.year - 1:04}"
    if not year and not told and parts.get("what", "period") != "period":
        raise ValueError("the same date, not another year's")
    if not year:
        return n.shift_years(story.anchor, -1)
    own = n.parse_notation(story.anchor).last_day.year
    return n.shift_years(story.anchor, int(year) - own)


def _earlier(parts: dict[str, str], frame: Frame, story: Story) -> str:
    back = 1 if parts["count"] == "a" else _count(parts)
    if story.anchor is not None:
        return n.shift_years(story.anchor, -back)
    if story.published is None:
        raise ValueError("a year before what?")
    return f"{story.published.year - back:04}"


def _years(parts: dict[str, str], frame: Frame, story: Story) -> str:
    first, last = parts["from"], parts["to"]
    if len(last) == 2:
        last = first[:2] + last
        if int(last) != int(first) + 1:
            raise ValueError("no pair of years")
    return n.span_notation(date(int(first), 1, 1), date(int(last), 12, 31))


def _year(parts: dict[str, str], frame: Frame, story: Story) -> str:
    year = _told_year(parts, story)
    if year is None:
        raise ValueError("no year")
    return f"{year:04}"


def _the_year(parts: dict[str, str], frame: Frame, story: Story) -> str:
    told = _told_year(parts, story)
    if told is not None:
        return f"{told:04}"
    ahead = frame.edge is not None or frame.aimed or frame.preposition == "moment"
    year = story.published.year if ahead and story.published else story.anchor_year()
    if year is None:
        raise ValueError("which year?")
    return f"{year:04}"


def _edge_year(parts: dict[str, str], frame: Frame, story: Story) -> str:
    year = _the_year(parts, frame, story)
    return f"@{year}-06" if "mid" in parts["edge"] else f"@{year}"


def _relative_part(parts: dict[str, str], frame: Frame, story: Story) -> str:
    today = story.published
    if today is None:
        raise ValueError("a relative month without a publication date")
    which = parts.get("which") or parts["which_vi"]
    back = {"this": 0, "current": 0, "này": 0, "next": -1, "sau": -1}.get(which, 1)
    months = 3 if (parts.get("unit") or parts["unit_vi"]) in ("quarter", "quý") else 1
    if which == "previous" and story.anchor and months == 1:
        today = n.parse_notation(story.anchor).last_day
    base = today.replace(day=1, month=(today.month - 1) // months * months + 1)
    first = n.months_before(base, back * months)
    last = n.months_before(first, 1 - months)
    return n.span_notation(first, n.month_end(last.year, last.month))


def _so_far(parts: dict[str, str], frame: Frame, story: Story) -> str:
    told = parts.get("year") or parts.get("year_vi")
    today = story.published if told is None else story.today()
    if today is None:
        raise ValueError("so far until when?")
    year = int(told) if told else today.year
    last = today if today.year == year else date(year, 12, 31)
    if story.anchor is not None:  # the report's own closing day, where it has named it
        closing = n.parse_notation(story.anchor).last_day
        if closing.year == year and timedelta(0) <= last - closing <= _LATELY:
            last = closing
    return n.span_notation(date(year, 1, 1), last)


def _month_number(parts: dict[str, str]) -> int:
    if "month" in parts:
        return int(parts["month"])
    months = table("periods")["months"]
    name = parts["named"].rstrip(".")
    number: int = months["names"].get(name) or months["short"][name]
    return number


def _count(parts: dict[str, str]) -> int:
    word = squeezed(parts["count"])
    return int(word) if word.isdigit() else _cardinals()[word]


@cache
def _cardinals() -> dict[str, int]:
    cardinals: dict[str, int] = table("periods")["numbers"]["cardinals"]
    return {form: value for word, value in cardinals.items() for form in forms(word)}


_RESOLVERS: dict[str, Callable[[dict[str, str], Frame, Story], str]] = {
    "iso": _day_numbers,
    "day_numbers": _day_numbers,
    "day_vi": _day,
    "day_short": _day,
    "month_day": _day,
    "day_month": _day,
    "last_day": _last_day,
    "month_number": _month,
    "month_vi": _month,
    "month_year": _month,
    "month": _month,
    "quarter": _quarter,
    "quarters": _first_quarters,
    "half": _half,
    "half_number": _half,
    "half_vi": _half,
    "first_months": _first_months,
    "last_months": _last_months,
    "months_of": _first_months,
    "months_period": _first_months,
    "the_months": _the_months,
    "the_part": _the_part,
    "months_vi": _first_months,
    "past": _past,
    "past_one": _past,
    "past_vi": _past,
    "same": _same,
    "same_vi": _same,
    "year_on_year": _same,
    "earlier": _earlier,
    "years": _years,
    "relative_year": _year,
    "the_year": _the_year,
    "edge_year": _edge_year,
    "edge_year_vi": _the_year,
    "relative_part": _relative_part,
    "so_far": _so_far,
    "year": _year,
}
