"""What a preposition makes of a time: a moment, a beginning, a day, or what is compared with."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import function_words, lookup, pattern, squeezed, table
from indexing.reading.period.expression.edges import COMPARED, opened
from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.expression.surroundings import REACH, sentence_so_far
from indexing.reading.period.expression.tense import is_put_off

_DIGIT = re.compile(r"[0-9]")
_NOUN = re.compile(r"\s+([^\W\d_]+)")
_ENDS = ("end", "close", "year-end")
_SHARE = re.compile(r"(?:%|per\s?cent|points?)\W*(?:on|over)?\s*$")
_NEVER_COMPARED = (
    "past",
    "past_one",
    "past_vi",
    "the_years",
    "the_months",
    "so_far",
    "week",
    "decade",
    "season",
)
_DAYS = (
    "last_day",
    "weekday",
    "weekday_vi",
    "day_told",
    "day_before",
    "that",
    "holiday",
    "weekday_of_month",
)
_VAGUE = ("early", "late")
_BEGUN = frozenset({"day0", "day2", "from"})
"""Parts that tell the beginning of a span."""
_ENDED = frozenset({"day0", "day2", "to"})
"""Parts that tell its end."""
_ERAS = ("decade", "decade_vi", "century", "century_vi", "season", "season_vi")


def word_before(e: Expression, seen: str, start: int) -> str | None:
    """The preposition right before an expression that begins at `start`."""
    before = _preposition().search(seen, max(0, e.start - REACH), start)
    return squeezed(before[1]) if before else None


def kind_of(e: Expression, seen: str, start: int, word: str | None, edge: str | None) -> str | None:
    """What the preposition `word` makes of an expression that begins at `start`: `moment`, `start`,
    `day`, `comparison`, or None."""
    if _is_void(e, seen, start, word, edge):
        return None
    kind = _kind(e, seen, start, word, edge)
    return None if kind == "start" and _ENDED & e.parts.keys() else kind  # its end is told, too


def _kind(e: Expression, seen: str, start: int, word: str | None, edge: str | None) -> str | None:
    if e.rule in COMPARED:
        return "comparison"
    if word == "on" and edge is None and is_day(e):
        return "day"
    if word in ("on", "over"):
        compared = e.rule not in _NEVER_COMPARED and compares(word, seen, start)
        return "comparison" if compared else None
    kind = _prepositions().get(word) if word else None
    if edge is None and opened(e, word):
        return kind
    if _BEGUN & e.parts.keys() and (word == "from" or kind == "start"):
        return None  # both ends are told
    led = seen[max(0, e.start - REACH) : start].rstrip()
    if word == "from" or (word is None and led.endswith("from")):
        return "comparison" if _DIGIT.search(sentence_so_far(seen, start)) else "start"
    return kind


def _is_void(e: Expression, seen: str, start: int, word: str | None, edge: str | None) -> bool:
    """Whether a preposition tells nothing: "at the weekend", "on the way to Saturday's vote",
    "dates to the late 1990s", "put off to early 2007"."""
    if word == "at":
        return e.rule == "week" or (e.rule == "year" and _names(e, seen))
    if word == "through":  # "through the year" is all of it, and so are days
        return "day" in e.parts or not {"named", "month"} & e.parts.keys()
    if word != "to":
        return False
    owns = seen.startswith("'s", e.end)
    return owns or edge in _VAGUE or e.rule in _ERAS or is_put_off(seen, start)


def _names(e: Expression, seen: str) -> bool:
    """Whether a year tells which of several is meant: "at the 1992 Games"."""
    named = _NOUN.match(seen, e.end)
    led = seen.endswith("the ", 0, e.start)
    return led and named is not None and named[1] not in {*function_words(), *_ENDS}


def is_day(e: Expression) -> bool:
    """Whether it names a single day."""
    return "day" in e.parts or e.rule in _DAYS


def compares(word: str | None, seen: str, start: int) -> bool:
    """Whether "on" or "over" before a date compares with it: "405 more on June", "up 5% over last
    year".  "VND5 billion over the first ten months" is of that time, as nothing has changed."""
    told = sentence_so_far(seen, start)
    if _DIGIT.search(told) is None:
        return False
    return word == "on" or (_change().search(told) or _SHARE.search(told)) is not None


@cache
def _preposition() -> re.Pattern[str]:
    data = table("periods")["prepositions"]
    links = pattern(data["links"])
    words = [w for kind in ("moment", "start", "day", "comparison") for w in data[kind]]
    return re.compile(rf"({pattern(words)})(?!(?<=\bat)\s+all\b)(?:\s+{links})*\s*$")


@cache
def _prepositions() -> dict[str, str]:
    data = table("periods")["prepositions"]
    return lookup({kind: data[kind] for kind in ("moment", "start", "day", "comparison")})


@cache
def _change() -> re.Pattern[str]:
    lists = table("quantities")["directions"]
    return re.compile(
        pattern(w for way in ("up", "down") for w in [*lists[way]["before"], *lists[way]["behind"]])
    )
