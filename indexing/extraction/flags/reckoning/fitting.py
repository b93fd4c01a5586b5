"""Whether parts fit into their whole, as far as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from indexing.extraction.flags.printed import meant, summed
from indexing.records import MetricFact

_MOST_ROUNDING = Decimal("0.01")
"""Share of a whole by which the rounding of its parts can pass it."""
_MOST_EXCESS = 5
"""How many times its whole a part can be by a misprint: what exceeds it more is no part of it."""
_ALIKE = (Decimal("0.5"), Decimal("1.5"))
"""How much of their whole the parts of a list make that is wrong; another list is of averages."""


def exceed(whole: MetricFact, parts: Sequence[MetricFact]) -> bool:
    """Whether parts are more than their whole, as far as they are printed."""
    if whole.bound == "over":
        return False
    told = [meant(row) for row in (whole, *parts)]
    rounding = sum((one.high - one.low for one in told), Decimal(0))
    slack = min(rounding, whole.value * _MOST_ROUNDING)
    least = sum((row.value for row in parts if row.bound in ("exact", "over")), Decimal(0))
    return whole.value + slack < least <= whole.value * _MOST_EXCESS


def adds_up(whole: MetricFact, parts: Sequence[MetricFact]) -> bool:
    """Whether parts make their whole, or are so far from it that they tell of something else."""
    made = summed(parts)
    low, high = (whole.value * share for share in _ALIKE)
    return made.meets(meant(whole)) or not low <= made.low <= high
