"""One number of another: shares ("two in five"), fractions ("3/4 of a mile"), splits and prices."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from indexing.reading.lexicon import listed
from indexing.reading.quantity.number.word_values import ROUNDED
from indexing.reading.quantity.raw import RawQuantity
from indexing.reading.quantity.unit.counted import measured_behind
from indexing.records import SHARES, UNCOUNTED

_MOST_FRACTION = 10
_MOST_RATIO = 100
_ROUND = (1000, 10_000, 100_000)
"""What rates are told of, however many: "two in every 1,000"."""
_HALVES = (4, 8, 16, 32, 64)
_WHOLE = 100
_EACH_REACH = 16
_CLAUSE = re.compile(r"[.;:]")


def slashed(seen: str, one: RawQuantity, two: RawQuantity) -> list[RawQuantity] | None:
    """Two numbers with a slash between them: a split, a fraction, a price, or a part of a whole.

    None where the first is in words.
    """
    if one.number + two.number == _WHOLE and two.counted is None:
        return []  # "60/40"
    if one.in_words:
        return None
    fraction = _fraction(seen, one, two) if one.number < two.number <= _MOST_FRACTION else None
    if fraction is not None:
        return [fraction]
    if two.counted is None and _is_priced(one, two):  # "fell 7/32 to yield 4%"
        part = (one.number / two.number).normalize()
        return [two._replace(number=part, start=one.start)]
    return [one.sharing(two), two]


def _fraction(seen: str, one: RawQuantity, two: RawQuantity) -> RawQuantity | None:
    """ "3/4 of a mile", "2/3 of them", "1/2 percent"; None for any other small number of a larger
    one."""
    part = (one.number / two.number).quantize(ROUNDED)
    of = _of_a().match(seen, two.number_end)
    if of and (measure := measured_behind(seen, of.end())):
        return two._replace(
            number=part.normalize(), start=one.start, end=measure.end, counted=measure
        )
    if _of_whole().match(seen, two.number_end):
        return share(one, two)
    measured = two.counted is not None and (two.counted.parts or two.unit in SHARES)
    return two._replace(number=part, start=one.start) if measured else None


def _is_priced(one: RawQuantity, two: RawQuantity) -> bool:
    """Prices move in halves of halves: 3/8, 7/32."""
    return one.number < two.number and one.number % 2 == 1 and two.number in _HALVES


def is_counted(gap: str, one: RawQuantity, two: RawQuantity) -> bool:
    """ "Nine people in ten", "one adult in 12", "one office in seven", "92 people in 100"."""
    if two.counted is not None:
        return False
    if not one.in_words:
        each = "every" in gap or "each" in gap
        return one.unit == "people" and (each or two.number == _WHOLE)
    if one.number == 1 and (one.unit == "people" or two.in_words):
        return True
    return two.in_words and two.number in (10, 100)


def is_ratio(gap: str, one: RawQuantity, two: RawQuantity) -> bool:
    if one.number >= two.number or two.factor != 1:
        return False
    if two.number > _MOST_RATIO and one.number != 1 and two.number not in _ROUND:
        return False
    if two.unit in UNCOUNTED or two.number != two.number.to_integral_value():
        return False
    in_words = one.in_words and two.in_words
    return _in().fullmatch(gap) is not None and (
        in_words
        or one.number == 1
        or two.number in (10, 100, *_ROUND)
        or ("every" in gap and not gap.strip().startswith("of "))
        or (two.unit == "people" and two.number <= _MOST_FRACTION)  # "2 in 5 Americans"
    )


def is_of_each(seen: str, one: RawQuantity, two: RawQuantity) -> bool:
    """ "Of every 100 people 92 are insured": the second number is a share of the first."""
    people = one.counted is None or one.unit == "people"
    round_one = one.value in (10, 100, *_ROUND) and people
    before = seen[max(0, one.start - _EACH_REACH) : one.start]
    return (
        round_one
        and two.is_bare
        and two.factor == 1
        and two.number < one.value
        and _of_each().search(before) is not None
        and _CLAUSE.search(seen, one.end, two.start) is None
    )


def share(one: RawQuantity, two: RawQuantity) -> RawQuantity:
    value = one.number * 100 / two.number
    whole = value == value.to_integral_value()
    value = value.to_integral_value() if whole else value.quantize(Decimal("0.0001"))
    return RawQuantity(
        value, Decimal(1), "percent", None, one.start, two.number_end, two.number_end, True, True
    )


@cache
def _of_whole() -> re.Pattern[str]:
    return re.compile(rf"\s+{listed('quantities', 'pairs', 'of_whole')}")


@cache
def _in() -> re.Pattern[str]:
    return re.compile(rf"\s+{listed('quantities', 'pairs', 'in')}\s+|-in-(?:every-)?")


@cache
def _of_each() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){listed('quantities', 'pairs', 'of_each')}\s+$")


@cache
def _of_a() -> re.Pattern[str]:
    return re.compile(r"\s+of\s+an?(?=\s)")
