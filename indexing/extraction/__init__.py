"""Articles to rows of the metric table: one `MetricFact` for each figure about social security.

Small stages, each a function from record to record, `extract.py` has their order: `text` (lay-out,
and all readers, once), `sentence` (its figures, the words of each), then a folder for each slot
of a row: `aspect`, `topic` and `metric`, `part`, `period`, `place`; and `flags`.
Tables go by `table`.
"""

from indexing.extraction.audit import AuditEntry, Verdict, audit
from indexing.extraction.extract import (
    extract,
    extract_at,
    extract_text,
    home_place,
    read_figures,
)
from indexing.extraction.stages.reading import FigureReading

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
