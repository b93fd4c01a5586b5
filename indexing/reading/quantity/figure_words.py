"""The words around a figure that limit it ("over") or give it a direction ("fell by")."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from indexing.reading.lexicon import function_words, listed, lookup, pattern, squeezed, table
from indexing.records import Bound, Direction

_ARTICLE = r"(?:the|an?|his|her|its|their)\b"
"""Behind "up" and "down" it tells where something is: "200 yards down the street"."""
_PARTICLE = r"(?:off|out|away|loose|short)\b"
"""Behind "cut" and the like it makes a verb of it: "640,000 customers cut off"."""
_CROSSED = re.compile(r"(?:below|above|under|(?:(?:just|far|well)\s+)?short\s+of)\b")
_HELD_AGAINST = re.compile(r"(?<!\w)h[ơo]n\s+(?:m[ứu]c|con\s+s[ốo])\s+$")
""" "Cao hơn mức 90%" names the level that something is held against, not by how much."""
_COMPARED = re.compile(r"(?:than|above|below|over|under|hơn|trên|dưới)\s*$")
_DONE = re.compile(
    r"(?:[^\W\d_]ed|(?:ow|aw)n|(?:iv|itt|ak)en|\b(?:out|up|over|led|held|hit|made|paid|run|met|sent))"
    r"\s+by\s+$"
)
"""Before a figure: it tells who did something, not by how much something moved."""
_OWNED = "'s"
"""In a list of words: any owner, as in "the country's top 5 per cent"."""
_MUCH = re.compile(r"['’]|\s+of\b")
_FROM = re.compile(r"\bfrom\s+$")
_SLIGHT = r"\s+an?\s+[^\W\d_]+"
"""Between "by" and how much: "by a modest 1.15 per cent"."""
_SHORT = "short of"
_CLAUSE = re.compile(r"[,;:.](?!\d)|\n")
_REACH = 48
"""How far before a figure its bound and direction are looked for, in code points."""


class Limits(NamedTuple):
    """A bound and the figure's span with the bound's words."""

    bound: Bound
    start: int
    end: int


def limits(seen: str, start: int, end: int, floor: int, in_words: bool) -> Limits:
    """The bound of the figure at `start` to `end`; nothing before `floor` belongs to it.

    Words that compare with the figure before ("500 more than 2,000") are no bound.
    """
    low = max(floor, start - _REACH)
    match = _before(in_words).search(seen, low, start) or _before_article().search(seen, low, start)
    if match:
        bound = _bounds(in_words)[squeezed(match[1])]
        lasts = _extent_of().search(seen, match.end(1), end) is not None
        verb = _part_of_verb("not_bounds", seen, match[1], match.start(1))
        if verb and not (match[1] == "under" and lasts):
            return Limits("exact", start, end)
        if squeezed(match[1]) == _SHORT and _is_in_want(seen, match.start(1)):
            return Limits("exact", start, end)
        if match[1] == "over" and lasts and _is_done_over(seen, match.start(1), end):
            return Limits("exact", start, end)
        if (denied := _denied(seen, low, match)) is not None:
            return Limits(denied[0], denied[1], end)
        apart = match.start() - floor > 1 or floor == 0
        compares = not apart and _COMPARED.search(seen, match.start(1), start) is not None
        if bound != "exact" and not compares:
            return Limits(cast(Bound, bound), match.start(1), end)
    behind = bound_behind(seen, end)
    return Limits(behind[0], start, behind[1]) if behind else Limits("exact", start, end)


def _denied(seen: str, low: int, match: re.Match[str]) -> tuple[Bound, int] | None:
    """ "must not climb above 2%" is at most, "did not fall below 95%" at least so much; with where
    the words for it begin."""
    turned = table("quantities")["denied"]["turns"].get(squeezed(match[1]))
    denial = _denial().search(seen, low, match.start(1)) if turned else None
    return (cast(Bound, turned), denial.start(1)) if denial else None


def bound_behind(seen: str, end: int) -> tuple[Bound, int] | None:
    """The bound behind a figure that ends at `end`, and its own end: "or more"."""
    match = _after().match(seen, end)
    return (cast(Bound, _bounds_after()[squeezed(match[1])]), match.end()) if match else None


def direction(seen: str, start: int, end: int, floor: int, share: bool) -> Direction | None:
    """Which way the words around a figure point; "rose to 93%" tells a level and gives None."""
    low = max(floor, start - _REACH)
    match = _leading().search(seen, low, start)
    if match and _part_of_verb("not_directions", seen, match[1], match.start(1)):
        return None
    if _HELD_AGAINST.search(seen, low, start):
        return None
    if match and not _crosses(seen, match, start):
        return cast(Direction, _directions("before")[squeezed(match[1])])
    match = _moving().search(seen, low, start)
    if match is None and _points().search(seen, start, end):
        match = _moving_points().search(seen, low, start)
    if match and not is_done_by(seen, start):
        return cast(Direction, _directions("moved")[squeezed(match[1])])
    if _FROM.search(seen, low, start):  # "from 94.3 per cent down to 52.6"
        return None
    match = _trailing().match(seen, end) or _inside().search(seen, start, end + len(" than"))
    if match is None and (share or _percent().search(seen, start, end)):
        match = _comparing().match(seen, end)
    return cast(Direction, _directions("behind")[squeezed(match[1])]) if match else None


def is_done_by(seen: str, start: int) -> bool:
    """Whether those who did something are counted at `start`: "paid by 30 firms"."""
    return _DONE.search(seen, max(0, start - _REACH), start) is not None


def _part_of_verb(names: str, seen: str, word: str, start: int) -> bool:
    """ "handed over 1,000", "made up 60": the word belongs to the verb before it."""
    verbs = table("quantities")[names].get(word, ())
    before = seen[max(0, start - _REACH) : start]
    words = before.split()
    if not words or not before[-1].isspace():
        return False
    return words[-1] in verbs or (_OWNED in verbs and words[-1].endswith(_OWNED))


def _is_in_want(seen: str, start: int) -> bool:
    """ "The town is short of 300 teachers" tells what it lacks; "turnout was short of 300" tells a
    bound."""
    clause = _CLAUSE.split(seen[max(0, start - 2 * _REACH) : start])[-1]
    return bool(_lacking().search(clause)) and not _measured().search(clause)


@cache
def _lacking() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){listed('quantities', 'in_want', 'verbs')}\s+$", re.IGNORECASE)


@cache
def _measured() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){listed('quantities', 'in_want', 'measured')}(?!\w)", re.IGNORECASE)


def _is_done_over(seen: str, start: int, end: int) -> bool:
    """ "Won over two miles", "fixing prices over eight years": how far and how long, no bound.

    "Collected over three months of arrears" tells how much.
    """
    if _MUCH.match(seen, end):
        return False
    return _extent_done().search(seen, max(0, start - _REACH), start) is not None


def _crosses(seen: str, verb: re.Match[str], start: int) -> bool:
    """ "fell below 330,000" tells a level that was reached, "fell short of 90%" one that was not;
    "fell by less than 5%" tells none."""
    return not seen[verb.end(1) : start].strip() and _CROSSED.match(seen, start) is not None


@cache
def _bounds(in_words: bool) -> dict[str, str]:
    words = lookup(table("quantities")["bounds"])
    return words if in_words else {**words, **lookup(table("quantities")["bounds_of_digits"])}


@cache
def _extent_of() -> re.Pattern[str]:
    return re.compile(rf"{pattern(table('quantities')['extents']['of'])}$")


@cache
def _extent_done() -> re.Pattern[str]:
    words = listed("quantities", "extents", "done")
    return re.compile(rf"{words}(?:\s+[^\s,.;:()]+){{0,6}}\s+$")


@cache
def _bounds_after() -> dict[str, str]:
    return lookup(table("quantities")["bounds_after"])


@cache
def _denial() -> re.Pattern[str]:
    """Before a bound: it is not passed, and need not have been."""
    allowed = listed("quantities", "denied", "allowed")
    moves, on = listed("quantities", "denied", "moves"), listed("quantities", "denied", "on")
    return re.compile(
        rf"(?<!\w)((?:(?:can)?not|never|[a-z]+n['’]t)\s+(?:(?:be\s+)?{allowed}\s+to\s+|to\s+)?(?:{moves}\s+(?:{on}\s+)*)?)$"
    )


@cache
def _before(in_words: bool) -> re.Pattern[str]:
    more = r"(?:\s+(?:another|an\s+additional|a\s+further))?"
    return re.compile(rf"({pattern(_bounds(in_words))}){more}\s*$")


@cache
def _before_article() -> re.Pattern[str]:
    """ "Up to a $2,500 fine"."""
    words = table("quantities")["words"]["bounds_of_articles"]
    return re.compile(rf"({pattern(w for w in words if w in _bounds(False))})\s+an?\s*$")


@cache
def _after() -> re.Pattern[str]:
    sign = r"(?:[a-z]{0,3}[$€£¥₫₹]\s*|[a-z]{2,3})?"
    amount = rf"(?:an?\s+|another\s+)?{sign}[0-9]"  # "£25 plus a £3 fee"
    return re.compile(rf"\s*({pattern(_bounds_after())})(?!\s+than\b|\s*{amount})")


@cache
def _directions(side: str) -> dict[str, str]:
    ways = table("quantities")["directions"]
    return lookup({way: ways[way][side] for way in ways})


@cache
def _leading() -> re.Pattern[str]:
    links = listed("quantities", "words", "links")
    words = rf"({pattern(_directions('before'))})(?:\s+{links})*"
    return re.compile(rf"{words}(?:(?<=\bby){_SLIGHT})?(?:\**:\**)?\s*$")


@cache
def _moving() -> re.Pattern[str]:
    """ "raised its rate by", with what is moved in between."""
    return re.compile(
        rf"({pattern(_directions('moved'))})(?:\s+(?:[^\W\d_]\S*(?<!,)|[\0\x01]+)){{1,6}}?\s+by(?:{_SLIGHT})?\s+$"
    )


@cache
def _moving_points() -> re.Pattern[str]:
    """ "Raised rates 25 basis points": of points no "by" need tell that something moved so far."""
    stops = pattern(w for w in function_words() if w not in ("its", "their", "the"))
    return re.compile(
        rf"({pattern(_directions('moved'))})(?:\s+(?!{stops})[^\W\d_][\w'’-]*){{1,5}}(?<!\bthe)\s+$"
    )


@cache
def _points() -> re.Pattern[str]:
    words = lookup({"points": table("quantities")["percent"]["percentage_points"]})
    return re.compile(rf"{pattern([*words, 'basis points', 'points', 'point'])}$")


@cache
def _inside() -> re.Pattern[str]:
    """Between a number and what it counts: "1,400 fewer members than"."""
    words = listed("quantities", "adverbs", "words")
    return re.compile(rf"\s({words})\s[^,.;:()\n]*(?=\sthan\b)")


@cache
def _percent() -> re.Pattern[str]:
    return re.compile(rf"{pattern(lookup(table('quantities')['percent']), whole=False)}$")


@cache
def _comparing() -> re.Pattern[str]:
    """ "50 per cent more infectious", "a 20 per cent lower risk"."""
    words = [w for w in _directions("behind") if w in table("quantities")["adverbs"]["words"]]
    return re.compile(rf"\s+({pattern(words)})\s+[a-z]")


@cache
def _trailing() -> re.Pattern[str]:
    stops = pattern(function_words())
    nouns = [w for w in _directions("behind") if w not in table("quantities")["adverbs"]["words"]]
    return re.compile(
        rf"(?:-an?-[a-z]+)?(?:\s*\([^()\n]{{0,40}}\))?\s+(?:(?!{stops})[a-z\0-]+\s+(?={pattern(nouns)}))?"
        rf"(?!up\s+to\b|(?:up|down)\s+{_ARTICLE})({pattern(_directions('behind'))})"
        rf"(?!\s+{_PARTICLE})(?=\s+(?:{stops}|{pattern(table('quantities')['words']['behind_changes'])})"
        r"|\s*[,.;:)\0\x01]|\s*$)"
    )
