"""The ledger of conflicts: figures of different reports for one key that cannot all be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from indexing.agreement import Key, compatible, key_of
from indexing.records import MetricFact


@dataclass(frozen=True, slots=True)
class Conflict:
    """What several reports tell of one key, where at least two of them differ."""

    rows: tuple[MetricFact, ...]
    """One row for each value of each report; the earliest report first, undated ones before it."""


def find_conflicts(
    rows: Iterable[MetricFact], published: Callable[[str], date | None]
) -> tuple[Conflict, ...]:
    """The conflicts among `rows`, in order of metric, place and period.

    Two reports conflict when nothing that the one tells of a key agrees with anything that the
    other tells of it.  A figure without a place or a period speaks of no key and so conflicts with
    none; amounts in dong and in dollars have different keys.
    """
    told: dict[Key, dict[str, list[MetricFact]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        key = key_of(row)
        if key.place is not None and key.period is not None:
            told[key][row.doc].append(row)
    return tuple(
        Conflict(_side_by_side(by_report, published))
        for _, by_report in sorted(told.items(), key=lambda entry: _order(entry[0]))
        if any(_differ(*pair) for pair in combinations(by_report.values(), 2))
    )


def _differ(one: Sequence[MetricFact], other: Sequence[MetricFact]) -> bool:
    return not any(compatible(a, b) for a in one for b in other)


def _side_by_side(
    by_report: dict[str, list[MetricFact]], published: Callable[[str], date | None]
) -> tuple[MetricFact, ...]:
    """Each report's values, once each, the earliest report first."""
    distinct = {(r.doc, r.value, r.bound): r for rows in by_report.values() for r in rows[::-1]}
    return tuple(
        sorted(distinct.values(), key=lambda r: (published(r.doc) or date.min, r.doc, r.start))
    )


def _order(key: Key) -> tuple[str, ...]:
    return tuple(str(part or "") for part in (key.metric, key.place, key.period, *key))
