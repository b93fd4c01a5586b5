"""Whether two figures are told of the same thing, and whether both can then be right.

The one notion of "the same key" and of "agree", for the ledger of conflicts and for the verdicts.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from indexing.gazetteer import gazetteer
from indexing.reading.folding import fold
from indexing.reading.period.notation import PeriodRange, parse_notation
from indexing.records import Aspect, MetricFact, Unit


class Key(NamedTuple):
    """What a figure is told of, whatever the words: equal for figures that must agree."""

    metric: str
    aspect: Aspect
    place: str | None
    """Today's name of a place that was only renamed."""
    group: str | None
    subject: str | None
    period: PeriodRange | None
    vs: PeriodRange | None
    unit: Unit


def key_of(row: MetricFact) -> Key:
    """The key of a row: spellings of one place, part or period come to one."""
    return Key(
        row.metric,
        row.aspect,
        names_of(row.place)[-1] if row.place else None,
        folded_words(row.group),
        folded_words(row.subject),
        _days(row.period),
        _days(row.vs),
        row.unit,
    )


@lru_cache(maxsize=4096)
def names_of(place: str) -> tuple[str, ...]:
    """A place's name, and the others it has or had where it was renamed and not merged, or where a
    district became a town.

    The name of today comes last.
    """
    known = gazetteer()
    part, _, province = place.rpartition(", ")
    for district in known.districts_called(part) if part else ():
        if district.province == province or district.province in names_of(province):
            kinds = dict.fromkeys((district.name_on(date.min), district.name))
            return tuple(f"{name}, {last}" for last in names_of(province) for name in kinds)
    if known.merged_on(place) is not None:
        return (place,)
    if later := known.successor(place):
        return (place, later)
    former = next(iter(known.former_parts(place)), None)
    return (former, place) if former else (place,)


def folded_words(words: str | None) -> str | None:
    """The words of a part or subject without case and diacritics."""
    return None if words is None else fold(words).strip()


def same_days(one: str | None, other: str | None) -> bool:
    """Whether two notations name the same moment or the same span of days."""
    return _days(one) == _days(other)


def _days(notation: str | None) -> PeriodRange | None:
    return None if notation is None else parse_notation(notation)


@lru_cache(maxsize=1024)
def last_digit(value: Decimal) -> Decimal:
    """The place value of the last digit that is not a trailing zero: 100,000 for 1,200,000."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # the table holds finite values only
    return Decimal(1).scaleb(exponent)


def compatible(one: MetricFact, other: MetricFact) -> bool:
    """Whether two values for one key can both be right, given their bounds.

    A bounded value agrees with an exact one that lies within one unit of its last digit on the
    side that the bound names: over 1.2 million agrees with 1,234,567.  Two values with the same
    bound agree when one is the other rounded.
    """
    if one.bound == other.bound:
        coarse = max(last_digit(one.value), last_digit(other.value))
        rounded = one.bound == "about" and abs(one.value - other.value) <= coarse / 2
        return one.value == other.value or rounded
    rough, exact = (one, other) if one.bound != "exact" else (other, one)
    if exact.bound != "exact":
        return False
    difference = exact.value - rough.value
    unit = last_digit(rough.value)
    if rough.bound == "over":
        return 0 <= difference < unit
    if rough.bound == "under":
        return -unit < difference <= 0
    return abs(difference) <= unit
