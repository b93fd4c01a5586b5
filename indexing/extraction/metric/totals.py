"""Totals told behind what they add up, "98,400 and 21,300, a total of 119,700": what they count.

A total of two schemes is neither's.  It is of the scheme that both are parts of, or of all; people
in two insurances that neither is a part of are counted twice, and their sum is no figure of either.
"""

from __future__ import annotations

from collections.abc import Sequence

from indexing.catalogue import OTHER, catalogue
from indexing.extraction.metric.unbound import UnboundSentence
from indexing.extraction.text.totals import is_total
from indexing.extraction.topic.theme import Bound
from indexing.extraction.topic.topics import NOTHING, Topic, metric_of, whole_of
from indexing.reading.metric.scheme_words import scheme_words
from indexing.records import CURRENCIES

_FEWEST = 2
_EVERY = frozenset({"si", "hi", "ui"})
"""The schemes whose sums of money are all of the system's."""


def as_total(told: UnboundSentence, index: int, bound: Sequence[Bound]) -> Bound | None:
    """What a total counts that several schemes before it make; None for any other figure."""
    quantity = told.segments[index].quantity
    if not is_total(told.page, told.span.start, quantity.start, quantity.end):
        return None
    parts = _summands(told, index, bound)
    if len({part.metric for part in parts}) < _FEWEST:
        return None
    found = _together(told, parts) if parts else None
    unit = parts[-1].unit
    metric = metric_of(found, unit, relative=False) if found else None
    return Bound(metric, found or NOTHING, unit) if metric else Bound(OTHER, NOTHING, unit)


def _summands(told: UnboundSentence, index: int, bound: Sequence[Bound]) -> list[Bound]:
    """What a total adds up: those right before it that make it, or else all of its kind."""
    total = told.segments[index].quantity
    unit = total.unit if not total.is_bare else bound[-1].unit if bound else total.unit
    alike = [
        i
        for i in range(index)
        if (bound[i].unit, told.segments[i].tie) == (unit, "alone")
        and told.judged[i].aspect == told.judged[index].aspect
    ]
    for first in range(len(alike) - _FEWEST, -1, -1):
        run = alike[first:]
        if sum(told.segments[i].quantity.value for i in run) == total.value:
            return [bound[i] for i in run]
    return [bound[i] for i in alike]


def _together(told: UnboundSentence, parts: Sequence[Bound]) -> Topic | None:
    """What several schemes are together, for what is counted of each of them."""
    metrics = [catalogue().metric(part.metric) for part in parts if part.metric != OTHER]
    measures = {metric.measure for metric in metrics}
    schemes = {metric.schemes[0] for metric in metrics if metric.schemes}
    if len(metrics) < len(parts) or len(measures) > 1 or len(schemes) < _FEWEST:
        return None
    measure = measures.pop()
    for members, whole in scheme_words().together:
        if members == schemes and all(whole_of(member) == whole for member in members):
            return Topic(whole, measure)
    wholes = {whole_of(scheme) or scheme for scheme in schemes}
    money = parts[0].unit in CURRENCIES
    some = told.page.cues.any("benefit_kind", *told.span)  # "for pensions": not all of its scheme
    return Topic("all", measure) if money and wholes >= _EVERY and not some else None
