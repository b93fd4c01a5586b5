"""In which order rows are told: the latest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from assistant.evidence.rows.keyed import Published
from indexing.database import FactKey
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact


def last_day(row: FactKey | MetricFact) -> date:
    """The last day of a row's period; raises `ValueError` for one without a period."""
    return parse_notation(row.period or "").last_day


def recency(fact: MetricFact, published: Published) -> tuple[date, date, int]:
    """Sort key, latest last: the figure's last day, the report's date, the days it covers."""
    return days_order(fact.period, published(fact.doc))


def days_order(period: str | None, said: date | None) -> tuple[date, date, int]:
    """The same of a period that was told on the day `said`."""
    if period is None:
        return date.min, said or date.min, 0
    span = parse_notation(period)
    return span.last_day, said or date.min, (span.last_day - span.first_day).days


def foremost(keys: Sequence[FactKey], rank: Callable[[FactKey], Any]) -> list[FactKey]:
    """The keys of the highest rank."""
    first = max(map(rank, keys), default=None)
    return [key for key in keys if rank(key) == first]
