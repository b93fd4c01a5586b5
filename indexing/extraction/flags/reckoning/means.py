"""Sums that must follow from two other figures: a mean from count and total, a portion from its
base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import Interval, meant, reckoned
from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact

_A_HEAD = re.compile(rf"\s+(?:{any_of('means.each')})\b", re.IGNORECASE)
"""Behind a sum: it is one person's."""
_THEM = re.compile(r"\b(?:them|they|these|those)\b", re.IGNORECASE)
"""Takes up those counted in the sentence before."""
_REACH = 60
_BACK = 200
"""Characters back to those counted in the sentence before."""
_SLACK = Decimal("0.05")
"""Share by which a mean may be off, as offices reckon with the people of other days."""
_PORTION = re.compile(r"\s+of\s+(?:that|this)\s+[\w-]+(?:\s+[\w-]+)?\s*(?:,\s*|\()", re.IGNORECASE)
"""Behind a share: its base was just told ("22 per cent of that income, or ...")."""
_TO_PEOPLE = re.compile(rf"[^.;:,()\d]{{0,60}}\b(?:{any_of('means.paid_to')})\s+", re.IGNORECASE)
"""Between a sum and the people it went to."""
_A_HEAD_GOT = (Decimal(10_000), Decimal(5_000_000_000))
"""Dong that one person is paid at the least and at the most."""
_COUNTED = ("people", "visits", "cards", "documents")
_MONTHS = 12


def misreckoned_sums(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report that tell a sum beside the figures that make another."""
    yield from _misscaled(page, rows)
    sums = [row for row in rows if row.unit == "VND" and row.aspect == "level"]
    for index, mean in enumerate(sums):
        if _A_HEAD.match(page.text, mean.end):
            yield from _misaveraged(page, rows, mean)
        portion = [row for row in rows if 0 < mean.start - row.end < _REACH]
        before = [row for row in sums[max(0, index - 1) : index] if mean.start - row.end < _BACK]
        for share in portion if before else ():
            if _is_portion(page, share, mean) and share.start > before[0].end:
                made = _times(meant(share), meant(before[0]), Decimal("0.01"))
                if not _wide(made).meets(reckoned(mean)):
                    yield before[0], share, mean


def _misscaled(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A sum and the people it went to, who cannot each have got so little or so much."""
    for paid, counted in pairwise(rows):
        told = paid.unit == "VND" and paid.aspect == counted.aspect == "level"
        if not told or counted.unit != "people" or counted.value <= 0:
            continue
        if _TO_PEOPLE.fullmatch(page.text, paid.end, counted.start):
            low, high = (counted.value * each for each in _A_HEAD_GOT)
            if not low <= paid.value <= high:
                yield paid, counted


def _misaveraged(page: Page, rows: Sequence[MetricFact], mean: MetricFact) -> Iterator[Fault]:
    """A mean with the one total of its sentence and the one count there, or else right before."""
    levels = [row for row in rows if row.aspect == "level" and row is not mean]
    beside = [row for row in levels if row.quote_start == mean.quote_start]
    totals = [row for row in beside if row.unit == "VND"]
    counts = [row for row in beside if row.unit in _COUNTED]
    if not counts and _THEM.search(page.text, mean.quote_start, mean.start):
        told = [row for row in levels if 0 < mean.quote_start - row.end < _BACK]
        counts = [row for row in told if row.unit in _COUNTED]
    if len(totals) != 1 or len(counts) != 1 or meant(counts[0]).low <= 1:
        return
    last = max(counts[0].end, totals[0].end)
    linked = (page.cues.any(kind, last, mean.start) for kind in ("aside", "average"))
    if last > mean.start or not any(linked):
        return
    counted, worth = meant(counts[0]), _wide(reckoned(mean))
    for months in {Decimal(1), Decimal(_MONTHS), _months(totals[0].period)}:
        if _times(worth, counted, months).meets(meant(totals[0])):
            return
    yield counts[0], totals[0], mean


def _times(one: Interval, other: Interval, by: Decimal) -> Interval:
    """The product of two positive intervals and a number."""
    return Interval(one.low * other.low * by, one.high * other.high * by)


def _months(period: str | None) -> Decimal:
    """How many months a period spans, at least one."""
    if period is None:
        return Decimal(1)
    told = parse_notation(period)
    years = told.last_day.year - told.first_day.year
    return Decimal(years * _MONTHS + told.last_day.month - told.first_day.month + 1)


def _is_portion(page: Page, share: MetricFact, told: MetricFact) -> bool:
    """Whether a sum tells what a share of the sum before comes to."""
    between = _PORTION.match(page.text, share.end, told.start)
    return (
        share.unit == "percent"
        and between is not None
        and page.cues.any("aside", share.end, told.start)
    )


def _wide(told: Interval) -> Interval:
    return Interval(told.low * (1 - _SLACK), told.high * (1 + _SLACK))
