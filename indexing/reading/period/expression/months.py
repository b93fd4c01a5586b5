"""Whether a word that names a month is one: not the "may" of "may have", not "April Jones"."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import function_words, listed, table
from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.expression.surroundings import (
    CLOSE,
    any_word,
    close_before,
    close_behind,
)
from indexing.reading.view import View

NEXT_WORD = re.compile(r"\s([^\W\d_]+)")


def is_month(e: Expression, view: View, seen: str) -> bool:
    """Not "April Jones", nor the verbs "may" and "march"."""
    if _is_of_person(e, view, seen):
        return False
    if e.parts["named"] not in table("periods")["months"]["ambiguous"]:
        return True
    index = seen.index(e.parts["named"], e.start)
    inside = re.search(r"[^.!?\n\s]\s*$", seen[max(0, index - 4) : index]) is not None
    led = _leads().search(close_before(e, seen)) is not None
    told = "year" in e.parts or "relative" in e.parts or led
    named = told or (inside and view.capital(index))
    named = named or _runs_on().match(close_behind(e, seen)) is not None
    return named and (
        e.parts["named"] != "may" or told or _verb().match(close_behind(e, seen)) is None
    )


def _is_of_person(e: Expression, view: View, seen: str) -> bool:
    """A given name before another name, or one behind it: "April Jones said", "Theresa May"."""
    name = e.parts["named"]
    names = table("periods")["months"]["given_names"]
    if name not in names or name != seen[e.start : e.end] or not view.capital(e.start):
        return False
    before = max(0, e.start - CLOSE)
    if _leads().search(seen, before, e.start):
        return False
    word = _word_before().search(seen, before, e.start)
    named = word is not None and view.capital(word.start(1)) and word[1] not in function_words()
    other = None if named else NEXT_WORD.match(seen, e.end)
    if not named and (other is None or not view.capital(other.start(1))):
        return False
    return _person_behind().match(seen, other.end() if other else e.end) is not None


@cache
def _word_before() -> re.Pattern[str]:
    short = any_word("abbreviations")
    return re.compile(rf"(?<![\w.])({short}\.|[^\W\d_]+)[ \u00a0]\Z")


@cache
def _person_behind() -> re.Pattern[str]:
    words = any_word("of_persons")
    return re.compile(rf"(?:'s|,)?\s+(?:{words}|[a-z]+ed(?!\w)|[0-9]{{1,2}},)|,")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"{any_word('leads')}[\s-]*$")


@cache
def _runs_on() -> re.Pattern[str]:
    """Behind a month's name: on to another month."""
    months = listed("periods", "months", "names")
    return re.compile(rf"\s*(?:-|to|and|,)\s*{months}")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\s+{any_word('after_may')}")
