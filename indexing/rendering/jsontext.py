"""JSON as the contracts have it: decimals as plain numbers, dates as ISO text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

import simplejson
from simplejson import RawJSON


def dumps(value: Any, indent: int | None = None) -> str:
    """`value` as JSON text.

    A `Decimal` becomes a number of the same value without an exponent and never a string; a `date`
    becomes "2024-03-07".  Raises `ValueError` for what has no JSON form: NaN, infinities, and
    objects of other types.
    """
    return simplejson.dumps(
        _plain(value), indent=indent, ensure_ascii=False, allow_nan=False, use_decimal=False
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return RawJSON(plain_number(value))
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, _JSON_TYPES):
        return value
    raise ValueError(f"{type(value).__name__} has no JSON form")


def plain_number(value: Decimal) -> str:
    """The digits of a decimal without an exponent: 3.99E+12 gives 3990000000000.

    Raises `ValueError` for NaN and infinities.
    """
    if not value.is_finite():
        raise ValueError(f"{value} has no JSON form")
    return format(value, "f")


_JSON_TYPES: Final = (str, int, float, bool)
