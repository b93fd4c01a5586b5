"""Words about figures that the figures belie: "above", "followed by", "tripled", "fulfilled"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import combinations, pairwise, takewhile

from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import is_less, meant, reckoned
from indexing.extraction.text.page import Page, within
from indexing.extraction.text.wording import any_of
from indexing.gazetteer import COUNTRY
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact

_BOUNDS = r"(?:\s+[\w'-]+){0,6}?\s*(?:of|at|,|\(|là|:)?\s*$"
_COMPARED = re.compile(
    rf"\b(?:(?P<above>{any_of('compared.above')})|(?P<below>{any_of('compared.below')})"
    rf"|(?P<better>{any_of('compared.better')})|(?P<worse>{any_of('compared.worse')}))"
    rf"\s+(?:the\s+|its\s+|their\s+)?(?:[\w'-]+\s+){{0,3}}?(?:{any_of('compared.marks')})\b{_BOUNDS}",
    re.IGNORECASE,
)
"""Between a rate and the mark that it is held against: "which is above the average of"."""
_NOT = re.compile(rf"\b(?:{any_of('compared.negated')})\b", re.IGNORECASE)
_BETTER_LOW = ("late_payment_rate", "late_payment_amount")
"""What is the better the lower it is."""
_ALIKE = 2
"""How many times another a rate is at most that is held against it."""
_FOLLOWED = re.compile(
    rf"[^.;]*(?:\.\s+[^.;]{{0,30}})?\b(?:{any_of('compared.followed')})\b[^.;:]*", re.IGNORECASE
)
"""Between the first of a ranking and the second."""
_TOP = re.compile(rf"\b(?:{any_of('compared.top')})\b", re.IGNORECASE)
_BOTTOM = re.compile(rf"\b(?:{any_of('compared.bottom')})\b", re.IGNORECASE)
_IS_THE = re.compile(r"[^.;:()\d]{0,40}(?:[^.;:()]{0,60}),\s+the\s+(?=[^\W\d])", re.IGNORECASE)
"""Behind a figure, before its rank: ", the highest of all"."""
_REACH = 15
_NOT_FIRST = re.compile(rf"\b(?:{any_of('compared.not_first')})\s+(?:\w+\s+)?$", re.IGNORECASE)
_MANIFOLD = re.compile(
    rf"\b(?P<more>more than\s+)?(?:(?P<double>{any_of('compared.doubled')})"
    rf"|(?P<triple>{any_of('compared.tripled')})|(?P<half>{any_of('compared.halved')}))\b",
    re.IGNORECASE,
)
_TIMES = {"double": Decimal(2), "triple": Decimal(3), "half": Decimal("0.5")}
_FULFILLED = re.compile(
    rf"\b(?:{any_of('compared.fulfilled')})\s+(?:[\w'’-]+\s+){{0,4}}?"
    rf"{any_of('aims.plans', 'attaining.plans')}\b",
    re.IGNORECASE,
)
_LEAST = Decimal("0.8")
_SHORT = re.compile(rf"\s*(?:{any_of('compared.short')})\b", re.IGNORECASE)
"""Behind points: they are what a rate lacks."""
_RATES = 4
"""Figures back to the rates that a gap lies between."""
_BACK = 250
_WHOLE = Decimal(100)
_NOT_DONE = ("negated", "modal", "need", "aim")
_MOST = Decimal("1.4")
"""What share of such a multiple is so called."""


def belied_words(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The rows of one report that are other than the words between them tell."""
    for one, other in pairwise(rows):
        if one.unit != other.unit or one.aspect != "level":
            continue
        if _wrongly_held(page, one, other) or _wrongly_ranked(page, one, other):
            yield one, other
    yield from _outranked(page, rows)
    yield from _mismultiplied(page, rows)
    yield from ((row,) for row in rows if _unfulfilled(page, row))
    yield from _misjudged_gaps(page, rows)


def _wrongly_held(page: Page, one: MetricFact, other: MetricFact) -> bool:
    """Whether a rate is above the mark that it is told to be below, or the other way round."""
    mark = OTHER in (one.metric, other.metric) or one.metric == other.metric
    mark = mark and (one.unit == "percent" or other.aspect == "target")
    mark = mark and one.quote_start == other.quote_start
    alike = max(one.value, other.value) <= min(one.value, other.value) * _ALIKE
    told = _COMPARED.search(page.text, one.end, other.start) if mark and alike else None
    if told is None or _NOT.search(page.text, one.end, other.start):
        return False
    better = one.metric not in _BETTER_LOW
    above = told["above"] or (told["better"] and better) or (told["worse"] and not better)
    low, high = (other, one) if above else (one, other)
    return is_less(high, low)


def _wrongly_ranked(page: Page, one: MetricFact, other: MetricFact) -> bool:
    """Whether what follows the highest is higher, or what follows the lowest is lower."""
    if one.metric != other.metric or other.aspect != "level":
        return False
    if not _FOLLOWED.fullmatch(page.text, one.end, other.start):
        return False
    top = _TOP.search(page.text, one.quote_start, one.start)
    bottom = _BOTTOM.search(page.text, one.quote_start, one.start)
    if (top is None) == (bottom is None):
        return False
    low, high = (other, one) if top else (one, other)
    return is_less(high, low)


def _outranked(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """The highest of some districts or provinces, and others of its sentence that are higher."""
    for index, one in enumerate(rows):
        if one.aspect != "level" or one.place is None:
            continue
        head = page.text[max(one.quote_start, rows[index - 1].end if index else 0) : one.start]
        behind = _IS_THE.match(page.text, one.end, one.quote_end)
        tail = page.text[behind.end() - 1 : behind.end() + _REACH] if behind else ""
        first = [word.search(head) or word.match(tail, 1) for word in (_TOP, _BOTTOM)]
        top, bottom = (None if told and _is_later(told) else told for told in first)
        if (top is None) == (bottom is None):
            continue
        for other in takewhile(partial(_is_ranked_with, page, one), rows[index + 1 :]):
            low, high = (other, one) if top else (one, other)
            if is_less(high, low):
                yield one, other


def _is_ranked_with(page: Page, one: MetricFact, other: MetricFact) -> bool:
    """Whether a figure is told of the same thing in another place of the same rank."""
    if other.place is None or one.place is None or other.place == one.place:
        return False
    if one.quote_start != other.quote_start:
        return False
    behind = _IS_THE.match(page.text, one.end, other.start)
    start = behind.end() + _REACH if behind else one.end
    between = page.text[start : other.start]
    same = (one.metric, one.unit, one.aspect) == (other.metric, other.unit, other.aspect)
    rank = (", " in one.place) == (", " in other.place) and COUNTRY not in (one.place, other.place)
    return same and rank and not (_TOP.search(between) or _BOTTOM.search(between))


def _is_later(told: re.Match[str]) -> bool:
    """Whether a rank is not the first: "the second highest", "one of the lowest"."""
    return _NOT_FIRST.search(told.string, 0, told.start()) is not None


def _mismultiplied(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Two levels of which the first is told to double, treble or halve to the second."""
    for one, other in pairwise(rows):
        levels = one.aspect == other.aspect == "level" and one.quote_start == other.quote_start
        same = (one.metric, one.unit, one.place, one.group)
        if not levels or same != (other.metric, other.unit, other.place, other.group):
            continue
        if sum(row.metric == one.metric and row.quote_start == one.quote_start for row in rows) > 2:
            continue
        told = _MANIFOLD.search(page.text, one.quote_start, other.start)
        if told is None or one.period is None or other.period is None:
            continue
        if page.cues.any("clause", told.end(), other.start):
            continue
        days = [parse_notation(row.period or "").last_day for row in (one, other)]
        before, now = (one, other) if days[0] < days[1] else (other, one)
        if days[0] == days[1] or meant(before).low <= 0:
            continue
        times = _TIMES[told.lastgroup or ""]
        low, high = meant(now).low / meant(before).high, meant(now).high / meant(before).low
        least = 1 if told["more"] and times > 1 else _LEAST
        if high < times * least or low > times * _MOST:
            yield before, now


def _unfulfilled(page: Page, row: MetricFact) -> bool:
    """Whether a share of a plan below 100 is told of one that was just said to be fulfilled."""
    if row.aspect != "target_pct" or meant(row).high >= _WHOLE:
        return False
    own = page.sentence_at(row.start)
    before = page.sentence_at(max(0, own.start - 1))
    named, known = (
        {term.id for term in within(page.terms, sentence.start, sentence.end)}
        for sentence in (own, before)
    )
    takes_up = before.block == own.block and named <= known
    for sentence, end in ((own, row.start), (before, before.end)):
        if sentence is before and not takes_up:
            continue
        told = _FULFILLED.search(page.text, sentence.start, end)
        if told is None or page.cues.any("clause", told.end(), end):
            continue
        if not any(page.cues.any(kind, sentence.start, told.start()) for kind in _NOT_DONE):
            return True
    return False


def _misjudged_gaps(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """Points by which a rate is "short", where no two rates told before are so far apart."""
    for index, gap in enumerate(rows):
        if gap.unit != "percentage_points" or not _SHORT.match(page.text, gap.end):
            continue
        before = [row for row in rows[max(0, index - _RATES) : index] if row.unit == "percent"]
        near = [row for row in before if gap.start - row.end < _BACK]
        rates = [row for row in near if row.metric == gap.metric != OTHER]
        aimed = any(page.cues.any("plan", row.quote_start, row.quote_end) for row in rates)
        apart = [abs(one.value - other.value) for one, other in combinations(rates, 2)]
        told = reckoned(gap)
        if aimed and apart and not any(told.low <= one <= told.high for one in apart):
            yield (*rates[-2:], gap)
