"""Tables: columns that do not add up to their total, and lines that are reckoned otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import meant, reckoned, summed
from indexing.extraction.flags.reckoning.lines import unlike_lines
from indexing.extraction.table.cells import cells_of, label_of
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page
from indexing.records import ADDITIVE, MetricFact

_NEAR = Decimal("0.1")
"""Share by which a column that does not add up is off: one that is further off is no list of all
parts."""
_ALL = 100
_FEWEST = 2
"""Rows of a table besides its total."""


def unsummed_columns(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The figures of columns whose last row is told to be their sum and is another, though near."""
    told: dict[int, list[MetricFact]] = defaultdict(list)
    for row in rows:
        told[row.quote_start].append(row)
    for is_table, lines in groupby(page.sentences, key=lambda sentence: sentence.kind == "row"):
        if is_table:
            figured = [line for line in lines if line.start in told]
            yield from _unsummed(page, figured, told)
            yield from unlike_lines([_in_columns(page, line, told[line.start]) for line in figured])


def _in_columns(
    page: Page, line: SentenceSpan, rows: Sequence[MetricFact]
) -> dict[int, MetricFact]:
    """The figures of a line by the number of their column."""
    cells = cells_of(page, line)
    columns = (next((i for i, cell in enumerate(cells) if r.start < cell.end), -1) for r in rows)
    return dict(zip(columns, rows, strict=True))


def _unsummed(
    page: Page, lines: Sequence[SentenceSpan], told: Mapping[int, Sequence[MetricFact]]
) -> Iterator[Fault]:
    if len(lines) <= _FEWEST or not _is_total(page, lines[-1]):
        return
    if any(page.cues.any("part", line.start, line.end) for line in lines):
        return
    by_column: dict[int, list[MetricFact]] = defaultdict(list)
    for line in lines:
        for column, row in _in_columns(page, line, told[line.start]).items():
            by_column[column].append(row)
    yield from _misshared(by_column, len(lines))
    for figures in by_column.values():
        parts, total = figures[:-1], figures[-1]
        alike = {(row.unit, row.aspect) for row in figures} == {(total.unit, total.aspect)}
        if len(figures) == len(lines) and alike and total.unit in (*ADDITIVE, "other"):
            made = summed(parts)
            near = abs(sum(part.value for part in parts) - total.value) <= total.value * _NEAR
            if near and not made.meets(meant(total)):
                yield tuple(figures)


def _misshared(columns: Mapping[int, Sequence[MetricFact]], lines: int) -> Iterator[Fault]:
    """Figures of a column and their shares in its total, which stands beside "100 per cent"."""
    full = [figures for figures in columns.values() if len(figures) == lines]
    counts = [figures for figures in full if figures[-1].unit in (*ADDITIVE, "other")]
    shares = [f for f in full if f[-1].unit == "percent" and f[-1].value == _ALL]
    if len(counts) != 1 or len(shares) != 1:
        return
    whole = meant(counts[0][-1])
    for part, share in zip(counts[0][:-1], shares[0][:-1], strict=True):
        made = meant(part).of(whole)
        if made is not None and not made.meets(reckoned(share)):
            yield part, share


def _is_total(page: Page, line: SentenceSpan) -> bool:
    """Whether a row is the sum of those above."""
    cells = cells_of(page, line)
    label = cells[label_of(page, cells)]
    return page.cues.any("total_row", label.start, label.end)
