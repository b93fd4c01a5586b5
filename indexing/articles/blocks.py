"""The layout of a text: paragraphs, headings, list items and table rows, by exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import Literal

BlockKind = Literal["heading", "line", "item", "row", "prose"]

_LINE = re.compile(r"[^\n]+")
_HEADING = re.compile(r"#{1,6}\s+\S|\*\*[^*\n]+\*\*:?$|__[^_\n]+__:?$")
_ITEM = re.compile(r"(?:[-*+•–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_NUMBERED = re.compile(
    r"(?:\(?\d{1,2}[.)]|[IVX]{1,4}\.)\s+[^\d.!?…:;]+(?:(?:19|20)\d\d[^\d.!?…:;]*)?"
)
"""A numbered line without a figure that nothing closes."""
_RULE_ROW = re.compile(r"\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?$")
_CELL = re.compile(r"[^\s.](?:\.{0,3}[^\S\t\n]?[^\s.])*\.?")
"""A cell of a table in plain columns: tabs, spaces or a leader of dots part it from the next."""
_DASH = re.compile(r"\s[\u2013\u2014]\s+")
"""What parts the columns of a table that is drawn with dashes: two of them in a row at least."""
_LISTED = re.compile(r"[^;\s](?:[^;]*[^;\s])?")
"""A cell of a table whose columns semicolons part."""
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[^\w\s]{0,2}\d\S{0,20}(?: \S+){0,2}")
"""What the last cell of a row may hold: "103.5", "+411", "(12 %)", "1.2 million people"."""
_CLOSED = re.compile(r"[.!?…:;]\W*$|[.!?]\W*[-–—]\W*[A-Z]{2,8}\W*$")

_ALONE = re.compile(
    r"[^\w\s]{0,2}(?:[A-Z]{2,3}\$?|\$)?\s?\d[\d.,]*\s?(?:%|[^\W\d]+(?: [^\W\d]+)?)?"
)
"""A line that holds nothing but a figure: "1,630,200", "VND2,870 billion", "91.8%"."""
_LABELLED = re.compile(r"[A-ZĐ][^:.,;\n]{1,60}:\s+\D{0,12}\d")
"""A line of a fact sheet: "Unemployment insurance: 194,550 people"."""

_LINE_WORDS = 25
"""An unclosed paragraph of at most this many words is a line (a heading, a caption), not prose."""

_WRAP_COLUMNS = range(60, 121)
"""Widths at which people and programs wrap plain text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a text, without the white space around it: `text[start:end]`.

    `heading` is marked as one (`#`, a bold line); `line` is a short paragraph that no punctuation
    closes: a heading, a caption or a menu word; `row` is one row of a table.
    """

    start: int
    end: int
    kind: BlockKind


def split_blocks(text: str, start: int = 0, end: int | None = None) -> list[Block]:
    """The blocks of `text[start:end]` in order; offsets count from the start of `text`.

    Blocks are disjoint and together hold every character that is not white space.
    """
    blocks: list[Block] = []
    for lines in _runs(text, start, len(text) if end is None else end):
        in_table = any(_RULE_ROW.match(text[a:b]) and "|" in text[a:b] for a, b in lines)
        if not in_table and _in_columns(text, lines):
            blocks += [Block(a, b, "row") for a, b in lines]
            continue
        for a, b in _unwrap(text, _paired(text, lines), in_table):
            blocks.append(Block(a, b, _kind(text[a:b], in_table)))
    return [_as_heading(text, block, after) for block, after in zip_longest(blocks, blocks[1:])]


def _as_heading(text: str, block: Block, after: Block | None) -> Block:
    """A numbered line before prose heads it ("2. Collection"): it is no item of a list."""
    numbered = block.kind == "item" and _NUMBERED.fullmatch(text, block.start, block.end)
    short = numbered and len(text[block.start : block.end].split()) <= _LINE_WORDS // 2
    parted = after is not None and text.count("\n", block.end, after.start) > 1
    heads = short and parted and after is not None and after.kind in ("prose", "row")
    return replace(block, kind="line") if heads else block


def plain_cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of a row stand that semicolons, white space or leaders of dots part."""
    if ";" in text[start:end]:
        return [found.span() for found in _LISTED.finditer(text, start, end)]
    dashes = [found.span() for found in _DASH.finditer(text, start, end)]
    if len(dashes) > 1:
        starts = [start, *(b for _, b in dashes)]
        return list(zip(starts, [*(a for a, _ in dashes), end], strict=True))
    return [found.span() for found in _CELL.finditer(text, start, end)]


def _in_columns(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines are the rows of a table in plain columns: cells apart, a number in the last.

    The first line may be the headings, which the last cell of a row stands under.
    """
    if len(lines) < 2 or "|" in text[lines[0][0] : lines[-1][1]]:
        return False
    rows = [plain_cells(text, a, b) for a, b in lines]
    if any(text[end - 1] in ".!?" for row in rows for _, end in row[:-1]):
        return False  # sentences, with two spaces between them
    parted = any(";" in text[a:b] or len(_DASH.findall(text[a:b])) > 1 for a, b in lines)
    if parted and not _are_records(text, rows):
        return False
    numbered = [len(row) > 1 and _NUMBER.fullmatch(text, *row[-1]) is not None for row in rows]
    return all(numbered[1:]) and (numbered[0] or len(rows[0]) >= len(rows[1]) - 1)


def _are_records(text: str, rows: list[list[tuple[int, int]]]) -> bool:
    """Whether lines parted by semicolons are a table: alike in length, each a label and numbers
    below a line of headings; "An: 93%; 1,200 people" is a clause beside another."""
    alike = len({len(row) for row in rows}) == 1 and len(rows[0]) > 1
    return alike and all(
        not _DIGIT.search(text, *row[0]) and _NUMBER.fullmatch(text, *cell) is not None
        for row in rows[1:]
        for cell in row[1:]
    )


def is_closed(text: str) -> bool:
    """Whether final punctuation closes a paragraph, an agency's sign-off ("- VSS") left aside."""
    return _CLOSED.search(text) is not None


def _runs(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that no blank line parts, each line trimmed of white space."""
    run: list[tuple[int, int]] = []
    past = start
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        a = match.start() + len(line) - len(line.lstrip())
        b = match.start() + len(line.rstrip())
        if a >= b:
            continue
        if run and text.count("\n", past, a) > 1:
            yield run
            run = []
        run.append((a, b))
        past = b
    if run:
        yield run


def _unwrap(text: str, lines: list[tuple[int, int]], in_table: bool) -> Iterator[tuple[int, int]]:
    """Joins lines that were broken only because the next word would not have fitted."""
    width = max(b - a for a, b in lines)
    wrapped = width in _WRAP_COLUMNS and not in_table
    a, b = lines[0]
    last = a
    for c, d in lines[1:]:
        word = text[c:d].split(maxsplit=1)[0]
        fits = (b - last) + 1 + len(word) <= width
        if not wrapped or fits or _starts_block(text[c:d]) or _HEADING.match(text[a:b]):
            yield a, b
            a = c
        b, last = d, c
    yield a, b


def _paired(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines joined two by two where figures and what they count stand by turns, as on a poster."""
    if len(lines) % 2:
        return lines
    alone = [_ALONE.fullmatch(text, a, b) is not None for a, b in lines]
    label = [not _starts_block(text[a:b]) and not is_closed(text[a:b]) for a, b in lines]
    by_turns = all(one != other for one, other in pairwise(alone))
    if not by_turns or not all(a or b for a, b in zip(alone, label, strict=True)):
        return lines
    return [(a, b) for (a, _), (_, b) in zip(lines[::2], lines[1::2], strict=True)]


def _starts_block(line: str) -> bool:
    return line.startswith("|") or any(p.match(line) for p in (_HEADING, _ITEM, _LABELLED))


def _kind(block: str, in_table: bool) -> BlockKind:
    if block.startswith("|") or (in_table and "|" in block):
        return "row"
    if _HEADING.match(block):
        return "heading"
    if _ITEM.match(block):
        return "item"
    if not is_closed(block) and len(block.split()) <= _LINE_WORDS:
        return "line"
    return "prose"
