"""Whether what a question puts forward is what the reports say: "is it true that ...?"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.selection import Finding
from assistant.records import Query
from indexing.records import MetricFact, Quantity


def confirmation(query: Query, findings: Sequence[Finding]) -> str | None:
    """Key of the phrase that confirms or refutes a figure put forward by the question.

    None where it puts none forward, or where several figures answer and it is not clear which one
    it meant.
    """
    if len(findings) != 1:
        return None
    rows = findings[0].facts
    claimed = [quantity for quantity in query.claimed if quantity.unit == rows[0].unit]
    if not claimed:
        return None
    says = all(any(_says(quantity, row) for row in rows) for quantity in claimed)
    return "confirmed" if says else "refuted"


def _says(quantity: Quantity, row: MetricFact) -> bool:
    """Whether a figure of a question is a row's: value, bound, and direction of a change."""
    turned = {"up": row.value < 0, "down": row.value > 0}.get(quantity.direction or "", False)
    turned = turned and row.aspect in ("change", "change_pct")
    return quantity.value == abs(row.value) and quantity.bound == row.bound and not turned
