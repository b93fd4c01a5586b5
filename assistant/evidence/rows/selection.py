"""Query and table -> the rows that count as an answer.

Where several rows meet an asked period the nearest fit leads: the same days first, then the latest.
Rows that carry the same key and another value stand beside the lead as differences.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from assistant.evidence.rows.agreement import matches_place
from assistant.evidence.rows.finding import Finding, Wanted
from assistant.evidence.rows.keyed import KeyedRows, Published
from assistant.evidence.rows.leading import ToldWith, found_in
from assistant.evidence.rows.meeting import (
    can_be_known,
    in_currency,
    in_period,
    of_group,
    of_metric,
)
from assistant.evidence.rows.nearest import nearest
from assistant.evidence.rows.order import days_order, foremost
from assistant.evidence.rows.versus import is_counted_back, is_counted_from, months_back
from assistant.understanding.slots.periods import YEAR
from indexing.database import FactKey


def find(
    wanted: Wanted, rows: KeyedRows, published: Published, told_with: ToldWith = lambda row: ()
) -> Finding:
    """The rows that answer `wanted`, out of all rows of its metric."""
    there = rows.of_place(partial(matches_place, wanted.place))
    group = of_group(of_metric(there.of_aspects(wanted.aspects), wanted), wanted)
    right = [key for key in group if key.aspect in wanted.aspects]
    right = [key for key in right if key.undated or can_be_known(key, key.published)]
    right = [key for key in right if is_counted_from(wanted.versus, key)]
    right = [key for key in right if is_counted_back(wanted.months_back, key)]
    right = in_currency(right, wanted.dollars)
    met, whole = in_period(right, wanted.period)
    if met:
        # The lead is of the last day of all, and what differs from it of the same days.
        latest = foremost(met, lambda key: days_order(key.period, None)[0])
        latest = _counted_as_asked(latest, wanted)
        read = [row for row in rows.read(latest) if can_be_known(row, published(row.doc))]
        return replace(found_in(read, wanted, published, told_with), whole_period=whole)
    near = nearest(wanted, right, of_metric(there.keys, wanted), rows, published)
    return Finding(wanted, (), nearest=near)


def _counted_as_asked(keys: list[FactKey], wanted: Wanted) -> list[FactKey]:
    """The changes that are counted from where the question says; where it does not, those that
    tell of no such time or, before others, of the year before."""
    for months in (wanted.months_back, None if wanted.versus else YEAR):
        if counted := [key for key in keys if months_back(key) == months]:
            return counted
    return keys
