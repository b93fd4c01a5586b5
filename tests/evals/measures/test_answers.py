"""From the scores of answers to measures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evals.measures.answers import answer_measures, half_measures, kinds, latencies
from evals.records import FigureSlot, Grounds, Outcome, Score, Support


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
    "risk": 2 / 3,
    "coverage": 2 / 3,
}


@pytest.mark.parametrize(("name", "value"), VALUES.items(), ids=VALUES)
def test_measures_of_answers(name: str, value: float) -> None:
    found = {measure.name: measure for measure in answer_measures(SCORES)}[name]
    assert found.value == pytest.approx(value)
    assert found.low <= found.value <= found.high


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


def measured(*scores: Score) -> dict[str, float]:
    """The measures of some scores by name."""
    return {measure.name: measure.value for measure in answer_measures(scores)}


def test_conversation_and_vietnamese_are_counted_apart() -> None:
    alone, after = score("value-01", "right"), score("value-02", "wrong")
    found = measured(alone, replace(after, follows=True), replace(alone, language="vi"))
    assert (found["accuracy, conversation"], found["accuracy, Vietnamese"]) == (0, 1)


def grounded(*differing: tuple[FigureSlot, ...], listed: int = 2, holding: int = 1) -> Score:
    """A score of an answer with figures, each cited once."""
    given = len(differing)
    counted = Grounds(listed, given, differing, given, holding, given, holding)
    return replace(score("value-01", "right"), grounds=counted)


def test_figures_count_as_found_as_right_and_slot_by_slot() -> None:
    found = measured(grounded((), ("unit", "period")), grounded((), listed=1))
    assert found["figure recall"] == found["figure precision"] == pytest.approx(2 / 3)
    assert found["figures told: unit"] == found["figures told: period"] == pytest.approx(2 / 3)
    assert found["figures told: value"] == 1


def test_a_figure_that_is_not_told_costs_recall_only() -> None:
    found = measured(grounded(()))
    assert (found["figure recall"], found["figure precision"]) == (0.5, 1)


def test_figures_of_passages_are_cited_like_any_other_and_not_looked_for() -> None:
    found = measured(grounded((), listed=0, holding=0))
    assert (found["citation recall"], found["citation precision"]) == (0, 0)
    assert [
        m.of for m in answer_measures([grounded((), listed=0)]) if m.name == "figure recall"
    ] == [0]


@pytest.mark.parametrize(
    ("fault", "name"), [("mark", "marks valid"), ("quote", "quotes byte for byte")]
)
def test_faulty_marks_and_quotes_are_counted_by_answer(fault: str, name: str) -> None:
    good = score("value-01", "right")
    assert measured(good, replace(good, faults=(fault,)))[name] == 0.5  # type: ignore[arg-type]


def test_coverage_at_a_risk_trusts_the_table_before_passages() -> None:
    table = [score("value-01", "right")] * 2
    passages = [replace(score("passage-01", "wrong"), mode="passages")]
    found = measured(*table, *passages)
    assert found["coverage"] == 1
    assert found["coverage at 1 % risk"] == pytest.approx(2 / 3)


def test_an_answer_is_told_by_where_it_comes_from() -> None:
    found = measured(
        score("value-01", "right"),
        score("value-02", "missing", declined=True),
        replace(score("passage-01", "wrong"), mode="passages"),
    )
    by_source = {name: value for name, value in found.items() if name.startswith("right where")}
    assert by_source == {
        "right where answered from: table": 1,
        "right where answered from: passages": 0,
    }


def test_statements_are_counted_over_all_answers() -> None:
    good = replace(score("value-01", "right"), support=Support(2, 2, 2, 2))
    poor = replace(good, support=Support(2, 1, 3, 1))
    found = measured(good, poor)
    assert found["citation recall by statement"] == 3 / 4
    assert found["citation precision by statement"] == 3 / 5


def test_where_the_table_itself_is_wrong_too_often_nothing_is_covered() -> None:
    passages = replace(score("passage-01", "right"), mode="passages")
    assert measured(score("value-01", "wrong"), passages)["coverage at 1 % risk"] == 0


def test_latency_is_told_for_all_and_by_class() -> None:
    slow = replace(SCORES[0], elapsed_ms=5.0)
    found = {of.kind: (of.median, of.of) for of in latencies([slow, *SCORES[1:]])}
    assert found == {"all": (1.0, 5), "value": (1.0, 3), "none": (1.0, 2)}
    assert latencies([replace(SCORES[0], elapsed_ms=0.0)]) == ()
