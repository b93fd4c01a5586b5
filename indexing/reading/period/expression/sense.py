"""Whether words that look like a date are one: "may", "march", "in 2000", "over the year"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.expression.months import NEXT_WORD, is_month
from indexing.reading.period.expression.old_years import has_moved, is_old_year
from indexing.reading.period.expression.prepositions import compares
from indexing.reading.period.expression.surroundings import (
    CLOSE,
    any_word,
    close_before,
    close_behind,
)
from indexing.reading.quantity.unit.behind import is_counted
from indexing.reading.quantity.unit.measures import measure_behind
from indexing.reading.view import View

_SENTENCE = 120
"""How far to either side of an expression its sentence is looked at, in code points."""
_SCORE = re.compile(r"(?<![\w-])[0-9]{1,2}-[0-9]{1,2}(?![\w%-]|\s*per)")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_COMPARING = re.compile(r"\b(on|over) $")
_BY = re.compile(r"\bby the $|\bby $")
_OFTEN = re.compile(r"(?:,| or| and) (?:by )?the (?:month|quarter|half-year|year)\b")
_OFTEN_LED = re.compile(r"\bthe (?:month|quarter|half-year),? or $|\bthe month, $")


def is_time(e: Expression, view: View, seen: str) -> bool:
    """Not the "may" of "may have", nor the "march" of a march, nor a count of 2000 people."""
    return all(holds(e, view, seen) for holds in _CHECKS.get(e.rule, ()))


def _is_weekday(e: Expression, view: View, seen: str) -> bool:
    """Not "he last sat", nor the shares of "Sun Microsystems"."""
    led = "which" in e.parts or close_before(e, seen).endswith("on ")  # also without capitals
    capital = view.capital(seen.index(e.parts["weekday"], e.start))
    if not e.parts["weekday"].endswith("day"):
        other = NEXT_WORD.match(seen, e.end)
        capital = capital and not (other and view.capital(other.start(1)))
        led = e.parts.get("which") in ("this", "next")
    return led or capital


def _is_told_once(e: Expression, view: View, seen: str) -> bool:
    """Not how often: "Members pay by the month, the quarter or the year"."""
    led = close_before(e, seen)
    often = _OFTEN_LED.search(led) or _OFTEN.match(close_behind(e, seen))
    return not (_BY.search(led) or often)


def _is_no_base(e: Expression, view: View, seen: str) -> bool:
    """Not what is compared with: "rose 5% over the year", "up 60 on the month"."""
    base = _COMPARING.search(close_before(e, seen))
    return base is None or not compares(base[1], seen, e.start)


def _is_of_no_match(e: Expression, view: View, seen: str) -> bool:
    """Not the half of a match, by the words and scores around it."""
    if {"year", "relative"} & e.parts.keys():
        return True
    around = _around(e, seen)
    return _sport().search(around) is None and _SCORE.search(around) is None


def _is_of_no_title(e: Expression, view: View, seen: str) -> bool:
    """Not "Woman of the Year"."""
    if not close_before(e, seen).endswith("of "):
        return True
    return not view.capital(seen.rindex("y", e.start, e.end))


def _is_no_fraction(e: Expression, view: View, seen: str) -> bool:
    """Not "on 3/4 acre"."""
    return not measure_behind(seen, e.end)


def _is_since_then(e: Expression, view: View, seen: str) -> bool:
    """Not "the lowest rate so far", which is that of all times."""
    if "until" not in e.parts:
        return True
    return _superlative().search(seen, max(0, e.start - 2 * CLOSE), e.start) is None


def _is_of_a_year(e: Expression, view: View, seen: str) -> bool:
    """Not "the first three months of the season"."""
    return _no_part_of_year().match(seen, e.end) is None


def _is_unlabelled(e: Expression, view: View, seen: str) -> bool:
    """Not "Room 2013" or "1900 GMT"."""
    led = _no_year_before().search(close_before(e, seen))
    return not (led or _no_year_behind().match(close_behind(e, seen)))


def _is_old(e: Expression, view: View, seen: str) -> bool:
    return e.parts["year"] == "2100" or is_old_year(view, seen, e.start, e.end)


def _is_no_age(e: Expression, view: View, seen: str) -> bool:
    """Not "a man in his forties"."""
    return _aged().search(close_before(e, seen)) is None


def _is_uncounted(e: Expression, view: View, seen: str) -> bool:
    """Not "2000 people" nor "rose by 2000 people", but "năm 2022 người lao động" is a year."""
    if not seen[e.start].isdigit() or not is_counted(close_behind(e, seen)):
        return True
    if seen.endswith("by ", 0, e.start) and has_moved(seen, e.start):
        return False
    return _in_year().search(close_before(e, seen)) is not None


_Check = Callable[[Expression, View, str], bool]
_CHECKS: Mapping[str, tuple[_Check, ...]] = {
    "month": (is_month,),
    "weekday": (_is_weekday,),
    "the_month": (_is_told_once,),
    "the_year": (_is_told_once, _is_no_base, _is_of_no_title),
    "the_part": (_is_told_once, _is_no_base, _is_of_no_match),
    "half": (_is_of_no_match,),
    "quarter": (_is_of_no_match,),
    "two_quarters": (_is_of_no_match,),
    "day_short": (_is_no_fraction,),
    "first_months": (_is_of_a_year,),
    "so_far": (_is_since_then,),
    "year": (_is_unlabelled, _is_uncounted),
    "old_year": (_is_unlabelled, _is_old),
    "decade": (_is_no_age,),
}
"""By rule: what must hold of an expression for it to be a time."""


def _around(e: Expression, seen: str) -> str:
    """The sentence of an expression, as far as it is looked at."""
    before = seen[max(0, e.start - _SENTENCE) : e.start]
    ends = [end.end() for end in _SENTENCE_END.finditer(before)]
    stop = _SENTENCE_END.search(seen, e.end, e.end + _SENTENCE)
    return (
        before[ends[-1] if ends else 0 :]
        + seen[e.end : stop.start() if stop else e.end + _SENTENCE]
    )


@cache
def _superlative() -> re.Pattern[str]:
    words = rf"(?!{any_word('no_superlatives')})(?:[a-z]+(?:e|i)?est|{any_word('superlatives')})"
    return re.compile(rf"\b(?:the|a|its|their)\s+{words}(?:\s+[^\W\d]+){{0,3}}\s+$")


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(rf"{any_word('owners')}\s+(?:\w+[\s-]+)?$")


@cache
def _no_part_of_year() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:of|in|into)\s+(?:\w+\s+){{1,3}}?{any_word('no_years')}")


@cache
def _no_year_before() -> re.Pattern[str]:
    return re.compile(rf"{any_word('no_year_before')}\s+$")


@cache
def _no_year_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{any_word('no_year_behind')}")


@cache
def _sport() -> re.Pattern[str]:
    return re.compile(any_word("sport"))


@cache
def _in_year() -> re.Pattern[str]:
    return re.compile(rf"{any_word('in_year')}\s+$")
