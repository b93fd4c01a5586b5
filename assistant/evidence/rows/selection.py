"""Query and table -> the rows that count as an answer.

Where several rows meet an asked period the nearest fit leads: the same days first, then the latest.
Rows that carry the same key and another value stand beside the lead as differences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from assistant.evidence.rows.agreement import matches_place, period_fit
from assistant.evidence.rows.doubts import is_borne_out, likeliest
from assistant.evidence.rows.keyed import KeyedRows, Published
from assistant.evidence.rows.parts import explains, is_asked_part
from assistant.evidence.rows.versus import is_counted_back, is_counted_from, months_back
from assistant.understanding.slots.periods import YEAR
from indexing.agreement import compatible, same_days
from indexing.database import FactKey
from indexing.reading.period.notation import parse_notation
from indexing.records import CHANGES, Aspect, MetricFact, Period

GRACE = timedelta(days=31)

Beside = Callable[[MetricFact], Sequence[MetricFact]]
"""The other rows of a row's own sentence."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One cell of a question: which figure is sought."""

    metric: str
    aspects: tuple[Aspect, ...]
    """Any of these will do."""
    place: str | None
    """None: any place."""
    period: Period | None
    """None: the latest."""
    group_words: frozenset[str]
    """Folded words of the question that may name a part of the whole."""
    parts: frozenset[str] = frozenset()
    """The parts that the question names, by one name each."""
    narrowed: bool = False
    """The question narrows the figure to a part: a figure of the whole does not answer."""
    narrowing: frozenset[str] = frozenset()
    """The folded words by which it does so; a part answers only if its name explains them all."""
    dollars: bool = False
    versus: Period | None = None
    """What a change is to be counted from; one that is counted from elsewhere does not answer."""
    months_back: int | None = None
    """The same, told from the figure's own days: "than a year before"."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the table holds for one wanted figure."""

    wanted: Wanted
    facts: tuple[MetricFact, ...]
    """The lead first, then rows that differ from it; empty when nothing meets the question."""
    aside: tuple[MetricFact, ...] = ()
    """Other figures that the lead's own report gives for the same key: likely of a part."""
    whole_period: bool = True
    """False when the lead covers only a part of the days that were asked for."""
    nearest: tuple[MetricFact, ...] = ()
    """Rows to name when nothing meets the question; never given as the answer."""
    doubtful: tuple[MetricFact, ...] = ()
    """Rows that meet the question and cannot be relied on: their sentences may be quoted."""


def recency(fact: MetricFact, published: Published) -> tuple[date, date, int]:
    """Sort key, latest last: the figure's last day, the report's date, the days it covers."""
    return _recency(fact.period, published(fact.doc))


def _recency(period: str | None, said: date | None) -> tuple[date, date, int]:
    if period is None:
        return date.min, said or date.min, 0
    span = parse_notation(period)
    return span.last_day, said or date.min, (span.last_day - span.first_day).days


def find(
    wanted: Wanted, rows: KeyedRows, published: Published, beside: Beside = lambda row: ()
) -> Finding:
    """The rows that answer `wanted`, out of all rows of its metric."""
    there = rows.of_place(partial(matches_place, wanted.place))
    of_group = _of_group(_of_metric(there.of_aspects(wanted.aspects), wanted), wanted)
    right = [key for key in of_group if key.aspect in wanted.aspects]
    right = [key for key in right if key.undated or _can_be_known(key, key.published)]
    right = [key for key in right if is_counted_from(wanted.versus, key)]
    right = [key for key in right if is_counted_back(wanted.months_back, key)]
    right = _in_currency(right, wanted.dollars)
    met, whole = _in_period(right, wanted.period)
    if met:
        # The lead is of the last day of all, and what differs from it of the same days.
        latest = _foremost(met, lambda key: _recency(key.period, None)[0])
        latest = _counted_as_asked(latest, wanted)
        read = [row for row in rows.read(latest) if _can_be_known(row, published(row.doc))]
        return replace(_told(read, wanted, published, beside), whole_period=whole)
    nearest = _nearest(wanted, right, _of_metric(there.keys, wanted), rows, published)
    return Finding(wanted, (), nearest=nearest)


def _counted_as_asked(keys: list[FactKey], wanted: Wanted) -> list[FactKey]:
    """The changes that are counted from where the question says; where it does not, those that
    tell of no such time or, before others, of the year before."""
    for months in (wanted.months_back, None if wanted.versus else YEAR):
        if counted := [key for key in keys if months_back(key) == months]:
            return counted
    return keys


def _foremost(keys: Sequence[FactKey], rank: Callable[[FactKey], Any]) -> list[FactKey]:
    """The keys of the highest rank."""
    first = max(map(rank, keys), default=None)
    return [key for key in keys if rank(key) == first]


def _can_be_known(figure: FactKey | MetricFact, said: date | None) -> bool:
    """Whether a level lies in the past of a report of that date; what lies ahead of it is a plan.

    Year-end figures are told some days early, so a month of grace is given.
    """
    if figure.aspect != "level" or figure.period is None or said is None:
        return True
    return parse_notation(figure.period).last_day <= said + GRACE


def _of_metric(keys: Iterable[FactKey], wanted: Wanted) -> list[FactKey]:
    return [key for key in keys if key.metric == wanted.metric]


def _of_group(keys: Sequence[FactKey], wanted: Wanted) -> list[FactKey]:
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


def _in_currency(keys: Sequence[FactKey], dollars: bool) -> list[FactKey]:
    """Amounts in the asked currency; dong unless dollars are asked for or nothing else is held."""
    first = [key for key in keys if key.unit != ("VND" if dollars else "USD")]
    return first or list(keys)


def _in_period(keys: Sequence[FactKey], asked: Period | None) -> tuple[list[FactKey], bool]:
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


def _told(
    rows: Sequence[MetricFact], wanted: Wanted, published: Published, beside: Beside
) -> Finding:
    """The lead and the rows of the same key that cannot be right beside it; and those put aside.

    Different reports differ.  Of several figures that one report gives for one key the likeliest
    stand; the others are told as an aside.  Where no report's figures stand, all are doubtful.
    """

    def order(row: MetricFact) -> tuple[object, ...]:
        day, said, days = recency(row, published)
        return (day, -wanted.aspects.index(row.aspect), days, "restated" not in row.flags, said)

    ordered = sorted(rows, key=order, reverse=True)
    lead = ordered[0]
    peers = [
        row for row in ordered
        if row.aspect == lead.aspect and row.unit == lead.unit and row.group == lead.group
        and row.place == lead.place and same_days(row.period, lead.period)
        and same_days(row.vs, lead.vs)
    ]  # fmt: skip
    by_report = {row.doc: [peer for peer in peers if peer.doc == row.doc] for row in peers}
    told = {
        doc: likeliest([row for row in rows if is_borne_out(row, beside(row))])
        for doc, rows in by_report.items()
    }
    doubtful = tuple(peers)
    peers = [row for row in peers if row in told[row.doc]]
    if not peers:
        return Finding(wanted, (), doubtful=doubtful)
    lead = next((row for row in peers if row.doc == lead.doc), peers[0])
    aside = [row for row in by_report[lead.doc] if row not in told[lead.doc]]
    aside = [row for row in aside if not compatible(row, lead)]
    exact = next((row for row in peers if _sharpens(row, lead)), lead)
    differences: list[MetricFact] = []
    for row in peers:
        if all(not compatible(row, kept) for kept in (exact, *differences)):
            differences.append(row)
    return Finding(wanted, (exact, *differences), tuple(aside))


def _sharpens(row: MetricFact, lead: MetricFact) -> bool:
    """Whether a row tells exactly what the lead rounds; a headline only repeats it carelessly."""
    if row.bound != "exact" or "restated" in row.flags:
        return False
    return row.value != lead.value and compatible(row, lead)


def _standing(read: Sequence[MetricFact]) -> list[MetricFact]:
    """The rows without those that another of the same report, told of the same, speaks against."""

    def key(row: MetricFact) -> tuple[object, ...]:
        return row.doc, row.place, row.group, row.aspect, row.unit, row.period, row.vs

    peers: dict[tuple[object, ...], list[MetricFact]] = {}
    for row in read:
        peers.setdefault(key(row), []).append(row)
    standing = {row for rows in peers.values() for row in likeliest(rows)}
    return [row for row in read if row in standing]


def _nearest(
    wanted: Wanted,
    right: Sequence[FactKey],
    placed: Sequence[FactKey],
    rows: KeyedRows,
    published: Published,
) -> tuple[MetricFact, ...]:
    """The rows to name when nothing meets the question: the same figure at the nearest date.

    Behind it the target for the asked days, where one is held: it is told as a target.
    """

    def latest(keys: Sequence[FactKey]) -> tuple[MetricFact, ...]:
        read = rows.read(_foremost(keys, lambda key: _recency(key.period, key.published)))
        return (max(read, key=lambda row: recency(row, published)),) if read else ()

    asked, of_group = wanted.period, _of_group(placed, wanted)
    of_change = set(wanted.aspects) <= set(CHANGES)
    aimed = () if asked is None or of_change else of_group
    planned = [key for key in aimed if key.aspect == "target"]
    plan = latest(_in_period(planned, asked)[0])
    others = [key for key in placed if key.group is None] or placed
    near = right or [key for key in others if key.aspect in wanted.aspects]
    if asked is not None and near:

        def nearness(key: FactKey) -> int:
            if key.period is None:
                return -(10**6)
            span = parse_notation(key.period)
            return -min(
                abs((span.last_day - asked.last_day).days),
                abs((span.first_day - asked.first_day).days),
            )

        read = rows.read(_foremost(near, nearness))
        known = [row for row in read if not right or _can_be_known(row, published(row.doc))]
        return tuple(dict.fromkeys((*_standing(known)[:1], *plan)))
    held = of_group or near or others
    return plan or latest([key for key in held if key.aspect != "target"] or held)
