"""How a computed figure was worked out, and why one is not."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

Refusal = Literal["shares", "rough", "dates", "unlike", "overlap", "nested", "merger", "no_part"]
"""Why figures are not computed with; the key of the caution that says so."""


def plain_number(value: Decimal) -> str:
    """A value as the note on how a figure was computed has it."""
    return f"{value.normalize():f}"
