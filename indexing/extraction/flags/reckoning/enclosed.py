"""Figures of a place or a time within another that exceed what is told of that one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from indexing.agreement import folded_words, same_days
from indexing.catalogue import OTHER
from indexing.extraction.flags.faults import Fault
from indexing.extraction.flags.printed import is_less
from indexing.extraction.flags.told import tells_date
from indexing.extraction.place.naming import province_of
from indexing.extraction.text.page import Page
from indexing.gazetteer import COUNTRY
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact

_MOST_EXCESS = 2
"""How many times its whole a part can be by a misprint; what is more is of something else."""
_COUNTS = ("people", "VND", "cards", "visits", "books", "facilities", "documents", "accounts")
"""Units of what a place has no less of than its parts."""


def outgrown_wholes(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """A district above its province, a province above the country, a quarter above its year."""
    keyed: dict[object, list[MetricFact]] = defaultdict(list)
    for row in rows:
        told = row.metric != OTHER and row.aspect == "level" and row.unit in _COUNTS
        if told and row.place is not None and row.period is not None:
            keyed[row.metric, row.unit, folded_words(row.group)].append(row)
    for told_alike in keyed.values():
        for part in told_alike:
            for whole in told_alike:
                near = part.value <= whole.value * _MOST_EXCESS
                near = near and any(tells_date(page, row) for row in (part, whole))
                if near and is_less(whole, part) and _lies_in(part, whole):
                    yield part, whole


def outgrown_debts(page: Page, rows: Sequence[MetricFact]) -> Iterator[Fault]:
    """One debtor who owes more than all employers of the province together."""
    sums = [row for row in rows if row.unit == "VND" and row.aspect == "level"]
    totals = [r for r in sums if r.metric == "late_payment_amount" and r.group is None and r.place]
    for debt in (row for row in sums if row.metric == OTHER and totals):
        owed = page.cues.any("owes", debt.quote_start, debt.quote_end)
        near = [t for t in totals if province_of(debt.place) == t.place]
        near = [total for total in near if same_days(total.period, debt.period)]
        if owed and debt.group is not None and near and all(is_less(t, debt) for t in near):
            yield near[0], debt


def _lies_in(part: MetricFact, whole: MetricFact) -> bool:
    """Whether one figure is told of a part of the place, or else of the time, of another."""
    if part.place != whole.place:
        province = province_of(part.place)
        inside = whole.place in (province, COUNTRY) and province is not None
        return inside and same_days(part.period, whole.period)
    inner, outer = parse_notation(part.period or ""), parse_notation(whole.period or "")
    if inner.moment or outer.moment or same_days(part.period, whole.period):
        return False
    return outer.first_day <= inner.first_day and inner.last_day <= outer.last_day
