"""Figures out of scale with how many people live in their place."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.flags.exchange import rates_of
from indexing.extraction.flags.faults import COVERED
from indexing.gazetteer import COUNTRY, MERGER_DATE, gazetteer
from indexing.reading.period.notation import parse_notation
from indexing.records import CURRENCIES, RELATIVE, MetricFact

_MOST = Decimal("1.7")
"""How many times the population of the census a province can have had, before or since."""
_MOST_AT_WORK = Decimal("0.9")
_AT_WORK = frozenset(
    {"labour_force", *(people for rate, people in COVERED.items() if rate != "hi_coverage")}
)
"""What counts workers, hardly more of whom can be than half of the people."""
_MOST_OF = {"household_hi_participants": Decimal("0.8")}
"""The share of them that a metric hardly ever counts, where that is less than `_MOST`."""
_LEAST = {
    "population": Decimal("0.5"),
    "hi_participants": Decimal("0.05"),
    "all_participants": Decimal("0.05"),
    "si_participants": Decimal("0.01"),
    "compulsory_si_participants": Decimal("0.01"),
    "ui_participants": Decimal("0.005"),
}
"""The share of its people of the census that a whole province counts at the least, in any year."""
_MOST_A_HEAD = Decimal(14_000_000)
"""Dong a head that no province takes in or pays out in the year of reference."""
_LEAST_A_HEAD = Decimal(500)
"""Dong a head: a whole province takes in, pays out and is owed more, though it be in one month."""
_MONTH = 28
_REFERENCE = 2023
_GROWS = Decimal("1.08")
"""How many times the year before's such sums come to, with wages."""
_YEAR = Decimal(365)
_UNEVEN = 30
"""Days by which a span is taken longer, as money does not come evenly over a year."""


_MERGING = MERGER_DATE.replace(month=1)
"""From when on figures may be told of the merged provinces: their plans came out before."""


def out_of_scale(row: MetricFact, published: date | None) -> bool:
    """Whether a figure cannot be true of a province or its district, by how many live there.

    A report that was `published` since provinces were merged may count them together before, too.
    """
    if row.metric == OTHER or row.place is None or row.aspect in RELATIVE:
        return False
    province = row.place.rpartition(", ")[2]
    day = parse_notation(row.period).last_day if row.period is not None else date.max
    since = published is not None and published >= MERGER_DATE
    people = people_of(province, merged=since or day >= _MERGING)
    if people is None or province == COUNTRY:
        return False
    told = abs(row.value)
    if row.unit in CURRENCIES:
        dong = told if row.unit == "VND" else told * rates_of(row.period).low
        little = row.place == province and _is_of_all(row) and dong < people * _LEAST_A_HEAD
        return little or dong > people * _most_a_head(row)
    if row.unit != "people" or catalogue().metric(row.metric).unit != "people":
        return False
    most = _MOST_AT_WORK if row.metric in _AT_WORK else _MOST_OF.get(row.metric, _MOST)
    whole = row.aspect == "level" and row.group is None and row.place == province
    few = whole and told < people * _LEAST.get(row.metric, Decimal(0))
    return few or told > people * most


def _is_of_all(row: MetricFact) -> bool:
    """Whether a sum is the whole one of a month or more: no part, and of no campaign's days."""
    if row.aspect != "level" or row.group is not None or row.period is None:
        return False
    told = parse_notation(row.period)
    is_stock = catalogue().metric(row.metric).kind == "stock"
    return is_stock or (told.last_day - told.first_day).days >= _MONTH


def _most_a_head(row: MetricFact) -> Decimal:
    """Dong a head that a sum can come to: those of its span, and of a year where it has none."""
    if row.period is None:
        return _MOST_A_HEAD * _GROWS
    told = parse_notation(row.period)
    days = Decimal((told.last_day - told.first_day).days + 1)
    spans = not told.moment and days > 1 and row.aspect != "target"
    years = max(days, min(days + _UNEVEN, _YEAR)) / _YEAR if spans else Decimal(1)
    return _MOST_A_HEAD * _GROWS ** (told.last_day.year - _REFERENCE) * years


@cache
def people_of(province: str, *, merged: bool) -> Decimal | None:
    """How many lived in the country or a province, with those that it took in where a figure may
    hold them."""
    counted = _census()
    if province == COUNTRY:
        return sum(counted.values(), Decimal(0))
    parts = gazetteer().former_parts(province) if merged else ()
    told = [counted[part] for part in parts or (province,) if part in counted]
    return sum(told, Decimal(0)) or None


@cache
def _census() -> Mapping[str, Decimal]:
    text = (files("indexing") / "data" / "populations.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["province"]: Decimal(row["thousands"]) * 1000 for row in rows}
