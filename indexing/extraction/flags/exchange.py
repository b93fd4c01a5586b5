"""Money told twice, in dong and in dollars: whether a rate of exchange explains the pair."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import pairwise

from indexing.extraction.flags.printed import Interval, meant
from indexing.extraction.text.wording import any_of
from indexing.reading.period.notation import parse_notation
from indexing.records import CURRENCIES, MetricFact

_ABOUT = r"(?:some|about|around|nearly|almost|over|roughly|approximately)"
_SAME_SUM = re.compile(
    rf"\s*,?\s*{any_of('same.value')}\s+{_ABOUT}?\s*|\s*(?:,|\s[–—-])\s*{_ABOUT}\s+"
    rf"|[^\d.;:,()]{{0,50}},\s*{any_of('same.value', 'same.which')}\s+{_ABOUT}?\s*"
    r"|\s+[–—-]\s+|\s*/\s*",
    re.IGNORECASE,
)
"""Between a sum and the same sum in the other currency, where no bracket tells it."""
_UP_TO = re.compile(r"\s*(?:to|and|[–—-]|đến)\s*", re.IGNORECASE)
"""Between the ends of a range."""
_CELL = "|"
_REACH = 40
"""Characters between a sum and the same sum in the other currency."""
_NEAR = 100
"""Characters between two sums that may be one, whatever the words between them."""
_TAKES_UP = re.compile(r"(?:That|This|It|Which)\b")
"""At the head of a sentence: it tells what was told before once more."""
_SCALES = tuple(Decimal(1000) ** power for power in (-2, -1, 1, 2))
"""How many times too high or too low a sum is where its scale is misprinted."""
_ROOM = Decimal("0.05")
"""Share by which a writer's rate may lie outside the rates of its years."""


def misprinted_pairs(rows: Sequence[MetricFact], text: str) -> list[tuple[MetricFact, MetricFact]]:
    """A sum in dong and the same in dollars that no rate of exchange of their time explains."""
    told = [pair for pair in _pairs(rows, text) if not _explained(*pair)]
    return [*told, *_misscaled(rows, text)]


def _misscaled(rows: Sequence[MetricFact], text: str) -> Iterator[tuple[MetricFact, MetricFact]]:
    """A sum in dollars that no sum in dong beside it explains, but one would if either were told in
    thousands, millions or billions less or more: whatever words stand between, they are one."""
    dong = [row for row in rows if row.unit == "VND"]
    for dollars in (row for row in rows if row.unit == "USD" and row.value > 0):
        beside = [row for row in dong if _is_near(row, dollars, text)]
        if any(_explained(row, dollars) for row in beside):
            continue
        off = [row for row in beside if any(_explained(row, dollars, by) for by in _SCALES)]
        yield from ((row, dollars) for row in off[-1:])


def _is_near(one: MetricFact, other: MetricFact, text: str) -> bool:
    """Whether two sums stand in one sentence, or the second in one that takes up the first."""
    first, last = sorted((one, other), key=lambda row: row.start)
    if last.start - first.end > _NEAR:
        return False
    takes_up = _TAKES_UP.match(text, last.quote_start) and last.quote_start >= first.quote_end
    return first.quote_start == last.quote_start or takes_up is not None


def own_rate(rows: Sequence[MetricFact], text: str) -> Decimal | None:
    """Dong for a dollar as the report reckons: the middle of the rates of its sound pairs."""
    sound = [pair for pair in _pairs(rows, text) if _explained(*pair)]
    sums = [{row.unit: row.value for row in pair} for pair in sound]
    rates = sorted(told["VND"] / told["USD"] for told in sums if told["USD"] > 0)
    return rates[len(rates) // 2] if rates else None


def _pairs(rows: Sequence[MetricFact], text: str) -> Iterator[tuple[MetricFact, MetricFact]]:
    """The sums that are told in dong and in dollars."""
    ranges = list(_ranges(rows, text))
    ends = {row.start for pair in ranges for row in pair}
    yield from ranges
    yield from _beside(rows, text, ends)
    yield from _in_cells(rows)


def _beside(
    rows: Sequence[MetricFact], text: str, ends: Container[int]
) -> Iterator[tuple[MetricFact, MetricFact]]:
    """A sum and, right behind it, the same in the other currency, but for the `ends` of ranges."""
    for one, other in pairwise(rows):
        apart = {one.unit, other.unit} == set(CURRENCIES) and one.start not in ends
        if apart and _same_sum(text[one.end : other.start]):
            yield one, other


def _ranges(rows: Sequence[MetricFact], text: str) -> Iterator[tuple[MetricFact, MetricFact]]:
    """The lower ends and the upper ends of a range and of the same in the other currency."""
    for low, high, lower, higher in zip(rows, rows[1:], rows[2:], rows[3:], strict=False):
        told = low.unit == high.unit and lower.unit == higher.unit
        told = told and {low.unit, lower.unit} == set(CURRENCIES)
        joined = (text[one.end : two.start] for one, two in ((low, high), (lower, higher)))
        ranges = told and all(_UP_TO.fullmatch(between) for between in joined)
        if ranges and _same_sum(text[high.end : lower.start]):
            yield low, lower
            yield high, higher


def _in_cells(rows: Sequence[MetricFact]) -> Iterator[tuple[MetricFact, MetricFact]]:
    """The one sum of a table's row in dong and the one in dollars that are told of one thing."""
    told: dict[object, list[MetricFact]] = defaultdict(list)
    for row in rows:
        if row.unit in CURRENCIES and row.quote.startswith(_CELL):
            key = (row.metric, row.subject, row.group, row.place, row.aspect, row.period)
            told[row.quote_start, key].append(row)
    for pair in told.values():
        if len(pair) == len(CURRENCIES) and {row.unit for row in pair} == set(CURRENCIES):
            yield pair[0], pair[1]


def _same_sum(between: str) -> bool:
    bracketed = "(" in between and ")" not in between and len(between) <= _REACH
    return bracketed or _SAME_SUM.fullmatch(between) is not None


def _explained(one: MetricFact, other: MetricFact, by: Decimal = Decimal(1)) -> bool:
    """Whether a rate of their time explains two sums, one of them told `by` times too low."""
    dong, dollars = (meant(row) for row in ((one, other) if one.unit == "VND" else (other, one)))
    if dollars.low <= 0:
        return True
    rate = Interval(dong.low / dollars.high * by, dong.high / dollars.low * by)
    return rate.meets(rates_of(one.period))


def rates_of(period: str | None) -> Interval:
    """The rates of a period's year and the years beside it; of all years where it is unknown."""
    known = _rates()
    last = max(known)
    year = None if period is None else min(parse_notation(period).last_day.year, last)
    near = [known[y] for y in known if year is None or abs(y - year) <= 1] or list(known.values())
    low, high = min(low for low, _ in near), max(high for _, high in near)
    return Interval(low * (1 - _ROOM), high * (1 + _ROOM))


@cache
def _rates() -> Mapping[int, tuple[int, int]]:
    text = (files("indexing") / "data" / "exchange_rates.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)["dong_per_dollar"]
    return {int(year): (low, high) for year, (low, high) in told.items()}
