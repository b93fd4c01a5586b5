"""Articles to passages, vectors and the metric table.  Knows no question.

`find_quantities` and `resolve_periods` are the public readers; both load on first use, so that
importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indexing.reading.period.periods import resolve_periods as resolve_periods
    from indexing.reading.quantity.quantities import find_quantities as find_quantities

__all__ = ["find_quantities", "resolve_periods"]


def __getattr__(name: str) -> Any:
    if name == "find_quantities":
        from indexing.reading.quantity.quantities import find_quantities

        return find_quantities
    if name == "resolve_periods":
        from indexing.reading.period.periods import resolve_periods

        return resolve_periods
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
