"""The cells of a table by their offsets: marked off by bars, or by white space in plain columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexing.blocks import plain_cells
from indexing.extraction.layout import Sentence
from indexing.extraction.page import Page, within
from indexing.records import Span

_CELL = re.compile(r"[^|]+")
_LETTER = re.compile(r"[^\W\d_]")
_RULE = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class Table:
    """What stands above the rows of a table and around it."""

    headings: tuple[Span, ...]
    """The first row, column by column; empty in a table of labels and values."""
    caption: Span
    """The last sentence before the table; empty where there is none."""
    notes: tuple[Span, ...]
    """That sentence and the line behind the table: where its units may be told."""

    @property
    def corner(self) -> Span:
        """The heading above the rows' labels; empty where there is none."""
        return self.headings[0] if self.headings else Span(self.caption.end, self.caption.end)


def table_of(page: Page, row: Sentence) -> Table | None:
    """The table that a row belongs to; None for its headings and its rule."""
    index = first = last = page.sentences.index(row)
    while first and page.sentences[first - 1].kind == "row":
        first -= 1
    while last + 1 < len(page.sentences) and page.sentences[last + 1].kind == "row":
        last += 1
    if _RULE.fullmatch(page.text, row.start, row.end):
        return None
    headed = _is_heading(page, page.sentences[first])
    if headed and first == index:
        return None
    before = page.sentences[first - 1] if first else None
    start = page.sentences[first].start
    caption = Span(before.start, before.end) if before is not None else Span(start, start)
    after = page.sentences[last + 1 : last + 2]
    behind = tuple(Span(s.start, s.end) for s in after if s.kind == "line")
    headings = _headings(page, page.sentences[first], row) if headed else ()
    return Table(headings, caption, (caption, *behind))


def cells_of(page: Page, row: Sentence) -> tuple[Span, ...]:
    """The cells of a row in order, the label first."""
    if "|" not in page.text[row.start : row.end]:
        return tuple(Span(*cell) for cell in plain_cells(page.text, row.start, row.end))
    start = row.start + (page.text[row.start] == "|")
    return tuple(Span(*found.span()) for found in _CELL.finditer(page.text, start, row.end))


def label_of(page: Page, cells: Sequence[Span]) -> int:
    """The number of the cell that tells what a row is about: the first with a word in it."""
    words = (i for i, cell in enumerate(cells) if _LETTER.search(page.text, cell.start, cell.end))
    return next(words, 0)


def _is_heading(page: Page, row: Sentence) -> bool:
    """Whether a row tells what stands below it: it counts nothing itself."""
    marked = "|" in page.text[row.start : row.end]
    return marked or not any(
        within(page.quantities, cell.start, cell.end) for cell in cells_of(page, row)[1:]
    )


def _headings(page: Page, first: Sentence, row: Sentence) -> tuple[Span, ...]:
    """The headings as the cells of `row` stand under them; above plain columns the labels may have
    none."""
    headings: Sequence[Span] = cells_of(page, first)
    plain = "|" not in page.text[first.start : first.end]
    if plain and len(headings) == len(cells_of(page, row)) - 1:
        return (Span(first.start, first.start), *headings)
    return tuple(headings)
