"""From scores to measures: shares with Wilson intervals, so that 50 of 50 is not called certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, get_args

import numpy as np
from scipy.stats import binomtest, bootstrap

from evals.records import Measure, Slot
from evals.scorers.extraction import ExtractionScore


def share(name: str, hits: int, of: int) -> Measure:
    """`hits` out of `of` with its 95 % Wilson interval; 0 to 1 when there is nothing to count."""
    if of == 0:
        return Measure(name, 0.0, 0.0, 1.0, 0)
    interval = binomtest(hits, of).proportion_ci(method="wilson")
    return Measure(name, hits / of, float(interval.low), float(interval.high), of)


def mean(name: str, values: Sequence[float]) -> Measure:
    """The mean of `values` with the interval of a bootstrap (BCa, 9,999 resamples, seeded).

    Where all are equal there is nothing to resample: the interval is the value alone.
    """
    given = np.array(values, dtype=float)
    value = float(given.mean())
    if len(np.unique(given)) == 1:
        return Measure(name, value, value, value, len(given))
    interval = bootstrap((given,), np.mean, rng=np.random.default_rng(1)).confidence_interval
    return Measure(name, value, float(interval.low), float(interval.high), len(given))


def paired_gain(name: str, pairs: Sequence[tuple[bool, bool]]) -> Measure:
    """How much larger the share of hits is after than before, over the same samples.

    The interval is that of a paired bootstrap over samples.
    """
    return mean(name, [int(after) - int(before) for before, after in pairs])


def reading_measures(judged: Sequence[tuple[bool, Sequence[Slot]]]) -> tuple[Measure, ...]:
    """Shares of the questions that were read as expected: whole, then slot by slot.

    `judged` tells of each question whether it was judged beyond its intent, and what was misread;
    a slot other than the intent counts over those that were.
    """
    whole = share("whole", sum(not misread for _, misread in judged), len(judged))
    slots = []
    for slot in get_args(Slot):
        over = [misread for beyond, misread in judged if beyond or slot == "intent"]
        slots.append(share(slot, sum(slot not in misread for misread in over), len(over)))
    return (whole, *slots)


def extraction_measures(half: str, score: ExtractionScore) -> tuple[Measure, ...]:
    """Precision and recall at each depth, with intervals bootstrapped over articles, and flags.

    `of` is the number of rows for precision and of labels for recall.
    """
    measures = []
    for depth, rate in score.by_depth.items():
        for name in ("precision", "recall"):
            low, high = score.interval(depth, name)
            counted = rate.rows if name == "precision" else rate.labels
            title = f"{half}: {name}, {depth}"
            measures.append(Measure(title, getattr(rate, name), low, high, counted))
    flags = score.flags
    if flags.faults:
        measures.append(share(f"{half}: faults flagged", flags.hits, flags.faults))
    measures.append(share(f"{half}: rows falsely flagged", flags.false, flags.rows))
    return tuple(measures)


class Passed(Protocol):
    """Whether a sentence passed as true: with a checker and with two baselines."""

    @property
    def kind(self) -> str: ...
    @property
    def true(self) -> bool: ...
    @property
    def checker(self) -> bool: ...
    @property
    def number_occurs(self) -> bool: ...
    @property
    def value_near(self) -> bool: ...


def gate_measures(verdicts: Sequence[Passed]) -> tuple[Measure, ...]:
    """How a gate for sentences does, class by class, and how the two baselines do.

    detected: sentences put wrong that did not pass.  false alarms: true ones that did not.
    balanced accuracy: the mean of what is detected, in the class where that is least, and of the
    true sentences that pass.
    """
    true = [v for v in verdicts if v.true]
    measures = []
    for name in ("checker", "number_occurs", "value_near"):
        title = name.replace("_", " ")
        kinds = dict.fromkeys(v.kind for v in verdicts if not v.true)
        caught = [
            share(f"{title}: detected, {kind}", sum(not getattr(v, name) for v in of), len(of))
            for kind in kinds
            if (of := [v for v in verdicts if v.kind == kind])
        ]
        alarms = share(f"{title}: false alarms", sum(not getattr(v, name) for v in true), len(true))
        worst = min(caught, key=lambda measure: measure.value)
        measures += caught if name == "checker" else []
        measures += [
            replace(worst, name=f"{title}: detected, worst class"),
            alarms,
            _balanced(f"{title}: balanced accuracy", worst, alarms),
        ]
    return tuple(measures)


def _balanced(name: str, caught: Measure, alarms: Measure) -> Measure:
    return Measure(
        name,
        (caught.value + 1 - alarms.value) / 2,
        (caught.low + 1 - alarms.high) / 2,
        (caught.high + 1 - alarms.low) / 2,
        caught.of + alarms.of,
    )
