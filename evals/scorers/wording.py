"""Whether the words of an answer tell the listed figures: all that can be judged of any system.

Value, unit and bound are compared, without tolerance; place and period, which free words leave to
their reader, are not.  Numbers of the question may be repeated.
"""

from __future__ import annotations

from dataclasses import dataclass

from evals.records import ExpectedFigure, Sample
from indexing import find_quantities
from indexing.records import Quantity


@dataclass(frozen=True, slots=True)
class WordingScore:
    """What the words of one answer tell."""

    figures: int
    """Quantities that are not the question's."""
    told: bool
    """Whether every listed figure is among them."""
    alone: bool
    """Whether they are told and no other."""


def score_wording(sample: Sample, words: str) -> WordingScore:
    """What `words` tell to who asked `sample`."""
    asked = {(q.value, q.unit) for q in find_quantities(sample.question)}
    said = [q for q in find_quantities(words) if (q.value, q.unit) not in asked]
    allowed = (*sample.figures, *sample.also)
    told = bool(sample.figures) and all(
        any(_tells(quantity, figure) for quantity in find_quantities(words))
        for figure in sample.figures
    )
    others = [q for q in said if not any(_tells(q, figure) for figure in allowed)]
    return WordingScore(figures=len(said), told=told, alone=told and not others)


def _tells(quantity: Quantity, figure: ExpectedFigure) -> bool:
    """The sign is left to the verb ("fell by 5")."""
    return (
        abs(quantity.value) == abs(figure.value)
        and quantity.unit in figure.units
        and quantity.bound == figure.bound
    )
