"""The parts of a whole as a list behind it tells them: in a bracket, behind a colon, in turn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from indexing.extraction.text.page import Page, within
from indexing.records import MetricFact

FEWEST = 3
"""Parts of a list that is held against its whole."""
_JOINED = re.compile(r"[^,;:()]*(?:,|,?\s+(?:and|và)\b|&)[^,;:()]*", re.IGNORECASE)
"""Between two figures of one list."""
_NEXT = 3
"""Characters between two sentences."""
_TAKEN_UP = re.compile(r"(?:They|These|This|It|Those|The (?:total|sum|figure|number))\b")
"""At the head of a sentence: it goes on about the figure before."""
_THEY_ARE = re.compile(r"(?:They|These|Those)\s+(?:are|were)\s+")
"""Before the first of some figures: they are all that the figure before counts."""


def bracketed_parts(
    page: Page, rows: Sequence[MetricFact]
) -> Iterator[tuple[MetricFact, tuple[MetricFact, ...]]]:
    """A figure with the parts of it that a bracket behind it tells: "26 (15 of them private)"."""
    for number, whole in enumerate(rows):
        opened = page.text.find("(", whole.end, whole.quote_end)
        closed = page.text.find(")", opened, whole.quote_end) if opened >= 0 else -1
        after = rows[number + 1 :]
        if closed < 0 or not page.cues.any("part", opened, closed):
            continue
        if any(row.start < opened for row in after):
            continue
        parts = [row for row in after if row.end <= closed and row.unit == whole.unit]
        joined = takewhile(lambda pair: in_one_list(page, *pair), pairwise(parts))
        if parts:
            yield whole, (parts[0], *(row for _, row in joined))


def listed_parts(
    page: Page, whole: MetricFact, rows: Sequence[MetricFact]
) -> tuple[MetricFact, ...]:
    """The parts that a list behind a whole tells, where it claims to tell them all: behind a colon,
    or as what the whole comprises, there or in the next sentence ("They comprised ...").

    `rows` are those beside it, and what else is counted there: "2 hospitals and 6 medical rooms".
    """
    start, end = whole.end, whole.quote_end
    after = [row for row in rows if start <= row.start < end]
    if not after:
        for behind in within(page.sentences, end, end + _NEXT)[:1]:
            if _TAKEN_UP.match(page.text, behind.start, behind.end):
                start, end = behind.start, behind.end
        after = [row for row in rows if start <= row.start < end]
    after = [row for row in after if not in_bracket(page, whole, row)]
    if not after or any(mark in page.text[start : after[0].start] for mark in ";.("):
        return ()
    are = _THEY_ARE.fullmatch(page.text, start, after[0].start)
    if are or page.cues.any("comprises", start, after[0].start):
        return tuple(after) if len(after) > 1 else ()
    opened = ":" in page.text[start : after[0].start]
    return tuple(after) if opened and len(after) >= FEWEST else ()


def in_one_list(page: Page, one: MetricFact, other: MetricFact) -> bool:
    """Whether nothing but an "and" or a comma parts two figures: what is said of the second apart
    from the first may make it no part."""
    return _JOINED.fullmatch(page.text, one.end, other.start) is not None


def in_bracket(page: Page, whole: MetricFact, row: MetricFact) -> bool:
    """Whether a figure behind another stands in a bracket that opens between them."""
    between = page.text[whole.end : row.start]
    return between.count("(") > between.count(")")
