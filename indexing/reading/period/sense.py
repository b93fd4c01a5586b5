"""Whether words that look like a date are one: "may", "march", "in 2000", "over the year"."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import pattern, table
from indexing.reading.period.frame import compares
from indexing.reading.period.grammar import Expression
from indexing.reading.quantity.currencies import currency_words
from indexing.reading.view import View

_LED = 16
"""How far around an expression the words are looked for that tell what it is."""


def is_time(e: Expression, view: View, seen: str) -> bool:
    """Not the "may" of "may have", nor the "march" of a march, nor a count of 2000 people."""
    before, behind = seen[max(0, e.start - _LED) : e.start], seen[e.end : e.end + _LED]
    if e.rule == "month" and e.parts["named"] in table("periods")["months"]["ambiguous"]:
        index = seen.index(e.parts["named"], e.start)
        inside = re.search(r"[^.!?\n\s]\s*$", seen[max(0, index - 4) : index]) is not None
        told = "year" in e.parts or "relative" in e.parts or _leads().search(before) is not None
        named = told or (inside and view.capital(index))
        named = named or _runs_on().match(behind) is not None
        return named and (e.parts["named"] != "may" or told or _verb().match(behind) is None)
    if e.rule == "weekday":
        led = "which" in e.parts or before.endswith("on ")  # also where capitals are not typed
        return led or view.capital(seen.index(e.parts["weekday"], e.start))
    if e.rule == "the_year" and before.endswith("over "):  # "rose 5% over the year" compares
        return not compares("over", seen, e.start)
    if e.rule == "the_year" and before.endswith("of "):  # "Woman of the Year"
        return not view.capital(seen.rindex("y", e.start, e.end))
    if e.rule == "decade":
        return _aged().search(before) is None
    if e.rule == "year" and (_no_year_before().search(before) or _no_year_behind().match(behind)):
        return False
    if e.rule == "year":
        return _counted().match(behind) is None or _in_year().search(before) is not None
    return True


def _words(name: str) -> str:
    return pattern(table("periods")["words"][name])


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(rf"{_words('owners')}\s+(?:\w+[\s-]+)?$")


@cache
def _no_year_before() -> re.Pattern[str]:
    return re.compile(rf"{_words('no_year_before')}\s+$")


@cache
def _no_year_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+{_words('no_year_behind')}")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"{_words('leads')}[\s-]*$")


@cache
def _runs_on() -> re.Pattern[str]:
    """Behind a month's name: on to another month."""
    months = pattern(table("periods")["months"]["names"])
    return re.compile(rf"\s*(?:-|to|and|,)\s*{months}")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\s+{_words('after_may')}")


@cache
def _in_year() -> re.Pattern[str]:
    return re.compile(rf"{_words('in_year')}\s+$")


@cache
def _counted() -> re.Pattern[str]:
    data = table("quantities")
    nouns = [w for key in ("nouns", "nouns_vi") for words in data[key].values() for w in words]
    scales = [w for key in ("en", "vi") for words in data["scales"][key].values() for w in words]
    words = pattern([*nouns, *scales, "per cent", "percent", "of them"])
    return re.compile(rf"\s*(?:{words}|{currency_words()})")
