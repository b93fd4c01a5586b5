"""Query and table -> the rows that count as an answer.

Where several rows meet an asked period the nearest fit leads: the same days first, then the latest.
Rows that carry the same key and another value stand beside the lead as differences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.evidence.agreement import matches_place, period_fit
from assistant.evidence.doubts import is_borne_out, likeliest
from assistant.evidence.parts import explains, is_asked_part
from indexing.agreement import compatible, same_days
from indexing.reading.period.notation import parse_notation
from indexing.records import Aspect, MetricFact, Period

GRACE = timedelta(days=31)

Published = Callable[[str], date | None]
"""The publication date of an article by its `doc`."""
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
    said = published(fact.doc) or date.min
    if fact.period is None:
        return date.min, said, 0
    span = parse_notation(fact.period)
    return span.last_day, said, (span.last_day - span.first_day).days


def find(
    wanted: Wanted,
    rows: Iterable[MetricFact],
    published: Published,
    beside: Beside = lambda row: (),
) -> Finding:
    """The rows that answer `wanted`, out of all rows of its metric."""
    held = [row for row in rows if row.metric == wanted.metric]
    placed = [row for row in held if matches_place(wanted.place, row.place)]
    of_group = _of_group(placed, wanted)
    right = [row for row in of_group if row.aspect in wanted.aspects]
    right = [row for row in right if _can_be_known(row, published)]
    right = [row for row in right if _is_counted_from(wanted.versus, row)]
    right = _in_currency(right, wanted.dollars)
    met, whole = _in_period(right, wanted.period)
    if met:
        return replace(_told(met, wanted, published, beside), whole_period=whole)
    return Finding(wanted, (), nearest=_nearest(wanted, right, of_group, placed, published))


def _is_counted_from(asked: Period | None, row: MetricFact) -> bool:
    """Whether a change is counted from the asked days, or from the last day before them."""
    if asked is None or row.vs is None or period_fit(asked, row.vs):
        return True
    return parse_notation(row.vs).last_day == asked.first_day - timedelta(days=1)


def _can_be_known(row: MetricFact, published: Published) -> bool:
    """Whether a level lies in its report's past; what lies ahead of a report is a plan.

    Year-end figures are told some days early, so a month of grace is given.
    """
    said = published(row.doc)
    if row.aspect != "level" or row.period is None or said is None:
        return True
    return parse_notation(row.period).last_day <= said + GRACE


def _of_group(rows: Sequence[MetricFact], wanted: Wanted) -> list[MetricFact]:
    """Rows of the part that the question names; of the whole where it names none."""
    named = [
        row
        for row in rows
        if row.group
        and is_asked_part(row.group, wanted.group_words, wanted.parts)
        and explains(row.group, wanted.narrowing)
    ]
    if named or wanted.narrowed:
        return named
    return [row for row in rows if row.group is None]


def _in_currency(rows: Sequence[MetricFact], dollars: bool) -> list[MetricFact]:
    """Amounts in the asked currency; dong unless dollars are asked for or nothing else is held."""
    first = [row for row in rows if row.unit != ("VND" if dollars else "USD")]
    return first or list(rows)


def _in_period(rows: Sequence[MetricFact], asked: Period | None) -> tuple[list[MetricFact], bool]:
    if asked is None:
        return list(rows), True
    fits = [(_fit(asked, row), row) for row in rows]
    best = max((fit for fit, _ in fits), default=0)
    if best == 0:
        return [], True
    return [row for fit, row in fits if fit == best], best > 1


def _fit(asked: Period, row: MetricFact) -> int:
    """How well a row's period meets the asked one; the target of a year is in force all through."""
    fit = period_fit(asked, row.period)
    if fit or row.aspect != "target" or row.period is None:
        return fit
    year = f"@{asked.last_day.year}"
    return 2 if parse_notation(row.period).last_day == parse_notation(year).last_day else 0


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


def _nearest(
    wanted: Wanted,
    right: Sequence[MetricFact],
    of_group: Sequence[MetricFact],
    placed: Sequence[MetricFact],
    published: Published,
) -> tuple[MetricFact, ...]:
    """The rows to name when nothing meets the question: the same figure at the nearest date.

    Before it the target for the asked days, where one is held: it is told as a target.
    """
    asked = wanted.period
    planned = [row for row in of_group if row.aspect == "target" and asked is not None]
    planned = _in_period(planned, asked)[0]
    planned = [max(planned, key=lambda row: recency(row, published))] if planned else []
    others = [row for row in placed if row.group is None] or placed
    near = right or [row for row in others if row.aspect in wanted.aspects]
    if asked is not None and near:

        def distance(row: MetricFact) -> int:
            if row.period is None:
                return 10**6
            span = parse_notation(row.period)
            return min(
                abs((span.last_day - asked.last_day).days),
                abs((span.first_day - asked.first_day).days),
            )

        return tuple(dict.fromkeys((*planned, min(near, key=distance))))
    others = of_group or near or others
    latest = (max(others, key=lambda row: recency(row, published)),) if others else ()
    return tuple(planned) or latest
