"""Levels that a text tells as a rise or a fall: "climbed from 332,642 to 332,267".

Both levels may be the reports' own and the way between them turned round; so may the way to one
level be, the one before it going unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import groupby

from assistant.datafiles import datafile
from assistant.evidence.rows.order import last_day
from assistant.grounding.telling.clauses import clause_end
from indexing.reading.lexicon import lookup, pattern, squeezed, table
from indexing.records import CHANGES, Direction, MetricFact


@dataclass(frozen=True, slots=True)
class Movement:
    """A rise or a fall that a text tells between two levels, by their index in the text."""

    way: Direction
    old: int
    new: int


def movements(facts: Sequence[MetricFact]) -> tuple[Movement, ...]:
    """The movements that a text tells; `facts` are all its figures in order.

    "to" leads to the new level, "from" to the old one; the other is the level of the same thing
    that the text told before, or for a "from" that follows none in its sentence, the next.
    """
    found: list[Movement] = []
    for index, fact in enumerate(facts):
        told = _told_before(fact) if fact.aspect == "level" else None
        if told is None:
            continue
        way, reaches = told
        alike = [at for at, other in enumerate(facts) if _of_one_kind(other, fact)]
        near = [at for at in alike if facts[at].quote_start == fact.quote_start]
        past = [at for at in (alike if reaches else near) if at < index][-1:]
        for other in past or ([] if reaches else [at for at in near if at > index][:1]):
            old, new = (other, index) if reaches else (index, other)
            found.append(Movement(way, old, new))
    led_to = {fact.quote_start for fact in facts if _told_before(fact)}
    for start, sentence in groupby(range(len(facts)), key=lambda at: facts[at].quote_start):
        pair = list(sentence)
        if start not in led_to and (towards := _told_of(pair, facts)):
            old, new = sorted(pair, key=lambda at: last_day(facts[at]))
            found.append(Movement(towards, old, new))
    return tuple(found)


def _told_of(told: Sequence[int], facts: Sequence[MetricFact]) -> Direction | None:
    """The way that a sentence tells of the two levels of one thing that are all its figures:
    "improved on 94.5 per cent in 2024, coming to 90.4 in 2025"."""
    if len(told) != 2 or not _of_one_kind(*(facts[at] for at in told)):
        return None
    one, other = (facts[at] for at in told)
    dated = one.aspect == "level" and one.period and other.period
    if not dated or last_day(one) == last_day(other):
        return None
    words = one.quote[: other.start - one.quote_start].casefold()
    before, between = words[: one.start - one.quote_start], words[one.end - one.quote_start :]
    said = f"{clause_end().split(before)[-1]} {between}"
    ways = {_ways()[squeezed(verb[0])] for verb in _verb().finditer(said)}
    return ways.pop() if len(ways) == 1 else None


def belied_way(said: MetricFact, row: MetricFact, rows: Iterable[MetricFact]) -> Direction | None:
    """The way that the reports tell of a level which the text leads to by the other one.

    `row` is the report's own figure; `rows` are those of its metric and place.  None where the text
    tells no way, or where the report tells the same, or where no report tells any.
    """
    told = _told_before(said) if said.aspect == "level" else None
    if told is None or not told[1] or told == _told_before(row) or row.period is None:
        return None
    alike = [
        one for one in rows if one.period and (one.group, one.subject) == (row.group, row.subject)
    ]
    changes = [one for one in alike if one.aspect in CHANGES and last_day(one) == last_day(row)]
    shown = {_way(one.value) for one in changes} or {
        _way(row.value - one.value) for one in _before(row, alike)
    }
    return next(iter(shown)) if len(shown) == 1 and told[0] not in shown else None


def way_led_to(row: MetricFact) -> Direction | None:
    """The way by which the words right before a level lead to it: "shrank to 0.79 per cent"."""
    told = _told_before(row) if row.aspect == "level" else None
    return told[0] if told is not None and told[1] else None


def _before(row: MetricFact, alike: Iterable[MetricFact]) -> list[MetricFact]:
    """The last levels before that of `row`; none for what adds up over spans of time."""
    levels = [
        one
        for one in alike
        if one.aspect == "level" and one.unit == row.unit and last_day(one) < last_day(row)
    ]
    if not all((one.period or "").startswith("@") for one in (row, *levels)):
        return []
    last = max(map(last_day, levels), default=None)
    return [one for one in levels if last_day(one) == last]


def _way(by: Decimal) -> Direction | None:
    return None if not by else "up" if by > 0 else "down"


def _of_one_kind(one: MetricFact, other: MetricFact) -> bool:
    """Whether two figures are levels of one thing at different times."""
    keys = [(f.metric, f.aspect, f.place, f.group, f.subject, f.unit) for f in (one, other)]
    return keys[0] == keys[1] and one.period != other.period


def _told_before(fact: MetricFact) -> tuple[Direction, bool] | None:
    """The way that the words right before a figure tell, and whether they lead to it."""
    match = _moved().search(fact.quote[: fact.start - fact.quote_start].casefold())
    if match is None:
        return None
    return _ways()[squeezed(match["verb"])], _links()[match["link"]] == "to"


def _words() -> Mapping[str, list[str]]:
    return datafile("movement")


@cache
def _links() -> dict[str, str]:
    """Whether a word between a verb and a level leads "to" it, or "from" it."""
    return lookup({way: _words()[way] for way in ("to", "from")})


@cache
def _ways() -> dict[str, Direction]:
    ways = table("quantities")["directions"]
    return lookup({way: ways[way]["before"] for way in ("up", "down")})  # type: ignore[return-value]


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern(_ways())}")


@cache
def _moved() -> re.Pattern[str]:
    verb, link = pattern(_ways()), pattern(_links(), whole=False)
    return re.compile(rf"(?<!\w)(?P<verb>{verb})\s+(?P<link>{link})\s+$")
