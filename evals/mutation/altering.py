"""Ways to put a figure wrong: each makes another figure of a row, or none where it does not fit.

Whether the other figure is false is settled afterwards, by the table: by chance it may be true.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random

from indexing.catalogue import OTHER, catalogue
from indexing.gazetteer import gazetteer
from indexing.reading.period.notation import shift_years
from indexing.records import CHANGES, SHARES, Aspect, Bound, MetricFact, Unit

Alter = Callable[[MetricFact, Random], MetricFact | None]

_THOUSAND = Decimal(1000)
_OTHER_UNIT: Mapping[Unit, tuple[Unit, ...]] = {
    "people": ("cards", "visits", "enterprises"),
    "VND": ("USD", "people"),
    "USD": ("VND",),
    "percent": ("people",),
    "cards": ("people", "books"),
    "visits": ("people",),
    "facilities": ("enterprises",),
    "documents": ("people",),
    "books": ("cards",),
    "accounts": ("people",),
    "enterprises": ("people",),
}
_REVERSED: Mapping[Bound, Bound] = {"over": "under", "under": "over", "about": "over"}


def _with_digits(value: Decimal, digits: tuple[int, ...]) -> Decimal:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)  # the table holds finite values only
    return Decimal((int(value < 0), digits, exponent))


def digit(row: MetricFact, random: Random) -> MetricFact | None:
    """One digit another."""
    value = row.value.normalize()
    digits = list(value.as_tuple().digits)
    at = random.randrange(len(digits))
    digits[at] = random.choice([d for d in range(at == 0, 10) if d != digits[at]])
    return replace(row, value=_with_digits(value, tuple(digits)))


def decimal(row: MetricFact, random: Random) -> MetricFact | None:
    """The decimal mark one place further."""
    smaller = row.value / 10
    whole = row.unit not in (*SHARES, "VND", "USD")
    down = not (whole and smaller != smaller.to_integral_value())
    return replace(row, value=smaller if down and random.random() < 0.5 else row.value * 10)


def scale(row: MetricFact, random: Random) -> MetricFact | None:
    """Thousands for millions, billions for trillions."""
    if row.unit in SHARES:
        return None
    smaller = row.value / _THOUSAND
    down = smaller == smaller.to_integral_value() and smaller != 0
    return replace(row, value=smaller if down and random.random() < 0.5 else row.value * _THOUSAND)


def unit(row: MetricFact, random: Random) -> MetricFact | None:
    """Another thing counted."""
    others = _OTHER_UNIT.get(row.unit)
    return replace(row, unit=random.choice(others)) if others else None


def points(row: MetricFact, random: Random) -> MetricFact | None:
    """Per cent for percentage points, or the other way round."""
    if row.unit not in SHARES:
        return None
    to: Unit = "percent" if row.unit == "percentage_points" else "percentage_points"
    aspects: Mapping[Aspect, Aspect] = {"change": "change_pct", "change_pct": "change"}
    return replace(row, unit=to, aspect=aspects.get(row.aspect, row.aspect))


def period(row: MetricFact, random: Random) -> MetricFact | None:
    """Another year."""
    years = random.choice((-2, -1, 1, 2))
    assert row.period is not None  # only rows with a period are told
    vs = None if row.vs is None else shift_years(row.vs, years)
    return replace(row, period=shift_years(row.period, years), vs=vs)


def place(row: MetricFact, random: Random) -> MetricFact | None:
    """Another province, or the country."""
    names = [known.name for known in gazetteer().provinces if known.name != row.place]
    return replace(row, place=random.choice(names))


def metric(row: MetricFact, random: Random) -> MetricFact | None:
    """Another scheme, or another measure of the same unit."""
    mine = catalogue().metric(row.metric)
    others = [
        known.id
        for known in catalogue().metrics.values()
        if known.id not in (row.metric, OTHER)
        and (known.unit, known.kind) == (mine.unit, mine.kind)
    ]
    return replace(row, metric=random.choice(others)) if others else None


def role(row: MetricFact, random: Random) -> MetricFact | None:
    """A level told as a target or a change, a target or a change as a level."""
    if row.aspect in ("change_pct", "target_pct", "gap") or row.unit == "percentage_points":
        return None
    if row.aspect != "level":
        return replace(row, aspect="level", vs=None, value=abs(row.value))
    to: Aspect = random.choice(("target", "change"))
    to = "target" if row.unit == "percent" else to
    return replace(row, aspect=to)


def base(row: MetricFact, random: Random) -> MetricFact | None:
    """A share of people told as a share of the target, or the other way round."""
    if row.unit != "percent" or row.aspect not in ("level", "target_pct"):
        return None
    if row.aspect == "target_pct":
        rate = catalogue().metric(row.metric).unit == "percent"
        return replace(row, aspect="level") if rate else None
    return replace(row, aspect="target_pct")


def direction(row: MetricFact, random: Random) -> MetricFact | None:
    """A rise for a fall."""
    return replace(row, value=-row.value) if row.aspect in CHANGES else None


def bound(row: MetricFact, random: Random) -> MetricFact | None:
    """A bound lost or turned round."""
    if row.bound == "exact":
        return None
    return replace(row, bound=random.choice(("exact", _REVERSED[row.bound])))


def _invented_bound(row: MetricFact, random: Random) -> MetricFact | None:
    """A bound put to a figure that the report tells exactly."""
    return replace(row, bound=random.choice(("over", "under"))) if row.bound == "exact" else None


def invented(row: MetricFact, random: Random) -> MetricFact | None:
    """Any value of the same size."""
    grain = Decimal(1).scaleb(min(0, int(row.value.normalize().as_tuple().exponent)))
    share = Decimal(random.randrange(300, 3000)) / 1000
    value = (row.value * share).quantize(grain)
    return replace(row, value=value) if value not in (row.value, 0) else None


ALTERATIONS: Mapping[str, Alter] = {
    "digit": digit,
    "decimal": decimal,
    "scale": scale,
    "unit": unit,
    "points": points,
    "base": base,
    "period": period,
    "place": place,
    "metric": metric,
    "role": role,
    "direction": direction,
    "bound": bound,
    "invented bound": _invented_bound,
    "invented": invented,
}
