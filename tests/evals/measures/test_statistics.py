"""From counts to measures."""

from __future__ import annotations

import pytest

from evals.measures.statistics import reading_measures, share


def test_all_of_fifty_is_not_called_certain() -> None:
    measure = share("accuracy", 50, 50)
    assert measure.high == pytest.approx(1)
    assert measure.low == pytest.approx(0.929, abs=0.001)


def test_nothing_to_count_leaves_everything_open() -> None:
    measure = share("accuracy", 0, 0)
    assert (measure.low, measure.high, measure.of) == (0, 1, 0)


def test_slots_count_over_the_questions_that_were_judged_beyond_their_intent() -> None:
    judged = [(True, ()), (True, ("places", "part")), (False, ("intent",)), (False, ())]
    found = {measure.name: (measure.value, measure.of) for measure in reading_measures(judged)}
    assert found == {
        "whole": (0.5, 4),
        "intent": (0.75, 4),
        "metrics": (1, 2),
        "aspects": (1, 2),
        "places": (0.5, 2),
        "periods": (1, 2),
        "operation": (1, 2),
        "part": (0.5, 2),
    }
