"""Whether two things said agree: places, periods and values, each by its own rule."""

from __future__ import annotations

from decimal import Decimal

from indexing.gazetteer import gazetteer
from indexing.reading.notation import asked_span, contains, meets, parse_notation
from indexing.records import MetricFact, Period


def matches_place(asked: str | None, held: str | None) -> bool:
    """Whether a row's place is the asked one.

    A district may be asked without its province; a province that was only renamed is itself.
    """
    if asked is None or held is None:
        return asked is None
    return held in names_of(asked) or held.startswith(asked + ",")


def names_of(place: str) -> tuple[str, ...]:
    """A place's name, and the other one it has or had where it was renamed and not merged."""
    known = gazetteer()
    if known.merged_on(place) is not None:
        return (place,)
    other = known.successor(place) or next(iter(known.former_parts(place)), None)
    return (place, other) if other else (place,)


def period_fit(asked: Period, held: str | None) -> int:
    """How well a held period meets an asked one: 3 the same days or their last, 2 it answers by
    DESIGN's rule, 1 it covers a part of the asked days only, 0 it does not."""
    if held is None:
        return 0
    span = parse_notation(held)
    if span.last_day == asked.last_day and (span.moment or span.first_day == asked.first_day):
        return 3
    if meets(asked, held):
        return 2
    return 1 if contains(asked_span(asked.notation), held) else 0


def same_days(one: str | None, other: str | None) -> bool:
    """Whether two notations name the same moment or the same span of days."""
    if one is None or other is None:
        return one is other
    return parse_notation(one) == parse_notation(other)


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
