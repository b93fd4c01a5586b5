"""Which keys meet what is sought: of its part of the whole, its currency and its days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from assistant.evidence.rows.agreement import period_fit
from assistant.evidence.rows.finding import Wanted
from assistant.evidence.rows.parts import explains, is_asked_part
from indexing.database import FactKey
from indexing.reading.period.notation import parse_notation
from indexing.records import MetricFact, Period

_GRACE = timedelta(days=31)


def can_be_known(figure: FactKey | MetricFact, said: date | None) -> bool:
    """Whether a level lies in the past of a report of that date; what lies ahead of it is a plan.

    Year-end figures are told some days early, so a month of grace is given.
    """
    if figure.aspect != "level" or figure.period is None or said is None:
        return True
    return parse_notation(figure.period).last_day <= said + _GRACE


def of_metric(keys: Iterable[FactKey], wanted: Wanted) -> list[FactKey]:
    """Figures of the metric that is sought."""
    return [key for key in keys if key.metric == wanted.metric]


def of_group(keys: Sequence[FactKey], wanted: Wanted) -> list[FactKey]:
    """Figures of the part that the question names; of the whole where it names none."""
    named = [
        key
        for key in keys
        if key.group
        and is_asked_part(key.group, wanted.group_words, wanted.parts)
        and explains(key.group, wanted.narrowing)
    ]
    if named or wanted.narrowed:
        return named
    return [key for key in keys if key.group is None]


def in_currency(keys: Sequence[FactKey], dollars: bool) -> list[FactKey]:
    """Amounts in the asked currency; dong unless dollars are asked for or nothing else is held."""
    first = [key for key in keys if key.unit != ("VND" if dollars else "USD")]
    return first or list(keys)


def in_period(keys: Sequence[FactKey], asked: Period | None) -> tuple[list[FactKey], bool]:
    """Those that meet the asked days best, and whether they cover them all."""
    if asked is None:
        return list(keys), True
    fits = [(_fit(asked, key), key) for key in keys]
    best = max((fit for fit, _ in fits), default=0)
    if best == 0:
        return [], True
    return [key for fit, key in fits if fit == best], best > 1


def _fit(asked: Period, key: FactKey) -> int:
    """How well a key's period meets the asked one; the target of a year is in force all through."""
    fit = period_fit(asked, key.period)
    if fit or key.aspect != "target" or key.period is None:
        return fit
    year = f"@{asked.last_day.year}"
    return 2 if parse_notation(key.period).last_day == parse_notation(year).last_day else 0
