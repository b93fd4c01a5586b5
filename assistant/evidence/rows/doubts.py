"""Whether rows can stand as an answer, told by what their own report puts beside them.

Rows are read by rules, and a report that nobody has read is misread here and there.  Some of that
shows without knowing what is right: one report cannot give one thing two values, one sentence of it
least of all, and nobody counts a fraction of a person.  Rows with such a sign are no figures to
stand behind; the sentences that tell them can still be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from assistant.evidence.rows.parts import names_a_part
from indexing.agreement import compatible
from indexing.catalogue import OTHER
from indexing.reading.metric.metrics import find_metrics
from indexing.records import ADDITIVE, CURRENCIES, SHARES, MetricFact

_OF_EACH = re.compile(
    r"[^,;:()\d]*\b(?:each|apiece)(?:\s*(?:[.,;:)]|$)|\s+(?:at|in|on|by|as|and|since)\b)",
    re.IGNORECASE,
)
"""Behind a figure: several things have as much, "fewer than 120 members each"."""
_ALIKE = Decimal("0.75")
"""Least ratio of two figures of which either may be meant."""
_DOUBTED = frozenset({"source_inconsistency", "implausible"})
_LEAST_PARTS = 2
_PART = Decimal("0.25")
"""Share of a whole up to which a figure beside it is taken for its growth or a part.  In made-up
reports the larger one was always the whole below it, and in every second case above."""


def is_doubted(row: MetricFact) -> bool:
    """Whether a row is at odds with its own report, or cannot be true: it bears nothing out, and
    nothing is concluded from it."""
    return not _DOUBTED.isdisjoint(row.flags)


def is_borne_out(row: MetricFact, told_with: Iterable[MetricFact]) -> bool:
    """Whether nothing in its own sentence speaks against a row; `told_with` are its others.

    It counts no fraction of a person, and is told of one thing rather than of each of several; no
    figure that was read as nothing known, or as a part
    that has no name, could be meant as well: "98.9 per cent before, was down to 95.2".
    """
    counted = row.unit in ADDITIVE and row.unit not in CURRENCIES
    if counted and row.value != row.value.to_integral_value():
        return False
    if row.metric == OTHER or row.aspect != "level":
        return True
    if _OF_EACH.match(row.quote[row.end - row.quote_start :]):
        return False
    others = tuple(told_with)
    told = (row, *others)
    return not any(_could_be_meant(other, row) and not _is_sum(other, told) for other in others)


def _is_sum(total: MetricFact, told: Iterable[MetricFact]) -> bool:
    """Whether a figure is what all the others of its sentence add up to, and so is none of them:
    "321 billion was spent: 210 billion on pensions, 111 billion on treatment"."""
    key = (total.unit, total.place, total.aspect)
    parts = [
        other.value
        for other in told
        if other is not total and (other.unit, other.place, other.aspect) == key
    ]
    return len(parts) >= _LEAST_PARTS and sum(parts) == total.value


def _could_be_meant(other: MetricFact, row: MetricFact) -> bool:
    """Whether a figure that stands for nothing known may be what a row was taken for."""
    if (other.unit, other.place, other.aspect) != (row.unit, row.place, row.aspect):
        return False
    unknown = other.metric == OTHER and other.group is None
    unnamed = other.metric == row.metric and other.group and not names_a_part(other.group)
    if not (unknown or unnamed):
        return False
    is_less = other.value < row.value * _ALIKE
    return not is_less and (row.unit not in SHARES or row.value >= other.value * _ALIKE)


def likeliest(rows: Sequence[MetricFact]) -> tuple[MetricFact, ...]:
    """Which of the figures that one report gives for one key stand, where they cannot all be right.

    What cannot be true of the place gives way, then what a sentence tells without naming the
    metric.  Of amounts the largest stands, since a report tells a whole and its parts; but of two
    that one sentence gives and that are alike in size either may be meant, so neither stands.
    Shares do not add up, and where they still differ none stands.
    """
    if _agree(rows):
        return tuple(rows)
    left = [row for row in rows if "implausible" not in row.flags] or list(rows)
    left = [row for row in left if _is_named_outright(row)] or left
    if any(row.aspect != "level" or row.unit in SHARES for row in left):
        left = [row for row in left if _agree(_of_sentence(row, left))]
        return tuple(left) if _agree(left) else ()
    left = [row for row in left if _is_whole(row, [o.value for o in _of_sentence(row, left)])]
    most = max((row.value for row in left), default=None)
    return tuple(row for row in left if row.value == most)


def _agree(rows: Iterable[MetricFact]) -> bool:
    return all(compatible(one, other) for one, other in combinations(rows, 2))


def _of_sentence(row: MetricFact, rows: Iterable[MetricFact]) -> list[MetricFact]:
    """Those of the rows that the row's own sentence tells, itself among them."""
    return [other for other in rows if other.quote_start == row.quote_start]


def _is_whole(row: MetricFact, told: Sequence[Decimal]) -> bool:
    """Whether a sentence that gives the values `told` can mean none but this one by the whole.

    The others are its parts, which add up to it, or much smaller.
    """
    others = [value for value in told if value != row.value]
    are_parts = len(others) >= _LEAST_PARTS and sum(others) == row.value
    return are_parts or all(value < row.value * _PART for value in others)


def _is_named_outright(row: MetricFact) -> bool:
    return any(mention.metric == row.metric for mention in find_metrics(row.quote))
