"""What a text speaks of at a point: a scheme (which insurance) and a measure (what of it)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from indexing.catalogue import catalogue
from indexing.extraction.text.page import Page, within
from indexing.extraction.topic.base.shares import BASES
from indexing.reading.metric.measure_words import measure_words
from indexing.reading.metric.metrics import Term, metric_for, metrics_for_unit
from indexing.reading.metric.scheme_words import scheme_words
from indexing.records import SHARES, Span, Unit

OWED = frozenset({"late_payment", "late_payment_rate"})
"""Measures of what is owed."""
OF_MEMBERS = frozenset({"coverage", "participants"})
"""Measures of those who are in a scheme."""
OF_BENEFITS = frozenset({"benefits_paid", "beneficiaries"})
"""Measures of what is paid out of a scheme, and of those who get it."""
OF_CARE = frozenset({"visits", "treatment_costs"})
"""Measures of treatment: what is paid after one of these was told is the cost of it."""
_LIST = re.compile(r"\s*(?:,|and|và|&|/)?\s*(?:and|và)?\s*", re.IGNORECASE)
_BESIDE = re.compile(r"\s*(?:cards?|members?|policies|cover)?\s*(?:in|under|on)?\s*(?:the|a)?\s*")
"""Between a scheme and the words that tell which part of it is meant."""
_BY_UNIT: frozenset[Unit] = frozenset({"people", "percent", "cards", "books", "visits"})
"""Units that tell what is counted of a scheme without a word for it."""
GENERAL = frozenset({"benefits_paid", "beneficiaries", "participants", "coverage", "intake"})
"""Measures with everyday words ("paid", "people in"): a special one beside them goes first."""


class Topic(NamedTuple):
    """What a text speaks of at a point."""

    scheme: str | None = None
    measure: str | None = None

    def over(self, other: Topic) -> Topic:
        """This topic, what it leaves open taken from `other`."""
        return Topic(self.scheme or other.scheme, self.measure or other.measure)


NOTHING = Topic()


def topic_of(page: Page, span: Span) -> Topic:
    """The scheme and measure that a stretch of text names first."""
    terms = list(within(page.terms, span.start, span.end))
    measures = [term.id for term in terms if term.kind == "measure" and term.id not in BASES]
    special = [measure for measure in measures if measure not in GENERAL]
    return Topic(scheme_of(page, terms), next(iter([*special, *measures]), None))


def scheme_of(page: Page, terms: Sequence[Term], last: bool = False) -> str | None:
    """The scheme that terms name, the last or the first; those of one list are taken together."""
    named = [term for term in terms if term.kind == "scheme"]
    schemes = [term for term in named if not term.counting] or named
    if not schemes:
        return None
    chosen = schemes[-1] if last else schemes[0]
    for other in schemes:  # "health insurance through their household"
        if whole_of(other.id) == chosen.id and other.start >= chosen.end:
            between = page.text[chosen.end : other.start]
            return other.id if _BESIDE.fullmatch(between) else chosen.id
    ids = {chosen.id}
    for one, other in pairwise(schemes):
        if whole_of(other.id) == one.id:
            continue  # "health insurance by family"
        if chosen in (one, other) and _LIST.fullmatch(page.text, one.end, other.start):
            ids |= {one.id, other.id}
    return "all" if len(ids) > 1 and "hi" in ids else chosen.id


def whole_of(scheme: str | None) -> str | None:
    """The scheme that one is a part of: social insurance, of the voluntary one."""
    return scheme_words().wholes.get(scheme or "")


@cache
def unit_of_measure(measure: str | None) -> Unit | None:
    """The unit that a measure is counted in; None for none."""
    if measure is None:
        return None
    alone = measure_words().by_id[measure].alone if measure in measure_words().by_id else None
    if alone is not None:
        return catalogue().metric(alone).unit
    return next((metric.unit for metric in catalogue().measured(measure)), None)


def metric_of(topic: Topic, unit: Unit, relative: bool) -> str | None:
    """The metric of a topic for a figure of this unit; None where the catalogue has none.

    `relative`: the figure is a percentage of a plan or an earlier figure, whatever the metric's
    unit is.
    """
    share = unit in SHARES
    if topic.measure is None:
        counted: Unit = "people" if share and relative else "percent" if share else unit
        if topic.scheme is None or counted not in _BY_UNIT:
            return None
        return next(iter(metrics_for_unit(topic.scheme, counted)), None)
    if share and relative:
        return metric_for(topic.scheme, topic.measure)
    return metric_for(topic.scheme, topic.measure, "percent" if share else unit)
