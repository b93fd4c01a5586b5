"""Whether words that look like a date are one: "may", "march", "in 2000", "over the year"."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import function_words, pattern, table
from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.expression.old_years import is_old_year
from indexing.reading.period.expression.prepositions import compares
from indexing.reading.quantity.unit.behind import words_behind
from indexing.reading.quantity.unit.measures import measure_behind
from indexing.reading.view import View

_PARTS_OF_MATCHES = ("half", "quarter", "two_quarters", "the_part")
_SENTENCE = 120
"""How far to either side of an expression its sentence is looked at, in code points."""
_SCORE = re.compile(r"(?<![\w-])[0-9]{1,2}-[0-9]{1,2}(?![\w%-]|\s*per)")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_COMPARING = re.compile(r"\b(on|over) $")
_BY = re.compile(r"\bby the $|\bby $")
_OFTEN = re.compile(r"(?:,| or| and) (?:by )?the (?:month|quarter|half-year|year)\b")
_OFTEN_LED = re.compile(r"\bthe (?:month|quarter|half-year),? or $|\bthe month, $")
_LED = 16
"""How far around an expression the words are looked for that tell what it is."""


def is_time(e: Expression, view: View, seen: str) -> bool:
    """Not the "may" of "may have", nor the "march" of a march, nor a count of 2000 people."""
    before, behind = seen[max(0, e.start - _LED) : e.start], seen[e.end : e.end + _LED]
    if e.rule == "month" and _is_of_person(e, view, seen):
        return False
    if e.rule == "month" and e.parts["named"] in table("periods")["months"]["ambiguous"]:
        index = seen.index(e.parts["named"], e.start)
        inside = re.search(r"[^.!?\n\s]\s*$", seen[max(0, index - 4) : index]) is not None
        told = "year" in e.parts or "relative" in e.parts or _leads().search(before) is not None
        named = told or (inside and view.capital(index))
        named = named or _runs_on().match(behind) is not None
        return named and (e.parts["named"] != "may" or told or _verb().match(behind) is None)
    if e.rule == "weekday":
        led = "which" in e.parts or before.endswith("on ")  # also where capitals are not typed
        capital = view.capital(seen.index(e.parts["weekday"], e.start))
        if not e.parts["weekday"].endswith("day"):  # "he last sat", "shares in Sun Microsystems"
            other = _next_word().match(seen, e.end)
            capital = capital and not (other and view.capital(other.start(1)))
            led = e.parts.get("which") in ("this", "next")
        return led or capital
    if e.rule in ("the_year", "the_part", "the_month") and _is_how_often(before, behind):
        return False
    base = _COMPARING.search(before) if e.rule in ("the_year", "the_part") else None
    if base and compares(base[1], seen, e.start):  # "rose 5% over the year", "up 60 on the month"
        return False
    if e.rule in _PARTS_OF_MATCHES and not {"year", "relative"} & e.parts.keys():
        around = _around(e, seen)
        return _sport().search(around) is None and _SCORE.search(around) is None
    if e.rule == "day_short" and measure_behind(seen, e.end):  # "on 3/4 acre"
        return False
    if e.rule == "the_year" and before.endswith("of "):  # "Woman of the Year"
        return not view.capital(seen.rindex("y", e.start, e.end))
    if e.rule == "so_far" and "until" in e.parts:  # "the lowest rate so far" is that of all times
        return _superlative().search(seen, max(0, e.start - 2 * _LED), e.start) is None
    if e.rule in ("year", "old_year") and _is_no_year(before, behind):
        return False
    if e.rule == "old_year":
        return e.parts["year"] == "2100" or is_old_year(view, seen, e.start, e.end)
    if e.rule == "decade":
        return _aged().search(before) is None
    if e.rule == "year" and seen[e.start].isdigit():  # "năm 2022 người lao động" is a year
        return _counted().match(behind) is None or _in_year().search(before) is not None
    return True


def _is_how_often(before: str, behind: str) -> bool:
    """ "Members pay by the month, the quarter or the year"."""
    return bool(_BY.search(before) or (_OFTEN_LED.search(before) or _OFTEN.match(behind)))


def _is_no_year(before: str, behind: str) -> bool:
    """ "Room 2013", "1900 GMT"."""
    return bool(_no_year_before().search(before) or _no_year_behind().match(behind))


def _around(e: Expression, seen: str) -> str:
    """The sentence of an expression, as far as it is looked at."""
    before = seen[max(0, e.start - _SENTENCE) : e.start]
    ends = [end.end() for end in _SENTENCE_END.finditer(before)]
    stop = _SENTENCE_END.search(seen, e.end, e.end + _SENTENCE)
    return (
        before[ends[-1] if ends else 0 :]
        + seen[e.end : stop.start() if stop else e.end + _SENTENCE]
    )


def _is_of_person(e: Expression, view: View, seen: str) -> bool:
    """A given name before another name, or one behind it: "April Jones said", "Theresa May"."""
    name = e.parts["named"]
    names = table("periods")["months"]["given_names"]
    if name not in names or name != seen[e.start : e.end] or not view.capital(e.start):
        return False
    before = max(0, e.start - _LED)
    if _leads().search(seen, before, e.start):
        return False
    word = _word_before().search(seen, before, e.start)
    named = word is not None and view.capital(word.start(1)) and word[1] not in function_words()
    other = None if named else _next_word().match(seen, e.end)
    if not named and (other is None or not view.capital(other.start(1))):
        return False
    return _person_behind().match(seen, other.end() if other else e.end) is not None


def _words(name: str) -> str:
    return pattern(table("periods")["words"][name])


@cache
def _superlative() -> re.Pattern[str]:
    words = rf"(?!{_words('no_superlatives')})(?:[a-z]+(?:e|i)?est|{_words('superlatives')})"
    return re.compile(rf"\b(?:the|a|its|their)\s+{words}(?:\s+[^\W\d]+){{0,3}}\s+$")


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
def _word_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])({_words('abbreviations')}\.|[^\W\d_]+)[ \u00a0]\Z")


@cache
def _sport() -> re.Pattern[str]:
    return re.compile(_words("sport"))


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(r"\s([^\W\d_]+)")


@cache
def _person_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:'s|,)?\s+(?:{_words('of_persons')}|[a-z]+ed(?!\w)|[0-9]{{1,2}},)|,")


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
    return re.compile(words_behind())
