"""Figures that the rest of their report belies: too few, turned round, before their time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import is_less, meant, reckoned
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact, Period, Span

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
MOVED_TO = re.compile(
    rf"\b(?:(?P<up>{any_of('changes.rose')})|{any_of('changes.fell')})(?:\s+[a-z]+ly)?\s+to\s+$",
    re.IGNORECASE,
)
_COUNTED_FROM = re.compile(
    r"[^.;:]{0,60}\b(?:from|against|compared with|compared to)\b[^.;:\d]{0,30}", re.IGNORECASE
)
"""Between the two levels of "rose to B, from A"."""
_EARLY = timedelta(days=7)
"""Figures of a month's end are told, or estimated, some days early."""
_ESTIMATED = timedelta(days=40)
"""Sums of a quarter or a half-year are estimated, or told of so far, while it runs."""
_YEAR = timedelta(days=300)
_UP_TO_REACH = 30
_NEXT = 250
"""Characters on to a sentence that goes on about a figure."""
_COMING = ("aim", "modal", "need")
"""Kinds of cues of a sentence that tells what is to come."""
_OUTCOMES = ("level", "change", "change_pct")


def belied(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows that something else in the report belies."""
    yield from _outgained(page, rows)
    yield from _turned(page, rows)
    yield from _misnamed_base(page, rows)
    yield from _before_its_time(page, rows)


def _turned(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Two levels that something "rose" from and to, though the second is the lower one."""
    for one, other in pairwise(rows):
        same = (one.metric, one.unit, one.place) == (other.metric, other.unit, other.place)
        levels = one.aspect == other.aspect == "level" and one.quote_start == other.quote_start
        if not (same and levels):
            continue
        forth = _TO.fullmatch(page.text, one.end, other.start)
        back = _COUNTED_FROM.fullmatch(page.text, one.end, other.start)
        if back and (one.group != other.group or one.period == other.period):
            continue
        moved = None
        if forth or back:
            before = _FROM if forth else MOVED_TO
            moved = before.search(page.text, one.quote_start, one.start)
        if moved is None:
            continue
        low, high = (one, other) if (moved["up"] is None) != (forth is not None) else (other, one)
        if is_less(high, low):
            yield one, other


def _outgained(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """People won who are fewer than the rise that they are a part of."""
    rises = [row for row in rows if row.aspect == "change" and row.vs and row.period]
    for won in rows if rises else ():
        if not _counts_won(page, won):
            continue
        span = parse_notation((won.period or "").removeprefix("@"))
        told = [row for row in rises if _of_one_scheme(won, row) and row.unit == won.unit]
        for rise in told:
            days = parse_notation(rise.period or ""), parse_notation(rise.vs or "")
            whole = (span.first_day - days[1].last_day).days == 1
            fewer = meant(won).high < meant(rise).low
            if fewer and whole and span.last_day == days[0].last_day:
                yield (won,)


def _counts_won(page: Page, row: MetricFact) -> bool:
    """Whether a figure tells people won in a span that its own sentence names."""
    if row.period is None or row.vs is not None:
        return False
    if row.metric != OTHER:
        return row.aspect == "change"
    won = page.cues.any("joined", row.end, row.quote_end)
    return won and bool(within(page.periods, row.quote_start, row.quote_end))


def _of_one_scheme(won: MetricFact, rise: MetricFact) -> bool:
    """Whether people won belong to what rose, or to what was told of right before."""
    if won.place != rise.place or won.group != rise.group:
        return False
    return won.metric == rise.metric or (won.metric == OTHER and 0 < won.start - rise.end < _NEXT)


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
    ahead = [told for told in ahead if not _awaited(page, told.start)]
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


def _awaited(page: Page, at: int) -> bool:
    """Whether a date is named for what is to come: "it must reach 90% by the end of December"."""
    sentence = page.sentence_at(at)
    coming = (page.cues.any(kind, sentence.start, at) for kind in _COMING)
    return sentence.kind == "row" or any(coming)


def _is_closed(page: Page, start: int, told: Period, published: date) -> bool:
    """Whether what is told up to a day or of a part of a year, still to come, cannot be known."""
    year_end = (told.last_day.month, told.last_day.day) == (12, 31)
    if _UP_TO.search(page.text, max(0, start - _UP_TO_REACH), start):
        return told.last_day > published + (_ESTIMATED if year_end else _EARLY)
    part = told.first_day <= published and told.last_day - told.first_day < _YEAR
    return part and told.last_day > published + _ESTIMATED
