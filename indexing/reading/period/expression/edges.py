"""Which end of a time is meant: "the end of 2023", "as 2014 began", "mid-March"."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import lookup, pattern, squeezed, table
from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.expression.surroundings import REACH

COMPARED = ("same", "same_vi", "year_on_year", "earlier")
"""Rules of times that others are compared with."""
_OF_SPANS = ("end", "mid", "start")
_FIRST = ("1", "01", "1st")


def edge_before(e: Expression, seen: str, floor: int) -> tuple[int, str | None]:
    """Where an expression begins, and which end of it the words before it tell: "the end of"."""
    led = _edge().search(seen, floor, e.start)
    edge = _edges().get(squeezed(led[1])) if led else None
    if led is None or edge is None or (edge in _OF_SPANS and "day" in e.parts):
        return e.start, None  # "the Games end Feb. 22"
    return led.start(), edge


def opened(e: Expression, word: str | None) -> str | None:
    """The edge of what was so before: as 2014 began, or on the eve of 1 July."""
    if word not in _opening_words() or e.rule in COMPARED:
        return None
    if e.rule == "year":
        return "start"
    return "eve" if e.parts.get("day") in _FIRST else None


def edge_behind(e: Expression, seen: str) -> str | None:
    """Which end of it is meant by the verb behind: "when the term 2016-2020 began"."""
    verb = _edge_verb().match(seen, e.end)
    led = verb and _when().search(seen, max(0, e.start - REACH // 2), e.start)
    return _edge_verbs()[squeezed(verb[1])] if verb and led else None


@cache
def _edge() -> re.Pattern[str]:
    words = [word for words in _edge_words().values() for word in words]
    return re.compile(rf"(?<!\w)(?:the\s+)?({pattern(words, whole=False)})\s*(?:the\s+)?$")


@cache
def _edges() -> dict[str, str]:
    return lookup(_edge_words())


def _edge_words() -> dict[str, list[str]]:
    lists = table("periods")["edges"]
    return {key: lists[key] for key in lists if key not in ("behind", "when")}


@cache
def _edge_verb() -> re.Pattern[str]:
    return re.compile(rf"\s+({pattern(_edge_verbs())})")


@cache
def _edge_verbs() -> dict[str, str]:
    return lookup(table("periods")["edges"]["behind"])


@cache
def _when() -> re.Pattern[str]:
    return re.compile(rf"{pattern(table('periods')['edges']['when'])}[^,;.]*$")


@cache
def _opening_words() -> frozenset[str]:
    return frozenset(squeezed(word) for word in table("periods")["prepositions"]["ahead"])
