"""Articles to rows of the metric table: one `MetricFact` for each figure about social security.

Small stages, each a function from record to record: `page` (all readers, once), `layout`
(sentences), `segments` (the words of each figure), `aspects` (level, change, target ...),
`binding` (scheme and measure), `times`, `locating`, `groups`, `flags`.
"""

from indexing.extraction.audit import AuditEntry, Verdict, audit
from indexing.extraction.extract import (
    extract,
    extract_at,
    extract_text,
    home_place,
    read_figures,
)
from indexing.extraction.reading import FigureReading

__all__ = [
    "AuditEntry",
    "FigureReading",
    "Verdict",
    "audit",
    "extract",
    "extract_at",
    "extract_text",
    "home_place",
    "read_figures",
]
