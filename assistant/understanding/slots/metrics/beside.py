"""Metrics that stand beside another by their measure alone: "HI participants and the rate"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from assistant.understanding.slots.metrics.meant import LATE_RATE, Metrics, meant_metrics
from assistant.understanding.slots.metrics.named import schemes_of
from assistant.understanding.words.cues import Cues
from assistant.understanding.words.reading import metrics_of
from indexing.catalogue import Metric, catalogue
from indexing.reading.metric.metrics import metric_for
from indexing.records import Aspect

_JOIN = re.compile(r"\s+(?:and|plus|with|và|va|cùng|cung|kèm|kem)\s+|\s*[+&,]\s*", re.IGNORECASE)
_LATE_AMOUNT = "late_payment_amount"
_HEAD = 5
"""Within so many words of a join stands the measure that it leads to: "in per cent", "chiếm bao
nhiêu phần trăm"."""


def with_beside(question: str, asked: Metrics, aspects: tuple[Aspect, ...], cues: Cues) -> Metrics:
    """The metrics with those that stand beside them by their measure alone.

    "HI participants and the rate", "late payment, and in per cent": what follows names no insurance
    of its own and is counted of the one before it.
    """
    if len(asked.names) != 1 or asked.readings or aspects != ("level",):
        return asked
    if asked.names == (LATE_RATE,):  # "how much was overdue, and what share?"
        parts = _JOIN.split(question)
        told = [meant_metrics(part, aspects, cues).names for part in parts[:-1]]
        if {("amount",), ("coverage",)} <= {cues.hits("beside", part) for part in parts}:
            told = [(_LATE_AMOUNT,), *told]  # "the amount and the rate", not the rate of an amount
        return replace(asked, names=(*dict.fromkeys(chain(*told, asked.names)),))
    metric = catalogue().metric(asked.names[0])
    found = [
        name
        for tail in _JOIN.split(question)[1:]
        if not schemes_of(tail) and not metrics_of(tail)
        for measure in cues.hits("beside", " ".join(tail.split()[:_HEAD]))
        if (name := _measured(metric, measure))
    ]
    return Metrics(tuple(dict.fromkeys((*asked.names, *found))), joint=asked.joint)


def _measured(metric: Metric, measure: str) -> str | None:
    """What counts a metric's insurance by `measure`; the share of what is paid late is a rate."""
    if metric.measure == "late_payment":
        return LATE_RATE if measure == "coverage" else None
    if metric.measure not in ("participants", "coverage"):
        return None
    return next((m for s in metric.schemes[:1] if (m := metric_for(s, measure))), None)
