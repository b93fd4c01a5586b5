"""What to name where nothing meets what is sought: the same figure at the nearest date."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.rows.doubts import likeliest
from assistant.evidence.rows.finding import Wanted
from assistant.evidence.rows.keyed import KeyedRows, Published
from assistant.evidence.rows.meeting import (
    can_be_known,
    in_period,
    of_group,
)
from assistant.evidence.rows.order import days_order, foremost, recency
from indexing.database import FactKey
from indexing.reading.period.notation import parse_notation
from indexing.records import CHANGES, MetricFact


def nearest(
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
        read = rows.read(foremost(keys, lambda key: days_order(key.period, key.published)))
        return (max(read, key=lambda row: recency(row, published)),) if read else ()

    asked, in_group = wanted.period, of_group(placed, wanted)
    of_change = set(wanted.aspects) <= set(CHANGES)
    aimed = () if asked is None or of_change else in_group
    planned = [key for key in aimed if key.aspect == "target"]
    plan = latest(in_period(planned, asked)[0])
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

        read = rows.read(foremost(near, nearness))
        known = [row for row in read if not right or can_be_known(row, published(row.doc))]
        return tuple(dict.fromkeys((*_standing(known)[:1], *plan)))
    held = in_group or near or others
    return plan or latest([key for key in held if key.aspect != "target"] or held)


def _standing(read: Sequence[MetricFact]) -> list[MetricFact]:
    """The rows without those that another of the same report, told of the same, speaks against."""

    def key(row: MetricFact) -> tuple[object, ...]:
        return row.doc, row.place, row.group, row.aspect, row.unit, row.period, row.vs

    peers: dict[tuple[object, ...], list[MetricFact]] = {}
    for row in read:
        peers.setdefault(key(row), []).append(row)
    standing = {row for rows in peers.values() for row in likeliest(rows)}
    return [row for row in read if row in standing]
