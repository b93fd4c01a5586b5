"""Dates in a row dealt out to figures in a row: "in 2022 and 2023 it paid VND81 and 92 billion"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from indexing.extraction.period.times import TimeUse
from indexing.extraction.topic.theme import Bound

_JOINT = re.compile(
    r"\s*(?:,|,?\s*\b(?P<last>and|và)\b)\s*(?:(?:in|at|by|on|of|the|end)\s+)*", re.IGNORECASE
)


def in_turn(
    text: str,
    uses: Sequence[TimeUse],
    spoken: Sequence[TimeUse | None],
    bound: Sequence[Bound],
    rows: Sequence[range],
) -> tuple[TimeUse | None, ...]:
    """The date of each figure: of those in a row of one metric, by its place, that of a row of
    dates as long, or of as many figures before it; of any other the one in `spoken`."""
    dates = _row(text, uses)
    if dates:
        return dealt(dates, spoken, bound, rows)
    found = tuple(spoken)
    for row in rows:
        before = told_apart(found[max(0, row.start - len(row)) : row.start])
        open_ = all(found[index] in (None, before[-1]) for index in row) if before else False
        if len(before) == len(row) and open_:  # "30% in 2025 and 45% in 2030, of B 2% and 5%"
            found = dealt(before, found, bound, [row])
    return found


def dealt(
    dates: Sequence[TimeUse],
    spoken: Sequence[TimeUse | None],
    bound: Sequence[Bound],
    rows: Sequence[range],
) -> tuple[TimeUse | None, ...]:
    """The date of each figure, where `dates` are dealt out to rows of their length."""
    found = list(spoken)
    for row in rows:
        if len(row) == len(dates) and len({bound[index].metric for index in row}) == 1:
            found[row.start : row.stop] = dates
    return tuple(found)


def told_apart(spoken: Sequence[TimeUse | None]) -> tuple[TimeUse, ...]:
    """The dates of a sentence's figures, if each has another one; else none."""
    dates = tuple(use for use in spoken if use is not None and use.period is not None)
    several = len({use.period for use in dates}) == len(spoken) > 1
    return dates if several else ()


def _row(text: str, uses: Sequence[TimeUse]) -> tuple[TimeUse, ...]:
    """The dates of a sentence if they are one row that ends in "and", else none."""
    if len(uses) < 2 or any(use.role not in ("main", "plan") for use in uses):
        return ()
    joints = [_JOINT.fullmatch(text, a.end, b.start) for a, b in pairwise(uses)]
    last = joints[-1]
    whole = None not in joints and last is not None and last["last"]
    return tuple(uses) if whole else ()
