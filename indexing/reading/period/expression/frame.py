"""The words that govern an expression of time in its sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from indexing.reading.lexicon import lookup, pattern, squeezed, table
from indexing.reading.period.expression.days_off import days_off
from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.expression.tense import (
    below_heading,
    has_happened,
    is_coming,
    is_put_off,
)

_REACH = 60
"""How far before a period the words that govern it are looked for, in code points."""
_AIM_REACH = 160
_SENTENCE_REACH = 400
_CLAUSE_CUT = re.compile(r"[,;:()]")
_DIGIT = re.compile(r"[0-9]")
_SHARE = re.compile(r"(?:%|per\s?cent|points?)\W*(?:on|over)?\s*$")
_COMPARED = ("same", "same_vi", "year_on_year", "earlier")
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
_DAYS = ("last_day", "weekday", "weekday_vi", "day_told", "day_before", "that", "holiday")
_VAGUE = ("early", "late")
_OF_SPANS = ("end", "mid", "start")
_SINCE = ("since", "kể từ")
_FIRST = ("1", "01", "1st")
_BEGUN = frozenset({"day0", "day2", "from"})
"""Parts that tell the beginning of a span."""
_ENDED = frozenset({"day0", "day2", "to"})
"""Parts that tell its end."""
_ERAS = ("decade", "decade_vi", "century", "century_vi", "season", "season_vi")


class Frame(NamedTuple):
    """An expression with the words that govern it."""

    start: int
    """Where it begins, its edge ("the end of") included."""
    end: int
    edge: str | None
    preposition: str | None
    """`moment`, `start`, `day`, `comparison` or None."""
    aimed: bool
    due: bool
    """It is a time by which something is to be done: the nearer one counts, past or ahead."""
    coming: bool
    """What happens then is still to come, by the words close to it."""
    happened: bool
    """It is over, by the word right before it: "was signed on 5 May"."""
    sentence: int
    """Where its sentence begins."""
    against: bool
    """Another figure is compared with the one that was so then: "against 92 per cent in 2023"."""
    origin: bool
    """It tells since when something is there: "founded in 1989"."""
    days_off: int
    """How many days behind the day named lies the one meant: 2 in "two days after Christmas"."""


def frame_of(e: Expression, seen: str) -> Frame:
    """The words that govern `e` in its sentence."""
    floor = max(0, e.start - _REACH)
    off = days_off(e, seen)
    start, edge = (off.start, None) if off else _edge_before(e, seen, floor)
    edge = edge or _edge_behind(e, seen)
    before = _preposition().search(seen, floor, start)
    word = squeezed(before[1]) if before else None
    opened = _opened(e, word) if edge is None else None
    kind = None if _is_void(e, seen, start, word, edge) else _kind(e, seen, start, word, edge)
    if kind == "start" and _ENDED & e.parts.keys():
        kind = None  # its end is told, too
    edge = opened or edge
    if e.rule == "last_day":
        edge = "end" if kind == "moment" else None
    sentence = _sentence_start(e, seen, start)
    stop = _sentence_end().search(seen, e.end, e.end + _AIM_REACH)
    whole = seen[e.end : stop.start() if stop else e.end + _AIM_REACH]
    rest = whole[:_REACH]
    below = below_heading(seen, e.end)
    happened = has_happened(seen, sentence, start)
    over = word in _SINCE or happened
    ahead = not over and is_coming(seen, sentence, start, below or rest, _is_day(e))
    return Frame(
        start=start,
        end=e.end,
        edge=edge,
        preposition=kind,
        aimed=_is_aimed(seen, sentence, start, max(sentence, floor), rest) or bool(below and ahead),
        due=word in _due() and not _targets("done").search(whole),
        coming=ahead or (off is not None and off.ahead),
        happened=happened,
        sentence=sentence,
        against=_against().search(seen, max(sentence, floor), start) is not None,
        origin=_origin().search(seen, max(sentence, floor), start) is not None,
        days_off=off.days if off else 0,
    )


def _edge_before(e: Expression, seen: str, floor: int) -> tuple[int, str | None]:
    """Where an expression begins, and which end of it the words before it tell: "the end of"."""
    led = _edge().search(seen, floor, e.start)
    edge = _edges().get(squeezed(led[1])) if led else None
    if led is None or edge is None or (edge in _OF_SPANS and "day" in e.parts):
        return e.start, None  # "the Games end Feb. 22"
    return led.start(), edge


def _opened(e: Expression, word: str | None) -> str | None:
    """The edge of what was so before: as 2014 began, or on the eve of 1 July."""
    if word not in _opening_words() or e.rule in _COMPARED:
        return None
    if e.rule == "year":
        return "start"
    return "eve" if e.parts.get("day") in _FIRST else None


def _kind(e: Expression, seen: str, start: int, word: str | None, edge: str | None) -> str | None:
    """What the preposition `word` makes of an expression that begins at `start`."""
    if e.rule in _COMPARED:
        return "comparison"
    if word == "on" and edge is None and _is_day(e):
        return "day"
    if word in ("on", "over"):
        compared = e.rule not in _NEVER_COMPARED and compares(word, seen, start)
        return "comparison" if compared else None
    kind = _prepositions().get(word) if word else None
    if edge is None and _opened(e, word):
        return kind
    if _BEGUN & e.parts.keys() and (word == "from" or kind == "start"):
        return None  # both ends are told
    led = seen[max(0, e.start - _REACH) : start].rstrip()
    if word == "from" or (word is None and led.endswith("from")):
        return "comparison" if _DIGIT.search(_sentence_so_far(seen, start)) else "start"
    return kind


def _is_void(e: Expression, seen: str, start: int, word: str | None, edge: str | None) -> bool:
    """Whether a preposition tells nothing: "at the weekend", "on the way to Saturday's vote",
    "dates to the late 1990s", "put off to early 2007"."""
    if word == "at":
        return e.rule == "week"
    if word == "through":  # "through the year" is all of it, and so are days
        return "day" in e.parts or not {"named", "month"} & e.parts.keys()
    if word != "to":
        return False
    owns = seen.startswith("'s", e.end)
    return owns or edge in _VAGUE or e.rule in _ERAS or is_put_off(seen, start)


def _is_day(e: Expression) -> bool:
    return "day" in e.parts or e.rule in _DAYS


def _sentence_start(e: Expression, seen: str, start: int) -> int:
    """Where the sentence of an expression begins; 0 where that lies too far back."""
    ends = _sentence_end().finditer(seen, max(0, e.start - _SENTENCE_REACH), start)
    return max((end.end() for end in ends), default=0)


def _is_aimed(seen: str, sentence: int, start: int, near: int, rest: str) -> bool:
    """Whether something is planned for then, by the words before it, close to it (from `near` on)
    or behind it (`rest`); a clause of its own that tells what was is no part of the plan."""
    own = seen.rfind(";", sentence, start) if _targets("done").search(rest) else 0
    if _targets("words").search(seen, max(sentence, start - _AIM_REACH, own), start):
        return True
    clause = _CLAUSE_CUT.split(seen[near:start])[-1]
    planned = _targets("words").search(rest) and not _targets("done").search(rest)
    return bool(planned) and not _targets("past").search(clause)


def _edge_behind(e: Expression, seen: str) -> str | None:
    """Which end of it is meant by the verb behind: "when the term 2016-2020 began"."""
    verb = _edge_verb().match(seen, e.end)
    led = verb and _when().search(seen, max(0, e.start - _REACH // 2), e.start)
    return _edge_verbs()[squeezed(verb[1])] if verb and led else None


def _sentence_so_far(seen: str, start: int) -> str:
    """What stands before `start` in its sentence, as far as it is looked at."""
    before = seen[max(0, start - _REACH) : start]
    ends = [end.end() for end in _sentence_end().finditer(before)]
    return before[ends[-1] if ends else 0 :]


def compares(word: str | None, seen: str, start: int) -> bool:
    """Whether "on" or "over" before a date compares with it: "405 more on June", "up 5% over last
    year".  "VND5 billion over the first ten months" is of that time, as nothing has changed."""
    told = _sentence_so_far(seen, start)
    if _DIGIT.search(told) is None:
        return False
    return word == "on" or (_change().search(told) or _SHARE.search(told)) is not None


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
def _preposition() -> re.Pattern[str]:
    data = table("periods")["prepositions"]
    links = pattern(data["links"])
    words = [w for kind in ("moment", "start", "day", "comparison") for w in data[kind]]
    return re.compile(rf"({pattern(words)})(?:\s+{links})*\s*$")


@cache
def _prepositions() -> dict[str, str]:
    data = table("periods")["prepositions"]
    return lookup({kind: data[kind] for kind in ("moment", "start", "day", "comparison")})


@cache
def _against() -> re.Pattern[str]:
    words = pattern(table("periods")["prepositions"]["comparison"])
    return re.compile(rf"{words}\s+(?:\w+\s+)?[a-z$]*[0-9][\w.,%]*(?:\s+\w+){{0,4}}\s*$")


@cache
def _origin() -> re.Pattern[str]:
    words = pattern(table("periods")["targets"]["origins"])
    return re.compile(rf"{words}\s+(?:\w+\s+)?(?:in\s+)?$")


@cache
def _opening_words() -> frozenset[str]:
    return frozenset(squeezed(word) for word in table("periods")["prepositions"]["ahead"])


@cache
def _change() -> re.Pattern[str]:
    lists = table("quantities")["directions"]
    return re.compile(
        pattern(w for way in ("up", "down") for w in [*lists[way]["before"], *lists[way]["behind"]])
    )


@cache
def _due() -> frozenset[str]:
    return frozenset(squeezed(word) for word in table("periods")["prepositions"]["due"])


@cache
def _targets(name: str) -> re.Pattern[str]:
    """The words of a list; what "is due" lies ahead, but not in "of what is due this year"."""
    sums = "".join(rf"(?<!{what} due)" for what in ("what is", "that is", "what are", "that are"))
    return re.compile(pattern(table("periods")["targets"][name]) + sums)


@cache
def _sentence_end() -> re.Pattern[str]:
    """A full stop of an abbreviation ends no sentence: "at 8 p.m. Sunday", "Mr. Smith"."""
    words = [*table("periods")["words"]["abbreviations"], *table("periods")["months"]["short"]]
    short = "".join(rf"(?<!\b{word}\.)" for word in words)
    return re.compile(rf"[.!?](?<![\W_][a-z]\.){short}[\"”’')\]]*\s|\n")
