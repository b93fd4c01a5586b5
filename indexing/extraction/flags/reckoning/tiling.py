"""Sums of figures that make up another's places or its time, and do not make it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import islice, product

from indexing.agreement import folded_words
from indexing.catalogue import OTHER, catalogue
from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import meant, summed
from indexing.extraction.flags.told import tells_date
from indexing.extraction.place.naming import province_of, qualified
from indexing.extraction.text.page import Page, within
from indexing.gazetteer import COUNTRY
from indexing.reading.period.notation import PeriodRange, parse_notation
from indexing.records import ADDITIVE, MetricFact

_OVER_TIME = ("VND", "USD", "visits", "documents", "cards", "books")
"""Units of what two spans of time share nothing of: a person may be counted in both."""
_NEAR = (Decimal("0.5"), Decimal("1.6"))
"""How much of a whole its parts make where one of them is misprinted; else they are of something
else."""
_DAY = timedelta(days=1)
_MOST = 64
"""Ways to choose the parts of a whole that are tried."""
_BESIDE = 300
"""Characters between the sum of a month that tells no metric and the sums that it lies between."""


def misadded_places(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A sum told of some places together, and those of each of them, which make another."""
    for whole in rows:
        if whole.unit not in ADDITIVE or whole.metric == OTHER or whole.period is None:
            continue
        places = _told_together(page, whole)
        if len(places) < 2:
            continue
        alike = [row for row in rows if row is not whole and _of_one_kind(row, whole)]
        told = [[row for row in alike if row.place == place] for place in places]
        if all(told):
            yield from _unmade(whole, product(*told))


def misadded_spans(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A sum of some months, and those of the spans that they fall into, which make another."""
    keyed: dict[object, list[tuple[MetricFact, PeriodRange]]] = defaultdict(list)
    loose: list[tuple[MetricFact, PeriodRange]] = []
    for row in (row for row in rows if row.unit in _OVER_TIME and row.aspect == "level"):
        span = _span(row)
        if span is not None and row.metric == OTHER:
            loose.append((row, span))
        elif span is not None and catalogue().metric(row.metric).kind == "flow":
            keyed[row.metric, row.unit, row.place, folded_words(row.group)].append((row, span))
    for told in keyed.values():
        for whole, span in told if len(told) > 1 else ():
            near = [one for one in loose if _goes_with(page, one[0], whole)]
            inner = [(r, s) for r, s in (*told, *near) if r is not whole and s != span]
            ways = islice(_tilings(span, inner), _MOST)
            yield from _unmade(whole, (way for way in ways if any(r.metric != OTHER for r in way)))


def _unmade(whole: MetricFact, ways: Iterator[Fault]) -> Iterator[Fault]:
    """A whole and parts of it, where no way to choose them makes it."""
    known = [way for way in islice(ways, _MOST) if len(way) > 1]
    if known and not any(summed(way).meets(meant(whole)) for way in known):
        low, high = (whole.value * share for share in _NEAR)
        for way in known[:1]:
            if low <= sum(part.value for part in way) <= high:
                yield (whole, *way)


def _of_one_kind(row: MetricFact, whole: MetricFact) -> bool:
    """Whether a figure tells of a place what another tells of several."""
    one, other = ((r.metric, r.unit, r.aspect, r.period, r.vs) for r in (row, whole))
    inside = whole.place in (None, COUNTRY, province_of(row.place)) and row.place != whole.place
    return one == other and inside and folded_words(row.group) == folded_words(whole.group)


def _told_together(page: Page, whole: MetricFact) -> tuple[str, ...]:
    """The places that a sentence names before the figure of them all."""
    named = within(page.places, whole.quote_start, whole.start)
    places = (qualified(place, province_of(whole.place)) for place in named)
    return tuple(dict.fromkeys(place for place in places if place != whole.place))


def _span(row: MetricFact) -> PeriodRange | None:
    told = None if row.period is None else parse_notation(row.period)
    return None if told is None or told.moment else told


def _goes_with(page: Page, row: MetricFact, whole: MetricFact) -> bool:
    """Whether a sum that tells no metric, but its months, stands beside one that does."""
    near = abs(row.start - whole.start) < _BESIDE and tells_date(page, row)
    return near and (row.unit, row.place) == (whole.unit, whole.place)


def _tilings(
    span: PeriodRange, told: Sequence[tuple[MetricFact, PeriodRange]]
) -> Iterator[tuple[MetricFact, ...]]:
    """The figures of spans, one right after the other, that together are another."""
    for row, first in told:
        if first.first_day != span.first_day or first.last_day > span.last_day:
            continue
        if first.last_day == span.last_day:
            yield (row,)
            continue
        rest = PeriodRange(first.last_day + _DAY, span.last_day, span.moment)
        yield from ((row, *others) for others in _tilings(rest, told))
