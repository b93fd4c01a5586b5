"""How soon a ranking comes to what is right, and that the mean is told with its interval."""

from __future__ import annotations

import pytest

from evals.measures.statistics import mean
from evals.scorers.ranking import Ranking, score_rankings

FOUND = ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k")

CASES = {
    "first": (FOUND, ["a"], 1, 1),
    "second": (FOUND, ["b"], 1, 1 / 2),
    "fifth, the last that is read": (FOUND, ["e"], 1, 1 / 5),
    "sixth": (FOUND, ["f"], 0, 1 / 6),
    "eleventh, after all that counts": (FOUND, ["k"], 0, 0),
    "not found": (FOUND, ["z"], 0, 0),
    "nothing found": ((), ["a"], 0, 0),
    "nothing right": (FOUND, [], 0, 0),
    "the first of two": (FOUND, ["d", "c"], 1, 1 / 3),
    "the one beside the right one": (("b", "a"), ["a"], 1, 1 / 2),
}


@pytest.mark.parametrize(("found", "right", "success", "reciprocal"), CASES.values(), ids=CASES)
def test_a_ranking_is_worth_how_soon_it_is_right(
    found: tuple[str, ...], right: list[str], success: float, reciprocal: float
) -> None:
    scored = score_rankings([Ranking(found, right)])
    assert scored == {"success@5": (success,), "MRR@10": (pytest.approx(reciprocal),)}


def test_rankings_keep_their_order() -> None:
    rankings = [Ranking(FOUND, [FOUND[n % 11]]) for n in range(12)]
    alone = [score_rankings([one])["MRR@10"][0] for one in rankings]
    assert list(score_rankings(rankings)["MRR@10"]) == alone


def test_a_mean_is_told_with_its_interval() -> None:
    measure = mean("MRR@10", [1, 0.5, 0, 1, 1, 0.2])
    assert (measure.value, measure.of) == (pytest.approx(3.7 / 6), 6)
    assert 0 < measure.low < measure.value < measure.high <= 1
    assert mean("MRR@10", [1, 1]).low == 1
