"""Levels that a text holds against each other: "79.5 per cent, lower than the country's 85.6".

Both may be the reports' own and the side on which the one stands of the other turned round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.rows.values import values_of
from assistant.grounding.telling.clauses import clause_end
from assistant.grounding.telling.relations import find_sides, names_target
from assistant.query import Side
from indexing.catalogue import OTHER
from indexing.records import MetricFact

_ASIDE = re.compile(r"\(|[.,](?=\s+(?:when|which|at|khi|lúc)\b)", re.IGNORECASE)
"""What opens an aside that tells the figure: "than the country's (85.6", "than then, at 85"."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """On which side of the level `mark` a text puts the level `one`, by their index in the text.

    `one` is None where the text does not tell what it holds against the level.
    """

    side: Side
    one: int | None
    mark: int


def contrasts(facts: Sequence[MetricFact]) -> tuple[Contrast, ...]:
    """The levels that a text holds against each other; `facts` are all its figures in order."""
    found: list[Contrast] = []
    for mark, fact in enumerate(facts):
        near = [at for at, other in enumerate(facts) if other.quote_start == fact.quote_start]
        side = side_told(fact, [facts[at] for at in near]) if fact.aspect == "level" else None
        if side is None:
            continue
        here = [at for at in near if at < mark and _is_like(facts[at], fact)]
        told = (at for at in range(mark) if facts[at].metric == fact.metric)
        before = [at for at in told if _is_like(facts[at], fact)]
        found.append(Contrast(side, next(reversed(here or before), None), mark))
    return tuple(found)


def side_told(fact: MetricFact, near: Sequence[MetricFact]) -> Side | None:
    """The side of a level on which the words that lead to it put something else; `near` are all
    figures of its sentence."""
    begin = fact.quote_start
    low = max((other.end - begin for other in near if other.end <= fact.start), default=0)
    before = fact.quote[low : fact.start - begin].removesuffix("(")
    told = find_sides(before)
    if not told:
        return None
    side, word = told[-1]
    between = before[word.end :]
    led = clause_end().search(_ASIDE.sub(" ", between)) is None and not names_target(between)
    return side if led else None


def belies(side: Side, row: MetricFact, mark: MetricFact) -> bool:
    """Whether a row surely does not stand on a side of another one."""
    if row.unit != mark.unit:
        return False
    less, more = (row, mark) if side == "above" else (mark, row)
    return values_of(less, is_near=True).high <= values_of(more, is_near=True).low


def _is_like(one: MetricFact, other: MetricFact) -> bool:
    """Whether two figures are levels that can be held against each other."""
    named = OTHER not in (one.metric, other.metric)
    return named and one.aspect == "level" and one.unit == other.unit
