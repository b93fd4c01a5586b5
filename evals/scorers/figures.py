"""Figures of an answer told apart slot by slot, and whether what they cite holds them.

Strict: no tolerance and no rounding.  Values are compared in the metric table's units, so one that
was rounded before it was scaled differs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from assistant.records import Answer, Citation, Figure
from evals.records import FIGURE_SLOTS, ExpectedFigure, FigureSlot, Grounds, Sample
from evals.scorers.citations import holds
from indexing.reading.period.notation import parse_notation


def differing(figure: Figure, expected: ExpectedFigure) -> tuple[FigureSlot, ...]:
    """The slots in which `figure` is not the expected one; none where it is right."""
    agrees: dict[FigureSlot, bool] = {
        "value": abs(figure.value) == abs(expected.value),
        "sign": (figure.value < 0) == (expected.value < 0),
        "unit": figure.unit in expected.units,
        "bound": figure.bound == expected.bound,
        "metric": figure.metric in expected.metrics,
        "aspect": figure.aspect in expected.aspects,
        "place": figure.place in expected.places,
        "part": (figure.group is not None) == expected.part,
        "period": any(_same_period(figure.period, period) for period in expected.periods),
        "computed": figure.verdict == "derived" or not expected.derived,
    }
    return tuple(slot for slot in FIGURE_SLOTS if not agrees[slot])


def paired(
    figures: Sequence[Figure], listed: Sequence[ExpectedFigure]
) -> list[tuple[FigureSlot, ...]]:
    """What differs in each pair of a given and a listed figure, paired one to one.

    Pairs are those with the least that differs; a pair of two values is one only where nothing
    nearer is left, so that a wrong value counts as wrong rather than as missing.
    """
    if not figures or not listed:
        return []
    differences = [[differing(figure, expected) for expected in listed] for figure in figures]
    costs = np.array([[_cost(slots) for slots in row] for row in differences])
    chosen = zip(*linear_sum_assignment(costs), strict=True)
    return [differences[i][j] for i, j in chosen]


def grounds(answer: Answer, sample: Sample, sound: Mapping[int, Citation]) -> Grounds:
    """The counts behind the measures of figures and citations; `sound` are the citations, by mark,
    whose quote is the article's.

    What may be given beside the listed figures counts neither way.  A sample whose answer may
    decline, and does, lists nothing.
    """
    declines = answer.status != "answered" and answer.status in sample.status
    listed = () if declines else sample.figures
    given = [f for f in answer.figures if all(differing(f, beside) for beside in sample.also)]
    reported = [figure for figure in answer.figures if figure.verdict != "derived"]
    holding = [
        [mark in sound and holds(sound[mark], figure) for mark in figure.citations]
        for figure in reported
    ]
    return Grounds(
        listed=len(listed),
        given=len(given),
        differing=tuple(paired(given, listed)),
        reported=len(reported),
        held=sum(map(any, holding)),
        cited=sum(map(len, holding)),
        holding=sum(map(sum, holding)),
    )


def _cost(slots: Sequence[FigureSlot]) -> int:
    """Another value is further away than any other difference."""
    return len(slots) + len(FIGURE_SLOTS) * ("value" in slots)


def _same_period(one: str | None, other: str | None) -> bool:
    """Equal days, and both moments or both spans: the end of 2023 is 31 December 2023."""
    if one is None or other is None:
        return one is other
    return parse_notation(one) == parse_notation(other)
