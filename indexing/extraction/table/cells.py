"""The cells of a table by their offsets: marked off by bars, or by white space in plain columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indexing.articles.blocks import plain_cells
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page, within
from indexing.records import Quantity, Span

_CELL = re.compile(r"[^|]*")
_LETTER = re.compile(r"[^\W\d_]")
_RULE = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """What stands above the rows of a table and around it."""

    headings: tuple[Span, ...]
    """The row above the figures, column by column; empty in a table of labels and values."""
    above: tuple[Span, ...]
    """The row above that one where there are two, spread over the columns it stands for."""
    section: Span
    """The last row without figures above the row: what the rows below it are about."""
    caption: Span
    """The last sentence, or the line of several, before the table; empty where there is none."""
    notes: tuple[Span, ...]
    """That sentence and the line behind the table: where its units may be told."""
    rows: Span
    """From its first row to the end of the last."""
    labelled: int
    """The number of the column that tells what each row is about."""

    @property
    def corner(self) -> Span:
        """The heading above the rows' labels; empty where there is none."""
        if self.labelled < len(self.headings):
            return self.headings[self.labelled]
        return Span(self.caption.end, self.caption.end)

    def heads(self, index: int) -> tuple[Span, ...]:
        """What stands above a column, the nearest first."""
        return tuple(row[index] for row in (self.headings, self.above) if index < len(row))


class Cell(NamedTuple):
    """A figure of a table and the words that tell what it is."""

    table: PrintedTable
    column: int
    """Its number."""
    label: Span
    """What its row is headed by."""
    heads: Sequence[Span]
    """What its column is headed by, the nearest first."""
    wordy: Sequence[Span]
    """The other cells of its row that hold no figure."""
    quantity: Quantity


def table_of(page: Page, row: SentenceSpan) -> PrintedTable | None:
    """The table that a row belongs to; None for its headings, its rule and its sections."""
    first = last = page.sentences.index(row)
    while first and page.sentences[first - 1].kind == "row":
        first -= 1
    while last + 1 < len(page.sentences) and page.sentences[last + 1].kind == "row":
        last += 1
    lines = page.sentences[first : last + 1]
    rows = [line for line in lines if not _RULE.fullmatch(page.text, line.start, line.end)]
    heads = _head_rows(page, rows)
    if row not in rows[heads:]:
        return None
    past = [_only_label(page, line) for line in rows[heads : rows.index(row)]]
    before = page.sentences[first - 1] if first else None
    start = page.sentences[first].start
    opened = first - 1
    while first and opened and _is_one_line(page.sentences[opened - 1], page.sentences[opened]):
        opened -= 1
    caption = Span(start, start)
    if before is not None:
        caption = Span(page.sentences[opened].start, before.end)
    after = page.sentences[last + 1 : last + 3]
    captioned = [s.kind for s in after] == ["line", "row"]  # the line is the next table's
    behind = tuple(Span(s.start, s.end) for s in after[:1] if s.kind == "line" and not captioned)
    return PrintedTable(
        headings=_headings(page, rows[heads - 1], row) if heads else (),
        above=_spread(page, _headings(page, rows[0], row)) if heads > 1 else (),
        section=next((label for label in reversed(past) if label), Span(start, start)),
        caption=caption,
        notes=(caption, *behind),
        rows=Span(start, page.sentences[last].end),
        labelled=label_of(page, cells_of(page, row)),
    )


def cells_of(page: Page, row: SentenceSpan) -> tuple[Span, ...]:
    """The cells of a row in order, the label first."""
    if "|" not in page.text[row.start : row.end]:
        return tuple(Span(*cell) for cell in plain_cells(page.text, row.start, row.end))
    start = row.start + (page.text[row.start] == "|")
    end = row.end - (page.text[row.end - 1] == "|")
    cells = [found.span() for found in _CELL.finditer(page.text, start, end)]
    return tuple(Span(*cell) for cell in cells if cell[0] < cell[1] or _opens(page.text, cell[0]))


def label_of(page: Page, cells: Sequence[Span]) -> int:
    """The number of the cell that tells what a row is about: the first with a word in it."""
    words = (i for i, cell in enumerate(cells) if _LETTER.search(page.text, cell.start, cell.end))
    return next(words, 0)


def _is_one_line(one: SentenceSpan, other: SentenceSpan) -> bool:
    """Whether two sentences are told in one heading: "Premiums in 2023. Unit: VND billion"."""
    return one.block == other.block and other.kind in ("line", "heading")


def _opens(text: str, at: int) -> bool:
    """Whether a cell without a character begins here: "||" holds one between its bars."""
    return text[at - 1 : at + 1] == "||"


def _head_rows(page: Page, rows: Sequence[SentenceSpan]) -> int:
    """How many rows of a table tell what stands below them: they count nothing themselves.

    A second one has no label of its own, or stands below a heading of several columns.
    """
    if not rows or not _is_heading(page, rows[0]):
        return 0
    if len(rows) < 3 or not _names_columns(page, rows[1]):
        return 1
    top, second = cells_of(page, rows[0]), cells_of(page, rows[1])
    spread = any(not _words(page, cell) for cell in top[1:])
    return 2 if spread or not _words(page, second[0]) else 1


def _names_columns(page: Page, row: SentenceSpan) -> bool:
    cells = cells_of(page, row)[1:]
    counted = any(within(page.quantities, cell.start, cell.end) for cell in cells)
    return not counted and any(_words(page, cell) for cell in cells)


def _only_label(page: Page, row: SentenceSpan) -> Span | None:
    """The label of a row that has no other cell: what the rows below it are about."""
    told = [cell for cell in cells_of(page, row) if _words(page, cell)]
    counted = within(page.quantities, row.start, row.end)
    return told[0] if len(told) == 1 and not counted else None


def _words(page: Page, cell: Span) -> str:
    return page.text[cell.start : cell.end].strip(" *_|-")


def _spread(page: Page, headings: Sequence[Span]) -> tuple[Span, ...]:
    """Headings over the empty cells to their right, which they stand for too."""
    spread = list(headings[:1])
    for cell in headings[1:]:
        spread.append(cell if _words(page, cell) or len(spread) < 2 else spread[-1])
    return tuple(spread)


def _is_heading(page: Page, row: SentenceSpan) -> bool:
    """Whether a row tells what stands below it: it counts nothing itself."""
    marked = "|" in page.text[row.start : row.end]
    return marked or not any(
        within(page.quantities, cell.start, cell.end) for cell in cells_of(page, row)[1:]
    )


def _headings(page: Page, first: SentenceSpan, row: SentenceSpan) -> tuple[Span, ...]:
    """The headings as the cells of `row` stand under them; above plain columns the labels may have
    none."""
    headings: Sequence[Span] = cells_of(page, first)
    plain = "|" not in page.text[first.start : first.end]
    if plain and len(headings) == len(cells_of(page, row)) - 1:
        return (Span(first.start, first.start), *headings)
    return tuple(headings)
