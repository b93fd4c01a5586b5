"""Spans of time that a report confuses: named in two ways, or too short for what they brought."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, permutations

from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import Fault
from indexing.extraction.text.page import Page
from indexing.reading.period.notation import PeriodRange, parse_notation
from indexing.records import MetricFact

_AS_WELL = re.compile(r"\s*(?:,|\(|–|—|-)\s*(?:i\.e\.,?\s*|that is,?\s*|or\s+)?(?:from\s+)?$")
"""Between two names of one span: "the first half of the year, from January to September"."""
_MUCH_SHORTER = 2
"""How many times shorter the span of a part is at least."""
_AS_MUCH = (Decimal("0.85"), Decimal(2))
"""How much of the longer span's sum the shorter one's is where it must be that of another span."""
_NEAR = 800
"""Days between two spans that are compared."""
_FLOWS = ("VND", "visits")


def mistaken_spans(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report whose spans cannot be right."""
    yield from _named_twice(page, rows)
    yield from _too_much(rows)


def _named_twice(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A span and, right behind it, another that is to be the same and goes on beyond it."""
    for one, other in pairwise(page.periods):
        between = page.text[one.end : other.start]
        if one.comparison or other.comparison or not _AS_WELL.fullmatch(between):
            continue
        first, second = one.period, other.period
        apart = first.first_day == second.first_day and second.last_day > first.last_day
        if apart and first.last_day > first.first_day:
            days = (
                PeriodRange(first.first_day, first.last_day, False),
                PeriodRange(second.first_day, second.last_day, False),
            )
            block = page.sentence_at(one.start).block
            told = tuple(
                row
                for row in rows
                if row.period
                and parse_notation(row.period) in days
                and page.sentence_at(row.start).block == block
            )
            if told:
                yield told


def _too_much(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A sum that a quarter is told to bring, though it is what another year brought as a whole."""
    keyed: dict[object, list[tuple[MetricFact, PeriodRange]]] = defaultdict(list)
    for row in rows:
        told = row.metric != OTHER and row.aspect == "level" and row.unit in _FLOWS
        if told and row.group is None and row.place is not None and row.period is not None:
            span = parse_notation(row.period)
            if _days(span) > 1:
                keyed[row.metric, row.unit, row.place].append((row, span))
    for told_alike in keyed.values():
        for (part, short), (whole, long) in permutations(told_alike, 2):
            near = abs((short.last_day - long.last_day).days) <= _NEAR
            if near and _days(short) * _MUCH_SHORTER <= _days(long):
                low, high = (whole.value * share for share in _AS_MUCH)
                if low <= part.value <= high:
                    yield part, whole


def _days(span: PeriodRange) -> int:
    return (span.last_day - span.first_day).days + 1
