"""Faults of a report: rows of it that cannot all be right."""

from __future__ import annotations

from indexing.records import MetricFact

Fault = tuple[MetricFact, ...]
"""Rows of one report that cannot all be right."""
COVERED = {
    "hi_coverage": "hi_participants",
    "si_coverage": "si_participants",
    "compulsory_si_coverage": "compulsory_si_participants",
    "voluntary_si_coverage": "voluntary_si_participants",
    "ui_coverage": "ui_participants",
}
"""What each coverage is a share of the people or the labour force of."""
