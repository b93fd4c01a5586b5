"""Whether the figures that a question puts forward are those of the rows that answer it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.drafting.comparing import agreed
from assistant.drafting.premises.claims import (
    AtLeast,
    ClaimedFigure,
    claims_of,
    course_of,
    says_of,
    says_of_end,
)
from assistant.evidence.rows.order import last_day
from assistant.query import Query
from indexing.records import MetricFact, Quantity


def agree(
    query: Query, facts: Sequence[Sequence[MetricFact]], at_least: AtLeast, turned: bool
) -> bool | None:
    """Whether the one figure that answers is each of those that the question puts forward.

    `turned`: it puts forward that they are not: what lies beyond 95 has reached it all the same.
    """
    if ends := course_of(query):
        return _says_course(query, ends, [rows[0] for rows in facts])
    put = [claim for claim in claims_of(query) if not claim.is_bare]
    if (each := _says_each(query, put, facts)) is not None:
        return each
    meant = [rows for rows in facts if any(claim.counts_for(rows[0]) for claim in put)]
    says = {_says_all(query, put, rows, at_least) for rows in meant}
    if len(meant) != 1 and says != {False}:
        return None
    left_out = [claim for claim in put if not any(claim.counts_for(rows[0]) for rows in meant)]
    adds = any(claim.adds_to(row) for claim in put for rows in meant for row in rows)
    return None if (left_out or adds) and says == {not turned} else agreed(says)


def _says_course(
    query: Query, ends: tuple[Quantity, Quantity], leads: Sequence[MetricFact]
) -> bool | None:
    """Whether something moved from the one level to the other, by the rows at both of its times; by
    the last of them alone it may only be seen that it did not."""
    if not all(row.period for row in leads) or len(leads) > len(ends):
        return None
    rows = sorted(leads, key=last_day)
    pairs = zip(ends[-len(rows) :], rows, strict=True)
    says = [says_of_end(end, row, query.plain) for end, row in pairs]
    if False in says:
        return False
    return True if says == [True, True] else None


def _says_each(
    query: Query, put: Sequence[ClaimedFigure], facts: Sequence[Sequence[MetricFact]]
) -> bool | None:
    """Whether several figures, each told of its own place and days, are all the reports' own."""
    own = [[rows[0] for rows in facts if claim.is_of(rows[0])] for claim in put]
    if len(put) < 2 or any(len(rows) != 1 for rows in own) or len(put) != len(facts):
        return None
    pairs = [(claim, row) for claim, (row,) in zip(put, own, strict=True)]
    says = {says_of(claim.quantity, row, query.plain) for claim, row in pairs}
    if any(claim.adds_to(row) for claim, row in pairs):
        says.add(None)
    return False if False in says else None if None in says else True


def _says_all(
    query: Query, put: Sequence[ClaimedFigure], rows: Sequence[MetricFact], at_least: AtLeast
) -> bool | None:
    """Whether each figure that is put forward for the first of some rows is what they all say."""
    claims = [claim.quantity for claim in put if claim.counts_for(rows[0])]
    says = {says_of(claim, row, query.plain, at_least) for claim in claims for row in rows}
    if len(claims) > 1 and says != {True}:
        return None  # "between 90 and 95", "from 90 to 95": neither figure stands for itself
    return agreed(says)
