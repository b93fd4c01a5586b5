"""What the report itself shows to be inconsistent, implausible or said twice.

Nothing is repaired: a misprint stays as printed, and its row says so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.homes import COUNTRY
from indexing.extraction.layout import Sentence
from indexing.extraction.reading import FigureReading
from indexing.records import Flag, MetricFact

_DONG_PER_DOLLAR = (Decimal(15_000), Decimal(30_000))
"""The range in which a dollar has stood since 2000: a pair outside is a misprint."""
_THOUSANDFOLD = (Decimal(400), Decimal(2_500))
"""How far apart a sum and the same with its scale or comma misprinted may be."""
_ROUNDING = Decimal("0.5")
"""A printed number is right within half of its last digit."""
_MADE_OF: Mapping[str, tuple[str, ...]] = {
    "si_participants": ("compulsory_si_participants", "voluntary_si_participants"),
    "hi_participants": ("household_hi_participants",),
    "premium_collection": ("si_collection", "hi_collection", "ui_collection"),
    "benefits_paid": ("si_benefits_paid", "ui_benefits_paid", "hi_expenditure"),
    "labour_force": ("si_participants",),
}
"""Metrics whose levels are parts of another's: together they cannot exceed it."""
_MOST_ROUNDING = Decimal("0.01")
"""Share of a whole by which the rounding of its parts can pass it."""
_SAME_SUM = re.compile(
    r"\s*,?\s*(?:or|i\.e\.|equal to|equivalent to|that is)\s+(?:some|about|around|nearly|over)?\s*",
    re.IGNORECASE,
)
"""Between a sum and the same sum in the other currency, where no bracket tells it."""
_TWIN_REACH = 40
"""Characters between a sum and the same sum in the other currency."""


def flagged(
    readings: tuple[FigureReading, ...], text: str, headline: Sentence | None
) -> tuple[FigureReading, ...]:
    """The readings with the flags of their rows; `headline` rows take over what the body says."""
    rows = [reading.fact for reading in readings if reading.fact is not None]
    flags: dict[int, set[Flag]] = defaultdict(set)
    for one, other in pairwise(rows):
        if _misprinted_pair(one, other, text):
            flags[one.start].add("source_inconsistency")
            flags[other.start].add("source_inconsistency")
    for group in _changes(rows):
        if not _follows(*group):
            for row in group:
                flags[row.start].add("source_inconsistency")
    for whole, parts in _wholes(rows):
        if _exceed(whole, parts):
            for row in (whole, *parts):
                flags[row.start].add("source_inconsistency")
    for one, other in _thousandfold(rows):
        flags[one.start].add("source_inconsistency")
        flags[other.start].add("source_inconsistency")
    for row in rows:
        if _implausible(row):
            flags[row.start].add("implausible")
    told = _restated(rows, headline)
    return tuple(
        reading
        if reading.fact is None
        else replace(reading, fact=_with(told.get(reading.fact.start, reading.fact), flags))
        for reading in readings
    )


def _with(row: MetricFact, flags: Mapping[int, set[Flag]]) -> MetricFact:
    return replace(row, flags=tuple(sorted({*row.flags, *flags.get(row.start, ())})))


def _misprinted_pair(one: MetricFact, other: MetricFact, text: str) -> bool:
    """A sum in dong and the same in dollars that no rate of exchange explains."""
    if {one.unit, other.unit} != {"VND", "USD"}:
        return False
    between = text[one.end : other.start]
    joined = "(" in between and ")" not in between and len(between) <= _TWIN_REACH
    if not joined and not _SAME_SUM.fullmatch(between):
        return False
    dong, dollars = (one, other) if one.unit == "VND" else (other, one)
    if not dollars.value:
        return False
    low, high = _DONG_PER_DOLLAR
    return not low <= abs(dong.value / dollars.value) <= high


def _thousandfold(rows: Sequence[MetricFact]) -> list[tuple[MetricFact, MetricFact]]:
    """Sums of one metric and place, some thousand times apart: "trillion" beside "billion"."""
    keyed: dict[object, list[MetricFact]] = defaultdict(list)
    for row in rows:
        if row.metric != OTHER and row.aspect == "level" and row.unit == "VND" and row.value > 0:
            keyed[row.metric, row.group, row.place].append(row)
    low, high = _THOUSANDFOLD
    return [
        (one, other)
        for told in keyed.values()
        for one, other in combinations(told, 2)
        if low <= max(one.value, other.value) / min(one.value, other.value) <= high
    ]


def _changes(rows: Sequence[MetricFact]) -> list[tuple[MetricFact, MetricFact, MetricFact]]:
    """Level, change and change in per cent of one figure, told in one sentence and all exact."""
    keyed: dict[object, dict[str, MetricFact]] = defaultdict(dict)
    for row in rows:
        key = (row.quote_start, row.metric, row.group, row.place, row.period)
        if row.bound == "exact" and row.metric != OTHER and row.unit != "USD":
            keyed[key].setdefault(row.aspect, row)
    return [
        (told["level"], told["change"], told["change_pct"])
        for told in keyed.values()
        if {"level", "change", "change_pct"} <= told.keys()
    ]


def _follows(level: MetricFact, change: MetricFact, share: MetricFact) -> bool:
    """Whether the percentage is what level and change make, as far as they are printed."""
    before = level.value - change.value
    if before <= 0:
        return True
    digits = share.value.as_tuple().exponent
    last_digit = Decimal(1).scaleb(digits if isinstance(digits, int) else 0)
    slack = _precision(level) / before + _precision(change) / max(abs(change.value), Decimal(1))
    exact = change.value / before * 100
    return abs(exact - share.value) <= last_digit * _ROUNDING + abs(exact) * slack


def _wholes(rows: Sequence[MetricFact]) -> list[tuple[MetricFact, tuple[MetricFact, ...]]]:
    """Each level of a whole with what the report tells of its parts: groups, and metrics that
    make it up.  Groups may overlap, so each is held against the whole by itself."""
    levels = [row for row in rows if row.aspect == "level" and row.metric != OTHER]
    found: list[tuple[MetricFact, tuple[MetricFact, ...]]] = []
    for whole in levels:
        if whole.group is not None or whole.unit in ("percent", "percentage_points", "USD"):
            continue
        beside = [row for row in levels if _beside(row, whole)]
        found += [
            (whole, (row,))
            for row in beside
            if row.group is not None
            and row.metric == whole.metric
            and row.quote_start == whole.quote_start
        ]
        made_of = _MADE_OF.get(whole.metric, ())
        parts = {row.metric: row for row in beside if row.group is None and row.metric in made_of}
        if parts:
            found.append((whole, tuple(parts.values())))
    return found


def _beside(row: MetricFact, whole: MetricFact) -> bool:
    told = (row.unit, row.place, row.period)
    return row is not whole and told == (whole.unit, whole.place, whole.period)


def _exceed(whole: MetricFact, parts: Sequence[MetricFact]) -> bool:
    """Whether parts are more than their whole, as far as they are printed."""
    if whole.bound == "over":
        return False
    rounding = sum((2 * _precision(row) for row in (whole, *parts)), Decimal(0))
    slack = min(rounding, whole.value * _MOST_ROUNDING)
    least = sum((row.value for row in parts if row.bound in ("exact", "over")), Decimal(0))
    return least > whole.value + slack


def _precision(row: MetricFact) -> Decimal:
    """Half of the last printed digit: 3.9 billion is right within 50 million."""
    digits = row.value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(digits if isinstance(digits, int) else 0) * _ROUNDING


def _implausible(row: MetricFact) -> bool:
    if row.aspect != "level" or row.metric == OTHER or row.group is not None:
        return False
    metric = catalogue().metric(row.metric)
    if row.unit != metric.unit:
        return False
    if row.place is None or row.place == COUNTRY:
        return not metric.plausible(row.value, country=True)
    district = ", " in row.place
    return row.value > metric.province_maximum or (not district and row.value < metric.minimum)


def _restated(rows: Sequence[MetricFact], headline: Sentence | None) -> dict[int, MetricFact]:
    """Rows that say again what another says, by their start.

    A headline that repeats a figure of the body is read as the body tells it: it is short and
    may state a goal as if it were reached.
    """
    told: dict[int, MetricFact] = {}
    seen: dict[object, MetricFact] = {}
    top = headline.end if headline is not None else -1
    body = [row for row in rows if row.start >= top]
    for row in body:
        key = (row.value, row.unit, row.metric, row.group, row.aspect, row.place, row.period)
        if row.metric != OTHER and key in seen:
            told[row.start] = replace(row, flags=(*row.flags, "restated"))
        seen.setdefault(key, row)
    for row in rows:
        same = [b for b in body if row.start < top and _same_figure(row, b)]
        if same:
            told[row.start] = replace(
                same[0],
                bound=row.bound,
                start=row.start,
                end=row.end,
                quote_start=row.quote_start,
                quote_end=row.quote_end,
                quote=row.quote,
                flags=(*same[0].flags, "restated"),
            )
    return told


def _same_figure(row: MetricFact, other: MetricFact) -> bool:
    shares = {"percent", "percentage_points"}
    return row.value == abs(other.value) and (
        row.unit == other.unit or {row.unit, other.unit} <= shares or row.unit == "other"
    )
