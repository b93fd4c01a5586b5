"""Whether a row's own sentence tells what its key says: what was taken over may be misread."""

from __future__ import annotations

from indexing.extraction.text.page import Page, within
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact


def tells_date(page: Page, row: MetricFact) -> bool:
    """Whether the sentence of a row names the time that the row is of, and did not leave it to
    those before."""
    if row.period is None:
        return False
    day = parse_notation(row.period).last_day
    named = within(page.periods, row.quote_start, row.quote_end)
    return any(dated.period.last_day == day for dated in named)
