"""The door to pysbd: sentences by exact offsets.

pysbd only proposes where a paragraph may be cut.  Its own offsets are looked up afterwards and go
wrong where a sentence is repeated, so each proposed sentence is matched at the place where the one
before it ended; where that fails, the rest of the paragraph stays one sentence.

pysbd goes over its text a hundred times, once for each of its rules.  None of them applies to a
full stop behind a word of some length and before a capital, outside quotes and brackets: a
paragraph is cut right there, with the same result, and pysbd is asked about what is left in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from indexing.articles.blocks import Block, split_blocks
from indexing.records import Span

_OTHER_SPACE = re.compile(r"[^\S ]")
_INNER_END = re.compile(r"[.!?…][^\w\s]*\s+\S")
"""Only a paragraph with such a place can hold two sentences: pysbd is not asked about others."""

_CONTINUES = re.compile(r"[a-z]|\W*$|\W*[)\]”’]")
"""What starts so is the rest of the sentence before: "mil. at 9 a.m.", "/.", a closing bracket."""

_SURE_END = re.compile(r"\.(?:(?<=[A-Za-z]{3}\.)|(?<=[0-9]{3}\.)|(?<=[0-9]%\.))\s+(?=[A-Z])")
"""An end of a sentence, unless the word before it is an abbreviation."""

_MARK = re.compile(r"[.!?\u2026\u3002\uff0e](?!$)(?<![0-9].(?=[0-9]))")
"""A mark that may end a sentence: not the last, and no decimal point."""

_LONG_WORD = 12
"""Letters beyond which no word is an abbreviation."""

_LAST_WORD = re.compile(r"[A-Za-z]*$")
_ENCLOSED = re.compile(r"\u201c[^\u201d]*\u201d|\([^()]*\)|\[[^]]*\]")
_OPEN = re.compile(r"[\"\u201c\u201d\u201e\u00ab\u00bb()\[\]{}'\u2018](?<!\S['\u2018])")
_LISTED = re.compile(r"(?:^|\s)\(?(?:[0-9]{1,2}|[A-Za-z]|[ivx]{1,4})[.)]\s")

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
    plain = _OTHER_SPACE.sub(" ", text[block.start : block.end])
    for offset in range(0, len(plain), _LONGEST):
        piece = plain[offset : offset + _LONGEST]
        if not _INNER_END.search(piece):
            continue
        for start, end in pairwise([0, *_sure_starts(piece), len(piece)]):
            if start:
                yield block.start + offset + start
            yield from (block.start + offset + start + at for at in _asked(piece[start:end]))


def _asked(piece: str) -> Iterator[int]:
    """Where pysbd starts a new sentence inside a piece of a paragraph."""
    piece = piece.rstrip()
    cursor = 0
    for sentence in _segmenter().processor(piece).process() if _MARK.search(piece) else ():
        at = cursor + len(piece[cursor:]) - len(piece[cursor:].lstrip())
        if not sentence.strip() or not piece.startswith(sentence.strip(), at):
            break
        if at > 0:
            yield at
        cursor = at + len(sentence.strip())


def _sure_starts(piece: str) -> list[int]:
    """Where a sentence surely starts in a paragraph; none where quotes or a list leave doubt."""
    ends = [match.span() for match in _SURE_END.finditer(piece)]
    held = [match.span() for match in _ENCLOSED.finditer(piece)]
    if any(start < end < stop for end, _ in ends for start, stop in held):
        return []
    if _LISTED.search(piece) or _OPEN.search(_ENCLOSED.sub("", piece)):
        return []
    return [after for end, after in ends if not _is_abbreviation(piece, end)]


def _is_abbreviation(piece: str, end: int) -> bool:
    """Whether the word that ends there is one that pysbd knows as an abbreviation."""
    word = _LAST_WORD.search(piece, max(0, end - _LONG_WORD), end)
    return word is not None and word[0].lower() in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(_segmenter().language_module.Abbreviation.ABBREVIATIONS)


@cache
def _segmenter() -> Any:
    import pysbd

    return pysbd.Segmenter(language="en", clean=False)
