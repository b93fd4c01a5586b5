"""Expressions of time that belong together: the ends of a span, and parts that share one year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from typing import Literal

from indexing.reading.lexicon import pattern, table
from indexing.reading.period import notation as n
from indexing.reading.period.expression.frame import Frame
from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.expression.surroundings import any_word
from indexing.reading.period.resolving.years import month_number

_LED = 16
_WEEK = timedelta(days=7)
_REST = 200
_NUMBER = re.compile(r"\d+")
_HYPHEN = re.compile(r"\s?-\s?|-to-|-through-")
_LIST = re.compile(r"\s*(?:,|(?:,\s*)?(?:and|or|và|va|hoặc|&)(?!\w))\s*")


def with_shared_years(
    found: Sequence[tuple[Expression, Frame]], seen: str
) -> list[tuple[Expression, Frame]]:
    """`found`, where a year told last holds for the parts before it.

    "In May, June and September 2021", "August to October last year".  A part that comes later in
    the year than the one behind it is of the year before: "from November to February 2024".
    """
    given: list[tuple[Expression, Frame]] = []
    for e, frame in reversed(found):
        parts = _year_behind(e, frame, *given[-1], seen) if given else {}
        given.append((e._replace(parts={**e.parts, **parts}) if parts else e, frame))
    return given[::-1]


def _year_behind(
    e: Expression, frame: Frame, last: Expression, last_frame: Frame, seen: str
) -> dict[str, str]:
    """The part of `last` that tells its year, as it holds for `e` before it; else empty."""
    kind = _kind(e)
    if _dated(e) or not _dated(last) or kind is None or kind != _kind(last):
        return {}
    listed = _LIST.fullmatch(seen, frame.end, last_frame.start)
    if not listed and not _spanned(frame, last_frame, seen):
        return {}
    if "year" not in last.parts:
        return {"relative": last.parts["relative"]}
    turns = kind != "quarter" and month_number(e.parts) > month_number(last.parts)
    return {"year": str(int(last.parts["year"]) - turns)}


def _dated(e: Expression) -> bool:
    return "year" in e.parts or "relative" in e.parts


def _kind(e: Expression) -> Literal["day", "month", "quarter"] | None:
    if "which" in e.parts:
        return None
    if "named" in e.parts or "month" in e.parts:
        return "day" if "day" in e.parts else "month"
    return "quarter" if e.rule == "quarter" else None


def joins(one: Frame, first: str, other: Frame, last: str, seen: str) -> bool:
    """Whether two expressions, with the spans `first` and `last`, are the ends of one span.

    "From January to September 2025", "between 2020 and 2022", "August to October"; and months in a
    row: "in March and April".
    """
    gap = seen[one.end : other.start]
    if _HYPHEN.fullmatch(gap):
        return True
    if gap.strip() == "and" and seen[max(0, one.start - _LED) : one.start].rstrip().endswith(
        "between"
    ):
        return True
    if _spanned(one, other, seen):
        return _led(one, seen) or (one.edge is None and _shape(first) == _shape(last))
    return bool(_LIST.fullmatch(gap)) and _in_a_row(one, first, other, last, seen)


def following(one: Frame, first: str, other: Frame, last: str, seen: str) -> str:
    """The span `last` in the year of the month right before it: "of April and May", told in April,
    means the May to come; any other span as it is."""
    if not _LIST.fullmatch(seen, one.end, other.start) or {_shape(first), _shape(last)} != {"0-0"}:
        return last
    later = n.shift_years(last, 1)
    opens = n.parse_notation(later).first_day
    return later if n.day_before(opens) == n.parse_notation(first).last_day else last


def span_frame(one: Frame, other: Frame, seen: str) -> Frame:
    """The words that govern a span: those of its first end, less the "from" that opens it."""
    preposition = None if _led(one, seen) else one.preposition
    return one._replace(end=other.end, edge=None, preposition=preposition)


def _led(one: Frame, seen: str) -> bool:
    return _from().search(seen, max(0, one.start - _LED), one.start) is not None


def _spanned(one: Frame, other: Frame, seen: str) -> bool:
    return _to().fullmatch(seen, one.end, other.start) is not None


def _shape(span: str) -> str:
    return _NUMBER.sub("0", span)


def _in_a_row(one: Frame, first: str, other: Frame, last: str, seen: str) -> bool:
    """Months in a row, told as one span and dealt out to no figures."""
    if _shape(last) != "0-0" or one.edge or other.edge or one.preposition is not None:
        return False
    if _together().search(seen[one.sentence : other.end + _REST]):
        return False
    return n.day_before(n.parse_notation(last).first_day) == n.parse_notation(first).last_day


def joined(first: str, first_dated: bool, last: str, last_dated: bool) -> str | None:
    """The span from `first` to `last`; a year told at the end only holds for both ends.

    `first_dated` and `last_dated`: the expression itself told its year.
    """
    begin, end = n.parse_notation(first), n.parse_notation(last)
    years = end.last_day.year - begin.first_day.year
    back = begin.first_day - end.last_day
    if not (first_dated or last_dated) and timedelta(0) < back < _WEEK:  # "Monday to Friday"
        return n.span_notation(begin.first_day, end.last_day + _WEEK)
    try:
        if not first_dated and (last_dated or years < 0):
            begin = n.parse_notation(n.shift_years(first, years))
        if not first_dated and begin.first_day > end.last_day:  # over the turn of the year
            begin = n.parse_notation(n.shift_years(first, years - 1))
    except ValueError:
        return None
    if begin.first_day > end.last_day:
        return None
    return n.span_notation(begin.first_day, end.last_day)


@cache
def _to() -> re.Pattern[str]:
    return re.compile(rf"\s+{any_word('to')}\s+(?:{any_word('links')}\s+)?")


@cache
def _from() -> re.Pattern[str]:
    return re.compile(rf"{any_word('from')}\s+(?:{any_word('links')}\s+)?$")


@cache
def _together() -> re.Pattern[str]:
    return re.compile(
        pattern(word for words in table("cues")["together"].values() for word in words)
    )
