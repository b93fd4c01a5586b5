"""How long something took that no date is told of: "gained 146 members in a week"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from indexing.extraction.sentence.segments import Segment
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of, words_of
from indexing.reading.lexicon import lookup, pattern, table
from indexing.reading.period.notation import parse_notation
from indexing.reading.period.resolving.years import count_words
from indexing.records import Span

_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4, "quarter": 91.3}
"""Days of the lengths of less than a year; "over the year" tells of the year spoken of."""
_LOOSE = 3
"""Days by which months and quarters differ."""
_CLAUSE = re.compile(r"[,;:.(](?!\d)")


def took_so_long(page: Page, sentence: Span, segment: Segment, period: str | None = None) -> bool:
    """Whether a figure came about in a length of time of which no day is told, in its own words or
    those that open its sentence, and `period` is not as long: that is another time."""
    first = next(iter(within(page.quantities, *sentence)), segment.quantity)
    opening = Span(sentence.start, max(sentence.start, first.start))
    lengths = [days for span in (opening, segment.before) for days in _lengths(page, span)]
    tail = segment.behind
    ends = _CLAUSE.search(page.text, *tail)
    lengths += _lengths(page, Span(tail.start, ends.start() if ends else tail.end), behind=True)
    return bool(lengths) and not any(_is_as_long(period, days) for days in lengths)


def _lengths(page: Page, span: Span, *, behind: bool = False) -> Iterator[float]:
    """The days of the lengths that a stretch of text tells, before a figure or `behind` it."""
    for found in _length().finditer(page.text, *span):
        each = behind and found["each"] is not None  # "94,300 were posted within two days"
        if not each and not within(page.periods, *found.span()):
            yield _number(found["count"]) * _DAYS[_unit_of()[found["unit"].casefold()]]


def _is_as_long(period: str | None, days: float) -> bool:
    if period is None or period.startswith("@"):
        return False
    told = parse_notation(period)
    return abs((told.last_day - told.first_day).days + 1 - days) <= (_LOOSE if days > 28 else 0)


def _number(count: str) -> int:
    return int(count) if count.isdecimal() else count_words().get(count.casefold(), 1)


@cache
def _unit_of() -> dict[str, str]:
    units = table("periods")["units"]
    return lookup({kind: units[kind] for kind in _DAYS})


@cache
def _length() -> re.Pattern[str]:
    counts = pattern((*count_words(), *words_of("periods.so_many")))
    each, during = any_of("periods.within"), any_of("periods.during")
    return re.compile(
        rf"(?<!\bof )(?<!\bfor )\b(?:(?P<each>{each})|{during})\s+"
        rf"(?:{any_of('periods.so_long')}\s+)*"
        rf"(?P<count>\d{{1,3}}|{counts})\s+(?:{any_of('periods.whole')}\s+)?"
        rf"(?P<unit>{pattern(_unit_of())})"
        r"(?!\w|['\u2019-])"
        rf"(?!\s+{any_of('periods.from_when')}\b)",
        re.IGNORECASE,
    )
