"""From scores to measures."""

from __future__ import annotations

import pytest

from evals.records import Outcome, Score
from evals.statistics import answer_measures, kinds, share


def score(
    sample: str, outcome: Outcome, *, held: bool = True, declined: bool = False, wrong: int = 0
) -> Score:
    """A score with what the measures look at."""
    return Score(sample, outcome, (), wrong, held, declined, 1.0, "")


SCORES = (
    score("value-01", "right"),
    score("value-02", "wrong", wrong=2),
    score("value-03", "missing", declined=True),
    score("none-01", "right", held=False, declined=True),
    score("none-02", "wrong", held=False, wrong=1),
)
# Of five: two right, two wrong; of two declined one rightly; of two not held one declined.
VALUES = {
    "accuracy": 0.4,
    "wrong figures": 0.4,
    "abstention precision": 0.5,
    "abstention recall": 0.5,
    "abstention F1": 0.5,
    "truthfulness": 0.0,
}


@pytest.mark.parametrize(("name", "value"), VALUES.items(), ids=VALUES)
def test_measures_of_answers(name: str, value: float) -> None:
    found = {measure.name: measure for measure in answer_measures(SCORES)}[name]
    assert found.value == pytest.approx(value)
    assert found.low <= found.value <= found.high


def test_all_of_fifty_is_not_called_certain() -> None:
    measure = share("accuracy", 50, 50)
    assert measure.high == pytest.approx(1)
    assert measure.low == pytest.approx(0.929, abs=0.001)


def test_nothing_to_count_leaves_everything_open() -> None:
    measure = share("accuracy", 0, 0)
    assert (measure.low, measure.high, measure.of) == (0, 1, 0)


def test_accuracy_by_class_follows_the_data_set() -> None:
    assert [(m.name, m.value, m.of) for m in kinds(SCORES)] == [
        ("value", pytest.approx(1 / 3), 3),
        ("none", 0.5, 2),
    ]
