"""Sums billed and declined: "we declined VND9 billion of the bills" tells of no fall."""

from __future__ import annotations

import re

from indexing.extraction.text.page import Page
from indexing.extraction.text.wording import any_of
from indexing.records import CURRENCIES, Quantity

_DECLINED = re.compile(rf"\b{any_of('sums.declined')}\s+$", re.IGNORECASE)
_OF_BILLS = re.compile(
    r"\s+(?:of|in)\s+(?:(?:the|its|their|all|these)\s+)?(?:[^\W\d]+\s+)?"
    rf"{any_of('sums.bills')}\b",
    re.IGNORECASE,
)
_REACH = 12


def is_declined(page: Page, quantity: Quantity) -> bool:
    """Whether a part of what was billed was not paid."""
    before = page.text[max(0, quantity.start - _REACH) : quantity.start]
    declined = quantity.unit in CURRENCIES and _DECLINED.search(before) is not None
    return declined and _OF_BILLS.match(page.text, quantity.end) is not None
