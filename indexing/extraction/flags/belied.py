"""Figures that the rest of their report belies: told otherwise, out of scale, before their time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from indexing.agreement import folded_words, last_digit, same_days
from indexing.catalogue import OTHER
from indexing.extraction.flags.arithmetic import Fault
from indexing.extraction.flags.printed import meant, reckoned
from indexing.extraction.page import Page
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact

_THOUSANDFOLD = (Decimal(400), Decimal(2_500))
"""How far apart a sum and the same with its scale or comma misprinted may be."""
_NEAR = Decimal("0.1")
"""Share by which two figures for one thing differ at most: what lies further apart is not meant as
the same."""
_BASE_REACH = 45
"""Characters between a rate and the words for what it is a share of."""
_UP_TO = re.compile(
    r"\b(?:by|as of|as at|on|until|up to|to|tính đến|đến)\s+(?:the end of\s+)?$", re.IGNORECASE
)
"""Before a day: figures are told up to it, no deadline is set."""
_EARLY = timedelta(days=7)
"""Figures of a month's end are told, or estimated, some days early."""
_OUTCOMES = ("level", "change", "change_pct")
_ARTICLES = ("a ", "an ", "the ", "one ")


def belied(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows that something else in the report belies."""
    yield from _thousandfold(rows)
    yield from _told_otherwise(rows)
    yield from _outgained(rows)
    yield from _misnamed_base(page, rows)
    yield from _before_its_time(page, rows)


def _thousandfold(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Sums of one metric and place, some thousand times apart: "trillion" beside "billion"."""
    keyed: dict[object, list[MetricFact]] = defaultdict(list)
    for row in rows:
        if row.metric != OTHER and row.aspect == "level" and row.unit == "VND" and row.value > 0:
            keyed[row.metric, row.group, row.place].append(row)
    low, high = _THOUSANDFOLD
    for told in keyed.values():
        for one, other in combinations(told, 2):
            if low <= max(one.value, other.value) / min(one.value, other.value) <= high:
                yield one, other


def _told_otherwise(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Two exact figures for one thing on one day, in two sentences, that differ a little and not
    by rounding."""
    keyed: dict[object, list[MetricFact]] = defaultdict(list)
    for row in rows:
        told = row.metric != OTHER or row.group is not None
        if told and row.aspect == "level" and row.bound == "exact" and row.period is not None:
            keyed[row.metric, row.unit, row.place, _name(row.group or "")].append(row)
    for rivals in keyed.values():
        for one, other in combinations(rivals, 2):
            near = abs(one.value - other.value) <= _NEAR * min(one.value, other.value)
            apart = one.quote_start != other.quote_start
            same = apart and same_days(one.period, other.period)
            if same and near and not _rounded(one, other):
                yield one, other


def _name(group: str) -> str:
    name = folded_words(group) or ""
    return next((name.removeprefix(a) for a in _ARTICLES if name.startswith(a)), name)


def _rounded(one: MetricFact, other: MetricFact) -> bool:
    fine, coarse = sorted((one, other), key=lambda row: last_digit(row.value))
    digit = last_digit(coarse.value)
    return (fine.value / digit).quantize(Decimal(1), ROUND_HALF_UP) * digit == coarse.value


def _outgained(rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """People won who are fewer than the rise that they are a part of."""
    changes = [row for row in rows if row.aspect == "change" and row.metric != OTHER]
    for won in (row for row in changes if row.vs is None and row.period is not None):
        span = parse_notation((won.period or "").removeprefix("@"))
        for rise in (row for row in changes if row.vs is not None and row.period is not None):
            days = parse_notation(rise.period or ""), parse_notation(rise.vs or "")
            same = (won.metric, won.group, won.place) == (rise.metric, rise.group, rise.place)
            if same and won.unit == rise.unit and meant(won).high < meant(rise).low:
                whole = (span.first_day - days[1].last_day).days == 1
                if whole and span.last_day == days[0].last_day:
                    yield (won,)


def _misnamed_base(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A debt and its share of what was taken in, where that is told and makes another share."""
    for rate in (row for row in rows if row.metric == "late_payment_rate"):
        if not page.cues.any("taken_in", rate.end, min(rate.quote_end, rate.end + _BASE_REACH)):
            continue
        beside = [row for row in rows if row.unit == "VND" and row.place == rate.place]
        debts = [
            row for row in beside
            if row.metric == "late_payment_amount" and row.quote_start == rate.quote_start
        ]  # fmt: skip
        bases = [
            row for row in beside
            if row.metric == "premium_collection" and row.aspect == "level" and row.group is None
        ]  # fmt: skip
        shares = [meant(debt).of(meant(base)) for debt in debts for base in bases]
        if shares and not any(share and share.meets(reckoned(rate)) for share in shares):
            yield (*debts, rate)


def _before_its_time(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Outcomes told up to a day that the report names, though it came out before that day."""
    published = page.article.published
    if published is None:
        return
    named = [
        told
        for told in page.periods
        if not told.target
        and told.period.first_day == told.period.last_day > published + _EARLY
        and _UP_TO.search(page.text, 0, told.start)
    ]
    for row in rows:
        if row.period is None or row.metric == OTHER or row.aspect not in _OUTCOMES:
            continue
        span = parse_notation(row.period)
        for told in (told for told in named if told.period.last_day == span.last_day):
            if span.moment or row.quote_start <= told.start < row.quote_end:
                yield (row,)
