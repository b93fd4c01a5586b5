"""From scores to measures."""

from __future__ import annotations

import pytest

from evals.records import Outcome, Score
from evals.statistics import answer_measures, half_measures, kinds, reading_measures, share


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


def test_right_wrong_and_abstained_add_up() -> None:
    held = tuple(score for score in SCORES if score.answerable)
    found = {measure.name: measure.value for measure in half_measures("a", held)}
    third = pytest.approx(1 / 3)
    assert found == {
        "a: right": third,
        "a: wrong": third,
        "a: abstained": third,
        "a: wrong figures": third,
    }


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
