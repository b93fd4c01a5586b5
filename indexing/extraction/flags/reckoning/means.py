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
from indexing.extraction.text.totals import is_total
from indexing.extraction.text.wording import any_of
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact

_A_HEAD = re.compile(rf"\s+(?:{any_of('means.each')})\b", re.IGNORECASE)
"""Behind a sum: it is one person's."""
_EACH = re.compile(
    rf"(?:Each|Everyone|Every one)\s+(?:of\s+\w+\s+)?(?:{any_of('means.received')})\b"
)
"""At the head of a sentence: it tells of one of those counted in the sentence before."""
_THEM = re.compile(r"\b(?:them|they|these|those|each|everyone)\b", re.IGNORECASE)
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
_RECEIVED = re.compile(rf"[^.;:,()\d]{{0,60}}\b(?:{any_of('means.received')})\s+", re.IGNORECASE)
"""Between people and the sum that went to them."""
_BEHIND_IT = re.compile(r"\s*,\s*(?:(?:and|or|about|some|around|nearly)\s+)*", re.IGNORECASE)
"""Between a sum and the share of each in it."""
_WORTH = re.compile(r"\s+(?:\w+\s+){0,2}(?:worth|costing)\s+", re.IGNORECASE)
"""Between those that were given and the price of each."""
_A_HEAD_GOT = (Decimal(10_000), Decimal(5_000_000_000))
"""Dong that one person is paid at the least and at the most."""
_PER = re.compile(rf"\s+(?:{any_of('means.per')})\s+(\w+)", re.IGNORECASE)
"""Behind a sum: it is that of one of those counted."""
_ONE = {"people": ("person", "head"), "person": ("person", "head")}
"""What one of those counted is called, where it is not their name without its last letter."""
_DOER = re.compile(r"(?<=[a-z]{5})(?:er|ant)$")
"""The end of a noun for whom another is named after: a pensioner, whose average pension is told."""
_COUNTED = ("people", "visits", "cards", "documents")
_MONTHS = 12
_SPENT_ON = ("hi_expenditure", "hi_visits")
"""A sum that goes to those whom another metric counts."""
_AT = re.compile(r"[^.;:()\d]{0,40}\bat\s+", re.IGNORECASE)
"""Between those that were bought and the price of each."""
_NEXT = 3
"""Characters between two sentences."""


def misreckoned_sums(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report that tell a sum beside the figures that make another."""
    yield from _misscaled(page, rows)
    sums = [row for row in rows if row.unit == "VND" and row.aspect == "level"]
    for index, mean in enumerate(sums):
        told = _averaged(page, rows, mean)
        if told and not _makes(mean, *told):
            yield (*told, mean)
        portion = [row for row in rows if 0 < mean.start - row.end < _REACH]
        before = [row for row in sums[max(0, index - 1) : index] if mean.start - row.end < _BACK]
        for share in portion if before else ():
            if _is_portion(page, share, mean) and share.start > before[0].end:
                made = _times(meant(share), meant(before[0]), Decimal("0.01"))
                if not _wide(made).meets(reckoned(mean)):
                    yield before[0], share, mean


def _misscaled(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A sum and the people it went to, or for whom it is owed, who cannot each have got, or be
    owed, so little or so much."""
    for one, other in pairwise(rows):
        told = {row.unit: row for row in (one, other) if row.aspect == "level"}
        if told.keys() != {"VND", "people"} or one.quote_start != other.quote_start:
            continue
        paid, counted = told["VND"], told["people"]
        owed = page.cues.any("owes", one.start, paid.quote_end) and paid.group is not None
        went = paid is one and _TO_PEOPLE.fullmatch(page.text, paid.end, counted.start)
        low, high = (counted.value * each for each in _A_HEAD_GOT)
        if (went or owed) and counted.value > 0 and not low <= paid.value <= high:
            yield paid, counted


def _averaged(
    page: Page, rows: Sequence[MetricFact], mean: MetricFact
) -> tuple[MetricFact, MetricFact] | None:
    """How many a mean is of and the sum that went to them, as its sentence and the one before tell
    them, if they tell but one of each."""
    levels = [row for row in rows if row.aspect == "level" and row.end <= mean.start]
    beside = [row for row in levels if row.quote_start == mean.quote_start]
    before = [row for row in levels if 0 < mean.quote_start - row.quote_end < _NEXT]
    if _A_HEAD.match(page.text, mean.end) or _EACH.match(page.text, mean.quote_start):
        counts = [row for row in beside if row.unit in _COUNTED]
        if not counts and _THEM.search(page.text, mean.quote_start, mean.start):
            told = [row for row in levels if 0 < mean.quote_start - row.end < _BACK]
            counts = [row for row in told if row.unit in _COUNTED]
    else:
        low = max((row.end for row in beside), default=mean.quote_start)
        counts = [row for row in beside if _is_mean_of(page, mean, row, low)]
        counts = counts or [row for row in before if _is_mean_of(page, mean, row, low)]
    totals = [row for row in beside if row.unit == "VND" and row.value > mean.value]
    totals = totals or _told_behind(page, rows, mean)
    spent = [r for r in before if r.unit == "VND" and any(_is_spent(page, r, c) for c in counts)]
    if len(counts) != 1 or len(totals or spent) != 1 or meant(counts[0]).low <= 1:
        return None
    last = max(row.end for row in (counts[0], *(totals or spent)) if row.end <= mean.start)
    kinds = ("aside", "average") if totals else ("average",)
    linked = any(page.cues.any(kind, last, mean.start) for kind in kinds)
    linked = linked or _EACH.match(page.text, mean.quote_start) is not None
    between = (_AT, _BEHIND_IT, _WORTH) if totals else ()
    if not linked and not any(way.fullmatch(page.text, last, mean.start) for way in between):
        return None
    return counts[0], (totals or spent)[0]


def _told_behind(page: Page, rows: Sequence[MetricFact], mean: MetricFact) -> list[MetricFact]:
    """The sum that a sentence tells behind a mean: "VND 972,000 each, VND 1.2 billion in all"."""
    behind = [r for r in rows if r.quote_start == mean.quote_start and r.start > mean.end]
    return [r for r in behind if r.unit == "VND" and is_total(page, mean.start, r.start, r.end)]


def _is_mean_of(page: Page, mean: MetricFact, row: MetricFact, low: int) -> bool:
    """Whether the words beside a sum, from `low` on, tell it of one of those counted: "an average
    visit cost VND 764,000", "VND 400,000 a worker"."""
    last = page.text[row.start : row.end].rsplit(maxsplit=1)[-1]
    if row.unit not in _COUNTED or not last.isalpha():
        return False
    noun = last.lower().removesuffix("s")
    names = _ONE.get(noun, (noun, _DOER.sub("", noun)))
    behind = _PER.match(page.text, mean.end)
    if behind and behind[1].lower() in names:
        return True
    words = page.text[low : mean.start].lower().split()
    return page.cues.any("average", low, mean.start) and any(name in words for name in names)


def _is_spent(page: Page, total: MetricFact, counted: MetricFact) -> bool:
    """Whether a sum went to those who are counted beside it, and to nobody else."""
    if _RECEIVED.fullmatch(page.text, counted.end, total.start):
        return True
    if (total.metric, counted.metric) == _SPENT_ON:
        return True
    return _TO_PEOPLE.fullmatch(page.text, total.end, counted.start) is not None


def _makes(mean: MetricFact, counted: MetricFact, total: MetricFact) -> bool:
    """Whether a mean and how many it is of make a sum: as told, or of a month each."""
    worth, number = _wide(reckoned(mean)), meant(counted)
    spans = {Decimal(1), Decimal(_MONTHS), _months(total.period)}
    return any(_times(worth, number, months).meets(meant(total)) for months in spans)


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
