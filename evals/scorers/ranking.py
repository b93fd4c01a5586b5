"""The door to ir-measures: how soon a ranking comes to what is right, as the field counts it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import ir_measures
from ir_measures import RR, Success

COUNTED = {"success@5": Success @ 5, "MRR@10": RR @ 10}
"""By our names: whether one of the first five is right; one over the rank of the first right one,
nothing where it is not among ten."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was found for one case, best first, and what would have been right."""

    found: Sequence[str]
    right: Collection[str]


def score_rankings(rankings: Sequence[Ranking]) -> Mapping[str, tuple[float, ...]]:
    """Each measure of each ranking, in their order; 0 where nothing right was found."""
    judged = {str(n): dict.fromkeys(ranking.right, 1) for n, ranking in enumerate(rankings)}
    run = {
        str(n): {id: -float(rank) for rank, id in enumerate(ranking.found)}
        for n, ranking in enumerate(rankings)
    }
    values: dict[str, dict[str, float]] = {name: {} for name in COUNTED}
    names = {measure: name for name, measure in COUNTED.items()}
    for found in ir_measures.iter_calc(list(names), judged, run):
        values[names[found.measure]][found.query_id] = float(found.value)
    return {
        name: tuple(of.get(str(n), 0.0) for n in range(len(rankings)))
        for name, of in values.items()
    }
