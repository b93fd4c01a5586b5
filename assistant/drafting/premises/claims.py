"""The figures that a question puts forward, each read as a report's figure would be.

"It reached 82 per cent of its plan" puts forward a share of the plan, "its 95 per cent target" the
target: a figure is held against rows that say the same of the metric, and against no others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from assistant.evidence.rows.agreement import matches_place
from assistant.evidence.rows.values import ENDLESS, WHOLE_PLAN, Values, values, values_of
from assistant.grounding.telling.relations import relates, relation_of, word_before
from assistant.grounding.telling.turns import BESIDE, Turn, turns_of
from assistant.query import Query
from assistant.sentences import Computed
from assistant.understanding.slots.narrowing.qualifiers import blanked
from assistant.understanding.words.cues import load_cues
from assistant.understanding.words.reading import spans_of
from indexing.agreement import same_days
from indexing.catalogue import OTHER
from indexing.extraction import extract_text
from indexing.records import CHANGES, SHARES, Aspect, MetricFact, Quantity, Unit

_KEPT = 64
"""Questions whose rows are kept."""
AtLeast = Literal["no", "told", "asked"]
"""Whether a figure is put forward as one that was reached, and how: "did it reach 95?" asks whether
it is at least that, "is it true that it reached 95?" may mean no more."""
_FROM = re.compile(r"\b(?:from|từ)\s+(?:mức\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|lên|xuống|đến|tới|còn|sang)\s+(?:mức\s+)?$", re.IGNORECASE)
"""Right before the levels between which something moved."""
_ADDED: frozenset[Turn] = BESIDE | {"shared", "multiplied"}
"""What a question may say of a figure beyond its key; a denial it puts forward itself."""


@dataclass(frozen=True, slots=True)
class ClaimedFigure:
    """A figure that a question puts forward."""

    quantity: Quantity
    unit: Unit
    aspect: Aspect | None
    """None where nothing tells it."""
    beyond: bool = False
    """Whether it tells by how much a plan, or another figure, is exceeded."""
    is_bare: bool = False
    """Digits only, of which nothing tells what they count: as likely a year."""
    read: MetricFact | None = None
    """The row that a report with these words would have."""

    def counts_for(self, row: MetricFact) -> bool:
        """Whether it can be meant for a row: "over 3 trillion" leaves its unit to the row."""
        open_unit = self.unit == "other" and self.quantity.unit_text is None
        of_kind = self.aspect is None or self.beyond or _kind(self.aspect) == _kind(row.aspect)
        in_unit = row.unit in (self.unit, self.quantity.unit) or open_unit
        return of_kind and not self.is_bare and in_unit

    def is_of(self, row: MetricFact) -> bool:
        """Whether its own words tell it of a row's metric, place and days."""
        told = self.read
        if told is None or told.metric != row.metric or not self.counts_for(row):
            return False
        return matches_place(told.place, row.place) and same_days(told.period, row.period)

    def adds_to(self, row: MetricFact) -> bool:
        """Whether it comes with a rank, a course or a multiple that the row is not told with."""
        told = turns_of(self.read) if self.read else frozenset()
        return bool(told & _ADDED - turns_of(row))

    def values(self, question: str) -> Values:
        """The values that it can stand for."""
        told = self.quantity
        return values(told.value, told.bound, question[told.start : told.end])


def claims_of(query: Query) -> tuple[ClaimedFigure, ...]:
    """What `query` puts forward, in order."""
    rows = _rows_of(query.plain)
    claims = tuple(_claim(claimed, query.plain, rows) for claimed in query.claimed)
    if {"target", "target_pct"} & set(load_cues().hits("aspect", query.plain)):
        return claims
    # "Đạt 90%" is a share of a plan only where one is spoken of.
    return tuple(replace(c, aspect=None) if c.aspect == "target_pct" else c for c in claims)


@lru_cache(maxsize=_KEPT)
def _rows_of(question: str) -> tuple[MetricFact, ...]:
    """The rows of a question: what it puts forward is looked at by several stages."""
    return extract_text(question)


def held_apart(query: Query) -> tuple[Query, ...]:
    """A level and changes of it that are put forward together, each to be held against its own:
    "it had 4,500 members, up 300"."""
    of_one = query.operation == "value" and len(query.places) < 2 and len(query.periods) < 2
    moves = set(query.aspects) <= set(CHANGES)
    if len(query.claimed) < 2 or not of_one or not (moves or query.aspects == ("level",)):
        return (query,)
    own = [c for c in claims_of(query) if c.read and c.read.metric in query.metrics]
    moved = [(c.quantity, c.aspect) for c in own if c.aspect in CHANGES]
    changes = tuple(quantity for quantity, _ in moved)
    levels = tuple(claim.quantity for claim in own if claim.aspect == "level")
    if not changes or not levels:
        return (query,)
    # "Up", "more" tell of the change and not of the level.
    told = load_cues().spans_by("verdict", query.plain)
    of_change = (span for key, span in told if key in ("up", "down"))
    of_level = blanked(query.plain, (*spans_of(changes), *of_change), " ")
    level = replace(query, plain=of_level, aspects=("level",), versus=(), claimed=levels)
    kinds = tuple(dict.fromkeys(aspect for _, aspect in moved if aspect))
    aspects = query.aspects if moves else kinds
    return (level, replace(query, aspects=aspects, claimed=changes))


def course_of(query: Query) -> tuple[Quantity, Quantity] | None:
    """The two levels between which a question says that one thing moved: "rose from 88 to 91 per
    cent"; None where it says no such thing."""
    moves = {"up", "down"} & set(load_cues().hits("verdict", query.plain))
    if len(query.claimed) != 2 or not moves:
        return None
    first, second = sorted(query.claimed, key=lambda quantity: quantity.start)
    before, between = query.plain[: first.start], query.plain[first.end : second.start]
    return (first, second) if _FROM.search(before) and _TO.search(between) else None


def says_of_end(claim: Quantity, row: MetricFact, question: str) -> bool | None:
    """Whether one end of a course is a row's figure; None where it may count something else."""
    if row.aspect != "level" or claim.unit not in (row.unit, "other"):
        return None
    return says_of(claim, row, question)


def _claim(claimed: Quantity, question: str, rows: Sequence[MetricFact]) -> ClaimedFigure:
    row = next((r for r in rows if r.start < claimed.end and claimed.start < r.end), None)
    digits = not any(map(str.isalpha, question[claimed.start : claimed.end]))
    if row is None:
        return ClaimedFigure(
            claimed, claimed.unit, None, is_bare=digits and claimed.unit == "other"
        )
    relation = relation_of(row, rows)
    points = row.metric == OTHER and row.aspect == "level" and row.unit == "percentage_points"
    beyond = points or (relation is not None and relation.kind == "above" and row.unit in SHARES)
    if beyond and relates(word_before(row)):
        claimed = replace(claimed, bound="exact")  # "vượt 2,1%" is no "over 2.1"
    named = row.metric != OTHER or (claimed.unit == "other" and row.unit in SHARES)
    unit = row.unit if named and row.unit != "other" else claimed.unit
    bare = digits and unit == "other"
    return ClaimedFigure(claimed, unit, row.aspect, beyond, bare, row)


def _kind(aspect: Aspect) -> str:
    return "change" if aspect in CHANGES else aspect


def says_of(
    claim: Quantity,
    row: MetricFact,
    question: str,
    at_least: AtLeast = "no",
    is_near: bool = False,
) -> bool | None:
    """Whether a figure of a question is a row's: its value, bound, and direction of a change.

    `is_near` as for any figure.
    """
    turned = {"up": row.value < 0, "down": row.value > 0}.get(claim.direction or "", False)
    if turned and row.aspect in CHANGES:
        return False
    if at_least != "no" and claim.bound == "exact" and abs(row.value) > claim.value:
        # 99 has reached 95, and is not 95.
        return True if at_least == "asked" and values_of(row).low > claim.value else None
    said = values(claim.value, claim.bound, question[claim.start : claim.end])
    # Who says 95 of a printed "over 93" is wrong; who says "above 95" may be right.
    return values_of(row, is_near or claim.bound in ("exact", "about")).within(said)


def says_of_whole(
    claim: ClaimedFigure, row: MetricFact, question: str, at_least: AtLeast
) -> bool | None:
    """Whether a figure put forward of a whole time is so, by a row that adds up over a part of it:
    the whole may be any more than that; `at_least` as for any figure."""
    told = values_of(row).low
    says = Values(told, ENDLESS, False).within(claim.values(question))
    beyond = at_least != "no" and claim.quantity.bound == "exact" and told > claim.quantity.value
    return (True if at_least == "asked" else None) if beyond else says


def says_of_share(query: Query, told: Computed | None) -> bool | None:
    """Whether the share that is put forward is the one that was computed; None where it may be that
    one, rounded."""
    put = [claim for claim in query.claimed if claim.unit == "percent"]
    if told is None or told.unit != "percent" or len(put) != 1:
        return None
    (claim,) = put
    own = values(told.value, told.bound, "")
    says = own.within(values(claim.value, claim.bound, query.plain[claim.start : claim.end]))
    rounded = told.value.quantize(claim.value) == claim.value
    return None if not says and claim.bound == "exact" and rounded else says


def says_of_plan(
    claim: ClaimedFigure, leads: Sequence[MetricFact], question: str, at_least: AtLeast
) -> bool | None:
    """Whether a figure that is put forward about a plan is what the rows tell of it; `at_least` as
    for any figure.

    None where they do not tell it.
    """
    if claim.aspect == "gap" or claim.beyond:
        return _says_apart(claim, leads, question)
    own = [row for row in leads if claim.counts_for(row)]
    said = {says_of(claim.quantity, row, question, at_least) for row in own}
    if claim.aspect == "target" and said != {True}:
        return None  # "its 90 per cent target", which is no other: what is asked is left open
    return said.pop() if len(said) == 1 else None


def _says_apart(claim: ClaimedFigure, leads: Sequence[MetricFact], question: str) -> bool | None:
    """Whether what is put forward as missing to a plan, or as going beyond it, is so."""
    sign = -1 if claim.beyond else 1
    told = [sign * value for value, unit in _missing(leads) if _alike(unit, claim.unit)]
    if not told:
        return None
    within = {Values(value, value, True).within(claim.values(question)) for value in told}
    return True if True in within else None if None in within else False


def _missing(leads: Sequence[MetricFact]) -> list[tuple[Decimal, Unit]]:
    """By how much a plan is missed, below nought where it is exceeded, by exact rows."""
    exact = [row for row in leads if row.bound == "exact"]
    found = [(row.value, row.unit) for row in exact if row.aspect == "gap"]
    found += [(WHOLE_PLAN - row.value, row.unit) for row in exact if row.aspect == "target_pct"]
    levels = [row for row in exact if row.aspect == "level"]
    for target in (row for row in exact if row.aspect == "target"):
        found += [
            (target.value - level.value, level.unit)
            for level in levels
            if (level.metric, level.unit) == (target.metric, target.unit)
        ]
    return found


def _alike(one: Unit, other: Unit) -> bool:
    return one == other or (one in SHARES and other in SHARES)
