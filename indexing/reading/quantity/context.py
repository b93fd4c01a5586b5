"""What a figure takes from the words around it and from the figure before it."""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import listed, pattern, table
from indexing.reading.quantity.draft import Draft
from indexing.reading.quantity.figure_words import direction, is_done_by, limits
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


def worded(seen: str, drafts: list[Draft]) -> list[Draft]:
    """Each draft with its bound and direction."""
    worded: list[Draft] = []
    floor = 0
    for draft in drafts:
        found = limits(seen, draft.start, draft.end, floor, draft.in_words)
        lasts = seen[draft.number_end : draft.number_end + 1] == "-" and _lasts(seen, draft)
        way = draft.direction
        if way is None and not lasts:
            way = direction(seen, found.start, found.end, floor, draft.share)
        bound = draft.bound if found.bound == "exact" else found.bound
        worded.append(draft._replace(bound=bound, start=found.start, end=found.end, direction=way))
        floor = found.end
    return worded


def _lasts(seen: str, draft: Draft) -> bool:
    """How long what follows lasts: the six months of "a six-month loss"."""
    counted = draft.counted
    times = table("measures")["parts"]["times"]
    return counted is not None and seen[counted.start : counted.end] in times


def inherited(seen: str, drafts: list[Draft]) -> list[Draft]:
    """What a figure takes from the one before: "over VND38 billion (US$1.56 million)"."""
    done: list[Draft] = []
    for draft in drafts:
        heir = _heir(seen, done[-1], draft) if done else draft
        if done and heir.direction and _shares_way(seen, done[-1], heir):
            done[-1] = done[-1]._replace(direction=done[-1].direction or heir.direction)
        done.append(_moved_too(seen, done, heir))
    return done


def _shares_way(seen: str, first: Draft, second: Draft) -> bool:
    """Whether two figures move alike: "15 to 20% lower", "3,105 or 11.3% fewer"."""
    share = second.unit == "percent" and _or().fullmatch(seen, first.end, second.start)
    return bool(share) or _is_range(seen, first, second)


def _moved_too(seen: str, before: list[Draft], draft: Draft) -> Draft:
    """`draft` with the direction of the last figure that moved "by" so much where it is told of
    something else in the same words: "A fell by 154 to 4,386 and B by 131 to 3,702"."""
    moved = [d for d in before[-2:] if d.direction] if draft.direction is None else []
    moved = [d for d in moved if _BY.search(seen, d.start - _BY_REACH, d.start)]
    if not moved or _and_by().fullmatch(seen, before[-1].end, draft.start) is None:
        return draft
    done = is_done_by(seen, draft.start)
    return draft if done else draft._replace(direction=moved[-1].direction)


def _is_range(seen: str, head: Draft, draft: Draft) -> bool:
    joined = seen[head.end : draft.start].strip(" \u00a0") in ("-", "to")
    return joined and head.counted is not None and head.counted == draft.counted


def _heir(seen: str, head: Draft, draft: Draft) -> Draft:
    """`draft` with the bound and direction that `head`, the figure before it, gives it."""
    gap = seen[head.end : draft.start]
    way = draft.direction or head.direction
    if _is_range(seen, head, draft):
        moved = head.direction is not None and head.value * _MOST_RISE < draft.value
        return draft if moved else draft._replace(direction=way)  # "fell by 154 to 4,386 people"
    if gap.strip() == "(" and draft.bound == "exact":
        if head.unit in CURRENCIES and draft.unit in CURRENCIES and head.unit != draft.unit:
            return draft._replace(bound=head.bound, direction=way)
        return draft._replace(direction=way) if draft.unit == "percent" else draft
    if head.unit == draft.unit and _parallel(gap, seen, draft.end):
        return draft._replace(direction=way)
    if _AND.fullmatch(gap) and head.counted == draft.counted:
        between = _between().search(seen, max(0, head.start - _REACH), head.start)
        return draft._replace(direction=way) if between else draft
    return draft._replace(direction=way) if _also().fullmatch(gap) else draft


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
