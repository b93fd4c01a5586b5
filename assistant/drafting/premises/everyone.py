"""Whether everyone has, or nobody has, what a figure tells of: "does everyone have insurance?"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafting.comparing import agreed
from assistant.evidence.rows.values import values_of
from assistant.query import Query
from assistant.understanding.words.cues import load_cues
from indexing.catalogue import OTHER, catalogue
from indexing.records import MetricFact

_ALL = 100
"""Per cent of the people."""


def is_of_everyone(query: Query, leads: Sequence[MetricFact]) -> bool | None:
    """Whether the rates say that everyone is covered, or any figure that nobody is; None where the
    question asks neither, or they leave it open."""
    hits = load_cues().hits("everyone", query.plain)
    if hits == ("everyone",):
        rates = (row for row in leads if _is_coverage(row))
        return agreed(_reaches_all(row) for row in rates)
    if hits == ("nobody",):
        return False if any(values_of(row).low > 0 for row in leads) else None
    return None


def _is_coverage(row: MetricFact) -> bool:
    return row.metric != OTHER and catalogue().metric(row.metric).measure == "coverage"


def _reaches_all(row: MetricFact) -> bool | None:
    values = values_of(row)
    if values.low >= _ALL:
        return True
    return False if values.high < _ALL else None
