"""The door to pysbd: sentences by exact offsets.

pysbd only proposes where a paragraph may be cut.  Its own offsets are looked up afterwards and go
wrong where a sentence is repeated, so each proposed sentence is matched at the place where the one
before it ended; where that fails, the rest of the paragraph stays one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from indexing.blocks import Block, split_blocks
from indexing.records import Span

_INNER_END = re.compile(r"[.!?…][^\w\s]*\s+\S")
"""Only a paragraph with such a place can hold two sentences: pysbd is not asked about others."""

_CONTINUES = re.compile(r"[a-z]|\W*$|\W*[)\]”’]")
"""What starts so is the rest of the sentence before: "mil. at 9 a.m.", "/.", a closing bracket."""

_LONGEST = 10_000
"""Characters given to pysbd at once; it slows down beyond, and no real paragraph is longer."""


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`, offsets counted from the start of `text`.

    A paragraph break, a heading, a list item and a table row end a sentence.  The spans are in
    order, disjoint, trimmed, and together hold every character that is not white space.
    """
    return [
        span for block in split_blocks(text, start, end) for span in block_sentences(text, block)
    ]


def block_sentences(text: str, block: Block) -> list[Span]:
    """The sentences of one block of `text`."""
    if block.kind in ("row", "heading"):
        return [Span(block.start, block.end)]
    starts = [block.start]
    for proposed in _proposed_starts(text, block):
        if not _CONTINUES.match(text, proposed, block.end):
            starts.append(proposed)
    ends = [*starts[1:], block.end]
    return [Span(a, a + len(text[a:b].rstrip())) for a, b in zip(starts, ends, strict=True)]


def _proposed_starts(text: str, block: Block) -> Iterator[int]:
    """Where pysbd starts a new sentence inside the block, the block's own start left out."""
    # White space is flattened one code point to one, so that offsets stay what they are.
    plain = re.sub(r"\s", " ", text[block.start : block.end])
    for offset in range(0, len(plain), _LONGEST):
        piece = plain[offset : offset + _LONGEST]
        if not _INNER_END.search(piece):
            continue
        cursor = 0
        for sentence in _segmenter().processor(piece).process():
            at = cursor + len(piece[cursor:]) - len(piece[cursor:].lstrip())
            if not sentence.strip() or not piece.startswith(sentence.strip(), at):
                break
            if at > 0:
                yield block.start + offset + at
            cursor = at + len(sentence.strip())


@cache
def _segmenter() -> Any:
    import pysbd

    return pysbd.Segmenter(language="en", clean=False)
