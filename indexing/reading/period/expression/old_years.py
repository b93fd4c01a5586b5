"""Whether a number between 1000 and 1899 is a year: "in 1812 Napoleon", "the war of 1812".

Such a number is more often a count.  It is a year behind a word of time unless a noun follows that
may be counted, beside an event, and as a limit ("from 1861", "by 1864") where nothing has risen.
"""

from __future__ import annotations

import re
from functools import cache

from indexing.reading.lexicon import listed, pattern, table
from indexing.reading.view import View

_REACH = 60
"""How far before a number the words of a change are looked for, in code points."""
_MOVED_REACH = 20
"""The same right before a word of time."""
_PAIR_REACH = 12
_ROUND = 50
_LIMIT = re.compile(r"\b(?:by|from|to|and|until|till|before|after|between)\s$")
_OTHER_BEHIND = re.compile(r"\s(?:to|and|until)\s(1[0-8][0-9]{2})(?![0-9])")
_OTHER_BEFORE = re.compile(r"(1[0-8][0-9]{2})\s(?:to|and|until)\s$")
_VERB = re.compile(r"\s[a-z]+(?<!e)ed\s(?:[0-9]|the|a|an|his|her|its|their|most|all|many|some)\b")
_CLAUSE_END = re.compile(r"[.!?;:,]\s|\n")


def is_old_year(view: View, seen: str, start: int, end: int) -> bool:
    """Whether the number at `start` to `end`, behind a word of time or "of" or "the", is a year."""
    before = _clause_before(seen, start, _REACH)
    if before.endswith("the "):
        return _event_behind().match(seen, end) is not None
    nounlike = seen[end : end + 1] == " " and _no_noun().match(seen, end) is None
    nounlike = nounlike and _VERB.match(seen, end) is None
    if nounlike and not view.capital(end + 1):
        return False
    if before.endswith("of "):
        return _event_before().search(before) is not None
    changed = _LIMIT.search(before) is not None and _change().search(before) is not None
    return not changed and not _is_round_pair(seen, start, end)


def has_moved(seen: str, start: int) -> bool:
    """Whether something rose or fell right before `start`: "rose by 2091 people"."""
    return _change().search(_clause_before(seen, start, _MOVED_REACH)) is not None


def _clause_before(seen: str, start: int, reach: int) -> str:
    """What stands before `start` in its clause, no further than `reach`."""
    return _CLAUSE_END.split(seen[max(0, start - reach) : start])[-1]


def _is_round_pair(seen: str, start: int, end: int) -> bool:
    """ "Between 1200 and 1500": two round numbers are a guess at a count."""
    behind = _OTHER_BEHIND.match(seen, end)
    other = behind or _OTHER_BEFORE.search(seen, max(0, start - _PAIR_REACH), start)
    return other is not None and all(int(n) % _ROUND == 0 for n in (seen[start:end], other[1]))


def _words(name: str) -> str:
    return listed("periods", "old_years", name)


@cache
def _no_noun() -> re.Pattern[str]:
    return re.compile(rf"\s{_words('no_nouns')}")


@cache
def _event_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('events')}|{_words('parts')})\s+of\s$")


@cache
def _event_behind() -> re.Pattern[str]:
    return re.compile(rf"\s{_words('events')}")


@cache
def _change() -> re.Pattern[str]:
    ways = table("quantities")["directions"]
    words = [w for way in ("up", "down") for w in (*ways[way]["before"], *ways[way]["moved"])]
    return re.compile(rf"{pattern(words)}|{_words('changes')}")
