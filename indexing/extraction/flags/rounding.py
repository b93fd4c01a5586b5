"""Figures of a headline that round what the body tells exactly: they make no row.

"More than 20 million in social insurance" above "20,118,000 people" is one figure said twice, and
the body's is the one to answer with.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from indexing.extraction.stages.reading import FigureReading
from indexing.extraction.text.layout import SentenceSpan
from indexing.extraction.text.page import Page
from indexing.records import MetricFact

_NEAR = Decimal("0.02")
"""Part of the exact figure by which one rounded to few digits may be off."""
_LIKE = Decimal(5)
"""Points by which a share may differ from the fraction that a headline puts it in."""
_WHY = "rounds what the body tells"


def without_rounded(
    readings: tuple[FigureReading, ...], page: Page, headline: SentenceSpan | None
) -> tuple[FigureReading, ...]:
    """The readings; those of the headline that only round a figure of the body lose their row."""
    if headline is None:
        return readings
    body = [r.fact for r in readings if r.fact is not None and r.fact.start >= headline.end]
    return tuple(
        reading._replace(fact=None, why=_WHY)
        if reading.fact is not None
        and reading.fact.start < headline.end
        and (_is_rounded(reading.fact, body) or _is_put_in_words(page, reading.fact, body))
        else reading
        for reading in readings
    )


def _is_rounded(row: MetricFact, body: Sequence[MetricFact]) -> bool:
    """Whether the body tells the figure more exactly, and nowhere as the headline does."""
    alike = [other for other in body if row.unit in (other.unit, "other")]
    values = [abs(other.value) for other in alike]
    told = abs(row.value)
    return told not in values and any(_rounds(told, row.bound, exact) for exact in values)


def _rounds(told: Decimal, bound: str, exact: Decimal) -> bool:
    """Whether `told` is `exact` cut to the digits that `told` has, on the side that it names."""
    digits = told.normalize()
    step = Decimal((0, (1,), int(digits.as_tuple().exponent)))
    cut = {exact.quantize(step, rounding) for rounding in (ROUND_FLOOR, ROUND_CEILING)}
    side = bound not in ("over", "under") or (bound == "over") == (exact > told)
    return side and told in cut and abs(told - exact) <= exact * _NEAR


def _is_put_in_words(page: Page, row: MetricFact, body: Sequence[MetricFact]) -> bool:
    """Whether a fraction in words stands for a share of the body: "four in five" for 81.3%."""
    if row.unit != "percent" or any(char.isdigit() for char in page.text[row.start : row.end]):
        return False
    shares = [other.value for other in body if other.unit == "percent"]
    return any(abs(row.value - share) <= _LIKE for share in shares)
