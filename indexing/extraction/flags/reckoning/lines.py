"""Lines of a table that are reckoned otherwise than all others of it.

What one column is by others, no heading needs to tell: it is seen where it holds in every line but
one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import Interval, meant, reckoned, summed
from indexing.records import ADDITIVE, MetricFact

_FEWEST = 4
"""Lines that show what a column is by others, with the one that is not."""
_SHARP = Decimal("1.05")
"""How many times the lower end of an interval its upper end is where a line shows anything."""
_TIGHT = Decimal("1.02")
"""The same of the interval that the factors of all other lines have in common."""
_OFF = Decimal("0.02")
"""Share by which the factor of a misprinted line is off at the least."""
_MOST_COLUMNS = 8

Line = Mapping[int, MetricFact]
"""The figures of a line by their column."""


def unlike_lines(lines: Sequence[Line]) -> Iterator[Fault]:
    """The figures of a line of which one is not what it is by the others in all other lines: their
    sum, or their quotient times one factor."""
    columns = sorted({column for line in lines for column in line})
    if len(lines) < _FEWEST or len(columns) > _MOST_COLUMNS:
        return
    for share, part, whole in permutations(columns, 3):
        full = [line for line in lines if {share, part, whole} <= line.keys()]
        if all(line[share].unit == "percent" for line in full):
            told = [(line[share], line[part], line[whole]) for line in full]
            yield from _unlike(told, [_factor(*figures) for figures in told])
    for size in (2, 3):
        for total in columns:
            for parts in combinations([column for column in columns if column != total], size):
                yield from _unsummed([[line[c] for c in (total, *parts)] for line in lines
                                      if {total, *parts} <= line.keys()])  # fmt: skip


def _factor(share: MetricFact, part: MetricFact, whole: MetricFact) -> Interval | None:
    """What a share is divided by the quotient of two other figures; None where it is not sharp."""
    told = (reckoned(share), meant(part), meant(whole))
    one, over, under = map(_in_full, (share, part, whole), told)
    if min(one.low, over.low, under.low) <= 0:
        return None
    made = Interval(one.low * under.low / over.high, one.high * under.high / over.low)
    return made if made.high <= made.low * _SHARP else None


def _in_full(row: MetricFact, told: Interval) -> Interval:
    """What a cell can stand for, whose zeros are printed as they are: 110 is no 108."""
    printed = row.quote[row.start - row.quote_start : row.end - row.quote_start]
    marks = "." if printed.count(".") == 1 else ""
    number = Decimal("".join(c for c in printed if c.isdecimal() or c in marks).strip(".") or 0)
    exponent = number.as_tuple().exponent
    if not number or not isinstance(exponent, int):
        return told
    digit = Decimal(1).scaleb(exponent) * row.value / number
    return Interval(max(told.low, row.value - digit), min(told.high, row.value + digit))


def _unlike(told: Sequence[Fault], factors: Sequence[Interval | None]) -> Iterator[Fault]:
    """The line whose factor is another than the one that all others have in common."""
    sharp = [(one, line) for one, line in zip(factors, told, strict=True) if one is not None]
    if len(sharp) < _FEWEST:
        return
    for odd, line in sharp:
        others = [one for one, other in sharp if other is not line]
        low, high = max(one.low for one in others), min(one.high for one in others)
        off = odd.high < low * (1 - _OFF) or odd.low > high * (1 + _OFF)
        if off and low <= high <= low * _TIGHT:
            yield line


def _unsummed(lines: Sequence[Sequence[MetricFact]]) -> Iterator[Fault]:
    """The line whose first figure is not the sum of the others, as it is in all other lines."""
    units = {row.unit for line in lines for row in line}
    if len(lines) < _FEWEST or len(units) != 1 or not units <= set(ADDITIVE):
        return
    wrong = [line for line in lines if not summed(line[1:]).meets(meant(line[0]))]
    if len(wrong) == 1:
        yield tuple(wrong[0])
