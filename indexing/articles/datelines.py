"""The day on which a report says that it came out: "Updated: Friday, 5 May 2023", "HANOI, May 5 -".

Such a day stands in a line near the beginning or at the very end, or before the text of a
paragraph, a dash or bracket between them, and beside it stand only names, times and the words of
`data/datelines.toml`.  A day with any other word beside it is one that the report tells of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from indexing.articles.blocks import Block
from indexing.reading.lexicon import pattern, table
from indexing.reading.period.periods import read_periods
from indexing.records import Span

_OPENING = 4
"""Blocks from the beginning among which the day is looked for."""
_REACH = 160
"""Characters of a block in which it stands."""
_WORDS = 9
"""Names and other words beside it."""
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_][\w.'&-]*")
_SMALL = re.compile(r"[a-zà-ỹđ]")
_CLOCK = re.compile(
    r"(?<!\d)\d{1,2}\s?(?::|h|giờ)\s?(?:\d{2})?(?::\d{2})?(?!\d)|\bgmt\s?\+?\d+", re.IGNORECASE
)
_BREAK = re.compile(r"\s*[)\]]?\s*(?:\([^()\d]{1,30}\)\s*)?(?:[-–—:|]+|--)\s+|\s*[)\]][\s:.]+")
"""Between a dateline and the text that it opens."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A day and the words that tell it, the break behind them included."""

    day: date
    span: Span


def find_dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The day on which the report in `blocks` of `text` came out; None where it tells none."""
    for block in blocks[:_OPENING]:
        if found := _in_line(text, block) or _before_text(text, block):
            return found
    return _in_line(text, blocks[-1]) if len(blocks) > _OPENING else None


def _in_line(text: str, block: Block) -> Dateline | None:
    """A line that tells the day and nothing else."""
    line = text[block.start : block.end]
    if len(line) > _REACH or block.kind == "row":
        return None
    for day, start, end in _days(line):
        if _is_bare(line[:start]) and _is_bare(line[end:]):
            return Dateline(day, Span(block.start, block.end))
    return None


def _before_text(text: str, block: Block) -> Dateline | None:
    """The opening of a paragraph: "(Hanoi, 5 May 2023) ...", "HANOI (VNA) – May 5, 2023 – ..."."""
    if block.kind not in ("prose", "line"):
        return None
    opening = text[block.start : min(block.end, block.start + _REACH)]
    for day, start, end in _days(opening):
        behind = _BREAK.match(opening, end)
        if behind and _is_bare(opening[:start]):
            return Dateline(day, Span(block.start, block.start + behind.end()))
    return None


def _days(words: str) -> list[tuple[date, int, int]]:
    """The days told with their year, with their offsets; "by 5 May 2023" is a moment, not a day."""
    if not _DIGIT.search(words):
        return []
    periods = (mention.period for mention in read_periods(words, None) if not mention.since)
    return [
        (p.first_day, p.start, p.end)
        for p in periods
        if p.first_day == p.last_day and not p.notation.startswith("@")
    ]


def _is_bare(words: str) -> bool:
    """Whether nothing but names, times of day and the words of a dateline stand there."""
    rest = _known().sub(" ", _CLOCK.sub(" ", words))
    names = _WORD.findall(rest)
    told = any(_SMALL.match(name) or name.casefold() in _leading() for name in names)
    return not told and not _DIGIT.search(rest) and len(names) <= _WORDS


@cache
def _known() -> re.Pattern[str]:
    data = table("datelines")
    return re.compile(
        rf"(?<!\w){pattern([*data['stamps'], *data['neutral']])}(?!\w)", re.IGNORECASE
    )


@cache
def _leading() -> frozenset[str]:
    """Words before a day of the story: "On 5 May 2023"."""
    return frozenset(table("datelines")["leading"])
