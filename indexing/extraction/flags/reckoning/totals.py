"""Totals told behind what they add up: "98,400 and 21,300, a total of 119,700"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import meant, summed
from indexing.extraction.text.page import Page
from indexing.extraction.text.totals import is_total
from indexing.records import ADDITIVE, MetricFact

_NEAR = Decimal("0.1")
"""Share by which a sum is off by a misprint: one that is further off has other summands."""
_FEWEST = 2


def misadded_totals(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The figures of a sentence and their sum behind them, which is another, though near."""
    for index, total in enumerate(rows):
        if total.unit not in (*ADDITIVE, "other") or not (
            is_total(page, total.quote_start, total.start, total.end)
        ):
            continue
        parts = [
            row
            for row in rows[:index]
            if (row.quote_start, row.unit, row.aspect)
            == (total.quote_start, total.unit, total.aspect)
        ]
        runs = [parts[first:] for first in range(len(parts) - _FEWEST + 1)]
        made = [summed(run) for run in runs]
        near = [run for run in runs if _is_near(run, total)]
        if near and not any(one.meets(meant(total)) for one in made):
            yield (*near[0], total)


def _is_near(parts: Sequence[MetricFact], total: MetricFact) -> bool:
    return abs(sum(row.value for row in parts) - total.value) <= total.value * _NEAR
