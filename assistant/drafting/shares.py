"""Shares: a given one of a figure, and that of one figure in another.

What is told as "over" has no exact share; of two figures of one report the first digits of it are
told all the same, where they are the same whatever the last digit of either leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from assistant.drafting.days import equally_long, near_in_time
from assistant.drafting.workings import Refusal, plain_number
from assistant.evidence.rows.values import values_of
from assistant.query import Query
from assistant.sentences import Computed
from assistant.understanding.slots.metrics.shares import asks_share, is_part
from indexing.agreement import same_days
from indexing.catalogue import OTHER
from indexing.records import ADDITIVE, Bound, MetricFact

_ROUNDING: dict[Bound, str] = {
    "exact": ROUND_HALF_UP,
    "about": ROUND_HALF_UP,
    "over": ROUND_FLOOR,
    "under": ROUND_CEILING,
}
"""To which side a share of a figure may be rounded: what is over 3.7 is over 3."""
_FEW_DIGITS = 2
"""Significant digits of a share of what is told as "over"."""


def portion(share: Decimal, rows: Sequence[MetricFact]) -> Computed | Refusal:
    """A share of one figure, rounded to whole units and then told as "about"; of one that is told
    as "over" or "nearly" the share is over, or nearly, so much too."""
    if len(rows) != 1:
        return "unlike"
    (whole,) = rows
    if whole.unit not in ADDITIVE:
        return "shares"
    exact = whole.value * share / 100
    told = exact.quantize(Decimal(1), _ROUNDING[whole.bound])
    return Computed(
        metric=OTHER,
        aspect="level",
        place=whole.place,
        value=told,
        unit=whole.unit,
        period=whole.period,
        vs=None,
        operands=(whole,),
        note=f"{plain_number(whole.value)} × {plain_number(share)} / 100",
        bound="about" if whole.bound == "exact" and told != exact else whole.bound,
    )


def ratio(query: Query, rows: Sequence[MetricFact]) -> Computed | Refusal | None:
    """The first of two figures in per cent of the second, to two decimals."""
    if len(rows) != 2 or not rows[1].value:
        return None
    first, second = rows
    if first.unit != second.unit or first.unit not in ADDITIVE:
        return "shares" if first.unit == second.unit else "unlike"
    of_two = first.metric != second.metric and first.place == second.place
    if of_two and asks_share(query.plain) and not is_part(first.metric, second.metric):
        return "no_part"
    if (of_two and not same_days(first.period, second.period)) or not equally_long(first, second):
        return "dates"
    if first.place != second.place and not near_in_time(first, second):
        return "dates"
    share = 100 * first.value / second.value
    told = share.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if not are_exact(rows):
        near = (
            _near_share(first, second) if of_two and is_part(first.metric, second.metric) else None
        )
        if near is None:
            return "rough"
        told = near
    return Computed(
        metric="other",
        aspect="level",
        place=first.place if first.place == second.place else None,
        value=told,
        unit="percent",
        period=first.period if same_days(first.period, second.period) else None,
        vs=None,
        operands=(first, second),
        note=f"100 × {plain_number(first.value)} / {plain_number(second.value)}",
        bound="exact" if told == share and are_exact(rows) else "about",
    )


def are_exact(rows: Iterable[MetricFact]) -> bool:
    """Whether nothing is told as "over" or "about"."""
    return all(row.bound == "exact" for row in rows)


def _near_share(part: MetricFact, whole: MetricFact) -> Decimal | None:
    """The first digits of a share in per cent; None where they are not settled."""
    if part.doc != whole.doc or part.flags or whole.flags:
        return None
    one, other = values_of(part, is_near=True), values_of(whole, is_near=True)
    if one.low <= 0 or other.low <= 0 or one.high > other.low:
        return None
    shares = (100 * one.low / other.high, 100 * one.high / other.low)
    last = Decimal(1).scaleb(shares[0].adjusted() - _FEW_DIGITS + 1)
    least, most = (share.quantize(last, ROUND_HALF_UP) * 1 for share in shares)
    return least if least == most else None
