"""Figures that the rest of their report belies: told otherwise, out of scale, before their time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, pairwise

from indexing.agreement import folded_words, last_digit, same_days
from indexing.catalogue import OTHER
from indexing.extraction.flags.arithmetic import Fault
from indexing.extraction.flags.printed import meant, reckoned
from indexing.extraction.page import Page
from indexing.extraction.wording import any_of
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact, Period, Span

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
_FROM = re.compile(
    rf"\b(?:(?P<up>{any_of('changes.rose', 'changes.rises')})"
    rf"|{any_of('changes.fell', 'changes.falls')})"
    r"(?:\s+[a-z]+ly)?\s+from\s+$",
    re.IGNORECASE,
)
_TO = re.compile(r"[^.;:]{0,60}\bto\s+", re.IGNORECASE)
"""Between the two levels of "rose from A to B"."""
_EARLY = timedelta(days=7)
"""Figures of a month's end are told, or estimated, some days early."""
_ESTIMATED = timedelta(days=40)
"""Sums of a quarter or a half-year are estimated, or told of so far, while it runs."""
_YEAR = timedelta(days=300)
_UP_TO_REACH = 30
_COMING = ("aim", "modal", "need")
"""Kinds of cues of a sentence that tells what is to come."""
_OUTCOMES = ("level", "change", "change_pct")
_ARTICLES = ("a ", "an ", "the ", "one ")


def belied(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows that something else in the report belies."""
    yield from _thousandfold(rows)
    yield from _told_otherwise(rows)
    yield from _outgained(rows)
    yield from _turned(page, rows)
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
            apart = one.quote_start != other.quote_start
            if not apart or not same_days(one.period, other.period):
                continue
            near = abs(one.value - other.value) <= _NEAR * min(one.value, other.value)
            if (near or _transposed(one, other)) and not _rounded(one, other):
                yield one, other


def _name(group: str) -> str:
    name = folded_words(group) or ""
    return next((name.removeprefix(a) for a in _ARTICLES if name.startswith(a)), name)


def _rounded(one: MetricFact, other: MetricFact) -> bool:
    fine, coarse = sorted((one, other), key=lambda row: last_digit(row.value))
    digit = last_digit(coarse.value)
    return (fine.value / digit).quantize(Decimal(1), ROUND_HALF_UP) * digit == coarse.value


def _transposed(one: MetricFact, other: MetricFact) -> bool:
    """Whether two neighbouring digits of one figure stand the other way round in the other."""
    digits, others = (f"{row.value.normalize():f}" for row in (one, other))
    apart = [i for i, pair in enumerate(zip(digits, others, strict=False)) if pair[0] != pair[1]]
    if len(digits) != len(others) or len(apart) != 2 or apart[1] - apart[0] != 1:
        return False
    first, second = apart
    return (digits[first], digits[second]) == (others[second], others[first])


def _turned(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Two levels that something "rose" from and to, though the second is the lower one."""
    for one, other in pairwise(rows):
        same = (one.metric, one.unit, one.place) == (other.metric, other.unit, other.place)
        levels = one.aspect == other.aspect == "level" and one.quote_start == other.quote_start
        if not (same and levels and _TO.fullmatch(page.text, one.end, other.start)):
            continue
        moved = _FROM.search(page.text, one.quote_start, one.start)
        if moved is None:
            continue
        low, high = (one, other) if moved["up"] else (other, one)
        if meant(low).low > meant(high).high:
            yield one, other


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
    ahead = [told for told in page.periods if told.period.last_day > published + _EARLY]
    named = [told for told in ahead if _is_closed(page, told.start, told.period, published)]
    for row in rows if named else ():
        if row.period is None or row.metric == OTHER or row.aspect not in _OUTCOMES:
            continue
        span, quote = parse_notation(row.period), Span(row.quote_start, row.quote_end)
        if any(page.cues.any_in(kind, (quote,)) for kind in _COMING):
            continue
        for told in (told for told in named if told.period.last_day == span.last_day):
            if span.moment or row.quote_start <= told.start < row.quote_end:
                yield (row,)


def _is_closed(page: Page, start: int, told: Period, published: date) -> bool:
    """Whether what is told up to a day or of a part of a year, still to come, cannot be known."""
    year_end = (told.last_day.month, told.last_day.day) == (12, 31)
    if _UP_TO.search(page.text, max(0, start - _UP_TO_REACH), start):
        return told.last_day > published + (_ESTIMATED if year_end else _EARLY)
    part = told.first_day <= published and told.last_day - told.first_day < _YEAR
    return part and told.last_day > published + _ESTIMATED
