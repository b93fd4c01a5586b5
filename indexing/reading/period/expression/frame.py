"""The words that govern an expression of time in its sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from indexing.reading.lexicon import listed, pattern, squeezed, table
from indexing.reading.period.expression.days_off import days_off
from indexing.reading.period.expression.edges import edge_before, edge_behind, opened
from indexing.reading.period.expression.grammar import Expression
from indexing.reading.period.expression.prepositions import is_day, kind_of, word_before
from indexing.reading.period.expression.surroundings import REACH, sentence_end, sentence_start
from indexing.reading.period.expression.tense import below_heading, has_happened, is_coming

_AIM_REACH = 160
_CLAUSE_CUT = re.compile(r"[,;:()]")
_SINCE = ("since", "kể từ")


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
    floor = max(0, e.start - REACH)
    off = days_off(e, seen)
    start, edge = (off.start, None) if off else edge_before(e, seen, floor)
    edge = edge or edge_behind(e, seen)
    word = word_before(e, seen, start)
    kind = kind_of(e, seen, start, word, edge)
    edge = edge or opened(e, word)
    if e.rule == "last_day":
        edge = "end" if kind == "moment" else None
    sentence = sentence_start(e, seen, start)
    stop = sentence_end().search(seen, e.end, e.end + _AIM_REACH)
    whole = seen[e.end : stop.start() if stop else e.end + _AIM_REACH]
    rest = whole[:REACH]
    below = below_heading(seen, e.end)
    happened = has_happened(seen, sentence, start)
    over = word in _SINCE or happened
    ahead = not over and is_coming(seen, sentence, start, below or rest, is_day(e))
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


def _is_aimed(seen: str, sentence: int, start: int, near: int, rest: str) -> bool:
    """Whether something is planned for then, by the words before it, close to it (from `near` on)
    or behind it (`rest`); a clause of its own that tells what was is no part of the plan."""
    own = seen.rfind(";", sentence, start) if _targets("done").search(rest) else 0
    if _targets("words").search(seen, max(sentence, start - _AIM_REACH, own), start):
        return True
    clause = _CLAUSE_CUT.split(seen[near:start])[-1]
    planned = _targets("words").search(rest) and not _targets("done").search(rest)
    return bool(planned) and not _targets("past").search(clause)


@cache
def _against() -> re.Pattern[str]:
    words = listed("periods", "prepositions", "comparison")
    return re.compile(rf"{words}\s+(?:\w+\s+)?[a-z$]*[0-9][\w.,%]*(?:\s+\w+){{0,4}}\s*$")


@cache
def _origin() -> re.Pattern[str]:
    words = listed("periods", "targets", "origins")
    return re.compile(rf"{words}\s+(?:\w+\s+)?(?:in\s+)?$")


@cache
def _due() -> frozenset[str]:
    return frozenset(squeezed(word) for word in table("periods")["prepositions"]["due"])


@cache
def _targets(name: str) -> re.Pattern[str]:
    """The words of a list; what "is due" lies ahead, but not in "of what is due this year"."""
    sums = "".join(rf"(?<!{what} due)" for what in ("what is", "that is", "what are", "that are"))
    names = listed("periods", "targets", "not_done")  # "Đà Nẵng" holds a "đã"
    return re.compile(rf"(?!{names}){pattern(table('periods')['targets'][name])}{sums}")
