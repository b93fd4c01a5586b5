"""Numbers whose noun is left out: "14 are privately owned" counts what was counted before."""

from __future__ import annotations

import re

from indexing.extraction.metric.unbound import Unbound
from indexing.extraction.text.wording import any_of
from indexing.extraction.topic.topics import Topic, unit_of_measure
from indexing.records import Unit

_OPENS = re.compile(rf"(?:^|[;:.])\W*(?:{any_of('omitted.adverbs')},?\s+)*$", re.IGNORECASE)
_DOES = re.compile(rf"\s+(?:{any_of('omitted.verbs')}\b|[a-z]{{3,}}ed\b)")
_FAILED = re.compile(rf"[^,;:.]*\b{any_of('omitted.failed')}\b", re.IGNORECASE)
_THINGS: frozenset[Unit] = frozenset({"facilities", "documents", "books", "cards", "accounts"})
"""Units of what is counted one by one and does nothing that makes it another's."""


_COMING = (None, "collection", "intake")
"""Measures that "came in" tells of, which files do as well as money."""


def omitted(figure: Unbound) -> Topic | None:
    """What was counted last, where a bare number that opens its clause counts some of it."""
    page, quantity = figure.page, figure.segment.quantity
    if not quantity.is_bare or figure.own.scheme or figure.own.measure not in _COMING:
        return None
    sentence = page.sentence_at(quantity.start)
    opens = _OPENS.search(page.text[sentence.start : quantity.start])
    if opens is None or _DOES.match(page.text, quantity.end) is None:
        return None
    told = figure.context
    return told if unit_of_measure(told.measure) in _THINGS else None


def has_failed(figure: Unbound) -> bool:
    """Whether what is told of them is that it was not done: "Only 9 were settled late"."""
    return _FAILED.match(figure.page.text, figure.segment.quantity.end) is not None
