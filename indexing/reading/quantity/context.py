"""What a figure takes from the words around it and from the figure before it."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import listed, pattern, table
from indexing.reading.quantity.figure_words import direction, is_done_by, limits
from indexing.reading.quantity.raw import RawQuantity
from indexing.records import CURRENCIES

_MOST_RISE = 10
"""How many times the first end of a range the second may be."""
_BY = re.compile(r"\bby\s+$")
_BY_REACH = 4
_REACH = 12
_AND = re.compile(r"\s+and\s+")
_FIRST = re.compile(
    r"\s+(?P<link>in|on|at|for|among|against)\s+[^.;:0-9\n]{1,40}?(?:\s+and|,|,\s+and)\s+"
)


def worded(seen: str, raws: list[RawQuantity]) -> list[RawQuantity]:
    """Each quantity with its bound and direction."""
    worded: list[RawQuantity] = []
    floor = 0
    for raw in raws:
        found = limits(seen, raw.start, raw.end, floor, raw.in_words)
        lasts = seen[raw.number_end : raw.number_end + 1] == "-" and _lasts(seen, raw)
        way = raw.direction
        if way is None and not lasts:
            way = direction(seen, found.start, found.end, floor, raw.share)
        bound = raw.bound if found.bound == "exact" else found.bound
        worded.append(raw._replace(bound=bound, start=found.start, end=found.end, direction=way))
        floor = found.end
    return worded


def _lasts(seen: str, raw: RawQuantity) -> bool:
    """How long what follows lasts: the six months of "a six-month loss"."""
    counted = raw.counted
    times = table("measures")["parts"]["times"]
    return counted is not None and seen[counted.start : counted.end] in times


def inherited(seen: str, raws: list[RawQuantity]) -> list[RawQuantity]:
    """What a figure takes from the one before: "over VND38 billion (US$1.56 million)"."""
    done: list[RawQuantity] = []
    for raw in raws:
        heir = _heir(seen, done[-1], raw) if done else raw
        if done and heir.direction and _shares_way(seen, done[-1], heir):
            done[-1] = done[-1]._replace(direction=done[-1].direction or heir.direction)
        done.append(_moved_too(seen, done, heir))
    return done


def _shares_way(seen: str, first: RawQuantity, second: RawQuantity) -> bool:
    """Whether two figures move alike: "15 to 20% lower", "3,105 or 11.3% fewer"."""
    share = second.unit == "percent" and _or().fullmatch(seen, first.end, second.start)
    return bool(share) or _is_range(seen, first, second)


def _moved_too(seen: str, before: list[RawQuantity], raw: RawQuantity) -> RawQuantity:
    """`raw` with the direction of the last figure that moved "by" so much where it is told of
    something else in the same words: "A fell by 154 to 4,386 and B by 131 to 3,702"."""
    moved = [d for d in before[-2:] if d.direction] if raw.direction is None else []
    moved = [d for d in moved if _BY.search(seen, d.start - _BY_REACH, d.start)]
    if not moved or _and_by().fullmatch(seen, before[-1].end, raw.start) is None:
        return raw
    done = is_done_by(seen, raw.start)
    return raw if done else raw._replace(direction=moved[-1].direction)


def _is_range(seen: str, head: RawQuantity, raw: RawQuantity) -> bool:
    joined = seen[head.end : raw.start].strip(" \u00a0") in ("-", "to")
    return joined and head.counted is not None and head.counted == raw.counted


def _heir(seen: str, head: RawQuantity, raw: RawQuantity) -> RawQuantity:
    """`raw` with the bound and direction that `head`, the figure before it, gives it."""
    gap = seen[head.end : raw.start]
    way = raw.direction or head.direction
    if _is_range(seen, head, raw):
        moved = head.direction is not None and head.value * _MOST_RISE < raw.value
        return raw if moved else raw._replace(direction=way)  # "fell by 154 to 4,386 people"
    if gap.strip() == "(" and raw.bound == "exact":
        if head.unit in CURRENCIES and raw.unit in CURRENCIES and head.unit != raw.unit:
            return raw._replace(bound=head.bound, direction=way)
        return raw._replace(direction=way) if raw.unit == "percent" else raw
    if head.unit == raw.unit and _parallel(gap, seen, raw.end):
        return raw._replace(direction=way)
    if _AND.fullmatch(gap) and head.counted == raw.counted:
        between = _between().search(seen, max(0, head.start - _REACH), head.start)
        return raw._replace(direction=way) if between else raw
    return raw._replace(direction=way) if _also().fullmatch(gap) else raw


def _parallel(gap: str, seen: str, end: int) -> bool:
    """Two figures of one change: "rose 8 per cent in Asia and 3 per cent in Europe"."""
    first = _FIRST.fullmatch(gap)
    return first is not None and re.match(rf"\s+{first['link']}\s", seen[end:]) is not None


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"{pattern(table('quantities')['pairs']['between'])}\s+$")


@cache
def _or() -> re.Pattern[str]:
    """Between a change and its share: "3,105 or 11.3% fewer"; behind a comma it is a level's."""
    return re.compile(rf"\s+{pattern(table('quantities')['pairs']['or'])}\s+")


@cache
def _and_by() -> re.Pattern[str]:
    """Between two figures: when the first was reached, and what else moved, with no verb of its
    own: "by 2 points to 88% at the end of June, in B only by 1"."""
    joints = listed("quantities", "pairs", "and_also")
    dated = r"(?:\s+[^.,;:\d\n]{1,40}(?=,))?"
    return re.compile(rf"{dated}\s*[,;]?\s*(?:{joints}\s+)?(?:[^\W\d_][\w'’-]*\s+){{1,8}}by\s+")


@cache
def _also() -> re.Pattern[str]:
    """Between two figures of one change: "by VND121 billion, or 1.44 per cent"."""
    words = table("quantities")["pairs"]
    return re.compile(
        rf"\s*,?\s*{pattern(words['or'])}\s+|[^.;:,0-9\n]{{0,48}}{pattern(words['and_by'])}\s+"
        rf"|,?\s+(?:and\s+)?{pattern(words['that_of'])}\s[^.;:,0-9\n]{{0,48}}\bby\s+"
    )
